// What is wrong, said beside the field that it is about, and counted at the top.
import { ask, element, inAddress, make, meta } from "./api.js";

/** @typedef {{field: string, message: string, line: number, stops: boolean}} Finding */

let asked = 0;

/**
 * Ask what is wrong with the form and show it; a later question makes this one void.
 * @param {{fields: any, body: string}} form
 */
export async function check(form) {
  const mine = ++asked;
  /** @type {Finding[]} */
  const found = await ask(`/api/findings/${inAddress(meta("path"))}`, { json: form });
  if (mine === asked) show(found);
}

/** @param {Finding[]} found */
function show(found) {
  document.querySelectorAll(".finding").forEach((one) => one.remove());
  document.querySelectorAll("[aria-invalid]").forEach((one) => one.removeAttribute("aria-invalid"));
  for (const one of found) {
    const field = fieldOf(one.field);
    field.append(make("p", { class: `finding ${one.stops ? "wrong" : "advice"}` }, [sentence(one)]));
    if (one.stops) field.querySelector("input, textarea, select")?.setAttribute("aria-invalid", "true");
    const group = field.closest("details");
    if (group && one.stops) group.open = true;
  }
  const stops = found.filter((one) => one.stops);
  const advice = found.length - stops.length;
  const waiting = document.querySelectorAll("[data-confirm]").length;
  const left = [stops.length ? `${stops.length} chỗ phải sửa` : "", waiting ? `${waiting} mục cần xác nhận` : ""].filter(Boolean);
  const words = left.length ? `Trước khi đăng còn ${left.join(", ")}.` : "Không còn chỗ nào phải sửa: có thể đăng.";
  const links = stops.map((one) => make("li", {}, [make("button", { type: "button", class: "link", click: () => go(one.field) }, [sentence(one)])]));
  element("summary").replaceChildren(
    make("p", { class: left.length ? "wrong" : "right" }, [words, advice ? ` ${advice} lời khuyên.` : ""]),
    make("ul", {}, links),
  );
}

/** @param {Finding} one */
const sentence = (one) => (one.line ? `Dòng ${one.line}: ${one.message}` : one.message);

/**
 * The field that shows a path, else the one above it, else the text.
 * @param {string} path
 * @returns {HTMLElement}
 */
export function fieldOf(path) {
  const parts = path.split(".");
  for (; parts.length; parts.pop()) {
    const found = document.querySelector(`[data-path="${CSS.escape(parts.join("."))}"]`);
    if (found instanceof HTMLElement) return found;
  }
  return element("body-field");
}

/** @param {string} path */
export function go(path) {
  const field = fieldOf(path);
  const group = field.closest("details");
  if (group) group.open = true;
  field.scrollIntoView({ block: "center", behavior: "instant" });
  /** @type {HTMLElement | null} */ (field.querySelector("input, textarea, select, button"))?.focus();
}
