// @ts-check
/**
 * <borg-snelheid>: how fast sound and reading aloud go, one choice for the whole site. Kept under
 * `snelheid`; who plays something follows the event `voortgang`.
 */
(() => {
  const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2];
  let count = 0;

  class Snelheid extends HTMLElement {
    connectedCallback() {
      if (!this.select) this.append(this.label(), this.makeSelect());
      document.addEventListener("voortgang", this);
      this.handleEvent();
    }

    disconnectedCallback() {
      document.removeEventListener("voortgang", this);
    }

    /** The choice was made here, elsewhere on the page, or in another tab. */
    handleEvent() {
      if (this.select) this.select.value = String(readSnelheid());
    }

    label() {
      const label = document.createElement("label");
      label.htmlFor = `snelheid-${(count += 1)}`;
      label.textContent = "Snelheid";
      return label;
    }

    makeSelect() {
      this.select = document.createElement("select");
      this.select.id = `snelheid-${count}`;
      for (const rate of RATES) this.select.add(new Option(`${String(rate).replace(".", ",")}×`, String(rate)));
      this.select.addEventListener("change", () => {
        window.leeromgeving.voortgang.set("snelheid", Number(this.select?.value));
      });
      return this.select;
    }
  }

  /** The rate that was chosen; 1 without a choice. */
  function readSnelheid() {
    const kept = Number(window.leeromgeving.voortgang.get("snelheid"));
    return RATES.includes(kept) ? kept : 1;
  }

  window.leeromgeving = Object.assign(window.leeromgeving ?? {}, { readSnelheid });
  customElements.define("borg-snelheid", Snelheid);
})();
