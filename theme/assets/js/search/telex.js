// Words typed in Telex or VNI on a keyboard without its input method ("hooij", "ho65i" for hội).
import { fold } from "../normalise.js";
/** @import { IndexReader } from "./reader.js" */

const VNI = /^(?=[a-z1-9]*[aeiouy])[a-z]+[1-9][a-z1-9]*$/;
const TELEX = /^[a-z]{2,}$/;
const [VOWELS, WITH_MARK] = ["aeiouy", "âêôăơư"];
/** @type {Record<string, string>} */
const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" };
/** @type {Record<string, string>} */
const DIGIT_KEYS = { 1: "s", 2: "f", 3: "r", 4: "x", 5: "j", 7: "w", 8: "w", 9: "d" };
/** @type {Record<string, string>} */
const CIRCUMFLEX = { a: "â", e: "ê", o: "ô" };
/** @type {Record<string, string>} */
const HORN_OR_BREVE = { a: "ă", o: "ơ", u: "ư" };

/**
 * The text with Telex and VNI keystrokes decoded, where only that makes words of the index.
 *
 * @param {IndexReader} index
 * @param {string} text
 */
export async function decodeKeystrokes(index, text) {
  const chunks = text.split(" ");
  // One word with a digit may be a code; two are a keyboard without its input method.
  const isVniLikely = chunks.filter((chunk) => isVni(chunk.toLowerCase())).length > 1;
  return (await Promise.all(chunks.map((chunk) => decodeChunk(index, chunk, isVniLikely)))).join(" ");
}

/**
 * @param {IndexReader} index
 * @param {string} chunk
 * @param {boolean} isVniLikely
 */
async function decodeChunk(index, chunk, isVniLikely) {
  const keys = chunk.toLowerCase();
  const word = decodeTyping(keys);
  if (!word) return chunk;
  const terms = await index.wordTerms(fold(word));
  if (!terms.some((term) => term.words[0] === word)) return chunk;
  if (isVni(keys)) return isVniLikely ? word : chunk;
  return (await index.wordTerms(keys)).length ? chunk : word;
}

/**
 * Whether lower-case text may be a word in VNI: letters, and digits for diacritics.
 *
 * @param {string} chunk
 */
const isVni = (chunk) => VNI.test(chunk);

/**
 * The syllable that keystrokes mean; empty where they mean none.
 *
 * @param {string} chunk lower-case
 */
function decodeTyping(chunk) {
  const keys = isVni(chunk) ? toTelex(chunk) : chunk;
  if (!TELEX.test(keys)) return "";
  const [rest, tone] = takeTone(keys);
  const letters = applyMarks(applyStroke(rest));
  if (letters === chunk && !tone) return "";
  return tone ? applyTone(letters, tone) : letters;
}

/** @param {string} chunk */
function toTelex(chunk) {
  let keys = "";
  for (const char of chunk) {
    // 6 is the circumflex of whichever vowel came last; Telex repeats that vowel.
    if (char === "6") keys += [...keys].filter((key) => key in CIRCUMFLEX).pop() ?? "";
    else keys += DIGIT_KEYS[char] ?? char;
  }
  return keys;
}

/**
 * Takes out the last tone key that comes after a vowel.
 *
 * @param {string} keys
 * @returns {[rest: string, tone: string]}
 */
function takeTone(keys) {
  /** @param {number} end */
  const hasVowelBefore = (end) => [...keys.slice(0, end)].some((key) => VOWELS.includes(key));
  for (let at = keys.length - 1; at > 0; at -= 1) {
    const tone = TONES[keys[at]];
    if (tone && hasVowelBefore(at)) return [keys.slice(0, at) + keys.slice(at + 1), tone];
  }
  return [keys, ""];
}

/** @param {string} keys */
function applyStroke(keys) {
  return keys[0] === "d" && keys.indexOf("d", 1) > 0 ? `đ${keys.slice(1).replace("d", "")}` : keys;
}

/**
 * The letters with circumflex (a vowel typed twice), breve and horn (w after them).
 *
 * @param {string} keys
 */
function applyMarks(keys) {
  let letters = keys.replace(/([aeo])(.*?)\1/, (_, vowel, rest) => CIRCUMFLEX[vowel] + rest);
  for (let at = letters.indexOf("w", 1); at > 0; at = letters.indexOf("w", 1)) {
    const [before, after] = [letters.slice(0, at), letters.slice(at + 1)];
    let marked = before.replace(/uo(?=[^aeiouy]*$)/, "ươ");
    if (marked === before) marked = before.replace(/([aou])(?=[^aou]*$)/, (vowel) => HORN_OR_BREVE[vowel]);
    if (marked === before) return letters;
    letters = marked + after;
  }
  return letters;
}

/**
 * @param {string} letters
 * @param {string} tone a combining character
 */
function applyTone(letters, tone) {
  const at = toneIndex(letters);
  if (at < 0) return "";
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize("NFC");
}

/**
 * Which letter bears the tone, by the usual spelling; -1 where none can.
 *
 * @param {string} letters
 */
function toneIndex(letters) {
  let vowels = [...letters].map((_, at) => at).filter((at) => (VOWELS + WITH_MARK).includes(letters[at]));
  // The u of qu and the i of gi belong to the consonant.
  if (vowels.length > 1 && /^(qu|gi)/.test(letters)) vowels = vowels.slice(1);
  const marked = vowels.filter((at) => WITH_MARK.includes(letters[at]));
  if (marked.length) return marked[marked.length - 1];
  if (!vowels.length) return -1;
  const isClosed = vowels[vowels.length - 1] < letters.length - 1;
  return vowels.length > 1 && (isClosed || vowels.length > 2) ? vowels[1] : vowels[0];
}
