// Reading aloud with the browser's own Vietnamese voice, sentence by sentence.
((bantin) => {
  "use strict";

  const BLOCKS = "h2, h3, p, li, figcaption, td, th";
  const WAIT = 1500;
  const END = /[^.!?…]+(?:[.!?…]+["”’)»]*|$)\s*/gu;

  /** The sentences of a text as [start, end] pairs. */
  function cut(text) {
    if (typeof Intl.Segmenter === "function") {
      const parts = new Intl.Segmenter("vi", { granularity: "sentence" }).segment(text);
      return [...parts].map((part) => [part.index, part.index + part.segment.length]);
    }
    return [...text.matchAll(END)].map((match) => [match.index, match.index + match[0].length]);
  }

  /** A range over the characters from start to end of an element's text. */
  function range(element, start, end) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found = document.createRange();
    let passed = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = node.data.length;
      if (start >= passed && start <= passed + length) found.setStart(node, start - passed);
      if (end <= passed + length) {
        found.setEnd(node, end - passed);
        break;
      }
      passed += length;
    }
    return found;
  }

  /** The text of a block up to the first block within it: a list item before its inner list. */
  function own(block) {
    const inner = block.querySelector(BLOCKS);
    if (!inner) return block.textContent;
    const before = document.createRange();
    before.setStart(block, 0);
    before.setEndBefore(inner);
    return before.toString();
  }

  /** All sentences to be read, in order, each with the block and the range it stands in. */
  function sentences(root) {
    return [...root.querySelectorAll(BLOCKS)].flatMap((block) =>
      cut(own(block))
        .map(([start, end]) => ({ block, text: block.textContent.slice(start, end).replace(/\s+/g, " ").trim(), start, end }))
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
        .map(({ start, end, ...rest }) => ({ ...rest, range: range(block, start, end) })),
    );
  }

  const pick = () => speechSynthesis.getVoices().find((voice) => /^vi\b/i.test(voice.lang.replace("_", "-")));

  /** The Vietnamese voice, or undefined; browsers load their list of voices late. */
  function voice() {
    if (!("speechSynthesis" in window)) return Promise.resolve(undefined);
    const found = pick();
    if (found) return Promise.resolve(found);
    return new Promise((resolve) => {
      const settle = () => {
        speechSynthesis.removeEventListener?.("voiceschanged", settle);
        resolve(pick());
      };
      speechSynthesis.addEventListener?.("voiceschanged", settle);
      setTimeout(settle, WAIT);
    });
  }

  function mark(sentence) {
    document.querySelector(".is-read")?.classList.remove("is-read");
    CSS.highlights?.delete("sentence");
    if (!sentence) return;
    sentence.block.classList.add("is-read");
    if (CSS.highlights) CSS.highlights.set("sentence", new Highlight(sentence.range));
    const { top, bottom } = sentence.block.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) sentence.block.scrollIntoView({ block: "center" });
  }

  /** A reader of one element. Pausing forgets the utterance but not the place: engines on phones cannot pause. */
  function reader(root, speaker, changed) {
    const queue = sentences(root);
    let place = 0;
    let turn = 0;

    function speak() {
      const mine = ++turn;
      if (place >= queue.length) return stop();
      const utterance = new SpeechSynthesisUtterance(queue[place].text);
      utterance.voice = speaker;
      utterance.lang = speaker.lang;
      utterance.onend = utterance.onerror = () => {
        if (mine !== turn) return;
        place += 1;
        speak();
      };
      mark(queue[place]);
      speechSynthesis.speak(utterance);
    }

    function halt(state) {
      turn += 1;
      speechSynthesis.cancel();
      changed(state);
    }

    function play() {
      changed("playing");
      speak();
    }

    function stop() {
      place = 0;
      mark(null);
      halt("stopped");
    }

    return { play, stop, pause: () => halt("paused") };
  }

  bantin.speech = { cut, reader, voice };
})((window.bantin = window.bantin || {}));
