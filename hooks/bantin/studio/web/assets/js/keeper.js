// What is typed is kept: in this browser at once, on the disk after a pause, until it is saved.
import { ask, inAddress, meta } from "./api.js";

const PAUSE = 700;
const AGAIN = 3000;
const NAME = "bantin-studio:";

/** @typedef {{fields: any, body: string, base: string, number: number}} Copy */

export class Keeper {
  /**
   * @param {() => Copy} read the form as it is
   * @param {(text: string, isWrong: boolean) => void} tell
   * @param {(onDisk: string) => void} kept called with the digest of the file after each pause
   */
  constructor(read, tell, kept) {
    this.path = meta("path");
    this.read = read;
    this.tell = tell;
    this.kept = kept;
    this.isDirty = false;
    this.isStopped = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<void>} settled when nothing is under way to the disk */
    this.sending = Promise.resolve();
    window.addEventListener("beforeunload", (event) => {
      if (this.isDirty) event.preventDefault();
    });
    window.addEventListener("pagehide", () => {
      if (this.isDirty) this.send(true).catch(() => {});
    });
  }

  /** To be called at every change of the form. */
  changed() {
    if (this.isStopped) return;
    this.isDirty = true;
    this.remember();
    this.tell("Đang gõ…", false);
    this.later(PAUSE);
  }

  /** @param {number} wait in milliseconds */
  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), wait);
  }

  /** Keep at once; told and tried again until the desk has it. */
  now() {
    clearTimeout(this.timer);
    this.sending = this.sending.then(() => this.keep());
    return this.sending;
  }

  /** Wait for what is under way: after a save it would come as something that was not saved. */
  settle() {
    clearTimeout(this.timer);
    return this.sending;
  }

  async keep() {
    const copy = this.read();
    try {
      const answer = await this.send(false);
      if (copy.number === this.read().number) {
        this.isDirty = false;
        localStorage.removeItem(NAME + this.path);
      }
      this.tell(`Đã giữ lúc ${new Date().toLocaleTimeString("vi")}`, false);
      this.kept(answer.base);
    } catch (error) {
      this.tell(/** @type {Error} */ (error).message, true);
      this.later(AGAIN);
    }
  }

  /**
   * @param {boolean} isLeaving the page is being closed
   * @returns {Promise<any>}
   */
  send(isLeaving) {
    return ask(`/api/copy/${inAddress(this.path)}`, { json: this.read(), keepalive: isLeaving });
  }

  remember() {
    try {
      localStorage.setItem(NAME + this.path, JSON.stringify(this.read()));
    } catch {
      // Storage is full or refused: the disk has it after the pause.
    }
  }

  /** @returns {Copy | null} what this browser had kept when it was ended */
  remembered() {
    try {
      return JSON.parse(localStorage.getItem(NAME + this.path) ?? "null");
    } catch {
      return null;
    }
  }

  /** The article is saved or given up: nothing is left to keep. */
  forget() {
    clearTimeout(this.timer);
    this.isDirty = false;
    localStorage.removeItem(NAME + this.path);
  }
}
