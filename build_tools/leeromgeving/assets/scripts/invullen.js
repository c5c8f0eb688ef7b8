// @ts-check
/** <borg-invullen>: an oefening with a sentence that lacks words. */
(() => {
  class Invullen extends window.leeromgeving.Oefening {
    /**
     * What counts of a word that was typed, as `plain_word` in model/oefening.py has it.
     * @param {string} text
     */
    static plainWord(text) {
      return text.toUpperCase().toLowerCase().normalize("NFD").replace(/[^\p{L}\p{N}]/gu, "");
    }

    gaten = [...this.form.querySelectorAll("input")].map((field, index) => ({
      field,
      row: /** @type {HTMLElement} */ (field.closest(".vak")),
      items: [.../** @type {NodeListOf<HTMLElement>} */ (this.antwoord.querySelectorAll(`[data-gat="${index + 1}"]`))],
      /** What was checked and is wrong. @type {Set<string>} */
      mistakes: new Set(),
    }));

    begin() {
      super.begin();
      for (const gat of this.gaten) gat.mistakes.clear();
    }

    missing() {
      if (this.gaten.some(({ field }) => Invullen.plainWord(field.value))) return "";
      return this.gaten.length === 1 ? "Vul eerst een woord in." : "Vul eerst een of meer woorden in.";
    }

    /** @returns {Oordeel[]} */
    judge() {
      return this.gaten.map((gat, index) => {
        const { field, row, items } = gat;
        const naam = field.value.trim() || `woord ${index + 1}`;
        const word = Invullen.plainWord(field.value);
        if (!word) return { field, row, merk: "gemist", naam, uitleg: "" };
        const item = items.find(({ dataset }) => dataset.woorden?.split(" ").includes(word));
        if (item === items[0]) return { field, row, merk: "goed", naam, uitleg: this.feedback(item) };
        gat.mistakes.add(word);
        const uitleg = document.createElement("div");
        uitleg.append(item ? this.feedback(item) : "Dat is niet het woord dat we zoeken.");
        if (gat.mistakes.size > 1) uitleg.append(` Goed is bijvoorbeeld: ${items[0].dataset.voorbeeld}.`);
        return { field, row, merk: "fout", naam, uitleg };
      });
    }
  }

  customElements.define("borg-invullen", Invullen);
})();
