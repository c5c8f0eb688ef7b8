// @ts-check
/**
 * Tells the receiver at data-adres that this page is viewed: its path, the kind of place that the
 * reader came from, and whether it is the first view of this page in this tab. Nothing tells one
 * reader from another; a browser that asks not to be followed sends nothing.
 */
(() => {
  const SEEN = "leeromgeving:gezien:"; // followed by the path of a page
  /** As in ingest/bezoek_adres.py, so that the receiver and a log count alike. */
  const SEARCH_ENGINE =
    /^((www|m|search|[a-z]{2})\.){0,3}(ask|baidu|bing|brave|duckduckgo|ecosia|google|kagi|mojeek|qwant|startpage|swisscows|yahoo|yandex)(\.[a-z]{2,3}){0,2}$|^com\.google\.android\.googlequicksearchbox$/;
  const adres = document.currentScript?.dataset.adres ?? "";

  /** Global Privacy Control, or the Do Not Track that went before it. */
  function isRefused() {
    const { globalPrivacyControl, doNotTrack } = /** @type {any} */ (navigator);
    return globalPrivacyControl === true || doNotTrack === "1";
  }

  function herkomst() {
    if (!document.referrer) return "direct";
    const { origin, hostname } = new URL(document.referrer);
    if (origin === location.origin) return "intern";
    return SEARCH_ENGINE.test(hostname) ? "zoekmachine" : "elders";
  }

  /** Where storage is blocked nobody can tell: then it doesn't count as a first view. */
  function isFirst() {
    try {
      const key = SEEN + location.pathname;
      if (sessionStorage.getItem(key)) return false;
      sessionStorage.setItem(key, "ja");
      return true;
    } catch {
      return false;
    }
  }

  function tell() {
    const body = JSON.stringify({ pad: location.pathname, herkomst: herkomst(), eerste: isFirst() });
    // As plain text, which needs no question beforehand; the answer doesn't matter.
    fetch(adres, { method: "POST", mode: "no-cors", credentials: "omit", keepalive: true, body }).catch(() => {});
  }

  if (isRefused()) return;
  // A browser may make a page ready that nobody opens.
  if (/** @type {any} */ (document).prerendering) document.addEventListener("prerenderingchange", tell, { once: true });
  else tell();
})();
