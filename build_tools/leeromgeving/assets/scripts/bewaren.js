// @ts-check
/**
 * <borg-bewaren>: answers that can't be sent, as a file (JSON, as the evaluation can read it) or as
 * the text of a mail. data-antwoorden holds them, data-titel, data-bestand and data-email say how
 * they are called and who gets the mail.
 */
(() => {
  /** @typedef {{ antwoorden: { vraag: string, antwoord: string[] }[] }} Answers */

  class Bewaren extends HTMLElement {
    connectedCallback() {
      if (this.firstChild) return; // moved in the page: it has its links already
      const buttons = document.createElement("p");
      buttons.className = "vragenlijst__knoppen";
      buttons.append(this.fileLink(), this.mailLink());
      const advice = document.createElement("p");
      advice.className = "small";
      advice.textContent = "Als je mailt, zien we je e-mailadres. Is de tekst in je mail niet compleet? Voeg dan het bestand toe.";
      this.append(buttons, advice);
    }

    fileLink() {
      const file = new Blob([this.dataset.antwoorden ?? ""], { type: "application/json" });
      return this.link("Download als bestand", URL.createObjectURL(file), this.dataset.bestand);
    }

    mailLink() {
      const { titel = "", email = "", antwoorden = "" } = this.dataset;
      /** @type {Answers} */
      const answers = JSON.parse(antwoorden);
      const lines = answers.antwoorden.map(({ vraag, antwoord }) => `${vraag}\r\n> ${antwoord.join("\r\n> ")}`);
      const subject = encodeURIComponent(`Antwoorden: ${titel}`);
      return this.link("Mail je antwoorden", `mailto:${email}?subject=${subject}&body=${encodeURIComponent(lines.join("\r\n\r\n"))}`);
    }

    /**
     * @param {string} text
     * @param {string} href
     * @param {string} [download] the name of the file
     */
    link(text, href, download) {
      const link = document.createElement("a");
      link.className = "button button--quiet";
      link.textContent = text;
      link.href = href;
      if (download) link.download = download;
      return link;
    }
  }

  customElements.define("borg-bewaren", Bewaren);
})();
