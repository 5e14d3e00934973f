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
    const { title = "", site = "", publisher, author, day = "", source, key = "" } = article.dataset;
    // A day without a year is written --MM-DD.
    const [year = "", month = "", date = ""] = day.startsWith("--") ? [] : day.split("-");
    return { title, site, publisher, author, source, key, year, month, date, address };
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
    const { title, site, source, year, address } = article;
    const by = article.author || article.publisher || site;
    const day = inFigures(article);
    const where = [site, source && `theo ${source}`, day].filter(Boolean).join(", ");
    return `${by} (${year || "không rõ năm"}). “${title}”. ${where}. ${address} (truy cập ngày ${today()}).`;
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
      author: `{${brace(article.author || article.publisher || article.site)}}`,
      year: article.year && `{${article.year}}`,
      month: article.month && MONTHS[Number(article.month) - 1],
      howpublished: brace(article.site),
      note: article.source && brace(`Theo ${article.source}`),
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
      ["AU", article.author],
      ["PB", article.publisher || article.site],
      ["T2", article.site],
      ["PY", article.year],
      ["DA", article.year && [article.year, article.month, article.date].join("/")],
      ["N1", article.source && `Theo ${article.source}`],
      ["UR", article.address],
      ["LA", "vi"],
    ];
    const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
    return [...lines, "ER  - "].join("\n");
  }

  bantin.citation = { describe, forms: { vietnamese, bibtex, ris } };
})((window.bantin = window.bantin || {}));
