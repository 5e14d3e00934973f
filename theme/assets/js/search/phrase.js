// Exact phrases: the same as query/phrase.py.
import { hasMarks } from "./parse.js";
import { TEXT, firstOf } from "./reader.js";

/** The articles whose own words have the words of a phrase in a row, as a set. */
export async function having(reader, phrase) {
  const isExact = phrase.some(hasMarks);
  if (phrase.length === 1) {
    return inText(reader, alike(await reader.terms(phrase[0].folded), phrase, isExact));
  }
  const pairs = await Promise.all(phrase.slice(1).map((second, at) =>
    pairOf(reader, [phrase[at], second], isExact)));
  const sets = await Promise.all(pairs.map((terms) => inText(reader, terms)));
  const shared = [...sets[0]].filter((doc) => sets.every((docs) => docs.has(doc)));
  if (phrase.length === 2 || !shared.length) return new Set(shared);
  return inARow(reader, pairs, shared);
}

async function inARow(reader, pairs, docs) {
  const chosen = pairs.map((_, at) => at).filter((at) => at % 2 === 0 || at === pairs.length - 1);
  const places = await Promise.all(chosen.map((at) => placesOf(reader, pairs[at])));
  return new Set(docs.filter((doc) => {
    const starts = chosen.map((at, number) => new Set(places[number].get(doc)?.map((spot) => spot - at)));
    return [...starts[0]].some((spot) => starts.every((set) => set.has(spot)));
  }));
}

async function placesOf(reader, terms) {
  const found = new Map();
  for (const places of await Promise.all(terms.map((term) => reader.places(term)))) {
    for (const [doc, spots] of places) found.set(doc, [...(found.get(doc) ?? []), ...spots]);
  }
  return found;
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
  return new Set(groups.filter((group) => group.source === TEXT).flatMap((group) => group.docs));
}
