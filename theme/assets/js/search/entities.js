// Entities whose name a query is, and those whose name goes on as it begins: agencies, programmes,
// people, documents, places. Does the same as hooks/bantin/search/query/entities.py.
import { fold, tokenise } from "../normalise.js";
import { NumberReader, decodeText, hashOf } from "./codec.js";
import { hasDiacritics } from "./parse.js";
/** @import { Query } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */
/** @import { ResolvedQuery } from "./resolve.js" */

/** @type {Record<string, string>} */
const SECTIONS = { c: "co-quan/", p: "chuong-trinh/", n: "nhan-su/", v: "van-ban/", t: "dia-phuong/", h: "dia-phuong/" };
const PERSON = "n";
// So many records are in one file.
const BLOCK = 16;
// So many entities of one name are shown, and so many are suggested.
const MOST = 3;
// So many letters say enough to suggest a name.
const SHORTEST = 2;
// Words that a reader writes or leaves out: "Công an (tỉnh) Quảng Nam". Folded.
const OPTIONAL = new Set(["tinh", "tp", "huyen", "va", "cua"]);

/**
 * An agency, a programme, a person, a document or a place, as the index has it.
 *
 * @typedef {object} Entity
 * @property {number} number
 * @property {string} kind c agency, p programme, n person, v document, t province, h district
 * @property {string} address of its page, from the site root
 * @property {string} name as its page has it
 * @property {number} conferences how many were held
 * @property {string} years the first and the last of them, such as "2013-2023"
 * @property {number[]} docs numbers of its newest articles
 * @property {number[]} heirs numbers of what it became
 * @property {number[]} forerunners numbers of what it came from
 * @property {string} fact of a programme its years, of others the day on which it ended
 * @property {number[]} parties numbers of the agencies of a programme
 */

/**
 * An entity by its number.
 *
 * @param {IndexReader} index
 * @param {number} number
 * @returns {Promise<Entity>}
 */
export async function readEntity(index, number) {
  const lines = await linesOf(index, `muc/${Math.floor(number / BLOCK)}.bin`);
  const [kind, id, name, conferences = "", years = "", docs = "", heirs = "", forerunners = "", fact = "",
    parties = ""]
    = lines[number % BLOCK].split("\t");
  return { number, kind, address: `${SECTIONS[kind]}${id}/`, name, conferences: Number(conferences),
    years, docs: numbers(docs), heirs: numbers(heirs), forerunners: numbers(forerunners), fact, parties: numbers(parties) };
}

/**
 * The entities whose name a query is, in any of its forms; the best few.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @returns {Promise<Entity[]>}
 */
export async function entitiesNamed(index, query, { corrections }) {
  if (query.excluded.length || query.isByDate || !query.words.length) return [];
  const typed = query.words.map((word) => word.folded);
  for (const words of [typed, typed.map((word, at) => fold(corrections.get(at) ?? word))]) {
    let found = await named(index, query, words);
    for (const size of [1, 2, 3]) {
      if (found.length || !beforeNames(index).has(words.slice(0, size).join(" "))) continue;
      found = (await named(index, query, words.slice(size))).filter(({ kind }) => kind === PERSON);
    }
    if (found.length) return wholeFirst(found, words).slice(0, MOST);
  }
  return [];
}

/**
 * The entities whose names begin as a text does, those of most conferences first.
 *
 * @param {IndexReader} index
 * @param {string} text
 * @returns {Promise<Entity[]>}
 */
export async function entitiesBeginning(index, text) {
  const begun = nameWords(text).join(" ");
  if (begun.length < SHORTEST) return [];
  const firsts = await linesOf(index, "muc.bin");
  const start = Math.max(0, firsts.filter((first) => first < begun).length - 1);
  const end = firsts.filter((first) => first <= `${begun}\x7f`).length;
  const last = Math.min(Math.min(start + MOST, end) * BLOCK, index.manifest.entities[0]);
  const found = await Promise.all(range(start * BLOCK, last).map((number) => readEntity(index, number)));
  return found.filter(({ name }) => nameWords(name).join(" ").startsWith(begun))
    .sort((a, b) => b.conferences - a.conferences).slice(0, MOST);
}

/**
 * The entities of which some form has these words.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {string[]} words folded
 */
async function named(index, query, words) {
  if (!words.length) return [];
  const key = hashOf([...telling(words)].sort().join(" "));
  const bits = index.manifest.entities[1];
  const keys = await index.file(`muc/ten-${bits ? key >>> (32 - bits) : 0}.bin`, readKeys);
  const found = await Promise.all((keys.get(key) ?? []).map((number) => readEntity(index, number)));
  return found.filter(({ name }) => isSpelledSo(query, name));
}

/**
 * Numbers of entities by the hashes of their names.
 *
 * @param {Uint8Array} payload
 */
function readKeys(payload) {
  const reader = new NumberReader(payload);
  const hashes = reader.nextRising();
  /** @type {Map<number, number[]>} */
  const keys = new Map();
  for (const hash of hashes) keys.set(hash, [...keys.get(hash) ?? [], reader.next()]);
  return keys;
}

/**
 * Whether no word of a query has other diacritics than the same word of a name.
 *
 * @param {Query} query
 * @param {string} name
 */
function isSpelledSo({ words }, name) {
  const tokens = tokenise(name);
  return words.every((word) => {
    const same = tokens.filter((token) => token.folded === word.folded);
    return !hasDiacritics(word) || !same.length || same.some((token) => token.exact === word.exact);
  });
}

/**
 * Entities, first those whose whole name was typed.
 *
 * @param {Entity[]} found
 * @param {string[]} words
 */
function wholeFirst(found, words) {
  const wanted = telling(words).sort().join(" ");
  const isOther = (/** @type {Entity} */ { name }) => Number(nameWords(name).sort().join(" ") !== wanted);
  return [...found].sort((a, b) => isOther(a) - isOther(b));
}

/** @param {string} text */
const nameWords = (text) => telling(tokenise(text.normalize("NFC"))
  .filter((token) => token.kind === "word").map((token) => token.folded));

/**
 * Folded words without those that may be left out; all where none else is there.
 *
 * @param {string[]} words
 */
function telling(words) {
  const isPair = (/** @type {number} */ at) => words[at] === "thanh" && words[at + 1] === "pho";
  const kept = words.filter((word, at) => !OPTIONAL.has(word) && !isPair(at) && !isPair(at - 1));
  return kept.length ? kept : [...words];
}

/** @param {IndexReader} index */
const beforeNames = ({ manifest }) => new Set([...manifest.honorifics, ...manifest.titles].map((form) => fold(form.toLowerCase())));

/**
 * @param {IndexReader} index
 * @param {string} path
 * @returns {Promise<string[]>}
 */
const linesOf = (index, path) => index.file(path, (payload) => decodeText(payload).split("\n"));

/** @param {string} text */
const numbers = (text) => (text ? text.split(",").map(Number) : []);

/**
 * @param {number} start
 * @param {number} end
 */
const range = (start, end) => Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at);

/**
 * A day, month or year in figures: 5/6/2016.
 *
 * @param {string} iso
 */
export const inFigures = (iso) => iso.split("-").reverse().map((part) => part.replace(/^0/, "")).join("/");
