// The terms of the index that a query asks for; what is typed and known stays as it is.
import { Mender, begins } from "./mend.js";
import { hasDiacritics, isNumber } from "./parse.js";
import { firstLetter } from "./reader.js";
import { isSyllable } from "./syllables.js";
/** @import { Manifest } from "./codec.js" */
/** @import { Correction } from "./mend.js" */
/** @import { Query, QueryWord } from "./parse.js" */
/** @import { IndexReader, Term } from "./reader.js" */

// Where more words are absent the query is of another matter, and looking for each takes many files.
const MOST_OFFERS = 4;

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
 * @property {number[][]} absent runs of positions of words that the index does not have, or has none of
 *   next to another, though they are next to each other in the query
 * @property {Map<number, string>} corrections by position, what was searched for instead
 * @property {Map<number, string>} offers by position, what may have been meant; not searched for
 */

/** Looks the words of a query up in an index. */
export class Resolver {
  /**
   * @param {IndexReader} index
   * @param {boolean} [isLiteral] whether words are taken as typed
   */
  constructor(index, isLiteral = false) {
    this.index = index;
    this.isLiteral = isLiteral;
    this.mender = new Mender(index);
  }

  /**
   * An unfinished last word is completed too; a word that can only be a slip is mended. For other
   * words that the index does not have, what may have been meant is offered.
   *
   * @param {Query} query
   * @returns {Promise<ResolvedQuery>}
   */
  async resolve(query) {
    const [words, pairs] = await Promise.all([
      Promise.all(query.words.map((word) => this.word(word.folded))),
      Promise.all(query.words.slice(1).map((word, at) => this.pair(query.words[at].folded, word.folded))),
    ]);
    /** @type {ResolvedQuery} */
    const resolved = { words, pairs, unknown: [], absent: [], corrections: new Map(), offers: new Map() };
    const stopWords = stopWordsFor(this.index.manifest, query);
    const content = query.words.filter((word) => !stopWords.has(word.exact));
    // One by one: a mended word counts when its right neighbour is judged.
    for (const word of content) await this.read(resolved, query, word);
    resolved.absent = absentRuns(resolved, content, this.index.manifest);
    const isShort = resolved.absent.flat().length <= MOST_OFFERS;
    for (const run of isShort ? resolved.absent : []) {
      for (const position of run) await this.offer(resolved, query, position, run.length === 1);
    }
    return resolved;
  }

  /**
   * Completes or mends a word where it takes that; notes it where the index does not have it.
   *
   * @param {ResolvedQuery} resolved
   * @param {Query} query
   * @param {QueryWord} word
   */
  async read(resolved, query, word) {
    const { position } = word;
    const { words, unknown } = resolved;
    const [isKnown, isPaired] = [isTyped(words[position], word), hasPair(resolved, position)];
    const better = this.isLiteral || isNumber(word.folded) || (isKnown && isPaired)
      ? [] : await this.better(query, position, isKnown, isPaired);
    if (!isKnown && !isPaired) words[position] = [];
    await this.add(resolved, query, word, better);
    if (better.length && !isKnown && better[0].folded !== word.folded) {
      resolved.corrections.set(position, await this.spelling(better[0].folded, word));
    }
    if (!words[position].length) unknown.push(position);
  }

  /**
   * How an unfinished word may go on, or what a sure slip was meant to be.
   *
   * @param {Query} query
   * @param {number} position
   * @param {boolean} isKnown whether the index has the word as it was typed
   * @param {boolean} isPaired whether it has it next to a neighbour
   * @returns {Promise<Correction[]>}
   */
  async better(query, position, isKnown, isPaired) {
    const isOpen = query.isOpen && position === query.words.length - 1;
    if (isOpen && (position || !isKnown)) {
      const completions = await this.mender.completions(query, position);
      if (completions.length) return completions;
    }
    if (isKnown || isPaired) return [];
    const mends = await this.mender.mends(query, position);
    return await this.mender.isSure(query, position, mends) ? mends : [];
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
   * Adds candidates for what a word may have been meant to be.
   *
   * @param {ResolvedQuery} resolved
   * @param {Query} query
   * @param {QueryWord} word
   * @param {Correction[]} better
   */
  async add({ words, pairs }, query, { position }, better) {
    for (const { folded, percent } of better) {
      const candidates = await this.word(folded);
      words[position].push(...candidates.map((candidate) => ({ ...candidate, percent })));
      if (position) {
        pairs[position - 1].push(...await this.pair(query.words[position - 1].folded, folded, percent));
      }
      if (position < pairs.length) {
        pairs[position].push(...await this.pair(folded, query.words[position + 1].folded, percent));
      }
    }
  }

  /**
   * Notes what a word may have been meant to be: it with other diacritics, or a near word.
   *
   * @param {ResolvedQuery} resolved
   * @param {Query} query
   * @param {number} position
   * @param {boolean} isAlone
   */
  async offer({ offers }, query, position, isAlone) {
    const word = query.words[position];
    if (word.isCode || isNumber(word.folded)) return;
    const isOtherwise = isAlone && (await this.index.wordTerms(word.folded)).length > 0;
    const words = isOtherwise ? [word.folded] : (await this.mender.mends(query, position))
      .filter((mend) => isAlone || mend.hasNeighbour).map((mend) => mend.folded);
    const stopWords = stopWordsFor(this.index.manifest, query);
    const spellings = await Promise.all(words.map((folded) => this.spelling(folded, word)));
    const best = spellings.find((spelling) => !stopWords.has(spelling));
    if (best) offers.set(position, best);
  }

  /**
   * The commonest spelling of a folded word; one that begins as typed before others.
   *
   * @param {string} folded
   * @param {QueryWord} typed
   */
  async spelling(folded, typed) {
    const terms = await this.index.wordTerms(folded);
    /** @param {Term} term */
    const rank = (term) => [Number(begins(term.words[0], typed.exact)), term.count, term.data.length];
    const [best] = terms.map((term) => ({ term, rank: rank(term) }))
      .sort((a, b) => b.rank[0] - a.rank[0] || b.rank[1] - a.rank[1] || b.rank[2] - a.rank[2]);
    return best ? best.term.words[0] : folded;
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
 * Whether the index has a word as it was typed.
 *
 * @param {Candidate[]} candidates
 * @param {QueryWord} word
 */
const isTyped = (candidates, word) => candidates.some(({ terms }) =>
  terms.some((term) => !hasDiacritics(word) || (term.words.length === 1 && term.words[0] === word.exact)));

/**
 * The runs of neighbours without a known pair; of a single one only where it is unknown. A word by
 * itself is known where the index has it. Two in a row are a name or a term, and where the index has
 * them apart from each other only, it speaks of other things.
 *
 * @param {ResolvedQuery} resolved
 * @param {QueryWord[]} content
 * @param {Manifest} manifest
 */
function absentRuns(resolved, content, manifest) {
  /** @type {number[][]} */
  const runs = [];
  for (const { position, exact, folded, isAfterBreak } of content) {
    const isKnown = resolved.words[position].length > 0;
    if (hasPair(resolved, position) || (isNumber(folded) && isKnown)) continue;
    const last = runs.at(-1);
    const isNext = last?.at(-1) === position - 1 && !isAfterBreak;
    // What is no syllable is a whole word or a name by itself.
    if (last && isNext && !(isKnown && !isSyllable(manifest, exact))) last.push(position);
    else runs.push([position]);
  }
  return runs.filter((run) => run.length > 1 || resolved.unknown.includes(run[0]));
}
