// The editor begins: its formats, its configuration, and today's date on a new article.
"use strict";

(async () => {
  const answer = await fetch("config.json");
  const config = await answer.json();
  const { fields } = config.collections[0];
  const order = fields.map(({ name }) => name);
  fields.find(({ name }) => name === "date").default = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Ho_Chi_Minh",
  }).format(new Date());
  const { read, readRegistry, save } = window.bantin;
  CMS.registerCustomFormat("bantin-news", "md", {
    fromFile: read,
    toFile: (content) => save(content, order),
  });
  CMS.registerCustomFormat("bantin-registry", "yml", { fromFile: readRegistry });
  await CMS.init({ config });
})();
