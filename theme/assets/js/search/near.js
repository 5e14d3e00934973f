// How far apart two short words are: the same as query/near.py.

/** How many letters must change, come, go or swap places; one more than `most` if more. */
export function distance(first, second, most) {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  let before = new Array(second.length + 1).fill(0);
  let above = before.map((_, place) => place);
  for (let i = 1; i <= first.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= second.length; j += 1) {
      const other = above[j - 1] + (first[i - 1] !== second[j - 1]);
      let cost = Math.min(above[j] + 1, row[j - 1] + 1, other);
      const isSwap = i > 1 && j > 1 && first[i - 1] === second[j - 2] && first[i - 2] === second[j - 1];
      if (isSwap) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    [before, above] = [above, row];
  }
  return Math.min(above[second.length], most + 1);
}

/** How many slips are forgiven in a word. */
export function reach(word) {
  if (word.length < 2) return 0;
  return word.length < 8 ? 1 : 2;
}
