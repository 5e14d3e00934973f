// Elements made one by one: text is never read as HTML.

/** An element with its properties and children; `on` holds listeners, `aria-…` are attributes. */
export function make(name, properties = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === "on") for (const [event, listen] of Object.entries(value)) node.addEventListener(event, listen);
    else if (key.includes("-") || key === "role" || key === "for") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ""));
  return node;
}

/** Pieces of text, hits marked. */
export const marked = (pieces) =>
  pieces.map(({ text, isHit }) => (isHit ? make("mark", {}, text) : text));
