// @ts-check
/** <borg-video>: a film of another company. Asks that company for nothing until the visitor does. */
(() => {
  class ExternalVideo extends HTMLElement {
    connectedCallback() {
      const { bedrijf = "", titel = "", url = "" } = this.dataset;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = `Laad de video van ${bedrijf}`;
      button.addEventListener("click", () => {
        const frame = document.createElement("iframe");
        frame.src = url;
        frame.title = titel;
        frame.allowFullscreen = true;
        frame.tabIndex = 0;
        button.replaceWith(frame);
        frame.focus();
      });
      this.status = document.createElement("p");
      this.status.setAttribute("role", "status");
      this.append(button, this.status);
      document.addEventListener("securitypolicyviolation", this);
    }

    disconnectedCallback() {
      document.removeEventListener("securitypolicyviolation", this);
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
