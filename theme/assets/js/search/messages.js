// What the page says of a search, in sentences.
import { isNarrowed } from "./state.js";
/** @import { SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

const MAX_WORD_LENGTH = 30;
export const ONLY_SYMBOLS = "Câu tìm chỉ có dấu hoặc ký hiệu; hãy gõ ít nhất một chữ hay một số.";

/**
 * How many articles match, how the query was understood, what was ignored.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
export function messages(result, state) {
  const total = result.docs.length;
  const sentences = [total ? `Tìm thấy ${total.toLocaleString("vi")} bài.` : "Không tìm thấy bài nào."];
  if (result.hasNoWords && state.text.trim()) sentences.push(ONLY_SYMBOLS);
  if (result.isByDate && total) sentences.push("Xếp theo ngày, mới nhất trước.");
  if (result.searchedFor) sentences.push(`Đã tìm theo “${result.searchedFor}”.`);
  if (result.ignored.length && total) {
    sentences.push(`Bỏ qua vì không có trong kho bài: ${result.ignored.map(shorten).join(", ")}.`);
  }
  sentences.push(...absentSentences(result));
  if (result.excluded.length) {
    sentences.push(`Không kể bài có ${result.excluded.map((part) => `“${part}”`).join(", ")}.`);
  }
  for (const phrase of result.missingPhrases) sentences.push(`Không bài nào có nguyên văn “${phrase}”.`);
  if (result.isTruncated) sentences.push("Câu tìm quá dài nên chỉ phần đầu được dùng.");
  return sentences;
}

/**
 * What no article says, for a reader to know that it was asked for as typed.
 *
 * @param {SearchResult} result
 */
function absentSentences({ absent, ignored, docs }) {
  const parts = absent.filter((part) => !docs.length || !ignored.includes(part)).map((part) => `“${shorten(part)}”`);
  return parts.length ? [`Không bài nào nói tới ${parts.join(", ")}.`] : [];
}

/**
 * Whether a search asks for nothing that an article could match.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
export const asksNothing = (result, state) => result.hasNoWords && !isNarrowed(state);

/**
 * What the box says where it has nothing to suggest.
 *
 * @param {string[]} absent
 */
export const nothingFound = (absent) => (absent.length
  ? `Chưa thấy bài nào nói tới “${shorten(absent[0])}”.` : "Chưa thấy bài nào khớp.");

/** @param {string} word */
const shorten = (word) => (word.length > MAX_WORD_LENGTH ? `${word.slice(0, MAX_WORD_LENGTH)}…` : word);
