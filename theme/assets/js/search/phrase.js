// Exact phrases: articles in which the words of a phrase follow one another.
import { docSet, intersection, members } from "./docsets.js";
import { hasDiacritics } from "./parse.js";
import { TEXT, firstLetter } from "./reader.js";
/** @import { Token } from "../normalise.js" */
/** @import { IndexReader, Term } from "./reader.js" */

const PAIR = 2;

/**
 * The set of articles whose own text has the words of a phrase one after another.
 *
 * @param {IndexReader} index
 * @param {Token[]} phrase
 */
export async function docsWithPhrase(index, phrase) {
  const isExact = phrase.some(hasDiacritics);
  if (phrase.length === 1) {
    return docsInText(index, spelledAs(phrase, await index.wordTerms(phrase[0].folded), isExact));
  }
  const pairs = await Promise.all(phrase.slice(1).map((second, at) =>
    pairTerms(index, phrase[at], second, isExact)));
  const common = intersection(index.size, await Promise.all(pairs.map((terms) => docsInText(index, terms))));
  if (phrase.length === PAIR || !common.includes(1)) return common;
  return docSet(index.size, [await docsInOrder(index, pairs, members(common))]);
}

/**
 * Those of some articles in which the pairs follow one another. Every other pair covers the whole
 * phrase (with the last one, where the words are odd in number), so that only these are loaded.
 *
 * @param {IndexReader} index
 * @param {Term[][]} pairs the terms of each pair of neighbours in the phrase
 * @param {number[]} docs
 */
async function docsInOrder(index, pairs, docs) {
  const covering = pairs.map((_, at) => at).filter((at) => at % PAIR === 0 || at === pairs.length - 1);
  const positions = await Promise.all(covering.map((at) =>
    Promise.all(pairs[at].map((term) => index.positions(term)))));
  /**
   * Where the phrase would have to begin for a covering pair to be in its place.
   *
   * @param {number} doc
   * @param {number} number
   */
  const starts = (doc, number) => positions[number]
    .flatMap((byDoc) => Array.from(byDoc.get(doc) ?? [], (position) => position - covering[number]));
  return docs.filter((doc) => {
    let common = starts(doc, 0);
    for (let number = 1; common.length && number < covering.length; number += 1) {
      const here = starts(doc, number);
      common = common.filter((start) => here.includes(start));
    }
    return common.length;
  });
}

/**
 * @param {IndexReader} index
 * @param {Token} first
 * @param {Token} second
 * @param {boolean} isExact
 */
async function pairTerms(index, first, second, isExact) {
  const terms = await index.pairTerms(first.folded, firstLetter(second.folded));
  return spelledAs([first, second], terms.filter((term) => term.folded[1] === second.folded), isExact);
}

/**
 * The terms spelled as typed; all of them where no diacritic was typed.
 *
 * @param {Token[]} typed
 * @param {Term[]} terms
 * @param {boolean} isExact
 */
const spelledAs = (typed, terms, isExact) => (isExact
  ? terms.filter((term) => typed.every((word, at) => word.exact === term.words[at])) : terms);

/**
 * @param {IndexReader} index
 * @param {Term[]} terms
 */
async function docsInText(index, terms) {
  const postings = (await Promise.all(terms.map((term) => index.postings(term)))).flat();
  return docSet(index.size, postings.filter(({ source }) => source === TEXT).map(({ docs }) => docs));
}
