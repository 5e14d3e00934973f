// Whether a word can be a Vietnamese syllable; the same as hooks/bantin/vietnamese/syllables.py, by the
// tables that the manifest of the index bears.
import { fold } from "../normalise.js";
/** @import { Manifest } from "./codec.js" */

const TONES = /[\u0300\u0309\u0303\u0301\u0323]/g;
const STOP = /(?:c|ch|p|t)$/;

/** @typedef {{ bare: Set<string>, marked: Set<string> }} Syllables without tones */

/** @type {WeakMap<object, Syllables>} */
const known = new WeakMap();

/**
 * Text in NFC without tone marks; other diacritics stay.
 *
 * @param {string} text
 */
export const withoutTones = (text) => text.normalize("NFD").replace(TONES, "").normalize("NFC");

/**
 * The tone marks of a word.
 *
 * @param {string} word
 */
export const tonesOf = (word) => [...word.normalize("NFD").matchAll(TONES)].map(([tone]) => tone);

/**
 * Whether a word in small letters can be Vietnamese; typed without diacritics, with some.
 *
 * @param {Manifest} manifest
 * @param {string} word
 */
export function isSyllable({ syllables }, word) {
  const { bare, marked } = known.get(syllables) ?? combine(syllables);
  const toneless = withoutTones(word);
  if (word === fold(word)) return bare.has(toneless);
  const tones = tonesOf(word);
  const isToneRight = !STOP.test(toneless) || (tones.length === 1 && "\u0301\u0323".includes(tones[0]));
  return tones.length < 2 && isToneRight && marked.has(toneless);
}

/** @param {Manifest["syllables"]} tables */
function combine(tables) {
  // The letter q is always followed by u.
  const whole = ["", ...tables.onsets].flatMap((onset) => tables.rhymes
    .filter((rhyme) => onset !== "q" || rhyme[0] === "u").map((rhyme) => onset + rhyme));
  const syllables = { bare: new Set(whole.map(fold)), marked: new Set(whole) };
  known.set(tables, syllables);
  return syllables;
}
