// A search as the address of the page bears it: read from it, and written to it.

/**
 * @typedef {object} SearchState
 * @property {string} text what was typed
 * @property {string[]} off parts of it that are left out, as the page names them
 * @property {boolean} isLiteral whether no word of it is mended
 * @property {Record<string, string[]>} chosen by facet, the ids that results are narrowed to
 * @property {number} from first year; 0 is none
 * @property {number} to last year; 0 is none
 * @property {boolean} isUndated with years: articles of unknown years too; else these alone
 * @property {boolean} isByDate newest first
 * @property {number} page of the results, from 1
 */

/** @type {Record<string, string>} */
export const FACETS = {
  loai: "Loại hội nghị",
  "tinh-trang": "Đã họp hay báo trước",
  tinh: "Tỉnh, thành phố",
  cap: "Cấp của cơ quan",
  "co-quan": "Cơ quan, đơn vị",
  "chuong-trinh": "Chương trình",
  huyen: "Huyện, quận, thị xã",
  "van-ban": "Văn bản dẫn chiếu",
  nguoi: "Người được nêu tên",
};

const UNKNOWN_YEAR = "chua-ro-nam";

/**
 * The state that a query string means; what it cannot mean is left out.
 *
 * @param {string} search
 * @returns {SearchState}
 */
export function readState(search) {
  const params = new URLSearchParams(search);
  /** @param {string} key */
  const year = (key) => {
    const value = params.get(key) ?? "";
    return /^[0-9]{4}$/.test(value) ? Number(value) : 0;
  };
  const single = year("nam");
  return {
    text: params.get("q") ?? "",
    off: [...new Set(params.getAll("bo"))],
    isLiteral: params.get("sua") === "khong",
    chosen: Object.fromEntries(Object.keys(FACETS).map((key) =>
      [key, [...new Set(params.getAll(key).filter((id) => /^[a-z0-9-]+$/.test(id)))]])),
    from: year("tu") || single,
    to: year("den") || single,
    isUndated: params.getAll("nam").includes(UNKNOWN_YEAR),
    isByDate: params.get("sap-xep") === "ngay",
    page: Math.max(1, Number.parseInt(params.get("trang") ?? "1", 10) || 1),
  };
}

/**
 * The query string of a state; defaults are left out.
 *
 * @param {SearchState} state
 */
export function writeState({ text, off, isLiteral, chosen, from, to, isUndated, isByDate, page }) {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  for (const part of off) params.append("bo", part);
  if (isLiteral) params.set("sua", "khong");
  for (const [key, ids] of Object.entries(chosen)) for (const id of ids) params.append(key, id);
  if (from) params.set("tu", String(from));
  if (to) params.set("den", String(to));
  if (isUndated) params.set("nam", UNKNOWN_YEAR);
  if (isByDate) params.set("sap-xep", "ngay");
  if (page > 1) params.set("trang", String(page));
  const query = params.toString();
  return query ? `?${query}` : "";
}

/**
 * By how many conditions a search is narrowed.
 *
 * @param {SearchState} state
 */
export const countConditions = ({ chosen, from, to, isUndated }) =>
  Object.values(chosen).flat().length + Number(from > 0) + Number(to > 0) + Number(isUndated);

/**
 * A state with another query: what was said of parts of the last one goes with it.
 *
 * @param {SearchState} state
 * @param {string} text
 * @returns {SearchState}
 */
export const withText = (state, text) => ({ ...state, text, off: [], isLiteral: false, page: 1 });

/**
 * A state without anything that narrows it.
 *
 * @param {SearchState} state
 * @returns {SearchState}
 */
export const withoutConditions = (state) =>
  ({ ...state, chosen: {}, from: 0, to: 0, isUndated: false, page: 1 });

/** @param {SearchState} state */
export const isNarrowed = (state) => countConditions(state) > 0;
