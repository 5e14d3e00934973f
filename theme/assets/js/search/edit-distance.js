// Edit distance of short words: optimal string alignment. Python's search counts the same.

/**
 * How many letters must be changed, added, removed or swapped with their neighbour.
 *
 * @param {string} first
 * @param {string} second
 * @param {number} limit what is farther apart counts as `limit + 1`
 */
export function editDistance(first, second, limit) {
  if (Math.abs(first.length - second.length) > limit) return limit + 1;
  /** @type {number[]} */
  let rowBefore = new Array(second.length + 1).fill(0);
  let previous = rowBefore.map((_, column) => column);
  for (let i = 1; i <= first.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= second.length; j += 1) {
      const replaced = previous[j - 1] + Number(first[i - 1] !== second[j - 1]);
      let cost = Math.min(previous[j] + 1, row[j - 1] + 1, replaced);
      const isSwap = i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      if (isSwap) cost = Math.min(cost, rowBefore[j - 2] + 1);
      row.push(cost);
    }
    [rowBefore, previous] = [previous, row];
  }
  return Math.min(previous[second.length], limit + 1);
}

/**
 * How many typing errors are forgiven in a word: more in longer ones.
 *
 * @param {string} word
 */
export function maxEdits(word) {
  if (word.length < 2) return 0;
  return word.length < 8 ? 1 : 2;
}
