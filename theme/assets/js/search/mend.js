// What a word may have been meant to be: how it may go on, or words that differ by a slip.
import { fold } from "../normalise.js";
import { editDistance, maxEdits } from "./edit-distance.js";
import { isLetters, isNumber } from "./parse.js";
import { firstLetter } from "./reader.js";
import { isSyllable, tonesOf, withoutTones } from "./syllables.js";
/** @import { Query } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */

// So long, a word that is no syllable has few neighbours: the nearest one is sure even by itself.
const SURE = 5;
// So many completions are looked up.
const MOST_TRIED = 12;

/**
 * @typedef {object} Correction
 * @property {string} folded what a word may have been meant as
 * @property {number} percent what a match is worth
 * @property {boolean} hasNeighbour whether the index has it next to a neighbour of the typed word
 */

/** Finds in an index what words of a query may have been meant to be. */
export class Mender {
  /** @param {IndexReader} index */
  constructor(index) {
    this.index = index;
    this.scoring = index.manifest.scoring;
    this.most = index.manifest.limits.corrections;
  }

  /**
   * Words with which an unfinished last word may go on, the commonest first.
   *
   * @param {Query} query
   * @param {number} position
   * @returns {Promise<Correction[]>}
   */
  async completions(query, position) {
    const { exact, folded } = query.words[position];
    const words = position ? await this.after(query, position) : await this.index.vocabulary();
    const longer = words.filter(([word]) => word.startsWith(folded) && word !== folded)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, MOST_TRIED);
    /** @type {Correction[]} */
    const best = [];
    for (const [word] of longer) {
      // One by one: the commonest nearly always do, and each is a file.
      const terms = await this.index.wordTerms(word);
      if (terms.some((term) => begins(term.words[0], exact))) {
        best.push({ folded: word, percent: this.scoring.prefix, hasNeighbour: position > 0 });
      }
      if (best.length === this.most) break;
    }
    return best;
  }

  /**
   * The best few words that differ from one by a slip: first those that the index has after the
   * word before, else those that go best with both neighbours.
   *
   * @param {Query} query
   * @param {number} position
   * @returns {Promise<Correction[]>}
   */
  async mends(query, position) {
    const { folded } = query.words[position];
    const after = this.closest(folded, await this.after(query, position));
    if (after.length) return after.map((correction) => ({ ...correction, hasNeighbour: true }));
    const similar = this.closest(folded, await this.index.vocabulary());
    const matches = await Promise.all(similar.map((word) => this.neighbourMatches(query, position, word.folded)));
    const most = Math.max(0, ...matches);
    return similar.filter((_, at) => matches[at] === most)
      .map((correction) => ({ ...correction, hasNeighbour: most > 0 }));
  }

  /**
   * Whether a word is certainly a slip, and certainly for the first of some words.
   *
   * @param {Query} query
   * @param {number} position
   * @param {Correction[]} mends
   */
  async isSure({ words }, position, mends) {
    const typed = words[position];
    if (!mends.length || typed.isCode || isSyllable(this.index.manifest, typed.exact)) return false;
    if (isLetters(typed) && (await this.index.shortForms()).has(typed.folded)) return false;
    return mends[0].hasNeighbour || [...typed.folded].length >= SURE;
  }

  /**
   * What the index has after the word before, with how common it is.
   *
   * @param {Query} query
   * @param {number} position
   * @returns {Promise<[folded: string, count: number][]>}
   */
  async after({ words }, position) {
    if (!position) return [];
    /** @type {Map<string, number>} */
    const counts = new Map();
    const { folded } = words[position];
    for (const term of await this.index.pairTerms(words[position - 1].folded, firstLetter(folded))) {
      // The bytes of a list tell well enough how common a pair is, and need not be decoded.
      const count = term.file < 0 ? term.data.length : term.count;
      counts.set(term.folded[1], (counts.get(term.folded[1]) ?? 0) + count);
    }
    return [...counts].filter(([word]) => !isNumber(word));
  }

  /**
   * With how many of its neighbours (0 to 2) the index has a word as a pair.
   *
   * @param {Query} query
   * @param {number} position
   * @param {string} folded
   */
  async neighbourMatches({ words }, position, folded) {
    const [before, after] = await Promise.all([
      position > 0 && hasPair(this.index, words[position - 1].folded, folded),
      position < words.length - 1 && hasPair(this.index, folded, words[position + 1].folded),
    ]);
    return Number(before) + Number(after);
  }

  /**
   * The nearest words, of these the commonest, of these the first by letters.
   *
   * @param {string} typed
   * @param {[folded: string, count: number][]} words
   * @returns {Correction[]}
   */
  closest(typed, words) {
    const limit = maxEdits(typed);
    return words.map(([word, count]) => ({ word, count, edits: editDistance(typed, word, limit) }))
      .filter(({ edits }) => edits > 0 && edits <= limit)
      .sort((a, b) => a.edits - b.edits || b.count - a.count || (a.word < b.word ? -1 : 1))
      .slice(0, this.most)
      .map(({ word }) => ({ folded: word, percent: this.scoring.near, hasNeighbour: false }));
  }
}

/**
 * Whether the index has a word next to another.
 *
 * @param {IndexReader} index
 * @param {string} first
 * @param {string} second
 */
export async function hasPair(index, first, second) {
  const pairs = await index.pairTerms(first, firstLetter(second));
  return pairs.some((term) => term.folded[1] === second);
}

/**
 * Whether a word may go on as another; where diacritics were typed, with these. The tone mark moves
 * while a word is typed: tòa goes on as toàn.
 *
 * @param {string} whole
 * @param {string} typed
 */
export function begins(whole, typed) {
  if (typed === fold(typed)) return true;
  const tones = tonesOf(whole);
  return tonesOf(typed).every((tone) => tones.includes(tone)) && withoutTones(whole).startsWith(withoutTones(typed));
}
