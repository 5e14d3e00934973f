import { escape, FOLDERS, nameOf } from "../eleventy.config.js";

const addressOf = (part, number = part.number) =>
  `/${FOLDERS[part.kind]}/${part.term}/${number > 1 ? `trang/${number}/` : ""}`;

const row = (article) => {
  const day = article.date.toISOString().slice(0, 10);
  const agencies = (article.data.agencies ?? []).slice(0, 4).map((id) => escape(nameOf("agencies", id)));
  return `<article>
<p><time datetime="${day}">${day}</time></p>
<h3><a href="${article.url}">${escape(article.data.title)}</a></h3>
<p>${agencies.join(" · ")}</p>
</article>`;
};

export default class {
  data() {
    return {
      layout: "base.11ty.js",
      pagination: { data: "collections.parts", size: 1, alias: "part" },
      permalink: ({ part }) => addressOf(part),
      eleventyComputed: { title: ({ part }) => (part ? nameOf(part.kind, part.term) : "") },
    };
  }

  render({ part, title }) {
    const older = part.number < part.total ? `<a href="${addressOf(part, part.number + 1)}">Trang sau</a>` : "";
    const newer = part.number > 1 ? `<a href="${addressOf(part, part.number - 1)}">Trang trước</a>` : "";
    return `<h1>${escape(title)}</h1>${part.rows.map(row).join("\n")}
<nav>${newer} Trang ${part.number} trên ${part.total} ${older}</nav>`;
  }
}
