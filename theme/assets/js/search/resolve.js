// The terms of the index that a query asks for. What is typed comes first; only words that the index
// does not have, alone or next to a neighbour, are corrected.
import { editDistance, maxEdits } from "./edit-distance.js";
import { hasDiacritics, isNumber } from "./parse.js";
import { firstLetter } from "./reader.js";
/** @import { Token } from "../normalise.js" */
/** @import { Manifest } from "./codec.js" */
/** @import { Query } from "./parse.js" */
/** @import { IndexReader, Term } from "./reader.js" */

/**
 * Terms with one folded form that a word of the query, or a pair of words, may stand for.
 *
 * @typedef {object} Candidate
 * @property {string[]} folded
 * @property {Term[]} terms
 * @property {number} percent what a match is worth: 100 as typed, less where corrected
 */

/**
 * @typedef {object} ResolvedQuery
 * @property {Candidate[][]} words for each word
 * @property {Candidate[][]} pairs for each word but the last, with the word after it
 * @property {number[]} unknown positions of words that the index does not have
 * @property {Map<number, string>} corrections by position, what was searched for instead
 */

/** @typedef {[folded: string, percent: number]} Correction */

/** Looks the words of a query up in an index. */
export class Resolver {
  /** @param {IndexReader} index */
  constructor(index) {
    this.index = index;
    this.scoring = index.manifest.scoring;
    this.limits = index.manifest.limits;
  }

  /**
   * @param {Query} query
   * @returns {Promise<ResolvedQuery>}
   */
  async resolve(query) {
    const [words, pairs] = await Promise.all([
      Promise.all(query.words.map((word) => this.word(word.folded))),
      Promise.all(query.words.slice(1).map((word, at) => this.pair(query.words[at].folded, word.folded))),
    ]);
    /** @type {ResolvedQuery} */
    const resolved = { words, pairs, unknown: [], corrections: new Map() };
    const stopWords = stopWordsFor(this.index.manifest, query);
    for (const [position, word] of query.words.entries()) {
      if (stopWords.has(word.exact)) continue;
      // One by one: a correction counts when its right neighbour is judged.
      if (needsCorrection(resolved, query, position)) await this.correct(resolved, query, position);
      if (!words[position].length) resolved.unknown.push(position);
    }
    return resolved;
  }

  /**
   * @param {string} folded
   * @returns {Promise<Candidate[]>}
   */
  async word(folded) {
    const terms = await this.index.wordTerms(folded);
    return terms.length ? [{ folded: [folded], terms, percent: 100 }] : [];
  }

  /**
   * @param {string} first
   * @param {string} second
   * @param {number} [percent]
   * @returns {Promise<Candidate[]>}
   */
  async pair(first, second, percent = 100) {
    const pairs = await this.index.pairTerms(first, firstLetter(second));
    const terms = pairs.filter((term) => term.folded[1] === second);
    return terms.length ? [{ folded: [first, second], terms, percent }] : [];
  }

  /**
   * Adds what a word may have been meant to be.
   *
   * @param {ResolvedQuery} resolved
   * @param {Query} query
   * @param {number} position
   */
  async correct({ words, pairs, corrections }, query, position) {
    const typed = query.words[position];
    const isUnfinished = query.isOpen && position === query.words.length - 1;
    let better = position ? await this.correctionsAfterNeighbour(query, position, isUnfinished) : [];
    if (!better.length && (!words[position].length || hasDiacritics(typed))) {
      better = await this.correctionsFromVocabulary(query, position, isUnfinished);
    }
    for (const [folded, percent] of better) {
      const candidates = await this.word(folded);
      words[position].push(...candidates.map((candidate) => ({ ...candidate, percent })));
      if (position) {
        pairs[position - 1].push(...await this.pair(query.words[position - 1].folded, folded, percent));
      }
      if (position < pairs.length) {
        pairs[position].push(...await this.pair(folded, query.words[position + 1].folded, percent));
      }
    }
    if (better.length && better[0][0] !== typed.folded) {
      corrections.set(position, commonSpelling(words[position], better[0][0]));
    }
  }

  /**
   * Similar words that the index has after the word before.
   *
   * @param {Query} query
   * @param {number} position
   * @param {boolean} isUnfinished
   */
  async correctionsAfterNeighbour({ words }, position, isUnfinished) {
    const { folded } = words[position];
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const term of await this.index.pairTerms(words[position - 1].folded, firstLetter(folded))) {
      // The bytes of a list tell well enough how common a pair is, and need not be decoded.
      const count = term.file < 0 ? term.data.length : term.count;
      counts.set(term.folded[1], (counts.get(term.folded[1]) ?? 0) + count);
    }
    return this.closest(folded, [...counts].filter(([word]) => !isNumber(word)), isUnfinished);
  }

  /**
   * Similar words of the index; of these, those that go best with both neighbours.
   *
   * @param {Query} query
   * @param {number} position
   * @param {boolean} isUnfinished
   */
  async correctionsFromVocabulary(query, position, isUnfinished) {
    const similar = this.closest(query.words[position].folded, await this.index.vocabulary(), isUnfinished);
    const matches = await Promise.all(similar.map(([folded]) => this.neighbourMatches(query, position, folded)));
    const most = Math.max(0, ...matches);
    return similar.filter((_, at) => matches[at] === most);
  }

  /**
   * With how many of its neighbours (0 to 2) the index has a word as a pair.
   *
   * @param {Query} query
   * @param {number} position
   * @param {string} folded
   */
  async neighbourMatches({ words }, position, folded) {
    const before = position > 0 ? await this.pair(words[position - 1].folded, folded) : [];
    const after = position < words.length - 1 ? await this.pair(folded, words[position + 1].folded) : [];
    return Math.min(1, before.length) + Math.min(1, after.length);
  }

  /**
   * The best few of some words: continuations of an unfinished word, else the nearest, the
   * commonest and the first by letters.
   *
   * @param {string} folded what was typed
   * @param {[folded: string, count: number][]} vocabulary
   * @param {boolean} isUnfinished
   * @returns {Correction[]}
   */
  closest(folded, vocabulary, isUnfinished) {
    /** @type {{ word: string, edits: number, count: number, percent: number }[]} */
    const similar = [];
    const limit = maxEdits(folded);
    for (const [word, count] of vocabulary) {
      const edits = editDistance(folded, word, limit);
      if (isUnfinished && word.startsWith(folded) && word !== folded) {
        similar.push({ word, edits: 0, count, percent: this.scoring.prefix });
      } else if (edits > 0 && edits <= limit) {
        similar.push({ word, edits, count, percent: this.scoring.near });
      }
    }
    similar.sort((a, b) => a.edits - b.edits || b.count - a.count || (a.word < b.word ? -1 : 1));
    return similar.slice(0, this.limits.corrections).map(({ word, percent }) => [word, percent]);
  }
}

/**
 * Words that ask or connect. A query without diacritics has fewer: "hop" may be họp or hợp.
 *
 * @param {Manifest} manifest
 * @param {Query} query
 */
export const stopWordsFor = (manifest, query) =>
  new Set(query.hasDiacritics ? manifest.stop : manifest.bare_stop);

/**
 * Whether the index has a word of the query next to one of its neighbours there.
 *
 * @param {ResolvedQuery} resolved
 * @param {number} position
 */
export const hasPair = ({ pairs }, position) =>
  [position - 1, position].some((at) => pairs[at]?.length > 0);

/**
 * Whether the index does not have a word as it was typed, nor next to a neighbour.
 *
 * @param {ResolvedQuery} resolved
 * @param {Query} query
 * @param {number} position
 */
function needsCorrection(resolved, query, position) {
  const [word, candidates] = [query.words[position], resolved.words[position]];
  if (isNumber(word.folded) || hasPair(resolved, position)) return false;
  if (position === query.words.length - 1 && query.isOpen && position > 0) return true;
  return !candidates.length || (hasDiacritics(word) && !hasSpelling(candidates, word));
}

/**
 * @param {Candidate[]} candidates
 * @param {Token} word
 */
const hasSpelling = (candidates, word) => candidates.some(({ terms }) =>
  terms.some((term) => term.words.length === 1 && term.words[0] === word.exact));

/**
 * The commonest spelling of a folded word.
 *
 * @param {Candidate[]} candidates
 * @param {string} folded
 */
function commonSpelling(candidates, folded) {
  const terms = candidates.filter((candidate) => candidate.folded[0] === folded)
    .flatMap((candidate) => candidate.terms);
  /** @type {Term | undefined} */
  let best;
  for (const term of terms) {
    const isBetter = !best || term.count > best.count ||
      (term.count === best.count && term.data.length > best.data.length);
    if (isBetter) best = term;
  }
  return best ? best.words[0] : folded;
}
