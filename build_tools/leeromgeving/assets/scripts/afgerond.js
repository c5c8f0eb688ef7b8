// @ts-check
/**
 * <borg-afgerond>: a button that says that this page is done, and what is next. Of an onderdeel or
 * basismodule (data-soort) it also keeps that this is where to go on in its module: here, or when
 * done at the first of data-vervolg that isn't: the other onderdelen, from here on and then from the
 * first, each with its titel and its uris.
 */
(() => {
  const { address, uri, voortgang } = window.leeromgeving;

  class Afgerond extends HTMLElement {
    key = `${this.dataset.soort}:${uri}`;
    /** @type {{ titel: string, uris: string[] }[]} */
    vervolg = JSON.parse(this.dataset.vervolg ?? "[]");
    button = document.createElement("button");
    status = document.createElement("p");
    next = document.createElement("p");
    link = document.createElement("a");
    /** What came of the button; said unless nothing is kept. */
    said = "";

    connectedCallback() {
      if (this.firstChild) return; // moved in the page: it has its button already
      this.button.type = "button";
      this.button.className = "afgerond__knop";
      this.button.textContent = this.dataset.knop ?? "";
      this.button.addEventListener("click", () => this.toggle());
      this.status.setAttribute("role", "status");
      this.link.className = "button";
      this.next.className = "actions";
      this.next.append(this.link);
      this.append(this.button, this.status, this.next);
      document.addEventListener("voortgang", () => {
        this.keepName();
        this.show();
      });
      if (!voortgang.get(this.key)) this.keepPlace(false);
      this.show();
    }

    /** @returns {AfgerondOnderdeel | AfgerondeLeerroute} */
    get waarde() {
      const { titel = "", module, moduletitel = "", minuten } = this.dataset;
      const what = { titel, minuten: Number(minuten) };
      return module === undefined ? what : { ...what, module, moduletitel };
    }

    /** The onderdeel to go on with; none when all others are done. */
    get volgende() {
      return this.vervolg.find(({ uris }) => !voortgang.isDone(uris));
    }

    toggle() {
      const isDone = !voortgang.get(this.key);
      this.status.textContent = ""; // what stood there is said again
      this.said = isDone ? "Mooi! Dit staat nu bij je voortgang." : "Dit staat niet meer bij je voortgang.";
      voortgang.set(this.key, isDone ? this.waarde : null);
      this.keepPlace(isDone);
    }

    /** @param {boolean} isDone */
    keepPlace(isDone) {
      const { titel = "", module, moduletitel = "" } = this.dataset;
      if (module === undefined) return;
      const next = isDone ? this.volgende : { titel, uris: [uri] };
      voortgang.set(`plek:${module}`, next ? { uri: next.uris[0], titel: next.titel, moduletitel } : null);
    }

    /** What this page is called, for those who look back at their reflecties. */
    keepName() {
      const { titel = "", moduletitel = "" } = this.dataset;
      const key = `pagina:${uri}`;
      if (!voortgang.get(key) && voortgang.entries(`reflectie:${uri}#`).length) voortgang.set(key, { titel, moduletitel });
    }

    show() {
      const { button, status, next, link, volgende } = this;
      const isDone = voortgang.get(this.key) !== null;
      const text = voortgang.waarschuwing || this.said;
      if (status.textContent !== text) status.textContent = text;
      button.setAttribute("aria-pressed", String(isDone));
      link.href = address(volgende?.uris[0] ?? "mijn-voortgang/");
      link.textContent = volgende ? `Verder met ‘${volgende.titel}’` : "Bekijk je voortgang";
      next.hidden = !isDone || (!volgende && !voortgang.wordtBewaard);
    }
  }

  customElements.define("borg-afgerond", Afgerond);
})();
