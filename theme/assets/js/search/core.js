// A search from beginning to end, without a page around it: the same as query/search.py.
import { countIn, docsOf, every, maskOf } from "./masks.js";
import { clean, isDigits, parse } from "./parse.js";
import { having } from "./phrase.js";
import { Reader } from "./reader.js";
import { Scorer } from "./score.js";
import { Resolver, decodeKeystrokes, hasPair } from "./slots.js";

export { IndexError } from "./codec.js";

const YEAR = "nam";

/** Searches a built index; `load` takes a path below the index and promises an ArrayBuffer. */
export class Searcher {
  static async open(load) {
    return new Searcher(await Reader.open(load));
  }

  constructor(reader) {
    this.reader = reader;
    this.manifest = reader.manifest;
  }

  /**
   * What is found; an empty query finds all that the filters let through.
   * filters: { chosen: { facet: [id] }, from, to }; counted: facets to count.
   */
  async search(text, { filters = {}, isByDate = false, counted = [] } = {}) {
    const { limits } = this.manifest;
    const [typed, isTextCut] = clean(text, limits.characters);
    const meant = await decodeKeystrokes(this.reader, typed);
    const query = parse(meant, limits);
    const slots = await new Resolver(this.reader).resolve(query);
    const [scores, phrases, passing, facets] = await Promise.all([
      new Scorer(this.reader, query, slots).scores(),
      Promise.all(query.phrases.map((phrase) => having(this.reader, phrase))),
      this.passing(filters),
      Promise.all(counted.map((key) => this.reader.facet(key))),
    ]);
    const matching = this.matching(query, scores, phrases);
    const found = docsOf(every(this.reader.size, [matching, ...passing.values()]));
    const docs = isByDate ? found : bestFirst(found, scores.score);
    return {
      docs,
      byName: new Set(docs.filter((doc) => scores.byName[doc])),
      readAs: readAs(query, slots, meant !== typed),
      ignored: slots.unknown.map((place) => query.words[place].exact),
      missing: query.phrases.filter((_, at) => !phrases[at].includes(1))
        .map((phrase) => phrase.map((word) => word.exact).join(" ")),
      isCut: isTextCut || query.isCut,
      isWordless: !query.words.length,
      counts: new Map(counted.map((key, at) => [key, this.counts(key, facets[at], matching, passing)])),
      marks: marksOf(query, slots),
    };
  }

  matching(query, { share }, phrases) {
    const { size } = this.reader;
    const allowed = every(size, phrases);
    if (!query.words.length) return allowed;
    let best = 0;
    for (let doc = 0; doc < size; doc += 1) if (allowed[doc] && share[doc] > best) best = share[doc];
    const least = Math.max(1, (best * this.manifest.scoring.keep) / 100);
    for (let doc = 0; doc < size; doc += 1) if (share[doc] < least) allowed[doc] = 0;
    return allowed;
  }

  async passing({ chosen = {}, from = 0, to = 0 }) {
    const narrowed = Object.entries(chosen).filter(([, ids]) => ids.length);
    const masks = await Promise.all(narrowed.map(async ([key, ids]) => {
      const values = await this.reader.facet(key);
      return maskOf(this.reader.size, ids.map((id) => values.get(id)?.docs ?? []));
    }));
    const found = new Map(narrowed.map(([key], at) => [key, masks[at]]));
    if (from || to) found.set(YEAR, this.inYears(from || 1, to || 9999));
    return found;
  }

  inYears(first, last) {
    const has = new Uint8Array(this.reader.size);
    let start = 0;
    for (const [year, count] of this.manifest.years) {
      if (year >= first && year <= last) has.fill(1, start, start + count);
      start += count;
    }
    return has;
  }

  /** For each value of a facet how many results it has, its own choice left aside. */
  counts(key, values, matching, passing) {
    const others = [...passing].filter(([name]) => name !== key).map(([, has]) => has);
    const shown = every(this.reader.size, [matching, ...others]);
    return Array.from(values, ([id, { name, docs }]) =>
      ({ id, name, count: countIn(shown, docs) }));
  }
}

/** The articles by falling score, then as they stand: plain numbers sort fastest. */
function bestFirst(docs, score) {
  const last = score.length - 1;
  const keys = Float64Array.from(docs, (doc) => score[doc] * score.length + last - doc).sort().reverse();
  return Array.from(keys, (key) => last - (key % score.length));
}

function readAs(query, slots, isDecoded) {
  if (!slots.readAs.size && !isDecoded) return "";
  return query.words.map((word, place) => slots.readAs.get(place) ?? word.exact).join(" ");
}

/** What to mark in a text: second words by first, and words that stand alone, all folded. */
function marksOf(query, slots) {
  const pairs = new Map();
  for (const { folded: [first, second] } of slots.pairs.flat()) {
    pairs.set(first, (pairs.get(first) ?? new Set()).add(second));
  }
  const words = query.words.flatMap((word, at) =>
    (isDigits(word.folded) || !hasPair(slots, at) ? [word.folded, ...slots.singles[at].map((o) => o.folded[0])] : []));
  return { pairs, words: new Set([...words, ...query.joined.map((form) => form.folded)]) };
}
