// Sets of articles as one byte an article.

/** The articles of some lists of numbers. */
export function maskOf(size, lists) {
  const mask = new Uint8Array(size);
  for (const docs of lists) for (let at = 0; at < docs.length; at += 1) mask[docs[at]] = 1;
  return mask;
}

/** The articles that all masks have; without a mask, all articles. */
export function every(size, masks) {
  if (!masks.length) return new Uint8Array(size).fill(1);
  const shared = masks[0].slice();
  for (const mask of masks.slice(1)) for (let doc = 0; doc < size; doc += 1) shared[doc] &= mask[doc];
  return shared;
}

/** The numbers of the articles of a mask. */
export function docsOf(mask) {
  const docs = [];
  for (let doc = mask.indexOf(1); doc >= 0; doc = mask.indexOf(1, doc + 1)) docs.push(doc);
  return docs;
}

/** How many of these articles a mask has. */
export function countIn(mask, docs) {
  let count = 0;
  for (let at = 0; at < docs.length; at += 1) count += mask[docs[at]];
  return count;
}
