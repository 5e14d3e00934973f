// Where sentences end: words on both sides of an end are no neighbours.

const END = /[.!?;…]["'”’»)\]]*$/;
// What a full stop belongs to: "TP. Huế", "Q. 5", "1. Kết quả".
const SHORTENED = /^[(“"'«]*(?:tp|tx|tt|ts|ths|gs|pgs|đ\/c|bs|[0-9]{1,2}|\p{L})\.$/u;

/**
 * The sentences of a text, without empty ones.
 *
 * @param {string} text
 */
export function sentences(text) {
  /** @type {string[][]} */
  const parts = [[]];
  for (const fragment of text.split(/\s+/).filter(Boolean)) {
    /** @type {string[]} */ (parts.at(-1)).push(fragment);
    const small = fragment.toLowerCase();
    if (END.test(small) && !SHORTENED.test(small)) parts.push([]);
  }
  return parts.filter((part) => part.length).map((part) => part.join(" "));
}
