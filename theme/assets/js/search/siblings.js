// Results of one programme as one row that opens. The same as hooks/bantin/search/query/siblings.py.
/** @import { IndexReader } from "./reader.js" */

export const PROGRAMS = "chuong-trinh";

/**
 * The best of the results that are of one programme, and the others.
 *
 * @typedef {object} Row
 * @property {number} doc number of the best article
 * @property {number[]} others numbers of the others, in their order
 * @property {string} program id of the programme; empty for an article without one
 * @property {string} name of the programme
 */

/**
 * Results as rows in their order; an article of several programmes is of the first.
 *
 * @param {IndexReader} index
 * @param {number[]} docs
 * @returns {Promise<Row[]>}
 */
export async function foldSiblings(index, docs) {
  /** @type {Map<number, { program: string, name: string }>} */
  const programOf = new Map();
  for (const [program, { name, docs: members }] of await index.facet(PROGRAMS)) {
    for (const doc of members) if (!programOf.has(doc)) programOf.set(doc, { program, name });
  }
  /** @type {Map<string, Row>} */
  const rows = new Map();
  for (const doc of docs) {
    const { program, name } = programOf.get(doc) ?? { program: "", name: "" };
    const row = rows.get(program || String(doc));
    if (row) row.others.push(doc);
    else rows.set(program || String(doc), { doc, others: [], program, name });
  }
  return [...rows.values()];
}
