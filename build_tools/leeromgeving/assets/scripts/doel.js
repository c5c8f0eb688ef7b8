// @ts-check
/**
 * <borg-doel>: the deelnemer's own goal for the module of this page (data-titel) and the day planned
 * for it, kept on the device. Its <template> holds the form, and the file for the calendar.
 */
(() => {
  const { uri, voortgang } = window.leeromgeving;
  const KEY = `doel:${uri}`;

  class EigenDoel extends HTMLElement {
    connectedCallback() {
      const template = this.querySelector("template");
      if (!template) return; // moved in the page: it is ready
      this.replaceChildren(template.content);
      this.tekst = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
      this.datum = /** @type {HTMLInputElement} */ (this.querySelector("[type=date]"));
      const kept = this.show();
      this.tekst.value = kept?.tekst ?? "";
      this.datum.value = kept?.datum ?? "";
      /** @type {HTMLDetailsElement} */ (this.querySelector("details")).open = kept !== null;
      this.querySelector("form")?.addEventListener("submit", (event) => {
        event.preventDefault();
        this.keep();
      });
      document.addEventListener("voortgang", () => this.show());
    }

    keep() {
      const tekst = this.tekst?.value.trim() ?? "";
      const datum = this.datum?.value ?? "";
      const isEmpty = !tekst && !datum;
      voortgang.set(KEY, isEmpty ? null : { titel: this.dataset.titel ?? "", tekst, datum });
      const status = this.querySelector("[role=status]");
      if (status) status.textContent = isEmpty ? "Je doel is leeg." : "Bewaard. Je ziet het terug bij Mijn voortgang.";
    }

    /** The calendar, once there is a day; and whether this device keeps it. */
    show() {
      const kept = /** @type {Doel | null} */ (voortgang.get(KEY));
      const calendar = /** @type {HTMLElement} */ (this.querySelector("borg-herinnering"));
      calendar.hidden = !kept?.datum;
      calendar.dataset.dag = kept?.datum;
      calendar.dataset.uitleg = kept?.tekst || "Dit plande je zelf.";
      const warning = this.querySelector("[data-deel=waarschuwing]");
      if (warning) warning.textContent = voortgang.waarschuwing;
      return kept;
    }
  }

  customElements.define("borg-doel", EigenDoel);
})();
