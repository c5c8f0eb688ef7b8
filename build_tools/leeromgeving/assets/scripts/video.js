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
      this.append(button);
    }
  }

  customElements.define("borg-video", ExternalVideo);
})();
