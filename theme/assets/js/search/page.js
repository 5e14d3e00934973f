// The search page: its state is the address, so that it can be linked to and gone back to.
import { Panel } from "./filters.js";
import { ask, reason } from "./index.js";
import { make } from "./nodes.js";
import { PER_PAGE, linkWith, pager, result, sentences, waysOut } from "./results.js";
import { isNarrowed, readState, writeState } from "./state.js";

const NOTHING = { docs: [], readAs: "", ignored: [], missing: [], isCut: false };

export function start(part) {
  new SearchPage(part).run();
}

class SearchPage {
  constructor(part) {
    this.base = new URL("chi-muc/", new URL(part.dataset.root, document.baseURI));
    this.root = new URL("../", new URL(part.dataset.root, document.baseURI));
    this.asked = 0;
    this.link = linkWith((state) => this.go(state));
    this.panel = new Panel({
      change: (key, ids) => this.go({ ...this.state, chosen: { ...this.state.chosen, [key]: ids }, page: 1 }),
      wanted: () => this.run({ isQuiet: true }),
    });
    this.build(part);
    window.addEventListener("popstate", () => this.run());
  }

  get state() {
    return readState(window.location.search);
  }

  build(part) {
    this.input = make("input", { type: "search", id: "tim-o-trang", name: "q", autocomplete: "off" });
    this.from = this.year("tim-tu", "Từ năm", (from) => ({ from }));
    this.to = this.year("tim-den", "đến năm", (to) => ({ to }));
    this.sort = make("select", { id: "tim-sap-xep", on: { change: ({ target }) => this.go({ ...this.state, isByDate: target.value === "ngay", page: 1 }) } },
      make("option", { value: "" }, "Liên quan nhất"), make("option", { value: "ngay" }, "Mới nhất"));
    const submit = (event) => {
      event.preventDefault();
      this.go({ ...this.state, text: this.input.value, page: 1 });
    };
    const form = make("form", { className: "search-form", role: "search", "aria-label": "Tìm trong toàn bộ bản tin", on: { submit } },
      make("label", { for: this.input.id }, "Điều cần tìm"),
      make("div", { className: "field" }, this.input, make("button", { type: "submit" }, "Tìm")),
      make("p", { className: "note" }, "Gõ có dấu hay không dấu đều được; đặt trong ngoặc kép để tìm đúng nguyên văn."));
    this.status = make("div", { className: "search-status", role: "status" });
    this.ways = make("ul", { className: "links" });
    this.list = make("ol", { className: "hits" });
    this.pager = make("div");
    const order = make("div", { className: "search-order" }, this.from.label, this.from.select, this.to.label, this.to.select,
      make("label", { for: this.sort.id }, "Xếp theo"), this.sort);
    const results = make("section", { className: "search-results", "aria-label": "Kết quả" }, this.status, this.ways, this.list, this.pager);
    const filters = make("section", { className: "search-filters", "aria-label": "Thu hẹp" }, make("h2", {}, "Thu hẹp"), order, this.panel.node);
    this.columns = make("div", { className: "search-columns", hidden: true }, results, filters);
    part.replaceChildren(form, this.columns);
  }

  year(id, text, change) {
    const select = make("select", { id, on: { change: ({ target }) =>
      this.go({ ...this.state, ...change(Number(target.value)), page: 1 }) } });
    return { select, label: make("label", { for: id }, text) };
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
    if (!isQuiet) this.input.value = state.text;
    const isIdle = !state.text.trim() && !isNarrowed(state);
    this.columns.hidden = isIdle;
    if (isIdle) return;
    try {
      const answer = await ask(this.base, (searcher) => this.answer(searcher, state));
      if (asked === this.asked) this.show(answer, state);
    } catch (error) {
      if (asked === this.asked) this.show({ found: NOTHING, cards: [], years: [], error: reason(error) }, state);
    }
  }

  async answer(searcher, state) {
    const hasWords = /[\p{L}\p{N}]/u.test(state.text);
    if (!hasWords && state.text.trim() && !isNarrowed(state)) return { found: NOTHING, cards: [], years: searcher.manifest.years, isEmpty: true };
    const { chosen, from, to, isByDate } = state;
    const counted = this.panel.counted(chosen);
    const found = await searcher.search(state.text, { filters: { chosen, from, to }, isByDate, counted });
    const docs = found.docs.slice((state.page - 1) * PER_PAGE, state.page * PER_PAGE);
    const cards = await Promise.all(docs.map((doc) => searcher.reader.card(doc).catch(() => null)));
    return { found, docs, cards, years: searcher.manifest.years };
  }

  show({ found, docs, cards, years, error, isEmpty }, state) {
    const told = error ? [error] : sentences(found, state);
    if (isEmpty) told.push("Câu tìm chỉ có dấu hoặc ký hiệu; hãy gõ ít nhất một chữ hay một số.");
    this.status.replaceChildren(...told.map((sentence) => make("p", {}, sentence)));
    this.ways.replaceChildren(...error ? [] : waysOut(found, state, this.link));
    this.list.start = (state.page - 1) * PER_PAGE + 1;
    this.list.replaceChildren(...cards.map((card, at) =>
      result(card, found, { root: this.root, isByName: found.byName.has(docs[at]) })));
    this.pager.replaceChildren(pager(found.docs.length, state, this.link));
    if (found.counts) this.panel.show(found.counts, state.chosen);
    this.sort.value = state.isByDate ? "ngay" : "";
    this.fillYears(this.from.select, years, state.from);
    this.fillYears(this.to.select, years, state.to);
  }

  fillYears(select, years, chosen) {
    const known = new Set([...years.map(([year]) => year), chosen].filter(Boolean));
    const options = [...known].sort((a, b) => b - a).map((year) => make("option", { value: year }, String(year)));
    select.replaceChildren(make("option", { value: "" }, "tất cả"), ...options);
    select.value = chosen || "";
  }
}
