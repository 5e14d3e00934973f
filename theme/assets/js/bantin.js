// The portal's script: loads the module of each part that a page has, and closes the menu.
(() => {
  "use strict";
  const base = /** @type {HTMLScriptElement} */ (document.currentScript).src;
  const parts = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part]"));
  for (const part of parts) {
    import(new URL(`${part.dataset.part}.js`, base).href)
      .then((/** @type {{ start: (part: HTMLElement) => void }} */ module) => module.start(part))
      .catch(() => {
        // Browsers refuse modules on a page opened from a folder: the page's own words stay.
        part.dataset.unavailable = "";
      });
  }

  const drawer = /** @type {HTMLDetailsElement} */ (document.querySelector(".drawer"));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.open) return;
    drawer.open = false;
    drawer.querySelector("summary")?.focus();
  });
})();
