// @ts-check
/** <borg-koppelen>: an oefening with a list of choices for every thing that belongs to another. */
(() => {
  class Koppelen extends window.leeromgeving.Oefening {
    merken = { goed: "Goed gekozen", fout: "Niet goed", gemist: "Nog niet gekozen" };
    items = [.../** @type {NodeListOf<HTMLElement>} */ (this.antwoord.querySelectorAll("li[data-rechts]"))];
    fields = [...this.form.querySelectorAll("select")];

    missing() {
      return this.fields.some(({ value }) => value) ? "" : "Kies eerst wat bij elkaar hoort.";
    }

    /** @returns {Oordeel[]} */
    judge() {
      return this.fields.map((field, index) => {
        const row = /** @type {HTMLElement} */ (field.closest(".vak"));
        const links = (field.labels[0].textContent ?? "").trim();
        const { value } = field;
        if (!value) return { row, field, merk: "gemist", naam: links, uitleg: "" };
        const naam = `${links} – ${value}`;
        const item = this.items[index];
        if (value === item.dataset.rechts) return { row, field, merk: "goed", naam, uitleg: this.feedback(item) };
        const isElsewhere = this.items.some(({ dataset }) => dataset.rechts === value);
        const uitleg = `‘${value}’ hoort ${isElsewhere ? "bij iets anders" : "nergens bij"}.`;
        return { row, field, merk: "fout", naam, uitleg };
      });
    }
  }

  customElements.define("borg-koppelen", Koppelen);
})();
