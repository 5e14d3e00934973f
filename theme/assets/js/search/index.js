// The index as the server has it: fetched once a visit, and again where a new release replaced it.
import { IndexError, Searcher } from "./core.js";

const LOST = "Không tải được chỉ mục tìm kiếm; hãy kiểm tra đường truyền rồi thử lại.";
const BROKEN = "Chỉ mục tìm kiếm trên máy chủ đang có lỗi; hãy thử lại sau ít phút.";
const opened = new Map();

/** Answers a question to the searcher of an index; `base` is the address of its folder. */
export async function ask(base, question) {
  try {
    return await question(await searcher(base));
  } catch {
    // The pages may belong to a newer release than the index that this visit began with.
    opened.delete(base.href);
  }
  try {
    return await question(await searcher(base, "reload"));
  } catch (error) {
    opened.delete(base.href);
    throw error instanceof IndexError ? error : new IndexError(BROKEN);
  }
}

/** What to tell a reader of an error. */
export const reason = (error) => (error instanceof IndexError ? error.message : BROKEN);

function searcher(base, cache = "no-cache") {
  if (!opened.has(base.href)) opened.set(base.href, Searcher.open((path, release) => load(base, path, release, cache)));
  return opened.get(base.href);
}

async function load(base, path, release, cache) {
  let response;
  try {
    // A new release has new addresses, so that no copy kept by the browser mixes with it.
    const address = new URL(release ? `${path}?${release}` : path, base);
    response = await fetch(address, release && cache !== "reload" ? {} : { cache });
  } catch {
    throw new IndexError(LOST);
  }
  if (!response.ok) throw new IndexError(LOST);
  return response.arrayBuffer();
}
