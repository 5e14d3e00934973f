// What the page says of a search, in sentences.
import { isNarrowed } from "./state.js";
/** @import { SearchResult } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

const MAX_WORD_LENGTH = 30;
const ALL_OFF = "Mọi phần của câu tìm đều đã bỏ; hãy bấm lấy lại ít nhất một phần.";
export const ONLY_SYMBOLS = "Câu tìm chỉ có dấu hoặc ký hiệu; hãy gõ ít nhất một chữ hay một số.";

/**
 * How many articles match, how the query was understood, what was ignored.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
export function messages(result, state) {
  const total = result.docs.length;
  return [
    total ? `Tìm thấy ${total.toLocaleString("vi")} bài.` : "Không tìm thấy bài nào.",
    ...readSentences(result, state),
    ...absentSentences(result),
    ...leftOutSentences(result, state),
    ...result.missingPhrases.map((phrase) => `Không bài nào có nguyên văn “${phrase}”.`),
    ...result.isTruncated ? ["Câu tìm quá dài nên chỉ phần đầu được dùng."] : [],
  ];
}

/**
 * What is said of a search for the address of an article.
 *
 * @param {SearchResult} result
 */
export const sourceMessages = ({ docs }) => (docs.length
  ? [`Tìm thấy ${docs.length.toLocaleString("vi")} bài.`, "Địa chỉ này là của bài, hoặc của nguồn mà bài dựa vào."]
  : ["Không tìm thấy bài nào.", "Không bài nào có địa chỉ này, hay dựa vào nguồn ở địa chỉ này."]);

/**
 * How the query was understood, and what was ignored.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
function readSentences({ docs, hasNoWords, isByDate, searchedFor, ignored }, state) {
  const sentences = [];
  if (hasNoWords && state.text.trim()) sentences.push(state.off.length ? ALL_OFF : ONLY_SYMBOLS);
  if (isByDate && docs.length) sentences.push("Xếp theo ngày, mới nhất trước.");
  if (searchedFor) sentences.push(`Đã tìm theo “${searchedFor}”.`);
  if (ignored.length && docs.length) {
    sentences.push(`Không có bài nào chứa ${ignored.map((word) => `“${shorten(word)}”`).join(", ")}.`);
  }
  return sentences;
}

/**
 * What the results leave out.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
function leftOutSentences(result, state) {
  const sentences = [];
  if (result.excluded.length) {
    sentences.push(`Không kể bài có ${result.excluded.map((part) => `“${part}”`).join(", ")}.`);
  }
  if (leavesOutUndated(result, state)) {
    sentences.push(`Chưa kể ${result.undated.toLocaleString("vi")} bài chưa rõ năm.`);
  }
  return sentences;
}

/**
 * Whether results are narrowed to years, and more of unknown years would match.
 *
 * @param {SearchResult} result
 * @param {SearchState} state
 */
export const leavesOutUndated = ({ undated }, { from, to, isUndated }) =>
  undated > 0 && (from > 0 || to > 0) && !isUndated;

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
