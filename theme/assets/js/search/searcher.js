// A search from beginning to end, without a page around it; it runs in Node.js too.
import { countMembers, docSet, intersection, members } from "./docsets.js";
import { withMonths } from "./grammar.js";
import { clean, isNumber, parse } from "./parse.js";
import { docsWithPhrase } from "./phrase.js";
import { IndexReader } from "./reader.js";
import { Resolver, hasPair } from "./resolve.js";
import { Scorer } from "./score.js";
import { setApart } from "./split.js";
import { decodeKeystrokes } from "./telex.js";
/** @import { Query, QueryWord } from "./parse.js" */
/** @import { Facet, Load } from "./reader.js" */
/** @import { ResolvedQuery } from "./resolve.js" */
/** @import { Scores } from "./score.js" */

export { IndexError } from "./codec.js";

const YEAR = "nam";

/**
 * What results are narrowed to. Years are included; 0 is none.
 *
 * @typedef {object} Filters
 * @property {Record<string, string[]>} [chosen] by facet, ids of which an article has any
 * @property {number} [from]
 * @property {number} [to]
 */

/**
 * @typedef {object} SearchOptions
 * @property {Filters} [filters]
 * @property {boolean} [isByDate] newest first, instead of best first
 * @property {boolean} [isFinished] whether the reader has sent the query: its last word is whole
 * @property {string[]} [facets] whose values are counted
 */

/** @typedef {{ id: string, name: string, count: number }} FacetCount */

/**
 * What to highlight in a text, all folded.
 *
 * @typedef {object} Highlights
 * @property {Map<string, Set<string>>} pairs second words by the first
 * @property {Set<string>} words that count without a neighbour
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
 * @property {Map<string, FacetCount[]>} counts by facet
 * @property {Highlights} highlights
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
  async search(text, { filters = {}, isByDate = false, isFinished = false, facets = [] } = {}) {
    const { index } = this;
    const { limits } = this.manifest;
    const [typed, isTextTruncated] = clean(text, limits.characters);
    const decoded = withMonths(await decodeKeystrokes(index, typed), this.manifest);
    const { query, resolved } = await this.read(decoded, isFinished);
    const [scores, phrases, excluded, allowed, facetValues] = await Promise.all([
      new Scorer(index, query, resolved).scores(),
      Promise.all(query.phrases.map((phrase) => docsWithPhrase(index, phrase))),
      Promise.all(query.excluded.map((part) => docsWithPhrase(index, part))),
      this.allowed(filters),
      Promise.all(facets.map((key) => index.facet(key))),
    ]);
    const matching = this.matching(query, scores, phrases, excluded);
    const byDate = members(intersection(index.size, [matching, ...allowed.values()]));
    return {
      docs: isByDate || query.isByDate ? byDate : bestFirst(byDate, scores.score),
      byOtherName: new Set(byDate.filter((doc) => scores.byOtherName[doc])),
      searchedFor: correctedText(query, resolved, query.text !== typed),
      offered: resolved.offers.size ? withWords(query, new Map([...resolved.corrections, ...resolved.offers])) : "",
      ignored: resolved.unknown.map((position) => query.words[position].exact),
      absent: resolved.absent.map((run) => textOf(run.map((position) => query.words[position]))),
      excluded: query.excluded.map(textOf),
      isByDate: query.isByDate,
      missingPhrases: query.phrases.filter((_, at) => !phrases[at].includes(1)).map(textOf),
      isTruncated: isTextTruncated || query.isTruncated,
      hasNoWords: !query.words.length && !query.excluded.length && !query.isByDate,
      counts: new Map(facets.map((key, at) => [key, this.count(key, facetValues[at], matching, allowed)])),
      highlights: highlightsOf(query, resolved),
    };
  }

  /**
   * A query with its candidates; words typed without spaces are set apart.
   *
   * @param {string} text
   * @param {boolean} isFinished
   */
  async read(text, isFinished) {
    const resolver = new Resolver(this.index);
    let query = parse(text, this.manifest, isFinished);
    let resolved = await resolver.resolve(query);
    const spaced = await setApart(this.index, query, resolved.unknown);
    if (spaced !== text) {
      query = parse(spaced, this.manifest, isFinished);
      resolved = await resolver.resolve(query);
    }
    return { query, resolved };
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

  /**
   * For each facet that is narrowed, and for the years, the articles it allows.
   *
   * @param {Filters} filters
   */
  async allowed({ chosen = {}, from = 0, to = 0 }) {
    const narrowed = Object.entries(chosen).filter(([, ids]) => ids.length);
    const sets = await Promise.all(narrowed.map(async ([key, ids]) => {
      const values = await this.index.facet(key);
      return docSet(this.index.size, ids.map((id) => values.get(id)?.docs ?? []));
    }));
    const allowed = new Map(narrowed.map(([key], at) => [key, sets[at]]));
    if (from || to) allowed.set(YEAR, this.inYears(from || 1, to || 9999));
    return allowed;
  }

  /**
   * @param {number} first
   * @param {number} last
   */
  inYears(first, last) {
    const set = new Uint8Array(this.index.size);
    let start = 0;
    for (const [year, count] of this.manifest.years) {
      if (year >= first && year <= last) set.fill(1, start, start + count);
      start += count;
    }
    return set;
  }

  /**
   * For each value of a facet how many results there would be if only it were chosen there.
   *
   * @param {string} key
   * @param {Facet} values
   * @param {Uint8Array} matching
   * @param {Map<string, Uint8Array>} allowed
   * @returns {FacetCount[]}
   */
  count(key, values, matching, allowed) {
    const others = [...allowed].filter(([other]) => other !== key).map(([, set]) => set);
    const shown = intersection(this.index.size, [matching, ...others]);
    return Array.from(values, ([id, { name, docs }]) => ({ id, name, count: countMembers(shown, docs) }));
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
  const words = query.words.flatMap(({ folded }, at) => (isNumber(folded) || !hasPair(resolved, at)
    ? [folded, ...resolved.words[at].map((candidate) => candidate.folded[0])] : []));
  return { pairs, words: new Set([...words, ...query.joinedForms.map((form) => form.folded)]) };
}
