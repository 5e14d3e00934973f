// The form of an article: the text first, then the fields in groups.
import { element, make } from "./api.js";
import { newId } from "./controls.js";
import { field } from "./fields.js";

/** @typedef {{title: string, fields: import("./fields.js").Spec[]}} Group */

/** @type {Group[]} */
const GROUPS = JSON.parse(element("groups").textContent ?? "[]");
const HEADINGS = ["Kết quả", "Hạn chế", "Nhiệm vụ"];
const FIRST = 3; // groups that are open from the start

export class Form {
  /**
   * @param {any} fields front matter
   * @param {string} body Markdown
   * @param {() => void} changed
   */
  constructor(fields, body, changed) {
    this.before = fields;
    this.fields = GROUPS.flatMap((group) => group.fields).map((spec) => ({
      name: spec.name,
      made: field(spec, fields[spec.name], changed, spec.path),
    }));
    this.text = /** @type {HTMLTextAreaElement} */ (make("textarea", { id: newId(), rows: "18", class: "body", spellcheck: "false", input: changed }));
    this.text.value = body;
    const shown = GROUPS.map((group, place) => this.group(group, place));
    const [first, ...rest] = shown;
    element("fields").replaceChildren(first, this.bodyField(changed), ...rest);
  }

  /**
   * @param {Group} group
   * @param {number} place
   */
  group(group, place) {
    const names = group.fields.map((spec) => spec.name);
    const roots = this.fields.filter((one) => names.includes(one.name)).map((one) => one.made.root);
    const details = make("details", { class: "group", open: place < FIRST }, [make("summary", {}, [group.title]), ...roots]);
    return details;
  }

  /** @param {() => void} changed */
  bodyField(changed) {
    const buttons = HEADINGS.map((name) => make("button", { type: "button", click: () => this.insert(`\n\n## ${name}\n\n`, changed) }, [`Đề mục ${name}`]));
    const bold = make("button", { type: "button", click: () => this.surround("**", changed) }, ["Đậm"]);
    const item = make("button", { type: "button", click: () => this.insert("\n- ", changed) }, ["Gạch đầu dòng"]);
    return make("div", { class: "field body-field", id: "body-field" }, [
      make("label", { for: this.text.id }, ["Nội dung"]),
      make("div", { class: "tools", role: "toolbar", "aria-label": "Chèn vào nội dung" }, [...buttons, bold, item]),
      this.text,
    ]);
  }

  /**
   * @param {string} text
   * @param {() => void} changed
   */
  insert(text, changed) {
    const { selectionEnd: at, value } = this.text;
    const before = value.slice(0, at).trimEnd();
    const shown = before ? text : text.trimStart();
    this.text.setRangeText(shown, before.length, at, "end");
    this.text.focus();
    changed();
  }

  /**
   * @param {string} mark
   * @param {() => void} changed
   */
  surround(mark, changed) {
    const { selectionStart: start, selectionEnd: end, value } = this.text;
    this.text.setRangeText(`${mark}${value.slice(start, end)}${mark}`, start, end, "end");
    this.text.focus();
    changed();
  }

  /** @returns {{fields: any, body: string}} keys without a field stay as they were */
  read() {
    const values = Object.fromEntries(this.fields.map((one) => [one.name, one.made.read()]));
    return { fields: { ...this.before, ...values }, body: this.text.value };
  }
}
