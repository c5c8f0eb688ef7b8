/* A browser with voices of our choosing, that tells what it was asked to say: `said`. A sentence ends
   when the test says so: `finish()`. `voices` may change: then `voiceschanged` is told. */
(() => {
  const speech = new EventTarget();
  const state = { said: [], current: null, voices: [], cancelled: 0 };
  Object.assign(speech, {
    getVoices: () => state.voices,
    speak: (utterance) => {
      state.current = utterance;
      state.said.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name });
    },
    cancel: () => {
      const old = state.current;
      state.current = null;
      state.cancelled += 1;
      old?.dispatchEvent(new Event("error")); // as browsers do: interrupted
    },
  });
  window.fake = {
    state,
    finish: () => {
      const old = state.current;
      state.current = null;
      old.dispatchEvent(new Event("end"));
    },
    setVoices: (voices) => {
      state.voices = voices;
      speech.dispatchEvent(new Event("voiceschanged"));
    },
  };
  class Utterance extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  }
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
  state.voices = [
    { name: "Wolk", lang: "nl-NL", localService: false },
    { name: "English", lang: "en-GB", localService: true },
    { name: "Vlaams", lang: "nl_BE", localService: true },
    { name: "Xander", lang: "nl-NL", localService: true },
  ];
})();
