/** The one global through which scripts meet: each script adds its own part. */

/** What came of an oefening: `gedaan` where nothing is right or wrong. */
type Uitslag = "goed" | "deels" | "fout" | "gedaan";

/** Detail of the bubbling event `oefening`, told by an oefening that was tried. */
interface OefeningDetail {
  id: string;
  uitslag: Uitslag;
}

type Plat = boolean | number | string;

/** What the store keeps under one key; null when it was removed. */
type Waarde = null | Plat | { [name: string]: Plat };

/** A value and when it was set (ISO, UTC, with milliseconds). */
interface VoortgangItem {
  tijd: string;
  waarde: Waarde;
}

type VoortgangItems = { [key: string]: VoortgangItem };

/** Items that were read, or why they can't be: a sentence, empty where storage is blocked. */
type VoortgangGelezen = { items: VoortgangItems; fout?: undefined } | { items?: undefined; fout: string };

/** `onderdeel:<uri>`: an onderdeel or basismodule that is done. */
type AfgerondOnderdeel = { titel: string; module: string; moduletitel: string; minuten: number };

/** `leerroute:<uri>`: a leerroute that is done. */
type AfgerondeLeerroute = { titel: string; minuten: number };

/** `plek:<uri of the module>`: where to go on in a module that isn't finished. */
type Plek = { uri: string; titel: string; moduletitel: string };

/** `pagina:<uri>`: what a page with reflecties is called. */
type Pagina = { titel: string; moduletitel: string };

/** `doel:<uri of the module>`: own goal; `datum` is a day (ISO) or empty. */
type Doel = { titel: string; tekst: string; datum: string };

/** What a deelnemer did, on this device only (voortgang.js). */
interface Voortgang {
  /** Whether this device keeps it: false with blocked or full storage, or when what it holds can't be read. */
  readonly wordtBewaard: boolean;
  /** The sentence that says so, to show where it matters; empty when it is kept. */
  readonly waarschuwing: string;
  /** The value under a key; null when there is none. */
  get(key: string): Waarde;
  /** Keeps a value, and tells it by the event `voortgang` on document; null removes it. */
  set(key: string, waarde: Waarde): void;
  /** Key (without the prefix), value and moment (ISO, UTC) of all whose key begins with `prefix`. */
  entries(prefix: string): [string, Waarde, string][];
  /** Where to go on: the last place in a module that isn't finished. */
  readonly plek: Plek | null;
  /** Whether an onderdeel or leerroute is done, by its address and its former ones. */
  isDone(uris: string[]): boolean;
  /** Everything as a text that `parse` and `importText` read. */
  asText(): string;
  /** Adds what another device knows; the keys that changed, or why the text is refused. */
  importText(text: string): { keys: string[]; fout?: undefined } | { keys?: undefined; fout: string };
  /** Removes everything. */
  wipe(): void;
  /** The items of a text, or why it is refused; throws nothing. */
  parse(text: string): VoortgangGelezen;
  /** Of each item the newest. */
  merge(a: VoortgangItems, b: VoortgangItems): VoortgangItems;
}

/** What came of one part of an oefening. */
type Merk = "goed" | "fout" | "gemist";

/** What there is to say about a part of an oefening: an answer, a step, a pair or a gap. */
interface Oordeel {
  merk: Merk;
  /** Where the mark is shown, and the field that it describes. */
  row: HTMLElement;
  field: HTMLElement;
  /** What the deelnemer answered; empty when that speaks for itself. */
  naam: string;
  /** Why it is right or wrong. */
  uitleg: HTMLElement | string;
}

/** The element of an oefening with right and wrong (oefening.js), extended by each of its forms. */
interface OefeningElement extends HTMLElement {
  form: HTMLFormElement;
  antwoord: HTMLDetailsElement;
  merken: Record<Merk, string>;
  begin(): void;
  missing(): string;
  judge(): Oordeel[];
  partly(good: number, oordelen: Oordeel[]): string;
  clear(): void;
  feedback(item: Element): HTMLElement;
}

/** What all forms of oefening are built with (oefening.js). */
interface Oefenen {
  element<T extends keyof HTMLElementTagNameMap>(tag: T, className: string, ...children: (Node | string)[]): HTMLElementTagNameMap[T];
  /** Without `onClick` it submits the form. */
  button(text: string, onClick?: () => void, className?: string): HTMLButtonElement;
  /** A button that asks before it erases, and what it asks. */
  askFirst(text: string, erase: () => void): HTMLElement[];
  shuffled<T>(items: T[]): T[];
  /** What stands in a part of the page, to show it elsewhere too. */
  copy(parent: Element, selector: string): Node[];
  /** Tells what came of an oefening, by the event `oefening`. */
  tell(oefening: HTMLElement, uitslag: Uitslag): void;
}

/** What pages and sw.js call the things that this device keeps; there it says more about them (offline.js). */
interface Bewaard {
  /** The cache of what was visited. */
  bezocht: string;
  /** What the name of the cache of a module begins with; its address and `versie` follow. */
  modules: string;
  /** Where in that cache its list is, as soon as it is whole. */
  lijst: string;
}

interface Leeromgeving {
  /** Absolute address of the site's root, with a slash at the end. */
  root: string;
  /** This page's path below the root: `modules/sgg/grenzen/`. */
  uri: string;
  /** The address of the page at a path below the root; on a disk a folder opens no page by itself. */
  address(path: string): string;
  button(text: string, action: () => void): HTMLButtonElement;
  /** A button that asks before it does what can't be undone, and what it asks (site.js). */
  askFirst(text: string, question: string, yes: string, action: () => void): HTMLElement[];
  bewaard: Bewaard;
  voortgang: Voortgang;
  /** How fast sound goes: what was chosen (`snelheid`), or 1 (snelheid.js). */
  readSnelheid(): number;
  Oefening: new () => OefeningElement;
  oefenen: Oefenen;
}

interface Window {
  leeromgeving: Leeromgeving;
}
