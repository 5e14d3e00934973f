// The terms a query asks for, and what may have been meant: the same as query/slots.py.
import { fold } from "../normalise.js";
import { distance, reach } from "./near.js";
import { hasMarks, isDigits } from "./parse.js";
import { firstOf } from "./reader.js";
import { decode, isVni } from "./telex.js";

/** Finds the terms of a query in an index. */
export class Resolver {
  constructor(reader) {
    this.reader = reader;
    this.scoring = reader.manifest.scoring;
    this.limits = reader.manifest.limits;
  }

  /** Options for each word and for each two neighbours; words found nowhere are mended. */
  async resolve(query) {
    const { words } = query;
    const [singles, pairs] = await Promise.all([
      Promise.all(words.map((word) => this.single(word.folded))),
      Promise.all(words.slice(1).map((word, at) => this.pair(words[at].folded, word.folded))),
    ]);
    const slots = { singles, pairs, unknown: [], readAs: new Map() };
    const stop = stopWords(this.reader, query);
    for (const [place, word] of words.entries()) {
      if (stop.has(word.exact)) continue;
      if (isStrange(slots, query, place)) await this.mend(slots, query, place);
      if (!singles[place].length) slots.unknown.push(place);
    }
    return slots;
  }

  async single(folded) {
    const terms = await this.reader.terms(folded);
    return terms.length ? [{ folded: [folded], terms, worth: 100 }] : [];
  }

  async pair(first, second, worth = 100) {
    const found = await this.reader.pairs(first, firstOf(second));
    const terms = found.filter((term) => term.folded[1] === second);
    return terms.length ? [{ folded: [first, second], terms, worth }] : [];
  }

  async mend(slots, query, place) {
    const { words } = query;
    const isLast = query.isOpen && place === words.length - 1;
    let found = place ? await this.beside(query, place, isLast) : [];
    if (!found.length && (!slots.singles[place].length || hasMarks(words[place]))) {
      found = await this.anywhere(query, place, isLast);
    }
    for (const [meant, worth] of found) {
      const options = await this.single(meant);
      slots.singles[place].push(...options.map((option) => ({ ...option, worth })));
      if (place) slots.pairs[place - 1].push(...await this.pair(words[place - 1].folded, meant, worth));
      if (place < slots.pairs.length) {
        slots.pairs[place].push(...await this.pair(meant, words[place + 1].folded, worth));
      }
    }
    if (found.length && found[0][0] !== words[place].folded) {
      slots.readAs.set(place, usual(slots.singles[place], found[0][0]));
    }
  }

  async beside(query, place, isLast) {
    const word = query.words[place].folded;
    const counts = new Map();
    for (const term of await this.reader.pairs(query.words[place - 1].folded, firstOf(word))) {
      const count = term.number < 0 ? term.data.length : term.count;
      counts.set(term.folded[1], (counts.get(term.folded[1]) ?? 0) + count);
    }
    return this.choose(word, [...counts].filter(([meant]) => !isDigits(meant)), isLast);
  }

  async anywhere(query, place, isLast) {
    const word = query.words[place].folded;
    const chosen = this.choose(word, await this.reader.vocabulary(), isLast);
    const fits = await Promise.all(chosen.map(([meant]) => this.fit(query, place, meant)));
    const best = Math.max(0, ...fits);
    return chosen.filter((_, number) => fits[number] === best);
  }

  async fit({ words }, place, meant) {
    const before = place > 0 ? await this.pair(words[place - 1].folded, meant) : [];
    const after = place < words.length - 1 ? await this.pair(meant, words[place + 1].folded) : [];
    return Math.min(1, before.length) + Math.min(1, after.length);
  }

  choose(word, candidates, isLast) {
    const ranked = [];
    const most = reach(word);
    for (const [meant, count] of candidates) {
      const away = distance(word, meant, most);
      if (isLast && meant.startsWith(word) && meant !== word) {
        ranked.push([0, -count, meant, this.scoring.prefix]);
      } else if (away > 0 && away <= most) ranked.push([away, -count, meant, this.scoring.near]);
    }
    ranked.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
    return ranked.slice(0, this.limits.corrections).map(([, , meant, worth]) => [meant, worth]);
  }
}

/** Words that ask or bind; fewer are safe in a query typed without marks. */
export const stopWords = ({ manifest }, { isMarked }) =>
  new Set(isMarked ? manifest.stop : manifest.bare_stop);

/** Whether a word is not known as typed and has no known neighbour. */
function isStrange(slots, query, place) {
  const [word, options] = [query.words[place], slots.singles[place]];
  if (isDigits(word.folded) || hasPair(slots, place)) return false;
  if (place === query.words.length - 1 && query.isOpen && place > 0) return true;
  return !options.length || (hasMarks(word) && !knows(options, word));
}

/** Whether a word stands in the index beside one that it stands beside in the query. */
export const hasPair = ({ pairs }, place) =>
  [place - 1, place].some((at) => pairs[at]?.length > 0);

const knows = (options, word) => options.some((option) =>
  option.terms.some((term) => term.words.length === 1 && term.words[0] === word.exact));

function usual(options, folded) {
  const terms = options.filter((option) => option.folded[0] === folded).flatMap((option) => option.terms);
  let best;
  for (const term of terms) {
    const isBetter = !best || term.count > best.count ||
      (term.count === best.count && term.data.length > best.data.length);
    if (isBetter) best = term;
  }
  return best ? best.words[0] : folded;
}

/** The text with Telex and VNI keystrokes decoded, where only that makes known words. */
export async function decodeKeystrokes(reader, text) {
  const chunks = text.split(" ");
  const isLikely = chunks.filter((chunk) => isVni(chunk.toLowerCase())).length > 1;
  return (await Promise.all(chunks.map((chunk) => decoded(reader, chunk, isLikely)))).join(" ");
}

async function decoded(reader, chunk, isLikely) {
  const lowered = chunk.toLowerCase();
  const meant = decode(lowered);
  if (!meant) return chunk;
  const terms = await reader.terms(fold(meant));
  if (!terms.some((term) => term.words[0] === meant)) return chunk;
  if (isVni(lowered)) return isLikely ? meant : chunk;
  return (await reader.terms(lowered)).length ? chunk : meant;
}
