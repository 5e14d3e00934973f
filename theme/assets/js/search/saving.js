// A list of results as files made in the browser: CSV for a spreadsheet, Atom for other programs.
/** @import { Card } from "./codec.js" */

// Without it Excel reads UTF-8 as the encoding of the machine.
const BYTE_ORDER_MARK = "\ufeff";
const LINE_END = "\r\n";
// As hooks/bantin/publish/data/csv_rows.py: what a spreadsheet takes for a formula, at the start of a
// cell, and after a semicolon or a line break for one that parts cells there.
const START = /^(?:\s*[\t\r\n=+@＝＋＠]|\s*[-－](?!-\d\d-\d\d$))/;
const INNER = /([;\t\r\n][ \xa0"']*)(?=[=+@＝＋＠]|[-－](?:\S|[^;\n]*(?:[\p{L}\p{N}_]\(|\|)))/gu;
// eslint-disable-next-line no-control-regex -- XML forbids them
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|\p{Cs}/gu;

/** @type {[title: string, valueOf: (card: Card, root: URL) => string][]} */
const COLUMNS = [
  ["Ngày", ({ date = "" }) => date],
  ["Tên bài", ({ title }) => title],
  ["Loại hội nghị", ({ types = "" }) => types],
  ["Tình trạng", ({ state = "" }) => state],
  ["Cơ quan (nhiều nhất bốn)", ({ agencies = [] }) => agencies.join(" | ")],
  ["Người được nêu tên", ({ people = [] }) => people.join(" | ")],
  ["Tóm tắt", ({ lead = "" }) => lead],
  ["Địa chỉ", ({ address }, root) => new URL(address, root).href],
];

/**
 * A list as CSV.
 *
 * @param {Card[]} cards
 * @param {URL} root of the site
 */
export function csvOf(cards, root) {
  const lines = [COLUMNS.map(([title]) => title), ...cards.map((card) => COLUMNS.map(([, valueOf]) => valueOf(card, root)))];
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(cellOf).join(",") + LINE_END).join("");
}

/**
 * A text as a cell, which no spreadsheet runs.
 *
 * @param {string} text
 */
export function cellOf(text) {
  const safe = text.replace(INNER, "$1'");
  return `"${(START.test(safe) ? `'${safe}` : safe).replaceAll('"', '""')}"`;
}

/**
 * A list as an Atom feed, made now. The day of a conference is told in words: that on which an article
 * changed is not known here.
 *
 * @param {Card[]} cards
 * @param {{ title: string, address: string, root: URL, now: Date }} about
 */
export function atomOf(cards, { title, address, root, now }) {
  const updated = `<updated>${now.toISOString()}</updated>`;
  const entries = cards.map((card) => {
    const page = escape(new URL(card.address, root).href);
    const summary = [[card.date ?? "không rõ ngày", card.types].filter(Boolean).join(" · "), card.lead].filter(Boolean).join(". ");
    return `<entry><id>${page}</id><title>${escape(card.title)}</title><link rel="alternate" type="text/html" href="${page}"/>`
      + `${updated}<summary>${escape(summary)}</summary></entry>\n`;
  });
  const self = escape(address);
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><id>${self}</id>`
    + `<title>${escape(title)}</title><link rel="alternate" type="text/html" href="${self}"/>`
    + `<author><name>${escape(root.host)}</name></author>${updated}\n${entries.join("")}</feed>\n`;
}

/** @param {string} text */
const escape = (text) => text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
