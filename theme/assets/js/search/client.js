// The search index as the server has it: opened once a visit, and again when a release replaced it.
import { IndexError, Searcher } from "./searcher.js";

const UNREACHABLE = "Không tải được chỉ mục tìm kiếm; hãy kiểm tra đường truyền rồi thử lại.";
const BROKEN = "Chỉ mục tìm kiếm trên máy chủ đang có lỗi; hãy thử lại sau ít phút.";
/** @type {Map<string, Promise<Searcher>>} */
const searchers = new Map();

/**
 * The result of a task that needs the searcher of an index; throws IndexError.
 *
 * @template Result
 * @param {URL} base the address of the index's folder
 * @param {(searcher: Searcher) => Result | Promise<Result>} task run a second time where it fails
 * @returns {Promise<Result>}
 */
export async function withSearcher(base, task) {
  try {
    return await task(await searcherOf(base, "no-cache"));
  } catch {
    // The pages may belong to a newer release than the index that this visit began with.
    searchers.delete(base.href);
  }
  try {
    return await task(await searcherOf(base, "reload"));
  } catch (error) {
    searchers.delete(base.href);
    throw error instanceof IndexError ? error : new IndexError(BROKEN);
  }
}

/**
 * What to tell the reader of an error.
 *
 * @param {unknown} error
 */
export const messageOf = (error) => (error instanceof IndexError ? error.message : BROKEN);

/**
 * @param {URL} base
 * @param {RequestCache} cache
 */
function searcherOf(base, cache) {
  const searcher = searchers.get(base.href)
    ?? Searcher.open((path, version) => load(new URL(version ? `${path}?${version}` : path, base),
      version && cache !== "reload" ? {} : { cache }));
  searchers.set(base.href, searcher);
  return searcher;
}

/**
 * The bytes of a file. Its address bears the version of the index: a new release has new addresses,
 * so that no copy in the browser's cache mixes with it.
 *
 * @param {URL} address
 * @param {RequestInit} options
 */
async function load(address, options) {
  let response;
  try {
    response = await fetch(address, options);
  } catch {
    throw new IndexError(UNREACHABLE);
  }
  if (!response.ok) throw new IndexError(UNREACHABLE);
  return response.arrayBuffer();
}
