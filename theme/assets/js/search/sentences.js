// What is said of a search, in sentences.
import { isNarrowed } from "./state.js";

const LONGEST_WORD = 30;
export const ONLY_SIGNS = "Câu tìm chỉ có dấu hoặc ký hiệu; hãy gõ ít nhất một chữ hay một số.";

/** How many were found, how the query was read, what was left aside. */
export function sentences(found, state) {
  const total = found.docs.length;
  const told = [total ? `Tìm thấy ${total.toLocaleString("vi")} bài.` : "Không tìm thấy bài nào."];
  if (found.isWordless && state.text.trim()) told.push(ONLY_SIGNS);
  if (found.readAs) told.push(`Đã tìm theo “${found.readAs}”.`);
  if (found.ignored.length) told.push(`Bỏ qua vì không có trong kho bài: ${found.ignored.map(shorten).join(", ")}.`);
  for (const phrase of found.missing) told.push(`Không bài nào có nguyên văn “${phrase}”.`);
  if (found.isCut) told.push("Câu tìm quá dài nên chỉ phần đầu được dùng.");
  return told;
}

/** Whether a search asks for nothing that could be found. */
export const isVoid = (found, state) => found.isWordless && !isNarrowed(state);

const shorten = (word) => (word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word);
