// The browser's search run by Node: node run.mjs <scripts> <index> <questions.json>; answers as JSON.
import { readFile } from "node:fs/promises";

/** @typedef {import("../../theme/assets/js/search/searcher.js").Searcher} Searcher */
/** @typedef {import("../../theme/assets/js/search/searcher.js").SearchOptions} SearchOptions */
/** @typedef {SearchOptions & { text: string, shown?: number, begins?: boolean, asks?: boolean, folds?: boolean }} Question shown: how many excerpts */

const [scripts, index, questions] = process.argv.slice(2);
/** @type {typeof import("../../theme/assets/js/search/searcher.js")} */
const { Searcher, IndexError } = await import(`${scripts}/search/searcher.js`);
/** @type {typeof import("../../theme/assets/js/search/entities.js")} */
const { entitiesBeginning } = await import(`${scripts}/search/entities.js`);
/** @type {typeof import("../../theme/assets/js/search/questions.js")} */
const { answer: ask } = await import(`${scripts}/search/questions.js`);
/** @type {typeof import("../../theme/assets/js/search/siblings.js")} */
const { foldSiblings } = await import(`${scripts}/search/siblings.js`);
/** @type {typeof import("../../theme/assets/js/search/excerpt.js")} */
const { bestNames, excerpt, highlightTitle } = await import(`${scripts}/search/excerpt.js`);

/**
 * @param {string} path
 * @returns {Promise<ArrayBuffer>}
 */
async function load(path) {
  const bytes = await readFile(`${index}/${path}`).catch(() => {
    throw new IndexError(`Không tải được ${path}.`);
  });
  return new Uint8Array(bytes).buffer;
}

/**
 * @param {Searcher} searcher
 * @param {Question} question
 */
async function answer(searcher, { text, shown = 0, begins = false, asks = false, folds = false, ...options }) {
  if (folds) return { rows: await foldSiblings(searcher.index, (await searcher.search(text, options)).docs) };
  if (asks) return { answer: await ask(searcher.index, text) };
  if (begins) return { begins: (await entitiesBeginning(searcher.index, text)).map(({ number }) => number) };
  const { docs, byOtherName, counts, highlights, ...result } = await searcher.search(text, options);
  const cards = await Promise.all(docs.slice(0, shown).map((doc) => searcher.index.card(doc)));
  return {
    docs,
    byOtherName: [...byOtherName],
    counts: Object.fromEntries([...counts].map(([key, values]) =>
      [key, Object.fromEntries(values.filter(({ count }) => count).map(({ id, count }) => [id, count]))])),
    excerpts: cards.map((card) => ({ ...excerpt(card, highlights), title: highlightTitle(card, highlights) })),
    names: cards.map((card, at) => (byOtherName.has(docs[at]) ? bestNames(card.names ?? [], highlights) : [])),
    ...result,
  };
}

/** @param {Error} error */
const failure = (error) => ({ error: error.message, isKnown: error instanceof IndexError });

/** @type {Question[]} */
const asked = JSON.parse(await readFile(questions, "utf8"));
const searcher = await Searcher.open(load).catch(failure);
const answers = [];
for (const question of asked) {
  answers.push("error" in searcher ? searcher : await answer(searcher, question).catch(failure));
}
console.log(JSON.stringify(answers));
