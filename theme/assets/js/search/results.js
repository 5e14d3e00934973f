// What a search found, as elements: results with excerpts, ways out, pages.
import { bestNames, excerpt, markTitle } from "./excerpt.js";
import { make, marked } from "./nodes.js";
import { conditions, writeState } from "./state.js";

export const PER_PAGE = 10;
const QUOTES = /["“”„«»]/g;

/** Ways out of conditions, and of a phrase that stands nowhere. */
export function waysOut(found, state, link) {
  const ways = [];
  if (conditions(state)) ways.push([{ ...state, chosen: {}, from: 0, to: 0, page: 1 }, "Bỏ mọi điều kiện thu hẹp"]);
  if (!found.docs.length && state.text.search(QUOTES) >= 0) {
    ways.push([{ ...state, text: state.text.replace(QUOTES, " ").trim(), page: 1 }, "Tìm không cần nguyên văn"]);
  }
  return ways.map(([next, label]) => make("li", {}, link(next, label)));
}

/** One result; a card that could not be read says so. */
export function result(card, { marks }, { root, isByName }) {
  if (!card) return make("li", { className: "hit" }, "Một kết quả không đọc được.");
  const { id, heading, pieces } = excerpt(card, marks);
  const address = new URL(card.address, root).href;
  const meta = [card.date || "không rõ ngày", card.types].filter(Boolean).join(" · ");
  return make("li", { className: "hit" },
    make("p", { className: "row-meta" }, meta),
    make("h3", { className: "row-title" }, make("a", { href: address }, marked(markTitle(card, marks)))),
    make("p", { className: "hit-text" }, marked(pieces)),
    id ? make("p", { className: "hit-section" }, make("a", { href: `${address}#${id}` }, `Đến mục “${heading}”`)) : "",
    isByName && card.names ? make("p", { className: "hit-names" }, `khớp qua: ${bestNames(card.names, marks).join("; ")}`) : "",
    card.agencies ? make("p", { className: "row-agencies" }, card.agencies.join(" · ")) : "");
}

/** Links to the pages of results around this one. */
export function pager(total, state, link) {
  const last = Math.ceil(total / PER_PAGE);
  if (last < 2) return "";
  const item = (page, label) => (page < 1 || page > last ? null : make("li", {}, link({ ...state, page }, label)));
  return make("nav", { className: "pager", "aria-label": "Các trang kết quả" }, make("ul", {},
    item(state.page - 1, "Trang trước"),
    make("li", {}, `Trang ${state.page} trên ${last}`),
    item(state.page + 1, "Trang sau")));
}

/** A link within the search page. */
export const linkWith = (go) => (state, label) => make("a", {
  href: writeState(state) || ".",
  on: { click: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(state);
  } },
}, label);
