// @ts-check
/**
 * <borg-vragenlijst>: one form about one module. Refuses an empty form, hands the answers to
 * <borg-verzenden> and says "Verstuurd" only when the receiver did. Where there is no receiver yet,
 * <borg-bewaren> makes a file or a mail of them; <borg-concept> keeps the draft.
 */
(() => {
  /** @typedef {{ pagina: string, naam: string, antwoorden: string }} Envelope answers as form data */
  /** @typedef {{ envelope: Envelope, outcome: Outcome, kept: boolean }} Report */
  /** @typedef {"bezig" | "verstuurd" | "geweigerd" | "later"} Outcome */
  /** @typedef {{ veld: Veld, text: string }} Problem */

  /**
   * Goes along with the answers each time, so that they count once: a UUID version 4 (RFC 9562,
   * 5.4). crypto.randomUUID makes the same, but only on https.
   */
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40; // the version
    bytes[8] = (bytes[8] & 0x3f) | 0x80; // the variant
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
  }

  /** By which the receiver knows a program, that fills in a form at once. */
  const secondsOpen = () => String(Math.floor(performance.now() / 1000));

  /**
   * @param {string} tag
   * @param {Record<string, string>} [attributes]
   * @param {...(Node | string)} children
   */
  function element(tag, attributes = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  }

  /** One field of the form. */
  class Veld {
    /** @param {HTMLElement} node the fieldset, or the element around a textarea */
    constructor(node) {
      this.node = node;
      this.naam = node.dataset.veld ?? "";
      this.tekst = node.dataset.tekst ?? "";
      this.inputs = [...node.querySelectorAll("input")];
      this.area = node.querySelector("textarea");
      this.first = this.area ?? this.inputs[0];
      this.target = this.area ?? node; // what a description and an error belong to
      this.description = this.target.getAttribute("aria-describedby") ?? "";
      this.max = this.area?.maxLength ?? Infinity;
      this.area?.removeAttribute("maxlength"); // it would silently cut what somebody pastes
      this.count = element("p", { class: "small", id: `${this.first.id}-tel` });
      this.undo = element("button", { type: "button", class: "vraag__wis" }, "Wis deze keuze");
      this.undo.append(element("span", { class: "visually-hidden" }, ` ‘${this.tekst}’`));
      this.undo.addEventListener("click", () => this.clear());
      if (this.first.type === "radio") node.addEventListener("input", () => this.offerUndo());
      if (!this.area) return; // nothing to count
      this.description += ` ${this.count.id}`;
      this.area.after(this.count);
      this.area.addEventListener("input", () => this.tellRoom());
      this.setError("");
      this.tellRoom();
    }

    tellRoom() {
      const room = this.max - (this.area?.value.length ?? 0);
      this.count.textContent = room < 0 ? `${-room} tekens te veel` : `Nog ${room} tekens`;
    }

    /** A radio can't be unticked, but every question may be skipped. */
    offerUndo() {
      if (this.first.type !== "radio") return;
      if (this.values().length) this.node.querySelector(".keuzes")?.after(this.undo);
      else this.undo.remove();
    }

    clear() {
      for (const input of this.inputs) input.checked = false;
      this.first.focus();
      this.first.dispatchEvent(new Event("input", { bubbles: true })); // so the draft is written
    }

    values() {
      const text = this.area?.value.trim();
      return text ? [text] : this.inputs.filter((input) => input.checked).map((input) => input.value);
    }

    /** The answers as the deelnemer reads them. */
    words() {
      const chosen = this.inputs.filter((input) => input.checked);
      return this.area ? this.values() : chosen.map((input) => (input.closest("label")?.textContent ?? "").trim());
    }

    /** @param {string} text empty takes the error away */
    setError(text) {
      this.node.querySelector(".vraag__fout")?.remove();
      const error = element("p", { class: "vraag__fout", id: `${this.first.id}-fout` });
      error.append(element("span", { class: "visually-hidden" }, "Fout: "), text);
      const description = `${text && error.id} ${this.description}`.trim();
      this.target.toggleAttribute("aria-describedby", !!description);
      if (description) this.target.setAttribute("aria-describedby", description);
      if (this.area) this.area.ariaInvalid = text ? "true" : null;
      if (!text) return;
      if (this.area) this.area.before(error);
      else this.node.querySelector("legend")?.after(error);
    }
  }

  class Vragenlijst extends HTMLElement {
    page = location.pathname;
    pageTitle = document.title;
    /** Whether the deelnemer asked for what happens now: then focus goes there. */
    isAsked = false;
    /** Whether a draft was filled in: who only sends that may be as quick as a program. */
    hasDraft = false;
    /** @type {Veld[]} */
    velden = [];

    connectedCallback() {
      if (this.form) return; // moved in the page: it is ready
      this.form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
      this.sender = this.querySelector("borg-verzenden");
      this.concept = /** @type {HTMLElement} */ (this.querySelector("borg-concept"));
      this.velden = [.../** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll("[data-veld]"))].map((node) => new Veld(node));
      this.addPlaces(this.form);
      if (!this.sender) this.offerToKeep(this.form);
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.submit();
      });
      this.addEventListener("uitkomst", (event) => this.showOutcome(/** @type {CustomEvent<Report>} */ (event).detail));
      this.addEventListener("gevuld", () => {
        this.hasDraft = true;
        for (const veld of this.velden) {
          veld.tellRoom();
          veld.offerUndo();
        }
      });
      this.addEventListener("gewist", () => this.startAgain());
    }

    /**
     * Places for what is said later; those that announce themselves have to be there from the start.
     * @param {HTMLFormElement} form
     */
    addPlaces(form) {
      this.notice = element("p", { class: "vragenlijst__melding", role: "status" });
      this.summary = element("div", { class: "foutmelding", role: "alert", tabindex: "-1" });
      this.heading = element("h2", { id: "uitslag", tabindex: "-1" });
      this.message = element("p", { role: "status" });
      this.more = element("div");
      this.result = element("section", { class: "uitslag", "aria-labelledby": "uitslag", hidden: "" });
      this.result.append(this.heading, this.message, this.more);
      form.before(this.notice, this.summary);
      form.after(this.result);
    }

    /** @param {HTMLFormElement} form that has no button yet, as it can't be sent */
    offerToKeep(form) {
      form.append(element("p", {}, element("button", { type: "submit", class: "button" }, "Bewaar je antwoorden")));
      this.querySelector(".note p")?.append(" Je kunt de vragen wel invullen, en je antwoorden bewaren of mailen.");
    }

    /** @param {string} name of a hidden field */
    hiddenField(name) {
      return /** @type {HTMLInputElement} */ (this.querySelector(`input[type=hidden][name=${name}]`));
    }

    /** After everything was erased, here and in what waits to be sent. */
    startAgain() {
      this.sender?.dispatchEvent(new CustomEvent("vergeet", { detail: this.page }));
      this.hiddenField("_sleutel").value = "";
      this.showProblems([]);
      this.show("gewist", "", "");
      if (this.notice) this.notice.textContent = "Alles is gewist.";
      this.velden[0].first.focus();
    }

    submit() {
      const problems = this.problems();
      this.showProblems(problems);
      if (problems.length) return;
      this.isAsked = true;
      if (!this.sender) {
        this.show("bewaren", "Bewaar of mail je antwoorden", "Er is nog niets verstuurd.", this.keeping());
        return;
      }
      this.hiddenField("_sleutel").value ||= newKey();
      this.hiddenField("_tijd").value = this.hasDraft ? "" : secondsOpen();
      const data = /** @type {any} */ (new FormData(this.form));
      const antwoorden = new URLSearchParams(data).toString();
      const envelope = { pagina: this.page, naam: this.dataset.naam ?? "", antwoorden };
      this.showOutcome({ envelope, outcome: "bezig", kept: true });
      this.sender.dispatchEvent(new CustomEvent("verstuur", { detail: envelope }));
    }

    /** @returns {Problem[]} */
    problems() {
      const long = this.velden.filter((veld) => veld.values().some((value) => value.length > veld.max));
      if (long.length) return long.map((veld) => ({ veld, text: `Maak je antwoord korter: hoogstens ${veld.max} tekens.` }));
      return this.velden.some((veld) => veld.values().length) ? [] : [{ veld: this.velden[0], text: "Vul minstens één vraag in." }];
    }

    /** @param {Problem[]} problems none takes the summary away */
    showProblems(problems) {
      document.title = problems.length ? `Fout: ${this.pageTitle}` : this.pageTitle;
      for (const veld of this.velden) veld.setError("");
      this.summary?.replaceChildren();
      if (!problems.length) return;
      const list = element("ul");
      for (const { veld, text } of problems) {
        veld.setError(text);
        const link = element("a", { href: `#${veld.first.id}` }, text);
        link.addEventListener("click", (event) => {
          event.preventDefault();
          veld.node.scrollIntoView();
          veld.first.focus({ preventScroll: true });
        });
        list.append(element("li", {}, link));
      }
      this.summary?.append(element("h2", {}, "Kijk dit nog even na"), list);
      this.summary?.focus();
    }

    /** @param {Report} report of these answers, or of others that waited on this device */
    showOutcome({ envelope, outcome, kept }) {
      const { pagina, naam, antwoorden } = envelope;
      if (outcome === "verstuurd") this.concept?.dispatchEvent(new CustomEvent("vergeet", { detail: pagina }));
      if (pagina !== this.page) {
        this.tellOfOthers(naam, outcome);
      } else if (outcome === "bezig") {
        this.show(outcome, "Bezig met versturen …", "Dit duurt meestal maar even.");
      } else if (outcome === "verstuurd") {
        this.show(outcome, "Verstuurd", "We hebben je antwoorden ontvangen. Dank je wel!", ...this.explanations(antwoorden));
      } else if (outcome === "geweigerd") {
        this.show(outcome, "Niet verstuurd", "De ontvanger nam je antwoorden niet aan. Ze staan hierboven nog. Je kunt ze bewaren of mailen.", this.keeping());
      } else {
        const why = navigator.onLine ? "we kunnen de ontvanger nu niet bereiken" : "je bent offline";
        const then = kept
          ? "We proberen het opnieuw als je weer een vragenlijst op deze site opent. Je antwoorden blijven op dit apparaat tot het lukt of tot je ze wist."
          : "Je browser bewaart niets, dus laat deze pagina open en probeer het straks opnieuw.";
        this.show(outcome, "Je antwoorden staan nog klaar", `Nog niet verstuurd: ${why}. ${then}`, this.retryButton());
      }
      if (outcome !== "bezig") this.isAsked = false;
    }

    /**
     * @param {string} naam of the module
     * @param {Outcome} outcome
     */
    tellOfOthers(naam, outcome) {
      const told = {
        bezig: "worden nu verstuurd …",
        verstuurd: "zijn nu verstuurd.",
        geweigerd: "zijn niet aangenomen. Open die vragenlijst en verstuur ze nog een keer.",
        later: "zijn nog niet verstuurd. We proberen het opnieuw als je weer een vragenlijst op deze site opent.",
      };
      if (this.notice) this.notice.textContent = `Je antwoorden over ‘${naam}’ ${told[outcome]}`;
    }

    /**
     * The form stays only where something can still be done with it. Focus follows who asked.
     * @param {Outcome | "bewaren" | "gewist"} state
     * @param {string} heading
     * @param {string} message
     * @param {...Node} more
     */
    show(state, heading, message, ...more) {
      const { form, result, concept } = this;
      if (!form || !result || !concept || !this.heading || !this.message) return;
      form.hidden = !["bewaren", "geweigerd", "gewist"].includes(state);
      concept.hidden = state === "bezig" || state === "verstuurd";
      result.hidden = state === "gewist";
      result.dataset.staat = state;
      this.heading.textContent = heading;
      this.message.textContent = message;
      this.more?.replaceChildren(...more);
      if (this.notice) this.notice.textContent = "";
      if (this.isAsked) this.heading.focus();
    }

    retryButton() {
      const button = element("button", { type: "button", class: "button" }, "Probeer het nu opnieuw");
      button.addEventListener("click", () => {
        this.isAsked = true;
        this.sender?.dispatchEvent(new CustomEvent("opnieuw"));
      });
      return element("p", {}, button);
    }

    /** The element that makes a file or a mail of the answers. */
    keeping() {
      const { titel = "", email = "", bestand = "" } = this.dataset;
      const answered = this.velden.filter((veld) => veld.values().length);
      const answers = {
        vragenlijst: this.hiddenField("_vragenlijst").value,
        module: this.hiddenField("_module").value,
        antwoorden: answered.map((veld) => ({ naam: veld.naam, waarde: veld.values(), vraag: veld.tekst, antwoord: veld.words() })),
      };
      const data = JSON.stringify(answers, null, 2);
      return element("borg-bewaren", { "data-titel": titel, "data-email": email, "data-bestand": bestand, "data-antwoorden": data });
    }

    /**
     * Of each kennisvraag what was chosen and what is right, with why.
     * @param {string} antwoorden
     */
    explanations(antwoorden) {
      const given = new URLSearchParams(antwoorden);
      return this.velden.flatMap((veld) => {
        const template = veld.node.querySelector("template");
        if (!template) return [];
        const part = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
        for (const item of part.querySelectorAll("[data-code]")) {
          const { code, goed } = /** @type {HTMLElement} */ (item).dataset;
          if (goed !== "ja" && code !== given.get(veld.naam)) item.remove();
        }
        return [element("div", { class: "uitleg" }, part)];
      });
    }
  }

  customElements.define("borg-vragenlijst", Vragenlijst);
})();
