// @ts-check
/**
 * <borg-oefening>: a form with radios or checkboxes, and below it the answers with their feedback.
 * Adds the buttons, and says after "Nakijken" what was right and why. Nothing is kept or sent.
 */
(() => {
  /** @typedef {"goed" | "fout" | "gemist"} Mark */
  /** @type {Record<Mark, string>} */
  const MARKS = { goed: "Goed gekozen", fout: "Niet goed", gemist: "Gemist" };

  /**
   * @param {string} tag
   * @param {string} className
   * @param {string} [text]
   */
  function element(tag, className, text = "") {
    const node = document.createElement(tag);
    node.className = className;
    node.textContent = text;
    return node;
  }

  /**
   * @param {string} text
   * @param {() => void} [onClick] without it the button submits the form
   */
  function button(text, onClick) {
    const node = document.createElement("button");
    node.type = onClick ? "button" : "submit";
    node.className = onClick ? "button button--quiet" : "button";
    node.textContent = text;
    if (onClick) node.addEventListener("click", onClick);
    return node;
  }

  /** One answer to choose, with its place in the list of answers. */
  class Antwoord {
    /**
     * @param {HTMLInputElement} input
     * @param {HTMLElement} item
     */
    constructor(input, item) {
      this.input = input;
      this.item = item;
      this.row = /** @type {HTMLElement} */ (input.closest(".keuze"));
      this.isRight = item.dataset.goed === "ja";
      this.text = (input.closest("label")?.textContent ?? "").trim();
      /** @type {Mark | undefined} */
      this.mark = undefined;
    }

    /** @param {Mark | undefined} mark */
    setMark(mark) {
      this.mark = mark;
      this.row.querySelector(".keuze__merk")?.remove();
      this.row.removeAttribute("data-merk");
      this.input.removeAttribute("aria-describedby");
      if (!mark) return;
      const label = element("p", "keuze__merk", MARKS[mark]);
      label.id = `${this.input.name}-merk-${this.input.value}`;
      this.row.append(label);
      this.row.dataset.merk = mark;
      this.input.setAttribute("aria-describedby", label.id);
    }

    feedback() {
      return /** @type {HTMLElement} */ (this.item.querySelector(".feedback-text")).cloneNode(true);
    }
  }

  class Oefening extends HTMLElement {
    connectedCallback() {
      if (this.form) return; // moved in the page: it has its buttons already
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.status = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
      this.solution = /** @type {HTMLDetailsElement} */ (this.querySelector("details.antwoord"));
      const items = this.solution.querySelectorAll("li[data-goed]");
      this.antwoorden = [...this.form.querySelectorAll("input")].map(
        (input, index) => new Antwoord(input, /** @type {HTMLElement} */ (items[index])),
      );
      this.isMultiple = this.antwoorden[0].input.type === "checkbox";
      this.solution.hidden = true;
      this.addButtons();
      this.showHintsOneByOne();
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check();
      });
      this.form.addEventListener("change", () => this.clear());
    }

    /** "Nakijken" and "Opnieuw", and what "Opnieuw" asks before it erases. */
    addButtons() {
      const again = button("Opnieuw", () => ask(true));
      const no = button("Nee, laat staan", () => ask(false));
      const yes = button("Ja, wis mijn antwoord", () => {
        ask(false);
        this.reset();
      });
      const question = element("div", "oefening__wissen");
      question.setAttribute("role", "group");
      question.setAttribute("aria-label", "Je antwoord wissen?");
      question.append(element("p", "", "Je antwoord wissen?"), yes, no);

      /** @param {boolean} asking */
      const ask = (asking) => {
        question.hidden = !asking;
        again.hidden = asking;
        (asking ? no : again).focus();
      };
      question.hidden = true;
      again.hidden = true;
      this.again = again;

      const bar = element("div", "oefening__knoppen");
      bar.append(button("Nakijken"), again, question);
      this.status?.before(bar);
    }

    /** A hint appears when the one before it has been opened. */
    showHintsOneByOne() {
      const hints = this.querySelectorAll("details.hint");
      hints.forEach((hint, index) => {
        const next = /** @type {HTMLElement | undefined} */ (hints[index + 1]);
        if (!next) return;
        next.hidden = true;
        hint.addEventListener("toggle", () => { next.hidden = false; }, { once: true });
      });
    }

    check() {
      this.clear();
      const { antwoorden = [], status, solution, again } = this;
      if (!status || !solution || !again) return;
      if (!antwoorden.some((antwoord) => antwoord.input.checked)) {
        status.dataset.uitslag = "leeg";
        status.append(element("p", "", this.isMultiple ? "Kies eerst een of meer antwoorden." : "Kies eerst een antwoord."));
        return;
      }
      for (const antwoord of antwoorden) antwoord.setMark(this.markFor(antwoord));
      status.append(...this.explanation());
      solution.hidden = false;
      again.hidden = false;
    }

    /**
     * With radios the right answer is never called missed: that would give it away.
     * @param {Antwoord} antwoord
     * @returns {Mark | undefined}
     */
    markFor(antwoord) {
      if (antwoord.input.checked) return antwoord.isRight ? "goed" : "fout";
      return this.isMultiple && antwoord.isRight ? "gemist" : undefined;
    }

    /** The result, then why: with checkboxes for each answer that was chosen or missed. */
    explanation() {
      const marked = (this.antwoorden ?? []).filter((antwoord) => antwoord.mark);
      const good = marked.filter((antwoord) => antwoord.mark === "goed").length;
      const wanted = marked.filter((antwoord) => antwoord.isRight).length;
      const wrong = marked.filter((antwoord) => antwoord.mark === "fout").length;
      const chosen = wanted === 1 ? "het goede antwoord" : `${good} van de ${wanted} goede antwoorden`;
      const extra = wrong ? `, en ${wrong} ${wrong === 1 ? "dat niet klopt" : "die niet kloppen"}` : "";
      const [uitslag, result] = good === marked.length ? ["goed", "Goed!"]
        : good ? ["deels", `Deels goed. Je koos ${chosen}${extra}.`]
        : ["fout", "Nog niet goed."];
      if (this.status) this.status.dataset.uitslag = uitslag;
      const reasons = marked.map((antwoord) => {
        const reason = element("div", "oefening__waarom");
        if (this.isMultiple && antwoord.mark) {
          const answer = element("p", "oefening__keuze");
          answer.append(element("strong", "", `${MARKS[antwoord.mark]}:`), ` ${antwoord.text}`);
          reason.append(answer);
        }
        reason.append(antwoord.feedback());
        return reason;
      });
      return [element("p", "oefening__uitslag", result), ...reasons];
    }

    /** Marks and message don't outlive the choice that they are about. */
    clear() {
      this.status?.replaceChildren();
      this.status?.removeAttribute("data-uitslag");
      for (const antwoord of this.antwoorden ?? []) antwoord.setMark(undefined);
    }

    /** Back to the beginning, with focus on the first answer. */
    reset() {
      this.form?.reset();
      this.clear();
      if (this.solution) {
        this.solution.open = false;
        this.solution.hidden = true;
      }
      if (this.again) this.again.hidden = true;
      this.antwoorden?.[0].input.focus();
    }
  }

  customElements.define("borg-oefening", Oefening);
})();
