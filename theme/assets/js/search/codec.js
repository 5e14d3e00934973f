// The files of the index: what the two of JSON hold, and how the others are read from bytes. Python
// writes them; hooks/bantin/search/FORMAT.md describes them with an example.

const CHECKSUM_SIZE = 4;
const CONTINUES = 128;
const LEVEL_BITS = 4;
const DAMAGED = "Một tệp của chỉ mục tìm kiếm bị hỏng; hãy thử lại sau ít phút.";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The index cannot be read: `message` says why, in words for readers. */
export class IndexError extends Error {}

/**
 * A list of numbers of a term: here, or in a file of its own.
 *
 * @typedef {object} ListRef
 * @property {Uint8Array} data the list itself; empty where it has its own file
 * @property {number} file number of its own file; -1 where the list is in `data`
 * @property {number} count how many articles it names; 0 where the list is in `data`
 */

/**
 * The file that everything begins with: manifest.json.
 *
 * @typedef {object} Manifest
 * @property {number} format of the index
 * @property {string} version of its contents; part of every address
 * @property {string} folder of all files but the cards
 * @property {string} cards folder of the cards
 * @property {number} documents how many articles there are
 * @property {number} words how many bits of a hash say in which shard a word is
 * @property {number} pairs the same for pairs of words
 * @property {[year: number, count: number][]} years the articles in their order, newest first
 * @property {string[]} facets
 * @property {[count: number, bits: number]} entities how many, and how many bits of a hash choose a file of names
 * @property {string[]} stop stop words
 * @property {string[]} bare_stop stop words where a query was typed without diacritics
 * @property {Scoring} scoring
 * @property {Limits} limits
 * @property {string[]} newest what asks for the newest articles first
 * @property {string[]} honorifics what is left out before a name
 * @property {string[]} titles ranks and offices before the name of a person
 * @property {string[]} months as they are spoken
 * @property {{ onsets: string[], rhymes: string[] }} syllables
 */

/**
 * Weights in per cent (`power` apart); see Ranking in FORMAT.md.
 *
 * @typedef {Record<"pair" | "single" | "joined" | "stop" | "exact" | "digits" | "plain" | "unmarked"
 *   | "marked" | "other" | "other_cover" | "near" | "prefix" | "scattered" | "keep" | "known" | "covered"
 *   | "covered_among" | "held" | "undated" | "other_year" | "power",
 *   number>} Scoring
 */

/** @typedef {Record<"characters" | "words" | "alternatives" | "corrections", number>} Limits */

/**
 * What a result shows of an article: a file of its own. What is empty is left out.
 *
 * @typedef {object} Card
 * @property {string} address of its page, from the root of the site
 * @property {string} title
 * @property {string} [date]
 * @property {string} [state] of a conference that was only announced, in words
 * @property {string} [types] the kinds of the conference, in words
 * @property {string[]} [agencies]
 * @property {string} [place] of the conference
 * @property {string} [lead]
 * @property {string[]} [people]
 * @property {string[]} [captions]
 * @property {string} [source] title and authors of what the article was made from
 * @property {string[]} [names] other names by which the article may be found
 * @property {[id: string, heading: string, text: string][]} [sections]
 */

/**
 * Articles that have a term in the same source and equally strongly.
 *
 * @typedef {object} Posting
 * @property {number} source
 * @property {number} level how strongly, from 1 to 15
 * @property {Uint32Array} docs
 */

/** @typedef {Map<number, Uint32Array>} Positions by article, counted in words */

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) value = CRC_TABLE[(value ^ bytes[at]) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/**
 * The hash of a text: it says in which shard a term is, and which shards belong together.
 *
 * @param {string} text
 */
export const hashOf = (text) => crc32(encoder.encode(text));

/** @param {ArrayBuffer | Uint8Array} bytes */
export const decodeText = (bytes) => decoder.decode(bytes);

/** Reads numbers from bytes, one after another. */
export class NumberReader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.offset = 0;
  }

  get hasMore() {
    return this.offset < this.bytes.length;
  }

  next() {
    const { bytes } = this;
    let [value, scale] = [0, 1];
    for (;;) {
      if (this.offset >= bytes.length) throw new IndexError(DAMAGED);
      const byte = bytes[this.offset];
      this.offset += 1;
      if (byte < CONTINUES) return value + byte * scale;
      // Multiplied, not shifted: shifts would cut the number to 32 bits.
      value += (byte - CONTINUES) * scale;
      scale *= CONTINUES;
    }
  }

  /**
   * Rising numbers, each written as its difference from the one before.
   *
   * @param {number} [count] how many; else the number that comes first says so
   */
  nextRising(count = this.next()) {
    // A damaged count must not claim memory: every number takes at least one byte.
    if (count > this.bytes.length - this.offset) throw new IndexError(DAMAGED);
    const numbers = new Uint32Array(count);
    let value = 0;
    for (let at = 0; at < count; at += 1) {
      value += this.next();
      numbers[at] = value;
    }
    return numbers;
  }
}

/**
 * The checksum that a file begins with, and the rest of it.
 *
 * @param {Uint8Array} bytes
 * @returns {[checksum: number, payload: Uint8Array]}
 */
export function splitChecksum(bytes) {
  if (bytes.length < CHECKSUM_SIZE) throw new IndexError(DAMAGED);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(0, true), bytes.subarray(CHECKSUM_SIZE)];
}

/**
 * The payload of a file; IndexError where its checksum disagrees.
 *
 * @param {ArrayBuffer} buffer
 */
export function verify(buffer) {
  const [checksum, payload] = splitChecksum(new Uint8Array(buffer));
  if (checksum !== crc32(payload)) throw new IndexError(DAMAGED);
  return payload;
}

/**
 * The text that a payload begins with, and the rest of it.
 *
 * @param {Uint8Array} payload
 * @returns {[text: string, rest: Uint8Array]}
 */
export function splitText(payload) {
  const numbers = new NumberReader(payload);
  const end = numbers.next() + numbers.offset;
  return [decodeText(payload.subarray(numbers.offset, end)), payload.subarray(end)];
}

/**
 * The lists of so many terms. Their sizes come first: an even number is twice the size of a list
 * that follows; an odd one is twice the number of the list's own file plus one, and the count of
 * its articles comes after it.
 *
 * @param {Uint8Array} bytes
 * @param {number} count
 * @returns {ListRef[]}
 */
export function splitLists(bytes, count) {
  const numbers = new NumberReader(bytes);
  const heads = Array.from({ length: count }, () => {
    const value = numbers.next();
    if (value % 2 === 0) return { size: value / 2, file: -1, count: 0 };
    return { size: 0, file: (value - 1) / 2, count: numbers.next() };
  });
  let start = numbers.offset;
  return heads.map(({ size, ...head }) => {
    const data = bytes.subarray(start, start + size);
    start += size;
    return { ...head, data };
  });
}

/**
 * The words of a shard.
 *
 * @param {string} text
 */
export const splitWords = (text) => text.split(" ").filter(Boolean).map((word) => [word]);

/**
 * The pairs of a shard: a line for each first word, which has its second words behind a tab.
 *
 * @param {string} text
 */
export const splitPairs = (text) => text.split("\n").filter(Boolean).flatMap((line) => {
  const [first, seconds] = line.split("\t");
  return seconds.split(" ").map((second) => [first, second]);
});

/**
 * A posting list.
 *
 * @param {Uint8Array} bytes
 */
export function readPostings(bytes) {
  const numbers = new NumberReader(bytes);
  /** @type {Posting[]} */
  const postings = [];
  while (numbers.hasMore) {
    const code = numbers.next();
    postings.push({ source: code >> LEVEL_BITS, level: code % (1 << LEVEL_BITS), docs: numbers.nextRising() });
  }
  return postings;
}

/**
 * A list of positions.
 *
 * @param {Uint8Array} bytes
 * @returns {Positions}
 */
export function readPositions(bytes) {
  const numbers = new NumberReader(bytes);
  if (!numbers.hasMore) return new Map();
  const docs = numbers.nextRising();
  const counts = Array.from(docs, () => numbers.next());
  return new Map(counts.map((count, at) => [docs[at], numbers.nextRising(count)]));
}
