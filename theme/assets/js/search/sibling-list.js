// The other results of a programme below the best one: a list that opens.
import { createElement } from "./dom.js";
/** @import { Card } from "./codec.js" */
/** @import { SearchResult } from "./searcher.js" */
/** @import { Row } from "./siblings.js" */
/** @import { SearchState } from "./state.js" */

/**
 * Whether results of one programme are one row: not in order of date, and not among one programme.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
export const isFolded = (result, { text, chosen, isByDate }) =>
  Boolean(text.trim()) && !isByDate && !result.isByDate && !chosen["chuong-trinh"]?.length && result.docs.length > 1;

/**
 * Results each as a row of its own.
 *
 * @param {number[]} docs
 * @returns {Row[]}
 */
export const asRows = (docs) => docs.map((doc) => ({ doc, others: [], program: "", name: "" }));

/**
 * A result with the others of its programme, whose cards are read once they are opened.
 *
 * @param {HTMLElement} item
 * @param {Row} row
 * @param {{ root: URL, read: (doc: number) => Promise<Card> }} options
 */
export function withSiblings(item, { others, name }, { root, read }) {
  if (!others.length) return item;
  const list = createElement("ul", { className: "siblings" });
  const fill = async () => {
    if (list.children.length) return;
    const cards = await Promise.all(others.map((doc) => read(doc).catch(() => null)));
    list.replaceChildren(...cards.map((card) => line(card, root)));
  };
  item.append(createElement("details", { on: { toggle: fill } },
    createElement("summary", {}, `${others.length.toLocaleString("vi")} bài khác của “${name}”`), list));
  return item;
}

/**
 * @param {Card | null} card
 * @param {URL} root
 */
function line(card, root) {
  if (!card) return createElement("li", {}, "Một kết quả không đọc được.");
  const link = createElement("a", { href: new URL(card.address, root).href }, card.title);
  return createElement("li", {}, link, ` · ${card.date || "không rõ ngày"}`);
}
