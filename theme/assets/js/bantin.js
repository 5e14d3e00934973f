// The portal's script: starts each part that a page asks for, from its own module.
(() => {
  "use strict";
  const base = document.currentScript.src;
  for (const part of document.querySelectorAll("[data-part]")) {
    import(new URL(`${part.dataset.part}.js`, base).href)
      .then((module) => module.start(part))
      .catch(() => {
        // Opened from a folder, a browser refuses modules: the page's own words stay.
        part.dataset.unavailable = "";
      });
  }

  const drawer = document.querySelector(".drawer");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.open) return;
    drawer.open = false;
    drawer.querySelector("summary").focus();
  });
})();
