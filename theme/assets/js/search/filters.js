// By what results are narrowed and how they are sorted: years, order, and facets with their counts.
import { make } from "./nodes.js";
import { FACETS, conditions } from "./state.js";

const SHOWN = 10;
const OPEN = ["loai", "tinh"];

/**
 * The panel beside the results, or behind a button above them on a narrow screen.
 * `change` is given what to change of a state; `wanted` is called when a facet comes into sight.
 */
export class Panel {
  constructor({ change, wanted }) {
    this.change = change;
    this.wanted = wanted;
    this.isShown = false;
    const opened = () => { if (this.isShown) wanted(); };
    this.from = select("tim-tu", "Từ năm", (year) => change(() => ({ from: Number(year) })));
    this.to = select("tim-den", "đến năm", (year) => change(() => ({ to: Number(year) })));
    this.sort = select("tim-sap-xep", "Xếp theo", (order) => change(() => ({ isByDate: order === "ngay" })));
    this.sort.field.append(make("option", { value: "" }, "Liên quan nhất"), make("option", { value: "ngay" }, "Mới nhất"));
    this.groups = new Map(Object.entries(FACETS).map(([key, label]) => [key, group(key, label, opened)]));
    this.node = this.build();
  }

  build() {
    const order = make("div", { className: "search-order" },
      [this.from, this.to, this.sort].flatMap(({ label, field }) => [label, field]));
    const facets = [...this.groups.values()].map(({ details }) => details);
    const body = make("div", { className: "filters-body", id: "tim-thu-hep" }, order, make("div", { className: "facets" }, facets));
    const toggle = () => {
      this.button.setAttribute("aria-expanded", String(body.classList.toggle("is-open")));
      this.wanted();
    };
    this.button = make("button", { type: "button", className: "filters-button", "aria-expanded": "false",
      "aria-controls": body.id, on: { click: toggle } }, "Thu hẹp, sắp xếp");
    return make("section", { className: "search-filters", "aria-label": "Thu hẹp" }, make("h2", {}, "Thu hẹp"), this.button, body);
  }

  /** Facets whose values are in sight or chosen. */
  counted(chosen) {
    const isInSight = ({ details }) => details.open && details.offsetParent !== null;
    return [...this.groups].filter(([key, shown]) => isInSight(shown) || chosen[key]?.length).map(([key]) => key);
  }

  /** Shows a state, the years that there are, and the counts of facets. */
  show(state, years, counts) {
    const count = conditions(state);
    this.button.textContent = count ? `Thu hẹp, sắp xếp (${count} điều kiện)` : "Thu hẹp, sắp xếp";
    this.sort.field.value = state.isByDate ? "ngay" : "";
    fillYears(this.from.field, years, state.from);
    fillYears(this.to.field, years, state.to);
    for (const [key, values] of counts) {
      const shown = this.groups.get(key);
      const picked = new Set(state.chosen[key]);
      if (picked.size) shown.details.open = true;
      this.fill(key, shown, inOrder(values, picked), picked);
    }
    this.isShown = true;
    // Some may have come into sight since these counts were asked for.
    if (this.counted(state.chosen).some((key) => !counts.has(key))) this.wanted();
  }

  fill(key, shown, values, picked) {
    const visible = shown.isWhole ? values : values.slice(0, Math.max(SHOWN, picked.size));
    const items = visible.map((value) => this.item(key, value, picked.has(value.id)));
    if (!values.length) items.push(make("li", { className: "note" }, "Không có giá trị nào."));
    if (visible.length < values.length) {
      const more = () => {
        shown.isWhole = true;
        this.fill(key, shown, values, picked);
        shown.list.querySelectorAll("input")[visible.length].focus();
      };
      items.push(make("li", {}, make("button", { type: "button", className: "plain", on: { click: more } },
        `Xem đủ ${values.length}`)));
    }
    const focused = shown.list.contains(document.activeElement) ? document.activeElement.id : "";
    shown.list.replaceChildren(...items);
    if (focused) document.getElementById(focused)?.focus();
  }

  item(key, { id, name, count }, isPicked) {
    const toggle = ({ target }) => this.change(({ chosen }) => {
      const others = (chosen[key] ?? []).filter((other) => other !== id);
      return { chosen: { ...chosen, [key]: target.checked ? [...others, id] : others } };
    });
    const box = make("input", { type: "checkbox", id: `loc-${key}-${id}`, checked: isPicked, on: { change: toggle } });
    return make("li", {}, make("label", { htmlFor: box.id }, box, make("span", {}, name),
      make("span", { className: "count" }, count.toLocaleString("vi"))));
  }
}

function select(id, text, choose) {
  const field = make("select", { id, on: { change: ({ target }) => choose(target.value) } });
  return { field, label: make("label", { for: id }, text) };
}

function group(key, label, opened) {
  const list = make("ul", { className: "facet-values", "aria-label": label });
  const details = make("details", { open: OPEN.includes(key), on: { toggle: () => { if (details.open) opened(); } } },
    make("summary", {}, label), list);
  return { details, list, isWhole: false };
}

const inOrder = (values, picked) => values.filter(({ id, count }) => count || picked.has(id))
  .sort((a, b) => picked.has(b.id) - picked.has(a.id) || b.count - a.count || a.name.localeCompare(b.name, "vi"));

function fillYears(field, years, chosen) {
  const known = new Set([...years.map(([year]) => year), chosen].filter(Boolean));
  const options = [...known].sort((a, b) => b - a).map((year) => make("option", { value: year }, String(year)));
  field.replaceChildren(make("option", { value: "" }, "tất cả"), ...options);
  field.value = chosen || "";
}
