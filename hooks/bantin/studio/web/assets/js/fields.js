// The form's fields: each is made from its description and a value, and gives its value back.
import { make } from "./api.js";
import { labelled, newId } from "./controls.js";
import { photoField } from "./photo-field.js";
import { recordsField } from "./records-field.js";

/**
 * @typedef {object} Spec what `studio/form.py` says of a field
 * @property {string} name
 * @property {string} path
 * @property {string} label
 * @property {string} hint
 * @property {boolean} required
 * @property {string} kind
 * @property {boolean} [long]
 * @property {boolean} [multiple]
 * @property {boolean} [free]
 * @property {string} [placeholder]
 * @property {string} [registry]
 * @property {string} [item]
 * @property {Spec[]} [fields]
 * @property {{label: string, value: string}[]} [options]
 *
 * @typedef {object} Field
 * @property {HTMLElement} root carries the path of its value in `data-path`
 * @property {() => any} read
 *
 * @typedef {(spec: Spec, value: any, changed: () => void, path: string) => Field} Maker
 */

/** @type {Record<string, Maker>} */
const MAKERS = {
  text: textField,
  date: textField,
  select: selectField,
  records: recordsField,
  object: objectField,
  rows: rowsField,
  texts: textsField,
  map: mapField,
  switch: switchField,
  photo: photoField,
};

/** @type {Maker} */
export function field(spec, value, changed, path) {
  const made = MAKERS[spec.kind](spec, value, changed, path);
  made.root.dataset.path = path;
  return made;
}

/** @type {Maker} */
function textField(spec, value, changed) {
  const id = newId();
  const control = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (
    make(spec.long ? "textarea" : "input", { id, rows: "3", placeholder: spec.placeholder ?? "", input: changed })
  );
  if (spec.hint) control.setAttribute("aria-describedby", `${id}-hint`);
  control.value = spec.kind === "date" ? dayFirst(value ?? "") : (value ?? "");
  return { root: labelled(spec, id, [control]), read: () => control.value.trim() };
}

/** @param {string} iso a whole day is shown as people write it; anything else as it is */
export function dayFirst(iso) {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  return match ? `${Number(match[3])}/${Number(match[2])}/${match[1]}` : iso;
}

/** @type {Maker} */
function selectField(spec, value, changed) {
  const options = spec.options ?? [];
  if (!spec.multiple) {
    const id = newId();
    const choices = [{ label: "—", value: "" }, ...options];
    const control = /** @type {HTMLSelectElement} */ (
      make("select", { id, change: changed }, choices.map((one) => make("option", { value: one.value }, [one.label])))
    );
    control.value = value ?? "";
    return { root: labelled(spec, id, [control]), read: () => control.value };
  }
  const boxes = options.map((one) => {
    const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", value: one.value, change: changed }));
    box.checked = (value ?? []).includes(one.value);
    return { box, line: make("label", { class: "check" }, [box, ` ${one.label}`]) };
  });
  const root = make("fieldset", { class: "field checks" }, [make("legend", {}, [spec.label]), ...boxes.map((one) => one.line)]);
  // The order of the file is kept: the first of two kinds of meeting is the main one.
  const read = () => {
    const chosen = boxes.filter((one) => one.box.checked).map((one) => one.box.value);
    const before = (value ?? []).filter((/** @type {string} */ one) => chosen.includes(one));
    return [...before, ...chosen.filter((one) => !before.includes(one))];
  };
  return { root, read };
}

/** @type {Maker} */
function switchField(spec, value, changed) {
  const box = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox", change: changed }));
  box.checked = value === true || value === "true";
  return { root: make("div", { class: "field" }, [make("label", { class: "check" }, [box, ` ${spec.label}`])]), read: () => box.checked };
}

/** @type {Maker} */
function textsField(spec, value, changed) {
  const id = newId();
  const control = /** @type {HTMLTextAreaElement} */ (make("textarea", { id, rows: "2", input: changed }));
  control.value = (value ?? []).join("\n");
  const hinted = { ...spec, hint: `${spec.hint} Mỗi dòng một ${spec.item ?? "mục"}.`.trim() };
  return { root: labelled(hinted, id, [control]), read: () => control.value.split("\n").map((one) => one.trim()).filter(Boolean) };
}

/** @type {Maker} */
function objectField(spec, value, changed, path) {
  const fields = (spec.fields ?? []).map((one) => ({ name: one.name, made: field(one, value?.[one.name], changed, `${path}.${one.name}`) }));
  const hint = spec.hint ? [make("p", { class: "hint" }, [spec.hint])] : [];
  const root = make("fieldset", { class: "object" }, [make("legend", {}, [spec.label]), ...hint, ...fields.map((one) => one.made.root)]);
  const read = () => ({ ...unknownKeys(value, fields), ...Object.fromEntries(fields.map((one) => [one.name, one.made.read()])) });
  return { root, read };
}

/**
 * Keys that the form has no field for stay as they are.
 * @param {any} value
 * @param {{name: string}[]} fields
 */
function unknownKeys(value, fields) {
  if (!value || typeof value !== "object") return {};
  const known = new Set(fields.map((one) => one.name));
  return Object.fromEntries(Object.entries(value).filter(([key]) => !known.has(key)));
}

/** @type {Maker} */
function rowsField(spec, value, changed, path) {
  /** @type {Field[]} */
  let rows = [];
  const list = make("div", { class: "rows" });
  const row = { ...spec, kind: "object", label: spec.item ?? "mục", hint: "" };

  /** @param {any} of */
  const add = (of) => {
    const made = field(row, of, changed, `${path}.${rows.length}`);
    const remove = make("button", { type: "button", class: "remove", click: () => drop(made) }, [`Bỏ ${spec.item ?? "mục"} này`]);
    made.root.append(remove);
    rows.push(made);
    list.append(made.root);
    return made;
  };

  /** @param {Field} made paths of the rows behind it change, so they are made anew */
  const drop = (made) => {
    const left = rows.filter((one) => one !== made).map((one) => one.read());
    rows = [];
    list.replaceChildren();
    left.forEach(add);
    changed();
  };
  (value ?? []).forEach(add);
  const more = make("button", { type: "button", class: "add", click: () => { add({}).root.querySelector("input")?.focus(); changed(); } }, [`Thêm ${spec.item ?? "mục"}`]);
  const root = make("fieldset", { class: "field" }, [make("legend", {}, [spec.label]), ...(spec.hint ? [make("p", { class: "hint" }, [spec.hint])] : []), list, more]);
  return { root, read: () => rows.map((one) => one.read()) };
}

/** @type {Maker} */
function mapField(spec, value, changed, path) {
  const pair = [
    { name: "field", path: "", label: "Trường", hint: "", required: false, kind: "text" },
    { name: "value", path: "", label: "Căn cứ", hint: "", required: false, kind: "text" },
  ];
  const pairs = Object.entries(value ?? {}).map(([key, one]) => ({ field: key, value: one }));
  const rows = rowsField({ ...spec, fields: pair }, pairs, changed, path);
  const read = () => Object.fromEntries(rows.read().filter((/** @type {any} */ one) => one.field).map((/** @type {any} */ one) => [one.field, one.value]));
  return { root: rows.root, read };
}
