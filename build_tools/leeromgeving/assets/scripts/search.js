// @ts-check
/**
 * Fills the search dialog with the results of Pagefind, an index in pagefind/ made after the build.
 * site.js fetches this file when the dialog first opens.
 *
 * @typedef {{ title: string, url: string, anchor?: {}, weighted_locations: { weight: number, balanced_score: number }[] }} Part
 *   What was found below one heading; without `anchor` above all headings that have an id.
 * @typedef {{ url: string, excerpt: string, meta: { title: string, plek?: string }, sub_results: Part[] }} Result
 *   `excerpt` is HTML by Pagefind: escaped text with the words found in <mark>.
 * @typedef {{ results: { data: () => Promise<Result> }[] }} Found
 * @typedef {{ filters: Record<string, FormDataEntryValue>, sort?: { titel: "asc" } }} Options
 * @typedef {{
 *   filters: () => Promise<Record<string, Record<string, number>>>,
 *   search: (term: string | null, options: Options) => Promise<Found>,
 *   debouncedSearch: (term: string | null, options: Options, wait: number) => Promise<Found | null>,
 * }} Pagefind
 *   A piece of the index that didn't come is to it as good as empty, and never asked for again.
 */
(() => {
  const SHOWN = 20;
  const PARTS = 2; // links into one page
  const WAIT_MS = 200;
  const BY_NAME = new Intl.Collator("nl", { numeric: true }).compare;

  const dialog = document.querySelector(".search-dialog");
  const input = dialog?.querySelector("input");
  const [ask, filters] = dialog?.querySelectorAll("form") ?? [];
  const menus = filters?.querySelectorAll("select") ?? [];
  const summary = dialog?.querySelector("summary");
  const status = dialog?.querySelector("[role=status]");
  const list = dialog?.querySelector(".search-dialog__results");
  if (!(dialog instanceof HTMLDialogElement) || !input || !filters || !summary || !status || !list) return;

  /** The address of Pagefind: absolute, because import() counts from this script. */
  const address = new URL(dialog.dataset.index ?? "", document.baseURI).href;
  /** @type {Promise<Pagefind> | undefined} */
  let pagefind;
  let turn = 0; // only the last search may show what it found

  /** A Pagefind that has nothing yet, so that it asks for what an earlier one didn't get. */
  function renew() {
    // Its worker would fetch most of Pagefind a second time.
    pagefind = import(address).then(({ createInstance }) => createInstance({ noWorker: true }));
    return pagefind;
  }

  const isEmpty = () => [...menus].some((menu) => menu.length === 1);

  /** Offers the filters: only what some page has can be chosen. @param {Pagefind} loaded */
  async function fillMenus(loaded) {
    if (!isEmpty()) return;
    const words = await loaded.filters();
    for (const menu of menus) {
      if (menu.length > 1) continue;
      menu.append(...Object.keys(words[menu.name] ?? {}).sort(BY_NAME).map((word) => new Option(word)));
    }
    if (isEmpty()) pagefind = undefined; // the next search asks for what is missing
  }

  /** @param {string} url @param {string} text */
  function makeLink(url, text) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = text;
    return link;
  }

  /** @param {Part} part */
  const score = (part) => part.weighted_locations.reduce((sum, place) => sum + place.balanced_score, 0);

  /**
   * The parts that say more than the page: a word is in their heading, or only in parts.
   *
   * @param {Result} result
   */
  function bestParts({ sub_results: parts }) {
    const isInPage = parts.some((part) => !part.anchor);
    return parts
      .filter((part) => part.anchor && (!isInPage || part.weighted_locations.some(({ weight }) => weight > 1)))
      .sort((one, other) => score(other) - score(one))
      .slice(0, PARTS);
  }

  /** @param {Result} result */
  function makeItem(result) {
    const item = document.createElement("li");
    item.append(makeLink(result.url, result.meta.title));
    if (result.meta.plek) {
      const place = document.createElement("p");
      place.className = "search-dialog__place";
      place.textContent = result.meta.plek;
      item.append(place);
    }
    const excerpt = document.createElement("p");
    excerpt.innerHTML = result.excerpt;
    item.append(excerpt);
    const parts = bestParts(result);
    if (parts.length) {
      const links = document.createElement("ul");
      for (const part of parts) {
        const entry = document.createElement("li");
        entry.append(makeLink(part.url, part.title));
        links.append(entry);
      }
      item.append(links);
    }
    return item;
  }

  /**
   * @param {string} term
   * @param {boolean} isFiltered
   * @param {number} count
   */
  function describe(term, isFiltered, count) {
    const asked = term && ` voor ‘${term}’`;
    const advice = isFiltered ? "Kies minder filters." : "Probeer een ander of een korter woord.";
    if (count === 0) return `Niets gevonden${asked}. ${advice}`;
    if (count === 1) return `1 pagina gevonden${asked}.`;
    const shown = count > SHOWN ? ` Je ziet de eerste ${SHOWN}.` : "";
    return `${count} pagina's gevonden${asked}.${shown}`;
  }

  /** @param {string} text @param {Result[]} results */
  const show = (text, results = []) => {
    status.textContent = text;
    list.replaceChildren(...results.map(makeItem));
  };

  const search = async () => {
    const own = ++turn;
    const term = input.value.trim();
    const chosen = [...new FormData(filters)].filter(([, word]) => word);
    summary.textContent = chosen.length ? `Filters: ${chosen.length} gekozen` : "Filters";
    if (!pagefind) show("Even wachten: zoeken wordt klaargezet.");
    try {
      let loaded = await (pagefind ?? renew());
      if (own !== turn) return;
      if (!term && !chosen.length) {
        await fillMenus(loaded);
        if (own === turn) show("");
        return;
      }
      /** @type {Options} */
      const options = { filters: Object.fromEntries(chosen) };
      if (!term) options.sort = { titel: "asc" }; // else the best come first
      let found = await loaded.debouncedSearch(term || null, options, WAIT_MS);
      if (!found || own !== turn) return;
      if (!found.results.length) { // or a piece was lost
        if (!navigator.onLine) throw new Error("What may be there can't be fetched.");
        loaded = await renew();
        found = await loaded.search(term || null, options);
      }
      const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (own !== turn) return;
      show(describe(term, chosen.length > 0, found.results.length), results);
      await fillMenus(loaded);
    } catch {
      pagefind = undefined; // the next word tries again
      if (own !== turn) return;
      const cause = navigator.onLine ? "Zoeken lukt hier nu niet." : "Zoeken kan alleen met internet.";
      show(`${cause} Hieronder vind je alle pagina's bij elkaar.`);
    }
  };

  input.addEventListener("input", search);
  filters.addEventListener("change", search);
  filters.addEventListener("reset", () => setTimeout(search)); // the fields are emptied after this
  ask.addEventListener("submit", search); // site.js keeps it from leaving the page
  list.addEventListener("click", ({ target }) => {
    // A place on this page stays behind the dialog until it closes.
    if (target instanceof HTMLAnchorElement && target.pathname === location.pathname) dialog.close();
  });
  search();
})();
