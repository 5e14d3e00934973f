// The five best answers below the search box, for mouse, keyboard and screen reader.
import { markTitle } from "./excerpt.js";
import { ask, reason } from "./index.js";
import { make, marked } from "./nodes.js";
import { ONLY_SIGNS } from "./sentences.js";

const SHOWN = 5;
const SHORTEST = 2;
const PAUSE = 150;

/** Makes a combobox of the input of a form. */
export function attach(form, input) {
  new Combobox(form, input);
}

class Combobox {
  constructor(form, input) {
    this.form = form;
    this.input = input;
    this.base = new URL("chi-muc/", form.action);
    this.list = make("ul", { id: "tim-goi-y", className: "suggestions", role: "listbox",
      "aria-label": "Bài khớp nhất", hidden: true });
    this.status = make("p", { className: "visually-hidden", role: "status" });
    form.append(this.list, this.status);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id })) input.setAttribute(name, value);
    this.active = -1;
    this.asked = 0;
    input.addEventListener("input", () => this.later());
    input.addEventListener("keydown", (event) => this.press(event));
    form.addEventListener("focusout", (event) => { if (!form.contains(event.relatedTarget)) this.close(); });
    // The index is opened while the first letters are typed; what fails is told by the query.
    ask(this.base, () => undefined).catch(() => undefined);
    this.later();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.suggest(), PAUSE);
  }

  async suggest() {
    const text = this.input.value;
    if (text.trim().length < SHORTEST || document.activeElement !== this.input) {
      this.close();
      return;
    }
    this.asked += 1;
    const { asked } = this;
    try {
      const { found, cards } = await ask(this.base, async (searcher) => {
        const answer = await searcher.search(text);
        const docs = answer.docs.slice(0, SHOWN);
        return { found: answer, cards: await Promise.all(docs.map((doc) => searcher.reader.card(doc))) };
      });
      if (asked === this.asked) this.show(found, cards);
    } catch (error) {
      if (asked === this.asked) this.tell(reason(error));
    }
  }

  show({ docs, marks, isWordless }, cards) {
    if (isWordless || !cards.length) {
      this.tell(isWordless ? ONLY_SIGNS : "Chưa thấy bài nào khớp.");
      return;
    }
    const options = cards.map((card, number) => this.option(number, () => this.go(card), suggestion(card, marks)));
    const total = docs.length.toLocaleString("vi");
    if (docs.length > cards.length) {
      options.push(this.option(cards.length, () => this.form.requestSubmit(), `Xem cả ${total} bài`));
    }
    this.list.replaceChildren(...options);
    this.status.textContent = `${total} bài khớp; dùng phím mũi tên để chọn trong ${cards.length} bài đầu.`;
    this.open();
  }

  option(number, choose, content) {
    return make("li", { id: `tim-goi-y-${number}`, role: "option", "aria-selected": "false",
      on: { mousedown: (event) => event.preventDefault(), click: choose } }, content);
  }

  tell(sentence) {
    this.list.replaceChildren(make("li", { className: "suggestion-none", role: "option", "aria-disabled": "true" }, sentence));
    this.status.textContent = sentence;
    this.open();
  }

  open() {
    this.active = -1;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** Closes the list; an answer that is still to come does not open it again. */
  close() {
    clearTimeout(this.timer);
    this.asked += 1;
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  get options() {
    return [...this.list.querySelectorAll("[aria-selected]")];
  }

  press(event) {
    if (event.isComposing) return;
    const { options } = this;
    const isOpen = !this.list.hidden;
    if (event.key === "Escape") {
      if (isOpen) event.preventDefault();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!isOpen) this.later();
      else if (options.length) this.move(event.key === "ArrowDown" ? 1 : -1, options);
    } else if (event.key === "Enter" && isOpen && this.active >= 0) {
      event.preventDefault();
      options[this.active].click();
    }
  }

  move(step, options) {
    const count = options.length + 1;
    this.active = ((this.active + 1 + step + count) % count) - 1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.active)));
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else this.input.setAttribute("aria-activedescendant", options[this.active].id);
  }

  go(card) {
    window.location.assign(new URL(`../${card.address}`, this.form.action));
  }
}

function suggestion(card, marks) {
  const note = [card.date, card.types].filter(Boolean).join(" · ");
  return [make("span", { className: "suggestion-title" }, marked(markTitle(card, marks))),
    note ? make("span", { className: "suggestion-note" }, note) : ""];
}
