// @ts-check
/**
 * <borg-filter>: a list to choose from. Each item says in data-<field> which words it goes by,
 * parted by |; the choices are the words that occur. Says how many items are left.
 */
(() => {
  const FIELDS = [
    { name: "thema", title: "Thema", all: "Alle thema's" },
    { name: "doelgroep", title: "Voor wie", all: "Iedereen" },
    { name: "werkvorm", title: "Werkvorm", all: "Alle werkvormen" },
    { name: "toegang", title: "Toegang", all: "Maakt niet uit" },
    { name: "aanbieder", title: "Aanbieder", all: "Alle aanbieders" },
  ];

  /**
   * @param {HTMLElement} item
   * @param {string} field
   */
  const wordsOf = (item, field) => (item.dataset[field] ?? "").split("|");

  class Filter extends HTMLElement {
    connectedCallback() {
      if (this.form) return; // moved in the page: it has its form already
      this.items = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("li[data-aanbieder]"))];
      this.status = document.createElement("p");
      this.status.className = "filter__status";
      this.status.setAttribute("role", "status");
      this.form = document.createElement("form");
      this.form.className = "filter";
      this.form.append(...FIELDS.map((field) => this.select(field)), this.resetButton());
      this.form.addEventListener("change", () => this.apply());
      this.form.addEventListener("submit", (event) => event.preventDefault());
      this.prepend(this.form, this.status);
      this.apply();
    }

    /** @param {{ name: string, title: string, all: string }} field */
    select({ name, title, all }) {
      const label = document.createElement("label");
      const select = document.createElement("select");
      const words = [...new Set(this.items?.flatMap((item) => wordsOf(item, name)))];
      words.sort((a, b) => a.localeCompare(b, "nl"));
      select.name = name;
      select.append(new Option(all, ""), ...words.map((word) => new Option(word)));
      label.append(title, select);
      return label;
    }

    resetButton() {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button button--quiet";
      button.textContent = "Wis de filters";
      button.addEventListener("click", () => {
        this.form?.reset();
        this.apply();
      });
      return button;
    }

    apply() {
      if (!this.form || !this.items || !this.status) return;
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
