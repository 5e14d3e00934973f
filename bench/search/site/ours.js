// Our own core, without the page around it; results are told by their numbers.
import { Searcher } from "/scripts/search/core.js";

const SHOWN = 10;

async function load(path, release) {
  const response = await fetch(`/ours/${path}${release ? `?${release}` : ""}`);
  if (!response.ok) throw new Error(path);
  return response.arrayBuffer();
}

export async function open() {
  const searcher = await Searcher.open(load);
  return async (text) => {
    const { docs } = await searcher.search(text);
    await Promise.all(docs.slice(0, SHOWN).map((doc) => searcher.reader.card(doc)));
    return docs.map(String);
  };
}
