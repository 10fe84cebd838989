// Hard words: a click on <button class="mot" data-definition="…"> shows its definition under the paragraph it stands in.
(() => {
  "use strict";
  const shown = new Map(); // the open words, each with its definition
  let count = 0;

  const close = (word) => {
    shown.get(word)?.remove();
    shown.delete(word);
    word.setAttribute("aria-expanded", "false");
    word.removeAttribute("aria-controls");
  };
  const open = (word) => {
    const box = document.createElement("p");
    box.className = "definition";
    box.id = `definition-${++count}`;
    box.setAttribute("role", "status");
    const home = word.closest("p, li, td, th") ?? word;
    if (home.matches("p")) home.after(box);
    else home.append(box); // a paragraph beside the <li> of a list would be no item of it
    word.setAttribute("aria-expanded", "true");
    word.setAttribute("aria-controls", box.id);
    shown.set(word, box);
    // Filled once it is in the page: a screen reader tells what arrives in a status, not one that arrives full.
    setTimeout(() => {
      const name = document.createElement("strong");
      name.textContent = word.textContent;
      box.append(name, "\u00a0: ", word.dataset.definition);
    }, 30);
  };

  document.addEventListener("click", (e) => {
    const word = e.target.closest?.("button.mot");
    if (!word) return;
    word.focus(); // Safari does not do it
    shown.has(word) ? close(word) : open(word);
  });
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || document.querySelector("dialog[open]")) return;
    const here = document.activeElement;
    if (shown.has(here)) close(here);
    else [...shown.keys()].forEach(close);
  });
  document.addEventListener("pas:ecran", () => shown.clear());
})();
