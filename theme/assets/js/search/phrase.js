// Exact phrases: the same as query/phrase.py.
import { docsOf, every, maskOf } from "./masks.js";
import { hasMarks } from "./parse.js";
import { TEXT, firstOf } from "./reader.js";

const PAIR = 2;

/** The articles whose own words have the words of a phrase in a row, as a mask. */
export async function having(reader, phrase) {
  const isExact = phrase.some(hasMarks);
  if (phrase.length === 1) {
    return inText(reader, alike(await reader.terms(phrase[0].folded), phrase, isExact));
  }
  const pairs = await Promise.all(phrase.slice(1).map((second, at) =>
    pairOf(reader, [phrase[at], second], isExact)));
  const shared = every(reader.size, await Promise.all(pairs.map((terms) => inText(reader, terms))));
  if (phrase.length === PAIR || !shared.includes(1)) return shared;
  return maskOf(reader.size, [await inARow(reader, pairs, docsOf(shared))]);
}

/** Those of the articles in which pairs that cover the phrase follow one another. */
async function inARow(reader, pairs, docs) {
  const chosen = pairs.map((_, at) => at).filter((at) => at % PAIR === 0 || at === pairs.length - 1);
  const places = await Promise.all(chosen.map((at) => Promise.all(pairs[at].map((term) => reader.places(term)))));
  const starts = (doc, number) => places[number]
    .flatMap((found) => Array.from(found.get(doc) ?? [], (spot) => spot - chosen[number]));
  return docs.filter((doc) => {
    let common = starts(doc, 0);
    for (let number = 1; common.length && number < chosen.length; number += 1) {
      const here = starts(doc, number);
      common = common.filter((spot) => here.includes(spot));
    }
    return common.length;
  });
}

async function pairOf(reader, typed, isExact) {
  const [first, second] = typed;
  const found = await reader.pairs(first.folded, firstOf(second.folded));
  return alike(found.filter((term) => term.folded[1] === second.folded), typed, isExact);
}

const alike = (terms, typed, isExact) => (isExact
  ? terms.filter((term) => typed.every((word, at) => word.exact === term.words[at])) : terms);

async function inText(reader, terms) {
  const groups = (await Promise.all(terms.map((term) => reader.groups(term)))).flat();
  return maskOf(reader.size, groups.filter((group) => group.source === TEXT).map((group) => group.docs));
}
