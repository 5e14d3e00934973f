// Excerpts: where in a text the words of a query stand, on the text as it was written.
import { Written, partsOf, titleOf } from "./written.js";

const WINDOW = 38;
const BEFORE = 8;
const MOST_COUNTED = 9;

/** The title of a card in pieces, those that answer the query marked. */
export function markTitle(card, marks) {
  const title = titleOf(card);
  return pieces(title, 0, title.text.length, hitsIn(title, marks));
}

/** The best place of a card: { id, heading, pieces }; `id` is that of the heading on the page. */
export function excerpt(card, marks) {
  let best = { worth: 0 };
  for (const { id, heading, written } of partsOf(card)) {
    const hit = hitsIn(written, marks);
    const { worth, first } = bestPlace(written, hit);
    if (worth > best.worth) best = { worth, first, id, heading, written, hit };
  }
  if (!best.worth) return { id: "", heading: "", pieces: [{ text: card.lead ?? "", isHit: false }] };
  return { id: best.id, heading: best.heading, pieces: cutAround(best) };
}

/** Which other names of a card have most of the words that were asked for. */
export function bestNames(names, marks) {
  const worth = names.map((name) => {
    const { folded } = new Written(name);
    const pairs = folded.filter((word, at) => marks.pairs.get(word)?.has(folded[at + 1]));
    return 2 * pairs.length + folded.filter((word) => marks.words.has(word)).length;
  });
  const best = Math.max(...worth);
  return names.filter((_, at) => worth[at] === best).slice(0, best ? 2 : 1);
}

/** For each word of a text whether it answers the query. */
function hitsIn({ folded, joined }, { pairs, words }) {
  const hit = new Uint8Array(folded.length);
  for (let at = 0; at < folded.length; at += 1) {
    if (words.has(folded[at])) hit[at] = 1;
    if (pairs.get(folded[at])?.has(folded[at + 1])) hit.fill(1, at, at + 2);
  }
  for (const form of joined) if (words.has(form.folded)) hit.fill(1, form.from, form.to);
  return hit;
}

/** The hit from which most different words follow within a window. */
function bestPlace({ folded }, hit) {
  const [inside, best] = [new Map(), { worth: 0, first: -1 }];
  for (let first = 0, end = 0, count = 0; first < folded.length; first += 1) {
    if (!hit[first]) continue;
    for (end = Math.max(end, first); end < Math.min(folded.length, first + WINDOW - BEFORE); end += 1) {
      if (!hit[end]) continue;
      count += 1;
      inside.set(folded[end], (inside.get(folded[end]) ?? 0) + 1);
    }
    const worth = 10 * inside.size + Math.min(MOST_COUNTED, count);
    if (worth > best.worth) Object.assign(best, { worth, first });
    count -= 1;
    if (inside.get(folded[first]) > 1) inside.set(folded[first], inside.get(folded[first]) - 1);
    else inside.delete(folded[first]);
  }
  return best;
}

function cutAround({ written, first, hit }) {
  const { text, starts, ends } = written;
  const from = Math.max(0, first - BEFORE);
  const to = Math.min(starts.length - 1, from + WINDOW);
  const start = from ? starts[from] : 0;
  const end = to < starts.length - 1 ? ends[to] : text.length;
  const cut = pieces(written, start, end, hit);
  if (start) cut.unshift({ text: "… ", isHit: false });
  if (end < text.length) cut.push({ text: " …", isHit: false });
  return cut;
}

/** The text from start to end, cut where hits begin and end; neighbouring hits are one piece. */
function pieces({ text, starts, ends }, start, end, hit) {
  const found = [];
  let at = start;
  const add = (to, isHit) => { if (to > at) found.push({ text: text.slice(at, to), isHit }); at = Math.max(at, to); };
  for (let place = hit.indexOf(1); place >= 0 && ends[place] <= end; place = hit.indexOf(1, place + 1)) {
    if (starts[place] < at) continue;
    add(starts[place], false);
    while (hit[place + 1] && ends[place + 1] <= end && /^\s+$/.test(text.slice(ends[place], starts[place + 1]))) place += 1;
    add(ends[place], true);
  }
  add(end, false);
  return found;
}
