// Guesses of import, in order of doubt: each beside its evidence, confirmed by Enter or corrected.
import { element, make } from "./api.js";
import { light, passagesOf } from "./beside.js";
import { fieldOf, go } from "./findings.js";

/** @typedef {{evidence: string, confidence?: string}} Guess */

const DOUBT = ["thấp", "vừa", "cao"];
const SURE = "cao";
const LABELS = /** @type {Record<string, string>} */ ({ body: "Nội dung" });

export class Confirmations {
  /**
   * @param {Record<string, Guess>} guesses by path of the field
   * @param {() => void} changed
   */
  constructor(guesses, changed) {
    this.guesses = { ...guesses };
    this.changed = changed;
    this.show();
    // Names of records come a moment later than their ids.
    element("fields").addEventListener("named", () => this.nameValues());
  }

  nameValues() {
    for (const line of document.querySelectorAll("[data-confirm]")) {
      const value = line.querySelector(".value");
      if (value) value.textContent = valueIn(line.getAttribute("data-confirm") ?? "");
    }
  }

  /** @returns {Record<string, Guess>} those that are left */
  read() {
    return this.guesses;
  }

  show() {
    const section = element("confirm");
    const paths = Object.keys(this.guesses).sort((a, b) => this.doubt(a) - this.doubt(b));
    section.hidden = !paths.length;
    if (!paths.length) return section.replaceChildren();
    const sure = paths.filter((one) => this.guesses[one].confidence === SURE);
    const all = sure.length > 1 ? [make("button", { type: "button", class: "all", click: () => this.confirm(sure) }, [`Đúng cả ${sure.length} mục chắc chắn`])] : [];
    section.replaceChildren(
      make("h2", {}, [`Cần xác nhận (${paths.length})`]),
      make("p", { class: "hint" }, ["Enter: đúng, sang mục sau. Sai thì bấm Sửa; chữ làm căn cứ sáng lên ở bản gốc."]),
      ...all,
      make("ol", { class: "guesses" }, paths.map((one) => this.line(one))),
    );
    return undefined;
  }

  /** @param {string} path */
  doubt(path) {
    const place = DOUBT.indexOf(this.guesses[path].confidence ?? "");
    return place < 0 ? 0 : place;
  }

  /** @param {string} path */
  line(path) {
    const guess = this.guesses[path];
    const label = LABELS[path] ?? fieldOf(path).querySelector("label, legend")?.textContent ?? path;
    const right = make("button", { type: "button", class: "right-button", focus: () => light(passagesOf(guess.evidence)), click: () => this.confirm([path]) }, ["Đúng"]);
    const mend = make("button", { type: "button", click: () => this.mend(path) }, ["Sửa"]);
    return make("li", { "data-confirm": path, mouseenter: () => light(passagesOf(guess.evidence)) }, [
      make("p", {}, [make("b", {}, [label]), ": ", make("span", { class: "value" }, [valueIn(path)]), " ", make("span", { class: `confidence ${DOUBT.indexOf(guess.confidence ?? "") < 1 ? "low" : ""}` }, [guess.confidence ?? ""])]),
      make("p", { class: "evidence" }, [guess.evidence]),
      right, " ", mend,
    ]);
  }

  /** @param {string[]} paths */
  confirm(paths) {
    paths.forEach((path) => delete this.guesses[path]);
    this.show();
    this.changed();
    /** @type {HTMLElement | null} */ (document.querySelector("#confirm .right-button"))?.focus();
  }

  /**
   * Whoever corrects a value has looked at it: the guess is gone.
   * @param {string} path
   */
  mend(path) {
    delete this.guesses[path];
    this.show();
    this.changed();
    go(path);
  }
}

/**
 * What a field shows now, on one line.
 * @param {string} path
 */
function valueIn(path) {
  if (path === "body") return "";
  const field = fieldOf(path);
  const chips = [...field.querySelectorAll(":scope > .chips li > span")].map((one) => one.textContent);
  const controls = [...field.querySelectorAll("input:not([type=checkbox], [type=file], [role=combobox]), textarea, select")];
  const texts = controls.map((one) => /** @type {HTMLInputElement} */ (one).value);
  const boxes = [...field.querySelectorAll("input:checked")].map((one) => one.parentElement?.textContent?.trim());
  const text = [...chips, ...boxes, ...texts].filter(Boolean).join(", ");
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
