// The portal's own search, without the page around it; results are told by their numbers.
import { Searcher } from "/scripts/search/searcher.js";
import { excerpt, highlightTitle } from "/scripts/search/excerpt.js";

const SHOWN = 10;

async function load(path, release) {
  const response = await fetch(`/ours/${path}${release ? `?${release}` : ""}`);
  if (!response.ok) throw new Error(path);
  return response.arrayBuffer();
}

export async function open() {
  const searcher = await Searcher.open(load);
  return async (text) => {
    const { docs, highlights } = await searcher.search(text);
    const cards = await Promise.all(docs.slice(0, SHOWN).map((doc) => searcher.index.card(doc)));
    // Pagefind's results come with their excerpts cut, so that ours are cut here too.
    for (const card of cards) [highlightTitle(card, highlights), excerpt(card, highlights)].flat();
    return docs.map(String);
  };
}
