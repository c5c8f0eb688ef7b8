/** The one global through which scripts meet: each script adds its own part. */

/** What came of an oefening: `gedaan` where nothing is right or wrong. */
type Uitslag = "goed" | "deels" | "fout" | "gedaan";

/** Detail of the bubbling event `oefening`, told by an oefening that was tried. */
interface OefeningDetail {
  id: string;
  uitslag: Uitslag;
}

type Waarde = null | boolean | number | string | Waarde[] | { [name: string]: Waarde };

/** What a deelnemer did, on this device only (voortgang.js). */
interface Voortgang {
  /** Whether this device keeps it: false in a private window, with blocked or full storage. */
  readonly wordtBewaard: boolean;
  /** The value under a key; null when there is none. */
  get(key: string): Waarde;
  /** Keeps a value, and tells it by the event `voortgang` on document; null removes it. */
  set(key: string, waarde: Waarde): void;
  /** Key (without the prefix), value and moment (ISO, UTC) of all whose key begins with `prefix`. */
  entries(prefix: string): [string, Waarde, string][];
}

interface Leeromgeving {
  /** Absolute address of the site's root, with a slash at the end. */
  root: string;
  /** This page's path below the root: `modules/sgg/grenzen/`. */
  uri: string;
  voortgang: Voortgang;
}

interface Window {
  leeromgeving: Leeromgeving;
}
