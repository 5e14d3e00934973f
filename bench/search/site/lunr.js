// The search worker of Material for MkDocs; results are told by their addresses.
const [SETUP, QUERY] = [0, 2];

export async function open() {
  const index = await (await fetch("/lunr/search_index.json")).json();
  const worker = new Worker("/material/workers/search.js");
  const told = (type, data) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data: answer }) => resolve(answer.data);
    worker.onerror = reject;
    worker.postMessage({ type, data });
  });
  await told(SETUP, { ...index, options: { suggest: false } });
  return async (text) => {
    const { items } = await told(QUERY, text);
    return items.map(([first]) => first.location.split("#")[0]);
  };
}
