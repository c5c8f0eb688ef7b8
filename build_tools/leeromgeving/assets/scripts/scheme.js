// @ts-check
/**
 * Runs before the first paint: says on <html> that scripts work (data-js) and which colour scheme
 * the reader chose (data-scheme: light or dark; absent without a choice).
 */
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  try {
    const scheme = localStorage.getItem("leeromgeving:scheme");
    if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  } catch {
    // Storage is blocked: the system's scheme holds.
  }
})();
