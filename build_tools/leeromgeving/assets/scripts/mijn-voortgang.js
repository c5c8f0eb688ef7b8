// @ts-check
/**
 * <borg-mijn-voortgang>: fills its <template> with what stands on this device; takes it along in a
 * file, reads such a file, prints an overview and wipes.
 */
(() => {
  const { address, bewaard, voortgang } = window.leeromgeving;
  const OF_FORMS = ["leeromgeving:concept:", "leeromgeving:te-versturen"]; // drafts (concept.js), and what waits (verzenden.js)
  const REFLECTIE = "reflectie:"; // what wasn't kept yet in this tab (reflectie.js)
  /** @type {[kind: string, one: string, many: string][]} */
  const NAMES = [
    ["onderdeel", "onderdeel", "onderdelen"],
    ["leerroute", "leerroute", "leerroutes"],
    ["doel", "doel", "doelen"],
    ["reflectie", "reflectie", "reflecties"],
    ["oefening", "oefening", "oefeningen"],
  ];
  /** In a zip of one module: where its pages stand. */
  const alleen = document.querySelector("borg-mijn-voortgang")?.getAttribute("data-alleen") ?? "";
  const shortDay = new Intl.DateTimeFormat("nl-NL", { dateStyle: "medium" });
  const longDay = new Intl.DateTimeFormat("nl-NL", { dateStyle: "long" });

  /** @param {number} number @param {string} one @param {string} many */
  const amount = (number, one, many) => `${number} ${number === 1 ? one : many}`;

  /** @param {number} total as pages/wording.py says it */
  function minutes(total) {
    const hours = Math.floor(total / 60);
    const rest = total % 60;
    const parts = [hours ? `${hours} uur` : "", rest || !hours ? amount(rest, "minuut", "minuten") : ""];
    return parts.filter(Boolean).join(" en ");
  }

  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {...(Node | string)} children
   */
  function element(tag, ...children) {
    const node = document.createElement(tag);
    node.append(...children);
    return node;
  }

  /** @param {string} path below the root @param {string} text just that when its page isn't there */
  function link(path, text) {
    if (!path.startsWith(alleen)) return element("span", text);
    const node = element("a", text);
    node.href = address(path);
    return node;
  }

  /**
   * A table of what was done, with its name above it.
   * @param {HTMLElement} caption
   * @param {string} first what its first column is about
   * @param {{ link: HTMLElement, minuten: number, tijd: string }[]} rows
   */
  function table(caption, first, rows) {
    const heads = [first, "Duur", "Datum"].map((text) => {
      const head = element("th", text);
      head.scope = "col";
      return head;
    });
    const body = rows.map((row) => element("tr", element("td", row.link), element("td", minutes(row.minuten)), element("td", shortDay.format(new Date(row.tijd)))));
    return element("table", caption, element("thead", element("tr", ...heads)), element("tbody", ...body));
  }

  /** @param {string} prefix @returns {{ uri: string, waarde: any, tijd: string }[]} oldest first */
  function entries(prefix) {
    return voortgang.entries(prefix)
      .map(([uri, waarde, tijd]) => ({ uri, waarde, tijd }))
      .sort((a, b) => (a.tijd < b.tijd ? -1 : 1));
  }

  class MijnVoortgang extends HTMLElement {
    connectedCallback() {
      const template = this.querySelector("template");
      if (!template) return; // moved in the page: it is ready
      this.replaceChildren(template.content);
      this.on("print", () => print());
      this.on("wis", () => this.wipe());
      this.file = /** @type {HTMLInputElement} */ (this.querySelector("[type=file]"));
      this.file.addEventListener("change", () => this.importFile());
      document.addEventListener("voortgang", () => this.show());
      this.show();
    }

    /** @param {string} name @returns {HTMLElement} */
    piece(name) {
      return /** @type {HTMLElement} */ (this.querySelector(`[data-deel="${name}"]`));
    }

    /** @param {string} name @param {() => void} action */
    on(name, action) {
      this.querySelector(`[data-doe="${name}"]`)?.addEventListener("click", action);
    }

    /** @param {string} name @param {...(Node | string)} children without any the piece is hidden */
    fill(name, ...children) {
      const piece = this.piece(name);
      piece.hidden = !children.length;
      (piece.querySelector(".notities") ?? piece).replaceChildren(...children);
    }

    /** What was done: per module as it is now, each onderdeel once; and what is no longer there. */
    done() {
      const all = entries("onderdeel:");
      /** @type {Record<string, string[][]>} module → its onderdelen, each with its former addresses */
      const now = JSON.parse(this.dataset.modules ?? "{}");
      const known = Object.values(now).flat(2);
      const modules = Object.entries(now).map(([module, onderdelen]) => ({
        module,
        van: onderdelen.length,
        parts: onderdelen.flatMap((uris) => {
          const newest = all.filter(({ uri }) => uris.includes(uri)).pop();
          return newest ? [{ ...newest, uri: uris[0] }] : [];
        }),
      }));
      return { modules: modules.filter(({ parts }) => parts.length), gone: all.filter(({ uri }) => !known.includes(uri)) };
    }

    show() {
      const { modules, gone } = this.done();
      const onderdelen = [...modules.flatMap(({ parts }) => parts), ...gone];
      const leerroutes = entries("leerroute:");
      this.fill("waarschuwing", ...[voortgang.waarschuwing].filter(Boolean));
      this.piece("leeg").hidden = onderdelen.length + leerroutes.length > 0;
      this.piece("overzicht").hidden = onderdelen.length + leerroutes.length === 0;
      this.fill("verder", ...this.place());
      this.fill("totaal", this.total(onderdelen));
      this.fill("modules", ...modules.map((module) => this.module(module)), ...this.gone(gone), ...this.leerroutes(leerroutes));
      this.fill("vandaag", `Gemaakt op ${longDay.format(new Date())}.`);
      this.fill("doelen", ...this.doelen());
      this.fill("reflecties", ...this.reflecties());
      this.offerFile();
    }

    place() {
      const { plek } = voortgang;
      if (!plek?.uri.startsWith(alleen)) return [];
      const node = link(plek.uri, `Ga verder met ‘${plek.titel}’`);
      node.className = "button";
      return [node];
    }

    /** @param {{ waarde: AfgerondOnderdeel }[]} onderdelen */
    total(onderdelen) {
      const minuten = onderdelen.reduce((sum, { waarde }) => sum + waarde.minuten, 0);
      const oefeningen = voortgang.entries("oefening:").length;
      return `Je rondde ${amount(onderdelen.length, "onderdeel", "onderdelen")} af, samen ongeveer ${minutes(minuten)}.`
        + (oefeningen ? ` Je deed ${amount(oefeningen, "oefening", "oefeningen")}.` : "");
    }

    /** @param {{ module: string, van: number, parts: { uri: string, waarde: AfgerondOnderdeel, tijd: string }[] }} of */
    module({ module, van, parts }) {
      const stand = parts.length < van ? `${parts.length} van de ${van} onderdelen afgerond` : "Afgerond";
      const rows = parts.map(({ uri, waarde, tijd }) => ({ link: link(uri, waarde.titel), minuten: waarde.minuten, tijd }));
      return table(element("caption", link(module, parts[parts.length - 1].waarde.moduletitel), ` ${stand}`), "Onderdeel", rows);
    }

    /** @param {{ waarde: AfgerondOnderdeel, tijd: string }[]} parts */
    gone(parts) {
      const rows = parts.map(({ waarde, tijd }) => ({ link: element("span", `${waarde.titel} (${waarde.moduletitel})`), minuten: waarde.minuten, tijd }));
      return rows.length ? [table(element("caption", "Niet meer op de site"), "Onderdeel", rows)] : [];
    }

    /** @param {{ uri: string, waarde: AfgerondeLeerroute, tijd: string }[]} leerroutes */
    leerroutes(leerroutes) {
      const rows = leerroutes.map(({ uri, waarde, tijd }) => ({ link: link(uri, waarde.titel), minuten: waarde.minuten, tijd }));
      return rows.length ? [table(element("caption", "Leerroutes"), "Leerroute", rows)] : [];
    }

    doelen() {
      return entries("doel:").map(({ uri, waarde }) => {
        const { titel, tekst, datum } = /** @type {Doel} */ (waarde);
        const day = datum && `Gepland voor ${longDay.format(new Date(`${datum}T12:00`))}.`;
        return element("li", link(uri, titel), ...[tekst, day].filter(Boolean).map((text) => element("p", text)));
      });
    }

    reflecties() {
      return entries("reflectie:").map(({ uri, waarde }) => {
        const [page, id] = uri.split("#");
        const name = /** @type {Pagina | null} */ (voortgang.get(`pagina:${page}`));
        return element("li", link(`${page}#oefening-${id}`, name?.titel ?? "Naar de vraag"), element("p", waarde));
      });
    }

    /** The link holds the file, so that it can be saved as any other. */
    offerFile() {
      const node = /** @type {HTMLAnchorElement} */ (this.querySelector("[data-doe=bewaar]"));
      URL.revokeObjectURL(node.href);
      node.href = URL.createObjectURL(new Blob([voortgang.asText()], { type: "application/json" }));
      node.download = `voortgang-${new Date().toISOString().slice(0, 10)}.json`;
    }

    async importFile() {
      const file = this.file?.files?.[0];
      if (!this.file || !file) return;
      this.say("ingelezen", await file.text().then((text) => this.importText(text), () => "Dit bestand kan niet gelezen worden. Er is niets veranderd."));
      this.file.value = ""; // so that the same file can be chosen again
    }

    /** @param {string} text @returns {string} what came of it */
    importText(text) {
      const { keys, fout } = voortgang.importText(text);
      if (!keys) return `${fout} Er is niets veranderd.`;
      if (!keys.length) return "Alles uit dit bestand stond al op dit apparaat.";
      const counts = NAMES.map(([kind, one, many]) => [keys.filter((key) => key.startsWith(`${kind}:`)).length, one, many]);
      const words = counts.filter(([number]) => number).map(([number, one, many]) => amount(Number(number), String(one), String(many)));
      const came = words.length ? `Toegevoegd of bijgewerkt: ${words.join(", ")}.` : "Je voortgang is bijgewerkt.";
      return `${came} ${voortgang.waarschuwing}`.trim();
    }

    wipe() {
      voortgang.wipe();
      try {
        for (const key of Object.keys(localStorage)) if (OF_FORMS.some((start) => key.startsWith(start))) localStorage.removeItem(key);
        for (const key of Object.keys(sessionStorage)) if (key.startsWith(REFLECTIE)) sessionStorage.removeItem(key);
      } catch {
        // Storage is blocked: there are no drafts.
      }
      if (bewaard) globalThis.caches?.delete(bewaard.bezocht);
      const details = /** @type {HTMLDetailsElement} */ (this.querySelector("details"));
      details.open = false;
      details.querySelector("summary")?.focus();
      this.say("gewist", "Je voortgang is gewist.");
    }

    /** @param {string} name of the place to say it: no other still says what came of something else @param {string} text */
    say(name, text) {
      for (const status of this.querySelectorAll(".melding")) status.textContent = "";
      this.piece(name).textContent = text;
    }
  }

  customElements.define("borg-mijn-voortgang", MijnVoortgang);
})();
