import { escape, FOLDERS, nameOf } from "../eleventy.config.js";

export default class {
  data() {
    return {
      layout: "base.11ty.js",
      pagination: { data: "collections.indexes", size: 1, alias: "index" },
      permalink: ({ index }) => `/${FOLDERS[index.kind]}/`,
      eleventyComputed: { title: ({ index }) => index?.kind ?? "" },
    };
  }

  render({ index: { kind, terms } }) {
    const line = ({ term, count }) =>
      `<li><a href="/${FOLDERS[kind]}/${term}/">${escape(nameOf(kind, term))}</a> ${count}</li>`;
    return `<h1>${kind}</h1><ul>${terms.map(line).join("\n")}</ul>`;
  }
}
