// The search box in the header: small, since every page loads it; the rest comes once it is used.

/**
 * @param {HTMLElement} form
 */
export function start(form) {
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const load = async () => {
    const { attach } = await import("./combobox.js");
    attach(/** @type {HTMLFormElement} */ (form), input);
  };
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
