// What a reader typed, as words and phrases: the same as query/parse.py.
import { tokenise } from "../normalise.js";

const QUOTES = "\"“”„«»";
const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, "g");
const QUOTE = new RegExp(`[${QUOTES}]`, "g");
// eslint-disable-next-line no-control-regex -- what was pasted may hold them
const CONTROL = /[\x00-\x1f\x7f-\x9f]+/g;
const WIDEST = 4;

/** The text in NFC without control characters, and whether it had to be cut. */
export function clean(text, most) {
  const [units, end] = [[...text.slice(0, 2 * WIDEST * most)], WIDEST * most];
  const whole = [...units.slice(0, end).join("").normalize("NFC").replace(CONTROL, " ")];
  return [whole.slice(0, most).join(""), whole.length > most || units.length > end];
}

/** The query that a clean text means. */
export function parse(text, limits) {
  const phrases = [...text.matchAll(PHRASE)].map((match) => read(match[1])[0].slice(0, limits.words));
  const [words, joined] = read(text.replace(QUOTE, " "));
  const kept = words.slice(0, limits.words);
  const last = kept.length ? kept[kept.length - 1].exact.slice(-1) : " ";
  return {
    words: kept,
    joined: joined.filter((form) => form.position < kept.length),
    phrases: phrases.filter((phrase) => phrase.length),
    isMarked: kept.some(hasMarks),
    isOpen: !/[0-9]/.test(last) && text.toLowerCase().endsWith(last),
    isCut: words.length > limits.words,
  };
}

function read(text) {
  const tokens = tokenise(text);
  const words = tokens.filter((token) => token.kind === "word");
  const joined = tokens.filter((token) => token.kind !== "word").map((token) => ({
    ...token,
    length: words.slice(token.position).filter((word) => word.start < token.end).length,
  }));
  return [words, joined];
}

/** Whether a word was typed with marks. */
export const hasMarks = ({ exact, folded }) => !/^[0-9]/.test(exact) && exact.replaceAll("'", "") !== folded;

/** Whether a word is a number. */
export const isDigits = (folded) => /^[0-9]/.test(folded);
