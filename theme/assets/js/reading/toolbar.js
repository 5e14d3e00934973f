// The buttons above an article, each connected to what it does.
((bantin) => {
  "use strict";

  const NO_VOICE =
    "Máy này chưa có giọng đọc tiếng Việt. Hãy thêm giọng tiếng Việt trong phần cài đặt ngôn ngữ của máy rồi mở lại trang.";

  /**
   * The element that the page always has below another one.
   *
   * @param {ParentNode} parent
   * @param {string} selector
   */
  const select = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector));

  const article = select(document, "[data-article]");
  const status = select(article, ".toolbar-status");
  const citations = select(article, ".citation");
  const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel="canonical"]'));
  const address = canonical?.href || location.href.split("#")[0];
  /** @type {SpeechPlayer | undefined} */
  let player;

  /** @param {string} name */
  const tool = (name) => select(article, `[data-tool="${name}"]`);
  /** @param {string} name */
  const citation = (name) => select(citations, `[data-citation="${name}"]`);
  /** @param {string} text */
  const say = (text) => {
    status.textContent = text;
  };

  /** @param {SpeechState} state */
  function show(state) {
    const isPlaying = state === "playing";
    const isOn = state !== "stopped";
    const hadFocus = ["listen", "pause", "stop"].some((name) => tool(name) === document.activeElement);
    tool("listen").hidden = isPlaying;
    tool("listen").textContent = isOn ? "Đọc tiếp" : "Nghe bài";
    tool("pause").hidden = !isPlaying;
    tool("stop").hidden = !isOn;
    if (hadFocus) tool(isPlaying ? "pause" : "listen").focus();
    say({ playing: "Đang đọc bài.", paused: "Đang tạm dừng.", stopped: "" }[state]);
  }

  async function listen() {
    if (!player) {
      say("Đang tìm giọng đọc tiếng Việt…");
      const voice = await bantin.speech.findVoice();
      if (!voice) {
        say(NO_VOICE);
        return;
      }
      player = bantin.speech.createPlayer(select(article, "[data-readable]"), voice, show);
    }
    player.play();
  }

  /**
   * @param {string} text
   * @param {string} done what to say where it worked
   */
  async function copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(`Trình duyệt không cho chép tự động; hãy tự chép: ${text}`);
    }
  }

  const copyAddress = () => copy(address, "Đã chép địa chỉ của bài.");

  async function share() {
    // Not all browsers have it, whatever the types say.
    if (typeof navigator.share !== "function") {
      await copyAddress();
      return;
    }
    try {
      await navigator.share({ title: article.dataset.title, url: address });
    } catch (error) {
      // The reader closed the dialog: nothing is wrong.
      if (!(error instanceof Error) || error.name !== "AbortError") await copyAddress();
    }
  }

  function cite() {
    citations.hidden = !citations.hidden;
    tool("cite").setAttribute("aria-expanded", String(!citations.hidden));
    const described = bantin.citation.describe(article, address);
    for (const [name, form] of Object.entries(bantin.citation.forms)) {
      citation(name).textContent = form(described);
    }
  }

  async function save() {
    await bantin.saving.save(article, address);
    say("Đã lưu bài thành một tệp HTML.");
  }

  /** @param {string} name */
  function downloadCitation(name) {
    const [ending, type] = bantin.citation.files[name];
    bantin.saving.download(`${article.dataset.key}.${ending}`, type, `${citation(name).textContent}\n`);
    say("Đã tải trích dẫn thành một tệp.");
  }

  const actions = {
    listen,
    save,
    share,
    cite,
    print: () => window.print(),
    pause: () => player?.pause(),
    stop: () => player?.stop(),
  };
  for (const [name, action] of Object.entries(actions)) tool(name).addEventListener("click", action);
  citations.addEventListener("click", ({ target }) => {
    const { copy: copied, download } = /** @type {HTMLElement} */ (target).dataset;
    if (copied) copy(citation(copied).textContent ?? "", "Đã chép trích dẫn.");
    if (download) downloadCitation(download);
  });
  window.addEventListener("pagehide", () => player?.stop());
})(/** @type {ReadingTools} */ (window.bantin));
