// Holds normalise.js to vectors: node run.mjs [file.json …]; without files, those beside this one.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";

const here = (path) => new URL(path, import.meta.url);
const source = await readFile(here("../../theme/assets/js/normalise.js"), "utf8");
// As a data address it is a module whatever the package around it says.
const normalise = await import(`data:text/javascript;charset=utf-8,${encodeURIComponent(source)}`);

/** Python counts code points, JavaScript halves of them. */
function tokens(text) {
  const written = text.normalize("NFC");
  const place = (index) => Array.from(written.slice(0, index)).length;
  return normalise.tokenise(text).map(({ exact, folded, start, end, position, kind }) =>
    [exact, folded, place(start), place(end), position, kind]);
}

const found = {
  fold: normalise.fold,
  same_length: normalise.foldKeepingLength,
  placed: normalise.placeTones,
  tokens,
  count: (text) => normalise.tokenise(text).length,
};

const named = process.argv.slice(2);
const files = named.length ? named : ["fold.json", "tone.json", "tokens.json"].map(here);
let checked = 0;
let wrong = 0;
for (const file of files) {
  for (const [number, vector] of JSON.parse(await readFile(file, "utf8")).entries()) {
    const text = vector.in.repeat(vector.times ?? 1);
    for (const key of Object.keys(found).filter((name) => name in vector)) {
      checked += 1;
      const got = found[key](text);
      if (isDeepStrictEqual(got, vector[key])) continue;
      wrong += 1;
      console.error(`${file} [${number}] ${key} of ${JSON.stringify(text.slice(0, 200))}`);
      console.error(`  expected ${JSON.stringify(vector[key])}`);
      console.error(`  found    ${JSON.stringify(got)}`);
    }
  }
}
console.log(`${checked} checked, ${wrong} wrong`);
process.exitCode = wrong || !checked ? 1 : 0;
