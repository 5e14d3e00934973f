// Dialogs: earlier versions of an article, and the choice between two that were both saved.
import { ask, element, inAddress, make, meta, tell } from "./api.js";

/** @param {{fields: any, body: string}} of */
const asText = (of) => `${of.fields.title ?? ""}\n${of.fields.lead ?? ""}\n\n${of.body}`;

/**
 * @param {{fields: any, body: string}} mine
 * @param {{fields: any, body: string}} theirs
 * @returns {Promise<"mine" | "theirs" | "">} empty for “later”
 */
export function askWhichToKeep(mine, theirs) {
  const dialog = /** @type {HTMLDialogElement} */ (element("conflict"));
  mark(element("mine"), asText(mine), asText(theirs));
  mark(element("theirs"), asText(theirs), asText(mine));
  dialog.showModal();
  return new Promise((resolve) => {
    /** @type {Record<string, "mine" | "theirs" | "">} */
    const answers = { "keep-mine": "mine", "take-theirs": "theirs", "decide-later": "" };
    for (const [id, answer] of Object.entries(answers)) {
      element(id).onclick = () => {
        dialog.close();
        resolve(answer);
      };
    }
    dialog.oncancel = () => resolve("");
  });
}

/**
 * Show a text with those lines marked that the other one has not.
 * @param {HTMLElement} box
 * @param {string} text
 * @param {string} other
 */
function mark(box, text, other) {
  const lines = new Set(other.split("\n"));
  box.replaceChildren(...text.split("\n").map((line) => make(lines.has(line) ? "span" : "mark", {}, [`${line}\n`])));
}

/**
 * @param {boolean} exist whether versions are kept
 * @param {(fields: any, body: string) => void} restore
 */
export async function showVersions(exist, restore) {
  const address = `/api/versions/${inAddress(meta("path"))}`;
  const box = element("versions-body");
  const dialog = /** @type {HTMLDialogElement} */ (element("versions"));
  dialog.showModal();
  if (!exist) return box.replaceChildren(make("p", {}, ["Thư mục này không có lịch sử git, nên chỉ có bản đang lưu."]));
  const versions = await ask(address);
  box.replaceChildren(make("ul", { class: "versions" }, versions.map((/** @type {any} */ one) => {
    const when = new Date(one.time).toLocaleString("vi");
    const look = make("button", { type: "button", click: () => open(one.id) }, ["Xem"]);
    return make("li", {}, [`${when} · ${one.editor} · ${one.message} `, look]);
  })));

  /** @param {string} id */
  async function open(id) {
    try {
      const version = await ask(`${address}?version=${encodeURIComponent(id)}`);
      const take = make("button", { type: "button", click: () => { dialog.close(); restore(version.fields, version.body); } }, ["Lấy lại bản này"]);
      const text = make("pre", {}, [asText(version)]);
      box.replaceChildren(make("p", {}, [take, " Bản đang sửa vẫn còn cho đến khi bấm Lưu."]), text);
    } catch (error) {
      tell(/** @type {Error} */ (error).message, true);
    }
  }
  return undefined;
}
