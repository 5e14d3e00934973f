// Excerpts: the part of a text that matches a query best, its matches highlighted.
import { CardText, sectionsOf, titleOf } from "./card-text.js";
/** @import { Section } from "./card-text.js" */
/** @import { Card } from "./codec.js" */
/** @import { Highlights } from "./searcher.js" */

// Counted in words: of an excerpt, and of those before its first match.
const EXCERPT_WORDS = 38;
const WORDS_BEFORE = 8;
const MAX_COUNTED_MATCHES = 9;
// A document's number has letters, a day has none.
const LETTER = /[a-z]/;

/** @typedef {{ text: string, isMatch: boolean }} Piece */

/**
 * The title of a card in pieces.
 *
 * @param {Card} card
 * @param {Highlights} highlights
 */
export function highlightTitle(card, highlights) {
  const title = titleOf(card);
  return piecesOf(title, 0, title.text.length, matchesIn(title, highlights));
}

/**
 * The best excerpt of a card, and under which heading of the page it is.
 *
 * @param {Card} card
 * @param {Highlights} highlights
 * @returns {{ id: string, heading: string, pieces: Piece[] }}
 */
export function excerpt(card, highlights) {
  /** @type {{ score: number, first: number, section: Section, matches: Uint8Array } | undefined} */
  let best;
  for (const section of sectionsOf(card)) {
    const matches = matchesIn(section.text, highlights);
    const start = bestStart(section.text, matches);
    if (start.score > (best?.score ?? 0)) best = { ...start, section, matches };
  }
  if (!best) return { id: "", heading: "", pieces: [{ text: card.lead ?? "", isMatch: false }] };
  const { id, heading, text } = best.section;
  return { id, heading, pieces: cutAround(text, best.first, best.matches) };
}

/**
 * Which other names of a card have most of the words that were searched for; none where they have only halves of pairs.
 *
 * @param {string[]} names
 * @param {Highlights} highlights
 */
export function bestNames(names, { pairs, words }) {
  const scores = names.map((name) => {
    const { folded } = new CardText(name);
    const matchingPairs = folded.filter((word, at) => pairs.get(word)?.has(folded[at + 1]));
    return 2 * matchingPairs.length + folded.filter((word) => words.has(word)).length;
  });
  const best = Math.max(1, ...scores);
  return names.filter((_, at) => scores[at] === best).slice(0, 2);
}

/**
 * For each word of a text 1 where it matches the query.
 *
 * @param {CardText} text
 * @param {Highlights} highlights
 */
function matchesIn({ folded, joinedForms }, { pairs, words, numbers }) {
  const matches = new Uint8Array(folded.length);
  for (let at = 0; at < folded.length; at += 1) {
    if (words.has(folded[at])) matches[at] = 1;
    if (pairs.get(folded[at])?.has(folded[at + 1])) matches.fill(1, at, at + 2);
  }
  for (const form of joinedForms) {
    if (words.has(form.folded)) matches.fill(1, form.from, form.to);
    else if (numbers.has(folded[form.from]) && LETTER.test(form.folded)) matches[form.from] = 1;
  }
  return matches;
}

/**
 * The match from which most different words follow within an excerpt; one pass over the text, with
 * a window whose matching words are counted.
 *
 * @param {CardText} text
 * @param {Uint8Array} matches
 */
function bestStart({ folded }, matches) {
  const best = { score: 0, first: -1 };
  /** @type {Map<string, number>} */
  const inWindow = new Map();
  for (let first = 0, end = 0, count = 0; first < folded.length; first += 1) {
    if (!matches[first]) continue;
    for (end = Math.max(end, first); end < Math.min(folded.length, first + EXCERPT_WORDS - WORDS_BEFORE); end += 1) {
      if (!matches[end]) continue;
      count += 1;
      inWindow.set(folded[end], (inWindow.get(folded[end]) ?? 0) + 1);
    }
    const score = 10 * inWindow.size + Math.min(MAX_COUNTED_MATCHES, count);
    if (score > best.score) Object.assign(best, { score, first });
    count -= 1;
    const others = (inWindow.get(folded[first]) ?? 0) - 1;
    if (others > 0) inWindow.set(folded[first], others);
    else inWindow.delete(folded[first]);
  }
  return best;
}

/**
 * @param {CardText} text
 * @param {number} first
 * @param {Uint8Array} matches
 */
function cutAround(text, first, matches) {
  const { starts, ends } = text;
  const from = Math.max(0, first - WORDS_BEFORE);
  const to = Math.min(starts.length - 1, from + EXCERPT_WORDS);
  const start = from ? starts[from] : 0;
  const end = to < starts.length - 1 ? ends[to] : text.text.length;
  const pieces = piecesOf(text, start, end, matches);
  if (start) pieces.unshift({ text: "… ", isMatch: false });
  if (end < text.text.length) pieces.push({ text: " …", isMatch: false });
  return pieces;
}

/**
 * The text between two offsets in pieces; matches next to each other are one piece.
 *
 * @param {CardText} text
 * @param {number} start
 * @param {number} end
 * @param {Uint8Array} matches
 */
function piecesOf({ text, starts, ends }, start, end, matches) {
  /** @type {Piece[]} */
  const pieces = [];
  let at = start;
  /**
   * @param {number} to
   * @param {boolean} isMatch
   */
  const add = (to, isMatch) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMatch });
    at = Math.max(at, to);
  };
  for (let word = matches.indexOf(1); word >= 0 && ends[word] <= end; word = matches.indexOf(1, word + 1)) {
    if (starts[word] < at) continue;
    add(starts[word], false);
    while (matches[word + 1] && ends[word + 1] <= end
      && /^\s+$/.test(text.slice(ends[word], starts[word + 1]))) word += 1;
    add(ends[word], true);
  }
  add(end, false);
  return pieces;
}
