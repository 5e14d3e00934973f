// How a query was read, in parts that can be left out: words, phrases, years, what is excluded.
import { PHRASE, withoutHonorifics, withoutOrder } from "./grammar.js";
import { excludedParts, isYear, withoutParts } from "./parse.js";
import { stopWordsFor } from "./resolve.js";
import { cutIntoTerms } from "./terms.js";
/** @import { Manifest } from "./codec.js" */
/** @import { Query, QueryWord, Span } from "./parse.js" */
/** @import { ResolvedQuery } from "./resolve.js" */
/** @import { Searcher } from "./searcher.js" */
/** @import { SearchState } from "./state.js" */

// Without diacritics it may be a part of a name too: quang nam 2021.
const [YEAR_WORD, BARE_YEAR_WORD] = ["năm", "nam"];

/**
 * A part of a query. `absent` is what no article has; `order` asks for the newest first.
 *
 * @typedef {{ kind: "words" | "phrase" | "number" | "year" | "excluded" | "order" | "absent", text: string } & Span} Part
 */

/**
 * @typedef {object} Reading
 * @property {Part[]} parts in their order
 * @property {string} mended the query as its words are mended, unless they are taken as typed; empty
 *   where none is
 * @property {string} text what is searched for: the query without the parts that are left out
 */

/**
 * How the query of a state is read.
 *
 * @param {Searcher} searcher
 * @param {SearchState} state
 * @returns {Promise<Reading>}
 */
export async function readingOf(searcher, { text, off, isLiteral }) {
  const understood = await searcher.understand(text, { isFinished: true, isLiteral });
  const mended = isLiteral
    ? (await searcher.understand(text, { isFinished: true })).searchedFor : understood.searchedFor;
  const { query } = understood;
  const parts = partsOf(query, understood.resolved, searcher.manifest);
  const left = parts.filter((part) => off.includes(keyOf(part)));
  const isAll = parts.length > 0 && left.length === parts.length;
  const rest = isAll ? "" : withoutParts(query.text, left).replace(/\s+/g, " ").trim();
  return { parts, mended, text: left.length ? rest : text };
}

/**
 * By what the address names a part.
 *
 * @param {Part} part
 */
export const keyOf = ({ text }) => text.toLowerCase();

/**
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {Manifest} manifest
 */
function partsOf(query, resolved, manifest) {
  const { text, words } = query;
  const excluded = excludedParts(text, manifest);
  const whole = withoutParts(text, excluded);
  const topic = withoutOrder(whole, manifest);
  const phrases = [...withoutHonorifics(topic, manifest).matchAll(PHRASE)]
    .filter((match) => match[1].trim())
    .map((match) => ({ text: match[1].trim(), start: match.index, end: match.index + match[0].length }));
  const free = words.filter(({ start }) => !phrases.some((phrase) => phrase.start <= start && start < phrase.end));
  /** @type {Part[]} */
  const parts = [
    ...excluded.map(({ start, end, words: some }) => /** @type {Part} */ (
      { kind: "excluded", text: some.map((word) => word.exact).join(" "), start, end })),
    ...phrases.map((phrase) => /** @type {Part} */ ({ kind: "phrase", ...phrase })),
    ...orderOf(whole, topic),
    ...wordParts(query, resolved, free, stopWordsFor(manifest, query)),
  ];
  return parts.sort((a, b) => a.start - b.start);
}

/**
 * The words that ask for an order: where a text differs from what is left of it.
 *
 * @param {string} whole
 * @param {string} topic of the same length
 * @returns {Part[]}
 */
function orderOf(whole, topic) {
  const places = Array.from(whole, (_, at) => at).filter((at) => whole[at] !== topic[at]);
  if (!places.length) return [];
  const [start, end] = [places[0], places[places.length - 1] + 1];
  return [{ kind: "order", text: whole.slice(start, end), start, end }];
}

/**
 * A word with what it is a part of: the same `whole` for words of one document number, of one run that
 * no article has.
 *
 * @typedef {QueryWord & { part: Part["kind"], whole: unknown }} PartWord
 */

/**
 * The words outside of quotation marks: numbers of documents, years, words that go together.
 *
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {QueryWord[]} words
 * @param {Set<string>} stopWords
 * @returns {Part[]}
 */
function wordParts(query, resolved, words, stopWords) {
  /** @type {PartWord[][]} */
  const groups = [];
  for (const word of words.map((one) => ({ ...one, ...wholeOf(one, query, resolved) }))) {
    const last = groups[groups.length - 1] ?? [];
    const before = last[last.length - 1];
    const isNext = before?.position === word.position - 1 && !word.isAfterBreak;
    if (isNext && word.part === "year" && isYearWord(query, resolved, before)) groups.push([/** @type {PartWord} */ (last.pop()), word]);
    else if (isNext && canGoTogether(before, word, stopWords)) last.push(word);
    else groups.push([word]);
  }
  return groups.filter((group) => group.some((word) => !stopWords.has(word.exact)))
    .flatMap((group) => (group[0].part === "words" && group.length > 2 ? cutIntoTerms(group, resolved) : [group]))
    .map((group) => ({ kind: group[group.length - 1].part, ...spanOf(query, resolved, group) }));
}

/**
 * Whether a word before a year only says that it is one.
 *
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {QueryWord} word
 */
const isYearWord = ({ hasDiacritics }, { pairs }, { exact, position }) => exact === YEAR_WORD
  || (exact === BARE_YEAR_WORD && !hasDiacritics && !pairs[position - 1]?.length);

/**
 * @param {QueryWord} word
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @returns {{ part: Part["kind"], whole: unknown }}
 */
function wholeOf({ position, exact }, { joinedForms }, { absent, unknown }) {
  const run = absent.find((positions) => positions.includes(position));
  if (run || unknown.includes(position)) return { part: "absent", whole: run ?? position };
  const form = joinedForms.find((one) => one.kind !== "guess" && one.position <= position
    && position < one.position + one.length);
  if (form) return { part: "number", whole: form };
  return { part: isYear(exact) ? "year" : "words", whole: isYear(exact) ? position : "" };
}

/**
 * Whether two words in a row can be of one part.
 *
 * @param {PartWord} first
 * @param {PartWord} second
 * @param {Set<string>} stopWords
 */
const canGoTogether = (first, second, stopWords) => first.part === second.part && first.whole === second.whole
  && (first.part !== "words" || !(stopWords.has(first.exact) || stopWords.has(second.exact)));

/**
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {PartWord[]} words
 */
function spanOf({ text }, { corrections }, words) {
  const [{ start }, last] = [words[0], words[words.length - 1]];
  const form = /** @type {Partial<Span>} */ (last.part === "number" ? last.whole : {});
  const end = Math.max(last.end, form.end ?? 0);
  const isMended = words.some(({ position }) => corrections.has(position));
  const mended = words.map(({ position, exact }) => corrections.get(position) ?? exact).join(" ");
  return { text: isMended ? mended : text.slice(start, end), start, end };
}
