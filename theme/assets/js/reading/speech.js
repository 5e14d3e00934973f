// Reading aloud with the browser's own Vietnamese voice, sentence by sentence.
((bantin) => {
  "use strict";

  const BLOCKS = "h2, h3, p, li, figcaption, td, th";
  const WAIT_FOR_VOICES = 1500;
  const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’)»]*|$)\s*/gu;

  /** @typedef {{ block: Element, text: string, range: Range }} Sentence */

  /**
   * The sentences of a text, by their offsets.
   *
   * @param {string} text
   * @returns {{ start: number, end: number }[]}
   */
  function split(text) {
    if (typeof Intl.Segmenter === "function") {
      const segments = new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text);
      return [...segments].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
    }
    return [...text.matchAll(SENTENCE)].map(({ 0: sentence, index }) =>
      ({ start: index, end: index + sentence.length }));
  }

  /**
   * The range from one offset to another in the text of an element.
   *
   * @param {Element} element
   * @param {number} start
   * @param {number} end
   */
  function rangeOf(element, start, end) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let before = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = /** @type {Text} */ (node);
      if (start >= before && start <= before + length) range.setStart(node, start - before);
      if (end <= before + length) {
        range.setEnd(node, end - before);
        break;
      }
      before += length;
    }
    return range;
  }

  /**
   * A text without the mark behind it that links to a task.
   *
   * @param {string} text
   */
  const withoutMark = (text) => text.replace(/\s*¶\s*$/u, "");

  /**
   * The text of a block up to the first block within it: a list item without its inner list.
   *
   * @param {Element} block
   */
  function ownText(block) {
    const inner = block.querySelector(BLOCKS);
    if (!inner) return withoutMark(block.textContent ?? "");
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEndBefore(inner);
    return withoutMark(range.toString());
  }

  /**
   * All sentences of an element that have a letter or a digit.
   *
   * @param {Element} root
   * @returns {Sentence[]}
   */
  function sentencesOf(root) {
    return [...root.querySelectorAll(BLOCKS)].flatMap((block) => {
      const text = ownText(block);
      return split(text)
        .map(({ start, end }) => ({ text: text.slice(start, end).replace(/\s+/g, " ").trim(), start, end }))
        .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence.text))
        .map(({ start, end, ...sentence }) => ({ ...sentence, block, range: rangeOf(block, start, end) }));
    });
  }

  const vietnameseVoice = () =>
    speechSynthesis.getVoices().find((voice) => /^vi\b/i.test(voice.lang.replace("_", "-")));

  /**
   * The Vietnamese voice, if there is one. Browsers load their list of voices late.
   *
   * @returns {Promise<SpeechSynthesisVoice | undefined>}
   */
  function findVoice() {
    if (!("speechSynthesis" in window)) return Promise.resolve(undefined);
    const voice = vietnameseVoice();
    if (voice) return Promise.resolve(voice);
    return new Promise((resolve) => {
      const settle = () => {
        speechSynthesis.removeEventListener?.("voiceschanged", settle);
        resolve(vietnameseVoice());
      };
      speechSynthesis.addEventListener?.("voiceschanged", settle);
      setTimeout(settle, WAIT_FOR_VOICES);
    });
  }

  /**
   * Shows which sentence is read, and scrolls to it; without one, takes the highlight away.
   *
   * @param {Sentence} [sentence]
   */
  function highlight(sentence) {
    document.querySelector(".is-read")?.classList.remove("is-read");
    CSS.highlights?.delete("sentence");
    if (!sentence) return;
    sentence.block.classList.add("is-read");
    if (CSS.highlights) CSS.highlights.set("sentence", new Highlight(sentence.range));
    const { top, bottom } = sentence.block.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) sentence.block.scrollIntoView({ block: "center" });
  }

  /**
   * Reads an element aloud. A pause drops the utterance and remembers the sentence: the engines of
   * telephones cannot pause.
   *
   * @param {Element} root
   * @param {SpeechSynthesisVoice} voice
   * @param {(state: SpeechState) => void} onChange
   * @returns {SpeechPlayer}
   */
  function createPlayer(root, voice, onChange) {
    const sentences = sentencesOf(root);
    let current = 0;
    // Number of the latest utterance: what an earlier one still reports is ignored.
    let latest = 0;

    function speak() {
      latest += 1;
      const number = latest;
      if (current >= sentences.length) {
        stop();
        return;
      }
      const utterance = new SpeechSynthesisUtterance(sentences[current].text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      const next = () => {
        if (number !== latest) return;
        current += 1;
        speak();
      };
      utterance.onend = next;
      utterance.onerror = next;
      highlight(sentences[current]);
      speechSynthesis.speak(utterance);
    }

    /** @param {SpeechState} state */
    function halt(state) {
      latest += 1;
      speechSynthesis.cancel();
      onChange(state);
    }

    function play() {
      onChange("playing");
      speak();
    }

    function stop() {
      current = 0;
      highlight();
      halt("stopped");
    }

    return { play, stop, pause: () => halt("paused") };
  }

  bantin.speech = { createPlayer, findVoice };
})((window.bantin = window.bantin || {}));
