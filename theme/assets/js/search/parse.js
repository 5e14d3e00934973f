// A typed query as words and phrases. This and what follows from it (looking up, phrases, scores)
// does the same as hooks/bantin/search/query in Python; tests/search compares the results.
import { tokenise } from "../normalise.js";
import { PHRASE, QUOTES, withoutHonorifics, withoutOrder } from "./grammar.js";
import { sentences } from "./sentences.js";
import { isSyllable } from "./syllables.js";
/** @import { Token } from "../normalise.js" */
/** @import { Manifest } from "./codec.js" */

const QUOTE = new RegExp(`[${QUOTES}]`, "g");
// No pattern looks behind: browsers before 2023 cannot. A minus before a word or a quoted phrase; a phrase without its end lasts to the end of the text.
const EXCLUDED = new RegExp(`(?:^|\\s)[-−](?:[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)|([^\\s${QUOTES}]+))`, "g");
const YEAR = /^(?:19|20)[0-9]{2}$/;
const BREAK = /[,;]/;
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
 * A word of a query: whether it is capitals that are no syllable, as abbreviations are, and whether a
 * comma or a semicolon sets it apart from the word before.
 *
 * @typedef {Token & { isCode: boolean, isAfterBreak: boolean }} QueryWord
 */

/**
 * @typedef {object} Query
 * @property {string} text what was read
 * @property {QueryWord[]} words all words in order, those of phrases included
 * @property {JoinedForm[]} joinedForms
 * @property {QueryWord[][]} phrases what was typed between quotation marks
 * @property {QueryWord[][]} excluded words and phrases that results must not have
 * @property {boolean} hasDiacritics whether any diacritic was typed; then diacritics count
 * @property {boolean} isOpen whether the last word may be unfinished
 * @property {boolean} isTruncated whether the query had more words than are read
 * @property {boolean} isByDate whether it asks for the newest articles first
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
 * @param {Manifest} manifest
 * @param {boolean} isFinished whether the reader has sent it, so that the last word is whole
 * @returns {Query}
 */
export function parse(text, manifest, isFinished) {
  const { limits } = manifest;
  const excluded = excludedParts(text, manifest);
  const whole = withoutParts(text, excluded);
  const topic = withoutOrder(whole, manifest);
  const asked = withoutHonorifics(topic, manifest);
  const phrases = [...asked.matchAll(PHRASE)].flatMap((match) => sentences(match[1])).map((part) =>
    split(part, manifest).words.slice(0, limits.words));
  const all = split(asked.replace(QUOTE, " "), manifest);
  const words = all.words.slice(0, limits.words);
  const last = words.length ? words[words.length - 1].exact.slice(-1) : " ";
  return {
    text,
    words,
    joinedForms: all.joinedForms.filter((form) => form.position < words.length),
    phrases: phrases.filter((phrase) => phrase.length),
    excluded: excluded.map(({ words: some }) => some.slice(0, limits.words)),
    hasDiacritics: words.some(hasDiacritics),
    isOpen: !isFinished && !/[0-9]/.test(last) && asked.toLowerCase().endsWith(last),
    isTruncated: all.words.length > limits.words,
    isByDate: topic !== whole,
  };
}

/**
 * The years in a query that belong to no document number and no period.
 *
 * @param {Query} query
 */
export function yearsOf({ words, joinedForms }) {
  const isJoined = (/** @type {number} */ at) =>
    joinedForms.some((form) => form.position <= at && at < form.position + form.length);
  return new Set(words.filter((word) => isYear(word.exact) && !isJoined(word.position))
    .map((word) => Number(word.exact)));
}

/** @typedef {{ start: number, end: number }} Span a part of a text */

/**
 * The parts of a text that a minus excludes.
 *
 * @param {string} text
 * @param {Manifest} manifest
 */
export const excludedParts = (text, manifest) => [...text.matchAll(EXCLUDED)]
  .map((match) => ({ start: match.index, end: match.index + match[0].length, words: excludedWords(match, text, manifest) }))
  .filter(({ words }) => words.length);

/**
 * A text of the same length with spaces in place of some parts.
 *
 * @param {string} text
 * @param {Span[]} parts
 */
export const withoutParts = (text, parts) => parts.reduce(
  (rest, { start, end }) => rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end), text);

/**
 * The words that a minus excludes; none in "65 -KL/TW" and "2021 -2025", where it belongs to a number.
 *
 * @param {RegExpExecArray} match
 * @param {string} text
 * @param {Manifest} manifest
 */
function excludedWords(match, text, manifest) {
  const [, phrase, chunk] = match;
  const { words } = split(phrase ?? chunk, manifest);
  const isAfterNumber = /[0-9]\s*$/.test(text.slice(0, match.index));
  const isWord = words.length === 1 && isSyllable(manifest, words[0].exact);
  return phrase !== undefined || !isAfterNumber || isWord ? words : [];
}

/**
 * @param {string} text
 * @param {Manifest} manifest
 */
function split(text, manifest) {
  const tokens = tokenise(text);
  const found = tokens.filter((token) => token.kind === "word");
  const words = found.map((word, at) => {
    const typed = text.slice(word.start, word.end);
    const isUpper = typed === typed.toUpperCase() && typed !== typed.toLowerCase();
    return {
      ...word,
      isCode: [...typed].length > 1 && isUpper && !isSyllable(manifest, word.exact),
      isAfterBreak: BREAK.test(text.slice(at ? found[at - 1].end : 0, word.start)),
    };
  });
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

/** @param {string} word */
export const isYear = (word) => YEAR.test(word);

/**
 * Whether a word is letters that may be initials.
 *
 * @param {Token} word
 */
export const isLetters = ({ folded }) => /^[a-z]{2,8}$/.test(folded);

/** What initials are often without. */
export const VOWEL = /[aeiouy]/;

/**
 * Whether a word is a number.
 *
 * @param {string} folded
 */
export const isNumber = (folded) => /^[0-9]/.test(folded);
