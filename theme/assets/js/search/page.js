// The search page. The address is its only state, so that a search can be linked to and gone back to.
import { messageOf, withSearcher } from "./client.js";
import { createElement } from "./dom.js";
import { FilterPanel } from "./filters.js";
import { asksNothing, messages } from "./messages.js";
import { PER_PAGE, alternatives, linkCreator, pager, resultItem } from "./results.js";
import { isNarrowed, readState, writeState } from "./state.js";
/** @import { Card } from "./codec.js" */
/** @import { Searcher, SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

// After so many milliseconds the page says that it is searching.
const PATIENCE = 400;
const MAX_TITLE_LENGTH = 60;

/**
 * @typedef {object} PageOfResults
 * @property {SearchResult} result
 * @property {number[]} docs those of this page
 * @property {(Card | null)[]} cards of these; null where one could not be read
 * @property {[year: number, count: number][]} years
 */

/**
 * @param {HTMLElement} part
 */
export function start(part) {
  const page = new SearchPage(part);
  part.append(page.columns);
  page.run();
}

class SearchPage {
  /** @param {HTMLElement} part */
  constructor(part) {
    this.form = /** @type {HTMLFormElement} */ (part.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.querySelector("input"));
    this.base = new URL("chi-muc/", this.form.action);
    this.root = new URL("../", this.form.action);
    this.title = document.title;
    /** Number of the latest query: an answer to an earlier one comes too late. */
    this.latest = 0;
    this.createLink = linkCreator((state) => this.go(state));
    this.panel = new FilterPanel({
      change: (patch) => this.go({ ...this.state, ...patch(this.state), page: 1 }),
      needCounts: () => this.run({ isQuiet: true }),
    });
    this.status = createElement("div", { className: "search-status", role: "status", tabIndex: -1 });
    this.alternatives = createElement("ul", { className: "links" });
    this.list = createElement("ol", { className: "hits" });
    this.pager = createElement("div");
    this.columns = createElement("div", { className: "search-columns", hidden: true },
      createElement("div", { className: "search-told" }, this.status, this.alternatives), this.panel.node,
      createElement("section", { className: "search-results", "aria-label": "Kết quả" },
        createElement("h2", { className: "visually-hidden" }, "Kết quả"), this.list, this.pager));
    this.listen();
  }

  get state() {
    return readState(window.location.search);
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, text: this.input.value, page: 1 });
    });
    window.addEventListener("popstate", () => this.run());
  }

  /** @param {SearchState} state */
  go(state) {
    window.history.pushState(null, "", writeState(state) || window.location.pathname);
    this.run();
    if (this.columns.getBoundingClientRect().top < 0) this.columns.scrollIntoView();
  }

  /**
   * Searches for what the address says.
   *
   * @param {{ isQuiet?: boolean }} [options] quiet: the reader has asked for nothing new
   */
  async run({ isQuiet = false } = {}) {
    const { state } = this;
    this.latest += 1;
    const number = this.latest;
    const isLate = () => number !== this.latest;
    // The reader may have typed before this script was loaded.
    if (!isQuiet && (state.text || number > 1)) this.input.value = state.text;
    const text = state.text.trim();
    const isIdle = !text && !isNarrowed(state);
    this.columns.hidden = isIdle;
    document.title = text ? `${text.slice(0, MAX_TITLE_LENGTH)} – ${this.title}` : this.title;
    if (isIdle) return;
    const waiting = setTimeout(() => {
      if (!isLate()) this.say(["Đang tìm…"]);
    }, PATIENCE);
    try {
      const results = await withSearcher(this.base, (searcher) => this.search(searcher, state));
      if (!isLate()) this.show(results, state);
    } catch (error) {
      if (!isLate()) this.fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * @param {Searcher} searcher
   * @param {SearchState} state
   * @returns {Promise<PageOfResults>}
   */
  async search(searcher, state) {
    const { chosen, from, to, isByDate, page } = state;
    const facets = this.panel.facetsToCount(chosen);
    const matches = await searcher.search(state.text, { filters: { chosen, from, to }, isByDate, isFinished: true, facets });
    const result = asksNothing(matches, state) ? { ...matches, docs: [] } : matches;
    const docs = result.docs.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const cards = await Promise.all(docs.map((doc) => searcher.index.card(doc).catch(() => null)));
    return { result, docs, cards, years: searcher.manifest.years };
  }

  /**
   * @param {PageOfResults} results
   * @param {SearchState} state
   */
  show({ result, docs, cards, years }, state) {
    const hadFocus = this.columns.contains(document.activeElement);
    this.say(messages(result, state));
    this.alternatives.replaceChildren(...alternatives(result, state, this.createLink));
    this.list.start = (state.page - 1) * PER_PAGE + 1;
    this.list.replaceChildren(...cards.map((card, at) =>
      resultItem(card, result, { root: this.root, isByOtherName: result.byOtherName.has(docs[at]) })));
    this.pager.replaceChildren(pager(result.docs.length, state, this.createLink));
    this.panel.node.hidden = !result.docs.length && !isNarrowed(state);
    this.panel.show(state, years, result.counts);
    // The pressed element may be gone: the keyboard goes on from the top of the new results.
    if (hadFocus && !this.columns.contains(document.activeElement)) this.status.focus({ preventScroll: true });
  }

  /** @param {string[]} sentences */
  say(sentences) {
    this.status.replaceChildren(...sentences.map((sentence) => createElement("p", {}, sentence)));
  }

  /** @param {unknown} error */
  fail(error) {
    this.say([messageOf(error)]);
    for (const part of [this.alternatives, this.list, this.pager]) part.replaceChildren();
    this.panel.node.hidden = true;
  }
}
