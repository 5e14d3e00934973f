// Starts the editor: its formats, its configuration, and today's date on a new article.
(async () => {
  "use strict";

  const response = await fetch("config.json");
  const config = await response.json();
  /** @type {{ name: string, default?: string }[]} */
  const fields = config.collections[0].fields;
  const order = fields.map(({ name }) => name);
  const date = /** @type {{ default?: string }} */ (fields.find(({ name }) => name === "date"));
  // Swedish dates are written YYYY-MM-DD.
  date.default = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());
  const { read, readRegistry, write } = window.bantinEditor;
  CMS.registerCustomFormat("bantin-news", "md", {
    fromFile: read,
    toFile: (content) => write(content, order),
  });
  CMS.registerCustomFormat("bantin-registry", "yml", { fromFile: readRegistry });
  await CMS.init({ config });
})();
