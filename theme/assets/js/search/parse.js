// A typed query as words and phrases. This and what follows from it (looking up, phrases, scores)
// does the same as hooks/bantin/search/query in Python; tests/search compares the results.
import { tokenise } from "../normalise.js";
/** @import { Token } from "../normalise.js" */
/** @import { Limits } from "./codec.js" */

const QUOTES = "\"“”„«»";
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, "g");
const QUOTE = new RegExp(`[${QUOTES}]`, "g");
// eslint-disable-next-line no-control-regex -- pasted text may hold such characters
const CONTROL = /[\x00-\x1f\x7f-\x9f]+/g;
// A character may be typed as a letter and as many as three diacritics.
const MAX_UNITS = 4;

/**
 * Several words that are also searched for as one, such as a document number: so many.
 *
 * @typedef {Token & { length: number }} JoinedForm
 */

/**
 * @typedef {object} Query
 * @property {Token[]} words all words in order, those of phrases included
 * @property {JoinedForm[]} joinedForms
 * @property {Token[][]} phrases what was typed between quotation marks
 * @property {boolean} hasDiacritics whether any diacritic was typed; then diacritics count
 * @property {boolean} isOpen whether the last word may be unfinished
 * @property {boolean} isTruncated whether the query had more words than are read
 */

/**
 * The text in NFC without control characters, and whether it had to be truncated.
 *
 * @param {string} text
 * @param {number} limit most characters (code points)
 * @returns {[clean: string, isTruncated: boolean]}
 */
export function clean(text, limit) {
  const units = [...text.slice(0, 2 * MAX_UNITS * limit)];
  const end = MAX_UNITS * limit;
  const normal = [...units.slice(0, end).join("").normalize("NFC").replace(CONTROL, " ")];
  return [normal.slice(0, limit).join(""), normal.length > limit || units.length > end];
}

/**
 * The query that a clean text means; a quotation mark without its partner means nothing.
 *
 * @param {string} text
 * @param {Limits} limits
 * @returns {Query}
 */
export function parse(text, limits) {
  const phrases = [...text.matchAll(PHRASE)].map((match) => split(match[1]).words.slice(0, limits.words));
  const all = split(text.replace(QUOTE, " "));
  const words = all.words.slice(0, limits.words);
  const last = words.length ? words[words.length - 1].exact.slice(-1) : " ";
  return {
    words,
    joinedForms: all.joinedForms.filter((form) => form.position < words.length),
    phrases: phrases.filter((phrase) => phrase.length),
    hasDiacritics: words.some(hasDiacritics),
    isOpen: !/[0-9]/.test(last) && text.toLowerCase().endsWith(last),
    isTruncated: all.words.length > limits.words,
  };
}

/** @param {string} text */
function split(text) {
  const tokens = tokenise(text);
  const words = tokens.filter((token) => token.kind === "word");
  const joinedForms = tokens.filter((token) => token.kind !== "word").map((token) => ({
    ...token,
    length: words.slice(token.position).filter((word) => word.start < token.end).length,
  }));
  return { words, joinedForms };
}

/**
 * Whether a word was typed with diacritics.
 *
 * @param {Token} word
 */
export const hasDiacritics = ({ exact, folded }) =>
  !/^[0-9]/.test(exact) && exact.replaceAll("'", "") !== folded;

/**
 * Whether a word is a number.
 *
 * @param {string} folded
 */
export const isNumber = (folded) => /^[0-9]/.test(folded);
