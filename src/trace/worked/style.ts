import { colourRules } from "../../tokens.ts";

/** How a worked step looks: it travels with what is drawn, and outweighs what a page says of tables. */
export const WORKED_STYLE = `
.fall-line-worked.fall-line-worked.fall-line-worked {
  ${colourRules(["paper", "ink", "soft", "rule", "link"])}
  container-type: inline-size; color: var(--ink); max-width: 46em; margin: 0.6em 0; text-align: left;
  font: 15px/1.35 var(--jp-content-font-family, var(--sans, system-ui, sans-serif));
  font-size: var(--worked-size, 15px); font-variant-numeric: tabular-nums lining-nums;
  .w-slope { --hue: light-dark(#c42021, #ff7d71); }
  .w-velocity { --hue: light-dark(#08714a, #2fd08e); }
  .w-jump { --hue: light-dark(#553311, #cfa173); }
  .w-moment { --hue: light-dark(#9a5200, #ffad42); }
  .w-square { --hue: light-dark(#1b55bd, #7aaaff); }
  .w-first { --hue: light-dark(#6b34a3, #dcb0ff); }
  .w-second { --hue: light-dark(#006a74, #3fd0dd); }
  .w-third { --hue: light-dark(#98205f, #ff9fd0); }
  :is(.w-point, .w-plain) { --hue: var(--ink); }
  p { margin: 0; }
  .w-head { display: flex; flex-wrap: wrap; align-items: center; gap: 0.1em 0.6em; padding-bottom: 0.6em; }
  .w-step { font: 620 1.4em/1.2 "Source Serif 4 Variable", "Source Serif 4", "Iowan Old Style", Charter, Georgia, serif; }
  .w-setting { color: var(--soft); margin-left: auto; }
  .w-rows { overflow-x: auto; outline-offset: 2px; }
  .w-rows:focus-visible { outline: 2.5px solid var(--link); }
  .w-row { --chip: 0.75em; display: flex; align-items: flex-start; gap: 0 0.9em; padding: var(--worked-gap, 0.55em) 0; border-top: 1px solid var(--rule); }
  .w-says { flex: none; width: 12.1em; padding-top: 0.35em; font-size: var(--worked-small, 0.95em); }
  .w-says span { display: block; }
  .w-says span + span { color: var(--soft); }
  table { border-collapse: separate; border-spacing: 0; border: none; margin: 0; flex: none; width: max-content; font: inherit; color: inherit; display: table; }
  :is(tr, td, th) { background: none; border: none; }
  :is(td, th) { padding: 0; font-weight: 400; white-space: pre; vertical-align: middle; text-align: right; color: inherit; max-width: none; }
  :is(.w-letter, .w-result, .w-number) { color: var(--hue); }
  .w-letter { padding: 0 0.12em; }
  thead :is(td, th) { text-align: center; font: 400 1.27em/1.45 KaTeX_Main, "STIX Two Text", Cambria, Georgia, serif; }
  i { font-family: KaTeX_Math, KaTeX_Main, "Source Serif 4 Variable", "STIX Two Text", Cambria, Georgia, serif; font-style: italic; }
  :is(sub, sup) { font-size: 0.68em; line-height: 0; font-family: KaTeX_Main, "STIX Two Text", Cambria, Georgia, serif; }
  .w-labels { width: calc(var(--label) + 0.6em); }
  .w-results { width: calc(var(--result) + 2 * var(--chip)); }
  .w-label { padding-right: 0.6em; color: var(--soft); }
  .w-result { padding: 0.05em var(--chip); background: color-mix(in srgb, var(--hue) 14%, transparent); }
  tbody .w-result { font-weight: 650; }
  thead .w-result { padding: 0; border-radius: 7px 7px 0 0; }
  tbody tr:last-child .w-result, tbody .w-result[rowspan] { border-radius: 0 0 7px 7px; padding-bottom: 0.3em; }
  .w-sign { padding: 0 0.22em; color: var(--soft); text-align: center; }
  .w-between { padding: 0 0.5em; }
  .w-equals { padding: 0 0.4em; }
  tbody .w-number { line-height: 1.5; }
  .w-number { padding: 0 0.33em; }
  .w-bracketed { padding: 0 0 0 0.15em; }
  .w-whole { border: solid currentColor; border-width: 0 1.5px; padding: 0 0.4em; background-clip: padding-box; }
  .w-whole.w-top { border-top-left-radius: 5px; border-top-right-radius: 5px; }
  .w-whole.w-bottom { border-bottom-left-radius: 5px; border-bottom-right-radius: 5px; }
  .w-mark { padding: 0.15em 0.5em 0; color: var(--hue); text-align: center; font-size: var(--worked-small, 0.88em); font-weight: 650; white-space: nowrap; }
  .w-mark:not(.w-own) { background: linear-gradient(var(--hue), var(--hue)) top / calc(100% - 0.5em) 2px no-repeat; }
  .w-mark.w-jump { background-image: repeating-linear-gradient(90deg, var(--hue) 0 6px, transparent 6px 9px); }
  .w-mark b { display: inline-block; min-width: 1.45em; border-radius: 1em; background: var(--hue); color: var(--paper); font-weight: 700; line-height: 1.45; }
  .w-besides { padding-top: 0.5em; border-top: 1px solid var(--rule); color: var(--soft); font-size: var(--worked-small, 0.95em); }
  .w-long .w-row { flex-direction: column; padding-bottom: 0.5em; }
  .w-long .w-says { width: 100%; padding: 0.1em 0 0.3em; }
  @container (max-width: 36em) {
    .w-row { --chip: 0.4em; flex-direction: column; padding-bottom: 0.5em; }
    .w-says { width: 100%; padding: 0.1em 0 0.3em; }
    .w-setting { margin-left: 0; flex-basis: 100%; }
    table { font-size: clamp(12px, 3.4cqw, 0.94em); }
    .w-sign { padding: 0 0.12em; }
    :is(.w-between, .w-equals) { padding: 0 0.3em; }
    .w-number { padding: 0 0.2em; }
    .w-long :is(.w-number, .w-sign) { padding: 0 0.06em; }
    .w-bracketed { padding: 0; }
    .w-label { padding-right: 0.35em; }
  }
  @media print { .w-rows { overflow: visible; } }
}
[data-jp-theme-light="false"] .fall-line-worked, .vscode-dark .fall-line-worked { color-scheme: dark; }
[data-jp-theme-light="true"] .fall-line-worked { color-scheme: light; }
@media print { .fall-line-worked.fall-line-worked { color-scheme: light; break-inside: avoid; } }
`;
