// The texts of a card as words, remembered for as long as the card is.
import { tokenise } from "../normalise.js";
/** @import { Card } from "./codec.js" */

/** A text with its words folded, and where they are in it. */
export class CardText {
  /** @param {string} text */
  constructor(text) {
    this.text = text.normalize("NFC");
    const tokens = tokenise(this.text);
    const words = tokens.filter((token) => token.kind === "word");
    this.folded = words.map((word) => word.folded);
    this.starts = Uint32Array.from(words, (word) => word.start);
    this.ends = Uint32Array.from(words, (word) => word.end);
    // From the word `from` on, up to the word before `to`.
    this.joinedForms = tokens.filter((token) => token.kind !== "word" && token.kind !== "guess")
      .map(({ folded, position, end }) => ({ folded, from: position, to: this.firstWordAfter(position, end) }));
  }

  /**
   * The first word, from a word on, that ends after an offset.
   *
   * @param {number} from
   * @param {number} offset
   */
  firstWordAfter(from, offset) {
    let word = from;
    while (this.ends[word] <= offset) word += 1;
    return word;
  }
}

/** @typedef {{ id: string, heading: string, text: CardText }} Section `id` is that on the page */

/** @type {WeakMap<Card, CardText>} */
const titles = new WeakMap();
/** @type {WeakMap<Card, Section[]>} */
const sections = new WeakMap();

/** @param {Card} card */
export const titleOf = (card) => remember(titles, card, () => new CardText(card.title));

/**
 * The lead, sections, people, captions and source of a card.
 *
 * @param {Card} card
 */
export const sectionsOf = (card) => remember(sections, card, () =>
  [["", "", card.lead ?? ""], ...card.sections ?? [],
    ["", "", (card.people ?? []).join("; ")], ["", "", (card.captions ?? []).join("; ")],
    ["", "", card.source ?? ""]]
    .map(([id, heading, text]) => ({ id, heading, text: new CardText(text) })));

/**
 * @template Value
 * @param {WeakMap<Card, Value>} values
 * @param {Card} card
 * @param {() => Value} create
 */
function remember(values, card, create) {
  const value = values.get(card) ?? create();
  values.set(card, value);
  return value;
}
