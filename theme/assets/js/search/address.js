// Addresses as readers paste them; hooks/bantin/search/format/addresses.py makes the same keys.
import { hashOf } from "./codec.js";
/** @import { Filters } from "./narrowing.js" */
/** @import { IndexReader } from "./reader.js" */

/** The facet of the articles by the addresses of what they were made from. */
const SOURCES = "dia-chi";
const ADDRESS = /^(?:https?:\/\/)?((?:(?:[a-z0-9-]+\.)+[a-z]{2,}|localhost|[0-9]{1,3}(?:\.[0-9]{1,3}){3})(?::[0-9]+)?)\/([^#]*)(?:#.*)?$/;
const DOORS = /^(?:www|m|amp|mobile)\./;
const COUNTED = /^(?:utm_[a-z]*|fbclid|gclid|zarsrc|ref)=/;
const OWN = /(?:^|\/)(tin\/(?:[0-9]{4}|chua-ro-nam)\/[a-z0-9-]+)$/;

/**
 * The key of the article at an address; empty where a text is no address of a page.
 *
 * @param {string} text
 */
export function addressKey(text) {
  const plain = text.trim().replace(/\p{Cs}/gu, "").normalize("NFC").replace(/[^!-~]+/g, encodeURIComponent).toLowerCase();
  const match = text.trim().includes(" ") ? null : ADDRESS.exec(plain);
  if (!match) return "";
  const [, host, rest] = match;
  const at = rest.indexOf("?");
  const path = (at < 0 ? rest : rest.slice(0, at)).replace(/\/+$/, "").replace(/\/amp$/, "");
  const own = OWN.exec(path);
  if (own) return keyOf(own[1]);
  const kept = (at < 0 ? "" : rest.slice(at + 1)).split("&").filter((part) => part && !COUNTED.test(part)).join("&");
  return path || kept ? keyOf(`${host.replace(DOORS, "")}/${path}${kept && "?"}${kept}`) : "";
}

/** @param {string} address */
const keyOf = (address) => hashOf(address).toString(16).padStart(8, "0");

/**
 * What to search for where a text is an address: then for nothing, narrowed to the article there. What
 * has no scheme and no article is searched for as a text.
 *
 * @param {IndexReader} index
 * @param {string} text
 * @param {Filters} filters
 */
export async function withSource(index, text, filters) {
  const key = addressKey(text);
  const isSource = key && (/^\s*https?:/i.test(text) || (await index.facet(SOURCES)).has(key));
  if (!isSource) return { text, filters, isSource: false };
  return { text: "", filters: { ...filters, chosen: { ...filters.chosen, [SOURCES]: [key] } }, isSource: true };
}
