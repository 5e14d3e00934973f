import { readFileSync } from "node:fs";

const FOLDERS = {
  programs: "chuong-trinh", agencies: "co-quan", provinces: "dia-phuong", districts: "huyen",
  documents: "van-ban", people: "nhan-su", types: "loai", years: "nam", months: "thang",
};
const PER_PAGE = 40;
const names = JSON.parse(readFileSync("names.json", "utf8"));

export const nameOf = (kind, term) => names[kind]?.[term] ?? term;
export const escape = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
export { FOLDERS };

function termsOf(articles) {
  const found = {};
  for (const article of articles) {
    for (const kind of Object.keys(FOLDERS)) {
      for (const term of article.data[kind] ?? []) {
        ((found[kind] ??= new Map()).get(term) ?? found[kind].set(term, []).get(term)).push(article);
      }
    }
  }
  return found;
}

const newestFirst = (api) => api.getFilteredByGlob("content/tin/**/*.md").sort((a, b) => b.date - a.date);

export default function (config) {
  config.setQuietMode(true);
  config.addCollection("news", newestFirst);
  config.addCollection("parts", (api) => {
    const parts = [];
    for (const [kind, terms] of Object.entries(termsOf(newestFirst(api)))) {
      for (const [term, articles] of terms) {
        const total = Math.ceil(articles.length / PER_PAGE);
        for (let number = 1; number <= total; number++) {
          const rows = articles.slice((number - 1) * PER_PAGE, number * PER_PAGE);
          parts.push({ kind, term, rows, number, total });
        }
      }
    }
    return parts;
  });
  config.addCollection("indexes", (api) =>
    Object.entries(termsOf(newestFirst(api))).map(([kind, terms]) => ({
      kind, terms: [...terms].map(([term, articles]) => ({ term, count: articles.length })),
    })));
  return {
    dir: { input: "content", includes: "../_includes", output: "_site" },
    templateFormats: ["md", "11ty.js"],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  };
}
