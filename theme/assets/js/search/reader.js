// The files of a built index, read as they are needed; hooks/bantin/search/FORMAT.md describes them.
import { fold } from "../normalise.js";
import { PromiseCache } from "./cache.js";
import {
  IndexError, NumberReader, decodeText, hashOf, readPositions, readPostings, splitChecksum, splitLists,
  splitPairs, splitText, splitWords, verify,
} from "./codec.js";
/** @import { Card, ListRef, Manifest, Positions, Posting } from "./codec.js" */

const FORMAT = 3;
/** Where an article has a term: in its own text, or only in another name of a record it refers to. */
export const [TEXT, OTHER_NAME] = [0, 2];
// A file is some 4 KB, and thrice that in memory; a visit rarely needs more of them.
const CACHED_FILES = 1_000;
const CACHED_CARDS = 200;

/** @typedef {"tu" | "cap"} TermKind words, and pairs of neighbouring words: names of folders */

/**
 * A word of the index, or two neighbouring ones, in one spelling.
 *
 * @typedef {object} TermHead
 * @property {string[]} words as they are spelled
 * @property {string[]} folded
 * @property {TermKind} kind
 * @property {number} shard number of the file it is in
 * @property {number} ordinal its place among the terms of the shard
 * @property {Promise<Posting[]>} [postings] once they were asked for
 * @property {Promise<Positions>} [positions] once they were asked for
 */

/** @typedef {TermHead & ListRef} Term */

/**
 * @typedef {object} Shard
 * @property {Map<string, Term[]>} terms by their first folded word
 * @property {number} count
 * @property {number} checksum of the text of the terms
 */

/** @typedef {Map<string, { name: string, docs: Uint32Array }>} Facet values by id */

/** @typedef {(path: string, version?: string) => Promise<ArrayBuffer>} Load the bytes of a file */

/**
 * @param {string} text
 * @param {number} bits
 */
const shardOf = (text, bits) => (bits ? hashOf(text) >>> (32 - bits) : 0);

/**
 * A word without diacritics, its digits without leading zeros: 01ttrtu is found as 1ttrtu.
 *
 * @param {string} exact
 */
const foldWord = (exact) => fold(exact).replace(/(^|[^0-9])0+(?=[0-9])/g, "$1");

/** Looks terms up in an index; what was loaded once is not loaded again. */
export class IndexReader {
  /**
   * @param {Load} load
   */
  static async open(load) {
    let manifest;
    try {
      manifest = JSON.parse(decodeText(await load("manifest.json")));
    } catch (error) {
      if (error instanceof SyntaxError) throw new IndexError("Tệp gốc của chỉ mục tìm kiếm bị hỏng; hãy thử lại sau ít phút.");
      throw error;
    }
    if (manifest?.format !== FORMAT || !manifest.folder) {
      throw new IndexError("Chỉ mục tìm kiếm thuộc phiên bản khác; hãy tải lại trang.");
    }
    return new IndexReader(load, manifest);
  }

  /**
   * @param {Load} load
   * @param {Manifest} manifest
   */
  constructor(load, manifest) {
    this.load = load;
    this.manifest = manifest;
    this.size = manifest.documents;
    /** @type {PromiseCache<string, unknown>} */
    this.files = new PromiseCache(CACHED_FILES);
    /** @type {PromiseCache<number, Card>} */
    this.cards = new PromiseCache(CACHED_CARDS);
    /** @type {Map<string, string>} */
    this.foldedWords = new Map();
  }

  /**
   * The words with a folded form, in all their spellings.
   *
   * @param {string} folded
   */
  async wordTerms(folded) {
    const { terms } = await this.shard("tu", shardOf(folded, this.manifest.words));
    return terms.get(folded) ?? [];
  }

  /**
   * The pairs of a first word with all second words that begin with a letter.
   *
   * @param {string} first
   * @param {string} letter
   */
  async pairTerms(first, letter) {
    const { terms } = await this.shard("cap", shardOf(`${first} ${letter}`, this.manifest.pairs));
    return (terms.get(first) ?? []).filter((term) => firstLetter(term.folded[1]) === letter);
  }

  /**
   * The articles that have a term, by where and how strongly they have it.
   *
   * @param {Term} term
   */
  postings(term) {
    return rememberOn(term, "postings", async () =>
      readPostings(await this.list(term, term.kind, term.shard)));
  }

  /**
   * Where in the text of each article a pair is.
   *
   * @param {Term} term
   * @returns {Promise<Positions>}
   */
  positions(term) {
    return rememberOn(term, "positions", async () => {
      const lists = await this.positionLists(term.shard);
      return readPositions(await this.list(lists[term.ordinal], "cho", term.shard));
    });
  }

  /**
   * Every folded word of letters with a digit for how common it is.
   *
   * @returns {Promise<[folded: string, digit: number][]>}
   */
  vocabulary() {
    return this.file("tu.bin", (payload) =>
      decodeText(payload).split(" ").filter(Boolean).map((word) => [word.slice(0, -1), Number(word.slice(-1))]));
  }

  /**
   * Phrases by their folded initials.
   *
   * @returns {Promise<Map<string, string>>}
   */
  shortForms() {
    return this.file("vt.bin", (payload) => new Map(decodeText(payload).split("\n").filter(Boolean)
      .map((line) => /** @type {[string, string]} */ (line.split("\t", 2)))));
  }

  /**
   * The values of a facet with their articles.
   *
   * @param {string} key
   * @returns {Promise<Facet>}
   */
  facet(key) {
    return this.file(`loc/${key}.bin`, (payload) => {
      const [text, rest] = splitText(payload);
      const numbers = new NumberReader(rest);
      return new Map((text ? text.split("\n") : []).map((line) => {
        const tab = line.indexOf("\t");
        return [line.slice(0, tab), { name: line.slice(tab + 1), docs: numbers.nextRising() }];
      }));
    });
  }

  /**
   * @param {number} doc
   */
  card(doc) {
    return this.cards.get(doc, async () => {
      const bytes = await this.load(`${this.manifest.cards}/${doc}.json`, this.manifest.version);
      try {
        return JSON.parse(decodeText(bytes));
      } catch {
        throw new IndexError("Một kết quả không đọc được.");
      }
    });
  }

  /** @param {string} path */
  fetch(path) {
    return this.load(`${this.manifest.folder}/${path}`, this.manifest.version);
  }

  /**
   * What `read` makes of the payload of a file, once its checksum agrees.
   *
   * @template Value
   * @param {string} path
   * @param {(payload: Uint8Array) => Value} read
   * @returns {Promise<Value>}
   */
  file(path, read) {
    const value = this.files.get(path, async () => read(verify(await this.fetch(path))));
    // A path is always read in the same way.
    return /** @type {Promise<Value>} */ (value);
  }

  /**
   * @param {TermKind} kind
   * @param {number} number
   */
  shard(kind, number) {
    return this.file(`${kind}/${number}.bin`, (payload) => this.parse(payload, kind, number));
  }

  /**
   * @param {Uint8Array} payload
   * @param {TermKind} kind
   * @param {number} shard
   * @returns {Shard}
   */
  parse(payload, kind, shard) {
    const [text, rest] = splitText(payload);
    const spellings = kind === "tu" ? splitWords(text) : splitPairs(text);
    const lists = splitLists(rest, spellings.length);
    /** @type {Map<string, Term[]>} */
    const terms = new Map();
    for (const [ordinal, words] of spellings.entries()) {
      const folded = words.map((word) => this.fold(word));
      const term = { words, folded, kind, shard, ordinal, ...lists[ordinal] };
      const others = terms.get(folded[0]);
      if (others) others.push(term);
      else terms.set(folded[0], [term]);
    }
    return { terms, count: spellings.length, checksum: hashOf(text) };
  }

  /**
   * The lists of positions of a shard of pairs. Their file bears the checksum of the shard's text
   * and no terms of its own, so that lists of another release are never taken for these.
   *
   * @param {number} number
   */
  async positionLists(number) {
    const { checksum, count } = await this.shard("cap", number);
    return this.file(`cho/${number}.bin`, (payload) => {
      const [expected, rest] = splitChecksum(payload);
      if (expected !== checksum) throw new IndexError("Chỉ mục tìm kiếm vừa được thay; hãy thử lại.");
      return splitLists(rest, count);
    });
  }

  /**
   * The bytes of a list. A file of one list is not cached: what is made of it is.
   *
   * @param {ListRef} list
   * @param {TermKind | "cho"} kind
   * @param {number} shard
   */
  async list({ file, data }, kind, shard) {
    return file < 0 ? data : verify(await this.fetch(`${kind}/dai-${shard}-${file}.bin`));
  }

  /** @param {string} word */
  fold(word) {
    const folded = this.foldedWords.get(word) ?? foldWord(word);
    this.foldedWords.set(word, folded);
    return folded;
  }
}

/**
 * The value remembered on a term, else the one that `create` promises; what fails is forgotten.
 *
 * @template {"postings" | "positions"} Name
 * @param {Term} term
 * @param {Name} name
 * @param {() => NonNullable<Term[Name]>} create
 * @returns {NonNullable<Term[Name]>}
 */
function rememberOn(term, name, create) {
  const remembered = term[name];
  if (remembered) return remembered;
  const promise = create();
  term[name] = promise;
  promise.catch(() => {
    delete term[name];
  });
  return promise;
}

/**
 * The first character of a word.
 *
 * @param {string} word
 */
export const firstLetter = (word) => String.fromCodePoint(/** @type {number} */ (word.codePointAt(0)));
