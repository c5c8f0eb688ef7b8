// @ts-check
/**
 * Where to go on, in place of where to begin, so that nothing moves. <borg-verder> on the start page:
 * the last page that was open. <borg-stand> on the start page of a module: how many of its onderdelen
 * (data-onderdelen, as in gedaan.js) are done, and the first that isn't.
 */
(() => {
  const { address, voortgang } = window.leeromgeving;

  class Verder extends HTMLElement {
    begin = [...this.querySelectorAll("a")];

    connectedCallback() {
      document.addEventListener("voortgang", () => this.show());
      this.show();
    }

    /** The link to go on, and of the links that stood there the first. */
    show() {
      const [first, second] = this.begin;
      const { plek } = voortgang;
      first.classList.toggle("button--quiet", plek !== null);
      this.querySelector("p")?.replaceChildren(...(plek ? [this.link(plek), first] : [first, second]));
    }

    /** @param {Plek} plek */
    link({ uri, titel }) {
      const link = document.createElement("a");
      const label = document.createElement("small");
      label.textContent = "Ga verder waar je was:";
      link.className = "button verder";
      link.href = address(uri);
      link.append(label, ` ${titel}`);
      return link;
    }
  }

  class Stand extends HTMLElement {
    onderdelen = (this.dataset.onderdelen ?? "").split(" ").map((uris) => uris.split("|"));
    stand = /** @type {HTMLElement} */ (this.querySelector("p"));
    link = /** @type {HTMLAnchorElement} */ (this.querySelector("a"));
    begin = [this.stand.textContent, this.link.textContent];

    connectedCallback() {
      document.addEventListener("voortgang", () => this.show());
      this.show();
    }

    show() {
      const { onderdelen, stand, link, begin } = this;
      const done = onderdelen.filter((uris) => voortgang.isDone(uris)).length;
      const next = onderdelen.findIndex((uris) => !voortgang.isDone(uris));
      stand.textContent = done ? `${done} van de ${onderdelen.length} onderdelen afgerond` : begin[0];
      if (!done) link.textContent = begin[1];
      else link.textContent = next < 0 ? "Bekijk onderdeel 1 nog eens" : `Ga verder met onderdeel ${next + 1}`;
      link.href = address(onderdelen[Math.max(next, 0)][0]);
    }
  }

  customElements.define("borg-verder", Verder);
  customElements.define("borg-stand", Stand);
})();
