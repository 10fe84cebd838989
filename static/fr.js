// Streamlit has no French: its own texts are put into French here. Exact texts only, never inside what a page says itself.
(() => {
  "use strict";
  const EXACT = {
    "Skip to main content": "Aller au contenu", "(required)": "(obligatoire)", "This field is required.": "Il faut remplir cette case.",
    "Press Enter to apply": "Appuyez sur Entrée pour valider", "Press Enter to submit form": "Appuyez sur Entrée pour valider",
    "Press Ctrl+Enter to apply": "Ctrl + Entrée pour valider", "Press Ctrl+Enter to submit form": "Ctrl + Entrée pour valider",
    "Press ⌘+Enter to apply": "⌘ + Entrée pour valider", "Press ⌘+Enter to submit form": "⌘ + Entrée pour valider",
    "Upload": "Choisir un fichier", "file upload": "choisir un fichier", "Upload file": "Choisir un fichier", "Browse files": "Choisir un fichier", "Add files": "Ajouter des fichiers",
    "Drag and drop file here": "Ou déposez le fichier ici", "Drag and drop files here": "Ou déposez les fichiers ici",
    "No results": "Aucun résultat", "Choose options": "Choisissez", "Choose an option": "Choisissez", "No options to select.": "Rien à choisir.",
    "Select all": "Tout choisir", "Clear all": "Tout effacer", "Clear value": "Effacer", "Clear": "Effacer", "Selected values": "Choix faits",
    "Show password": "Montrer ce qui est écrit", "Hide password": "Cacher ce qui est écrit", "Show password text": "Montrer ce qui est écrit", "Hide password text": "Cacher ce qui est écrit",
    "Close": "Fermer", "Open": "Ouvrir", "Dismiss": "Fermer", "Cancel": "Annuler", "Decrement": "Moins", "Increment": "Plus",
    "Choose date": "Choisir une date", "Select a date.": "Choisir une date.", "Select a time, 24-hour format.": "Choisir une heure.",
    "Previous month": "Mois précédent", "Next month": "Mois suivant", "Previous month.": "Mois précédent.", "Next month.": "Mois suivant.",
    "day": "jour", "month": "mois", "year": "année",
    "Pagination": "Pages", "Previous page": "Page précédente", "Next page": "Page suivante", "App pages": "Menu principal",
    "Sidebar": "Menu de côté", "Collapse sidebar": "Fermer le menu", "Expand sidebar": "Ouvrir le menu", "View more": "Voir plus", "View less": "Voir moins",
    "Show columns": "Montrer les colonnes", "Hide columns": "Cacher les colonnes", "Show/hide columns": "Choisir les colonnes",
    "Download as CSV": "Télécharger le tableau", "Download as PNG": "Télécharger l’image", "Search": "Chercher", "Fullscreen": "Plein écran",
    "Exit fullscreen": "Quitter le plein écran", "Close fullscreen": "Quitter le plein écran", "View fullscreen": "Plein écran", "Show data": "Voir les chiffres",
    "Copy Vega-Lite spec": "Copier le dessin", "Copy to clipboard": "Copier", "Copied": "Copié", "Link to heading": "Lien vers ce titre", "Link to this heading": "Lien vers ce titre",
    "Help": "Aide", "More options": "Plus de choix", "Connection error": "Connexion coupée", "Connecting": "Connexion…", "Connecting...": "Connexion…", "CONNECTING": "Connexion…",
    "Stop": "Arrêter", "Rerun": "Recommencer", "Running...": "Un instant…", "RUNNING...": "Un instant…", "In progress…": "Un instant…", "In progress...": "Un instant…",
    "Loading...": "Un instant…", "Loading": "Un instant", "Page not found": "Page introuvable", "empty": "vide", "Today": "Aujourd’hui",
    "Feedback rating": "Votre avis", "Very dissatisfied": "Très difficile", "Dissatisfied": "Difficile", "Neutral": "Moyen",
    "Satisfied": "Bien", "Very satisfied": "Très bien", "Thumbs up": "Oui", "Thumbs down": "Non",
  };
  const PATTERNS = [
    [/^(\d+) options? available\.$/, "$1 choix."],
    [/^(?:Limit )?(\d+(?:\.\d+)?) ?MB per file(?: • (.+))?$/, (_, size, kinds) => `${size} Mo au plus par fichier${kinds ? ` (${kinds})` : ""}`],
    [/^Remove (.+)$/, "Retirer $1"],
    [/^day, (.+)$/, "jour, $1"], [/^month, (.+)$/, "mois, $1"], [/^year, (.+)$/, "année, $1"], [/^hour, (.+)$/, "heure, $1"], [/^minute, (.+)$/, "minute, $1"],
    [/^(.+) files are not allowed\.$/, "Ce genre de fichier ($1) ne convient pas."],
    [/^Error: Number is outside the allowed range\. Please enter a value between (\S+) and (\S+?)\.?$/, "Écrivez un nombre entre $1 et $2."],
    [/^Selected Date: .+$/, "Date choisie"],
    [/^The page that you have requested does not seem to exist\..*$/, "Cette adresse ne mène à aucune page. Voici l’accueil."],
  ];
  const ATTRIBUTES = ["aria-label", "placeholder", "title", "alt", "aria-roledescription"];
  // What our pages say: left alone, but for the parts of a widget that Streamlit writes itself inside.
  const OURS = '[data-testid="stMarkdownContainer"], [data-testid="stHtml"], [data-testid="stText"], code, pre, textarea, dialog#pas-absence';
  const THEIRS = '[data-testid="InputInstructions"], [data-testid="stFileUploaderDropzoneInstructions"], [data-testid="stFileUploaderDropzone"] button';
  const LABEL = '[data-testid="stWidgetLabel"]'; // a label is ours, but for the word that Streamlit adds to it

  const french = (text) => {
    const words = text.trim();
    if (Object.hasOwn(EXACT, words)) return text.replace(words, () => EXACT[words]);
    for (const [pattern, said] of PATTERNS) if (pattern.test(words)) return words.replace(pattern, said);
    return null;
  };
  const ours = (element) => Boolean(element?.closest(OURS)) && !element.closest(THEIRS);
  const textNode = (node) => {
    if (!node.nodeValue) return;
    if (ours(node.parentElement) && !(node.nodeValue.trim() === "(required)" && node.parentElement.closest(LABEL))) return;
    const said = french(node.nodeValue);
    if (said !== null && said !== node.nodeValue) node.nodeValue = said;
  };
  const element = (one) => {
    if (ours(one)) return;
    if (one.matches('[data-testid="stFileUploaderDropzone"][role="presentation"]')) one.setAttribute("role", "group"); // it has a name and takes the focus
    for (const name of ATTRIBUTES) {
      const value = one.getAttribute(name), said = value && french(value);
      if (said && said !== value) one.setAttribute(name, said);
    }
  };
  const walk = (root) => {
    if (root.nodeType === 3) return textNode(root);
    if (root.nodeType !== 1) return;
    element(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) node.nodeType === 3 ? textNode(node) : element(node);
  };
  walk(document.documentElement);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "characterData") textNode(change.target);
      else if (change.type === "attributes") element(change.target);
      else change.addedNodes.forEach(walk);
    }
  }).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES });
})();

// The connection banner: said when the websocket is down, and when our own question gets no answer (a Wi-Fi hole).
(() => {
  "use strict";
  const CUT = "La connexion est coupée. On réessaie tout seul : attendez un instant, rien n’est perdu.";
  const PATIENCE = 1500; // a reconnection often takes less: no need to worry anybody
  const banner = document.createElement("div");
  banner.id = "pas-connexion";
  banner.setAttribute("role", "status");
  let everConnected = false, socketCut = false, noAnswer = false, timer = 0;
  const draw = () => {
    const cut = everConnected && (socketCut || noAnswer);
    if (!cut) { clearTimeout(timer); timer = 0; banner.textContent = ""; return; }
    if (!timer) timer = setTimeout(() => { banner.textContent = CUT; }, noAnswer ? 0 : PATIENCE);
  };
  const watch = () => {
    const state = document.querySelector('[data-testid="stApp"]')?.getAttribute("data-test-connection-state");
    if (!state) return;
    everConnected ||= state === "CONNECTED";
    if (socketCut !== (state !== "CONNECTED")) { socketCut = state !== "CONNECTED"; draw(); }
  };
  watch();
  new MutationObserver(watch).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-connection-state"] });
  document.addEventListener("pas:reseau", (e) => { noAnswer = !e.detail; draw(); });
  addEventListener("DOMContentLoaded", () => document.body.append(banner));
})();
