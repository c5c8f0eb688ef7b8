// @ts-check
/**
 * What the forms of oefening with right and wrong share: `window.leeromgeving.Oefening`, an element
 * around a form and the answers with their feedback. Each form extends it in a script of its own.
 * Adds the buttons, says after "Nakijken" what was right and why, and tells it by the bubbling event
 * `oefening`. Nothing is sent. The forms without right and wrong use its tools: `oefenen`.
 * Marks every oefening, of any form, that was made here before.
 */
(() => {
  /**
   * @template {keyof HTMLElementTagNameMap} T
   * @param {T} tag
   * @param {string} className
   * @param {...(Node | string)} children
   */
  function element(tag, className, ...children) {
    const node = document.createElement(tag);
    node.className = className;
    node.append(...children);
    return node;
  }

  /**
   * @param {string} text
   * @param {() => void} [onClick] without it the button submits the form
   * @param {string} [className]
   */
  function button(text, onClick, className = onClick ? "button button--quiet" : "button") {
    const node = element("button", className, text);
    node.type = onClick ? "button" : "submit";
    if (onClick) node.addEventListener("click", onClick);
    return node;
  }

  /** @type {Oefenen["askFirst"]} */
  const askFirst = (text, erase) =>
    window.leeromgeving.askFirst(text, "Je antwoord wissen?", "Ja, wis mijn antwoord", erase);

  /**
   * The same in any order, each as likely (Fisher and Yates).
   * @template T
   * @param {T[]} items
   */
  function shuffled(items) {
    const mixed = [...items];
    for (let last = mixed.length - 1; last > 0; last -= 1) {
      const other = Math.floor(Math.random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  }

  /** @param {Element} parent @param {string} selector */
  const copy = (parent, selector) =>
    [.../** @type {Element} */ (parent.querySelector(selector)).cloneNode(true).childNodes];

  /**
   * @param {HTMLElement} oefening
   * @param {Uitslag} uitslag
   */
  function tell(oefening, uitslag) {
    const detail = { id: oefening.dataset.id, uitslag };
    oefening.dispatchEvent(new CustomEvent("oefening", { bubbles: true, detail }));
  }

  /** Scripts are deferred, so all that is inside stands there already. */
  class Oefening extends HTMLElement {
    form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
    status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    antwoord = /** @type {HTMLDetailsElement} */ (this.querySelector("details.antwoord"));
    again = askFirst("Opnieuw", () => this.reset());
    /** @type {Record<Merk, string>} */
    merken = { goed: "Goed", fout: "Niet goed", gemist: "Nog niet ingevuld" };
    /** @type {Oordeel[]} */
    oordelen = [];

    /** Everything as it is before a try. */
    begin() {
      for (const part of [this.antwoord, ...this.again]) part.hidden = true;
      this.antwoord.open = false;
    }

    /** What is missing when nothing was filled in; empty when there is something to check. */
    missing() {
      return "";
    }

    /** @returns {Oordeel[]} about each part of which there is something to say */
    judge() {
      return [];
    }

    /**
     * @param {number} good
     * @param {Oordeel[]} oordelen
     */
    partly(good, { length }) {
      return `${good} van de ${length} ${good === 1 ? "klopt" : "kloppen"}.`;
    }

    connectedCallback() {
      if (this.again[0].isConnected) return; // moved in the page: it has its buttons already
      this.status.before(element("div", "oefening__knoppen", button("Nakijken"), ...this.again));
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check();
        this.status.scrollIntoView({ block: "nearest" }); // smooth only where base.css allows it
      });
      this.form.addEventListener("input", () => this.clear());
      this.begin();
    }

    check() {
      this.clear();
      const missing = this.missing();
      if (missing) return this.status.append(element("p", "", missing));
      this.oordelen = this.judge();
      const good = this.oordelen.filter(({ merk }) => merk === "goed").length;
      const uitslag = good === this.oordelen.length ? "goed" : good ? "deels" : "fout";
      const result = {
        goed: "Goed!",
        deels: `Deels goed. ${this.partly(good, this.oordelen)}`,
        fout: "Nog niet goed.",
      }[uitslag];
      this.oordelen.forEach((oordeel, index) => this.mark(oordeel, index));
      this.status.dataset.uitslag = uitslag;
      this.status.append(element("p", "oefening__uitslag", result), ...this.oordelen.map((oordeel) => this.reason(oordeel)));
      const [opener, question] = this.again;
      question.hidden = true;
      opener.hidden = this.antwoord.hidden = false;
      tell(this, uitslag);
    }

    /**
     * @param {Oordeel} oordeel
     * @param {number} index
     */
    mark({ row, field, merk }, index) {
      const mark = element("span", "merk", this.merken[merk]);
      mark.id = `oefening-${this.dataset.id}--merk-${index}`;
      row.dataset.merk = merk;
      row.append(mark);
      field.setAttribute("aria-describedby", mark.id);
    }

    /** @param {Oordeel} oordeel */
    reason({ merk, naam, uitleg }) {
      const reason = element("div", "oefening__waarom");
      if (naam) reason.append(element("p", "oefening__keuze", element("strong", "", `${this.merken[merk]}:`), ` ${naam}`));
      if (uitleg) reason.append(typeof uitleg === "string" ? element("p", "", uitleg) : uitleg);
      return reason;
    }

    /**
     * The feedback of an author, from the answers.
     * @param {Element} item
     */
    feedback(item) {
      return /** @type {HTMLElement} */ (item.querySelector(".feedback-text")?.cloneNode(true));
    }

    /** Marks and message don't outlive the answer that they are about. */
    clear() {
      for (const { row, field } of this.oordelen) {
        row.querySelector(".merk")?.remove();
        row.removeAttribute("data-merk");
        field.removeAttribute("aria-describedby");
      }
      this.oordelen = [];
      this.status.replaceChildren();
      this.status.removeAttribute("data-uitslag");
    }

    /** Back to the beginning, with focus on the first field. */
    reset() {
      this.form.reset();
      this.clear();
      this.begin();
      /** @type {HTMLElement | null} */ (this.form.querySelector("input, select"))?.focus();
    }
  }

  window.leeromgeving = Object.assign(window.leeromgeving ?? {}, { Oefening, oefenen: { element, button, askFirst, shuffled, copy, tell } });

  const { uri, voortgang } = window.leeromgeving;
  for (const node of document.querySelectorAll(".oefening > [data-id]")) {
    const { id } = /** @type {HTMLElement} */ (node).dataset;
    if (!voortgang?.get(`oefening:${uri}#${id}`)) continue;
    document.getElementById(`oefening-${id}`)?.append(" ", element("span", "oefening-kop__eerder", "Al eerder gemaakt"));
  }
})();
