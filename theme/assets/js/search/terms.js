// Which words of a query go together, as far as the index can tell.
import { hasDiacritics, isNumber } from "./parse.js";
/** @import { QueryWord } from "./parse.js" */
/** @import { Candidate, ResolvedQuery } from "./resolve.js" */

// How much two words must be of one term for a syllable that is left over to go with it.
const LOOSE = 0.1;

/**
 * Plain words in a row as words of two syllables, most of Vietnamese: of all ways the one whose pairs
 * the index has most, rather than their words apart. A syllable that is left over goes with a neighbour.
 *
 * @template {QueryWord} Word
 * @param {Word[]} words
 * @param {ResolvedQuery} resolved
 */
export function cutIntoTerms(words, resolved) {
  const bonds = words.slice(1).map((word, at) => bondOf(resolved, words[at], word));
  const joined = strongest(bonds);
  bonds.forEach((bond, at) => {
    const isLeft = [at, at + 1].some((word) => !joined.has(word - 1) && !joined.has(word));
    if (isLeft && (bond >= LOOSE || (bond && isNumber(words[at + 1].folded)))) joined.add(at);
  });
  /** @type {Word[][]} */
  const terms = [];
  words.forEach((word, at) => {
    if (joined.has(at - 1)) terms[terms.length - 1].push(word);
    else terms.push([word]);
  });
  return terms;
}

/**
 * Which bonds to keep so that no two are next to each other and their sum is the largest.
 *
 * @param {number[]} bonds
 */
function strongest(bonds) {
  let [before, best] = [{ sum: 0, kept: /** @type {number[]} */ ([]) }, { sum: 0, kept: /** @type {number[]} */ ([]) }];
  bonds.forEach((bond, at) => {
    const other = { sum: before.sum + bond, kept: [...before.kept, at] };
    before = best;
    if (other.sum > best.sum) best = other;
  });
  return new Set(best.kept);
}

/**
 * How much rather two words are next to each other than apart: from 0, never, to 1 (about).
 *
 * @param {ResolvedQuery} resolved
 * @param {QueryWord} first
 * @param {QueryWord} second
 */
function bondOf({ words, pairs }, first, second) {
  const at = first.position;
  const both = frequency(pairs[at], [first, second]);
  return both && both ** 2 / (frequency(words[at], [first]) * frequency(words[at + 1], [second]));
}

/**
 * About how many articles have a word, or two in a row: the bytes of a list tell well enough. Of words
 * typed with diacritics only that spelling counts, where the index has it.
 *
 * @param {Candidate[]} candidates
 * @param {QueryWord[]} typed
 */
function frequency(candidates, typed) {
  const terms = candidates.flatMap((candidate) => candidate.terms);
  const same = terms.filter((term) => typed.some(hasDiacritics)
    && typed.every((word, at) => term.words[at] === word.exact));
  return (same.length ? same : terms).reduce((sum, { file, count, data }) => sum + (file < 0 ? data.length : count), 0);
}
