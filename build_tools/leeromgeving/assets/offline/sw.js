// @ts-check
/// <reference no-default-lib="true" />
/// <reference lib="es2022" />
/// <reference lib="webworker" />
/// <reference path="../types/sw.d.ts" />
/**
 * The service worker of the site. Everything comes from the network as long as there is one, but for
 * styles and scripts, which are named after what is in them; what came is kept, so that it can be
 * read without. Takes over from an older version only when the
 * visitor says so (the message "vernieuw", from scripts/offline.js).
 *
 * Caches, all named "leeromgeving <scope> …"; pages know those names from scripts/offline.js:
 *   bezocht                   pages that were visited, with what they show; the newest ones
 *   module <module> <versie>  a module that was kept on purpose (scripts/offline-modules.js), whole
 *                             when it holds its list
 *   schil <versie>            what every visitor keeps: a few pages, and all scripts and styles, so
 *                             that those are of one release whatever else is kept
 */
(() => {
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const SCOPE = worker.registration.scope;
  const OURS = `leeromgeving ${SCOPE} `;
  const VISITED = `${OURS}bezocht`;
  const SHELL = `${OURS}schil ${SCHIL.versie}`;
  const MAX_VISITED = 150; // pages and what they show; counted when the next page is visited
  // A width and format of an image (images.py), a version of a script or style (static.py).
  const VARIANT = /\.(\d+\.(avif|webp)|[0-9a-f]{8}\.(css|js))$/;
  const NAMED = /\.[0-9a-f]{8}\.(css|js)$/; // after what is in it: the network can't know better
  const MEDIA = ["audio", "video"];
  const FRAME = SCHIL.bestanden.filter((path) => /[^/]$/.test(path)).map((path) => new URL(path, SCOPE).href);

  const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS));

  async function install() {
    const shell = await caches.open(SHELL);
    await shell.addAll(SCHIL.bestanden.map((path) => new Request(SCOPE + path, { cache: "no-cache" })));
  }

  /** Drops shells of other versions and modules that never became whole, unless a page is at it. */
  async function clean() {
    const visited = await caches.open(VISITED);
    const { held = [] } = await navigator.locks.query();
    const busy = held.map(({ name }) => name);
    await Promise.all(SCHIL.bestanden.map((path) => visited.delete(SCOPE + path))); // older than the shell
    for (const name of await ownCaches()) {
      const isOld = name.startsWith(`${OURS}schil `) && name !== SHELL;
      const isPart = name.startsWith(`${OURS}module `) && !(await (await caches.open(name)).match(`${SCOPE}offline/lijst`));
      if (isOld || (isPart && !busy.includes(name))) await caches.delete(name);
    }
  }

  /** @param {string} url */
  async function find(url) {
    const path = url.replace(/[?#].*$/s, "").replace(/(^|\/)index\.html$/, "$1").replace(/\/[^/.]+$/, "$&/");
    const stem = VARIANT.test(path) ? path.replace(VARIANT, ".") : "";
    const names = (await ownCaches()).sort(); // visited first, which is the newest
    for (const name of FRAME.includes(path) ? [SHELL, ...names] : names) {
      const cache = await caches.open(name);
      const found = await cache.match(path, { ignoreSearch: true, ignoreVary: true });
      if (found) return found;
      const other = stem && (await cache.keys()).find((key) => key.url.startsWith(stem) && VARIANT.test(key.url));
      if (other) return cache.match(other, { ignoreVary: true }); // an image in another width; what a page of an earlier release asks for
    }
    return undefined;
  }

  /**
   * The bytes that a player asks for: it can't go to another moment without (and Safari not play).
   * @param {Response} whole
   * @param {string} range the header: bytes=first-last, bytes=first- or bytes=-length
   */
  async function part(whole, range) {
    const blob = await whole.blob();
    const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
    const start = first ? Number(first) : Math.max(0, blob.size - Number(last));
    const end = first && last ? Math.min(Number(last), blob.size - 1) : blob.size - 1;
    if (!(start <= end)) return new Response(null, { status: 416, headers: { "Content-Range": `bytes */${blob.size}` } });
    return new Response(blob.slice(start, end + 1), {
      status: 206,
      headers: {
        "Content-Type": whole.headers.get("Content-Type") ?? "",
        "Content-Length": String(end + 1 - start),
        "Content-Range": `bytes ${start}-${end}/${blob.size}`,
      },
    });
  }

  /** A page can see by this that it isn't from the network. @param {Response} saved */
  function marked(saved) {
    const headers = new Headers(saved.headers);
    headers.set("Server-Timing", "bewaard");
    return new Response(saved.body, { headers });
  }

  /** @param {Request} request @param {Response} response */
  function isKept({ url, mode, destination }, { status, type, headers }) {
    if ((headers.get("Cache-Control") ?? "").includes("no-store")) return false;
    if (status !== 200 || type !== "basic" || MEDIA.includes(destination) || FRAME.includes(url)) return false;
    return mode !== "navigate" || (headers.get("Content-Type") ?? "").startsWith("text/html"); // not a download
  }

  /** @param {Request} request @param {Response} response */
  async function remember({ url, mode }, response) {
    const visited = await caches.open(VISITED);
    await visited.put(url.replace(/[?#].*$/s, ""), response);
    if (mode !== "navigate") return;
    const oldest = (await visited.keys()).slice(0, -MAX_VISITED);
    await Promise.all(oldest.map((key) => visited.delete(key)));
  }

  /** What was taken down isn't read here any longer. @param {string} url */
  async function forget(url) {
    for (const name of await ownCaches()) await (await caches.open(name)).delete(url, { ignoreSearch: true });
  }

  /** @param {FetchEvent} event */
  async function answer(event) {
    const { request } = event;
    const isPage = request.mode === "navigate";
    const own = NAMED.test(request.url) && (await caches.match(request.url, { cacheName: SHELL }).catch(() => {}));
    if (own) return own;
    try {
      // A page is asked for again, however long a host lets browsers keep it.
      const response = await fetch(request, isPage ? { cache: "no-cache" } : {});
      if (isPage && [404, 410].includes(response.status)) event.waitUntil(forget(request.url));
      if (NAMED.test(request.url) && !response.ok) return (await find(request.url)) ?? response; // of a release that is gone
      // A device that is full keeps nothing more, and that is no reason to fail.
      if (isKept(request, response)) event.waitUntil(remember(request, response.clone()).catch(() => {}));
      return response;
    } catch (error) {
      const saved = await find(request.url);
      const range = request.headers.get("Range");
      if (saved) return range ? part(saved, range) : marked(saved);
      if (!isPage) throw error;
      return Response.redirect(`${SCOPE}offline/#${request.url.slice(SCOPE.length)}`);
    }
  }

  worker.addEventListener("install", (event) => event.waitUntil(install()));
  worker.addEventListener("activate", (event) => event.waitUntil(clean().then(() => worker.clients.claim())));
  worker.addEventListener("message", ({ data }) => {
    if (data === "vernieuw") worker.skipWaiting();
  });
  worker.addEventListener("fetch", (event) => {
    const { method, url, destination } = event.request;
    // What a script asks for itself (search, lists of modules, sending) has no destination.
    if (method === "GET" && destination && url.startsWith(SCOPE)) event.respondWith(answer(event));
  });
})();
