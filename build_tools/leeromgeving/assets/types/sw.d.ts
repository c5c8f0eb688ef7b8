/** What offline.py writes before sw.js: what every visitor keeps. */
declare const SCHIL: {
  /** Changes with any of the files, and with sw.js itself. */
  versie: string;
  /** Paths below the root of the site. */
  bestanden: string[];
};
