// The page of an agency, programme, person, document or place as the first row of results, with what
// the archive has of it today.
import { createElement } from "./dom.js";
import { inFigures, readEntity } from "./entities.js";
/** @import { Card } from "./codec.js" */
/** @import { Child } from "./dom.js" */
/** @import { Entity } from "./entities.js" */
/** @import { Answer } from "./questions.js" */
/** @import { IndexReader } from "./reader.js" */

/** @type {Record<string, string>} */
export const KINDS = { c: "Cơ quan", p: "Chương trình", n: "Nhân sự", v: "Văn bản", t: "Tỉnh, thành phố", h: "Cấp huyện" };
/** What came after a record of a kind, and what was before it. @type {Record<string, [string, string]>} */
const RELATED = { c: ["Nay là", "Trước là"], t: ["Nay thuộc", "Hợp thành từ"], p: ["Giai đoạn sau", "Giai đoạn trước"] };
/** @type {Record<string, string>} */
const ANSWERS = { when: "Ngày", who: "Các bên", where: "Nơi họp" };
/** A year of a programme. @type {Record<string, [className: string, words: string]>} */
const YEARS = {
  h: ["is-met", "có hội nghị"], x: ["is-reviewed", "được xem xét"],
  b: ["is-met is-reviewed", "có hội nghị và được xem xét"], "-": ["is-gap", "chưa ghi nhận"],
};

/**
 * What a row shows of an entity.
 *
 * @typedef {object} EntityRow
 * @property {Entity} entity
 * @property {(Card | null)[]} cards of its newest articles
 * @property {Entity[]} heirs
 * @property {Entity[]} forerunners
 */

/**
 * All that rows of entities show, read from the index.
 *
 * @param {IndexReader} index
 * @param {Entity[]} entities
 * @returns {Promise<EntityRow[]>}
 */
export const readRows = (index, entities) => Promise.all(entities.map(async (entity) => {
  /** @param {number[]} numbers */
  const all = (numbers) => Promise.all(numbers.map((number) => readEntity(index, number)));
  const [cards, heirs, forerunners] = await Promise.all([
    Promise.all((needsCards(entity) ? entity.docs : []).map((doc) => index.card(doc).catch(() => null))),
    all(entity.heirs), all(entity.forerunners),
  ]);
  return { entity, cards, heirs, forerunners };
}));

/**
 * A row of results: the page of an entity and what is known of it.
 *
 * @param {EntityRow} row
 * @param {URL} root
 */
export function entityItem(row, root) {
  const { entity } = row;
  const [after, before] = RELATED[entity.kind] ?? [];
  return createElement("li", { className: "hit entity" },
    createElement("p", { className: "row-meta" }, [KINDS[entity.kind], ...factsOf(entity)].join(" · ")),
    createElement("h3", { className: "row-title" }, link(entity.address, entity.name, root)),
    related(after, row.heirs, root), related(before, row.forerunners, root),
    yearStrip(entity), details(row, root));
}

/**
 * A row of results: the answer to a question, with the sentence and the page that it is from.
 *
 * @param {Answer} answer
 * @param {URL} root
 */
export const answerItem = ({ kind, value, title, address, sentence }, root) => createElement("li", { className: "hit entity" },
  createElement("p", { className: "row-meta" }, "Trả lời theo hồ sơ của bài"),
  createElement("h3", { className: "row-title" }, `${ANSWERS[kind]}: ${value}`),
  sentence ? createElement("blockquote", {}, sentence) : null,
  createElement("p", {}, "Nguồn: ", link(address, title, root)));

/** What a suggestion says of an entity. @param {Entity} entity */
export const noteOf = (entity) => [KINDS[entity.kind], ...factsOf(entity)].join(" · ");

/** @param {Entity} entity */
function factsOf({ kind, conferences, years, fact }) {
  const count = conferences ? `${conferences.toLocaleString("vi")} hội nghị` : "chưa có hội nghị được ghi nhận";
  const ended = kind !== "p" && fact ? `đến ${inFigures(fact)}` : "";
  const signed = kind === "p" ? fact.split("|")[1] ?? "" : "";
  return [ended, signed ? `ký ${inFigures(signed)}` : "", [count, years.replace("-", "–")].filter(Boolean).join(", ")]
    .filter(Boolean);
}

/**
 * The years of a programme, those of which nothing is told among them.
 *
 * @param {Entity} entity
 */
function yearStrip({ kind, fact }) {
  const [, first, letters] = (kind === "p" && /^(\d{4})([^|]+)/.exec(fact)) || [];
  if (!letters) return null;
  return createElement("ol", { className: "entity-years", "aria-label": "Từng năm của chương trình" },
    ...[...letters].map((letter, at) => {
      const [className, words] = YEARS[letter] ?? YEARS["-"];
      return createElement("li", { className, title: words }, String(Number(first) + at),
        createElement("span", { className: "visually-hidden" }, `: ${words}`));
    }));
}

/**
 * The offices of a person by their dates; who cites a document.
 *
 * @param {EntityRow} row
 * @param {URL} root
 */
function details({ entity, cards }, root) {
  const known = cards.filter((card) => card !== null);
  const lines = entity.kind === "n"
    ? known.map((card) => [officeIn(card, entity.name), link(card.address, card.date || "không rõ ngày", root)])
    : known.map((card) => [link(card.address, card.title, root), card.date ?? ""]);
  if (!lines.length) return null;
  const label = entity.kind === "n" ? "Chức vụ theo ngày" : "Dẫn trong";
  return createElement("ul", { className: "entity-lines", "aria-label": label },
    ...lines.map((line) => createElement("li", {}, ...line.flatMap((part, at) => (at && part ? [" · ", part] : [part])))));
}

/**
 * The office that an article gives to a person.
 *
 * @param {Card} card
 * @param {string} name
 */
function officeIn({ people = [] }, name) {
  const named = people.find((person) => person === name || person.startsWith(`${name}, `));
  return named?.slice(name.length + 2) || "chưa rõ chức vụ";
}

/** @param {Entity} entity */
const needsCards = ({ kind }) => kind === "n" || kind === "v";

/**
 * @param {string} label
 * @param {Entity[]} entities
 * @param {URL} root
 */
const related = (label, entities, root) => (entities.length
  ? createElement("p", {}, `${label}: `, ...entities.flatMap(({ address, name }, at) =>
    (at ? ["; ", link(address, name, root)] : [link(address, name, root)]))) : null);

/**
 * @param {string} address
 * @param {Child} text
 * @param {URL} root
 */
const link = (address, text, root) => createElement("a", { href: new URL(address, root).href }, text);
