// @ts-check
/**
 * <borg-verzenden>: brings answers to the receiver at data-adres. They stay on this device until
 * the receiver has them or the deelnemer erases them; it tries again when a page with a
 * questionnaire opens, and while one is open as soon as the device is online again.
 *
 * Listens for `verstuur` (an Envelope), `opnieuw`, and `vergeet` (the path of a page); tells how it
 * goes by `uitkomst` (a Report), which bubbles.
 */
(() => {
  const WAITING = "leeromgeving:te-versturen";
  const PATIENCE = 20_000; // milliseconds that the receiver gets to answer
  const LATER = [408, 425, 429]; // the receiver is there, but not now

  /** @typedef {{ pagina: string, naam: string, antwoorden: string }} Envelope answers as form data */
  /** @typedef {"bezig" | "verstuurd" | "geweigerd" | "later"} Outcome */
  /** @typedef {{ envelope: Envelope, outcome: Outcome, kept: boolean }} Report */

  class Verzenden extends HTMLElement {
    /** What waits, one envelope per page, for when this device keeps nothing. @type {Envelope[]} */
    memory = [];
    isBusy = false;
    kept = true;

    connectedCallback() {
      if (this.isReady) return; // moved in the page
      this.isReady = true;
      this.addEventListener("verstuur", (event) => {
        const envelope = /** @type {CustomEvent<Envelope>} */ (event).detail;
        this.setWaiting([...this.waiting().filter(({ pagina }) => pagina !== envelope.pagina), envelope]);
        this.deliverAll();
      });
      this.addEventListener("vergeet", (event) => this.forget(/** @type {CustomEvent<string>} */ (event).detail));
      this.addEventListener("opnieuw", () => this.deliverAll());
      addEventListener("online", () => this.deliverAll());
      this.deliverAll();
    }

    /** @returns {Envelope[]} */
    waiting() {
      try {
        return JSON.parse(localStorage.getItem(WAITING) ?? "null") ?? this.memory;
      } catch {
        return this.memory; // storage is blocked, or holds what we didn't write
      }
    }

    /** @param {Envelope[]} envelopes */
    setWaiting(envelopes) {
      this.memory = envelopes;
      try {
        if (envelopes.length) localStorage.setItem(WAITING, JSON.stringify(envelopes));
        else localStorage.removeItem(WAITING);
        this.kept = true;
      } catch {
        this.kept = false;
      }
    }

    /** @param {string} page */
    forget(page) {
      this.setWaiting(this.waiting().filter(({ pagina }) => pagina !== page));
    }

    /** One after another, never twice at the same time. */
    async deliverAll() {
      if (this.isBusy) return;
      this.isBusy = true;
      const tried = new Set();
      const next = () => this.waiting().find(({ antwoorden }) => !tried.has(antwoorden));
      for (let envelope = next(); envelope; envelope = next()) {
        tried.add(envelope.antwoorden);
        this.report(envelope, "bezig");
        const outcome = await this.deliver(envelope);
        if (outcome !== "later") this.forget(envelope.pagina);
        this.report(envelope, outcome);
      }
      this.isBusy = false;
    }

    /**
     * The same key (`_sleutel`) goes along each time, so the receiver counts the answers once.
     * @param {Envelope} envelope
     * @returns {Promise<Outcome>}
     */
    async deliver({ antwoorden }) {
      try {
        const response = await fetch(this.dataset.adres ?? "", {
          method: "POST",
          mode: "cors",
          credentials: "omit",
          headers: { Accept: "application/json" },
          body: new URLSearchParams(antwoorden),
          signal: AbortSignal.timeout(PATIENCE),
        });
        if (response.ok) return "verstuurd";
        return response.status >= 500 || LATER.includes(response.status) ? "later" : "geweigerd";
      } catch {
        return "later";
      }
    }

    /**
     * @param {Envelope} envelope
     * @param {Outcome} outcome
     */
    report(envelope, outcome) {
      /** @type {Report} */
      const detail = { envelope, outcome, kept: this.kept };
      this.dispatchEvent(new CustomEvent("uitkomst", { detail, bubbles: true }));
    }
  }

  customElements.define("borg-verzenden", Verzenden);
})();
