// The files of a built index, read as they are asked for: the same as query/reader.py.
import { fold } from "../normalise.js";

const FORMAT = 2;
const LEVEL_BITS = 4;
const [HEAD, FIRST_MORE] = [4, 128];
export const [TEXT, OTHER] = [0, 2];

/** The index cannot be read: `message` says why, in words for readers. */
export class IndexError extends Error {}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const shardOf = (text, bits) => (bits ? checksum(encoder.encode(text)) >>> (32 - bits) : 0);

/** The form that finds: no marks; of digits, no leading zeros. */
const foldedForm = (exact) => (/^[0-9]+$/.test(exact) ? exact.replace(/^0+(?=.)/, "") : fold(exact));

/** Reads numbers one after another. */
class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get hasMore() {
    return this.at < this.bytes.length;
  }

  next() {
    let [value, scale] = [0, 1];
    for (;;) {
      if (!this.hasMore) throw new IndexError("Tệp chỉ mục bị cắt cụt.");
      const byte = this.bytes[this.at];
      this.at += 1;
      value += (byte % FIRST_MORE) * scale;
      if (byte < FIRST_MORE) return value;
      scale *= FIRST_MORE;
    }
  }

  /** So many numbers, each told by its gap from the one before. */
  rising(count) {
    const found = new Array(count);
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      value += this.next();
      found[place] = value;
    }
    return found;
  }
}

const headOf = (bytes) => (bytes.length < HEAD ? -1
  : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));

function unseal(buffer) {
  const bytes = new Uint8Array(buffer);
  const told = headOf(bytes);
  const payload = bytes.subarray(HEAD);
  if (told !== checksum(payload)) throw new IndexError("Một tệp chỉ mục bị hỏng.");
  return payload;
}

function cutText(payload) {
  const numbers = new Numbers(payload);
  const end = numbers.next() + numbers.at;
  return [decoder.decode(payload.subarray(numbers.at, end)), payload.subarray(end)];
}

/** Where each of so many lists is: here, or in a file of its own. */
function cutLists(bytes, count) {
  const numbers = new Numbers(bytes);
  const metas = Array.from({ length: count }, () => {
    const value = numbers.next();
    if (value % 2 === 0) return { size: value / 2, number: -1, count: 0 };
    return { size: 0, number: (value - 1) / 2, count: numbers.next() };
  });
  let start = numbers.at;
  return metas.map((meta) => {
    const data = bytes.subarray(start, start + meta.size);
    start += meta.size;
    return { number: meta.number, count: meta.count, data };
  });
}

function pairsOf(text) {
  return text.split("\n").filter(Boolean).flatMap((line) => {
    const [first, seconds] = line.split("\t");
    return seconds.split(" ").map((second) => [first, second]);
  });
}

/** Looks terms up; every file is loaded once. `load` promises the bytes of a path. */
export class Reader {
  static async open(load) {
    let manifest;
    try {
      manifest = JSON.parse(decoder.decode(await load("manifest.json")));
    } catch (error) {
      if (error instanceof SyntaxError) throw new IndexError("Tệp chỉ mục gốc bị hỏng.");
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
    this.kept = new Map();
    this.folds = new Map();
  }

  /** The words, in all their spellings, with this folded form. */
  async terms(folded) {
    const shard = await this.shard("tu", shardOf(folded, this.manifest.words));
    return shard.get(folded) ?? [];
  }

  /** The pairs of this first word with all second words that begin with the letter. */
  async pairs(first, letter) {
    const shard = await this.shard("cap", shardOf(`${first} ${letter}`, this.manifest.pairs));
    return (shard.get(first) ?? []).filter((term) => firstOf(term.folded[1]) === letter);
  }

  /** The articles of a term, by where and how strongly it was met. */
  groups(term) {
    term.groups ??= this.readGroups(term);
    return term.groups;
  }

  async readGroups(term) {
    const path = `${term.kind}/dai-${term.number}.bin`;
    const numbers = new Numbers(term.number < 0 ? term.data : await this.file(path));
    const groups = [];
    while (numbers.hasMore) {
      const code = numbers.next();
      const docs = numbers.rising(numbers.next());
      groups.push({ source: code >> LEVEL_BITS, level: code % (1 << LEVEL_BITS), docs });
    }
    return groups;
  }

  /** Where in each article a pair stands in its own words. */
  async places(term) {
    const shard = await this.shard("cap", term.shard);
    const beside = await this.file(`cho/${term.shard}.bin`);
    if (headOf(beside) !== shard.sum) throw new IndexError("Chỉ mục vừa được thay; hãy thử lại.");
    const list = cutLists(beside.subarray(HEAD), shard.count)[term.place];
    const data = list.number < 0 ? list.data : await this.file(`cho/dai-${list.number}.bin`);
    const [found, numbers] = [new Map(), new Numbers(data)];
    for (let doc = 0; numbers.hasMore;) {
      doc += numbers.next();
      found.set(doc, numbers.rising(numbers.next()));
    }
    return found;
  }

  /** Every folded word of letters with a digit for how common it is. */
  async vocabulary() {
    const words = decoder.decode(await this.file("tu.bin")).split(" ").filter(Boolean);
    return words.map((word) => [word.slice(0, -1), Number(word.slice(-1))]);
  }

  /** The values of a facet: for each id its name and articles. */
  async facet(key) {
    const [text, rest] = cutText(await this.file(`loc/${key}.bin`));
    const numbers = new Numbers(rest);
    return new Map((text ? text.split("\n") : []).map((line) => {
      const tab = line.indexOf("\t");
      const docs = numbers.rising(numbers.next());
      return [line.slice(0, tab), { name: line.slice(tab + 1), docs }];
    }));
  }

  /** What a result shows. */
  async card(doc) {
    const buffer = await this.load(`${this.manifest.cards}/${doc}.json`, this.manifest.version);
    try {
      return JSON.parse(decoder.decode(buffer));
    } catch {
      throw new IndexError("Một kết quả không đọc được.");
    }
  }

  fetch(path) {
    return this.load(`${this.manifest.folder}/${path}`, this.manifest.version);
  }

  file(path) {
    return this.once(path, async () => unseal(await this.fetch(path)));
  }

  shard(kind, number) {
    const path = `${kind}/${number}.bin`;
    return this.once(`#${path}`, async () => this.parse(await this.file(path), kind, number));
  }

  parse(payload, kind, shard) {
    const [text, rest] = cutText(payload);
    const words = kind === "tu" ? text.split(" ").filter(Boolean).map((word) => [word]) : pairsOf(text);
    const lists = cutLists(rest, words.length);
    const found = new Map();
    found.count = words.length;
    found.sum = checksum(encoder.encode(text));
    for (const [place, written] of words.entries()) {
      const folded = written.map((word) => this.fold(word));
      const term = { words: written, folded, kind, shard, place, ...lists[place] };
      if (!found.has(folded[0])) found.set(folded[0], []);
      found.get(folded[0]).push(term);
    }
    return found;
  }

  fold(word) {
    if (!this.folds.has(word)) this.folds.set(word, foldedForm(word));
    return this.folds.get(word);
  }

  /** What was made for a key before; what failed is tried again. */
  once(key, make) {
    if (!this.kept.has(key)) {
      const promise = make();
      promise.catch(() => this.kept.delete(key));
      this.kept.set(key, promise);
    }
    return this.kept.get(key);
  }
}

/** The first character of a word. */
export const firstOf = (word) => String.fromCodePoint(word.codePointAt(0));
