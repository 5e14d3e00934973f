// Pagefind as it comes; results are told by the names of their fragments.
const SHOWN = 10;

export async function open(folder = "pagefind", written = (text) => text) {
  const pagefind = await import(`/${folder}/pagefind.js`);
  await pagefind.init();
  return async (text) => {
    const { results } = await pagefind.search(written(text));
    await Promise.all(results.slice(0, SHOWN).map((result) => result.data()));
    return results.map(({ id }) => id);
  };
}
