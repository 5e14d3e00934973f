// The words a text is found by: the same as hooks/bantin/vietnamese in Python, where tokens.py
// holds the specification. tests/vectors checks both. No lookbehind: older telephones lack it.

const INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff";
const APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u2032\u00b4`";
const VOWELS = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵ";
const STROKED = { đ: "d", "\u00f0": "d", ƀ: "b", ɓ: "b", ħ: "h", ı: "i", ł: "l", ø: "o" };
const LETTERS = "a-zA-Z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u1fff\u2c00-\u2dff" +
  "\u3041-\ud7ff\uf900-\ufaff" + INVISIBLE;
const TYPES = "bb|bc|cd|cthd|ctph|ctrph|ctr|ct|cv|gm|hdph|hd|khlt|khph|kh|kl|" +
  "nd|nqlt|nq|qcph|qc|qdlt|qd|qh|qyd|tb|td|tlt|ttlt|ttr|tt";

const LONGEST_TERM = 10;
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
const TERM = `${YEAR}${SPACE}?[-\u2010\u2011\u2013\u2014]${SPACE}?${YEAR}` +
  `(?![0-9]|${LETTER}|[-\u2013.,/][0-9])`;
const HEAD = `[0-9]{1,5}(?:[a-e](?=[-/]))?(?:${GAP}${YEAR}(?![0-9]))?`;
const DOCUMENT = `${HEAD}(?:${SIGN}(?:${SYMBOL}|(?:[dđ]a|pa)${END})|${GAP}${TYPE}${END}` +
  `|(?!${SYLLABLE})${TYPE}${LETTER}*)${EDITION}(?:(?:${ISSUER}|${STRAY})+|${LOOSE})?`;
const FIGURES = `[0-9]+(?:[-\u2013.,/][0-9]+)*(?:${SPACE}?%|${LETTER}+)?`;

const CHUNK = new RegExp(`${NAME}|${TERM}|${DOCUMENT}|${FIGURES}`, "g");
const WORD = new RegExp(`${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*|[0-9]+`, "g");
const REST = new RegExp(`[${LETTERS}0-9](?=${SPACE}${LETTER})`, "g");
const CENTRE = new RegExp(`/t(?:\\.?ư|\\.w)${END}`, "g");
const FIGURE = /^[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*(?![0-9])/;
const [WHOLE_TERM, WHOLE_DOCUMENT, AT_HEAD] =
  [`^${TERM}$`, `^${DOCUMENT}$`, `^${HEAD}`].map((pattern) => new RegExp(pattern));
const CONSONANTS = "bcdđ\u00f0ghklmnprstvx";
const ENDINGS = new Map("oa oA Oa OA oe oE Oe OE uy uY Uy UY".split(" ").flatMap(([a, b]) =>
  [..."\u0300\u0309\u0303\u0301\u0323"].map((tone) =>
    [(a + b + tone).normalize("NFC"), (a + tone + b).normalize("NFC")])));
const TONED = new RegExp(`(^|[^${LETTERS}])([${CONSONANTS}${CONSONANTS.toUpperCase()}]{0,3})` +
  `(${[...ENDINGS.keys()].join("|")})${END}`, "g");
const SHOWN = new RegExp(`[${INVISIBLE}${APOSTROPHES}]`, "g");

const lower = (text) => text.replaceAll("İ", "I").toLowerCase();
const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
  .replace(/[đ\u00f0ƀɓħıłø]/g, (letter) => STROKED[letter]);

/** The text in small letters without marks, apostrophes and invisible characters. */
export function fold(text) {
  return bare(lower(text.normalize("NFC"))).replace(SHOWN, "").normalize("NFC");
}

/** The NFC form of the text, folded character by character, so that places survive. */
export function foldKeepingLength(text) {
  return Array.from(lower(text.normalize("NFC")), (char) => {
    const base = APOSTROPHES.includes(char) ? "'" : bare(char).normalize("NFC");
    return base.length === char.length ? base : char;
  }).join("");
}

/** The text (NFC) with the tone mark of oa, oe, uy on the first vowel. */
export function placeTones(text) {
  return text.normalize("NFC").replace(TONED, (_, before, onset, ending) =>
    before + onset + ENDINGS.get(ending));
}

function forms(word) {
  if (/^[0-9]/.test(word)) return [word, word.replace(/^0+(?=.)/, "")];
  const shown = word.replace(SHOWN, (char) => (INVISIBLE.includes(char) ? "" : "'"));
  return [placeTones(shown), fold(word)];
}

function whole(chunk, words, kind) {
  const [{ start, position }, { end }] = [words[0], words[words.length - 1]];
  const parts = chunk.slice(start, end).replace(CENTRE, "/tw").match(WORD).map(forms);
  const [exact, folded] = [0, 1].map((form) => parts.map((part) => part[form]).join(""));
  return { exact, folded, start, end, position, kind };
}

function documentNumbers(chunk, words) {
  const letters = chunk.match(AT_HEAD)[0].length;
  const rests = [...chunk.matchAll(REST)].map((rest) => rest.index + 1);
  return [...rests.filter((end) => end > letters), chunk.length].flatMap((end) => {
    const number = words.filter((word) => word.end <= end);
    const symbol = number.filter((word) => word.start >= letters);
    const kinds = symbol.length > 1 ? { number, symbol } : { number };
    return Object.entries(kinds).map(([kind, run]) => whole(chunk, run, kind));
  });
}

function term([from, to], kind) {
  const name = `${from.folded}-${to.folded}`;
  return from.folded < to.folded ? [{ ...from, end: to.end, exact: name, folded: name, kind }] : [];
}

function shortTerm(words) {
  const span = words[1].exact - words[0].exact;
  if (span < 1 || span > LONGEST_TERM) return [];
  const years = words.map((word) =>
    ({ ...word, exact: `20${word.exact}`, folded: `20${word.exact}`, kind: "guess" }));
  return [...years, ...term(years, "guess")];
}

function figures(chunk, words) {
  return words.filter((word) => !/[.,]/.test(chunk[word.start - 1])).flatMap((word) => {
    const [figure, mark] = chunk.slice(word.start).match(FIGURE) ?? [];
    if (!figure) return [];
    const digits = figure.replaceAll(mark, "");
    const end = word.start + figure.length;
    return [{ ...word, exact: digits, folded: digits, end, kind: "figure" }];
  });
}

function join(chunk, words) {
  if (!/^[0-9]/.test(chunk)) return [whole(chunk, words, "symbol")];
  if (WHOLE_TERM.test(chunk)) return term(words, "term");
  if (WHOLE_DOCUMENT.test(chunk)) return documentNumbers(chunk, words);
  return /^[0-9]{2}[-\u2013][0-9]{2}$/.test(chunk) ? shortTerm(words) : figures(chunk, words);
}

function cut(chunk) {
  const words = [...chunk.matchAll(WORD)].map(({ 0: word, index: start }) => {
    const [exact, folded] = forms(word);
    return { exact, folded, start, end: start + word.length, kind: "word" };
  }).filter((word) => word.folded).map((word, position) => ({ ...word, position }));
  const rank = (token) => 2 * token.position + (token.kind !== "word");
  if (words.length > 1) words.push(...join(chunk, words));
  return words.sort((a, b) => rank(a) - rank(b));
}

/** The tokens of a text; start and end are places in its NFC form. `known` may be kept. */
export function tokenise(text, known = new Map()) {
  let position = 0;
  const prepared = lower(text.normalize("NFC")).replaceAll("\u00f0", "đ");
  const tokens = [];
  for (const { 0: chunk, index } of prepared.matchAll(CHUNK)) {
    if (!known.has(chunk)) known.set(chunk, cut(chunk));
    const before = position;
    for (const { exact, folded, start, end, position: place, kind } of known.get(chunk)) {
      tokens.push({ exact, folded, start: start + index, end: end + index, position: place + before, kind });
      if (kind === "word") position += 1;
    }
  }
  return tokens;
}
