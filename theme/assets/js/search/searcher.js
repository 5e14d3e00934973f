// A search from beginning to end, without a page around it; it runs in Node.js too.
import { intersection, members } from "./docsets.js";
import { entitiesNamed } from "./entities.js";
import { withMonths } from "./grammar.js";
import { Narrowing } from "./narrowing.js";
import { clean, isNumber, isYear, parse } from "./parse.js";
import { docsWithPhrase } from "./phrase.js";
import { IndexReader } from "./reader.js";
import { Resolver, hasPair } from "./resolve.js";
import { Scorer } from "./score.js";
import { setApart } from "./split.js";
import { decodeKeystrokes } from "./telex.js";
/** @import { Query, QueryWord } from "./parse.js" */
/** @import { Entity } from "./entities.js" */
/** @import { FacetCount, Filters } from "./narrowing.js" */
/** @import { Load } from "./reader.js" */
/** @import { ResolvedQuery } from "./resolve.js" */
/** @import { Scores } from "./score.js" */

export { IndexError } from "./codec.js";

/**
 * @typedef {object} SearchOptions
 * @property {Filters} [filters]
 * @property {boolean} [isByDate] newest first, instead of best first
 * @property {boolean} [isFinished] whether the reader has sent the query: its last word is whole
 * @property {boolean} [isLiteral] whether words are taken as typed: none is mended or set apart
 * @property {string[]} [facets] whose values are counted
 */

/**
 * What to highlight in a text, all folded.
 *
 * @typedef {object} Highlights
 * @property {Map<string, Set<string>>} pairs second words by the first
 * @property {Set<string>} words that count without a neighbour
 * @property {Set<string>} numbers that count at the beginning of a document's number too
 */

/**
 * @typedef {object} SearchResult
 * @property {number[]} docs numbers of articles
 * @property {Set<number>} byOtherName those with some word only in another name of a record
 * @property {string} searchedFor the query as corrected; empty where it was taken as typed
 * @property {string} offered the query as it may have been meant; it was not searched for
 * @property {string[]} ignored words that the index does not have
 * @property {string[]} absent words in a row that the index does not have, or not next to each other
 * @property {string[]} excluded words and phrases that the results do not have
 * @property {boolean} isByDate whether the query asks for the newest articles first
 * @property {string[]} missingPhrases phrases that no article has
 * @property {boolean} isTruncated whether the query was longer than is read
 * @property {boolean} hasNoWords
 * @property {number} undated how many results are of an unknown year, or would be
 * @property {Entity[]} entities whose name the query is: their pages are the answer before all articles
 * @property {Map<string, FacetCount[]>} counts by facet
 * @property {Highlights} highlights
 */

/**
 * A query as it was read.
 *
 * @typedef {object} Understood
 * @property {Query} query
 * @property {ResolvedQuery} resolved
 * @property {string} searchedFor the query as corrected; empty where it was taken as typed
 * @property {boolean} isTruncated
 */

/** Searches a built index. */
export class Searcher {
  /**
   * @param {Load} load takes a path below the index's folder
   */
  static async open(load) {
    return new Searcher(await IndexReader.open(load));
  }

  /** @param {IndexReader} index */
  constructor(index) {
    this.index = index;
    this.manifest = index.manifest;
  }

  /**
   * The articles that match; an empty query matches all that the filters allow.
   *
   * @param {string} text
   * @param {SearchOptions} [options]
   * @returns {Promise<SearchResult>}
   */
  async search(text, { filters = {}, isByDate = false, isFinished = false, isLiteral = false, facets = [] } = {}) {
    const { index } = this;
    const { query, resolved, searchedFor, isTruncated } = await this.understand(text, { isFinished, isLiteral });
    const [scores, phrases, excluded, narrowing, facetValues, entities] = await Promise.all([
      new Scorer(index, query, resolved).scores(),
      Promise.all(query.phrases.map((phrase) => docsWithPhrase(index, phrase))),
      Promise.all(query.excluded.map((part) => docsWithPhrase(index, part))),
      Narrowing.of(index, filters),
      Promise.all(facets.map((key) => index.facet(key))),
      entitiesNamed(index, query, resolved),
    ]);
    const matching = this.matching(query, scores, phrases, excluded);
    const byDate = members(narrowing.narrow(matching));
    return {
      docs: isByDate || query.isByDate ? byDate : bestFirst(byDate, scores.score),
      byOtherName: new Set(byDate.filter((doc) => scores.byOtherName[doc])),
      searchedFor,
      offered: resolved.offers.size ? withWords(query, new Map([...resolved.corrections, ...resolved.offers])) : "",
      ignored: resolved.unknown.map((position) => query.words[position].exact),
      absent: resolved.absent.map((run) => textOf(run.map((position) => query.words[position]))),
      excluded: query.excluded.map(textOf),
      isByDate: query.isByDate,
      missingPhrases: query.phrases.filter((_, at) => !phrases[at].includes(1)).map(textOf),
      isTruncated,
      undated: narrowing.countUndated(matching),
      hasNoWords: !query.words.length && !query.excluded.length && !query.isByDate,
      entities,
      counts: new Map(facets.map((key, at) => [key, narrowing.count(key, facetValues[at], matching)])),
      highlights: highlightsOf(query, resolved),
    };
  }

  /**
   * What a text is read as: keystrokes decoded, words typed without spaces set apart, slips mended.
   *
   * @param {string} text as typed
   * @param {{ isFinished?: boolean, isLiteral?: boolean }} [options]
   * @returns {Promise<Understood>}
   */
  async understand(text, { isFinished = false, isLiteral = false } = {}) {
    const { index, manifest } = this;
    const [typed, isTextTruncated] = clean(text, manifest.limits.characters);
    const decoded = isLiteral ? typed : withMonths(await decodeKeystrokes(index, typed), manifest);
    const resolver = new Resolver(index, isLiteral);
    let query = parse(decoded, manifest, isFinished);
    let resolved = await resolver.resolve(query);
    const spaced = isLiteral ? decoded : await setApart(index, query, resolved);
    if (spaced !== decoded) {
      query = parse(spaced, manifest, isFinished);
      resolved = await resolver.resolve(query);
    }
    return {
      query,
      resolved,
      searchedFor: correctedText(query, resolved, query.text !== typed),
      isTruncated: isTextTruncated || query.isTruncated,
    };
  }

  /**
   * The articles that have all phrases, and nearly as much of the query as the best one.
   *
   * @param {Query} query
   * @param {Scores} scores
   * @param {Uint8Array[]} phrases
   * @param {Uint8Array[]} excluded
   */
  matching(query, { share, isAnswer }, phrases, excluded) {
    const { size } = this.index;
    const matching = intersection(size, phrases);
    for (const docs of excluded) for (let doc = 0; doc < size; doc += 1) if (docs[doc]) matching[doc] = 0;
    if (!query.words.length) return matching;
    if (!isAnswer) return matching.fill(0);
    let best = 0;
    for (let doc = 0; doc < size; doc += 1) if (matching[doc] && share[doc] > best) best = share[doc];
    const least = Math.max(1, (best * this.manifest.scoring.keep) / 100);
    for (let doc = 0; doc < size; doc += 1) if (share[doc] < least) matching[doc] = 0;
    return matching;
  }
}

/**
 * Articles by falling score; of equal ones, the newer first. Score and article are put into one
 * number, since plain numbers are sorted fastest.
 *
 * @param {number[]} docs
 * @param {Float64Array} score
 */
function bestFirst(docs, score) {
  const last = score.length - 1;
  const keys = Float64Array.from(docs, (doc) => score[doc] * score.length + last - doc).sort().reverse();
  return Array.from(keys, (key) => last - (key % score.length));
}

/**
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {boolean} isDecoded whether keystrokes were decoded
 */
function correctedText(query, { corrections }, isDecoded) {
  if (!corrections.size && !isDecoded) return "";
  return withWords(query, corrections);
}

/**
 * A query with other words in some positions.
 *
 * @param {Query} query
 * @param {Map<number, string>} others
 */
const withWords = ({ words }, others) =>
  words.map((word, position) => others.get(position) ?? word.exact).join(" ");

/** @param {QueryWord[]} words */
const textOf = (words) => words.map((word) => word.exact).join(" ");

/**
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @returns {Highlights}
 */
function highlightsOf(query, resolved) {
  /** @type {Map<string, Set<string>>} */
  const pairs = new Map();
  for (const { folded: [first, second] } of resolved.pairs.flat()) {
    pairs.set(first, (pairs.get(first) ?? new Set()).add(second));
  }
  const words = query.words.flatMap(({ folded }, at) => (isYear(folded) || !hasPair(resolved, at)
    ? [folded, ...resolved.words[at].map((candidate) => candidate.folded[0])] : []));
  const numbers = query.words.map(({ folded }) => folded).filter(isNumber);
  return { pairs, words: new Set([...words, ...query.joinedForms.map((form) => form.folded)]), numbers: new Set(numbers) };
}
