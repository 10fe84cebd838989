// « Écouter » : reads the page, or the element named by data-ecouter-cible, with a voice of the computer.
(() => {
  "use strict";
  const NO_VOICE = "Cet ordinateur n’a pas de voix française. Le texte reste affiché.";
  const SILENT = 'button:not(.mot), nav, form, header, footer, style, script, svg, dialog, input, select, textarea, [hidden], [aria-hidden="true"], [data-sans-voix], [data-session]';
  const BLOCK = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, figcaption, blockquote, label, summary, div";
  const LONGEST = 180; // letters: some browsers cut a longer utterance in the middle

  // How it is said, not how it is written: « a@b.example » is « a arobase b point example ».
  const spoken = (text) =>
    text
      .replace(/\b[\w-]+(?:[.@\/][\w-]+)*\.example\b/g, (address) => address.replace(/\./g, " point "))
      .replace(/(\S)@(\S)/g, "$1 arobase $2").replace(/@/g, " arobase ")
      .replace(/https?:\/\//g, "").replace(/[«»"*_]/g, " ")
      .replace(/[\s\u00a0\u202f]+/g, " ").replace(/ ([:;!?])/g, "$1").trim();

  // Each block of text once, in the order of the page; drawings by their description.
  const sentences = (root) => {
    const said = [];
    let block = null;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === 3) return NodeFilter.FILTER_ACCEPT;
      if (node.matches(SILENT) || (node.checkVisibility && !node.checkVisibility())) return NodeFilter.FILTER_REJECT;
      return node.matches("img[alt]") ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP;
    });
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeType === 3 ? node.nodeValue : node.alt && ` Image : ${node.alt}. `;
      if (!text?.trim()) continue;
      const its = node.parentElement.closest(BLOCK);
      if (its !== block || !said.length) said.push("");
      block = its;
      said[said.length - 1] += text;
    }
    return said.map(spoken).filter(Boolean);
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
    const target = button.dataset.ecouterCible ? document.getElementById(button.dataset.ecouterCible) : document.querySelector("main");
    const parts = sentences(target ?? document.body).flatMap(pieces);
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
  addEventListener("DOMContentLoaded", () => document.body.append(told));
})();
