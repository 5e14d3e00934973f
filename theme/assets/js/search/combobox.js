// The five best results below the search box, for mouse, keyboard and screen reader (ARIA combobox).
import { withSource } from "./address.js";
import { messageOf, withSearcher } from "./client.js";
import { createElement, highlighted } from "./dom.js";
import { entitiesBeginning } from "./entities.js";
import { noteOf } from "./entity-card.js";
import { highlightTitle } from "./excerpt.js";
import { ONLY_SYMBOLS, nothingFound } from "./messages.js";
/** @import { Child } from "./dom.js" */
/** @import { Card } from "./codec.js" */
/** @import { Entity } from "./entities.js" */
/** @import { Highlights, SearchResult } from "./searcher.js" */

const SHOWN = 5;
const MIN_CHARACTERS = 2;
const DELAY = 150;

/**
 * Makes a combobox of the input of a form.
 *
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export function attach(form, input) {
  new Combobox(form, input).listen();
}

class Combobox {
  /**
   * @param {HTMLFormElement} form
   * @param {HTMLInputElement} input
   */
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.base = new URL("chi-muc/", form.action);
    this.list = createElement("ul", { id: "tim-goi-y", className: "suggestions", role: "listbox",
      "aria-label": "Bài khớp nhất", hidden: true });
    this.status = createElement("p", { className: "visually-hidden", role: "status" });
    /** Which option is active; -1 is the input itself. */
    this.active = -1;
    /** Number of the latest query: an answer to an earlier one comes too late. */
    this.latest = 0;
    /** @type {number | undefined} */
    this.timer = undefined;
  }

  listen() {
    const { form, input } = this;
    form.append(this.list, this.status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id })) input.setAttribute(name, value);
    input.addEventListener("input", () => this.schedule());
    input.addEventListener("keydown", (event) => this.onKey(event));
    form.addEventListener("focusout", ({ relatedTarget }) => {
      if (!form.contains(/** @type {Node | null} */ (relatedTarget))) this.close();
    });
    // The index is opened while the first letters are typed; a failure shows with the first query.
    withSearcher(this.base, () => undefined).catch(() => undefined);
    this.schedule();
  }

  schedule() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), DELAY);
  }

  async suggest() {
    const text = this.input.value;
    if (text.trim().length < MIN_CHARACTERS || document.activeElement !== this.input) {
      this.close();
      return;
    }
    this.latest += 1;
    const number = this.latest;
    try {
      const { named, result, cards } = await withSearcher(this.base, async (searcher) => {
        const asked = await withSource(searcher.index, text, {});
        const found = await searcher.search(asked.text, { filters: asked.filters });
        const pages = found.entities.length || asked.isSource
          ? found.entities : await entitiesBeginning(searcher.index, text);
        const docs = found.docs.slice(0, SHOWN);
        const hasNoWords = found.hasNoWords && !asked.isSource;
        return { named: pages, result: { ...found, hasNoWords }, cards: await Promise.all(docs.map((doc) => searcher.index.card(doc))) };
      });
      if (number === this.latest) this.show(result, cards, named);
    } catch (error) {
      if (number === this.latest) this.say(messageOf(error));
    }
  }

  /**
   * @param {SearchResult} result
   * @param {Card[]} cards
   * @param {Entity[]} named
   */
  show({ docs, highlights, hasNoWords, absent }, cards, named) {
    if (hasNoWords || !(cards.length + named.length)) {
      this.say(hasNoWords ? ONLY_SYMBOLS : nothingFound(absent));
      return;
    }
    const pages = named.map((entity, number) => this.option(number, () => this.open(entity), entitySuggestion(entity)));
    const options = [...pages, ...cards.slice(0, SHOWN - pages.length).map((card, number) =>
      this.option(pages.length + number, () => this.open(card), suggestion(card, highlights)))];
    const total = docs.length.toLocaleString("vi");
    const shown = options.length - pages.length;
    if (docs.length > shown) {
      options.push(this.option(options.length, () => this.form.requestSubmit(), `Xem cả ${total} bài`));
    }
    this.list.replaceChildren(...options);
    this.status.textContent = `${total} bài khớp; dùng phím mũi tên để chọn trong ${pages.length ? `${pages.length} trang và ` : ""}${shown} bài đầu.`;
    this.expand();
  }

  /**
   * @param {number} number
   * @param {() => void} choose
   * @param {Child | Child[]} content
   */
  option(number, choose, content) {
    return createElement("li", { id: `tim-goi-y-${number}`, role: "option", "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: choose } }, content);
  }

  /** @param {string} sentence */
  say(sentence) {
    this.list.replaceChildren(createElement("li",
      { className: "suggestion-none", role: "option", "aria-disabled": "true" }, sentence));
    this.status.textContent = sentence;
    this.expand();
  }

  expand() {
    this.active = -1;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Closes the list; an answer that is still to come does not open it again. */
  close() {
    clearTimeout(this.timer);
    this.latest += 1;
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  get options() {
    return /** @type {HTMLElement[]} */ ([...this.list.querySelectorAll("[aria-selected]")]);
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.isComposing) return;
    const { options } = this;
    const isOpen = !this.list.hidden;
    if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) this.schedule();
      else if (options.length) this.move(event.key === "ArrowDown" ? 1 : -1, options);
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      options[this.active].click();
    }
  }

  /**
   * Makes the next or previous option active; after the last one comes the input, then the first.
   *
   * @param {1 | -1} step
   * @param {HTMLElement[]} options
   */
  move(step, options) {
    const count = options.length + 1;
    this.active = ((this.active + 1 + step + count) % count) - 1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", options[this.active].id);
  }

  /** @param {{ address: string }} page */
  open({ address }) {
    window.location.assign(new URL(`../${address}`, this.form.action));
  }
}

/**
 * @param {Card} card
 * @param {Highlights} highlights
 */
function suggestion(card, highlights) {
  const note = [card.date, card.types].filter(Boolean).join(" · ");
  return [createElement("span", { className: "suggestion-title" }, highlighted(highlightTitle(card, highlights))),
    note ? createElement("span", { className: "suggestion-note" }, note) : ""];
}

/** @param {Entity} entity */
const entitySuggestion = (entity) => [createElement("span", { className: "suggestion-title" }, entity.name),
  createElement("span", { className: "suggestion-note" }, noteOf(entity))];
