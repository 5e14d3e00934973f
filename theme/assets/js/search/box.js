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
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    const isSlash = event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isControlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isControlK) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}
