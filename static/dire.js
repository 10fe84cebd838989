// How a text is said, not how it is written: « a@b.example » is « a arobase b point example », « 33700 » is « 33, 700 ».
// pasDire(text) gives the text for a French voice. Pure; tests/web/test_said.py has what people say for each case.
(() => {
  "use strict";
  const ENDINGS = "fr|com|org|net|eu|be|ch|info|bzh|example";
  const ADDRESS = new RegExp(`(?:https?://)?(?:[\\w+.-]+@)?(?:[\\w-]+\\.)+(?:${ENDINGS})(?![\\w-])(?:/[\\w./?=&#%-]*[\\w/])?`, "gi");
  const ENDING = new RegExp(`(^|\\s|«)((?:\\.[\\w-]+)*\\.(?:${ENDINGS}|pdf|jpg|png|zip|docx?))(?![\\w-])`, "gi");
  const FILE = /([\wÀ-ÿ-]+(?:\.[\wÀ-ÿ-]+)*)\.(pdf|jpg|png|zip|docx?)\b/gi;
  const SPELT = { fr: "F R", eu: "E U", be: "B E", ch: "C H", bzh: "B Z H", pdf: "P D F", jpg: "J P G", png: "P N G", zip: "zip", doc: "doc", docx: "doc X", com: "com" };
  const SIGNS = { "@": " arobase ", ".": " point ", "-": " tiret ", "_": " tiret bas ", "/": " barre ", ":": " deux-points ", "?": " point d’interrogation ", "=": " égale ", "&": " et ", "#": " dièse ", "%": " pour cent ", "+": " plus " };
  const spell = (address) =>
    address.replace(/^https?:\/\//i, "").replace(/[@._/:?=&#%+-]/g, (sign) => SIGNS[sign])
      .replace(/[^\s]+/g, (word) => SPELT[word.toLowerCase()] ?? word).replace(/\s+/g, " ").trim();

  // « 06 » is « zéro six »; « 00 » is « zéro zéro ».
  const pair = (two) => (two === "00" ? "zéro zéro" : two[0] === "0" ? `zéro ${two[1]}` : two);
  const group = (figures) => (figures.length === 2 ? pair(figures) : figures.replace(/^0+/, (zeros) => "zéro ".repeat(zeros.length)));
  const phone = (number) => {
    const groups = /\s/.test(number) ? number.split(/\s/) : number.match(/\d\d/g);
    return groups.map(group).join(", ");
  };
  const short = (number) => `${number.slice(0, 2)}, ${number.slice(2)}`;

  const WORDS = [
    [/\bn[°º]\s*/gi, "numéro "], [/\bMmes?\b\.?/g, "Madame"], [/\bM\.(?=\s\p{Lu})/gu, "Monsieur"], [/\bCci\b/g, "copie cachée"], [/\bCc\b/g, "copie à"],
    [/\bCtrl\b/g, "contrôle"], [/\bAlt\s?Gr\b/g, "Alt G R"], [/\bVerr\.?\s?Maj\b\.?/g, "verrouillage majuscule"], [/\bMaj\b/g, "majuscule"], [/\bSuppr\b/g, "supprimer"],
    [/\bEsc\b/g, "échappe"], [/\bÉchap\b/g, "échappe"], [/\betc\./g, "et cetera"], [/\bp\.\s?ex\./g, "par exemple"], [/\bst\.(?=\s)/g, "saint"], [/\bbd\b/g, "boulevard"],
    [/\bRIB\b/g, "rib"], [/\bIBAN\b/g, "iban"], [/\bCNIL\b/g, "cnil"], [/\bCAF\b/g, "caf"], [/\bSIFT\b/g, "sift"], [/\bEPN\b/g, "E P N"], [/\bURL\b/g, "U R L"], [/\bIA\b/g, "I A"],
    [/(\d)\s?Ko\b/gi, "$1 kilo-octets"], [/(\d)\s?Mo\b/g, "$1 méga-octets"], [/(\d)\s?Go\b/g, "$1 giga-octets"], [/(\d)\s?cm\b/g, "$1 centimètres"], [/(\d)\s?km\b/g, "$1 kilomètres"],
    [/(\d)\s?px\b/g, "$1 points"], [/(\d)\s?min\b/g, "$1 minutes"], [/(\d)\s?°C\b/g, "$1 degrés"], [/\b(\d{1,3})\s?%/g, "$1 pour cent"],
    [/\b1er\b/g, "premier"], [/\b1re\b/g, "première"], [/\b(\d+)e\b/g, "$1ème"], [/\bs’il\b/g, "s’il"],
  ];
  const KEYS = [[/\bCtrl\s?(?:et|\+)\s?\+/g, "contrôle et la touche plus"], [/\bCtrl\s?(?:et|\+)\s?[−-](?=\W|$)/g, "contrôle et la touche moins"], [/\s\+\s/g, " plus "], [/\s−\s/g, " moins "], [/→/g, ", puis "], [/←/g, " flèche à gauche "], [/⇧/g, " "]];
  const MONEY = /(\d[\d\s]*)(?:,(\d\d))?\s?€/g;
  const HOUR = /\b(\d{1,2})\s?h(?:\s?(\d\d))?\b/g;

  window.pasDire = (text) => {
    let said = text.replace(/[\u00a0\u202f]/g, " ");
    for (const [written, spoken] of KEYS) said = said.replace(written, spoken);
    said = said.replace(ENDING, (_, before, ending) => `${before} ${spell(ending)}`); // « .gouv.fr » alone, before it is taken for the end of an address
    said = said.replace(ADDRESS, (address) => ` ${spell(address)} `).replace(FILE, (_, name, kind) => `${name.replace(/[_-]/g, " ").replace(/\./g, " point ")} point ${SPELT[kind.toLowerCase()]}`);
    said = said.replace(/(\S)@(\S)/g, "$1 arobase $2").replace(/@/g, " arobase ");
    said = said.replace(/\b0[1-9](?: \d\d){4}\b|\b0[1-9]\d{8}\b|\b0 8\d\d \d{3} \d{3}\b|\b116 \d{3}\b|\b3\d \d\d\b/g, phone);
    said = said.replace(/(?<=\b(?:le|au|numéro|composez|appelez) )(3\d{4}|3\d{3})(?![\d/])|\b(33700)\b/gi, short);
    said = said.replace(MONEY, (_, whole, cents) => `${whole.trim()} ${Number(whole.replace(/\s/g, "")) < 2 ? "euro" : "euros"}${cents && cents !== "00" ? ` ${Number(cents)}` : ""}`);
    said = said.replace(HOUR, (_, hour, minutes) => `${hour} ${Number(hour) < 2 ? "heure" : "heures"}${minutes && minutes !== "00" ? ` ${Number(minutes)}` : ""}`);
    for (const [written, spoken] of WORDS) said = said.replace(written, spoken);
    return said.replace(/[«»"“”*_]/g, " ").replace(/\s+/g, " ").replace(/ ([:;!?,.])(?=\s|$)/g, "$1").trim();
  };
})();
