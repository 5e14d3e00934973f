// Numbers as bytes, and the envelope that tells a broken file: the same as search/format/codec.py.
const [HEAD, FIRST_MORE] = [4, 128];
const DAMAGED = "Một tệp của chỉ mục tìm kiếm bị hỏng; hãy thử lại sau ít phút.";
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The index cannot be read: `message` says why, in words for readers. */
export class IndexError extends Error {}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes) {
  let value = 0xffffffff;
  for (let at = 0; at < bytes.length; at += 1) value = TABLE[(value ^ bytes[at]) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** The number by which a text is told from others. */
export const hashOf = (text) => checksum(encoder.encode(text));

/** The text that bytes stand for. */
export const textOf = (bytes) => decoder.decode(bytes);

/** Reads numbers one after another. */
export class Numbers {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get hasMore() {
    return this.at < this.bytes.length;
  }

  next() {
    const { bytes } = this;
    let [value, scale] = [0, 1];
    for (;;) {
      if (this.at >= bytes.length) throw new IndexError(DAMAGED);
      const byte = bytes[this.at];
      this.at += 1;
      if (byte < FIRST_MORE) return value + byte * scale;
      value += (byte - FIRST_MORE) * scale;
      scale *= FIRST_MORE;
    }
  }

  /** So many numbers (how many is the first that follows), each told by its gap from the one before. */
  rising(count = this.next()) {
    if (count > this.bytes.length - this.at) throw new IndexError(DAMAGED);
    const found = new Uint32Array(count);
    let value = 0;
    for (let place = 0; place < count; place += 1) {
      value += this.next();
      found[place] = value;
    }
    return found;
  }
}

/** The checksum and the payload of a file. */
export function open(bytes) {
  if (bytes.length < HEAD) throw new IndexError(DAMAGED);
  return [new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true), bytes.subarray(HEAD)];
}

/** The payload of a file whose checksum agrees. */
export function unseal(buffer) {
  const [told, payload] = open(new Uint8Array(buffer));
  if (told !== checksum(payload)) throw new IndexError(DAMAGED);
  return payload;
}

/** The text that a payload begins with, and what follows it. */
export function cutText(payload) {
  const numbers = new Numbers(payload);
  const end = numbers.next() + numbers.at;
  return [textOf(payload.subarray(numbers.at, end)), payload.subarray(end)];
}

/** Where each of so many lists is: here, or in a file of its own whose number it has. */
export function cutLists(bytes, count) {
  const numbers = new Numbers(bytes);
  const metas = Array.from({ length: count }, () => {
    const value = numbers.next();
    if (value % 2 === 0) return { size: value / 2, number: -1, count: 0 };
    return { size: 0, number: (value - 1) / 2, count: numbers.next() };
  });
  let start = numbers.at;
  return metas.map(({ size, ...told }) => {
    const data = bytes.subarray(start, start + size);
    start += size;
    return { ...told, data };
  });
}
