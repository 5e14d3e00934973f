// The results of a search as elements: excerpts, ways out of an empty page, links to more pages.
import { createElement, highlighted } from "./dom.js";
import { bestNames, excerpt, highlightTitle } from "./excerpt.js";
import { leavesOutUndated } from "./messages.js";
import { countConditions, withText, withoutConditions, writeState } from "./state.js";
/** @import { Card } from "./codec.js" */
/** @import { SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

/** @typedef {(state: SearchState, label: string) => HTMLAnchorElement} CreateLink */

export const PER_PAGE = 10;
const QUOTES = /["“”„«»]/g;

/**
 * Links to what may have been meant, and to a wider search: links that drop the conditions, or the quotation marks where no article has the phrase.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 * @param {CreateLink} createLink
 */
export function alternatives(result, state, createLink) {
  const links = [];
  if (result.offered) {
    links.push(createLink(withText(state, result.offered), `Ý bạn là “${result.offered}”?`));
  }
  const apart = result.docs.length ? [] : result.absent.filter((part) => part.includes(" "));
  if (apart.length) {
    const text = state.text.trim().split(/[\s,]+/).join(", ");
    links.push(createLink(withText(state, text), "Tìm bài có các chữ này, không cần liền nhau"));
  }
  if (countConditions(state)) {
    links.push(createLink(withoutConditions(state), "Bỏ mọi điều kiện thu hẹp"));
  }
  if (leavesOutUndated(result, state)) {
    links.push(createLink({ ...state, isUndated: true, page: 1 }, "Xem cả bài chưa rõ năm"));
  }
  if (!result.docs.length && state.text.search(QUOTES) >= 0) {
    const text = state.text.replace(QUOTES, " ").trim();
    links.push(createLink(withText(state, text), "Tìm không cần nguyên văn"));
  }
  return links.map((link) => createElement("li", {}, link));
}

/**
 * One result; a card that could not be read says so.
 *
 * @param {Card | null} card
 * @param {SearchResult} result
 * @param {{ root: URL, isByOtherName: boolean }} options
 */
export function resultItem(card, { highlights }, { root, isByOtherName }) {
  if (!card) return createElement("li", { className: "hit" }, "Một kết quả không đọc được.");
  const { id, heading, pieces } = excerpt(card, highlights);
  const address = new URL(card.address, root).href;
  const meta = [card.state, card.date || "không rõ ngày", card.types].filter(Boolean).join(" · ");
  const title = createElement("a", { href: address }, highlighted(highlightTitle(card, highlights)));
  const section = createElement("a", { href: `${address}#${id}` }, `Đến mục “${heading}”`);
  const names = isByOtherName && card.names ? bestNames(card.names, highlights).join("; ") : "";
  return createElement("li", { className: "hit" },
    createElement("p", { className: "row-meta" }, meta),
    createElement("h3", { className: "row-title" }, title),
    createElement("p", { className: "hit-text" }, highlighted(pieces)),
    id ? createElement("p", { className: "hit-section" }, section) : "",
    names ? createElement("p", { className: "hit-names" }, `khớp qua: ${names}`) : "",
    card.agencies ? createElement("p", { className: "row-agencies" }, card.agencies.join(" · ")) : "");
}

/**
 * Links to the pages of results before and after this one.
 *
 * @param {number} total
 * @param {SearchState} state
 * @param {CreateLink} createLink
 */
export function pager(total, state, createLink) {
  const last = Math.ceil(total / PER_PAGE);
  if (last < 2) return "";
  /**
   * @param {number} page
   * @param {string} label
   */
  const item = (page, label) => (page < 1 || page > last
    ? null : createElement("li", {}, createLink({ ...state, page }, label)));
  return createElement("nav", { className: "pager", "aria-label": "Các trang kết quả" }, createElement("ul", {},
    item(state.page - 1, "Trang trước"),
    createElement("li", {}, `Trang ${state.page} trên ${last}`),
    item(state.page + 1, "Trang sau")));
}

/**
 * Makes links that stay within the search page; those opened in a new tab are left to the browser.
 *
 * @param {(state: SearchState) => void} go
 * @returns {CreateLink}
 */
export const linkCreator = (go) => (state, label) => createElement("a", {
  href: writeState(state) || ".",
  on: { click: (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(state);
  } },
}, label);
