// @ts-check
/**
 * <borg-filter>: a list to choose from with the form above it. Each item says in data-<name of a
 * field> which words it goes by, parted by |. Says how many items are left.
 */
(() => {
  /** @param {HTMLElement} item @param {string} field */
  const wordsOf = (item, field) => (item.dataset[field] ?? "").split("|");

  class Filter extends HTMLElement {
    form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("li[data-aanbieder]"))];

    connectedCallback() {
      this.form.onchange = () => this.apply();
      this.form.onsubmit = (event) => event.preventDefault();
      this.form.onreset = () => setTimeout(() => this.apply()); // the fields are emptied after this
      this.apply(); // a browser may have kept what was chosen
    }

    apply() {
      const wanted = [...new FormData(this.form)].filter(([, word]) => word);
      let left = 0;
      for (const item of this.items) {
        item.hidden = !wanted.every(([field, word]) => wordsOf(item, field).includes(String(word)));
        if (!item.hidden) left += 1;
      }
      this.status.textContent = left
        ? `${left} van ${this.items.length} gevonden`
        : "Niets gevonden. Kies minder filters.";
    }
  }

  customElements.define("borg-filter", Filter);
})();
