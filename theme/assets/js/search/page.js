// The search page: its state is the address, so that it can be linked to and gone back to.
import { Panel } from "./filters.js";
import { ask, reason } from "./index.js";
import { make } from "./nodes.js";
import { PER_PAGE, linkWith, pager, result, waysOut } from "./results.js";
import { isVoid, sentences } from "./sentences.js";
import { isNarrowed, readState, writeState } from "./state.js";

const PATIENCE = 400;
const LONGEST_TITLE = 60;

export function start(part) {
  new SearchPage(part).run();
}

class SearchPage {
  constructor(part) {
    this.form = part.querySelector("form");
    this.input = this.form.querySelector("input");
    this.base = new URL("chi-muc/", this.form.action);
    this.root = new URL("../", this.form.action);
    this.title = document.title;
    this.asked = 0;
    this.link = linkWith((state) => this.go(state));
    this.panel = new Panel({
      change: (patch) => this.go({ ...this.state, ...patch(this.state), page: 1 }),
      wanted: () => this.run({ isQuiet: true }),
    });
    this.build(part);
    window.addEventListener("popstate", () => this.run());
  }

  get state() {
    return readState(window.location.search);
  }

  build(part) {
    this.status = make("div", { className: "search-status", role: "status", tabIndex: -1 });
    this.ways = make("ul", { className: "links" });
    this.list = make("ol", { className: "hits" });
    this.pager = make("div");
    this.columns = make("div", { className: "search-columns", hidden: true },
      make("div", { className: "search-told" }, this.status, this.ways), this.panel.node,
      make("section", { className: "search-results", "aria-label": "Kết quả" },
        make("h2", { className: "visually-hidden" }, "Kết quả"), this.list, this.pager));
    part.append(this.columns);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.go({ ...this.state, text: this.input.value, page: 1 });
    });
  }

  go(state) {
    window.history.pushState(null, "", writeState(state) || window.location.pathname);
    this.run();
    if (this.columns.getBoundingClientRect().top < 0) this.columns.scrollIntoView();
  }

  async run({ isQuiet = false } = {}) {
    const { state } = this;
    this.asked += 1;
    const { asked } = this;
    const isLate = () => asked !== this.asked;
    // Words may stand in the field already, typed before this script came.
    if (!isQuiet && (state.text || asked > 1)) this.input.value = state.text;
    const isIdle = !state.text.trim() && !isNarrowed(state);
    this.columns.hidden = isIdle;
    document.title = state.text.trim() ? `${state.text.trim().slice(0, LONGEST_TITLE)} – ${this.title}` : this.title;
    if (isIdle) return;
    const waiting = setTimeout(() => { if (!isLate()) this.tell(["Đang tìm…"]); }, PATIENCE);
    try {
      const answer = await ask(this.base, (searcher) => this.answer(searcher, state));
      if (!isLate()) this.show(answer, state);
    } catch (error) {
      if (!isLate()) this.fail(error);
    } finally {
      clearTimeout(waiting);
    }
  }

  async answer(searcher, state) {
    const { chosen, from, to, isByDate, page } = state;
    const counted = this.panel.counted(chosen);
    const answer = await searcher.search(state.text, { filters: { chosen, from, to }, isByDate, counted });
    const found = isVoid(answer, state) ? { ...answer, docs: [] } : answer;
    const docs = found.docs.slice((page - 1) * PER_PAGE, page * PER_PAGE);
    const cards = await Promise.all(docs.map((doc) => searcher.reader.card(doc).catch(() => null)));
    return { found, docs, cards, years: searcher.manifest.years };
  }

  show({ found, docs, cards, years }, state) {
    const hadFocus = this.columns.contains(document.activeElement);
    this.tell(sentences(found, state));
    this.ways.replaceChildren(...waysOut(found, state, this.link));
    this.list.start = (state.page - 1) * PER_PAGE + 1;
    this.list.replaceChildren(...cards.map((card, at) =>
      result(card, found, { root: this.root, isByName: found.byName.has(docs[at]) })));
    this.pager.replaceChildren(pager(found.docs.length, state, this.link));
    this.panel.node.hidden = !found.docs.length && !isNarrowed(state);
    this.panel.show(state, years, found.counts);
    // What was pressed may be gone; the reading goes on from the top of the new results.
    if (hadFocus && !this.columns.contains(document.activeElement)) this.status.focus({ preventScroll: true });
  }

  tell(told) {
    this.status.replaceChildren(...told.map((sentence) => make("p", {}, sentence)));
  }

  fail(error) {
    this.tell([reason(error)]);
    for (const part of [this.ways, this.list, this.pager]) part.replaceChildren();
    this.panel.node.hidden = true;
  }
}
