// Size of type, contrast, light or dark: remembered by the browser, and shown on the buttons. The
// script in the page's head sets what is remembered on <html> before the page shows.
(() => {
  "use strict";
  const KEY = "bantin";
  const MIN_SIZE = -1;
  const MAX_SIZE = 4;
  const root = document.documentElement;
  const systemDark = window.matchMedia("(prefers-color-scheme: dark)");
  const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-setting]")]);

  /** @typedef {"size" | "contrast" | "theme"} Setting */

  /**
   * @param {Setting} name
   * @param {string} value empty for the default
   */
  function set(name, value) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    save();
  }

  function save() {
    const { size, contrast, theme } = root.dataset;
    try {
      localStorage.setItem(KEY, JSON.stringify({ size, contrast, theme }));
    } catch {
      // Storage is refused (private window): the choice holds for this page alone.
    }
  }

  const sizeNow = () => Number(root.dataset.size || 0);
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const isHigh = () => root.dataset.contrast === "high";

  /** @type {Record<string, () => void>} */
  const actions = {
    smaller: () => set("size", String(Math.max(MIN_SIZE, sizeNow() - 1))),
    larger: () => set("size", String(Math.min(MAX_SIZE, sizeNow() + 1))),
    contrast: () => set("contrast", isHigh() ? "" : "high"),
    dark: () => set("theme", isDark() ? "light" : "dark"),
    reset: () => {
      set("size", "");
      set("contrast", "");
      set("theme", "");
    },
  };

  function show() {
    for (const button of buttons) {
      const name = button.dataset.setting;
      if (name === "contrast") button.setAttribute("aria-pressed", String(isHigh()));
      if (name === "dark") button.setAttribute("aria-pressed", String(isDark()));
      // Not `disabled`: that would take the focus away from under the reader's finger.
      if (name === "smaller") button.setAttribute("aria-disabled", String(sizeNow() <= MIN_SIZE));
      if (name === "larger") button.setAttribute("aria-disabled", String(sizeNow() >= MAX_SIZE));
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      actions[button.dataset.setting ?? ""]();
      show();
    });
  }
  systemDark.addEventListener("change", show);
  show();
})();
