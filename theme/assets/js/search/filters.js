// The facets beside the results: closed until wanted, each loaded when it is opened.
import { make } from "./nodes.js";
import { FACETS } from "./state.js";

const SHOWN = 10;
const OPEN = ["loai", "tinh"];

/** The panel of facets; `change` is told which values of a facet are chosen. */
export class Panel {
  constructor({ change, wanted }) {
    this.change = change;
    this.groups = new Map(Object.entries(FACETS).map(([key, label]) => [key, this.group(key, label, wanted)]));
    this.node = make("div", { className: "facets" }, [...this.groups.values()].map(({ details }) => details));
  }

  group(key, label, wanted) {
    const list = make("ul", { className: "facet-values", "aria-label": label });
    const details = make("details", { open: OPEN.includes(key), on: { toggle: () => { if (details.open) wanted(); } } },
      make("summary", {}, label), list);
    return { details, list, isWhole: false };
  }

  /** Facets whose values are in sight or chosen. */
  counted(chosen) {
    return [...this.groups].filter(([key, { details }]) => details.open || chosen[key]?.length).map(([key]) => key);
  }

  show(counts, chosen) {
    for (const [key, values] of counts) {
      const group = this.groups.get(key);
      const picked = new Set(chosen[key]);
      if (picked.size) group.details.open = true;
      const shown = values.filter(({ id, count }) => count || picked.has(id))
        .sort((a, b) => picked.has(b.id) - picked.has(a.id) || b.count - a.count || a.name.localeCompare(b.name, "vi"));
      this.fill(key, group, shown, picked);
    }
  }

  fill(key, group, values, picked) {
    const visible = group.isWhole ? values : values.slice(0, Math.max(SHOWN, picked.size));
    const items = visible.map((value) => this.item(key, value, picked));
    if (!values.length) items.push(make("li", { className: "note" }, "Không có giá trị nào."));
    if (visible.length < values.length) {
      const more = () => { group.isWhole = true; this.fill(key, group, values, picked); };
      items.push(make("li", {}, make("button", { type: "button", className: "plain", on: { click: more } },
        `Xem đủ ${values.length}`)));
    }
    const focused = group.list.contains(document.activeElement) ? document.activeElement.id : "";
    group.list.replaceChildren(...items);
    if (focused) document.getElementById(focused)?.focus();
  }

  item(key, { id, name, count }, picked) {
    const toggle = ({ target }) => {
      const next = new Set(picked);
      if (target.checked) next.add(id);
      else next.delete(id);
      this.change(key, [...next]);
    };
    const box = make("input", { type: "checkbox", id: `loc-${key}-${id}`, checked: picked.has(id), on: { change: toggle } });
    return make("li", {}, make("label", { htmlFor: box.id }, box, make("span", {}, name),
      make("span", { className: "count" }, String(count))));
  }
}
