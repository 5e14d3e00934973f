// The search box in the header: small, and nothing more is loaded until the reader turns to it.
export function start(form) {
  const input = form.querySelector("input");
  const wake = async () => {
    const { attach } = await import("./combobox.js");
    attach(form, input);
  };
  if (document.activeElement === input) wake();
  else input.addEventListener("focus", wake, { once: true });
  document.addEventListener("keydown", (event) => {
    const { key, target, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isTyping = target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = key === "/" && !isTyping && !ctrlKey && !metaKey && !altKey;
    // Browsers that fill a form in press keys without a name.
    const isControlK = key?.toLowerCase() === "k" && (ctrlKey || metaKey) && !shiftKey && !altKey;
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
