// The search page. The address is its only state, so that a search can be linked to and gone back to.
import { withSource } from "./address.js";
import { Chips } from "./chips.js";
import { messageOf, withSearcher } from "./client.js";
import { createElement } from "./dom.js";
import { askEarly } from "./early.js";
import { answerItem, entityItem, readRows } from "./entity-card.js";
import { FilterPanel } from "./filters.js";
import { asksNothing, messages, sourceMessages } from "./messages.js";
import { answer } from "./questions.js";
import { readingOf } from "./reading.js";
import { PER_PAGE, alternatives, linkCreator, pager, resultItem } from "./results.js";
import { SaveList, feedOf } from "./save-list.js";
import { asRows, isFolded, withSiblings } from "./sibling-list.js";
import { foldSiblings } from "./siblings.js";
import { isNarrowed, readState, withText, writeState } from "./state.js";
/** @import { Card } from "./codec.js" */
/** @import { EntityRow } from "./entity-card.js" */
/** @import { Answer } from "./questions.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Searcher, SearchResult } from "./searcher.js" */
/** @import { Row } from "./siblings.js" */
/** @import { SearchState } from "./state.js" */

// After so many milliseconds the page says that it is searching.
const PATIENCE = 400;
const MAX_TITLE_LENGTH = 60;
// From here on the style puts filters beside the results; below, behind a button above them.
const WIDE = "(min-width: 60rem)";

/**
 * @typedef {object} PageOfResults
 * @property {Searcher} searcher
 * @property {Reading} reading
 * @property {boolean} isSource whether the query is the address of an article
 * @property {SearchResult} result
 * @property {number} total how many rows there are
 * @property {Row[]} rows those of this page
 * @property {(Card | null)[]} cards of these; null where one could not be read
 * @property {Answer | null} answered what was asked, where that is sure
 * @property {EntityRow[]} entities whose name was typed, before the first articles
 */

/**
 * @param {HTMLElement} part
 */
export function start(part) {
  const page = new SearchPage(part);
  part.append(page.columns);
  page.placeFilters();
  page.listen();
  page.run();
}

class SearchPage {
  /** @param {HTMLElement} part */
  constructor(part) {
    this.part = part;
    this.form = /** @type {HTMLFormElement} */ (part.querySelector("form"));
    this.input = /** @type {HTMLInputElement} */ (this.form.querySelector("input"));
    this.base = new URL("chi-muc/", this.form.action);
    this.root = new URL("../", this.form.action);
    this.title = document.title;
    this.wide = window.matchMedia(WIDE);
    /** Number of the latest query: an answer to an earlier one comes too late. */
    this.latest = 0;
    this.createLink = linkCreator((state) => this.go(state));
    this.panel = new FilterPanel({
      change: (patch) => this.go({ ...this.state, ...patch(this.state), page: 1 }),
      needCounts: () => this.run({ isQuiet: true }),
    });
    this.chips = new Chips((patch) => this.go({ ...this.state, ...patch }));
    this.status = createElement("div", { className: "search-status", role: "status", tabIndex: -1 });
    this.alternatives = createElement("ul", { className: "links" });
    this.list = createElement("ol", { className: "hits" });
    this.pager = createElement("div");
    this.saving = new SaveList(this.root);
    this.heading = createElement("h2", { id: "ket-qua", className: "visually-hidden", tabIndex: -1 }, "Kết quả");
    this.told = createElement("div", { className: "search-told" }, this.status, this.chips.node, this.alternatives);
    this.columns = this.createColumns();
  }

  /** Results come before filters, for a keyboard and a screen reader too. */
  createColumns() {
    const skips = createElement("p", { className: "skips" }, skipLink(this.heading, "Đến kết quả"),
      skipLink(/** @type {HTMLElement} */ (this.panel.node.firstChild), "Đến phần thu hẹp"));
    return createElement("div", { className: "search-columns is-waiting", hidden: true },
      skips, this.told,
      createElement("section", { className: "search-results", "aria-labelledby": this.heading.id },
        this.heading, this.list, this.pager, this.saving.node));
  }

  /** Puts filters where the eye sees them, so that the keyboard goes the same way. */
  placeFilters() {
    if (this.wide.matches) this.columns.append(this.panel.node);
    else this.told.after(this.panel.node);
  }

  get state() {
    return readState(window.location.search);
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go(withText(this.state, this.input.value));
    });
    window.addEventListener("popstate", () => this.run());
    this.wide.addEventListener("change", () => this.placeFilters());
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
    // Room for the results from the start: nothing below is pushed down in sight when they come.
    this.part.classList.toggle("is-asked", !isIdle);
    document.documentElement.classList.remove("asked");
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
    const { chosen, from, to, isUndated, isByDate, isLiteral, page } = state;
    const facets = this.panel.facetsToCount(chosen);
    const asked = await withSource(searcher.index, state.text, { chosen, from, to, isUndated });
    if (asked.text.trim() && !isByDate) askEarly(searcher, asked.text);
    const reading = await readingOf(searcher, { ...state, text: asked.text });
    const matches = await searcher.search(reading.text,
      { filters: asked.filters, isByDate, isFinished: true, isLiteral, facets });
    const result = asksNothing(matches, state) && !asked.isSource ? { ...matches, docs: [] } : matches;
    const all = isFolded(result, state) ? await foldSiblings(searcher.index, result.docs) : asRows(result.docs);
    const rows = all.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const [cards, entities, answered] = await Promise.all([
      Promise.all(rows.map(({ doc }) => searcher.index.card(doc).catch(() => null))),
      readRows(searcher.index, page === 1 ? result.entities : []),
      page === 1 ? answer(searcher.index, reading.text) : null,
    ]);
    return { searcher, reading, isSource: asked.isSource, result, total: all.length, rows, cards, entities, answered };
  }

  /**
   * @param {PageOfResults} results
   * @param {SearchState} state
   */
  show({ searcher, reading, isSource, result, total, rows, cards, entities, answered }, state) {
    this.endWaiting();
    const hadFocus = this.columns.contains(document.activeElement);
    this.say(isSource ? sourceMessages(result) : messages(result, state));
    this.chips.show(reading, result, state);
    this.alternatives.replaceChildren(...alternatives(result, state, this.createLink));
    this.list.start = (state.page - 1) * PER_PAGE + 1;
    const read = (/** @type {number} */ doc) => searcher.index.card(doc);
    this.list.replaceChildren(...cards.map((card, at) => withSiblings(
      resultItem(card, result, { root: this.root, isByOtherName: result.byOtherName.has(rows[at].doc) }),
      rows[at], { root: this.root, read })));
    this.list.prepend(...(answered ? [answerItem(answered, this.root)] : []),
      ...entities.map((row) => entityItem(row, this.root)));
    this.pager.replaceChildren(pager(total, state, this.createLink));
    this.panel.node.hidden = !result.docs.length && !isNarrowed(state);
    this.panel.show(state, searcher.manifest.years, result);
    this.saving.show({ text: state.text.trim(), docs: result.docs, read, feed: feedOf(result.entities, state, cards) });
    // The pressed element may be gone: the keyboard goes on from the top of the new results.
    if (hadFocus && !this.columns.contains(document.activeElement)) this.status.focus({ preventScroll: true });
  }

  /** Shows the parts around the list, which would be pushed down by what comes above it. */
  endWaiting() {
    this.columns.classList.remove("is-waiting");
  }

  /** @param {string[]} sentences */
  say(sentences) {
    this.status.replaceChildren(...sentences.map((sentence) => createElement("p", {}, sentence)));
  }

  /** @param {unknown} error */
  fail(error) {
    this.endWaiting();
    this.say([messageOf(error)]);
    this.chips.clear();
    for (const part of [this.alternatives, this.list, this.pager]) part.replaceChildren();
    this.panel.node.hidden = true;
    this.saving.node.hidden = true;
  }
}

/**
 * A link that leads the keyboard to a part of the page; the address stays, as it is that of the search.
 *
 * @param {HTMLElement} target
 * @param {string} label
 */
const skipLink = (target, label) => createElement("a", {
  href: `#${target.id}`,
  className: "skip-on",
  on: { click: (event) => {
    event.preventDefault();
    target.focus();
  } },
}, label);
