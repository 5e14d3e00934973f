// One window edits an article at a time; another may take over after asking.
import { ask, element, inAddress, make, meta } from "./api.js";

const BEAT = 8000;

export class Holder {
  /**
   * @param {() => Promise<void>} keep has what is typed here put on the disk
   * @param {(onDisk: string) => void} heard called with the digest of the file
   */
  constructor(keep, heard) {
    this.window = crypto.randomUUID();
    this.address = `/api/hold/${inAddress(meta("path"))}`;
    this.keep = keep;
    this.heard = heard;
    this.wasMine = true;
    this.beat();
    setInterval(() => this.beat(), BEAT);
    window.addEventListener("pagehide", () => {
      ask(this.address, { json: { window: this.window, leave: true }, keepalive: true }).catch(() => {});
    });
  }

  /** @param {object} [more] */
  async beat(more = {}) {
    let holder;
    try {
      holder = await ask(this.address, { json: { window: this.window, ...more } });
    } catch {
      return; // the keeper tells when the desk does not answer
    }
    this.show(holder);
    if (holder.mine) this.heard(holder.base);
  }

  /** @param {{mine: boolean, editor: string, asked: string}} holder */
  show(holder) {
    const banner = element("banner");
    const form = /** @type {HTMLFormElement} */ (element("form"));
    form.inert = !holder.mine;
    for (const id of ["save", "review", "publish"]) element(id).toggleAttribute("disabled", !holder.mine);
    if (!holder.mine) {
      if (this.wasMine) this.keep().catch(() => {});
      const take = make("button", { type: "button", click: () => this.takeOver() }, ["Sửa tiếp ở đây"]);
      banner.replaceChildren(`${holder.editor} đang sửa bài này ở cửa sổ khác. Ở đây chỉ xem. `, take);
      banner.hidden = false;
    } else if (!this.wasMine) location.reload();
    this.wasMine = holder.mine;
  }

  async takeOver() {
    // The other window has its words on the disk after each pause; it turns to reading.
    await this.beat({ force: true });
    location.reload();
  }
}
