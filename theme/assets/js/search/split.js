// Words typed short: without spaces ("danvan" for dân vận), or by their initials ("SYT").
import { fold } from "../normalise.js";
import { PHRASE } from "./grammar.js";
import { hasPair } from "./mend.js";
import { VOWEL, isLetters, isNumber } from "./parse.js";
import { hasPair as hasNeighbour } from "./resolve.js";
import { isSyllable } from "./syllables.js";
/** @import { Query, QueryWord } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */
/** @import { ResolvedQuery } from "./resolve.js" */

// In letters: what is shorter is rather a slip, and so is a part without a vowel.
const [SHORTEST, LONGEST, LONGEST_PART] = [5, 40, 7];
// So many ways to split a word are tried: each may ask for some files.
const MOST = 8;

/**
 * The text of a query with each word that stands for several in a row as these.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 */
export async function setApart(index, query, resolved) {
  let { text } = query;
  for (const word of [...query.words].reverse()) {
    const spaced = await spelledOut(index, query, resolved, word)
      || (resolved.unknown.includes(word.position) ? await withSpaces(index, word) : "");
    if (spaced) text = text.slice(0, word.start) + spaced + text.slice(word.end);
  }
  return text;
}

/**
 * What initials stand for, unless the index has them next to a neighbour.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {QueryWord} word
 */
async function spelledOut(index, query, resolved, word) {
  const { position, exact, folded, start } = word;
  if (!isLetters(word) || isSyllable(index.manifest, exact) || hasNeighbour(resolved, position)) return "";
  const isQuoted = [...query.text.matchAll(PHRASE)].some((match) =>
    match.index <= start && start < match.index + match[0].length);
  const isJoined = query.joinedForms.some((form) =>
    form.position <= position && position < form.position + form.length);
  const phrase = isQuoted || isJoined ? "" : (await index.shortForms()).get(folded) ?? "";
  // The other words were typed without diacritics too.
  return !query.hasDiacritics && query.words.length > 1 ? fold(phrase) : phrase;
}

/**
 * A run of letters with spaces between its words; empty where it has none.
 *
 * @param {IndexReader} index
 * @param {QueryWord} word
 */
async function withSpaces(index, { exact, folded, isCode }) {
  const [letters, size] = [[...exact], [...folded].length];
  const isPlain = letters.length === size && !isCode && !isNumber(folded);
  if (!isPlain || size < SHORTEST || size > LONGEST || isSyllable(index.manifest, exact)) return "";
  return (await parts(index, letters, [...folded])).join(" ");
}

/**
 * The words of a run of letters, if the index has each next to the other.
 *
 * @param {IndexReader} index
 * @param {string[]} exact
 * @param {string[]} folded
 */
async function parts(index, exact, folded) {
  const vocabulary = await index.vocabulary();
  const words = new Set(vocabulary.map(([word]) => word).filter((word) => VOWEL.test(word)));
  let tried = 0;
  for (const ends of ways(folded, words, 0, endings(folded, words))) {
    tried += 1;
    if (tried > MOST) break;
    /** @param {string[]} letters */
    const cut = (letters) => ends.map((end, at) => letters.slice(at ? ends[at - 1] : 0, end).join(""));
    const pieces = cut(folded);
    if (await isRow(index, pieces)) return cut(exact);
  }
  return [];
}

/**
 * Whether the index has each of some words next to the one before; the first that it has not ends it.
 *
 * @param {IndexReader} index
 * @param {string[]} words
 */
async function isRow(index, words) {
  for (const [at, word] of words.slice(1).entries()) {
    if (!await hasPair(index, words[at], word)) return false;
  }
  return true;
}

/**
 * From where on letters are known words in a row to the end: without it, all ways are tried.
 *
 * @param {string[]} letters
 * @param {Set<string>} words
 */
function endings(letters, words) {
  const starts = new Set([letters.length]);
  for (let start = letters.length - 1; start >= 0; start -= 1) {
    for (let end = start + 1; end <= Math.min(start + LONGEST_PART, letters.length); end += 1) {
      if (starts.has(end) && words.has(letters.slice(start, end).join(""))) starts.add(start);
    }
  }
  return starts;
}

/**
 * Where the known words end that a run of letters may be made of; long ones first.
 *
 * @param {string[]} letters
 * @param {Set<string>} words
 * @param {number} start
 * @param {Set<number>} starts from where on it goes on to the end
 * @returns {Generator<number[]>}
 */
function* ways(letters, words, start, starts) {
  if (start === letters.length) yield [];
  for (let end = Math.min(start + LONGEST_PART, letters.length); end > start; end -= 1) {
    if (starts.has(end) && words.has(letters.slice(start, end).join(""))) {
      for (const rest of ways(letters, words, end, starts)) yield [end, ...rest];
    }
  }
}
