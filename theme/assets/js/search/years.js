// How far articles are of the years that a query names: "Ranking" in hooks/bantin/search/FORMAT.md.
import { yearsOf } from "./parse.js";
/** @import { Query } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */

// The file of the years that meetings covered.
export const COVERED = "ky";
// What follows a year there that was covered with others.
const AMONG = "+";

/**
 * For each article, in per cent, how far it is of the years of a query; none where it has none.
 *
 * @param {IndexReader} index
 * @param {Query} query
 */
export async function yearFactors(index, query) {
  const years = yearsOf(query);
  if (!years.size) return null;
  const { size, manifest: { scoring } } = index;
  const covered = await index.facet(COVERED);
  const factors = new Uint8Array(size);
  let start = 0;
  for (const [year, count] of index.manifest.years) {
    const dated = years.has(year) ? scoring.held : scoring.other_year;
    factors.fill(year ? dated : scoring.undated, start, start + count);
    start += count;
  }
  for (const [after, factor] of /** @type {const} */ ([[AMONG, scoring.covered_among], ["", scoring.covered]])) {
    const docs = [...years].flatMap((year) => [...covered.get(`${year}${after}`)?.docs ?? []]);
    for (const doc of docs) factors[doc] = factor;
  }
  return factors;
}
