// @ts-check
/** <borg-keuze>: an oefening with radios (one answer is right) or checkboxes. */
(() => {
  class Keuze extends window.leeromgeving.Oefening {
    merken = { goed: "Goed gekozen", fout: "Niet goed", gemist: "Gemist" };
    items = /** @type {NodeListOf<HTMLElement>} */ (this.antwoord.querySelectorAll("li[data-goed]"));
    antwoorden = [...this.form.querySelectorAll("input")].map((field, index) => ({
      field,
      row: /** @type {HTMLElement} */ (field.closest(".keuze")),
      isRight: this.items[index].dataset.goed === "ja",
      uitleg: this.feedback(this.items[index]),
    }));
    isMultiple = this.antwoorden[0].field.type === "checkbox";

    begin() {
      super.begin();
      const box = this.form.querySelector("[data-husselen]");
      box?.append(...window.leeromgeving.oefenen.shuffled(this.antwoorden.map(({ row }) => row)));
    }

    missing() {
      if (this.antwoorden.some(({ field }) => field.checked)) return "";
      return this.isMultiple ? "Kies eerst een of meer antwoorden." : "Kies eerst een antwoord.";
    }

    /**
     * What was missed is told beside something right only: else it would give the answer away.
     * @returns {Oordeel[]}
     */
    judge() {
      const isPartlyRight = this.antwoorden.some(({ field, isRight }) => field.checked && isRight);
      return this.antwoorden
        .filter(({ field, isRight }) => field.checked || (isPartlyRight && isRight))
        .map(({ field, row, isRight, uitleg }) => ({
          field,
          row,
          merk: !field.checked ? "gemist" : isRight ? "goed" : "fout",
          naam: this.isMultiple ? (field.closest("label")?.textContent ?? "").trim() : "",
          uitleg,
        }));
    }

    /**
     * @param {number} good
     * @param {Oordeel[]} oordelen
     */
    partly(good, oordelen) {
      const wrong = oordelen.filter(({ merk }) => merk === "fout").length;
      const wanted = oordelen.length - wrong;
      const chosen = wanted === 1 ? "het goede antwoord" : `${good} van de ${wanted} goede antwoorden`;
      const extra = wrong ? `, en ${wrong} ${wrong === 1 ? "dat niet klopt" : "die niet kloppen"}` : "";
      return `Je koos ${chosen}${extra}.`;
    }
  }

  customElements.define("borg-keuze", Keuze);
})();
