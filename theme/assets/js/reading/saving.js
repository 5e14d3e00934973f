// The article as one file: styles inside, pictures inside, links made absolute, no script.
((bantin) => {
  "use strict";

  const FALLBACK_STYLE = "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.65 Georgia,serif}";

  async function loadStyle() {
    try {
      const sheet = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel="stylesheet"]'));
      const css = await (await fetch(sheet.href)).text();
      return css.replace(/@font-face\s*{[^}]*url\([^}]*}/g, "");
    } catch {
      // A page opened from a folder may not read its own style sheet.
      return FALLBACK_STYLE;
    }
  }

  /**
   * The address of an image as data; its own address where it cannot be read.
   *
   * @param {HTMLImageElement} image
   * @returns {Promise<string>}
   */
  async function dataAddress(image) {
    try {
      const blob = await (await fetch(image.currentSrc || image.src)).blob();
      return await new Promise((resolve, reject) => {
        const file = new FileReader();
        file.onload = () => resolve(/** @type {string} */ (file.result));
        file.onerror = reject;
        file.readAsDataURL(blob);
      });
    } catch {
      return image.src;
    }
  }

  /**
   * A copy of the article, in a document of its own: one that is not shown does not load anything.
   *
   * @param {HTMLElement} article
   */
  async function copyOf(article) {
    const copy = document.implementation.createHTMLDocument("").importNode(article, true);
    const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (article.querySelectorAll("a[href]"));
    const images = article.querySelectorAll("img");
    copy.querySelectorAll("a[href]").forEach((link, number) => link.setAttribute("href", links[number].href));
    await Promise.all(
      [...copy.querySelectorAll("img")].map(async (image, number) => {
        image.removeAttribute("srcset");
        image.removeAttribute("loading");
        image.setAttribute("src", await dataAddress(images[number]));
      }),
    );
    copy.querySelectorAll(".toolbar, script, picture > source").forEach((element) => element.remove());
    copy.querySelectorAll(".is-read").forEach((element) => element.classList.remove("is-read"));
    return copy;
  }

  /** @param {string} text */
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

  /**
   * The HTML of the file. It is put together as text: the page's own policy forbids a style element.
   *
   * @param {HTMLElement} article
   * @param {string} address
   */
  async function fileOf(article, address) {
    const [style, copy] = await Promise.all([loadStyle(), copyOf(article)]);
    return [
      "<!doctype html>",
      '<html lang="vi"><head><meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      `<title>${escape(document.title)}</title><style>${style}</style></head>`,
      `<body><main class="content">${copy.outerHTML}`,
      `<p>Lưu từ <a href="${escape(address)}">${escape(address)}</a></p></main></body></html>\n`,
    ].join("\n");
  }

  /**
   * Offers a text as a file.
   *
   * @param {string} name
   * @param {string} type
   * @param {string} text
   */
  function download(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    // Some browsers read the address only after the click has been handled.
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /**
   * Offers the file of an article as a download.
   *
   * @param {HTMLElement} article
   * @param {string} address
   */
  async function save(article, address) {
    download(`${article.dataset.key}.html`, "text/html", await fileOf(article, address));
  }

  bantin.saving = { download, save };
})((window.bantin = window.bantin || {}));
