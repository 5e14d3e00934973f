// Records of a registry, chosen by typing with or without marks; the chosen ones can be taken out.
import { ask, make } from "./api.js";
import { newId } from "./controls.js";

/** @typedef {{id: string, name: string, note: string}} Choice */

/** @type {import("./fields.js").Maker} */
export function recordsField(spec, value, changed) {
  const id = newId();
  /** @type {any[]} */
  let chosen = spec.multiple ? [...(value ?? [])] : value ? [value] : [];
  const chips = make("ul", { class: "chips" });
  const picker = new Picker(id, spec, (picked) => {
    if (!chosen.some((one) => same(one, picked))) chosen = spec.multiple ? [...chosen, picked] : [picked];
    show();
    changed();
  });

  const show = () => chips.replaceChildren(...chosen.map((one, place) => chip(spec, one, () => {
    chosen = chosen.filter((_, other) => other !== place);
    show();
    changed();
    picker.input.focus();
  })));
  show();
  const hint = spec.hint ? [make("p", { class: "hint", id: `${id}-hint` }, [spec.hint])] : [];
  const root = make("div", { class: "field records" }, [make("label", { for: id }, [spec.label]), ...hint, chips, picker.input, picker.list]);
  return { root, read: () => (spec.multiple ? chosen : (chosen[0] ?? "")) };
}

/**
 * @param {any} one
 * @param {any} other
 */
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * @param {import("./fields.js").Spec} spec
 * @param {any} one an id, or a text that is in no registry
 * @param {() => void} remove
 */
function chip(spec, one, remove) {
  const text = typeof one === "string" ? one : one.name || one.id;
  const name = make("span", {}, [text]);
  const line = make("li", {}, [name, make("button", { type: "button", "aria-label": `Bỏ ${text}`, click: remove }, ["×"])]);
  if (typeof one !== "string" && !one.id) {
    line.classList.add("free");
    name.append(make("small", {}, [" (chưa có trong sổ)"]));
    return line;
  }
  const id = typeof one === "string" ? one : one.id;
  ask(`/api/records/${spec.registry}?id=${encodeURIComponent(id)}`).then((/** @type {Choice} */ record) => {
    name.replaceChildren(record.name, record.note ? make("small", {}, [` ${record.note}`]) : "");
    name.dispatchEvent(new CustomEvent("named", { bubbles: true }));
  }, () => {});
  return line;
}

/** An input with a list of records below it, as the combobox pattern of ARIA has it. */
class Picker {
  /**
   * @param {string} id
   * @param {import("./fields.js").Spec} spec
   * @param {(picked: any) => void} pick
   */
  constructor(id, spec, pick) {
    this.spec = spec;
    this.pick = pick;
    this.asked = 0;
    /** @type {{value: any, line: HTMLElement}[]} */
    this.options = [];
    this.active = -1;
    this.list = make("ul", { id: `${id}-list`, role: "listbox", class: "options", "aria-label": spec.label, hidden: true });
    this.input = /** @type {HTMLInputElement} */ (
      make("input", { id, role: "combobox", "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list", autocomplete: "off", placeholder: "Gõ để tìm trong sổ" })
    );
    this.input.addEventListener("input", () => this.search());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
  }

  async search() {
    const typed = this.input.value.trim();
    const mine = ++this.asked;
    if (!typed) return this.close();
    /** @type {Choice[]} */
    const found = await ask(`/api/records/${this.spec.registry}?q=${encodeURIComponent(typed)}`);
    if (mine !== this.asked) return undefined;
    const free = this.spec.free ? [{ value: this.spec.path === "agencies" ? { name: typed } : typed, text: `Ghi nguyên chữ «${typed}»`, note: "" }] : [];
    const shown = [...found.map((one) => ({ value: one.id, text: one.name, note: one.note })), ...free];
    return this.open(shown);
  }

  /** @param {{value: any, text: string, note: string}[]} shown */
  open(shown) {
    this.options = shown.map((one, place) => {
      const line = make("li", { role: "option", id: `${this.list.id}-${place}`, "aria-selected": "false" }, [one.text, one.note ? make("small", {}, [` ${one.note}`]) : ""]);
      line.addEventListener("pointerdown", (event) => {
        event.preventDefault();
        this.take(place);
      });
      return { value: one.value, line };
    });
    this.list.replaceChildren(...(shown.length ? this.options.map((one) => one.line) : [make("li", { class: "none" }, ["Không có trong sổ"])]));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.move(shown.length ? 0 : -1);
  }

  close() {
    this.list.hidden = true;
    this.options = [];
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} place */
  move(place) {
    this.active = place;
    this.options.forEach((one, other) => one.line.setAttribute("aria-selected", String(other === place)));
    const line = this.options[place]?.line;
    if (line) this.input.setAttribute("aria-activedescendant", line.id);
    line?.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Enter") event.preventDefault();
    if (!this.options.length) return;
    const last = this.options.length - 1;
    if (event.key === "ArrowDown") this.move(Math.min(last, this.active + 1));
    else if (event.key === "ArrowUp") this.move(Math.max(0, this.active - 1));
    else if (event.key === "Enter") this.take(this.active);
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
  }

  /** @param {number} place */
  take(place) {
    const option = this.options[place];
    if (!option) return;
    this.input.value = "";
    this.close();
    this.pick(option.value);
  }
}
