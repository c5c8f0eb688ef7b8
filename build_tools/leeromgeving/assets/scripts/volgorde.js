// @ts-check
/**
 * <borg-volgorde>: steps to put in their right order. The list itself is the answer: buttons and the
 * number of its place move a step, the focus goes with it, and its new place is said.
 */
(() => {
  const { element, button, shuffled } = window.leeromgeving.oefenen;

  class Stap {
    /**
     * @param {HTMLElement} row
     * @param {(stap: Stap, index: number, control: HTMLElement) => void} move
     */
    constructor(row, move) {
      this.row = row;
      this.field = /** @type {HTMLSelectElement} */ (row.querySelector("select"));
      this.naam = (row.querySelector("label")?.textContent ?? "").trim();
      this.right = Number(row.dataset.plaats) - 1;
      this.index = 0;
      this.up = button("Omhoog", () => move(this, this.index - 1, this.up));
      this.down = button("Omlaag", () => move(this, this.index + 1, this.down));
      for (const way of [this.up, this.down]) way.append(element("span", "visually-hidden", ` ‘${this.naam}’`));
      this.field.remove(0); // every step has a place now
      this.field.addEventListener("change", () => move(this, this.field.selectedIndex, this.field));
      row.append(this.up, this.down);
    }
  }

  class Volgorde extends window.leeromgeving.Oefening {
    list = /** @type {HTMLElement} */ (this.form.querySelector("ol"));
    items = this.antwoord.querySelectorAll(":scope > ol > li");
    isMoved = false;
    place = element("p", "visually-hidden");
    stappen = [...this.list.children].map(
      (row) => new Stap(/** @type {HTMLElement} */ (row), (...how) => this.move(...how)),
    );

    begin() {
      super.begin();
      this.place.role = "status";
      this.place.textContent = "";
      this.list.after(this.place);
      const mixed = shuffled(this.stappen);
      if (mixed.every(({ right }, index) => right === index)) mixed.reverse(); // it may not begin right
      this.show(mixed);
      this.isMoved = false;
    }

    /** @param {Stap[]} stappen */
    show(stappen) {
      this.stappen = stappen;
      this.list.append(...stappen.map(({ row }) => row));
      stappen.forEach((stap, index) => {
        stap.index = index;
        stap.field.selectedIndex = index;
        stap.up.ariaDisabled = String(index === 0);
        stap.down.ariaDisabled = String(index === stappen.length - 1);
      });
    }

    /**
     * @param {Stap} stap
     * @param {number} index beyond the ends it stays where it is
     * @param {HTMLElement} control that did it, and keeps the focus
     */
    move(stap, index, control) {
      const { length } = this.stappen;
      if (index >= 0 && index < length && index !== stap.index) {
        this.clear();
        this.isMoved = true;
        const stappen = this.stappen.filter((other) => other !== stap);
        stappen.splice(index, 0, stap);
        this.show(stappen);
        control.focus();
      }
      this.place.textContent = `${stap.naam} Plaats ${stap.index + 1} van ${length}.`;
    }

    missing() {
      return this.isMoved ? "" : "Zo staan de stappen nog niet goed. Geef eerst een stap een andere plaats.";
    }

    /** @returns {Oordeel[]} */
    judge() {
      return this.stappen.map(({ row, field, naam, right, index }) => ({
        row,
        field,
        merk: index === right ? "goed" : "fout",
        naam,
        uitleg: index === right ? this.feedback(this.items[right]) : `Deze stap hoort ${index > right ? "eerder" : "later"}.`,
      }));
    }
  }

  customElements.define("borg-volgorde", Volgorde);
})();
