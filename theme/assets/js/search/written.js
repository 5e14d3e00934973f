// The texts of a card as words, for as long as the card is kept.
import { tokenise } from "../normalise.js";

/** A text with the folded words in it, where they stand, and what some of them make together. */
export class Written {
  constructor(text) {
    this.text = text.normalize("NFC");
    const tokens = tokenise(this.text);
    const words = tokens.filter((token) => token.kind === "word");
    this.folded = words.map((word) => word.folded);
    this.starts = Uint32Array.from(words, (word) => word.start);
    this.ends = Uint32Array.from(words, (word) => word.end);
    this.joined = tokens.filter((token) => token.kind !== "word" && token.kind !== "guess")
      .map(({ folded, position, end }) => ({ folded, from: position, to: this.wordAfter(position, end) }));
  }

  /** The first word from a place on that ends behind an end. */
  wordAfter(place, end) {
    let to = place;
    while (this.ends[to] <= end) to += 1;
    return to;
  }
}

const titles = new WeakMap();
const parts = new WeakMap();

/** The title of a card. */
export const titleOf = (card) => kept(titles, card, () => new Written(card.title));

/** The lead, sections, people and captions of a card: { id, heading, written }. */
export const partsOf = (card) => kept(parts, card, () =>
  [["", "", card.lead ?? ""], ...card.sections ?? [],
    ["", "", (card.people ?? []).join("; ")], ["", "", (card.captions ?? []).join("; ")]]
    .map(([id, heading, text]) => ({ id, heading, written: new Written(text) })));

function kept(known, card, make) {
  if (!known.has(card)) known.set(card, make());
  return known.get(card);
}
