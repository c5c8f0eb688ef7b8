// @ts-check
/**
 * What a deelnemer did, on this device only: `window.leeromgeving.voortgang` (types/leeromgeving.d.ts),
 * and where this page stands: `root` and `uri`. One value in localStorage holds an item per key with
 * its moment. Of the same item the newest wins, so that files, tabs and devices merge in any order.
 *
 * Listens for `oefening` and keeps what came of it; tells by `voortgang` on document that something
 * changed, in this tab or another. This script's data-voorheen holds former addresses of this page:
 * what was kept under those still counts; data-weg says that there is no page here (404).
 */
(() => {
  const VERSIE = 1;
  const MAX_TEXT = 5_000_000; // characters: more than localStorage takes
  const LAST_MOMENT = Date.parse("9999-12-31T23:59:59.999Z"); // later moments don't sort as text
  const UITSLAGEN = ["goed", "deels", "fout", "gedaan"];
  const WAARSCHUWING = "Je voortgang wordt op dit apparaat niet bewaard. Sluit je deze pagina, dan is die weg.";
  const ONLEESBAAR = "Wat hier eerder is bewaard, kunnen we niet lezen. We laten het staan en bewaren er niets bij. Wissen kan bij Mijn voortgang.";

  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const root = new URL("../../../", script.src).href;
  const here = location.href.replace(/[?#].*$/s, "").replace(/(^|\/)index\.html$/, "$1");
  const uri = decodeURI(here.startsWith(root) ? here.slice(root.length) : "");
  const isOnDisk = location.protocol === "file:"; // all folders share one storage there
  const KEY = `leeromgeving:voortgang${isOnDisk ? ` ${root}` : ""}`;
  /** @type {Leeromgeving["address"]} */
  const address = (path) =>
    root + (isOnDisk ? path.replace(/(^|\/)(?=#|$)/, "$1index.html") : path);
  const voorheen = (script.dataset.voorheen ?? "").split(" ").filter(Boolean);

  /* What an item may be. Kinds of which nothing is said here may hold any Waarde. */

  /** @param {unknown} value @returns {value is string} */
  const isText = (value) => typeof value === "string";
  /** @param {unknown} value */
  const isAmount = (value) => Number.isFinite(value) && Number(value) >= 0;
  /** @param {unknown} value as Date.toISOString gives it, so that the order of texts is that of time */
  const isMoment = (value) =>
    isText(value) && /^\d{4}-/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString() === value;
  /** @param {unknown} value */
  const isDay = (value) => value === "" || (isText(value) && isMoment(`${value}T00:00:00.000Z`));

  /** @type {Record<string, Record<string, (value: unknown) => boolean>>} */
  const FIELDS = {
    onderdeel: { titel: isText, module: isText, moduletitel: isText, minuten: isAmount },
    plek: { uri: isText, titel: isText, moduletitel: isText },
    pagina: { titel: isText, moduletitel: isText },
    doel: { titel: isText, tekst: isText, datum: isDay },
    leerroute: { titel: isText, minuten: isAmount },
  };
  /** @type {Record<string, (value: unknown) => boolean>} */
  const VALUES = {
    oefening: (value) => isText(value) && UITSLAGEN.includes(value),
    reflectie: isText,
    luisteren: isAmount,
    snelheid: isAmount,
  };

  /** @param {unknown} value */
  const isPlain = (value) => isText(value) || typeof value === "boolean" || Number.isFinite(value);
  /** @param {unknown} value @returns {value is Record<string, unknown>} */
  const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  /** @param {string} key @param {unknown} item */
  function isItem(key, item) {
    const kind = /^([a-z]+)(:.+)?$/s.exec(key)?.[1] ?? "";
    if (!kind || !isRecord(item) || !isMoment(item.tijd) || Object.keys(item).length !== 2) return false;
    const { waarde } = item;
    if (waarde === null) return true;
    const fields = Object.hasOwn(FIELDS, kind) ? FIELDS[kind] : undefined;
    if (Object.hasOwn(VALUES, kind)) return VALUES[kind](waarde);
    if (!isRecord(waarde)) return !fields && isPlain(waarde);
    return Object.values(waarde).every(isPlain) && Object.entries(fields ?? {}).every(([name, isRight]) => isRight(waarde[name]));
  }

  /**
   * The items of a stored or exported text, or a sentence about why it is refused. Throws nothing.
   * @param {string} text
   * @returns {VoortgangGelezen}
   */
  function parse(text) {
    const damaged = { fout: "Dit is geen voortgang van de leeromgeving, of die is beschadigd." };
    if (text.length > MAX_TEXT) return damaged;
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return damaged;
    }
    if (!isRecord(data) || !Number.isInteger(data.versie)) return damaged;
    if (Number(data.versie) > VERSIE) return { fout: "Deze voortgang is gemaakt met een nieuwere versie van de leeromgeving." };
    if (Number(data.versie) < VERSIE) return { fout: "Deze voortgang is gemaakt met een oudere versie van de leeromgeving, die we niet meer kunnen lezen." };
    const { items } = data;
    if (!isRecord(items) || !Object.entries(items).every(([key, item]) => isItem(key, item))) return damaged;
    return { items: /** @type {VoortgangItems} */ (items) };
  }

  /** @param {Waarde} waarde the same text for the same value, whatever the order of its fields */
  const canonical = (waarde) => JSON.stringify(waarde, isRecord(waarde) ? Object.keys(waarde).sort() : undefined);

  /** @param {VoortgangItem} a @param {VoortgangItem} b */
  const isNewer = (a, b) => (a.tijd === b.tijd ? canonical(a.waarde) > canonical(b.waarde) : a.tijd > b.tijd);

  /** @param {VoortgangItems} a @param {VoortgangItems} b @returns {VoortgangItems} */
  function merge(a, b) {
    const merged = new Map(Object.entries(a));
    for (const [key, item] of Object.entries(b)) {
      const other = merged.get(key);
      if (!other || isNewer(item, other)) merged.set(key, item);
    }
    return Object.fromEntries(merged);
  }

  /** @param {VoortgangItems} items */
  const asText = (items) => JSON.stringify({ versie: VERSIE, items });

  /* The store. `own` is what this page view wrote: all there is where nothing is kept, and what to
     write again when another tab wrote at the same time. */

  /** @type {VoortgangItems} */
  let own = {};
  let isKept = true;
  /** @type {{ text: string | null, read: VoortgangGelezen } | undefined} */
  let last;

  /** What is stored; parsed only when it changed. @returns {VoortgangGelezen} */
  function read() {
    try {
      const text = localStorage.getItem(KEY);
      if (last?.text !== text || !last) last = { text, read: text === null ? { items: {} } : parse(text) };
      return last.read;
    } catch {
      return { fout: "" };
    }
  }

  const all = () => merge(read().items ?? {}, own);

  /** @param {VoortgangItems} items */
  function write(items) {
    own = merge(own, items);
    const stored = read().items;
    isKept = false;
    if (stored) {
      try {
        localStorage.setItem(KEY, asText(merge(stored, own)));
        isKept = true;
      } catch {
        // Storage is full: this page view goes on with what it has.
      }
    }
    tell();
  }

  const tell = () => document.dispatchEvent(new Event("voortgang"));

  /** @param {string} key this one, and those of the former addresses of this page */
  function keysOf(key) {
    const [kind, address = ""] = key.split(/:(.*)/s);
    const [path, mark = ""] = address.split(/(#.*)/s);
    return path && path === uri ? [key, ...voorheen.map((old) => `${kind}:${old}${mark}`)] : [key];
  }

  /** @param {string[]} keys @returns {VoortgangItem | undefined} the newest of these */
  function newest(keys) {
    const items = all();
    return keys.flatMap((key) => items[key] ?? []).reduce((a, b) => (a && !isNewer(b, a) ? a : b), /** @type {VoortgangItem | undefined} */ (undefined));
  }

  /** @type {Voortgang} */
  const voortgang = {
    parse,
    merge,
    asText: () => asText(all()),
    get wordtBewaard() {
      return isKept && "items" in read();
    },
    get waarschuwing() {
      if (voortgang.wordtBewaard) return "";
      return read().fout ? ONLEESBAAR : WAARSCHUWING;
    },
    get: (key) => newest(keysOf(key))?.waarde ?? null,
    isDone: (uris) => (newest(uris.flatMap((each) => [`onderdeel:${each}`, `leerroute:${each}`]))?.waarde ?? null) !== null,
    get plek() {
      const [last] = voortgang.entries("plek:").sort(([, , a], [, , b]) => (a > b ? -1 : 1));
      return last ? /** @type {Plek} */ (last[1]) : null;
    },
    set(key, waarde) {
      const [, ...former] = keysOf(key);
      // Later than what it replaces, also where a clock runs behind.
      const after = Date.parse(newest([key, ...former])?.tijd ?? "") + 1 || 0;
      const tijd = new Date(Math.min(Math.max(Date.now(), after), LAST_MOMENT)).toISOString();
      const item = { tijd, waarde };
      if (!isItem(key, item)) throw new TypeError(`Not a value for ${key}`);
      const items = all();
      write(Object.fromEntries([
        [key, item],
        ...former.filter((old) => items[old]).map((old) => [old, { tijd, waarde: null }]),
      ]));
    },
    entries: (prefix) => Object.entries(all())
      .filter(([key, { waarde }]) => key.startsWith(prefix) && waarde !== null)
      .map(([key, { waarde, tijd }]) => [key.slice(prefix.length), waarde, tijd]),
    importText(text) {
      const read = parse(text);
      if (!read.items) return { fout: read.fout };
      const before = all();
      const after = merge(before, read.items);
      write(read.items);
      return { keys: Object.keys(after).filter((key) => canonical(after[key].waarde) !== canonical(before[key]?.waarde ?? null)) };
    },
    wipe() {
      own = {};
      try {
        localStorage.removeItem(KEY);
        isKept = true;
      } catch {
        // Storage is blocked: there was nothing in it.
      }
      tell();
    },
  };
  window.leeromgeving = Object.assign(window.leeromgeving ?? {}, { root, uri, address, voortgang });

  // Places that were removed (404), or renamed: afgerond.js keeps the new one.
  const gone = "weg" in script.dataset ? [uri] : voorheen;
  for (const [module, plek] of voortgang.entries("plek:")) {
    if (gone.includes(/** @type {Plek} */ (plek).uri)) voortgang.set(`plek:${module}`, null);
  }

  addEventListener("storage", ({ key, newValue }) => {
    if (key !== KEY && key !== null) return;
    if (newValue === null) own = {}; // wiped
    const stored = read().items;
    if (stored && asText(merge(stored, own)) !== asText(stored)) write({}); // two tabs at the same time
    else tell();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return; // back to a page that slept while others wrote
    if (isKept) own = {};
    tell();
  });
  document.addEventListener("oefening", (event) => {
    const { id, uitslag } = /** @type {CustomEvent<OefeningDetail>} */ (event).detail;
    voortgang.set(`oefening:${uri}#${id}`, uitslag);
  });
})();
