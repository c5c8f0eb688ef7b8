// @ts-check
/**
 * <borg-offline-module>: keeps the module of this page on this device, with its media; data-lijst is
 * the address of the list that offline.py made. <borg-offline-modules>: what is kept here, and how
 * to remove it. Both stay empty where no service worker is at work.
 *
 * A module is a cache of its own (`bewaard` in offline.js says how they are called), and whole once
 * it holds its list: half a module is never called kept, and goes on where it stopped.
 */
(() => {
  /**
   * @typedef {{ module: string, titel: string, versie: string, bytes: number, bestanden: Record<string, [number, string]> }} Lijst
   *   `bestanden`: path below the root → its bytes and the hash of its contents
   * @typedef {{ cache: string, lijst: Lijst }} Bewaard
   */
  const { askFirst, bewaard, button, root, uri } = window.leeromgeving;
  const NOT_KEPT = "Straks geen internet? Bewaar deze module dan vooraf.";
  const KEPT = "Deze module is bewaard op dit apparaat. Hij werkt ook zonder internet.";
  const OLD = "Deze module is bewaard op dit apparaat. Er is een nieuwere versie.";
  const BUSY = "Bezig met bewaren. Blijf op deze pagina tot het klaar is.";
  const STOPPED = "Gestopt. De module is niet bewaard.";
  const CHANGED = "De module is zojuist vernieuwd en nog niet bewaard. Probeer het opnieuw.";
  const GONE = "De verbinding viel weg. De module is niet bewaard. Probeer het opnieuw: we gaan verder waar het stopte.";
  const NO_RETURN = "Zonder internet kun je niets terughalen.";
  const FULL = "Er is te weinig ruimte op dit apparaat. De module is niet bewaard. Maak ruimte en probeer het opnieuw.";

  /** @param {number} bytes as pages/wording.py tells them */
  const size = (bytes) =>
    bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`;

  /** The caches of a module, or of all: also those that aren't whole. @param {string} [module] its address */
  async function moduleCaches(module) {
    const start = bewaard.modules + (module ? `${module} ` : "");
    return (await caches.keys()).filter((name) => name.startsWith(start));
  }

  /** @param {string} [module] */
  const removeModules = async (module) => Promise.all((await moduleCaches(module)).map((name) => caches.delete(name)));

  /** The modules that are whole. @returns {Promise<Bewaard[]>} */
  async function allKept() {
    const found = [];
    for (const cache of await moduleCaches()) {
      const list = await (await caches.open(cache)).match(bewaard.lijst);
      if (list) found.push({ cache, lijst: await list.json() });
    }
    return found;
  }

  /** @param {string} address @returns {Promise<Lijst | undefined>} nothing without a connection */
  async function fetchList(address) {
    try {
      const response = await fetch(address, { cache: "no-cache" });
      return response.ok ? await response.json() : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param {string} url @param {(bytes: number) => void} count @param {AbortSignal} signal */
  async function download(url, count, signal) {
    const response = await fetch(url, { cache: "no-cache", signal });
    // A redirect may be the sign-in page of a wireless network.
    if (!response.ok || response.redirected || !response.body) throw new TypeError(url);
    const counter = new TransformStream({
      transform(chunk, out) {
        count(chunk.length);
        out.enqueue(chunk);
      },
    });
    const type = response.headers.get("Content-Type") ?? "";
    return new Response(response.body.pipeThrough(counter), { headers: { "Content-Type": type } });
  }

  /** @param {Lijst} lijst */
  const cacheOf = ({ module, versie }) => `${bewaard.modules}${module} ${versie}`;

  /**
   * Keeps a module; what another version holds unchanged, or came before it stopped, isn't fetched.
   * @param {Lijst} lijst
   * @param {string} address of the list
   * @param {(bytes: number) => void} count told how much came
   * @param {AbortSignal} signal
   * @returns {Promise<boolean>} false when the site was changed meanwhile
   */
  async function keep(lijst, address, count, signal) {
    const name = cacheOf(lijst);
    const before = (await allKept()).find((each) => each.lijst.module === lijst.module);
    const old = before && (await caches.open(before.cache));
    const cache = await caches.open(name);
    for (const [path, [bytes, hash]] of Object.entries(lijst.bestanden)) {
      const url = root + path;
      const copy = (await cache.match(url)) ?? (before?.lijst.bestanden[path]?.[1] === hash ? await old?.match(url) : undefined);
      await cache.put(url, copy ?? (await download(url, count, signal)));
      if (copy) count(bytes);
    }
    if ((await fetchList(address))?.versie !== lijst.versie) return false;
    await cache.put(bewaard.lijst, new Response(JSON.stringify(lijst)));
    for (const other of await moduleCaches(lijst.module)) if (other !== name) await caches.delete(other);
    // What was visited before is older than this.
    const visited = await caches.open(bewaard.bezocht);
    for (const path of Object.keys(lijst.bestanden)) await visited.delete(root + path);
    return true;
  }

  /** @param {string} text */
  function statusLine(text) {
    const node = document.createElement("p");
    node.setAttribute("role", "status");
    node.textContent = text;
    return node;
  }

  class OfflineModule extends HTMLElement {
    status = statusLine("");
    progress = document.createElement("progress");
    buttons = document.createElement("div");

    async connectedCallback() {
      if (this.firstChild || !navigator.serviceWorker) return;
      this.address = new URL(this.dataset.lijst ?? "", document.baseURI).href;
      this.progress.setAttribute("aria-label", "Bewaren op dit apparaat");
      this.progress.hidden = true;
      this.buttons.className = "actions";
      this.status.tabIndex = -1;
      await navigator.serviceWorker.ready;
      await this.show();
      this.append(this.status, this.progress, this.buttons);
    }

    /** What is kept now, and what can be done. @param {string} [text] what to say instead */
    async show(text) {
      const offered = await fetchList(this.address ?? "");
      const own = (await allKept()).find(({ lijst }) => lijst.module === uri)?.lijst;
      const isOld = own && offered && own.versie !== offered.versie;
      const actions = [];
      if (offered && (isOld || !own)) {
        const what = isOld ? "Werk de module bij" : "Bewaar deze module op dit apparaat";
        actions.push(button(`${what} (${size(offered.bytes)})`, () => this.keep(offered)));
      }
      if (own) actions.push(...askFirst("Verwijder van dit apparaat", `Deze module verwijderen? ${NO_RETURN}`, "Ja, verwijder", () => this.remove()));
      this.progress.hidden = true;
      this.status.textContent = text || (isOld ? OLD : own ? KEPT : offered ? NOT_KEPT : "");
      this.setButtons(actions);
    }

    /** @param {HTMLElement[]} actions the first takes the focus of one that goes, or else what is said */
    setButtons(actions) {
      const hadFocus = this.buttons.contains(document.activeElement);
      this.buttons.replaceChildren(...actions);
      if (hadFocus) (actions[0] ?? this.status).focus();
    }

    /** @param {Lijst} lijst */
    async keep(lijst) {
      const stop = new AbortController();
      this.progress.max = lijst.bytes;
      this.progress.value = 0;
      this.progress.hidden = false;
      this.status.textContent = BUSY;
      this.setButtons([button("Stop", () => stop.abort())]);
      navigator.storage?.persist?.().catch(() => {}); // or the browser may clear it by itself
      try {
        /** @param {number} bytes */
        const count = (bytes) => { this.progress.value += bytes; };
        // Held while it lasts, so that a new worker leaves what came alone (sw.js, clean).
        const isKept = await navigator.locks.request(cacheOf(lijst), () => keep(lijst, this.address ?? "", count, stop.signal));
        await this.show(isKept ? "" : CHANGED);
      } catch (error) {
        const name = error instanceof DOMException ? error.name : "";
        await this.show(stop.signal.aborted ? STOPPED : name === "QuotaExceededError" ? FULL : GONE);
      }
    }

    async remove() {
      await removeModules(uri);
      await this.show("De module is van dit apparaat verwijderd.");
    }
  }

  class OfflineModules extends HTMLElement {
    kop = document.createElement("h2");
    status = statusLine("");
    list = document.createElement("ul");
    all = askFirst("Verwijder alle bewaarde modules en pagina's", `Alles verwijderen wat bewaard is? ${NO_RETURN} Je voortgang blijft staan.`, "Ja, verwijder alles", () => this.wipe());

    async connectedCallback() {
      if (this.firstChild || !navigator.serviceWorker || !(await navigator.serviceWorker.getRegistration(root))) return;
      this.kop.textContent = "Bewaard om zonder internet te gebruiken";
      this.kop.tabIndex = -1;
      this.list.className = "offline-list";
      await this.show("");
      this.append(this.kop, this.status, this.list, ...this.all);
    }

    /** @param {string} text what was done */
    async show(text) {
      const kept = await allKept();
      const bytes = kept.reduce((sum, { lijst }) => sum + lijst.bytes, 0);
      const total = kept.length ? `Je bewaarde modules gebruiken ${size(bytes)} op dit apparaat.` : "Er zijn geen modules bewaard.";
      this.status.textContent = `${text} ${total}`.trim();
      this.list.replaceChildren(...kept.map(({ lijst }) => this.item(lijst)));
      this.list.hidden = !kept.length;
      this.all[0].hidden = !kept.length && !(await caches.has(bewaard.bezocht));
    }

    /** @param {string} text what was removed, with the buttons of it */
    async showRemoved(text) {
      await this.show(text);
      this.kop.focus();
    }

    /** @param {Lijst} lijst */
    item({ module, titel, bytes }) {
      const link = document.createElement("a");
      link.href = root + module;
      link.textContent = titel;
      const [remove, question] = askFirst("Verwijder", `${titel} verwijderen? ${NO_RETURN}`, "Ja, verwijder", async () => {
        await removeModules(module);
        await this.showRemoved(`${titel} is van dit apparaat verwijderd.`);
      });
      remove.setAttribute("aria-label", `Verwijder ${titel} van dit apparaat`);
      const item = document.createElement("li");
      item.append(link, ` (${size(bytes)}) `, remove, question);
      return item;
    }

    async wipe() {
      await removeModules();
      await caches.delete(bewaard.bezocht);
      await this.showRemoved("Alles wat bewaard was, is van dit apparaat verwijderd.");
    }
  }

  customElements.define("borg-offline-module", OfflineModule);
  customElements.define("borg-offline-modules", OfflineModules);
})();
