// @ts-check
/**
 * Starts the service worker (sw.js at the root of the site), offers a new version of it, and says
 * so when there is no internet. With data-uit (a preview) an earlier one goes instead. Tells other
 * scripts how the worker calls what it keeps: `window.leeromgeving.bewaard`.
 */
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { root } = window.leeromgeving;
  const bewaard = {
    bezocht: `leeromgeving ${root} bezocht`,
    modules: `leeromgeving ${root} module `,
    lijst: `${root}offline/lijst`,
  };
  window.leeromgeving = Object.assign(window.leeromgeving ?? {}, { bewaard });
  const workers = navigator.serviceWorker;

  /** One place at the foot of the window for what is told here: there from the start, to be announced. */
  const bar = document.createElement("div");
  bar.className = "offline-bar";
  bar.setAttribute("role", "status");
  document.body.append(bar);

  /** @param {string} text @param {HTMLElement} action */
  function message(text, action) {
    const line = document.createElement("p");
    line.append(text, " ", action);
    return line;
  }

  const away = document.createElement("a");
  away.href = `${root}offline/`;
  away.textContent = "Wat kan nu?";
  const offline = message("Je bent offline.", away);

  /** A phone may be on a network that leads nowhere: then the worker marks the page as a kept one. */
  const isKeptPage = performance.getEntriesByType("navigation")
    .some((entry) => /** @type {PerformanceNavigationTiming} */ (entry).serverTiming.some(({ name }) => name === "bewaard"));

  /** @param {boolean} isOnline */
  function showConnection(isOnline) {
    if (isOnline) offline.remove();
    else bar.append(offline);
  }

  /** @type {HTMLElement | undefined} */
  let offered;

  /** @param {ServiceWorker} waiting takes the place of one that waited before */
  function offer(waiting) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Vernieuwen";
    button.addEventListener("click", () => {
      workers.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("vernieuw");
    });
    offered?.remove();
    offered = message("Er is een nieuwe versie van de leeromgeving.", button);
    bar.append(offered);
  }

  /** @param {ServiceWorkerRegistration} registration */
  function watch(registration) {
    if (registration.waiting && workers.controller) offer(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => {
        if (installing.state === "installed" && workers.controller) offer(installing);
      });
    });
  }

  /** This page came before the worker that keeps what is visited. */
  async function keepThisPage() {
    const visited = await caches.open(bewaard.bezocht);
    const images = [...document.images].map((image) => image.currentSrc).filter((address) => address.startsWith(root));
    await visited.addAll([location.href.replace(/[?#].*$/s, ""), ...images]);
  }

  async function start() {
    if ("uit" in script.dataset) {
      const earlier = await workers.getRegistration(root);
      await earlier?.unregister();
      return;
    }
    if (!workers.controller) workers.addEventListener("controllerchange", () => keepThisPage().catch(() => {}), { once: true });
    watch(await workers.register(`${root}sw.js`, { updateViaCache: "none" }));
  }

  addEventListener("online", () => showConnection(true));
  addEventListener("offline", () => showConnection(false));
  showConnection(navigator.onLine && !isKeptPage);
  // After the page itself; where workers are blocked the site does without.
  if (workers) addEventListener("load", () => start().catch(() => {}));
})();
