// Sets of articles: one byte an article, 1 where the set has it. Articles are known by number.

/**
 * The set of all articles in some lists.
 *
 * @param {number} size how many articles the index has
 * @param {Iterable<ArrayLike<number>>} lists
 */
export function docSet(size, lists) {
  const set = new Uint8Array(size);
  for (const docs of lists) for (let at = 0; at < docs.length; at += 1) set[docs[at]] = 1;
  return set;
}

/**
 * The articles that all sets have in common; without a set, all articles.
 *
 * @param {number} size
 * @param {Uint8Array[]} sets
 */
export function intersection(size, sets) {
  if (!sets.length) return new Uint8Array(size).fill(1);
  const common = sets[0].slice();
  for (const set of sets.slice(1)) for (let doc = 0; doc < size; doc += 1) common[doc] &= set[doc];
  return common;
}

/**
 * The numbers of the articles in a set, rising.
 *
 * @param {Uint8Array} set
 */
export function members(set) {
  const docs = [];
  for (let doc = set.indexOf(1); doc >= 0; doc = set.indexOf(1, doc + 1)) docs.push(doc);
  return docs;
}

/**
 * How many of some articles a set has.
 *
 * @param {Uint8Array} set
 * @param {ArrayLike<number>} docs
 */
export function countMembers(set, docs) {
  let count = 0;
  for (let at = 0; at < docs.length; at += 1) count += set[docs[at]];
  return count;
}

/**
 * Raises the values of some articles to at least so much.
 *
 * @param {Float64Array | Uint8Array} values
 * @param {Uint32Array} docs
 * @param {number} least
 */
export function raise(values, docs, least) {
  for (let at = 0; at < docs.length; at += 1) if (values[docs[at]] < least) values[docs[at]] = least;
}
