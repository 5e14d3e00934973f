// A search as it stands in the address: read from it, and written back to it.
export const FACETS = {
  loai: "Loại hội nghị",
  tinh: "Tỉnh, thành phố",
  "co-quan": "Cơ quan, đơn vị",
  "chuong-trinh": "Chương trình",
  huyen: "Huyện, quận, thị xã",
  "van-ban": "Văn bản dẫn chiếu",
};

/** The state that a query string means; what it cannot mean is left out. */
export function readState(search) {
  const params = new URLSearchParams(search);
  const year = (key) => (/^[0-9]{4}$/.test(params.get(key) ?? "") ? Number(params.get(key)) : 0);
  const one = year("nam");
  return {
    text: params.get("q") ?? "",
    chosen: Object.fromEntries(Object.keys(FACETS).map((key) =>
      [key, [...new Set(params.getAll(key).filter((id) => /^[a-z0-9-]+$/.test(id)))]])),
    from: year("tu") || one,
    to: year("den") || one,
    isByDate: params.get("sap-xep") === "ngay",
    page: Math.max(1, Number.parseInt(params.get("trang") ?? "1", 10) || 1),
  };
}

/** The query string of a state; nothing that goes without saying. */
export function writeState({ text, chosen, from, to, isByDate, page }) {
  const params = new URLSearchParams();
  if (text) params.set("q", text);
  for (const [key, ids] of Object.entries(chosen)) for (const id of ids) params.append(key, id);
  if (from) params.set("tu", from);
  if (to) params.set("den", to);
  if (isByDate) params.set("sap-xep", "ngay");
  if (page > 1) params.set("trang", page);
  const query = params.toString();
  return query ? `?${query}` : "";
}

/** By how many conditions the search is narrowed. */
export const conditions = ({ chosen, from, to }) =>
  Object.values(chosen).flat().length + Number(from > 0) + Number(to > 0);

/** Whether anything narrows the search. */
export const isNarrowed = (state) => conditions(state) > 0;
