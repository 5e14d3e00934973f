// The buttons above an article, each wired to its part.
((bantin) => {
  "use strict";

  const article = document.querySelector("[data-article]");
  const status = article.querySelector(".toolbar-status");
  const panel = article.querySelector(".citation");
  const tool = (name) => article.querySelector(`[data-tool="${name}"]`);
  const address = document.querySelector('link[rel="canonical"]')?.href || location.href.split("#")[0];
  const say = (text) => {
    status.textContent = text;
  };

  const NO_VOICE =
    "Máy này chưa có giọng đọc tiếng Việt. Hãy thêm giọng tiếng Việt trong phần cài đặt ngôn ngữ của máy rồi mở lại trang.";
  let reader = null;

  function show(state) {
    const isPlaying = state === "playing";
    const isOn = state !== "stopped";
    const hadFocus = [tool("listen"), tool("pause"), tool("stop")].includes(document.activeElement);
    tool("listen").hidden = isPlaying;
    tool("listen").textContent = isOn ? "Đọc tiếp" : "Nghe bài";
    tool("pause").hidden = !isPlaying;
    tool("stop").hidden = !isOn;
    if (hadFocus) tool(isPlaying ? "pause" : "listen").focus();
    say({ playing: "Đang đọc bài.", paused: "Đang tạm dừng.", stopped: "" }[state]);
  }

  async function listen() {
    if (!reader) {
      say("Đang tìm giọng đọc tiếng Việt…");
      const voice = await bantin.speech.voice();
      if (!voice) return say(NO_VOICE);
      reader = bantin.speech.reader(article.querySelector("[data-readable]"), voice, show);
    }
    reader.play();
  }

  async function copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      say(done);
    } catch {
      say(`Trình duyệt không cho chép tự động; hãy tự chép: ${text}`);
    }
  }

  async function share() {
    const { title } = article.dataset;
    if (!navigator.share) return copy(address, "Đã chép địa chỉ của bài.");
    try {
      await navigator.share({ title, url: address });
    } catch (error) {
      if (error.name !== "AbortError") await copy(address, "Đã chép địa chỉ của bài.");
    }
  }

  function cite() {
    panel.hidden = !panel.hidden;
    tool("cite").setAttribute("aria-expanded", String(!panel.hidden));
    const item = bantin.citation.describe(article, address);
    for (const [name, form] of Object.entries(bantin.citation.forms)) {
      panel.querySelector(`[data-citation="${name}"]`).textContent = form(item);
    }
  }

  async function save() {
    await bantin.saving.save(article, address);
    say("Đã lưu bài thành một tệp HTML.");
  }

  const actions = { listen, save, share, cite, print: () => window.print(), pause: () => reader.pause(), stop: () => reader.stop() };
  for (const [name, action] of Object.entries(actions)) tool(name).addEventListener("click", action);
  panel.addEventListener("click", ({ target }) => {
    const name = target.dataset.copy;
    if (name) copy(panel.querySelector(`[data-citation="${name}"]`).textContent, "Đã chép trích dẫn.");
  });
  window.addEventListener("pagehide", () => reader?.stop());
})(window.bantin);
