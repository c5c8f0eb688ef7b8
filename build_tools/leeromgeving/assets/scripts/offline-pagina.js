// @ts-check
/**
 * <borg-offline-pagina>: which page couldn't be shown (the service worker puts its path behind the
 * #), and the pages that were visited on this device.
 */
(() => {
  const { bewaard, root } = window.leeromgeving;

  /** @param {string} url @param {string} text */
  function link(url, text) {
    const node = document.createElement("a");
    node.href = url;
    node.textContent = text;
    return node;
  }

  /** Title and address of every page that was visited, the last one first. */
  async function visitedPages() {
    const cache = await caches.open(bewaard.bezocht);
    const pages = [];
    for (const { url } of [...(await cache.keys())].reverse()) {
      if (url === `${root}offline/`) continue;
      const response = await cache.match(url);
      if (!response?.headers.get("Content-Type")?.startsWith("text/html")) continue;
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      pages.push(link(url, page.querySelector("h1")?.textContent ?? page.title));
    }
    return pages;
  }

  class OfflinePage extends HTMLElement {
    async connectedCallback() {
      if (this.firstChild || !navigator.serviceWorker) return;
      const missed = root + location.hash.slice(1);
      if (location.hash) {
        const line = document.createElement("p");
        line.setAttribute("role", "status");
        line.append("De pagina die je zocht, staat niet op dit apparaat. Heb je weer internet? ", link(missed, "Probeer het opnieuw"));
        this.append(line);
      }
      const items = (await visitedPages()).map((page) => {
        const item = document.createElement("li");
        item.append(page);
        return item;
      });
      if (!items.length) return;
      const title = document.createElement("h2");
      title.textContent = "Pagina's die je bekeek";
      const list = document.createElement("ul");
      list.className = "link-list";
      list.append(...items);
      this.append(title, list);
    }
  }

  customElements.define("borg-offline-pagina", OfflinePage);
})();
