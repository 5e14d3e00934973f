import { escape, FOLDERS, nameOf } from "../eleventy.config.js";
import { page } from "./base.11ty.js";

const list = (kind, terms) =>
  `<ul>${terms.map((t) => `<li><a href="/${FOLDERS[kind]}/${t}/">${escape(nameOf(kind, t))}</a></li>`).join("")}</ul>`;

const beside = (article, rel) =>
  article ? `<a rel="${rel}" href="${article.url}">${escape(article.data.title)}</a>` : "";

export default class {
  render(data) {
    const day = data.page.date.toISOString().slice(0, 10);
    const kinds = Object.keys(FOLDERS).filter((kind) => kind !== "years" && kind !== "months");
    const news = data.collections.news;
    const here = this.positions(news).get(data.page.url);
    return page(data.title, data.lead, `
<article>
<h1>${escape(data.title)}</h1>
<p><time datetime="${day}">${day}</time> ${escape(data.place ?? "")} ${escape(data.author)}</p>
<p>${escape(data.lead)}</p>
${data.content}
</article>
<aside>${kinds.map((kind) => (data[kind] ? list(kind, data[kind]) : "")).join("\n")}
<p>${beside(news[here - 1], "prev")} ${beside(news[here + 1], "next")}</p></aside>`);
  }

  positions(news) {
    this.known ??= new Map(news.map((article, position) => [article.url, position]));
    return this.known;
  }
}
