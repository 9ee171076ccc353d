/** How the explorer looks; all colours are the page's, or lie in --light and --dark for their theme. */
export const STYLE = `
.fall-line-explorer { color: var(--jp-content-font-color1, #212121); font: 13px/1.4 var(--jp-content-font-family, sans-serif);
  container-type: inline-size; outline-offset: 2px; padding: 4px 0; --line: var(--jp-border-color1, #bdbdbd); }
.fall-line-explorer .grid { display: grid; grid-template-columns: minmax(0, 1fr); gap: 8px 16px; }
@container (min-width: 700px) { .fall-line-explorer .grid { grid-template-columns: min(54cqw, 520px) minmax(0, 1fr); } }
.fall-line-explorer svg.map, .fall-line-explorer svg.curve { width: 100%; height: auto; display: block; }
.fall-line-explorer svg text { fill: currentColor; font-size: 12px; }
.fall-line-explorer .frame rect { fill: none; stroke: var(--line); }
.fall-line-explorer .contours { fill: none; stroke: #8080808c; }
.fall-line-explorer svg .minimum { fill: #c79a00; font-size: 18px; text-anchor: middle; }
.fall-line-explorer .path, .fall-line-explorer .arrows *, .fall-line-explorer fieldset { --ink: var(--light); }
[data-jp-theme-light="false"] .fall-line-explorer :is(.path, .arrows *, fieldset) { --ink: var(--dark); }
@media print {
  .fall-line-explorer { --jp-content-font-color1: #212121; --jp-layout-color0: #fff; --jp-layout-color1: #fff; --jp-border-color1: #bdbdbd; }
  .fall-line-explorer :is(.path, .arrows *, fieldset) { --ink: var(--light) !important; }
}
.fall-line-explorer .path path { fill: none; stroke: var(--ink); stroke-width: 2; }
.fall-line-explorer .path .dots { stroke-width: 5; stroke-linecap: round; stroke-dasharray: none; }
.fall-line-explorer .path circle { fill: var(--ink); stroke: var(--jp-layout-color0, #fff); }
.fall-line-explorer .arrows line { stroke: var(--ink); stroke-width: 3; }
.fall-line-explorer .arrows text { fill: var(--ink); font-weight: 600; paint-order: stroke;
  stroke: var(--jp-layout-color0, #fff); stroke-width: 3px; }
.fall-line-explorer .start { cursor: grab; touch-action: none; }
.fall-line-explorer .start:active { cursor: grabbing; }
.fall-line-explorer .start circle { fill: #80808040; stroke: currentColor; stroke-width: 2; }
.fall-line-explorer .start .target { fill: transparent; stroke: none; }
.fall-line-explorer .start:focus-visible { outline: none; }
.fall-line-explorer .start:focus-visible .target { stroke: var(--jp-brand-color1, #1976d2); }
.fall-line-explorer .cursor { stroke: currentColor; stroke-dasharray: 3 3; }
.fall-line-explorer .curve { cursor: pointer; }
.fall-line-explorer :is(button, select, input) { font: inherit; color: inherit; border: 1px solid var(--line);
  border-radius: 3px; background: var(--jp-layout-color1, #fff); padding: 2px 7px; }
.fall-line-explorer button:hover { background: var(--jp-layout-color2, #eee); }
.fall-line-explorer :is(button, select, input):focus-visible { outline: 2px solid var(--jp-brand-color1, #1976d2); }
.fall-line-explorer input[type="range"] { padding: 0; flex: 1; min-width: 50px; height: 16px; accent-color: var(--ink, var(--jp-brand-color1, #1976d2)); }
.fall-line-explorer .transport, .fall-line-explorer .settings { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; }
.fall-line-explorer .transport .play { min-width: 84px; }
.fall-line-explorer .transport .scrub { flex: 1 1 90px; }
.fall-line-explorer .transport output { min-width: 96px; font-variant-numeric: tabular-nums; }
.fall-line-explorer .field { display: inline-flex; gap: 6px; align-items: center; }
.fall-line-explorer .rules { display: grid; grid-template-columns: repeat(auto-fit, minmax(172px, 1fr)); gap: 8px; align-content: start; }
.fall-line-explorer fieldset { margin: 0; padding: 4px 8px 6px; border: 1px solid var(--line); border-radius: 4px; min-width: 0; }
.fall-line-explorer fieldset.chosen { border-color: var(--ink); box-shadow: 0 0 0 1px var(--ink); }
.fall-line-explorer .head { display: flex; align-items: center; gap: 4px; }
.fall-line-explorer .choose { border: none; background: none; display: flex; align-items: center; gap: 6px; font-weight: 600; padding: 2px; text-align: left; }
.fall-line-explorer .sample path { stroke: var(--ink); stroke-width: 2.5; }
.fall-line-explorer .number { display: flex; flex-wrap: wrap; align-items: center; gap: 5px; }
.fall-line-explorer .number .symbol { min-width: 16px; }
.fall-line-explorer .number input[type="text"] { width: 62px; padding: 1px 4px; }
.fall-line-explorer .problem { color: var(--jp-error-color1, #d32f2f); flex-basis: 100%; margin: 0; white-space: pre-wrap; }
.fall-line-explorer :is(.problem, .parameters):empty { display: none; }
.fall-line-explorer [aria-invalid="true"] { border-color: var(--jp-error-color1, #d32f2f); }
.fall-line-explorer .expression { width: 240px; max-width: 100%; font-family: var(--jp-code-font-family, monospace); }
.fall-line-explorer .code { flex: 1 1 260px; font-family: var(--jp-code-font-family, monospace); }
.fall-line-explorer .settings { margin-top: 10px; }
.fall-line-explorer .step { min-width: 0; margin-top: 10px; }
.fall-line-explorer :is(.positions, .line) { overflow: auto hidden; }
.fall-line-explorer .step table { border-collapse: collapse; margin: 0; font-size: 13px; }
.fall-line-explorer .step :is(td, th) { padding: 1px 8px; text-align: right; border: none; font-variant-numeric: tabular-nums; white-space: nowrap; }
.fall-line-explorer .step th[scope="row"] { text-align: left; font-weight: 500; padding-left: 0; white-space: normal; }
.fall-line-explorer .step td.remark:empty { padding: 0; }
.fall-line-explorer .step .remark { white-space: normal; text-align: left; }
.fall-line-explorer h4 { margin: 8px 0 4px; font: 600 14px/1.4 var(--jp-content-font-family, sans-serif); }
.fall-line-explorer .line { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; margin: 3px 0; }
.fall-line-explorer .formula .katex-display { margin: 0; padding-right: 3px; overflow: visible; }
.fall-line-explorer .formula .katex { font-size: 1.2em; }
`;
