// @ts-check
/**
 * <borg-video>: a film of another company. Asks that company for nothing until the visitor does;
 * then its other films on this page load too, for the same answer holds. No other page knows.
 */
(() => {
  class ExternalVideo extends HTMLElement {
    connectedCallback() {
      if (this.button) return; // moved in the page: it is ready
      const { bedrijf = "" } = this.dataset;
      this.button = document.createElement("button");
      this.button.type = "button";
      this.button.className = "button";
      this.button.textContent = `Laad de video van ${bedrijf}`;
      this.button.addEventListener("click", () => {
        const same = document.querySelectorAll(`borg-video[data-bedrijf="${CSS.escape(bedrijf)}"]`);
        for (const film of /** @type {NodeListOf<ExternalVideo>} */ (same)) film.show();
        this.querySelector("iframe")?.focus();
      });
      this.status = document.createElement("p");
      this.status.setAttribute("role", "status");
      this.append(this.button, this.status);
      document.addEventListener("securitypolicyviolation", this);
    }

    show() {
      const { titel = "", url = "" } = this.dataset;
      const frame = document.createElement("iframe");
      frame.src = url;
      frame.title = titel;
      frame.allowFullscreen = true;
      frame.loading = "lazy"; // a film further down waits until it comes into view
      frame.tabIndex = 0;
      this.button?.replaceWith(frame);
    }

    /**
     * A host may forbid frames of others: say so, the plain link is right above.
     * @param {SecurityPolicyViolationEvent} event
     */
    handleEvent(event) {
      const frame = this.querySelector("iframe");
      if (!frame || !this.status || !event.effectiveDirective.startsWith("frame-src")) return;
      frame.remove();
      this.status.textContent = "De video mag hier niet geladen worden. Gebruik de link hierboven.";
    }
  }

  customElements.define("borg-video", ExternalVideo);
})();
