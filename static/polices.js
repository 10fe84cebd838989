// The door reads well in the device's own letters: on a slow or counted line, ours (26 kB, twice the rest of the page) wait for the next page.
(() => {
  "use strict";
  const page = performance.getEntriesByType("navigation")[0];
  const slow = page && page.responseEnd - page.requestStart > 120; // milliseconds that this very page was waited for
  if (slow || navigator.connection?.saveData) return;
  for (const [weight, file] of [["400", "400-normal"], ["700", "700-normal"]]) {
    const face = new FontFace("Atkinson", `url(/ressources/polices/atkinson-hyperlegible-next-latin-${file}.woff2)`, { weight, display: "swap" });
    document.fonts.add(face);
    face.load().catch(() => {});
  }
})();
