// What can be done with a list of results: saved as a file, linked to, followed.
import { createElement } from "./dom.js";
/** @import { Card } from "./codec.js" */
/** @import { Child } from "./dom.js" */
/** @import { Entity } from "./entities.js" */
/** @import { SearchState } from "./state.js" */

// So many articles a file has at most: each is asked for by itself, some at a time.
const MOST = 500;
const AT_ONCE = 20;
/** Facets whose values have feeds, with the section of their pages. @type {Record<string, string>} */
const FOLLOWED = { "co-quan": "co-quan/", "chuong-trinh": "chuong-trinh/", tinh: "dia-phuong/" };
const ENTITIES = new Set(["c", "p", "t"]);

/**
 * A list of results, and how its cards are read.
 *
 * @typedef {object} Saved
 * @property {string} text what was searched for
 * @property {number[]} docs
 * @property {(doc: number) => Promise<Card>} read
 * @property {string} feed address of a page with a feed of its own that is about the same; empty if none
 */

/** The part below the results. */
export class SaveList {
  /** @param {URL} root of the site */
  constructor(root) {
    this.root = root;
    this.node = createElement("section", { className: "save-list", "aria-labelledby": "tim-luu", hidden: true });
    this.told = createElement("p", { className: "note", role: "status" });
  }

  /** @param {Saved} saved */
  show(saved) {
    const { docs, feed } = saved;
    this.node.hidden = !docs.length;
    if (!docs.length) return;
    const limit = docs.length > MOST ? ` Tệp có ${MOST} bài đầu trong ${docs.length.toLocaleString("vi")} bài.` : "";
    this.told.textContent = "";
    this.node.replaceChildren(
      createElement("h2", { id: "tim-luu" }, "Lưu danh sách này"),
      createElement("p", { className: "save-buttons" },
        button("Tải CSV", () => this.save(saved, "csv")), button("Tải Atom", () => this.save(saved, "xml")),
        button("Chép liên kết", () => this.copy())),
      createElement("p", { className: "note" },
        "Tệp ghi danh sách như lúc này; liên kết thì mở ra kết quả mới nhất của cùng câu tìm.", limit, ...this.followed(feed)),
      this.told);
  }

  /**
   * @param {string} feed
   * @returns {Child[]}
   */
  followed(feed) {
    if (!feed) return [];
    const address = new URL(`${feed}feed.xml`, this.root).href;
    return [" Muốn nhận tin mới, hãy theo dõi ",
      createElement("a", { href: address, type: "application/atom+xml" }, "nguồn tin Atom của trang ấy"), "."];
  }

  /**
   * @param {Saved} saved
   * @param {"csv" | "xml"} kind
   */
  async save({ text, docs, read }, kind) {
    this.told.textContent = "Đang ghi tệp…";
    try {
      const { atomOf, csvOf } = await import("./saving.js");
      /** @type {Card[]} */
      const cards = [];
      for (let at = 0; at < Math.min(docs.length, MOST); at += AT_ONCE) {
        cards.push(...await Promise.all(docs.slice(at, Math.min(at + AT_ONCE, MOST)).map(read)));
      }
      const about = { title: `Kết quả tìm: ${text || "theo điều kiện thu hẹp"}`, address: window.location.href, root: this.root, now: new Date() };
      if (kind === "csv") download("ket-qua-tim.csv", "text/csv;charset=utf-8", csvOf(cards, this.root));
      else download("ket-qua-tim.xml", "application/atom+xml;charset=utf-8", atomOf(cards, about));
      this.told.textContent = `Đã ghi ${cards.length.toLocaleString("vi")} bài.`;
    } catch {
      this.told.textContent = "Chưa ghi được tệp vì có bài không đọc được; hãy thử lại.";
    }
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(window.location.href);
      this.told.textContent = "Đã chép liên kết.";
    } catch {
      this.told.textContent = `Trình duyệt không cho chép; liên kết là: ${window.location.href}`;
    }
  }
}

/**
 * The page with a feed that is about just what was asked for: the one entity that a query names, or
 * the one that results are narrowed to. A static site has no feeds of other queries.
 *
 * @param {Entity[]} entities
 * @param {SearchState} state
 * @param {(Card | null)[]} cards of which some must have a day, as entries of feeds have
 */
export function feedOf(entities, { text, chosen, from, to, isUndated }, cards) {
  if (!cards.some((card) => /[0-9]{4}/.test(card?.date ?? "")) || from || to || isUndated) return "";
  const values = Object.entries(chosen).flatMap(([key, ids]) => ids.map((id) => ({ key, id })));
  const [only] = values;
  if (!text.trim()) return values.length === 1 && FOLLOWED[only.key] ? `${FOLLOWED[only.key]}${only.id}/` : "";
  const [entity] = entities;
  const isFollowed = entities.length === 1 && !values.length && ENTITIES.has(entity.kind) && entity.docs.length > 0;
  return isFollowed ? entity.address : "";
}

/**
 * @param {string} label
 * @param {() => void} press
 */
const button = (label, press) => createElement("button", { type: "button", on: { click: press } }, label);

/**
 * Offers a text as a file.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function download(name, type, text) {
  const link = createElement("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  link.click();
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
