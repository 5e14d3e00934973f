// Requests to the desk, and what is said of their answers.

/** The desk said no; `status` 409 means that the file has changed, `text` is what it holds now. */
export class DeskError extends Error {
  /**
   * @param {string} message
   * @param {number} status 0 where the desk did not answer
   * @param {string} text
   */
  constructor(message, status = 0, text = "") {
    super(message);
    this.status = status;
    this.text = text;
  }
}

const GONE = "Bàn biên tập không trả lời; chữ đã gõ vẫn ở màn hình này, đừng đóng cửa sổ.";

/** @param {string} name */
export function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute("content") ?? "";
}

/**
 * @param {string} address
 * @param {{method?: string, json?: unknown, data?: Blob, keepalive?: boolean}} [options]
 * @returns {Promise<any>} what the desk answers
 */
export async function ask(address, options = {}) {
  const body = options.data ?? (options.json === undefined ? undefined : JSON.stringify(options.json));
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  const headers = { "x-bantin": meta("token") };
  let answer;
  try {
    answer = await fetch(address, { method, headers, body, keepalive: options.keepalive });
  } catch {
    throw new DeskError(GONE);
  }
  const kind = answer.headers.get("content-type") ?? "";
  const value = kind.includes("json") ? await answer.json() : { error: await answer.text() };
  if (!answer.ok) throw new DeskError(value.error || GONE, answer.status, value.text);
  return value;
}

/** @param {string} path of an article, as part of an address */
export const inAddress = (path) => path.split("/").map(encodeURIComponent).join("/");

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * Show a sentence for some seconds; one that tells of an error stays longer.
 * @param {string} text
 * @param {boolean} [isError]
 */
export function tell(text, isError = false) {
  const notice = element("notice");
  notice.textContent = text;
  notice.classList.toggle("wrong", isError);
  notice.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => (notice.hidden = true), isError ? 15000 : 4000);
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function element(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/**
 * Return a new element with attributes and children; texts are never read as HTML.
 * @param {string} tag
 * @param {Record<string, string | boolean | EventListener>} [attributes]
 * @param {(Node | string)[]} [children]
 * @returns {HTMLElement}
 */
export function make(tag, attributes = {}, children = []) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (typeof value === "boolean") made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}
