// What all fields are built with.
import { make } from "./api.js";

let count = 0;
/** @returns {string} an id that no other element has */
export const newId = () => `f${++count}`;

/**
 * @param {{label: string, hint: string, required: boolean}} spec
 * @param {string} id of the control
 * @param {(Node | string)[]} controls
 */
export function labelled(spec, id, controls) {
  const hint = spec.hint ? [make("p", { class: "hint", id: `${id}-hint` }, [spec.hint])] : [];
  const label = make("label", { for: id }, [spec.label, spec.required ? " (bắt buộc)" : ""]);
  return make("div", { class: "field" }, [label, ...hint, ...controls]);
}
