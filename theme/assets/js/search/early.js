// Files that a search needs once its words are known, asked for while these are looked up: on a slow
// line each round saved is half a second.
import { entitiesNamed } from "./entities.js";
import { parse } from "./parse.js";
import { PROGRAMS } from "./siblings.js";
/** @import { Searcher } from "./searcher.js" */

/**
 * Asks for the entities that a text may name, and for the programmes by which results are folded. What
 * fails here fails again where it is needed.
 *
 * @param {Searcher} searcher
 * @param {string} text
 */
export function askEarly({ index, manifest }, text) {
  const resolved = { words: [], pairs: [], unknown: [], absent: [], corrections: new Map(), offers: new Map() };
  const asked = [index.facet(PROGRAMS), entitiesNamed(index, parse(text, manifest, true), resolved)];
  for (const one of asked) one.catch(() => undefined);
}
