// @ts-check
/**
 * <borg-flitskaarten>: one card of the list in the page at a time, in another order at each visit.
 * What you didn't know comes back in a next round.
 */
(() => {
  const { element, button, copy, shuffled, tell } = window.leeromgeving.oefenen;

  /** @param {Element} card @param {boolean} isTurned */
  const side = (card, isTurned) =>
    isTurned ? element("div", "kaart__achter", ...copy(card, "div")) : element("p", "kaart__voor", ...copy(card, "summary"));

  class Flitskaarten extends HTMLElement {
    lijst = /** @type {HTMLElement} */ (this.querySelector(".kaarten"));
    kaarten = [...this.lijst.children];
    /** The cards of this round, and which of them is shown. */
    ronde = this.kaarten;
    plaats = 0;
    isTurned = false;
    /** @type {Set<Element>} */
    geweten = new Set();
    kaart = /** @type {HTMLElement} */ (this.querySelector("[role=status]"));
    draai = button("Draai om", () => this.turn(), "button");
    wist = button("Wist ik", () => this.sort(true));
    nog = button("Nog oefenen", () => this.sort(false));
    vorige = button("Vorige", () => this.show(this.plaats - 1));
    volgende = button("Volgende", () => this.show(this.plaats + 1));
    ververs = button("", () => this.start(), "button");

    connectedCallback() {
      if (this.draai.isConnected) return; // moved in the page: it is ready
      this.lijst.hidden = true;
      this.append(
        element("div", "oefening__knoppen", this.draai, this.ververs),
        element("div", "oefening__knoppen kaart__knoppen", this.vorige, this.volgende),
        element("div", "oefening__knoppen kaart__knoppen", this.wist, this.nog),
      );
      // Unseen: the largest makes room for all, so that no button moves.
      this.kaart.after(...this.kaarten.flatMap((card) => [side(card, false), side(card, true)].map((each) => element("div", "", this.number(), each))));
      this.start(false);
    }

    /** A round with the cards that are not known yet, or with all of them. */
    start(moveFocus = true) {
      if (this.geweten.size === this.kaarten.length) this.geweten.clear();
      this.ronde = shuffled(this.kaarten.filter((card) => !this.geweten.has(card)));
      this.show(0, moveFocus);
    }

    /** @param {number} plaats past the last card the round ends */
    show(plaats, moveFocus = true) {
      this.plaats = plaats;
      if (plaats === this.ronde.length) return this.end();
      this.isTurned = false;
      this.kaart.replaceChildren(this.number(), side(this.ronde[plaats], false));
      this.showButtons();
      if (moveFocus) this.draai.focus();
    }

    number() {
      return element("p", "small", `Kaart ${this.plaats + 1} van ${this.ronde.length}`);
    }

    turn() {
      this.isTurned = !this.isTurned;
      this.kaart.lastElementChild?.replaceWith(side(this.ronde[this.plaats], this.isTurned));
      this.showButtons();
    }

    /** @param {boolean} isKnown */
    sort(isKnown) {
      this.geweten[isKnown ? "add" : "delete"](this.ronde[this.plaats]);
      this.show(this.plaats + 1);
    }

    end() {
      const total = this.kaarten.length;
      const left = total - this.geweten.size;
      this.kaart.replaceChildren(element("p", "kaart__voor", left ? `Je wist ${total - left} van de ${total} kaarten.` : `Je weet alle ${total} kaarten.`));
      this.ververs.textContent = left ? `Oefen wat je nog niet wist (${left})` : "Oefen alle kaarten nog eens";
      this.showButtons();
      this.ververs.focus();
      tell(this, "gedaan");
    }

    /** You sort a card when you have seen its other side. */
    showButtons() {
      const isEnd = this.plaats === this.ronde.length;
      this.draai.textContent = this.isTurned ? "Laat de voorkant zien" : "Draai om";
      this.draai.hidden = this.volgende.hidden = isEnd;
      this.vorige.hidden = isEnd || !this.plaats;
      this.wist.hidden = this.nog.hidden = isEnd || !this.isTurned;
      this.ververs.hidden = !isEnd;
    }
  }

  customElements.define("borg-flitskaarten", Flitskaarten);
})();
