// The article as one file: styles inside, pictures inside, links made absolute, no script.
((bantin) => {
  "use strict";

  const PLAIN = "body{max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.65 Georgia,serif}";

  async function styles() {
    try {
      const sheet = document.querySelector('link[rel="stylesheet"]');
      const text = await (await fetch(sheet.href)).text();
      return text.replace(/@font-face\s*{[^}]*url\([^}]*}/g, "");
    } catch {
      // A page opened from a folder may not read its own style sheet.
      return PLAIN;
    }
  }

  async function embed(image) {
    try {
      const blob = await (await fetch(image.currentSrc || image.src)).blob();
      return await new Promise((resolve, reject) => {
        const file = new FileReader();
        file.onload = () => resolve(file.result);
        file.onerror = reject;
        file.readAsDataURL(blob);
      });
    } catch {
      return image.src;
    }
  }

  /** The article as it is saved, in a document of its own: one that shows nothing also loads nothing. */
  async function copyOf(article) {
    const copy = document.implementation.createHTMLDocument("").importNode(article, true);
    const [links, images] = [article.querySelectorAll("a[href]"), article.querySelectorAll("img")];
    copy.querySelectorAll("a[href]").forEach((link, number) => link.setAttribute("href", links[number].href));
    await Promise.all(
      [...copy.querySelectorAll("img")].map(async (image, number) => {
        image.removeAttribute("srcset");
        image.removeAttribute("loading");
        image.setAttribute("src", await embed(images[number]));
      }),
    );
    copy.querySelectorAll(".toolbar, script, picture > source").forEach((element) => element.remove());
    copy.querySelectorAll(".is-read").forEach((element) => element.classList.remove("is-read"));
    return copy;
  }

  const escape = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

  /** The whole text of the file. It is put together as text: the page's own policy forbids a style element. */
  async function text(article, address) {
    const [style, copy] = await Promise.all([styles(), copyOf(article)]);
    return [
      "<!doctype html>",
      '<html lang="vi"><head><meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width,initial-scale=1">',
      `<title>${escape(document.title)}</title><style>${style}</style></head>`,
      `<body><main class="content">${copy.outerHTML}`,
      `<p>Lưu từ <a href="${escape(address)}">${escape(address)}</a></p></main></body></html>\n`,
    ].join("\n");
  }

  async function save(article, address) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([await text(article, address)], { type: "text/html" }));
    link.download = `${article.dataset.key}.html`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  bantin.saving = { save };
})((window.bantin = window.bantin || {}));
