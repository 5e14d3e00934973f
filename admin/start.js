// Starts the editor: its formats, its configuration, and today's date on a new article.
(async () => {
  "use strict";

  const response = await fetch("config.json");
  const config = await response.json();
  /** @type {EditorField[]} */
  const fields = config.collections[0].fields;
  const order = fields.map(({ name }) => name);
  const date = /** @type {EditorField} */ (fields.find(({ name }) => name === "date"));
  const dates = new Set(namesOf(fields, String(date.pattern?.[0])));
  // Swedish dates are written YYYY-MM-DD.
  date.default = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  const { read, readRegistry, write } = window.bantinEditor;
  CMS.registerCustomFormat("bantin-news", "md", {
    fromFile: read,
    toFile: (content) => write(content, order, dates),
  });
  CMS.registerCustomFormat("bantin-registry", "yml", { fromFile: readRegistry });
  await CMS.init({ config });

  /**
   * The names of the fields with a pattern, wherever they are.
   *
   * @param {EditorField[]} among
   * @param {string} pattern
   * @returns {string[]}
   */
  function namesOf(among, pattern) {
    return among.flatMap((one) =>
      [...(one.pattern?.[0] === pattern ? [one.name] : []), ...namesOf(one.fields ?? [], pattern)]);
  }
})();
