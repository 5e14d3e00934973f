// Words of a query that say how to search, and are not searched for: "mới nhất", "ông" in a name.
/** @import { Manifest } from "./codec.js" */

export const QUOTES = "\"“”„«»";
export const PHRASE = new RegExp(`[${QUOTES}]([^${QUOTES}]*)[${QUOTES}]`, "g");

/**
 * A pattern for whole forms, of which longer ones come first.
 *
 * @param {string[]} forms
 */
function anyOf(forms) {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return `(?:^|\\s)(?:${longestFirst.map((form) => form.replaceAll(".", "\\.")).join("|")})(?=[\\s,;.:?!]|$)`;
}

/**
 * A text with the numbers of the months that it spells out: tháng mười is tháng 10. Only where a year
 * follows, or nothing: "tháng hai bên ký" has no month.
 *
 * @param {string} text
 * @param {Manifest} manifest
 */
export function withMonths(text, { months }) {
  const names = [...months].reverse().join("|");
  const month = new RegExp(`(^|\\s)(tháng )(${names})(?=\\s*(?:năm\\s*)?(?:$|(?:19|20)[0-9]{2}))`, "giu");
  return text.replace(month, (_, space, word, name) => `${space}${word}${months.indexOf(name.toLowerCase()) + 1}`);
}

/**
 * A text with spaces for the words that ask for the newest articles.
 *
 * @param {string} text
 * @param {Manifest} manifest
 */
export const withoutOrder = (text, { newest }) => blank(text, new RegExp(anyOf(newest), "giu"), () => true);

/**
 * A text with spaces for the honorifics in it that come before a capital letter.
 *
 * @param {string} text
 * @param {Manifest} manifest
 */
export const withoutHonorifics = (text, { honorifics }) =>
  blank(text, new RegExp(`${anyOf(honorifics)}(?=\\s+(\\S))`, "gu"), (match) => /\p{Lu}/u.test(match[1]));

/**
 * A text of the same length with spaces for what is matched outside of quotation marks.
 *
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(match: RegExpExecArray) => boolean} isMeant
 */
function blank(text, pattern, isMeant) {
  const quoted = [...text.matchAll(PHRASE)].map((match) => [match.index, match.index + match[0].length]);
  let blanked = text;
  for (const match of text.matchAll(pattern)) {
    const { index, 0: { length } } = match;
    if (isMeant(match) && !quoted.some(([start, end]) => start <= index && index < end)) {
      blanked = blanked.slice(0, index) + " ".repeat(length) + blanked.slice(index + length);
    }
  }
  return blanked;
}
