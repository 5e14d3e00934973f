// The search box in the header: small, since every page loads it; the rest comes once it is used.

/** Where the history of the tab keeps what was typed. */
const KEPT = "o-tim";

/**
 * @param {HTMLElement} form
 */
export function start(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const load = async () => {
    const { attach } = await import("./combobox.js");
    attach(/** @type {HTMLFormElement} */ (form), input);
  };
  keepText(form, input);
  if (document.activeElement === input) load();
  else input.addEventListener("focus", load, { once: true });
  document.addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

/**
 * Keeps what was typed in the history of the tab: whoever comes back finds it there.
 *
 * @param {HTMLElement} form
 * @param {HTMLInputElement} input
 */
function keepText(form, input) {
  if (!input.value) input.value = window.history.state?.[KEPT] ?? "";
  const keep = () => window.history.replaceState({ ...window.history.state, [KEPT]: input.value }, "");
  form.addEventListener("submit", keep);
  // Before a suggestion that is chosen leads on.
  form.addEventListener("click", keep, { capture: true });
}

/**
 * Whether keys ask for the search box: "/" outside of a field, or Ctrl+K.
 *
 * @param {KeyboardEvent} event
 */
function isShortcut({ key, target, ctrlKey, metaKey, shiftKey, altKey }) {
  const isTyping = target instanceof Element
    && target.closest("input, textarea, select, [contenteditable]");
  const isSlash = key === "/" && !isTyping && !ctrlKey && !metaKey && !altKey;
  // Browsers that fill a form in send key events without a key.
  return isSlash || (key?.toLowerCase() === "k" && (ctrlKey || metaKey) && !shiftKey && !altKey);
}
