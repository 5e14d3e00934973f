// The desk of one article: the form, what is said of it, what stands beside it, and how it is saved.
import { ask, element, inAddress, make, meta, tell } from "./api.js";
import { renewPage, setOriginal, setPages } from "./beside.js";
import { Confirmations } from "./confirm.js";
import { askWhichToKeep, showVersions } from "./dialogs.js";
import { check } from "./findings.js";
import { Form } from "./form.js";
import { Holder } from "./holder.js";
import { Keeper } from "./keeper.js";
import { showProposals } from "./proposals.js";

const STATUSES = /** @type {Record<string, string>} */ ({ draft: "Nháp", review: "Chờ duyệt", published: "Đã đăng", retracted: "Đã rút" });
const DONE = /** @type {Record<string, string>} */ ({ draft: "Đã đưa về nháp.", review: "Đã gửi duyệt.", published: "Đã đăng bài." });
const path = meta("path");
const address = `/api/article/${inAddress(path)}`;

class Desk {
  /** @param {any} opened what the desk has answered */
  constructor(opened) {
    this.base = opened.base;
    this.number = 0;
    this.savedNumber = 0;
    this.hasHistory = opened.history;
    /** @type {string} */
    this.status = "draft";
    this.isAsking = false;
    this.keeper = new Keeper(() => this.copy(), sayKept, (onDisk) => this.wasKept(onDisk));
    this.fill(opened.fields, opened.body);
    setOriginal(opened.original);
    this.offerCopy(opened.copy);
    showProposals(opened.proposals, () => this.saveIfChanged(), () => location.reload());
    this.holder = new Holder(() => this.keeper.now(), (onDisk) => this.wasKept(onDisk));
    this.changedNow();
  }

  /**
   * @param {any} fields
   * @param {string} body
   */
  fill(fields, body) {
    const { to_confirm: guesses, ...rest } = fields;
    this.status = fields.status ?? "published";
    this.form = new Form(rest, body, () => this.changed());
    this.confirmations = new Confirmations(guesses ?? {}, () => this.changed());
    this.showStatus();
    setPages(fields);
  }

  /** What was typed and not saved comes back by itself, and says so. @param {any} onDisk */
  offerCopy(onDisk) {
    const here = this.keeper.remembered();
    const copy = here && (!onDisk || here.number >= onDisk.number) ? here : onDisk;
    if (!copy) return;
    this.fill(copy.fields, copy.body);
    this.number = copy.number;
    const isOld = copy.base !== this.base;
    this.base = copy.base;
    const drop = make("button", { type: "button", click: () => this.giveUp().catch(tellError) }, ["Bỏ, về bản đã lưu"]);
    this.banner(["Chữ gõ lần trước chưa lưu đã được đưa lại. ", drop], isOld);
    this.keeper.changed();
  }

  copy() {
    const { fields, body } = /** @type {Form} */ (this.form).read();
    const guesses = /** @type {Confirmations} */ (this.confirmations).read();
    return { fields: { ...fields, status: this.status, to_confirm: guesses }, body, base: this.base, number: this.number };
  }

  changed() {
    this.number += 1;
    this.keeper.changed();
  }

  changedNow() {
    check(this.copy()).catch(tellError);
    renewPage();
  }

  /** @param {string} onDisk digest of the file as it is now */
  wasKept(onDisk) {
    this.changedNow();
    if (onDisk !== this.base) this.resolve().catch(tellError);
  }

  /** @param {string} [as] the status with which it is saved; as it is, if not given */
  async save(as) {
    const before = this.status;
    const status = as ?? before;
    this.status = status;
    await this.keeper.settle();
    const copy = this.copy();
    try {
      const saved = await ask(address, { json: copy });
      this.base = saved.base;
      this.savedNumber = copy.number;
      if (this.number === copy.number) this.keeper.forget();
      else this.keeper.changed();
      if (saved.path !== path) location.replace(`/bai/${inAddress(saved.path)}`);
      this.showStatus();
      sayKept("Đã lưu", false);
      tell(status === before ? "Đã lưu." : (DONE[status] ?? "Đã lưu."));
      if (status === "published" || status === "review") await share();
    } catch (error) {
      this.status = before;
      const failure = /** @type {import("./api.js").DeskError} */ (error);
      if (failure.status === 409) await this.resolve();
      else tell(failure.message, true);
      this.showStatus();
    }
  }

  /** Somebody has saved the file meanwhile: both versions are shown, and one is chosen. */
  async resolve() {
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      await this.chooseVersion();
    } finally {
      this.isAsking = false;
    }
  }

  async chooseVersion() {
    const now = await ask(address);
    if (now.base !== this.base) {
      const choice = await askWhichToKeep(this.copy(), now);
      if (choice === "theirs") {
        await this.keeper.settle();
        await ask(`/api/copy/${inAddress(path)}`, { method: "DELETE" });
        this.keeper.forget();
        this.base = now.base;
        this.fill(now.fields, now.body);
      } else if (choice === "mine") {
        this.base = now.base;
        this.changed();
      }
    }
  }

  async giveUp() {
    await this.keeper.settle();
    await ask(`/api/copy/${inAddress(path)}`, { method: "DELETE" });
    this.keeper.forget();
    location.reload();
  }

  /** An answer about a record may change the file: what is typed goes there first. */
  async saveIfChanged() {
    await this.keeper.settle();
    if (this.keeper.isDirty || this.number > this.savedNumber) await this.save();
  }

  showStatus() {
    const isPublished = this.status === "published";
    element("status").textContent = STATUSES[this.status] ?? this.status;
    element("status").className = `badge ${this.status}`;
    element("publish").textContent = isPublished ? "Đưa về nháp" : "Đăng";
    element("review").hidden = isPublished;
    element("review").textContent = this.status === "review" ? "Trả lại nháp" : "Gửi duyệt";
  }

  /**
   * @param {(Node | string)[]} parts
   * @param {boolean} isWrong
   */
  banner(parts, isWrong) {
    const banner = element("banner");
    banner.replaceChildren(...parts);
    banner.classList.toggle("wrong", isWrong);
    banner.hidden = false;
  }
}

/** @param {Error} error */
const tellError = (error) => tell(error.message, true);

/** What is published goes to the remote repository, where there is one. */
async function share() {
  const { shared } = await ask("/api/share", { json: {} });
  if (shared) tell("Đã lưu và gửi lên máy chủ.");
}

/**
 * @param {string} text
 * @param {boolean} isWrong
 */
function sayKept(text, isWrong) {
  element("kept").textContent = text;
  element("kept").classList.toggle("wrong", isWrong);
}

/** @param {Desk} desk */
function listen(desk) {
  element("save").addEventListener("click", () => desk.save());
  element("publish").addEventListener("click", () => desk.save(desk.status === "published" ? "draft" : "published"));
  element("review").addEventListener("click", () => desk.save(desk.status === "review" ? "draft" : "review"));
  element("versions-button").addEventListener("click", () => showVersions(desk.hasHistory, (fields, body) => {
    desk.fill({ ...fields, status: desk.status }, body);
    desk.changed();
  }));
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      desk.save();
    }
  });
  for (const button of document.querySelectorAll("[data-tab]")) {
    if (button instanceof HTMLButtonElement) button.addEventListener("click", () => showTab(button.dataset.tab ?? "write"));
  }
}

/** @param {string} tab on a narrow screen, where one part is seen at a time */
function showTab(tab) {
  element("main").dataset.tab = tab;
  for (const button of document.querySelectorAll("button[data-tab]")) {
    button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.tab === tab));
  }
  if (tab !== "write") /** @type {HTMLElement} */ (document.querySelector(`[data-beside="${tab}"]`)).click();
}

ask(address).then((opened) => listen(new Desk(opened)), (error) => tell(error.message, true));
