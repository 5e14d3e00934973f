// Beside the form: the original with the words that a value was read from, and the page as it will be.
import { element, inAddress, make, meta } from "./api.js";

const NO_ORIGINAL = "Bài này viết tại đây, không có bản gốc để đối chiếu.";
const frame = /** @type {HTMLIFrameElement} */ (element("preview"));
const shown = /** @type {HTMLSelectElement} */ (element("shown"));
const WAIT = 1500;
let original = "";

/** @param {{text?: string, lost?: string[]}} of what the desk has kept of the file */
export function setOriginal(of) {
  original = of.text ?? "";
  light([]);
  const lost = of.lost ?? [];
  if (lost.length) {
    const words = lost.map((one) => `«${one}»`).join(", ");
    element("original").prepend(make("p", { class: "wrong" }, [`Chưa có trong bài: ${words}`]));
  }
}

/**
 * Show the original with some passages lit, and scroll to the first.
 * @param {string[]} passages
 */
export function light(passages) {
  const box = element("original");
  if (!original) return box.replaceChildren(make("p", { class: "hint" }, [NO_ORIGINAL]));
  const spans = passages.flatMap((one) => find(one)).sort((a, b) => a[0] - b[0]);
  /** @type {(Node | string)[]} */
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (start < at) continue;
    parts.push(original.slice(at, start), make("mark", {}, [original.slice(start, end)]));
    at = end;
  }
  box.replaceChildren(make("div", { class: "text" }, [...parts, original.slice(at)]));
  box.querySelector("mark")?.scrollIntoView({ block: "center" });
  return undefined;
}

/**
 * Where a passage stands in the original, whatever its blanks and letter case.
 * @param {string} passage
 * @returns {[number, number][]}
 */
function find(passage) {
  const words = passage.trim().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const match = new RegExp(pattern, "iu").exec(original);
  return match ? [[match.index, match.index + match[0].length]] : [];
}

/**
 * The passages in the words of evidence: those in quotation marks, else the parts between bars.
 * @param {string} evidence
 */
export function passagesOf(evidence) {
  const quoted = [...evidence.matchAll(/«([^»]+)»/g)].map((one) => one[1]);
  return quoted.length ? quoted : evidence.split(/ \| |…/).map((one) => one.trim());
}

/** @param {{programs?: string[]}} fields whose pages can be looked at too */
export function setPages(fields) {
  const address = meta("path").replace(/\.md$/, "/");
  const programs = (fields.programs ?? []).map((id) => ({ value: `chuong-trinh/${id}/`, text: `Chương trình ${id}` }));
  const options = [{ value: address, text: "Bài này" }, ...programs];
  const before = shown.value;
  shown.replaceChildren(...options.map((one) => make("option", { value: one.value }, [one.text])));
  shown.value = options.some((one) => one.value === before) ? before : address;
}

/** Show the page anew, where it was scrolled to, if anybody looks at it. */
export function renewPage() {
  if (element("page").hidden) return;
  const top = frame.contentWindow?.scrollY ?? 0;
  const address = `/xem/${inAddress(shown.value)}?bai=${encodeURIComponent(meta("path"))}`;
  frame.addEventListener("load", () => {
    frame.contentWindow?.scrollTo(0, top);
    // The frame of the site is still being made: asked again until it is there.
    if (frame.contentDocument?.querySelector("[data-wait]")) setTimeout(renewPage, WAIT);
  }, { once: true });
  if (frame.src.endsWith(address)) frame.contentWindow?.location.reload();
  else frame.src = address;
}

/** @param {"original" | "page"} which */
export function showBeside(which) {
  element("original").hidden = which !== "original";
  element("page").hidden = which !== "page";
  for (const button of document.querySelectorAll("[data-beside]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.beside === which));
  }
  renewPage();
}

for (const button of document.querySelectorAll("[data-beside]")) {
  button.addEventListener("click", () => showBeside(/** @type {any} */ (button).dataset.beside));
}
shown.addEventListener("change", renewPage);
element("narrow").addEventListener("click", () => {
  const isNarrow = frame.classList.toggle("narrow");
  element("narrow").setAttribute("aria-pressed", String(isNarrow));
});
