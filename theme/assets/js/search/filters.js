// By what results are narrowed and how they are sorted: years, order, and facets with their counts.
import { createElement } from "./dom.js";
import { FACETS, countConditions } from "./state.js";
/** @import { FacetCount } from "./narrowing.js" */
/** @import { SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

const SHOWN = 10;
const OPEN = ["loai", "tinh"];

/** @typedef {(state: SearchState) => Partial<SearchState>} Patch what to change of a state */

/**
 * A facet: its list of values, whether it shows all of them.
 *
 * @typedef {{ details: HTMLDetailsElement, list: HTMLUListElement, isComplete: boolean }} FacetGroup
 */

/** The panel next to the results; on a narrow screen it is behind a button above them. */
export class FilterPanel {
  /**
   * @param {object} callbacks
   * @param {(patch: Patch) => void} callbacks.change
   * @param {() => void} callbacks.needCounts called when a facet that was not counted is visible
   */
  constructor({ change, needCounts }) {
    this.change = change;
    this.needCounts = needCounts;
    this.isShown = false;
    const onOpen = () => {
      if (this.isShown) needCounts();
    };
    this.from = createSelect("tim-tu", "Từ năm", (year) => change(() => ({ from: Number(year) })));
    this.to = createSelect("tim-den", "đến năm", (year) => change(() => ({ to: Number(year) })));
    this.sort = createSelect("tim-sap-xep", "Xếp theo", (order) => change(() => ({ isByDate: order === "ngay" })));
    this.sort.field.append(createElement("option", { value: "" }, "Liên quan nhất"),
      createElement("option", { value: "ngay" }, "Mới nhất"));
    this.undated = createElement("input", { type: "checkbox", id: "tim-chua-ro-nam",
      on: { change: () => change(() => ({ isUndated: this.undated.checked })) } });
    this.undatedLabel = createElement("label", { htmlFor: this.undated.id, className: "undated" });
    this.groups = new Map(Object.entries(FACETS).map(([key, label]) => [key, createGroup(key, label, onOpen)]));
    this.body = this.createBody();
    this.button = this.createButton();
    this.node = createElement("section", { className: "search-filters is-counting", "aria-label": "Thu hẹp" },
      createElement("h2", { id: "thu-hep", tabIndex: -1 }, "Thu hẹp, sắp xếp"), this.button, this.body);
  }

  createBody() {
    const order = createElement("div", { className: "search-order" },
      [this.from, this.to].flatMap(({ label, field }) => [label, field]), this.undatedLabel,
      createElement("p", { className: "note" }, "Năm họp, hoặc năm mà hội nghị đánh giá hay bàn kế hoạch."),
      this.sort.label, this.sort.field);
    const facets = [...this.groups.values()].map(({ details }) => details);
    return createElement("div", { className: "filters-body", id: "tim-thu-hep" },
      order, createElement("div", { className: "facets" }, facets));
  }

  createButton() {
    const toggle = () => {
      this.button.setAttribute("aria-expanded", String(this.body.classList.toggle("is-open")));
      this.needCounts();
    };
    return createElement("button", { type: "button", className: "filters-button", "aria-expanded": "false",
      "aria-controls": this.body.id, on: { click: toggle } }, "Thu hẹp, sắp xếp");
  }

  /**
   * The facets whose values are visible or chosen.
   *
   * @param {SearchState["chosen"]} chosen
   */
  facetsToCount(chosen) {
    /** @param {FacetGroup} group */
    const isVisible = ({ details }) => details.open && details.offsetParent !== null;
    return [...this.groups].filter(([key, group]) => isVisible(group) || chosen[key]?.length).map(([key]) => key);
  }

  /**
   * @param {SearchState} state
   * @param {[year: number, count: number][]} years of which there are articles
   * @param {SearchResult} result
   */
  show(state, years, { counts, undated }) {
    const conditions = countConditions(state);
    this.button.textContent = conditions ? `Thu hẹp, sắp xếp (${conditions} điều kiện)` : "Thu hẹp, sắp xếp";
    this.sort.field.value = state.isByDate ? "ngay" : "";
    fillYears(this.from.field, years, state.from);
    fillYears(this.to.field, years, state.to);
    this.showUndated(state, undated);
    for (const [key, group] of this.groups) {
      const values = counts.get(key);
      if (!values) continue;
      const chosen = new Set(state.chosen[key]);
      if (chosen.size) group.details.open = true;
      this.fill(key, group, inOrder(values, chosen), chosen);
    }
    this.isShown = true;
    // Some may have become visible since these counts were asked for.
    const isComplete = this.facetsToCount(state.chosen).every((key) => counts.has(key));
    // Shown at once and whole: lists that come one by one would push each other down.
    this.node.classList.toggle("is-counting", !isComplete);
    if (!isComplete) this.needCounts();
  }

  /**
   * @param {SearchState} state
   * @param {number} count
   */
  showUndated({ from, to, isUndated }, count) {
    const text = from || to ? "Cả bài chưa rõ năm" : "Chỉ bài chưa rõ năm";
    this.undated.checked = isUndated;
    this.undatedLabel.hidden = !count && !isUndated;
    const shown = [this.undated, createElement("span", {}, text),
      createElement("span", { className: "count" }, count.toLocaleString("vi"))];
    // The box itself stays where it is, and so does the focus on it.
    if (this.undatedLabel.firstChild) this.undatedLabel.replaceChildren(this.undatedLabel.firstChild, ...shown.slice(1));
    else this.undatedLabel.append(...shown);
  }

  /**
   * Fills the list of a facet anew; the focus stays on the same value.
   *
   * @param {string} key
   * @param {FacetGroup} group
   * @param {FacetCount[]} values
   * @param {Set<string>} chosen
   */
  fill(key, group, values, chosen) {
    const visible = group.isComplete ? values : values.slice(0, Math.max(SHOWN, chosen.size));
    const items = visible.map((value) => this.createItem(key, value, chosen.has(value.id)));
    if (!values.length) items.push(createElement("li", { className: "note" }, "Không có giá trị nào."));
    if (visible.length < values.length) {
      const showAll = () => {
        group.isComplete = true;
        this.fill(key, group, values, chosen);
        group.list.querySelectorAll("input")[visible.length].focus();
      };
      items.push(createElement("li", {}, createElement("button",
        { type: "button", className: "plain", on: { click: showAll } }, `Xem đủ ${values.length}`)));
    }
    const { activeElement } = document;
    const focused = activeElement && group.list.contains(activeElement) ? activeElement.id : "";
    group.list.replaceChildren(...items);
    if (focused) document.getElementById(focused)?.focus();
  }

  /**
   * @param {string} key
   * @param {FacetCount} value
   * @param {boolean} isChosen
   */
  createItem(key, { id, name, count }, isChosen) {
    const toggle = () => this.change(({ chosen }) => {
      const others = (chosen[key] ?? []).filter((other) => other !== id);
      return { chosen: { ...chosen, [key]: box.checked ? [...others, id] : others } };
    });
    const box = createElement("input",
      { type: "checkbox", id: `loc-${key}-${id}`, checked: isChosen, on: { change: toggle } });
    return createElement("li", {}, createElement("label", { htmlFor: box.id }, box,
      createElement("span", {}, name),
      createElement("span", { className: "count" }, count.toLocaleString("vi"))));
  }
}

/**
 * @param {string} id
 * @param {string} text
 * @param {(value: string) => void} choose
 */
function createSelect(id, text, choose) {
  const field = createElement("select", { id, on: { change: () => choose(field.value) } });
  return { field, label: createElement("label", { for: id }, text) };
}

/**
 * @param {string} key
 * @param {string} label
 * @param {() => void} onOpen
 * @returns {FacetGroup}
 */
function createGroup(key, label, onOpen) {
  const list = createElement("ul", { className: "facet-values", "aria-label": label });
  const toggle = () => {
    if (details.open) onOpen();
  };
  const details = createElement("details", { open: OPEN.includes(key), on: { toggle } },
    createElement("summary", {}, label), list);
  return { details, list, isComplete: false };
}

/**
 * Values that results have or that are chosen: chosen ones first, then by count and name.
 *
 * @param {FacetCount[]} values
 * @param {Set<string>} chosen
 */
const inOrder = (values, chosen) => values.filter(({ id, count }) => count || chosen.has(id))
  .sort((a, b) => Number(chosen.has(b.id)) - Number(chosen.has(a.id))
    || b.count - a.count || a.name.localeCompare(b.name, "vi"));

/**
 * @param {HTMLSelectElement} field
 * @param {[year: number, count: number][]} years
 * @param {number} chosen
 */
function fillYears(field, years, chosen) {
  const all = new Set([...years.map(([year]) => year), chosen].filter(Boolean));
  const options = [...all].sort((a, b) => b - a)
    .map((year) => createElement("option", { value: year }, String(year)));
  field.replaceChildren(createElement("option", { value: "" }, "tất cả"), ...options);
  field.value = chosen ? String(chosen) : "";
}
