// @ts-check
/**
 * The frame of every page: main menu, colour scheme, module navigation, opening of the search. Gives
 * other scripts their buttons.
 */
(() => {
  const root = document.documentElement;

  /** @type {Leeromgeving["button"]} */
  function button(text, action) {
    const node = document.createElement("button");
    node.type = "button";
    node.className = "button button--quiet";
    node.textContent = text;
    node.addEventListener("click", action);
    return node;
  }

  /** @type {Leeromgeving["askFirst"]} */
  function askFirst(text, question, yes, action) {
    const group = document.createElement("div");
    const asked = document.createElement("p");
    /** @param {boolean} asking */
    const ask = (asking) => {
      group.hidden = !asking;
      opener.hidden = asking;
      (asking ? no : opener).focus();
    };
    const opener = button(text, () => ask(true));
    const no = button("Nee, laat staan", () => ask(false));
    const certainly = button(yes, () => {
      ask(false);
      action();
    });
    asked.textContent = question;
    group.className = "zeker";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", question);
    group.hidden = true;
    group.append(asked, no, certainly);
    return [opener, group];
  }

  window.leeromgeving = Object.assign(window.leeromgeving ?? {}, { button, askFirst });

  /** The menu of a narrow screen: a button opens it, Escape closes it and gives the focus back. */
  function wireMenu() {
    const button = document.querySelector(".menu-button");
    const menu = document.querySelector(".main-menu");
    if (!(button instanceof HTMLElement) || !menu) return;

    const isOpen = () => button.getAttribute("aria-expanded") === "true";
    /** @param {boolean} open */
    const setOpen = (open) => button.setAttribute("aria-expanded", String(open));

    button.addEventListener("click", () => setOpen(!isOpen()));
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !isOpen()) return;
      if (menu.contains(document.activeElement)) button.focus();
      setOpen(false);
    });
  }

  /** The button says what it will do; the choice is kept on the device where storage allows it. */
  function wireScheme() {
    const button = document.querySelector(".scheme-button");
    const label = button?.querySelector("span");
    if (!button || !label) return;

    const systemDark = matchMedia("(prefers-color-scheme: dark)");
    const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : systemDark.matches);
    const showAction = () => {
      label.textContent = isDark() ? "Lichte weergave" : "Donkere weergave";
    };

    button.addEventListener("click", () => {
      const scheme = isDark() ? "light" : "dark";
      root.dataset.scheme = scheme;
      try {
        localStorage.setItem("leeromgeving:scheme", scheme);
      } catch {
        // Storage is blocked: the choice holds for this page only.
      }
      showAction();
    });
    systemDark.addEventListener("change", showAction);
    showAction();
  }

  /** Opens the list of onderdelen on a wide screen, where the styles can't do that by themselves. */
  function wireModuleNav() {
    const details = document.querySelector(".module-nav details");
    if (details instanceof HTMLDetailsElement) details.open = matchMedia("(width >= 64rem)").matches;
  }

  /** A table with long words scrolls in a box of its own, by keyboard too; the page never does. */
  function boxTables() {
    for (const table of document.querySelectorAll(".article table")) {
      const box = document.createElement("div");
      box.className = "table";
      box.role = "group";
      box.ariaLabel = "Tabel";
      box.tabIndex = 0;
      table.replaceWith(box);
      box.append(table);
    }
  }

  /** Every search link opens the dialog; search.js is fetched the first time. */
  function wireSearch() {
    const dialog = document.querySelector(".search-dialog");
    if (!(dialog instanceof HTMLDialogElement)) return;

    /** @param {string} fallback address to go to when search.js can't be fetched */
    const loadSearch = (fallback) => {
      const source = dialog.dataset.script;
      if (!source || document.querySelector(`script[src="${source}"]`)) return;
      const status = dialog.querySelector("[role=status]");
      if (status) status.textContent = "Even wachten: zoeken wordt klaargezet.";
      const script = document.createElement("script");
      script.src = source;
      script.addEventListener("error", () => location.assign(fallback));
      document.head.append(script);
    };

    for (const link of document.querySelectorAll("a[data-search]")) {
      link.addEventListener("click", (event) => {
        const { ctrlKey, metaKey, shiftKey } = /** @type {MouseEvent} */ (event);
        if (ctrlKey || metaKey || shiftKey) return;
        event.preventDefault();
        dialog.showModal();
        dialog.querySelector("input")?.focus();
        loadSearch(/** @type {HTMLAnchorElement} */ (link).href);
      });
    }
    dialog.querySelector(".search-dialog__close")?.addEventListener("click", () => dialog.close());
    // What was asked before search.js is there, it answers when it comes.
    dialog.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault(); // a search field would empty itself
      dialog.close();
    });
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close(); // a click on the backdrop
    });
  }

  wireMenu();
  wireScheme();
  wireModuleNav();
  boxTables();
  wireSearch();
})();
