// Holds normalise.js to vectors: node run.mjs [file.json …]; without files, those in this folder.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";

/**
 * A text and what must come of it; see README.md.
 *
 * @typedef {{ in: string, times?: number } & Record<string, unknown>} Vector
 */

/** @param {string} path */
const here = (path) => new URL(path, import.meta.url);
const source = await readFile(here("../../theme/assets/js/normalise.js"), "utf8");
// As a data address it is a module whatever the package around it says.
/** @type {typeof import("../../theme/assets/js/normalise.js")} */
const normalise = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`);

/**
 * Tokens as rows, with offsets in code points as Python counts them; JavaScript counts UTF-16 units.
 *
 * @param {string} text
 */
function tokens(text) {
  const normal = text.normalize("NFC");
  /** @param {number} offset */
  const codePoints = (offset) => Array.from(normal.slice(0, offset)).length;
  return normalise.tokenise(text).map(({ exact, folded, start, end, position, kind }) =>
    [exact, folded, codePoints(start), codePoints(end), position, kind]);
}

/** @type {Record<string, (text: string) => unknown>} */
const functions = {
  fold: normalise.fold,
  same_length: normalise.foldKeepingLength,
  placed: normalise.placeTones,
  tokens,
  count: (text) => normalise.tokenise(text).length,
};

const paths = process.argv.slice(2);
const files = paths.length ? paths : ["fold.json", "tone.json", "tokens.json"].map(here);
let checked = 0;
let wrong = 0;
for (const file of files) {
  /** @type {Vector[]} */
  const vectors = JSON.parse(await readFile(file, "utf8"));
  for (const [number, vector] of vectors.entries()) {
    const text = vector.in.repeat(vector.times ?? 1);
    for (const key of Object.keys(functions).filter((name) => name in vector)) {
      checked += 1;
      const result = functions[key](text);
      if (isDeepStrictEqual(result, vector[key])) continue;
      wrong += 1;
      console.error(`${file} [${number}] ${key} of ${JSON.stringify(text.slice(0, 200))}`);
      console.error(`  expected ${JSON.stringify(vector[key])}`);
      console.error(`  found    ${JSON.stringify(result)}`);
    }
  }
}
console.log(`${checked} checked, ${wrong} wrong`);
process.exitCode = wrong || !checked ? 1 : 0;
