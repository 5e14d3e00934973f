// Excerpts: where in a text the words of a query stand, on the text as it was written.
import { tokenise } from "../normalise.js";

const WINDOW = 38;
const BEFORE = 8;

/** The text in pieces, those that answer the query marked. */
export function markText(text, marks) {
  const written = text.normalize("NFC");
  const hits = hitsIn(written, marks);
  return pieces(written, 0, written.length, hits);
}

/** The best place of a card: { id, heading, pieces }; `id` is that of the heading on the page. */
export function excerpt(card, marks) {
  const parts = [["", "", card.lead ?? ""], ...card.sections ?? [],
    ["", "", (card.people ?? []).join("; ")], ["", "", (card.captions ?? []).join("; ")]];
  let best = { worth: 0 };
  for (const [id, heading, text] of parts) {
    const window = bestWindow(text.normalize("NFC"), marks);
    if (window.worth > best.worth) best = { ...window, id, heading };
  }
  if (best.worth) return { id: best.id, heading: best.heading, pieces: best.pieces };
  return { id: "", heading: "", pieces: [{ text: card.lead ?? "", isHit: false }] };
}

/** Which other names of a card have most of the words that were asked for. */
export function bestNames(names, marks) {
  const worth = names.map((name) => {
    const words = tokenise(name).map((token) => token.folded);
    const pairs = words.slice(1).filter((word, at) => marks.pairs.has(`${words[at]} ${word}`));
    return 2 * pairs.length + words.filter((word) => marks.words.has(word)).length;
  });
  const best = Math.max(...worth);
  return names.filter((_, at) => worth[at] === best).slice(0, best ? 2 : 1);
}

function hitsIn(text, marks) {
  const tokens = tokenise(text);
  const words = tokens.filter((token) => token.kind === "word");
  const hit = new Set();
  for (const [at, word] of words.entries()) {
    const next = words[at + 1];
    if (next && marks.pairs.has(`${word.folded} ${next.folded}`)) hit.add(at).add(at + 1);
    if (marks.words.has(word.folded)) hit.add(at);
  }
  for (const form of tokens) {
    if (form.kind === "word" || form.kind === "guess" || !marks.words.has(form.folded)) continue;
    words.forEach((word, at) => { if (word.start >= form.start && word.end <= form.end) hit.add(at); });
  }
  return { words, hit };
}

function bestWindow(text, marks) {
  const { words, hit } = hitsIn(text, marks);
  const places = [...hit].sort((a, b) => a - b);
  let best = { worth: 0 };
  for (const [number, first] of places.entries()) {
    const inside = places.slice(number).filter((at) => at < first + WINDOW - BEFORE);
    const distinct = new Set(inside.map((at) => words[at].folded)).size;
    const worth = 10 * distinct + Math.min(9, inside.length);
    if (worth > best.worth) best = { worth, first };
  }
  if (!best.worth) return best;
  const from = Math.max(0, best.first - BEFORE);
  const to = Math.min(words.length - 1, from + WINDOW);
  const start = from ? words[from].start : 0;
  const end = to < words.length - 1 ? words[to].end : text.length;
  const cut = pieces(text, start, end, { words, hit });
  if (start) cut.unshift({ text: "… ", isHit: false });
  if (end < text.length) cut.push({ text: " …", isHit: false });
  return { worth: best.worth, pieces: cut };
}

/** The text from start to end, cut where hits begin and end; neighbouring hits are one piece. */
function pieces(text, start, end, { words, hit }) {
  const found = [];
  let at = start;
  const add = (to, isHit) => { if (to > at) found.push({ text: text.slice(at, to), isHit }); at = Math.max(at, to); };
  for (let place = 0; place < words.length; place += 1) {
    if (!hit.has(place) || words[place].start < at || words[place].end > end) continue;
    add(words[place].start, false);
    let last = place;
    while (hit.has(last + 1) && words[last + 1].end <= end && /^\s+$/.test(text.slice(words[last].end, words[last + 1].start))) last += 1;
    add(words[last].end, true);
    place = last;
  }
  add(end, false);
  return found;
}

