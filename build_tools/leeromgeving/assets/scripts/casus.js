// @ts-check
/**
 * <borg-casus>: a story in steps, one at a time. Steps, choices and consequences stand in the page,
 * with links from one to the other; this script reads them there.
 */
(() => {
  const { element, button, copy, tell } = window.leeromgeving.oefenen;

  /** @param {HTMLElement} stap */
  const keuzes = (stap) => /** @type {HTMLElement[]} */ ([...stap.querySelectorAll(".casus__keuze")]);

  class Casus extends HTMLElement {
    stappen = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(".casus__stap")]);
    stap = this.stappen[0];
    /** The choices so far, each with its step. @type {{ stap: HTMLElement, keuze: HTMLElement }[]} */
    weg = [];
    wegLijst = element("ol", "");
    wegDetails = element("details", "casus__weg", element("summary", "", "Je weg tot nu toe"), this.wegLijst);
    nummer = element("span", "casus__nummer");
    vraag = element("fieldset", "");
    status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    kies = button("Kies");
    verder = button("Verder", () => this.go(this.next()), "button");
    opnieuw = button("Opnieuw, en kies eens anders", () => this.back(0), "button");
    terug = button("Terug", () => this.back(this.weg.length - 1));

    connectedCallback() {
      if (this.kies.isConnected) return; // moved in the page: it is ready
      for (const heading of this.querySelectorAll("h3")) heading.tabIndex = -1;
      for (const part of this.querySelectorAll(".oefening__vraag, .casus__keuze")) part.toggleAttribute("hidden", true);
      this.vraag.setAttribute("aria-describedby", this.status.id);
      const buttons = element("div", "oefening__knoppen", this.kies, this.verder, this.opnieuw, this.terug);
      const form = element("form", "casus__form", this.vraag, this.status, buttons);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.choose();
      });
      this.append(form, this.wegDetails);
      this.show(this.stap);
    }

    /** @param {HTMLElement} stap */
    show(stap) {
      this.stap = stap;
      const choices = keuzes(stap);
      for (const each of this.stappen) each.hidden = each !== stap;
      this.nummer.textContent = `Stap ${this.weg.length + 1}${choices.length ? "" : ": het einde"}`;
      stap.querySelector("h3")?.append(this.nummer);
      if (choices.length) this.vraag.replaceChildren(element("legend", "", ...copy(stap, ".oefening__vraag")), ...choices.map(this.radio));
      this.status.replaceChildren();
      this.showButtons(choices.length ? this.kies : this.opnieuw);
      this.wegLijst.replaceChildren(...this.weg.map(({ keuze }) =>
        element("li", "", element("p", "", "Je koos: ", ...copy(keuze, "summary span")), ...copy(keuze, ".casus__gevolg"))));
      this.wegDetails.hidden = !this.weg.length;
    }

    /**
     * @param {Element} keuze
     * @param {number} index
     */
    radio(keuze, index) {
      const input = element("input", "");
      input.type = "radio";
      input.name = "keuze"; // of its own form
      input.value = String(index);
      return element("div", "keuze", element("label", "", input, element("span", "", ...copy(keuze, "summary span"))));
    }

    /** @param {HTMLElement} main the button that leads on */
    showButtons(main) {
      for (const each of [this.kies, this.verder, this.opnieuw]) each.hidden = each !== main;
      this.vraag.hidden = main !== this.kies;
      this.terug.hidden = !this.weg.length;
    }

    /** The consequence of the choice; with the focus on what leads on. */
    choose() {
      const chosen = /** @type {HTMLInputElement | null} */ (this.vraag.querySelector(":checked"));
      if (!chosen) {
        this.status.replaceChildren(element("p", "", "Kies eerst wat je doet."));
        return;
      }
      const keuze = keuzes(this.stap)[Number(chosen.value)];
      this.weg.push({ stap: this.stap, keuze });
      this.showButtons(this.verder);
      this.status.replaceChildren(element("p", "casus__gekozen", "Je kiest: ", ...copy(keuze, "summary span")), ...copy(keuze, ".casus__gevolg"));
      this.verder.focus();
    }

    /** The step that the last choice leads to. */
    next() {
      const link = /** @type {HTMLAnchorElement} */ (this.weg[this.weg.length - 1].keuze.querySelector(".casus__verder"));
      return /** @type {HTMLElement} */ (document.getElementById(link.hash.slice(1)));
    }

    /** @param {number} length how much of the way stays */
    back(length) {
      const { stap } = this.weg[length];
      this.weg.length = length;
      this.go(stap);
    }

    /** @param {HTMLElement} stap its heading gets the focus, and is read with its text */
    go(stap) {
      this.show(stap);
      stap.querySelector("h3")?.focus();
      if (!keuzes(stap).length) tell(this, "gedaan");
    }
  }

  customElements.define("borg-casus", Casus);
})();
