// @ts-check
/**
 * <borg-afgerond>: a button that says that this page is done, and what is next. Of an onderdeel or
 * basismodule (data-soort) it also keeps that this is where to go on: here, or when done at
 * data-volgende.
 */
(() => {
  const { address, uri, voortgang } = window.leeromgeving;

  class Afgerond extends HTMLElement {
    key = `${this.dataset.soort}:${uri}`;
    button = document.createElement("button");
    status = document.createElement("p");
    next = document.createElement("p");
    warning = document.createElement("p");

    connectedCallback() {
      if (this.firstChild) return; // moved in the page: it has its button already
      this.button.type = "button";
      this.button.className = "afgerond__knop";
      this.button.textContent = this.dataset.knop ?? "";
      this.button.addEventListener("click", () => this.toggle());
      this.status.setAttribute("role", "status");
      this.next.className = "actions";
      this.next.append(this.nextLink());
      this.warning.className = "small";
      this.append(this.button, this.status, this.next, this.warning);
      document.addEventListener("voortgang", () => {
        this.keepName();
        this.show();
      });
      if (!voortgang.get(this.key)) this.keepPlace(false);
      this.show();
    }

    /** @returns {AfgerondOnderdeel | AfgerondeLeerroute} */
    get waarde() {
      const { titel = "", module, moduletitel = "", minuten, van } = this.dataset;
      const what = { titel, minuten: Number(minuten) };
      return module === undefined ? what : { ...what, module, moduletitel, van: Number(van) };
    }

    nextLink() {
      const { volgende, volgendetitel } = this.dataset;
      const link = document.createElement("a");
      link.className = "button";
      link.href = address(volgende ?? "mijn-voortgang/");
      link.textContent = volgende ? `Verder met ‘${volgendetitel}’` : "Bekijk je voortgang";
      return link;
    }

    toggle() {
      const isDone = !voortgang.get(this.key);
      voortgang.set(this.key, isDone ? this.waarde : null);
      this.keepPlace(isDone);
      this.status.textContent = isDone ? "Mooi! Dit staat nu bij je voortgang." : "Dit staat niet meer bij je voortgang.";
    }

    /** @param {boolean} isDone */
    keepPlace(isDone) {
      const { titel = "", module, moduletitel = "", volgende, volgendetitel = "" } = this.dataset;
      if (module === undefined) return;
      if (!isDone) voortgang.set("plek", { uri, titel, moduletitel });
      else voortgang.set("plek", volgende ? { uri: volgende, titel: volgendetitel, moduletitel } : null);
    }

    /** What this page is called, for those who look back at their reflecties. */
    keepName() {
      const { titel = "", moduletitel = "" } = this.dataset;
      const key = `pagina:${uri}`;
      if (!voortgang.get(key) && voortgang.entries(`reflectie:${uri}#`).length) voortgang.set(key, { titel, moduletitel });
    }

    show() {
      const isDone = voortgang.get(this.key) !== null;
      this.button.setAttribute("aria-pressed", String(isDone));
      this.next.hidden = !isDone;
      this.warning.textContent = voortgang.waarschuwing;
    }
  }

  customElements.define("borg-afgerond", Afgerond);
})();
