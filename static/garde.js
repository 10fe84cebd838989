// Guards the page: whose session it is, the idle warning, where the focus goes, the print button.
// The page carries <span data-session="…"> (who it was drawn for) and <span data-focus="…"> (which screen it is).
(() => {
  "use strict";
  const EVERY = 20000, WAIT = 5000, RETRY = 3000, ACTIVE_EVERY = 30000, WARNING = 60;
  const sendOut = (name, detail) => document.dispatchEvent(new CustomEvent(name, { detail }));
  const mark = () => document.querySelector("[data-session]")?.dataset.session ?? null;

  // --- whose session -----------------------------------------------------------------------------------------
  // undefined: the server did not answer in time (a Wi-Fi hole: the page itself never notices it).
  const ask = async (method) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), WAIT);
    try {
      const answer = await fetch("/etat", { method, cache: "no-store", credentials: "same-origin", signal: stop.signal });
      return answer.ok ? await answer.json() : undefined;
    } catch {
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  };

  let leaving = false, next = 0;
  const check = async (method = "GET") => {
    const mine = mark();
    if (!mine || leaving) return;
    const answer = await ask(method);
    sendOut("pas:reseau", answer !== undefined);
    clearTimeout(next);
    next = setTimeout(check, answer === undefined ? RETRY : EVERY);
    if (answer === undefined || leaving || mark() !== mine) return;
    if (answer.s === mine) return watchIdle(answer.reste);
    leaving = true;
    location.replace(answer.s ? "/" : "/connexion?fin=absence");
  };

  let lastActive = 0;
  const active = () => {
    const now = Date.now();
    if (!warning.open && now - lastActive < ACTIVE_EVERY) return;
    lastActive = now;
    hideWarning();
    check("POST");
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) addEventListener(kind, active, { passive: true, capture: true });
  // Signing out ends this page: what answers afterwards must not send the person elsewhere.
  document.addEventListener("submit", (e) => { if (e.target.getAttribute("action") === "/deconnexion") leaving = true; });
  addEventListener("focus", () => check());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) check(); });
  addEventListener("pageshow", (e) => {
    leaving = false;
    if (!e.persisted) return;
    // The browser took this page out of its memory (Back): it may be somebody else's by now.
    document.documentElement.style.visibility = "hidden";
    location.reload();
  });
  next = setTimeout(check, EVERY);

  // --- « Êtes-vous toujours là ? » ---------------------------------------------------------------------------
  const warning = document.createElement("dialog");
  warning.id = "pas-absence";
  warning.setAttribute("role", "alertdialog");
  warning.setAttribute("aria-labelledby", "pas-absence-titre");
  warning.setAttribute("aria-describedby", "pas-absence-texte");
  warning.innerHTML =
    '<h2 id="pas-absence-titre">Êtes-vous toujours là ?</h2>' +
    '<p id="pas-absence-texte">Dans une minute, cette page se ferme toute seule. C’est pour votre sécurité. Ce que vous avez fait est déjà gardé pour cette visite.</p>' +
    '<p><button type="button" autofocus>Je continue</button></p>';
  warning.addEventListener("cancel", active);
  warning.querySelector("button").addEventListener("click", active);
  let warn = 0, before = null;
  const hideWarning = () => {
    if (!warning.open) return;
    warning.close();
    before?.isConnected && before.focus();
  };
  const showWarning = () => {
    if (leaving || warning.open) return;
    if (!warning.isConnected) document.body.append(warning);
    before = document.activeElement;
    warning.showModal();
    setTimeout(check, (WARNING + 2) * 1000);
  };
  const watchIdle = (seconds) => {
    clearTimeout(warn);
    if (seconds > WARNING) { hideWarning(); warn = setTimeout(check, (seconds - WARNING) * 1000 + 500); }
    else showWarning();
  };

  // --- the focus goes to the new title -----------------------------------------------------------------------
  let shown = null;
  const settled = () => document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-script-state") === "notRunning";
  const toTitle = (screen, tries) => {
    if (screen !== shown) return;
    if (tries > 0 && !settled()) { setTimeout(toTitle, 50, screen, tries - 1); return; }
    const title = document.querySelector("main h1, main h2");
    if (!title || document.querySelector('[role="dialog"], dialog[open]')) return;
    title.setAttribute("tabindex", "-1");
    title.focus({ preventScroll: true });
    document.querySelector('[data-testid="stMain"]')?.scrollTo({ top: 0 });
  };
  const look = () => {
    const screen = document.querySelector("[data-focus]")?.dataset.focus;
    if (screen === undefined || screen === shown) return;
    const firstOne = shown === null;
    shown = screen;
    if (firstOne) { check(); return; }
    sendOut("pas:ecran", screen);
    toTitle(screen, 40);
  };
  look();
  new MutationObserver(look).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-focus"] });

  document.addEventListener("click", (e) => { if (e.target.closest?.("[data-imprimer]")) print(); });

  // The line is back: perhaps with a server that has just started, which has drawn nothing yet for this page.
  let cut = false;
  new MutationObserver(() => {
    const state = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state");
    if (state && state !== "CONNECTED") cut = mark() !== null;
    else if (state && cut) { cut = false; setTimeout(() => document.querySelector(".st-key-reprise button")?.click(), 300); }
  }).observe(document.documentElement, { subtree: true, attributes: true, attributeFilter: ["data-test-connection-state"] });

  // Beginners double-click everything: the second half must not press what has just appeared under the pointer.
  addEventListener("click", (e) => {
    if (e.detail > 1 && e.target.closest?.("main button, main a")) { e.preventDefault(); e.stopImmediatePropagation(); }
  }, { capture: true });
})();
