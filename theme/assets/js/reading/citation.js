// Citations of an article in the three forms that readers paste: Vietnamese, BibTeX, RIS.
((bantin) => {
  "use strict";

  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

  /**
   * An article as plain values, from the data attributes of its element.
   *
   * @param {HTMLElement} article
   * @param {string} address
   * @returns {CitedArticle}
   */
  function describe(article, address) {
    const { title = "", site = "", publisher, authors = "[]", day = "", origin, key = "" } = article.dataset;
    // A day without a year is written --MM-DD.
    const [year = "", month = "", date = ""] = day.startsWith("--") ? [] : day.split("-");
    /** @type {string[]} */
    const named = JSON.parse(authors);
    const by = named.length > 0 ? named : [publisher || site];
    return { title, site, publisher, by, origin, key, year, month, date, address };
  }

  /** @param {CitedArticle} article */
  const inFigures = ({ year, month, date }) =>
    [date, month, year].filter(Boolean).map((part) => part.replace(/^0/, "")).join("/");

  function today() {
    const now = new Date();
    return `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`;
  }

  /** @param {CitedArticle} article */
  function vietnamese(article) {
    const { title, site, by, origin, year, address } = article;
    const where = [site, inFigures(article)].filter(Boolean).join(", ");
    const made = origin ? ` ${origin}.` : "";
    return `${by.join(", ")} (${year || "không rõ năm"}). “${title}”. ${where}.${made} ${address} (truy cập ngày ${today()}).`;
  }

  /**
   * Braces and backslashes have a meaning in BibTeX; letters with diacritics have none.
   *
   * @param {string} text
   */
  const brace = (text) => `{${text.replace(/\\/g, "\\textbackslash ").replace(/[{}%&#_$]/g, "\\$&")}}`;

  /** @param {CitedArticle} article */
  function bibtex(article) {
    const fields = {
      title: `{${brace(article.title)}}`,
      author: `{${article.by.map(brace).join(" and ")}}`,
      year: article.year && `{${article.year}}`,
      month: article.month && MONTHS[Number(article.month) - 1],
      howpublished: brace(article.site),
      note: article.origin && brace(article.origin),
      url: `{${article.address}}`,
      language: "{vietnamese}",
    };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
    return `@misc{${article.key},\n${lines.join(",\n")}\n}`;
  }

  /** @param {CitedArticle} article */
  function ris(article) {
    const fields = [
      ["TY", "ELEC"],
      ["TI", article.title],
      ...article.by.map((name) => ["AU", name]),
      ["PB", article.publisher || article.site],
      ["T2", article.site],
      ["PY", article.year],
      ["DA", article.year && [article.year, article.month, article.date].join("/")],
      ["N1", article.origin],
      ["UR", article.address],
      ["LA", "vi"],
    ];
    const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
    return [...lines, "ER  - "].join("\n");
  }

  /** Endings and types of the files that reference managers read. */
  const files = {
    vietnamese: ["txt", "text/plain"],
    bibtex: ["bib", "application/x-bibtex"],
    ris: ["ris", "application/x-research-info-systems"],
  };

  bantin.citation = { describe, forms: { vietnamese, bibtex, ris }, files };
})((window.bantin = window.bantin || {}));
