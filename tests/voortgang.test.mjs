/** The store of voortgang.js against made-up states, files and tabs; run by test_voortgang.py. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";

const KEY = "leeromgeving:voortgang";
const SCRIPT = new URL("../build_tools/leeromgeving/assets/scripts/voortgang.js", import.meta.url);
const run = new Function("window", "document", "location", "localStorage", "addEventListener", readFileSync(SCRIPT, "utf-8"));

/** What a browser keeps for a site; tabs share it. */
class Storage {
  text = null;
  isFull = false;
  getItem = () => this.text;
  setItem(_, text) {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.text = text;
  }
  removeItem() {
    this.text = null;
  }
}

/** A page of the site that is open in a tab. */
function open(storage = new Storage(), { path = "modules/proef/", voorheen = "" } = {}) {
  const window = {};
  const listeners = {};
  const document = new EventTarget();
  const base = "https://site.example/onder/";
  document.currentScript = { src: `${base}assets/leeromgeving/scripts/voortgang.js`, dataset: { voorheen } };
  run(window, document, { href: `${base}${path}?q#plek` }, storage, (name, listener) => { listeners[name] = listener; });
  const changed = () => listeners.storage({ key: KEY, newValue: storage.text });
  return { ...window.leeromgeving, storage, document, changed };
}

const { parse, merge, asText } = (() => {
  const { voortgang } = open();
  return { ...voortgang, asText: (items) => JSON.stringify({ versie: 1, items }) };
})();

const text = fc.string({ unit: "binary", maxLength: 20 });
const amount = fc.nat({ max: 500 });
const uri = fc.constantFrom("modules/a/", "modules/a/b/", "modules/é c/");
const record = (fields) => fc.record(fields, { noNullPrototype: true });
const kinds = {
  onderdeel: record({ titel: text, module: uri, moduletitel: text, minuten: amount }),
  leerroute: record({ titel: text, minuten: amount }),
  doel: record({ titel: text, tekst: text, datum: fc.constantFrom("", "2026-03-01", "2028-02-29") }),
  reflectie: text,
  oefening: fc.constantFrom("goed", "deels", "fout", "gedaan"),
  luisteren: fc.double({ min: 0, max: 9000, noNaN: true }),
  later: fc.oneof(text, amount, fc.boolean(), fc.dictionary(text, amount, { maxKeys: 3, noNullPrototype: true })),
};
const change = fc.oneof(...Object.entries(kinds).map(([kind, value]) =>
  fc.tuple(uri.map((path) => `${kind}:${path}`), fc.option(value))));
const moment = fc.date({ min: new Date(0), max: new Date(3), noInvalidDate: true }).map((date) => date.toISOString());
const state = fc.array(fc.tuple(change, moment), { maxLength: 12 }).map((all) =>
  Object.fromEntries(all.map(([[key, waarde], tijd]) => [key, { tijd, waarde }])));

const property = (name, ...rest) => test(name, () => fc.assert(fc.property(...rest), { numRuns: 300 }));

property("merging knows no order", state, state, (a, b) => assert.deepEqual(merge(a, b), merge(b, a)));
property("merging knows no grouping", state, state, state, (a, b, c) =>
  assert.deepEqual(merge(merge(a, b), c), merge(a, merge(b, c))));
property("merging twice is merging once", state, state, (a, b) => {
  assert.deepEqual(merge(a, a), a);
  assert.deepEqual(merge(merge(a, b), b), merge(a, b));
});
property("of each item the newest stays, and none is lost", state, state, (a, b) => {
  const merged = merge(a, b);
  assert.deepEqual(new Set(Object.keys(merged)), new Set([...Object.keys(a), ...Object.keys(b)]));
  for (const [key, item] of Object.entries(merged)) {
    const given = [a[key], b[key]].filter(Boolean);
    assert.ok(given.some((one) => JSON.stringify(one) === JSON.stringify(item)));
    assert.ok(given.every((one) => one.tijd <= item.tijd));
  }
});

property("every state can be read back", state, (items) =>
  assert.deepEqual(parse(asText(items)), { items }));

property("export and import bring all to another device", fc.array(change), (changes) => {
  const { voortgang } = open();
  for (const [key, waarde] of changes) voortgang.set(key, waarde);
  const other = open();
  assert.ok(other.voortgang.importText(voortgang.asText()).keys);
  assert.deepEqual(other.voortgang.entries(""), voortgang.entries(""));
  assert.deepEqual(open(other.storage).voortgang.entries(""), voortgang.entries(""));
  assert.deepEqual(other.voortgang.importText(voortgang.asText()).keys, []);
});

/** Whatever it is, nothing throws; what is refused says why and changes nothing. */
function assertHarmless(file) {
  const { voortgang, storage } = open();
  voortgang.set("reflectie:modules/a/#x", "van mij");
  const before = storage.text;
  const { keys, fout } = voortgang.importText(file);
  if (keys) return;
  assert.match(fout, /^(Dit is|Deze voortgang is) .+\.$/);
  assert.equal(storage.text, before);
  assert.equal(voortgang.get("reflectie:modules/a/#x"), "van mij");
}

property("any bytes", fc.uint8Array({ maxLength: 200 }), (bytes) => assertHarmless(new TextDecoder().decode(bytes)));
property("any JSON", fc.json(), assertHarmless);
property("any JSON in place of the items", fc.json(), (json) => assertHarmless(`{"versie": 1, "items": ${json}}`));
property("a file that was cut off", state, fc.double({ min: 0, max: 0.999, noNaN: true }), (items, part) => {
  const whole = asText(items);
  const file = whole.slice(0, Math.floor(whole.length * part));
  assert.ok(parse(file).fout);
  assertHarmless(file);
});
property("one item of the wrong type", state, change, fc.jsonValue(), (items, [key], wrong) => {
  assertHarmless(asText({ ...items, [key]: wrong }));
  assertHarmless(asText({ ...items, [key]: { tijd: "2026-03-01T12:00:00.000Z", waarde: [wrong] } }));
  assert.ok(parse(asText({ ...items, [key]: { tijd: wrong, waarde: null } })).fout);
  assert.ok(parse(asText({ ...items, "onderdeel:modules/a/": { tijd: "2026-03-01T12:00:00.000Z", waarde: { titel: wrong } } })).fout);
});
property("another version", state, fc.integer().filter((versie) => versie !== 1), (items, versie) => {
  const file = JSON.stringify({ versie, items });
  assert.match(parse(file).fout, versie > 1 ? /nieuwere/ : /oudere/);
  assertHarmless(file);
});

test("what hides in a file does nothing", () => {
  assertHarmless(`{"versie": 1, "items": {"__proto__": {"tijd": "2026-03-01T12:00:00.000Z", "waarde": true}}}`);
  assertHarmless(`{"versie": 1, "items": ${"[".repeat(200_000)}`);
  assertHarmless(`{"versie": 1, "items": {"luisteren:a": {"tijd": "2026-03-01T12:00:00.000Z", "waarde": 1e999}}}`);
  assertHarmless(`{"versie": 1, "items": {"doel:a": {"tijd": "2026-03-01T12:00:00.000Z", "waarde": {"titel": "", "tekst": "", "datum": "2026-02-31"}}}}`);
  assert.equal({}.tijd, undefined);
});

property("tabs that are open at the same time lose nothing", fc.array(fc.tuple(fc.boolean(), change)), (changes) => {
  const storage = new Storage();
  const tabs = [open(storage), open(storage)];
  const expected = {};
  for (const [first, [key, waarde]] of changes) {
    tabs[Number(first)].voortgang.set(key, waarde);
    expected[key] = waarde;
  }
  for (const { voortgang } of [...tabs, open(storage)]) {
    for (const [key, waarde] of Object.entries(expected)) assert.deepEqual(voortgang.get(key), waarde);
  }
});

test("a write that crossed that of another tab is done again", () => {
  const tab = open();
  const other = open();
  tab.voortgang.set("reflectie:a#x", "een");
  other.voortgang.set("reflectie:a#y", "twee");
  tab.storage.text = other.storage.text; // it read before the first was there
  tab.changed();
  const later = open(tab.storage).voortgang;
  assert.deepEqual([later.get("reflectie:a#x"), later.get("reflectie:a#y")], ["een", "twee"]);
});

test("wiping in one tab holds in the others", () => {
  const tab = open();
  const other = open(tab.storage);
  tab.voortgang.set("reflectie:a#x", "een");
  other.voortgang.wipe();
  tab.changed();
  tab.voortgang.set("snelheid", 1.5);
  assert.deepEqual(open(tab.storage).voortgang.entries("").map(([key]) => key), ["snelheid"]);
});

test("a clock that runs behind does not undo what you do now", () => {
  const { voortgang } = open();
  voortgang.importText(asText({ "reflectie:a#x": { tijd: "2090-01-01T00:00:00.000Z", waarde: "oud" } }));
  voortgang.set("reflectie:a#x", "nieuw");
  assert.equal(voortgang.get("reflectie:a#x"), "nieuw");
});

test("full storage: this page goes on, says so, and keeps it when there is room again", () => {
  const { voortgang, storage } = open();
  voortgang.set("snelheid", 1);
  const before = storage.text;
  storage.isFull = true;
  voortgang.set("reflectie:a#x", "een");
  assert.equal(voortgang.get("reflectie:a#x"), "een");
  assert.equal(voortgang.wordtBewaard, false);
  assert.match(voortgang.waarschuwing, /niet bewaard/);
  assert.equal(storage.text, before);
  storage.isFull = false;
  voortgang.set("snelheid", 2);
  assert.equal(voortgang.waarschuwing, "");
  assert.equal(open(storage).voortgang.get("reflectie:a#x"), "een");
});

test("blocked storage: this page goes on and says so", () => {
  const blocked = { getItem() { throw new DOMException("blocked", "SecurityError"); } };
  const { voortgang } = open(blocked);
  voortgang.set("snelheid", 2);
  assert.equal(voortgang.get("snelheid"), 2);
  assert.equal(voortgang.wordtBewaard, false);
  assert.match(voortgang.waarschuwing, /niet bewaard/);
});

for (const [name, stored] of [["damaged", "{oeps"], ["of a newer version", '{"versie": 2, "nieuw": []}']]) {
  test(`what is stored and ${name} is left as it is`, () => {
    const storage = new Storage();
    storage.text = stored;
    const { voortgang } = open(storage);
    assert.equal(voortgang.wordtBewaard, false);
    voortgang.set("snelheid", 2);
    voortgang.importText(asText({}));
    assert.equal(voortgang.get("snelheid"), 2);
    assert.equal(storage.text, stored);
    assert.match(voortgang.waarschuwing, /niet lezen/);
    voortgang.wipe();
    voortgang.set("snelheid", 2);
    assert.equal(open(storage).voortgang.get("snelheid"), 2);
  });
}

test("a page that was renamed keeps what was done under its former name", () => {
  const storage = new Storage();
  const waarde = { titel: "Oud", module: "modules/m/", moduletitel: "M", minuten: 5 };
  const old = open(storage, { path: "modules/m/oud/" }).voortgang;
  old.set("onderdeel:modules/m/oud/", waarde);
  old.set("reflectie:modules/m/oud/#x", "toen");
  const { voortgang, uri: here } = open(storage, { path: "modules/m/nieuw/index.html", voorheen: "modules/m/oud/" });
  assert.equal(here, "modules/m/nieuw/");
  assert.deepEqual(voortgang.get(`onderdeel:${here}`), waarde);
  assert.equal(voortgang.get(`reflectie:${here}#x`), "toen");
  assert.ok(voortgang.isDone([here, "modules/m/oud/"]));
  voortgang.set(`onderdeel:${here}`, null);
  assert.equal(voortgang.isDone([here, "modules/m/oud/"]), false);
  voortgang.set(`reflectie:${here}#x`, "nu");
  assert.deepEqual(voortgang.entries("reflectie:").map(([key]) => key), [`${here}#x`]);
});

test("to go on is to the last place of a module that isn't finished, also when that was renamed", () => {
  const storage = new Storage();
  const { voortgang } = open(storage);
  const plek = (uri) => ({ uri, titel: uri, moduletitel: "" });
  assert.equal(voortgang.plek, null);
  voortgang.importText(asText({
    "plek:modules/a/": { tijd: "2026-03-01T12:00:00.000Z", waarde: plek("modules/a/b/") },
    "plek:modules/oud/": { tijd: "2026-03-02T12:00:00.000Z", waarde: plek("modules/oud/b/") },
    "plek:modules/c/": { tijd: "2026-03-03T12:00:00.000Z", waarde: null },
  }));
  assert.equal(voortgang.plek.uri, "modules/oud/b/");
  open(storage, { path: "modules/nieuw/b/", voorheen: "modules/oud/b/" });
  assert.equal(voortgang.plek.uri, "modules/a/b/");
});

test("what came of an oefening is kept", () => {
  const { voortgang, document } = open();
  const event = new CustomEvent("oefening", { detail: { id: "eerst", uitslag: "deels" } });
  document.dispatchEvent(event);
  assert.equal(voortgang.get("oefening:modules/proef/#eerst"), "deels");
});

test("nothing is written that could not be read", () => {
  const { voortgang, storage } = open();
  assert.throws(() => voortgang.set("luisteren:a.mp3", "lang"), TypeError);
  assert.throws(() => voortgang.set("Los woord", 1), TypeError);
  assert.equal(storage.text, null);
});

test("where a page stands", () => {
  const { root, uri: here } = open();
  assert.deepEqual([root, here], ["https://site.example/onder/", "modules/proef/"]);
});
