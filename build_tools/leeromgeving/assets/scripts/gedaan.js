// @ts-check
/**
 * Marks what is done on this device: a card, a row, a step or a link says in data-onderdelen what
 * there is to do behind it, as addresses parted by spaces, each with its former ones after |.
 */
(() => {
  const { voortgang } = window.leeromgeving;

  /** @param {HTMLElement} node */
  function mark(node) {
    const onderdelen = (node.dataset.onderdelen ?? "").split(" ");
    const done = onderdelen.filter((uris) => voortgang.isDone(uris.split("|"))).length;
    const text = done === onderdelen.length ? "Afgerond" : `${done} van ${onderdelen.length} afgerond`;
    node.querySelector(":scope > .gedaan")?.remove();
    if (!done) return;
    const label = document.createElement("span");
    label.className = "gedaan";
    label.textContent = text;
    label.toggleAttribute("data-helemaal", done === onderdelen.length);
    node.append(label);
  }

  const markAll = () => {
    for (const node of document.querySelectorAll("[data-onderdelen]:not(borg-stand)")) mark(/** @type {HTMLElement} */ (node));
  };
  document.addEventListener("voortgang", markAll);
  markAll();
})();
