/** How wide a chart may be on paper, in pixels. */
const PAPER_WIDTH = 640;

/** On paper a dark chart becomes a light one, and a wide one a narrower. */
const STYLE = `
.fall-line-chart { width: 100%; }
@media print {
  .fall-line-chart { width: var(--fall-line-width, 100%); zoom: var(--fall-line-zoom, 1); break-inside: avoid; }
  .fall-line-chart[data-theme="dark"] { filter: invert(1) hue-rotate(180deg); }
}`;

/** Puts rules into the page, once; by default those for charts. */
export function addStyle(id = "fall-line-style", rules = STYLE): void {
  if (document.getElementById(id) !== null) return;
  const style = document.createElement("style");
  style.id = id;
  style.textContent = rules;
  document.head.append(style);
}

/** Tells the rules for paper how wide a chart is drawn. */
export function preparePaper(chart: HTMLElement, width: number): void {
  chart.style.setProperty("--fall-line-width", `${width}px`);
  chart.style.setProperty("--fall-line-zoom", String(Math.min(1, PAPER_WIDTH / width)));
}
