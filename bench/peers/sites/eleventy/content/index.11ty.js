import { escape } from "../eleventy.config.js";

export default class {
  data() {
    return { layout: "base.11ty.js", title: "Trang chủ", permalink: "/" };
  }

  render({ collections }) {
    const row = ({ url, data }) =>
      `<article><h3><a href="${url}">${escape(data.title)}</a></h3><p>${escape(data.lead)}</p></article>`;
    return collections.news.slice(0, 40).map(row).join("\n");
  }
}
