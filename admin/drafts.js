// Keeps what is being written: asks before it is left, and before it takes the place of what
// another has meanwhile written to the same file. Called by Sveltia CMS (hooks/bantin/admin/vendor.py).
window.bantinDrafts = (() => {
  "use strict";

  const LEAVE = "Bài chưa được lưu. Rời khỏi bài?\n\nNhững gì đã viết được giữ trong trình duyệt này; mở lại bài thì chọn Khôi phục.";
  const DISCARD = "Xóa hẳn những gì đã viết mà chưa lưu?";
  const MISSING = "NotFoundError";
  /** Tells the editor that nothing was saved because the other version was to be kept. */
  const KEPT = "kept_apart";
  const STYLE = {
    dialog: "max-width:min(76rem,94vw);max-height:92vh;padding:1.25rem;border:0;border-radius:.5rem;"
      + "font:1rem/1.5 system-ui,sans-serif;color:#1f1f1f;background:#fff",
    columns: "display:grid;grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr));gap:1rem",
    text: "margin:0;max-height:52vh;overflow:auto;padding:.75rem;border:1px solid #767676;"
      + "font:.875rem/1.5 monospace;white-space:pre-wrap;overflow-wrap:anywhere",
    changed: "background:#ffe9a8;color:inherit",
    buttons: "display:flex;flex-wrap:wrap;gap:.75rem;justify-content:flex-end;margin-top:1rem",
    button: "padding:.5rem 1rem;border:1px solid #767676;border-radius:.25rem;font:inherit;color:#1f1f1f;background:#f2f2f2",
  };

  /**
   * Ask before the page goes on, as only the browser's own question can.
   *
   * @param {string} question
   */
  // eslint-disable-next-line no-alert
  const isAgreed = (question) => window.confirm(question);

  /** @type {() => boolean} */
  let isUnsaved = () => false;
  /** @type {() => unknown} */
  let keep = () => undefined;

  /**
   * Mind the draft in the editor, none when it was saved or closed.
   *
   * @param {EditorDraft | null | undefined} draft
   * @param {(draft: EditorDraft) => boolean} isModified
   * @param {(draft: EditorDraft) => unknown} save keeps a copy in the browser
   */
  function watch(draft, isModified, save) {
    isUnsaved = () => Boolean(draft?.interacted) && isModified(/** @type {EditorDraft} */ (draft));
    keep = () => draft && save(draft);
  }

  /** Forget the draft, which is saved or may be left. */
  function forget() {
    isUnsaved = () => false;
    keep = () => undefined;
  }

  /** Whether the article may be left: nothing is unsaved, or the person says so. */
  function mayLeave() {
    if (!isUnsaved()) return true;
    keep();
    if (!isAgreed(LEAVE)) return false;
    forget();
    return true;
  }

  /** Whether to put back what a backup holds; only a second "yes" deletes it. */
  const mayDiscard = () => isAgreed(DISCARD);

  window.addEventListener("beforeunload", (event) => {
    if (!isUnsaved()) return;
    keep();
    event.preventDefault();
    // What browsers before 2024 ask for.
    event.returnValue = true;
  });

  // The browser's own Back, and every link within the editor.
  window.navigation?.addEventListener("navigate", (event) => {
    if (event.destination.sameDocument && event.cancelable && !mayLeave()) event.preventDefault();
  });

  /**
   * A file's text as the editor takes it in.
   *
   * @param {string} text
   */
  const plain = (text) => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").trim();

  /**
   * The text of a file, undefined where there is none.
   *
   * @param {ReadBlob} readBlob
   * @param {string} path
   */
  async function textOf(readBlob, path) {
    try {
      return await (await readBlob({ path })).text();
    } catch (error) {
      if (error instanceof DOMException && error.name === MISSING) return undefined;
      throw error;
    }
  }

  /**
   * Read an article again when it is opened, and put it into the editor's list if it changed.
   *
   * @param {EditorEntry} entry
   * @param {ReadBlob} readBlob
   * @param {(path: string, text: string) => Promise<EditorEntry | undefined>} parse
   * @param {{ current: EditorEntry[] }} all
   */
  async function refresh(entry, readBlob, parse, all) {
    const [{ path, content }] = Object.values(entry.locales);
    const text = await textOf(readBlob, path);
    if (text === undefined || plain(text) === plain(content.original ?? "")) return;
    const fresh = await parse(path, text);
    if (!fresh) return;
    all.current = all.current.map((one) => (one.id === entry.id ? { ...fresh, id: one.id } : one));
  }

  /**
   * Before files are written: refuse to overwrite, unasked, what another wrote since the article
   * was opened. An error ends the saving.
   *
   * @param {EditorDraft} draft
   * @param {FileChange[]} changes
   * @param {EditorEntry} saved the article as it will be once saved
   * @param {ReadBlob} readBlob
   */
  async function guard(draft, changes, saved, readBlob) {
    const [values] = Object.values(draft.currentValues);
    for (const { action, path, previousPath, data } of changes) {
      if (action === "delete" || typeof data !== "string") continue;
      const opened = draft.isNew ? undefined : values.original;
      await compare(await textOf(readBlob, previousPath ?? path), opened, data);
      if (previousPath) await compare(await textOf(readBlob, path), undefined, data);
      // From here on this is what was read.
      for (const locale of Object.values(saved.locales)) locale.content.original = data;
    }
  }

  /**
   * @param {string | undefined} found on the disk
   * @param {string | undefined} opened
   * @param {string} mine
   */
  async function compare(found, opened, mine) {
    const isSame = found === undefined ? opened === undefined : plain(found) === plain(opened ?? "");
    if (isSame || (found !== undefined && plain(found) === plain(mine))) return;
    if (!(await askOverwrite(found, mine))) throw new Error(KEPT);
  }

  /**
   * Show both versions, and ask whose is to stay.
   *
   * @param {string | undefined} theirs
   * @param {string} mine
   * @returns {Promise<boolean>} whether mine takes the place of theirs
   */
  function askOverwrite(theirs, mine) {
    const dialog = make("dialog", STYLE.dialog);
    dialog.setAttribute("aria-labelledby", "bantin-conflict");
    const title = make("h2", "margin:0 0 .5rem;font-size:1.25rem", "Tệp trên máy đã đổi sau khi bạn mở bài");
    title.id = "bantin-conflict";
    const told = theirs === undefined
      ? "Tệp đã bị xóa hoặc chuyển chỗ. Lưu bây giờ thì tệp được tạo lại."
      : "Lưu bây giờ thì bản trên máy mất. Muốn giữ cả hai, hãy quay lại, chép phần của người kia vào bài rồi lưu. Chỗ khác nhau được tô vàng.";
    const columns = make("div", STYLE.columns);
    if (theirs !== undefined) columns.append(column("Bản đang ở trên máy", theirs, mine));
    columns.append(column("Bản bạn sắp lưu", mine, theirs ?? mine));
    const back = button("Quay lại, chưa lưu");
    const over = button("Vẫn lưu bản của tôi");
    const buttons = make("div", STYLE.buttons);
    buttons.append(over, back);
    dialog.append(title, make("p", "margin:0 0 .75rem", told), columns, buttons);
    document.body.append(dialog);
    dialog.showModal();
    back.focus();
    return new Promise((resolve) => {
      back.addEventListener("click", () => dialog.close());
      over.addEventListener("click", () => dialog.close("over"));
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "over");
      });
    });
  }

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} style
   * @param {string} [text]
   */
  function make(name, style, text = "") {
    const element = document.createElement(name);
    element.style.cssText = style;
    element.textContent = text;
    return element;
  }

  /** @param {string} text */
  function button(text) {
    const made = make("button", STYLE.button, text);
    made.type = "button";
    return made;
  }

  /**
   * A version with its name; lines that the other does not have are marked.
   *
   * @param {string} name
   * @param {string} text
   * @param {string} other
   */
  function column(name, text, other) {
    const lines = new Set(plain(other).split("\n"));
    const pre = make("pre", STYLE.text);
    pre.tabIndex = 0;
    pre.setAttribute("aria-label", name);
    for (const line of plain(text).split("\n")) {
      pre.append(lines.has(line) ? line : make("mark", STYLE.changed, line), "\n");
    }
    const section = make("section", "min-width:0");
    section.append(make("h3", "margin:0 0 .25rem;font-size:1rem", name), pre);
    return section;
  }

  return { forget, guard, mayDiscard, mayLeave, refresh, watch };
})();
