// @ts-check
/**
 * <borg-lees-voor>: the browser's own Dutch voice reads the headings and texts of the page, sentence
 * by sentence, and marks the one it reads. Only with a voice on the device itself: another would
 * send the text to its maker. Without one nothing is offered.
 *
 * One utterance per sentence, and pausing stops it: Chrome falls silent halfway a long utterance,
 * and on Android it can't go on after a pause.
 */
(() => {
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption";
  const NOT_READ = [
    "borg-lees-voor, borg-audio, borg-video, .media, .file, .facts, .pills, .kind, .small", // about the page
    "form, fieldset, details, button:not(.begrip), .begrippen, .oefening, .oefening-kop, .cards, .placeholder", // to do, not to hear
    "h2:has(+ :is(.media, .placeholder, .cards)), nav, .sources, #bronnen, #makers, #makers ~ *, pre, svg, [aria-hidden=true], [hidden], script",
  ].join(", ");
  const MARK = "voorlezen";
  const { button } = window.leeromgeving;

  /** @typedef {{ text: string, range: Range, block: Element }} Sentence */

  const voice = () => {
    const dutch = speechSynthesis.getVoices().filter((each) => each.localService && /^nl([-_]|$)/i.test(each.lang));
    return dutch.find((each) => /^nl[-_]NL/i.test(each.lang)) ?? dutch[0];
  };

  /** The texts of a block that belong to no block inside it. @param {Element} block */
  function ownTexts(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    /** @type {Text[]} */
    const texts = [];
    while (walker.nextNode()) {
      const text = /** @type {Text} */ (walker.currentNode);
      const parent = text.parentElement;
      if (parent?.closest(BLOCKS) === block && !parent.closest(NOT_READ)) texts.push(text);
    }
    return texts;
  }

  /** Where a text splits in sentences. @param {string} text @returns {{ segment: string, index: number }[]} */
  function split(text) {
    if (!("Segmenter" in Intl)) return [{ segment: text, index: 0 }];
    return [...new Intl.Segmenter("nl", { granularity: "sentence" }).segment(text)];
  }

  /** The head of the column of a cell, to say before it. @param {Element} block */
  function columnHead(block) {
    if (!(block instanceof HTMLTableCellElement) || block.tagName !== "TD" || block.cellIndex === 0) return "";
    const head = block.closest("table")?.tHead?.rows[0]?.cells[block.cellIndex]?.textContent?.trim();
    return head ? `${head}: ` : "";
  }

  /** @param {Element} block @returns {Sentence[]} */
  function sentencesOf(block) {
    const texts = ownTexts(block);
    /** @param {number} offset in all texts together @returns {[Text, number]} */
    const place = (offset) => {
      let rest = offset;
      for (const text of texts) {
        if (rest <= text.data.length) return [text, rest];
        rest -= text.data.length;
      }
      throw new RangeError("outside the block");
    };
    return split(texts.map((text) => text.data).join("")).flatMap(({ segment, index }, number) => {
      const words = segment.trim();
      if (!/[\p{L}\p{N}]/u.test(words)) return [];
      const start = index + segment.indexOf(words);
      const range = new Range();
      range.setStart(...place(start));
      range.setEnd(...place(start + words.length));
      const head = number ? "" : columnHead(block);
      return [{ text: head + words.replace(/\s+/g, " "), range, block }];
    });
  }

  class LeesVoor extends HTMLElement {
    connectedCallback() {
      if (!("speechSynthesis" in window) || this.bar) return;
      speechSynthesis.addEventListener("voiceschanged", () => this.offer());
      this.offer();
    }

    offer() {
      if (this.bar) this.bar.hidden = !voice();
      else if (voice()) this.append(this.makeBar());
    }

    makeBar() {
      this.at = 0;
      /** @type {Sentence[]} */
      this.sentences = [];
      this.main = button("Lees voor", () => (this.utterance ? this.pause() : this.read()));
      this.whileReading = [
        button("Vorige zin", () => this.move(-1)),
        button("Volgende zin", () => this.move(1)),
        button("Stop", () => this.stop()),
        document.createElement("borg-snelheid"),
      ];
      this.bar = document.createElement("div");
      this.bar.className = "voorlezer";
      this.bar.setAttribute("role", "group");
      this.bar.setAttribute("aria-label", "Lees voor");
      this.bar.append(this.main, ...this.whileReading);
      this.bar.addEventListener("keydown", ({ key }) => key === "Escape" && this.stop());
      document.addEventListener("voortgang", () => this.followRate());
      document.addEventListener("play", () => this.utterance && this.pause(), true); // sound of a player
      window.addEventListener("pagehide", () => this.stop());
      this.show();
      return this.bar;
    }

    /** The buttons say what they do now: nothing is being read, it is, or it waits. */
    show() {
      const { main, bar, whileReading, sentences = [] } = this;
      const active = sentences.length > 0;
      if (main) main.textContent = this.utterance ? "Pauze" : active ? "Lees verder" : "Lees voor";
      for (const node of whileReading ?? []) node.hidden = !active;
      bar?.toggleAttribute("data-actief", active);
    }

    /** Reads from where it is, sentence after sentence. */
    read() {
      if (!this.sentences?.length) {
        const article = this.closest("article") ?? document.body;
        const blocks = [...article.querySelectorAll(BLOCKS)].filter((block) => !block.closest(NOT_READ));
        this.sentences = blocks.flatMap(sentencesOf);
        this.at = 0;
      }
      const sentence = this.sentences[this.at ?? 0];
      const chosen = voice();
      if (!sentence || !chosen) return this.stop();

      const utterance = new SpeechSynthesisUtterance(sentence.text);
      utterance.voice = chosen;
      utterance.lang = chosen.lang;
      this.rate = utterance.rate = window.leeromgeving.readSnelheid();
      utterance.addEventListener("end", () => {
        if (this.utterance !== utterance) return; // stopped: this is about a sentence of before
        this.utterance = undefined;
        this.at = (this.at ?? 0) + 1;
        this.read();
      });
      utterance.addEventListener("error", () => this.utterance === utterance && this.pause());
      const interrupted = this.utterance;
      this.utterance = utterance; // first, so that what cancel() ends is known as old
      if (interrupted) speechSynthesis.cancel();
      speechSynthesis.speak(utterance);
      this.mark(sentence);
      this.show();
    }

    pause() {
      this.utterance = undefined;
      speechSynthesis.cancel();
      this.show();
    }

    stop() {
      const hadFocus = this.contains(document.activeElement);
      this.sentences = [];
      this.pause();
      this.unmark();
      if (hadFocus) this.main?.focus();
    }

    /** @param {number} step */
    move(step) {
      const last = (this.sentences?.length ?? 1) - 1;
      this.at = Math.min(Math.max((this.at ?? 0) + step, 0), last);
      this.read();
    }

    /** Another speed holds from now on: the sentence begins again. */
    followRate() {
      if (this.utterance && window.leeromgeving.readSnelheid() !== this.rate) this.read();
    }

    /** @param {Sentence} sentence */
    mark({ range, block }) {
      this.unmark();
      if ("highlights" in CSS) CSS.highlights.set(MARK, new Highlight(range));
      else block.classList.add(MARK);
      this.marked = block;
      const { top, bottom } = range.getBoundingClientRect();
      const free = innerHeight - (this.bar?.offsetHeight ?? 0);
      if (top < 0 || bottom > free) scrollBy({ top: top - free / 3 }); // smooth only where base.css allows it
    }

    unmark() {
      if ("highlights" in CSS) CSS.highlights.delete(MARK);
      this.marked?.classList.remove(MARK);
    }
  }

  customElements.define("borg-lees-voor", LeesVoor);
})();
