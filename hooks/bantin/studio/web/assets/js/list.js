// The list of articles, and the two ways in: files and a new title.
import { ask, element, inAddress, make, tell } from "./api.js";

const STATUSES = /** @type {Record<string, string>} */ ({ draft: "Nháp", review: "Chờ duyệt", published: "Đã đăng", retracted: "Đã rút" });
const search = /** @type {HTMLInputElement} */ (element("search"));
const files = /** @type {HTMLInputElement} */ (element("files"));
const drop = element("drop");
let asked = 0;

/** @param {any} row */
function shown(row) {
  const notes = [row.day, row.waiting ? `${row.waiting} mục chờ xác nhận` : "", row.unsaved ? "có chữ chưa lưu" : "", row.editor ? `${row.editor} đang mở` : ""];
  const badge = make("span", { class: `badge ${row.status}` }, [STATUSES[row.status] ?? row.status]);
  const link = make("a", { href: `/bai/${inAddress(row.path)}` }, [row.title]);
  return make("li", {}, [badge, link, make("small", {}, [notes.filter(Boolean).join(" · ")])]);
}

async function list() {
  const mine = ++asked;
  const rows = await ask(`/api/articles?q=${encodeURIComponent(search.value)}`);
  if (mine !== asked) return;
  element("articles").replaceChildren(...rows.map(shown));
  element("none").hidden = rows.length > 0;
}

/** @param {any} one */
function result(one) {
  const what = one.path ? make("a", { href: `/bai/${inAddress(one.path)}` }, ["Mở bài nháp"]) : make("span", { class: "wrong" }, ["không đưa vào được"]);
  const lost = one.lost.length ? make("p", { class: "wrong" }, [`Chưa vào bài: ${one.lost.slice(0, 8).map((/** @type {string} */ w) => `«${w}»`).join(", ")}`]) : "";
  return make("li", {}, [make("b", {}, [one.name]), " – ", what, one.message ? make("small", {}, [` ${one.message}`]) : "", lost]);
}

/** @param {Iterable<File>} chosen one after the other, so that each is seen to be done */
async function bringIn(chosen) {
  const done = element("brought");
  let last = "";
  for (const file of chosen) {
    const line = make("li", {}, [`${file.name}: đang đọc…`]);
    done.append(line);
    try {
      const results = await ask(`/api/files?name=${encodeURIComponent(file.name)}`, { data: file });
      line.replaceWith(...results.map(result));
      last = results.length === 1 && !results[0].message ? results[0].path : "";
    } catch (error) {
      line.textContent = `${file.name}: ${/** @type {Error} */ (error).message}`;
      line.className = "wrong";
    }
  }
  if (last && [...chosen].length === 1) location.href = `/bai/${inAddress(last)}`;
  else await list();
}

element("new").addEventListener("submit", async (event) => {
  event.preventDefault();
  const title = /** @type {HTMLInputElement} */ (element("title")).value;
  try {
    const { path } = await ask("/api/articles", { json: { title } });
    location.href = `/bai/${inAddress(path)}`;
  } catch (error) {
    tell(/** @type {Error} */ (error).message, true);
  }
});
element("paste-button").addEventListener("click", () => {
  const text = /** @type {HTMLTextAreaElement} */ (element("pasted")).value;
  if (text.trim()) bringIn([new File([text], "chữ dán vào.txt", { type: "text/plain" })]);
});
files.addEventListener("change", () => bringIn([...(files.files ?? [])]));
search.addEventListener("input", () => list().catch((error) => tell(error.message, true)));
for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) drop.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("over");
  bringIn([...(event.dataTransfer?.files ?? [])]);
});
list().catch((error) => tell(error.message, true));
