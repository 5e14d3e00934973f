// The browser's search run by Node: node run.mjs <scripts> <index> <questions.json>; answers as JSON.
import { readFile } from "node:fs/promises";

const [scripts, index, questions] = process.argv.slice(2);
const { Searcher, IndexError } = await import(`${scripts}/search/core.js`);
const { excerpt, markTitle } = await import(`${scripts}/search/excerpt.js`);

async function load(path) {
  const bytes = await readFile(`${index}/${path}`).catch(() => {
    throw new IndexError(`Không tải được ${path}.`);
  });
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
}

async function answer(searcher, { text, shown = 0, ...options }) {
  const found = await searcher.search(text, options);
  const cards = await Promise.all(found.docs.slice(0, shown).map((doc) => searcher.reader.card(doc)));
  return {
    docs: found.docs,
    byName: [...found.byName],
    readAs: found.readAs,
    ignored: found.ignored,
    missing: found.missing,
    isCut: found.isCut,
    counts: Object.fromEntries([...found.counts].map(([key, values]) =>
      [key, Object.fromEntries(values.filter(({ count }) => count).map(({ id, count }) => [id, count]))])),
    excerpts: cards.map((card) => ({ ...excerpt(card, found.marks), title: markTitle(card, found.marks) })),
  };
}

const told = (error) => ({ error: error.message, isKnown: error instanceof IndexError });
const asked = JSON.parse(await readFile(questions, "utf8"));
const searcher = await Searcher.open(load).catch(told);
const answers = [];
for (const question of asked) {
  answers.push(searcher.error ? searcher : await answer(searcher, question).catch(told));
}
console.log(JSON.stringify(answers));
