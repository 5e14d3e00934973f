// Questions that front matter answers: when and by whom something was signed, where a meeting was. An
// answer is given only where the rest of the question names one conference, or those of one programme,
// with every word; else nothing is claimed. The same as hooks/bantin/search/query/questions.py.
import { fold, tokenise } from "../normalise.js";
import { entitiesNamed, inFigures, readEntity } from "./entities.js";
import { clean, parse } from "./parse.js";
import { Resolver } from "./resolve.js";
import { Scorer } from "./score.js";
/** @import { Card } from "./codec.js" */
/** @import { Entity } from "./entities.js" */
/** @import { Query } from "./parse.js" */
/** @import { IndexReader } from "./reader.js" */
/** @import { ResolvedQuery } from "./resolve.js" */

/** What each kind of question is asked by, folded. @type {[kind: string, asked: RegExp][]} */
const ASKED = [
  ["when", /\b(?:vao |tu )?(?:nam nao|khi nao|bao gio|ngay nao|luc nao|thoi gian nao)\b/g],
  ["where", /\b(?:o dau|tai dau|noi nao|o noi nao|dia diem nao)\b/g],
  ["who", /\b(?:do )?(?:nhung ai|ai|co quan nao|don vi nao)\b/g],
];
const SIGNED = /\b(?:da )?(?:duoc )?ky(?: ket)?\b/g;
// What is left out of a question besides, where it is no word of the topic.
const ABOUT = /\b(?:duoc|da|dien ra|to chuc|hop|la|vay|the|thi|do)\b(?! (?:dan|doan))/g;
const SIGNING = "ky-ket";
// Of the weight of the words, in thousandths.
const WHOLE = 960;
const MOST_CONFERENCES = 3;
const SENTENCE = /.+?[.!?](?=\s|$)|.+$/gm;
const SIGN_WORD = "ký";

/**
 * An answer with its source.
 *
 * @typedef {object} Answer
 * @property {string} kind when, where or who
 * @property {string} value a day in figures, a place, or names
 * @property {string} title of the page that says so
 * @property {string} address of that page, from the site root
 * @property {string} sentence of it; empty where none says it in these words
 */

/**
 * The answer to a question; null where it is none, or nothing is sure.
 *
 * @param {IndexReader} index
 * @param {string} text
 * @returns {Promise<Answer | null>}
 */
export async function answer(index, text) {
  const { kind, topic, isSigning } = questionIn(index, text);
  const query = parse(topic, index.manifest, true);
  if (!kind || !query.words.length || query.excluded.length || query.phrases.length) return null;
  const resolved = await new Resolver(index).resolve(query);
  const program = (await entitiesNamed(index, query, resolved)).find((entity) => entity.kind === "p");
  if (program && isSigning) return ofSigning(index, kind, program);
  const doc = await conference(index, query, resolved, isSigning);
  return doc === null ? null : ofCard(kind, await index.card(doc));
}

/**
 * What is asked in a text, and of what; no kind where nothing is.
 *
 * @param {IndexReader} index
 * @param {string} text
 */
function questionIn(index, text) {
  const [typed] = clean(text, index.manifest.limits.characters);
  const folded = fold(typed.toLowerCase());
  const [kind, asked] = ASKED.find(([, pattern]) => folded.search(pattern) >= 0) ?? ["", SIGNED];
  const isSigning = folded.search(SIGNED) >= 0;
  if (folded.length !== typed.length || (kind === "who" && !isSigning)) return { kind: "", topic: "", isSigning };
  return { kind, topic: without(typed, [asked, ...(isSigning ? [SIGNED] : []), ABOUT]), isSigning };
}

/**
 * When, where or by whom a programme was signed, as its record or an article says.
 *
 * @param {IndexReader} index
 * @param {string} kind
 * @param {Entity} program
 */
async function ofSigning(index, kind, { fact, name, address, parties }) {
  const [, day, doc] = fact.split("|");
  const found = doc ? ofCard(kind, await index.card(Number(doc))) : null;
  let value = "";
  if (kind === "when") value = inFigures(day ?? "");
  if (kind === "who") {
    const names = await Promise.all(parties.map(async (number) => (await readEntity(index, number)).name));
    value = names.join("; ");
  }
  return !value || found?.value === value ? found : { kind, value, title: name, address, sentence: "" };
}

/**
 * What the card of an article answers; nothing of one that was only announced.
 *
 * @param {string} kind
 * @param {Card} card
 * @returns {Answer | null}
 */
function ofCard(kind, card) {
  const value = valueOf(kind, card);
  if (!value || card.state) return null;
  return { kind, value, title: card.title, address: card.address, sentence: sentenceOf(kind, card, value) };
}

/**
 * A text with spaces for what patterns match in its folded form.
 *
 * @param {string} typed
 * @param {RegExp[]} patterns
 */
function without(typed, patterns) {
  let text = typed;
  for (const pattern of patterns) {
    for (const { index, 0: { length } } of fold(text.toLowerCase()).matchAll(pattern)) {
      text = text.slice(0, index) + " ".repeat(length) + text.slice(index + length);
    }
  }
  return text.replaceAll("?", " ");
}

/**
 * The article of the one conference that a topic names; the best of one programme.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 * @param {boolean} isSigning
 */
async function conference(index, query, resolved, isSigning) {
  let docs = await whole(index, query, resolved);
  if (isSigning) {
    const signing = new Set((await index.facet("loai")).get(SIGNING)?.docs ?? []);
    docs = docs.filter((doc) => signing.has(doc));
  }
  const isSure = docs.length === 1 || await isOneProgram(index, docs);
  return isSure ? docs[0] : null;
}

/**
 * The articles that have every word of a topic, the best first.
 *
 * @param {IndexReader} index
 * @param {Query} query
 * @param {ResolvedQuery} resolved
 */
async function whole(index, query, resolved) {
  if (resolved.unknown.length || resolved.absent.length || resolved.corrections.size) return [];
  const { score, share } = await new Scorer(index, query, resolved).scores();
  const docs = [...share.keys()].filter((doc) => share[doc] >= WHOLE);
  return docs.sort((a, b) => score[b] - score[a] || a - b);
}

/**
 * Whether a few articles are all of one programme.
 *
 * @param {IndexReader} index
 * @param {number[]} docs
 */
async function isOneProgram(index, docs) {
  if (!docs.length || docs.length > MOST_CONFERENCES) return false;
  const programs = [...(await index.facet("chuong-trinh")).values()];
  return programs.some((program) => docs.every((doc) => program.docs.includes(doc)));
}

/**
 * What a card answers.
 *
 * @param {string} kind
 * @param {Card} card
 */
function valueOf(kind, { date = "", place = "", agencies = [] }) {
  if (kind === "when") return date;
  return kind === "where" ? place : agencies.join("; ");
}

/**
 * The first sentence of an article that says what was asked.
 *
 * @param {string} kind
 * @param {Card} card
 * @param {string} value
 */
function sentenceOf(kind, { lead = "", sections = [] }, value) {
  const texts = [lead, ...sections.map(([, , text]) => text)];
  const sentences = texts.flatMap((text) => [...text.matchAll(SENTENCE)].map((match) => match[0].trim()));
  const years = value.match(/[0-9]{4}/g) ?? [];
  return sentences.find((one) => (kind === "where" ? one.includes(value)
    : saysSigned(one) && (kind !== "when" || years.some((year) => one.includes(year))))) ?? "";
}

/** @param {string} sentence */
const saysSigned = (sentence) => tokenise(sentence.normalize("NFC")).some((token) => token.exact === SIGN_WORD);
