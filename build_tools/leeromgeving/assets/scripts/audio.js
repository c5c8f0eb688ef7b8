// @ts-check
/**
 * <borg-audio data-pad="modules/sgg/media/a.mp3">: adds to the player inside it a choice of speed,
 * and goes on where this device stopped (`luisteren:<pad>`, seconds). At the end the place is
 * forgotten.
 */
(() => {
  const EVERY = 5; // seconds of sound between two times that the place is kept

  /** @param {number} seconds */
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

  class Recording extends HTMLElement {
    connectedCallback() {
      if (this.audio) return; // moved in the page: it is ready
      this.audio = /** @type {HTMLAudioElement} */ (this.querySelector("audio"));
      this.key = `luisteren:${this.dataset.pad}`;
      this.keptAt = 0;
      const bar = document.createElement("div");
      bar.className = "speler";
      bar.append(document.createElement("borg-snelheid"), ...this.goOn());
      this.append(bar);

      document.addEventListener("voortgang", () => this.setRate());
      this.audio.addEventListener("timeupdate", () => this.keepNowAndThen());
      for (const name of ["pause", "ended"]) this.audio.addEventListener(name, () => this.keep());
      window.addEventListener("pagehide", () => this.keep());
      this.setRate();
    }

    setRate() {
      const { audio } = this;
      if (!audio) return;
      audio.defaultPlaybackRate = window.leeromgeving.readSnelheid(); // loading sets the rate to this
      audio.playbackRate = audio.defaultPlaybackRate;
    }

    /** Where the player will begin, in words, and a button to begin at the start instead. */
    goOn() {
      const { audio, key } = this;
      const kept = Number(window.leeromgeving.voortgang.get(key ?? ""));
      if (!audio || !(kept > 0)) return [];
      const place = document.createElement("p");
      place.className = "speler__plek";
      place.setAttribute("role", "status");
      place.textContent = `Verder bij ${clock(kept)}`;
      const reset = document.createElement("button");
      reset.type = "button";
      reset.className = "button button--quiet";
      reset.textContent = "Begin vooraan";
      reset.addEventListener("click", () => {
        audio.currentTime = 0;
        window.leeromgeving.voortgang.set(key ?? "", null);
        place.textContent = "Je begint vooraan.";
        reset.hidden = true;
        audio.focus();
      });
      audio.currentTime = kept; // before anything is loaded this is where playing will begin
      audio.addEventListener("loadedmetadata", () => {
        if (audio.currentTime >= audio.duration) audio.currentTime = 0; // a shorter recording took its place
      });
      audio.addEventListener("playing", () => { place.hidden = reset.hidden = true; }, { once: true });
      return [place, reset];
    }

    keepNowAndThen() {
      const now = this.audio?.currentTime ?? 0;
      if (!this.audio?.paused && Math.abs(now - (this.keptAt ?? 0)) >= EVERY) this.keep();
    }

    /** Only what was heard: a player that never began leaves the place as it is. */
    keep() {
      const { audio, key } = this;
      if (!audio || !key || !audio.played.length) return;
      this.keptAt = audio.currentTime;
      const seconds = audio.ended ? 0 : Math.floor(audio.currentTime);
      const { voortgang } = window.leeromgeving;
      if (Number(voortgang.get(key)) !== seconds) voortgang.set(key, seconds || null);
    }
  }

  customElements.define("borg-audio", Recording);
})();
