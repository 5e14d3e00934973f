import { escape } from "../eleventy.config.js";

export const page = (title, lead, main) => `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)} – Bản tin phối hợp</title>
  ${lead ? `<meta name="description" content="${escape(lead)}">` : ""}
</head>
<body>
<header><a href="/">Bản tin phối hợp</a>
<nav><ul>
<li><a href="/chuong-trinh/">Chương trình</a></li><li><a href="/co-quan/">Cơ quan</a></li>
<li><a href="/dia-phuong/">Địa phương</a></li><li><a href="/van-ban/">Văn bản</a></li>
<li><a href="/nhan-su/">Nhân sự</a></li><li><a href="/nam/">Năm</a></li>
</ul></nav></header>
<main>${main}</main>
<footer>Bản tin phối hợp</footer>
</body>
</html>
`;

export default class {
  render({ title, lead, content }) {
    return page(title, lead, content);
  }
}
