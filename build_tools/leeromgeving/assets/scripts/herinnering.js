// @ts-check
/**
 * <borg-herinnering>: a button that makes a file for the deelnemer's own calendar, so that nobody has
 * to keep an address. The element says when in data-dag (ISO; without it eight weeks from today), what
 * for in data-onderwerp and data-uitleg, where in data-adres (relative to the page), and how the file
 * is called in data-bestand.
 */
(() => {
  const DAYS = 56;
  const LINE = 75; // octets of a line, without its end (RFC 5545, 3.1)
  const encoder = new TextEncoder();

  /** @param {Date} date a day of the local calendar, as `20270118` */
  const day = (date) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, "0")).join("");

  /** @param {string} text a value of the type TEXT (RFC 5545, 3.3.11) */
  const escapeText = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

  /** @param {string} line cut into lines of at most 75 octets, never within a character */
  function fold(line) {
    let folded = "";
    let size = 0;
    for (const character of line) {
      const octets = encoder.encode(character).length;
      if (size + octets > LINE) {
        folded += "\r\n ";
        size = 1;
      }
      folded += character;
      size += octets;
    }
    return folded;
  }

  class Herinnering extends HTMLElement {
    /**
     * A calendar (RFC 5545) with one whole day, `dag` or eight weeks after `now`, that reports at nine.
     * @param {{ dag?: string, onderwerp: string, uitleg: string, adres: string, id: string, now: Date }} what
     */
    static calendar({ dag, onderwerp, uitleg, adres, id, now }) {
      const then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + DAYS);
      const summary = escapeText(onderwerp);
      const lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//De Borg//Leeromgeving//NL",
        "BEGIN:VEVENT",
        `UID:${id}`,
        `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, "")}`,
        `DTSTART;VALUE=DATE:${dag?.replaceAll("-", "") || day(then)}`,
        `SUMMARY:${summary}`,
        `DESCRIPTION:${escapeText(`${uitleg}\n${adres}`)}`,
        `URL:${adres}`,
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        `DESCRIPTION:${summary}`,
        "TRIGGER:PT9H",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
      ];
      return lines.map((line) => `${fold(line)}\r\n`).join("");
    }

    connectedCallback() {
      if (this.firstChild) return; // moved in the page: it has its button already
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = "Zet een herinnering in je agenda";
      const status = document.createElement("p");
      status.className = "small";
      status.setAttribute("role", "status");
      button.addEventListener("click", () => {
        this.download();
        status.textContent = "Het bestand is gemaakt. Open het om de herinnering in je agenda te zetten.";
      });
      this.append(button, status);
    }

    download() {
      const { dag, onderwerp = "", uitleg = "", adres = "", bestand = "" } = this.dataset;
      const now = new Date();
      const id = `${bestand.replace(/\.ics$/, "")}-${now.getTime()}@leeromgeving`;
      const text = Herinnering.calendar({ dag, onderwerp, uitleg, adres: new URL(adres, location.href).href, id, now });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
      link.download = bestand;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers still read it by then
    }
  }

  customElements.define("borg-herinnering", Herinnering);
})();
