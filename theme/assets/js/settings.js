// Size of type, contrast, light or dark: kept in the browser, set on <html> before the page shows.
(() => {
  "use strict";
  const KEY = "bantin";
  const SMALLEST = -1;
  const LARGEST = 4;
  const root = document.documentElement;
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const buttons = [...document.querySelectorAll("[data-setting]")];

  function set(name, value) {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    remember();
  }

  function remember() {
    const { size, contrast, theme } = root.dataset;
    try {
      localStorage.setItem(KEY, JSON.stringify({ size, contrast, theme }));
    } catch {
      // Storage is refused (private window): the choice holds for this page alone.
    }
  }

  const size = () => Number(root.dataset.size || 0);
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : dark.matches);
  const isHigh = () => root.dataset.contrast === "high";

  const actions = {
    smaller: () => set("size", String(Math.max(SMALLEST, size() - 1))),
    larger: () => set("size", String(Math.min(LARGEST, size() + 1))),
    contrast: () => set("contrast", isHigh() ? "" : "high"),
    dark: () => set("theme", isDark() ? "light" : "dark"),
    reset: () => ["size", "contrast", "theme"].forEach((name) => set(name, "")),
  };

  function show() {
    for (const button of buttons) {
      const name = button.dataset.setting;
      if (name === "contrast") button.setAttribute("aria-pressed", String(isHigh()));
      if (name === "dark") button.setAttribute("aria-pressed", String(isDark()));
      // Not `disabled`: that would take the focus away from under the reader's finger.
      if (name === "smaller") button.setAttribute("aria-disabled", String(size() <= SMALLEST));
      if (name === "larger") button.setAttribute("aria-disabled", String(size() >= LARGEST));
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      actions[button.dataset.setting]();
      show();
    });
  }
  dark.addEventListener("change", show);
  show();
})();
