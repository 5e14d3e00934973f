// Citations of an article in the three forms that readers paste: Vietnamese, BibTeX, RIS.
((bantin) => {
  "use strict";

  const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

  /** The article as plain values, from the data attributes of its element. */
  function describe(article, address) {
    const { title, site, publisher, author, day, source, key } = article.dataset;
    const [year = "", month = "", date = ""] = day.startsWith("--") ? [] : day.split("-");
    return { title, site, publisher, author, source, key, year, month, date, address };
  }

  const inFigures = ({ year, month, date }) =>
    [date, month, year].filter(Boolean).map((part) => part.replace(/^0/, "")).join("/");

  function today() {
    const now = new Date();
    return `${now.getDate()}/${now.getMonth() + 1}/${now.getFullYear()}`;
  }

  function vietnamese(item) {
    const by = item.author || item.publisher || item.site;
    const day = inFigures(item);
    return [
      `${by} (${item.year || "không rõ năm"}). “${item.title}”.`,
      item.source ? `${item.site}, theo ${item.source}${day ? `, ${day}` : ""}.` : `${item.site}${day ? `, ${day}` : ""}.`,
      `${item.address} (truy cập ngày ${today()}).`,
    ].join(" ");
  }

  // Braces and backslashes have a meaning in BibTeX; letters with marks have none.
  const brace = (text) => `{${text.replace(/\\/g, "\\textbackslash ").replace(/[{}%&#_$]/g, "\\$&")}}`;

  function bibtex(item) {
    const fields = {
      title: `{${brace(item.title)}}`,
      author: `{${brace(item.author || item.publisher || item.site)}}`,
      year: item.year && `{${item.year}}`,
      month: item.month && MONTHS[Number(item.month) - 1],
      howpublished: brace(item.site),
      note: item.source && brace(`Theo ${item.source}`),
      url: `{${item.address}}`,
      language: "{vietnamese}",
    };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = ${value}`);
    return `@misc{${item.key},\n${lines.join(",\n")}\n}`;
  }

  function ris(item) {
    const lines = [
      ["TY", "ELEC"],
      ["TI", item.title],
      ["AU", item.author],
      ["PB", item.publisher || item.site],
      ["T2", item.site],
      ["PY", item.year],
      ["DA", item.year && [item.year, item.month, item.date].join("/")],
      ["N1", item.source && `Theo ${item.source}`],
      ["UR", item.address],
      ["LA", "vi"],
    ];
    const told = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}`);
    return [...told, "ER  - "].join("\n");
  }

  bantin.citation = { describe, forms: { vietnamese, bibtex, ris } };
})((window.bantin = window.bantin || {}));
