// @ts-check
/**
 * <borg-reflectie>: own words, on this device only. They are kept when asked (voortgang.js); until
 * then this tab remembers them (sessionStorage): on a device that others use too, nothing stays
 * behind that nobody meant to keep.
 */
(() => {
  const { element, button, askFirst, tell } = window.leeromgeving.oefenen;
  const { uri, voortgang } = window.leeromgeving;
  const KEPT = "Je antwoord blijft alleen op dit apparaat. Deel je het met anderen? Wis je antwoord dan als je klaar bent.";
  const NEW = "Nog niet bewaard. Bewaar je het, dan staat het alleen op dit apparaat.";
  const NOT_KEPT = "Dit apparaat bewaart je antwoord niet. Download het voordat je deze pagina sluit.";

  /** @type {Storage | undefined} */
  let drafts;
  try {
    drafts = sessionStorage;
  } catch {
    // Blocked: the field holds what was typed as long as the page is open.
  }

  class Reflectie extends HTMLElement {
    key = `reflectie:${uri}#${this.dataset.id}`;
    vraag = /** @type {HTMLElement} */ (this.querySelector(".oefening__vraag"));
    ruimte = /** @type {HTMLElement} */ (this.querySelector(".reflectie__ruimte"));
    status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    field = element("textarea", "");
    waar = element("p", "small");
    /** What the store holds; empty when nothing. */
    bewaard = this.read();
    isNew = false;

    connectedCallback() {
      document.addEventListener("voortgang", this);
      if (this.field.isConnected) return; // moved in the page: it is ready
      this.waar.id = `${this.vraag.id}--waar`;
      this.field.setAttribute("aria-labelledby", this.vraag.id);
      this.field.setAttribute("aria-describedby", this.waar.id);
      this.field.addEventListener("input", () => this.typed());
      const buttons = element("div", "oefening__knoppen", button("Download", () => this.download()), ...askFirst("Wis", () => this.erase()));
      if (voortgang.wordtBewaard) buttons.prepend(button("Bewaar", () => this.save(), "button"));
      this.querySelector(".reflectie__papier")?.replaceWith(this.field, this.waar, buttons);
      this.fill(drafts?.getItem(this.key) ?? this.bewaard);
    }

    disconnectedCallback() {
      document.removeEventListener("voortgang", this);
    }

    read() {
      return String(voortgang.get(this.key) ?? "");
    }

    /** @param {string} text */
    fill(text) {
      this.field.value = text;
      this.typed();
    }

    /** Remembers in this tab what isn't kept yet, and says so. */
    typed() {
      const { key, field, bewaard } = this;
      const isNew = field.value !== bewaard;
      this.ruimte.textContent = field.value;
      this.waar.textContent = !voortgang.wordtBewaard ? NOT_KEPT : isNew ? NEW : KEPT;
      if (isNew && !this.isNew) this.say(); // what was said is about other words
      this.isNew = isNew;
      try {
        if (isNew) drafts?.setItem(key, field.value);
        else drafts?.removeItem(key);
      } catch {
        // Full: as when it is blocked.
      }
    }

    /** @param {string} text empty removes what was kept */
    keep(text) {
      this.bewaard = text; // first: the store tells at once that it changed
      voortgang.set(this.key, text || null);
      this.fill(text);
    }

    save() {
      if (this.isEmpty()) return;
      this.keep(this.field.value);
      this.say(voortgang.wordtBewaard ? "Bewaard op dit apparaat." : "Bewaren is niet gelukt. Download je antwoord.");
      tell(this, "gedaan");
    }

    erase() {
      this.keep("");
      this.say("Je antwoord is gewist.");
      this.field.focus();
    }

    download() {
      if (this.isEmpty()) return;
      const link = element("a", "");
      const text = [document.title, this.vraag.textContent, this.field.value, ""].join("\n\n").replaceAll("\n", "\r\n");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
      link.download = `reflectie-${this.dataset.id}.txt`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // read later by some browsers
      this.say("Je antwoord staat bij je downloads.");
    }

    isEmpty() {
      if (this.field.value.trim()) return false;
      this.say("Schrijf eerst iets op.");
      return true;
    }

    /** The store changed, maybe in another tab: shown, but never over what is being typed. */
    handleEvent() {
      const now = this.read();
      if (now === this.bewaard) return;
      const isTyping = this.field.value !== this.bewaard;
      this.bewaard = now;
      this.fill(isTyping ? this.field.value : now);
      if (!now) this.say("Je antwoord is gewist in een ander venster.");
      else if (!isTyping) this.say("Je antwoord is veranderd in een ander venster.");
      else this.say("In een ander venster is iets anders bewaard. Bewaar je hier, dan komt jouw tekst in de plaats van:", now);
    }

    /** @param {...string} lines */
    say(...lines) {
      this.status.replaceChildren(...lines.map((line) => element("p", "", line)));
    }
  }

  customElements.define("borg-reflectie", Reflectie);
})();
