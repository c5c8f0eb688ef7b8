// @ts-check
/**
 * <borg-doel>: the deelnemer's own goal for the module of this page (data-titel) and the day planned
 * for it, kept on the device. Its <template> holds the form, and the file for the calendar.
 */
(() => {
  const { uri, voortgang } = window.leeromgeving;
  const KEY = `doel:${uri}`;

  /** What the store holds, as the fields show it. */
  function read() {
    const { tekst = "", datum = "" } = /** @type {Doel | null} */ (voortgang.get(KEY)) ?? {};
    return { tekst, datum };
  }

  class EigenDoel extends HTMLElement {
    inhoud = /** @type {HTMLTemplateElement} */ (this.querySelector("template")).content;
    tekst = /** @type {HTMLTextAreaElement} */ (this.inhoud.querySelector("textarea"));
    datum = /** @type {HTMLInputElement} */ (this.inhoud.querySelector("[type=date]"));
    status = /** @type {HTMLElement} */ (this.inhoud.querySelector("[role=status]"));
    agenda = /** @type {HTMLElement} */ (this.inhoud.querySelector("borg-herinnering"));
    belofte = /** @type {HTMLElement} */ (this.inhoud.querySelector("[data-deel=belofte]"));
    bewaard = read();
    /** What came of the button; said unless nothing is kept. */
    said = "";

    connectedCallback() {
      if (this.status.isConnected) return; // moved in the page: it is ready
      this.replaceChildren(this.inhoud);
      const form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.keep();
      });
      form.addEventListener("input", () => this.show(""));
      document.addEventListener("voortgang", () => this.follow());
      /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = voortgang.get(KEY) !== null;
      this.fill();
    }

    get isEdited() {
      return this.tekst.value !== this.bewaard.tekst || this.datum.value !== this.bewaard.datum;
    }

    fill() {
      this.tekst.value = this.bewaard.tekst;
      this.datum.value = this.bewaard.datum;
      this.show("");
    }

    keep() {
      const tekst = this.tekst.value.trim();
      const datum = this.datum.value;
      const isEmpty = !tekst && !datum;
      this.status.textContent = ""; // what stood there is said again
      voortgang.set(KEY, isEmpty ? null : { titel: this.dataset.titel ?? "", tekst, datum });
      this.bewaard = read();
      this.fill();
      this.show(isEmpty ? "Je doel is leeg." : "Bewaard. Je ziet het terug bij Mijn voortgang.");
    }

    /** The store changed, maybe in another tab: shown, but never over what is being typed. */
    follow() {
      const { isEdited, bewaard } = this;
      this.bewaard = read();
      if (this.bewaard.tekst === bewaard.tekst && this.bewaard.datum === bewaard.datum) this.show();
      else if (isEdited) this.show("");
      else this.fill();
    }

    /** The calendar has the day that is kept. @param {string} [said] what is to be said from now on */
    show(said = this.said) {
      const { agenda, belofte, bewaard, status } = this;
      this.said = said;
      agenda.hidden = this.isEdited || !bewaard.datum;
      agenda.dataset.dag = bewaard.datum;
      agenda.dataset.uitleg = bewaard.tekst || "Dit plande je zelf.";
      belofte.hidden = !voortgang.wordtBewaard;
      const text = voortgang.waarschuwing || said;
      if (status.textContent !== text) status.textContent = text;
    }
  }

  customElements.define("borg-doel", EigenDoel);
})();
