// A search as the address of the page bears it: read from it, and written to it.

/**
 * @typedef {object} SearchState
 * @property {string} text what was typed
 * @property {Record<string, string[]>} chosen by facet, the ids that results are narrowed to
 * @property {number} from first year; 0 is none
 * @property {number} to last year; 0 is none
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
    chosen: Object.fromEntries(Object.keys(FACETS).map((key) =>
      [key, [...new Set(params.getAll(key).filter((id) => /^[a-z0-9-]+$/.test(id)))]])),
    from: year("tu") || single,
    to: year("den") || single,
    isByDate: params.get("sap-xep") === "ngay",
    page: Math.max(1, Number.parseInt(params.get("trang") ?? "1", 10) || 1),
  };
}

/**
 * The query string of a state; defaults are left out.
 *
 * @param {SearchState} state
 */
export function writeState({ text, chosen, from, to, isByDate, page }) {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  for (const [key, ids] of Object.entries(chosen)) for (const id of ids) params.append(key, id);
  if (from) params.set("tu", String(from));
  if (to) params.set("den", String(to));
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
export const countConditions = ({ chosen, from, to }) =>
  Object.values(chosen).flat().length + Number(from > 0) + Number(to > 0);

/** @param {SearchState} state */
export const isNarrowed = (state) => countConditions(state) > 0;
