// @ts-check
/**
 * Fills the search dialog with the results of Pagefind, an index in pagefind/ made after the build.
 * site.js fetches this file when the dialog first opens.
 *
 * @typedef {{ url: string, excerpt: string, meta: { title: string, plek?: string } }} Result
 *   `excerpt` is HTML by Pagefind: escaped text with the words found in <mark>.
 * @typedef {{ results: { data: () => Promise<Result> }[] }} Found
 * @typedef {{ debouncedSearch: (term: string, options: {}, wait: number) => Promise<Found | null> }} Pagefind
 */
(() => {
  const SHOWN = 20;
  const WAIT_MS = 200;

  const dialog = document.querySelector(".search-dialog");
  const form = dialog?.querySelector("form");
  const input = dialog?.querySelector("input");
  const status = dialog?.querySelector("[role=status]");
  const list = dialog?.querySelector(".search-dialog__results");
  if (!(dialog instanceof HTMLElement) || !form || !input || !status || !list) return;

  /** The address of Pagefind: absolute, because import() counts from this script. */
  const address = new URL(dialog.dataset.index ?? "", document.baseURI).href;
  /** @type {Promise<Pagefind> | undefined} */
  let pagefind;

  /** @param {Result} result */
  function makeItem(result) {
    const link = document.createElement("a");
    link.href = result.url;
    link.textContent = result.meta.title;
    const item = document.createElement("li");
    item.append(link);
    if (result.meta.plek) {
      const place = document.createElement("p");
      place.className = "search-dialog__place";
      place.textContent = result.meta.plek;
      item.append(place);
    }
    const excerpt = document.createElement("p");
    excerpt.innerHTML = result.excerpt;
    item.append(excerpt);
    return item;
  }

  /**
   * @param {string} term
   * @param {number} count
   */
  function describe(term, count) {
    if (count === 0) return `Niets gevonden voor ‘${term}’. Probeer een ander of een korter woord.`;
    if (count === 1) return `1 pagina gevonden voor ‘${term}’.`;
    const shown = count > SHOWN ? ` Je ziet de eerste ${SHOWN}.` : "";
    return `${count} pagina's gevonden voor ‘${term}’.${shown}`;
  }

  const search = async () => {
    const term = input.value.trim();
    if (!term) {
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      pagefind ??= /** @type {Promise<Pagefind>} */ (import(address));
      const found = await (await pagefind).debouncedSearch(term, {}, WAIT_MS);
      if (!found) return; // the reader typed on: a later search answers
      const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (term !== input.value.trim()) return;
      list.replaceChildren(...results.map(makeItem));
      status.textContent = describe(term, found.results.length);
    } catch {
      list.replaceChildren();
      pagefind = undefined; // the next word tries again
      status.textContent = `${navigator.onLine ? "Zoeken lukt hier nu niet." : "Zoeken kan alleen met internet."} Hieronder vind je alle pagina's bij elkaar.`;
    }
  };

  input.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  search();
})();
