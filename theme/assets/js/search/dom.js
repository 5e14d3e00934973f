// Elements made one by one, so that text is never read as HTML.
/** @import { Piece } from "./excerpt.js" */

/** @typedef {{ [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void }} Listeners */
/** @typedef {{ on?: Listeners } & Record<string, unknown>} Properties */
/** @typedef {Node | string | null} Child empty text and null are left out */

/**
 * An element with properties and children.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Properties} [properties] `on` holds listeners; `aria-…`, `role` and `for` are attributes
 * @param {...(Child | Child[])} children
 */
export function createElement(name, { on = {}, ...properties } = {}, ...children) {
  const element = document.createElement(name);
  for (const [event, listener] of Object.entries(on)) {
    element.addEventListener(event, /** @type {EventListener} */ (listener));
  }
  for (const [key, value] of Object.entries(properties)) {
    if (key.includes("-") || key === "role" || key === "for") element.setAttribute(key, String(value));
    else Object.assign(element, { [key]: value });
  }
  for (const child of children.flat()) if (child) element.append(child);
  return element;
}

/**
 * Pieces of a text as nodes, the matches in `mark` elements.
 *
 * @param {Piece[]} pieces
 */
export const highlighted = (pieces) =>
  pieces.map(({ text, isMatch }) => (isMatch ? createElement("mark", {}, text) : text));
