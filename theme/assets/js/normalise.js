// The words by which a text is found: the same as hooks/bantin/vietnamese in Python, whose tokens.py
// is the specification; tests/vectors holds both to it. No lookbehind: older telephones lack it.

/**
 * A word of a text, or several of them read as one.
 *
 * @typedef {object} Token
 * @property {string} exact lower-case, the tone mark of oa, oe, uy on the first vowel
 * @property {string} folded without diacritics
 * @property {number} start where it begins in the NFC form of the text
 * @property {number} end
 * @property {number} position of its first word among the words of the text
 * @property {Kind} kind
 */

/**
 * A single word, or what several words are: letters with signs between them (symbol), the number of
 * a document, the years of a period, a number with dots between its thousands (figure), or two digits
 * read as a year (guess).
 *
 * @typedef {"word" | "symbol" | "number" | "period" | "figure" | "guess"} Kind
 */

const INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff";
const APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u2032\u00b4`";
const VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
/** @type {Record<string, string>} */
const STROKED = { đ: "d", "\u00f0": "d", ƀ: "b", ɓ: "b", ħ: "h", ı: "i", ł: "l", ø: "o" };
const LETTERS = "a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u1fff\u2c00-\u2dff" +
  `\u3041-\ud7ff\uf900-\ufaff${INVISIBLE}`;
const TYPES = "bb|bc|cd|cthd|ctph|ctrph|ctr|ct|cv|gm|hdph|hd|khlt|khph|kh|kl|" +
  "nd|nqlt|nq|qcph|qc|qdlt|qd|qh|qyd|tb|td|tlt|ttlt|ttr|tt";

const MAX_PERIOD_YEARS = 10;
const LETTER = `[${LETTERS}]`;
const END = `(?!${LETTER})`;
const [SIGN, SPACE] = ["[-\u2010\u2011/&]", "[ \u00a0]"];
const GAP = `(?:${SPACE}?[-\u2013/]${SPACE}?|${SPACE})`;
const YEAR = "(?:19|20)[0-9]{2}";
const SYLLABLE = "(?:b|ch?|[dđ]|g[hi]?|h|kh?|l|m|n(?:gh?|h)?|ph?|qu|r|s|t[hr]?|v|x)?" +
  `[${VOWELS}]{1,3}(?:ch?|m|n[gh]?|p|t)?${END}`;
const SYMBOL = `(?!${SYLLABLE})${LETTER}{2,}`;
const TYPE = `(?:${TYPES.replaceAll("d", "[dđ]")})`;
const EDITION = `(?:-?[0-9]{1,3}(?![0-9]|${LETTER}|[-\u2013.,/&](?:[0-9]|${LETTER})))?`;
const ISSUER = `${SIGN}(?:t\\.[ưw]${END}|${LETTER}+)${EDITION}`;
const STRAY = `(?:${SPACE}[-/]|[-/]${SPACE})${SYMBOL}${EDITION}`;
const LOOSE_END = `${EDITION}(?:${SIGN}${LETTER}+${EDITION})*`;
const LOOSE = `${SPACE}(?:${SYMBOL}|[thdđ]u${END})${LOOSE_END}` +
  `(?:${SPACE}${SYMBOL}${LOOSE_END}){0,2}`;
const NAME = `${LETTER}+(?:[${APOSTROPHES}\u2010\u2011/&-]${LETTER}+)*${EDITION}`;
const PERIOD = `${YEAR}${SPACE}?[-\u2010\u2011\u2013\u2014]${SPACE}?${YEAR}` +
  `(?![0-9]|${LETTER}|[-\u2013.,/][0-9])`;
const HEAD = `[0-9]{1,5}(?:[a-e](?=[-/]))?(?:${GAP}${YEAR}(?![0-9]))?`;
const DOCUMENT = `${HEAD}(?:${SIGN}(?:${SYMBOL}|(?:[dđ]a|pa)${END})|${GAP}${TYPE}${END}` +
  `|(?!${SYLLABLE})${TYPE}${LETTER}*)${EDITION}(?:(?:${ISSUER}|${STRAY})+|${LOOSE})?`;
const FIGURES = `[0-9]+(?:[-\u2013.,/][0-9]+)*(?:${SPACE}?%|${LETTER}+)?`;

const CHUNK = new RegExp(`${NAME}|${PERIOD}|${DOCUMENT}|${FIGURES}`, "g");
const WORD = new RegExp(`${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*|[0-9]+`, "g");
const REST = new RegExp(`[${LETTERS}0-9](?=${SPACE}${LETTER})`, "g");
const CENTRE = new RegExp(`/t(?:\\.?ư|\\.w)${END}`, "g");
const FIGURE = /^[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])/;
const [WHOLE_PERIOD, WHOLE_DOCUMENT, AT_HEAD] =
  [`^${PERIOD}$`, `^${DOCUMENT}$`, `^${HEAD}`].map((pattern) => new RegExp(pattern));
const CONSONANTS = "bcdđ\u00f0ghklmnprstvx";
// From the tone mark on the second vowel to the tone mark on the first.
const ENDINGS = new Map("oa oA Oa OA oe oE Oe OE uy uY Uy UY".split(" ").flatMap(([a, b]) =>
  [..."\u0300\u0309\u0303\u0301\u0323"].map((tone) =>
    /** @type {[string, string]} */ ([(a + b + tone).normalize("NFC"), (a + tone + b).normalize("NFC")]))));
const TONED = new RegExp(`(^|[^${LETTERS}])([${CONSONANTS}${CONSONANTS.toUpperCase()}]{0,3})` +
  `(${[...ENDINGS.keys()].join("|")})${END}`, "g");
const SHOWN = new RegExp(`[${INVISIBLE}${APOSTROPHES}]`, "g");

/** @param {string} text */
const lower = (text) => text.replaceAll("İ", "I").toLowerCase();

/** @param {string} text */
const withoutDiacritics = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[đ\u00f0ƀɓħıłø]/g, (letter) => STROKED[letter]);

/**
 * The text in lower case without diacritics, apostrophes and invisible characters.
 *
 * @param {string} text
 */
export function fold(text) {
  return withoutDiacritics(lower(text.normalize("NFC"))).replace(SHOWN, "").normalize("NFC");
}

/**
 * The NFC form of the text, folded character by character, so that offsets stay the same.
 *
 * @param {string} text
 */
export function foldKeepingLength(text) {
  return Array.from(lower(text.normalize("NFC")), (char) => {
    const base = APOSTROPHES.includes(char) ? "'" : withoutDiacritics(char).normalize("NFC");
    return base.length === char.length ? base : char;
  }).join("");
}

/**
 * The text (NFC) with the tone mark of oa, oe, uy on the first vowel.
 *
 * @param {string} text
 */
export function placeTones(text) {
  return text.normalize("NFC").replace(TONED, (_, before, onset, ending) =>
    before + onset + ENDINGS.get(ending));
}

/**
 * @param {string} word lower-case
 * @returns {[exact: string, folded: string]}
 */
function spellings(word) {
  if (/^[0-9]/.test(word)) return [word, word.replace(/^0+(?=.)/, "")];
  const visible = word.replace(SHOWN, (char) => (INVISIBLE.includes(char) ? "" : "'"));
  return [placeTones(visible), fold(word)];
}

/**
 * Several words of a chunk as one token, without what is between them.
 *
 * @param {string} chunk
 * @param {Token[]} words
 * @param {Kind} kind
 * @returns {Token}
 */
function joinWords(chunk, words, kind) {
  const [{ start, position }, { end }] = [words[0], words[words.length - 1]];
  // T.Ư and T.W are TW, whose dot would make two words of it.
  const parts = (chunk.slice(start, end).replace(CENTRE, "/tw").match(WORD) ?? []).map(spellings);
  const exact = parts.map((part) => part[0]).join("");
  const folded = parts.map((part) => part[1]).join("");
  return { exact, folded, start, end, position, kind };
}

/**
 * A document number, its symbol, and both as far as a loose rest that may not belong to it.
 *
 * @param {string} chunk
 * @param {Token[]} words
 */
function documentNumbers(chunk, words) {
  const symbolStart = /** @type {RegExpMatchArray} */ (chunk.match(AT_HEAD))[0].length;
  const ends = [...chunk.matchAll(REST)].map((rest) => rest.index + 1).filter((end) => end > symbolStart);
  return [...ends, chunk.length].flatMap((end) => {
    const number = words.filter((word) => word.end <= end);
    const symbol = number.filter((word) => word.start >= symbolStart);
    const whole = joinWords(chunk, number, "number");
    return symbol.length > 1 ? [whole, joinWords(chunk, symbol, "symbol")] : [whole];
  });
}

/**
 * The years of a period; nothing where they do not rise.
 *
 * @param {Token[]} words
 * @param {Kind} kind
 * @returns {Token[]}
 */
function yearRange([from, to], kind) {
  const name = `${from.folded}-${to.folded}`;
  return from.folded < to.folded ? [{ ...from, end: to.end, exact: name, folded: name, kind }] : [];
}

/**
 * Years of two digits ("21-25"), and the period that they may be.
 *
 * @param {Token[]} words
 * @returns {Token[]}
 */
function shortYearRange(words) {
  const span = Number(words[1].exact) - Number(words[0].exact);
  if (span < 1 || span > MAX_PERIOD_YEARS) return [];
  /** @type {Token[]} */
  const years = words.map((word) =>
    ({ ...word, exact: `20${word.exact}`, folded: `20${word.exact}`, kind: "guess" }));
  return [...years, ...yearRange(years, "guess")];
}

/**
 * Numbers whose thousands are set apart, without what sets them apart.
 *
 * @param {string} chunk
 * @param {Token[]} words
 * @returns {Token[]}
 */
function figures(chunk, words) {
  return words.filter((word) => !/[.,]/.test(chunk[word.start - 1])).flatMap((word) => {
    const [figure, separator] = chunk.slice(word.start).match(FIGURE) ?? [];
    if (!figure) return [];
    const digits = figure.replaceAll(separator, "");
    return [{ ...word, exact: digits, folded: digits, end: word.start + figure.length, kind: "figure" }];
  });
}

/**
 * What several words of a chunk are together.
 *
 * @param {string} chunk
 * @param {Token[]} words
 */
function joinedForms(chunk, words) {
  if (!/^[0-9]/.test(chunk)) return [joinWords(chunk, words, "symbol")];
  if (WHOLE_PERIOD.test(chunk)) return yearRange(words, "period");
  if (WHOLE_DOCUMENT.test(chunk)) return documentNumbers(chunk, words);
  return /^[0-9]{2}[-\u2013][0-9]{2}$/.test(chunk) ? shortYearRange(words) : figures(chunk, words);
}

/**
 * The tokens of a chunk, in the order of their first words; a joined form comes after its first word.
 *
 * @param {string} chunk
 */
function tokeniseChunk(chunk) {
  /** @type {Token[]} */
  const words = [...chunk.matchAll(WORD)].map(({ 0: word, index: start }) => {
    const [exact, folded] = spellings(word);
    return { exact, folded, start, end: start + word.length, position: 0, kind: /** @type {Kind} */ ("word") };
  }).filter((word) => word.folded).map((word, position) => ({ ...word, position }));
  const tokens = words.length > 1 ? [...words, ...joinedForms(chunk, words)] : words;
  /** @param {Token} token */
  const rank = (token) => 2 * token.position + Number(token.kind !== "word");
  return tokens.sort((a, b) => rank(a) - rank(b));
}

/**
 * The tokens of a text.
 *
 * @param {string} text
 */
export function tokenise(text) {
  /** @type {Map<string, Token[]>} */
  const cache = new Map();
  let position = 0;
  const prepared = lower(text.normalize("NFC")).replaceAll("\u00f0", "đ");
  /** @type {Token[]} */
  const tokens = [];
  for (const { 0: chunk, index } of prepared.matchAll(CHUNK)) {
    const inChunk = cache.get(chunk) ?? tokeniseChunk(chunk);
    cache.set(chunk, inChunk);
    const before = position;
    for (const token of inChunk) {
      tokens.push({
        ...token, start: token.start + index, end: token.end + index, position: token.position + before,
      });
      if (token.kind === "word") position += 1;
    }
  }
  return tokens;
}
