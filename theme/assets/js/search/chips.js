// How the query was read, as buttons: a part is left out by a press, and taken back by another.
import { createElement } from "./dom.js";
import { keyOf } from "./reading.js";
import { FACETS } from "./state.js";
/** @import { Part, Reading } from "./reading.js" */
/** @import { SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

/** @type {Record<Part["kind"], (text: string) => string>} */
const LABELS = {
  words: (text) => text,
  number: (text) => text,
  year: (text) => `năm ${text.slice(-4)}`,
  phrase: (text) => `nguyên văn “${text}”`,
  excluded: (text) => `trừ “${text}”`,
  order: () => "mới nhất trước",
  absent: (text) => `“${text}”: chưa có bài nào`,
};

/**
 * @typedef {object} Chip
 * @property {string} id
 * @property {string} label
 * @property {boolean} isOn
 * @property {Partial<SearchState>} press what a press changes
 */

/** The row of buttons below the number of results. */
export class Chips {
  /** @param {(patch: Partial<SearchState>) => void} change */
  constructor(change) {
    this.change = change;
    this.list = createElement("ul", { "aria-labelledby": "tim-cach-hieu" });
    this.node = createElement("div", { className: "reading", hidden: true },
      createElement("p", { id: "tim-cach-hieu" }, "Đã hiểu là (bấm để bỏ bớt hay lấy lại):"), this.list);
  }

  /**
   * @param {Reading} reading
   * @param {SearchResult} result
   * @param {SearchState} state
   */
  show(reading, result, state) {
    const chips = [...chipsOf(reading, state), ...conditionChips(result, state)];
    const isPlain = chips.length === 1 && chips[0].isOn && reading.parts[0]?.kind === "words";
    this.node.hidden = !chips.length || isPlain;
    const focused = this.list.contains(document.activeElement) ? document.activeElement?.id : "";
    this.list.replaceChildren(...chips.map((chip) => createElement("li", {}, this.button(chip))));
    if (focused) document.getElementById(focused)?.focus();
  }

  /** @param {Chip} chip */
  button({ id, label, isOn, press }) {
    return createElement("button", { type: "button", id, className: "chip", "aria-pressed": String(isOn),
      on: { click: () => this.change({ ...press, page: 1 }) } }, label);
  }

  clear() {
    this.node.hidden = true;
    this.list.replaceChildren();
  }
}

/**
 * @param {Reading} reading
 * @param {SearchState} state
 * @returns {Chip[]}
 */
function chipsOf({ parts, mended }, { off, isLiteral }) {
  const chips = parts.map((part, at) => {
    const key = keyOf(part);
    const isOn = !off.includes(key);
    const press = { off: isOn ? [...off, key] : off.filter((other) => other !== key) };
    return { id: `tim-phan-${at}`, label: LABELS[part.kind](part.text), isOn, press };
  });
  const mend = { id: "tim-sua", label: `sửa chữ: “${mended}”`, isOn: !isLiteral, press: { isLiteral: !isLiteral, off: [] } };
  return mended ? [mend, ...chips] : chips;
}

/**
 * What results are narrowed to, as far as its names are known; pressed, a condition is gone.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 * @returns {Chip[]}
 */
function conditionChips({ counts }, { chosen, from, to, isUndated }) {
  const values = Object.keys(FACETS).flatMap((key) => (chosen[key] ?? []).map((id) => ({
    id: `tim-dieu-kien-${key}-${id}`,
    label: counts.get(key)?.find((value) => value.id === id)?.name ?? "",
    press: { chosen: { ...chosen, [key]: chosen[key].filter((other) => other !== id) } },
  })));
  const years = [
    { id: "tim-dieu-kien-tu", label: from ? `từ năm ${from}` : "", press: { from: 0 } },
    { id: "tim-dieu-kien-den", label: to ? `đến năm ${to}` : "", press: { to: 0 } },
    { id: "tim-dieu-kien-chua-ro", label: isUndated ? "chưa rõ năm" : "", press: { isUndated: false } },
  ];
  return [...values, ...years].filter(({ label }) => label).map((chip) => ({ ...chip, isOn: true }));
}
