// « Écouter » : reads the page with a voice of the computer, as dire.js says it is said.
//   data-ecouter              the page, without its buttons
//   data-ecouter="tout"       with them: on the pages of the door, one cannot go on without
//   data-ecouter="fenetre"    what the simulated web shows now, buttons and links included
(() => {
  "use strict";
  const NO_VOICE = "Cet ordinateur n’a pas de voix française. Le texte reste affiché.";
  const NEVER = 'style, script, svg:not([aria-label]), [hidden], [aria-hidden="true"], [data-sans-voix], [data-session], [data-ecouter], [inert]';
  const SILENT = `${NEVER}, button:not(.mot), nav, form, header, footer, dialog, input, select, textarea`;
  const ALL = `${NEVER}, input[type=hidden]`;
  const BLOCK = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, blockquote, label, summary, div";
  const LONGEST = 180; // letters: some browsers cut a longer utterance in the middle

  // Each block of text once, in the order of the page; drawings by their description. With `all`, buttons and links by their name.
  const sentences = (root, all) => {
    const said = [];
    let block = null;
    const add = (text, its) => {
      if (!text?.trim()) return;
      if (its !== block || !said.length) said.push("");
      block = its;
      said[said.length - 1] += text;
    };
    const walk = (node, its) => {
      if (node.nodeType === 3) return add(node.nodeValue, its);
      if (node.nodeType !== 1 || node.matches(all ? ALL : SILENT) || (node.checkVisibility && !node.checkVisibility())) return;
      if (node.matches("img, svg, [role=img]")) return add(named(node) && ` Image : ${named(node)}. `, its);
      if (all && node.matches("button:not(.mot), a, [role=link]")) return add(`${node.matches("button") ? "Bouton" : "Lien"} : ${node.ariaLabel || node.innerText}.`, node);
      if (all && node.matches("input, textarea, select")) return add(typed(node), node);
      for (const child of node.childNodes) walk(child, node.matches(BLOCK) ? node : its);
    };
    walk(root, root);
    return said.map(window.pasDire).filter(Boolean);
  };
  const named = (image) => image.getAttribute("alt") ?? image.getAttribute("aria-label");
  const typed = (field) => {
    if (/password|hidden|checkbox|radio/.test(field.type)) return "";
    const value = field.matches("select") ? field.selectedOptions[0]?.text : field.value;
    return `${field.ariaLabel ? `${field.ariaLabel} : ` : ""}${value || "case vide"}.`;
  };

  const pieces = (text) => {
    const cut = text.match(/[^.!?…]+[.!?…]*\s*/g) ?? [text];
    return cut.flatMap((sentence) => {
      if (sentence.length <= LONGEST) return [sentence.trim()];
      return sentence.split(/(?<=[,;:])\s/).flatMap((part) => part.match(new RegExp(`.{1,${LONGEST}}(?:\\s|$)`, "g")) ?? [part]);
    }).filter((part) => /[\p{L}\p{N}]/u.test(part));
  };

  const french = () => {
    const voices = speechSynthesis.getVoices().filter((v) => v.lang.toLowerCase().replace("_", "-").startsWith("fr"));
    const rank = (v) => (v.localService ? 0 : 2) + (v.lang.toLowerCase().includes("fr-fr") ? 0 : 1);
    return voices.sort((a, b) => rank(a) - rank(b))[0] ?? null;
  };
  // Voices arrive late in some browsers.
  const voice = () => new Promise((found) => {
    if (!("speechSynthesis" in window)) return found(null);
    if (french()) return found(french());
    const done = () => { clearTimeout(timer); found(french()); };
    const timer = setTimeout(done, 1200);
    speechSynthesis.addEventListener?.("voiceschanged", done, { once: true });
  });

  // What the simulated web shows: a message above the page, or the page. It lives in a shadow root.
  const simulated = () => {
    const host = [...document.querySelectorAll("[class*='st-key-fenetre-'] *")].find((el) => el.shadowRoot?.querySelector(".ecran"));
    const screen = host?.shadowRoot.querySelector(".ecran");
    return screen?.querySelector("[role=dialog], [role=alertdialog]") ?? screen;
  };

  const told = document.createElement("p");
  told.id = "pas-voix";
  told.setAttribute("role", "status");
  const tell = (text) => { told.textContent = text; };

  let reading = null, turn = 0;
  const pressed = (button, on) => {
    if (!button?.isConnected) return;
    button.setAttribute("aria-pressed", String(on));
    if (on) button.dataset.avant = button.textContent;
    button.textContent = on ? "Arrêter la lecture" : button.dataset.avant || "Écouter";
  };
  const stop = () => {
    turn++;
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    if (reading) pressed(reading, false);
    reading = null;
    tell("");
  };
  const read = async (button) => {
    stop();
    const mine = turn;
    reading = button;
    pressed(button, true);
    const chosen = await voice();
    if (mine !== turn) return;
    if (!chosen) { stop(); tell(NO_VOICE); return; }
    const whole = button.dataset.ecouter; // "", "tout" or "fenetre"
    const target = whole === "fenetre" ? simulated() : document.querySelector("main");
    const parts = sentences(target ?? document.body, Boolean(whole)).flatMap(pieces);
    if (!parts.length) return stop();
    parts.forEach((part, rank) => {
      const said = new SpeechSynthesisUtterance(part);
      said.voice = chosen;
      said.lang = chosen.lang;
      said.rate = 0.9;
      if (rank === parts.length - 1) said.onend = () => mine === turn && stop();
      said.onerror = (e) => { if (mine === turn && !["interrupted", "canceled"].includes(e.error)) { stop(); tell(NO_VOICE); } };
      speechSynthesis.speak(said);
    });
  };

  document.addEventListener("click", (e) => {
    const button = e.target.closest?.("[data-ecouter]");
    if (button) button === reading ? stop() : read(button);
    else if (told.textContent) tell("");
  });
  document.addEventListener("pas:ecran", stop);
  addEventListener("pagehide", stop);
  addEventListener("DOMContentLoaded", () => {
    document.body.append(told);
    for (const button of document.querySelectorAll("[data-ecouter][hidden]")) button.hidden = false; // without this script it would do nothing
  });
})();
