// A search from beginning to end, without a page around it: the same as query/search.py.
import { clean, isDigits, parse } from "./parse.js";
import { having } from "./phrase.js";
import { Reader } from "./reader.js";
import { Scorer } from "./score.js";
import { Resolver, decodeKeystrokes, hasPair } from "./slots.js";

export { IndexError } from "./reader.js";

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
    const scores = await new Scorer(this.reader, query, slots).scores();
    const phrases = await Promise.all(query.phrases.map((phrase) => having(this.reader, phrase)));
    const matching = this.matching(query, scores, phrases);
    const passing = await this.passing(filters);
    const docs = all(matching, [...passing.values()]);
    if (!isByDate) docs.sort((a, b) => scores.score[b] - scores.score[a] || a - b);
    const counts = await Promise.all(counted.map((key) => this.counts(key, matching, passing)));
    return {
      docs,
      byName: new Set(docs.filter((doc) => scores.byName[doc])),
      readAs: readAs(query, slots, meant !== typed),
      ignored: slots.unknown.map((place) => query.words[place].exact),
      missing: query.phrases.filter((_, at) => !phrases[at].size)
        .map((phrase) => phrase.map((word) => word.exact).join(" ")),
      isCut: isTextCut || query.isCut,
      counts: new Map(counted.map((key, at) => [key, counts[at]])),
      marks: marksOf(query, slots),
    };
  }

  matching(query, { share }, phrases) {
    const allowed = new Uint8Array(this.reader.size).fill(1);
    for (const docs of phrases) allowed.forEach((_, doc) => { if (!docs.has(doc)) allowed[doc] = 0; });
    if (!query.words.length) return allowed;
    let best = 0;
    allowed.forEach((is, doc) => { if (is && share[doc] > best) best = share[doc]; });
    const least = best * this.manifest.scoring.keep;
    return allowed.map((is, doc) => (is && share[doc] > 0 && share[doc] * 100 >= least ? 1 : 0));
  }

  async passing({ chosen = {}, from = 0, to = 0 }) {
    const found = new Map();
    for (const [key, ids] of Object.entries(chosen).filter(([, wanted]) => wanted.length)) {
      const [values, has] = [await this.reader.facet(key), new Uint8Array(this.reader.size)];
      for (const id of ids) for (const doc of values.get(id)?.docs ?? []) has[doc] = 1;
      found.set(key, has);
    }
    if (from || to) found.set("nam", this.inYears(from || 1, to || 9999));
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
  async counts(key, matching, passing) {
    const others = [...passing].filter(([name]) => name !== key).map(([, has]) => has);
    const shown = new Uint8Array(this.reader.size);
    for (const doc of all(matching, others)) shown[doc] = 1;
    return [...await this.reader.facet(key)].map(([id, { name, docs }]) =>
      ({ id, name, count: docs.reduce((sum, doc) => sum + shown[doc], 0) }));
  }
}

function all(first, others) {
  const docs = [];
  first.forEach((is, doc) => { if (is && others.every((has) => has[doc])) docs.push(doc); });
  return docs;
}

function readAs(query, slots, isDecoded) {
  if (!slots.readAs.size && !isDecoded) return "";
  return query.words.map((word, place) => slots.readAs.get(place) ?? word.exact).join(" ");
}

/** What to mark in a text: pairs, and words that stand alone, all folded. */
function marksOf(query, slots) {
  const pairs = slots.pairs.flat().map((option) => option.folded.join(" "));
  const words = query.words.flatMap((word, at) =>
    (isDigits(word.folded) || !hasPair(slots, at) ? [word.folded, ...slots.singles[at].map((o) => o.folded[0])] : []));
  return { pairs: new Set(pairs), words: new Set([...words, ...query.joined.map((form) => form.folded)]) };
}
