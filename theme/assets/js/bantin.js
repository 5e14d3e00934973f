// The portal's script: loads each part only where its page has it.
const parts = document.querySelectorAll("[data-part]");
for (const part of parts) {
  const module = await import(`./${part.dataset.part}.js`);
  module.start(part);
}
