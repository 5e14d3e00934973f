// The files of a built index, read as they are asked for: the same as query/reader.py.
import { fold } from "../normalise.js";
import { IndexError, Numbers, cutLists, cutText, hashOf, open, textOf, unseal } from "./codec.js";
import { Kept } from "./kept.js";

const FORMAT = 3;
const LEVEL_BITS = 4;
export const [TEXT, OTHER] = [0, 2];
// A file is some 4 KB and thrice that when read; a visit rarely needs more of them.
const FILES_KEPT = 1_000;
const CARDS_KEPT = 200;

const shardOf = (text, bits) => (bits ? hashOf(text) >>> (32 - bits) : 0);

/** The form that finds: no marks; of digits, no leading zeros. */
const foldedForm = (exact) => (/^[0-9]+$/.test(exact) ? exact.replace(/^0+(?=.)/, "") : fold(exact));

const wordsOf = (text) => text.split(" ").filter(Boolean).map((word) => [word]);

const pairsOf = (text) => text.split("\n").filter(Boolean).flatMap((line) => {
  const [first, seconds] = line.split("\t");
  return seconds.split(" ").map((second) => [first, second]);
});

/** Looks terms up; what is used again is not loaded again. `load` promises the bytes of a path. */
export class Reader {
  static async open(load) {
    let manifest;
    try {
      manifest = JSON.parse(textOf(await load("manifest.json")));
    } catch (error) {
      if (error instanceof SyntaxError) throw new IndexError("Tệp gốc của chỉ mục tìm kiếm bị hỏng; hãy thử lại sau ít phút.");
      throw error;
    }
    if (manifest?.format !== FORMAT || !manifest.folder) {
      throw new IndexError("Chỉ mục tìm kiếm thuộc phiên bản khác; hãy tải lại trang.");
    }
    return new Reader(load, manifest);
  }

  constructor(load, manifest) {
    this.load = load;
    this.manifest = manifest;
    this.size = manifest.documents;
    this.files = new Kept(FILES_KEPT);
    this.cards = new Kept(CARDS_KEPT);
    this.folds = new Map();
  }

  /** The words, in all their spellings, with this folded form. */
  async terms(folded) {
    const { terms } = await this.shard("tu", shardOf(folded, this.manifest.words));
    return terms.get(folded) ?? [];
  }

  /** The pairs of this first word with all second words that begin with the letter. */
  async pairs(first, letter) {
    const { terms } = await this.shard("cap", shardOf(`${first} ${letter}`, this.manifest.pairs));
    return (terms.get(first) ?? []).filter((term) => firstOf(term.folded[1]) === letter);
  }

  /** The articles of a term, by where and how strongly it was met. */
  groups(term) {
    return memo(term, "groups", async () => {
      const numbers = new Numbers(await this.list(term, term.kind, term.shard));
      const groups = [];
      while (numbers.hasMore) {
        const code = numbers.next();
        groups.push({ source: code >> LEVEL_BITS, level: code % (1 << LEVEL_BITS), docs: numbers.rising() });
      }
      return groups;
    });
  }

  /** Where in each article a pair stands in its own words. */
  places(term) {
    return memo(term, "places", async () => {
      const lists = await this.beside(term.shard);
      const numbers = new Numbers(await this.list(lists[term.place], "cho", term.shard));
      if (!numbers.hasMore) return new Map();
      const docs = numbers.rising();
      const counts = Array.from(docs, () => numbers.next());
      return new Map(counts.map((count, at) => [docs[at], numbers.rising(count)]));
    });
  }

  /** Every folded word of letters with a digit for how common it is. */
  vocabulary() {
    return this.file("tu.bin", (payload) =>
      textOf(payload).split(" ").filter(Boolean).map((word) => [word.slice(0, -1), Number(word.slice(-1))]));
  }

  /** The values of a facet: for each id its name and articles. */
  facet(key) {
    return this.file(`loc/${key}.bin`, (payload) => {
      const [text, rest] = cutText(payload);
      const numbers = new Numbers(rest);
      return new Map((text ? text.split("\n") : []).map((line) => {
        const tab = line.indexOf("\t");
        return [line.slice(0, tab), { name: line.slice(tab + 1), docs: numbers.rising() }];
      }));
    });
  }

  /** What a result shows. */
  card(doc) {
    return this.cards.once(doc, async () => {
      const buffer = await this.load(`${this.manifest.cards}/${doc}.json`, this.manifest.version);
      try {
        return JSON.parse(textOf(buffer));
      } catch {
        throw new IndexError("Một kết quả không đọc được.");
      }
    });
  }

  fetch(path) {
    return this.load(`${this.manifest.folder}/${path}`, this.manifest.version);
  }

  /** A file as `read` makes it of its payload. */
  file(path, read = (payload) => payload) {
    return this.files.once(path, async () => read(unseal(await this.fetch(path))));
  }

  shard(kind, number) {
    return this.file(`${kind}/${number}.bin`, (payload) => this.parse(payload, kind, number));
  }

  parse(payload, kind, shard) {
    const [text, rest] = cutText(payload);
    const words = kind === "tu" ? wordsOf(text) : pairsOf(text);
    const lists = cutLists(rest, words.length);
    const terms = new Map();
    for (const [place, written] of words.entries()) {
      const folded = written.map((word) => this.fold(word));
      const term = { words: written, folded, kind, shard, place, ...lists[place] };
      if (!terms.has(folded[0])) terms.set(folded[0], []);
      terms.get(folded[0]).push(term);
    }
    return { terms, count: words.length, sum: hashOf(text) };
  }

  /** The lists of places beside a shard of pairs, which bear the sum of its text. */
  async beside(number) {
    const { sum, count } = await this.shard("cap", number);
    return this.file(`cho/${number}.bin`, (payload) => {
      const [told, rest] = open(payload);
      if (told !== sum) throw new IndexError("Chỉ mục tìm kiếm vừa được thay; hãy thử lại.");
      return cutLists(rest, count);
    });
  }

  /** The bytes of a list: at hand, or in a file of its own, which is not kept beside what it becomes. */
  async list({ number, data }, kind, shard) {
    return number < 0 ? data : unseal(await this.fetch(`${kind}/dai-${shard}-${number}.bin`));
  }

  fold(word) {
    if (!this.folds.has(word)) this.folds.set(word, foldedForm(word));
    return this.folds.get(word);
  }
}

/** What was made of a term before; what failed is tried again. */
function memo(term, name, make) {
  if (!term[name]) {
    term[name] = make();
    term[name].catch(() => { delete term[name]; });
  }
  return term[name];
}

/** The first character of a word. */
export const firstOf = (word) => String.fromCodePoint(word.codePointAt(0));
