// @ts-check
/**
 * <borg-concept>: keeps what is filled in the form beside it on this device, and a button to erase
 * it, which asks first. Storage may be blocked, full or wiped at any time: then nothing is promised.
 *
 * Listens for `vergeet` (the path of a page: its draft may go); tells by `gewist` that it emptied
 * the form.
 */
(() => {
  const DRAFT = "leeromgeving:concept:"; // followed by the path of a page
  const PROMISE = "Wat je invult, blijft als concept op dit apparaat tot je het verstuurt of wist. Deel je dit apparaat met anderen? Wis het dan als je stopt.";
  const FIELDS = "input:not([type=hidden], [name=_website]), textarea";

  /**
   * @param {string} page
   * @returns {string} form data, empty without a draft
   */
  function read(page) {
    try {
      return localStorage.getItem(DRAFT + page) ?? "";
    } catch {
      return "";
    }
  }

  /**
   * @param {string} page
   * @param {string} text empty removes it
   * @returns {boolean} whether this device keeps it
   */
  function write(page, text) {
    try {
      if (text) localStorage.setItem(DRAFT + page, text);
      else localStorage.removeItem(DRAFT + page);
      return true;
    } catch {
      return false;
    }
  }

  class Concept extends HTMLElement {
    page = location.pathname;

    connectedCallback() {
      if (this.form) return; // moved in the page: it is ready
      this.form = /** @type {HTMLFormElement} */ (this.parentElement?.querySelector("form"));
      this.restore();
      this.form.addEventListener("input", () => write(this.page, this.formData()));
      this.addEventListener("vergeet", (event) => write(/** @type {CustomEvent<string>} */ (event).detail, ""));
      const promise = document.createElement("p");
      promise.className = "small";
      promise.textContent = write(this.page, read(this.page)) ? PROMISE : "";
      const erase = window.leeromgeving.askFirst("Wis wat ik heb ingevuld", "Alles wissen wat je hier invulde?", "Ja, wis alles", () => this.erase());
      this.append(...erase, promise);
    }

    formData() {
      const data = /** @type {any} */ (new FormData(this.form));
      return new URLSearchParams(data).toString();
    }

    /** Fills in the draft, unless it is of another edition: its codes may mean something else. */
    restore() {
      const kept = new URLSearchParams(read(this.page));
      const edition = new URLSearchParams(this.formData()).get("_vragenlijst");
      if (kept.get("_vragenlijst") === edition) this.fill(kept);
    }

    /** @param {URLSearchParams} answers */
    fill(answers) {
      for (const field of /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (this.form?.querySelectorAll(FIELDS))) {
        const given = answers.getAll(field.name);
        if (field instanceof HTMLInputElement) field.checked = given.includes(field.value);
        else field.value = given[0] ?? "";
      }
      this.dispatchEvent(new CustomEvent("gevuld", { bubbles: true }));
    }

    erase() {
      write(this.page, "");
      this.fill(new URLSearchParams());
      this.dispatchEvent(new CustomEvent("gewist", { bubbles: true }));
    }
  }

  customElements.define("borg-concept", Concept);
})();
