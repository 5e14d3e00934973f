// Words typed without spaces between them, as in addresses and hashtags: "danvan" for dân vận.
import { hasPair } from "./mend.js";
import { isNumber } from "./parse.js";
import { isSyllable } from "./syllables.js";
/** @import { Query } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */

// In letters: what is shorter is rather a slip, and so is a part without a vowel.
const [SHORTEST, LONGEST, LONGEST_PART] = [5, 40, 7];
const VOWEL = /[aeiouy]/;
// So many ways to split a word are tried: each may ask for some files.
const MOST = 8;

/**
 * The text of a query with spaces in those unknown words that are several in a row.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {number[]} unknown positions
 */
export async function setApart(index, query, unknown) {
  let { text } = query;
  for (const position of [...unknown].reverse()) {
    const { exact, folded, isCode, start, end } = query.words[position];
    const [letters, size] = [[...exact], [...folded].length];
    const isPlain = letters.length === size && !isCode && !isNumber(folded);
    if (isPlain && size >= SHORTEST && size <= LONGEST && !isSyllable(index.manifest, exact)) {
      const spaced = (await parts(index, letters, [...folded])).join(" ");
      if (spaced) text = text.slice(0, start) + spaced + text.slice(end);
    }
  }
  return text;
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
