import { addStyle } from "../../add-style.ts";
import { pinRules } from "./pin-style.ts";

const MAP = ".fall-line-place";

const STYLE = `
${MAP} { position: relative; height: clamp(210px, 46cqi, 330px); margin: 10px 0 0; overflow: hidden; border-radius: 10px; background: var(--sunken); cursor: crosshair;
  touch-action: manipulation; user-select: none; -webkit-user-select: none; }
${MAP}:has(.set) { cursor: default; }
${MAP} > :is(canvas, svg) { position: absolute; inset: 0; width: 100%; height: 100%; }
${MAP} text { fill: var(--ink); font: 650 13px var(--sans); paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; stroke-linejoin: round; }
${MAP} .mark { font: 12px var(--sans); }
${MAP} .name { font: italic 13px var(--serif); }
${MAP} .minimum { fill: var(--gold); stroke: var(--paper); stroke-width: 2.5; paint-order: stroke; }
${MAP} .start { fill: none; stroke: var(--ink); stroke-width: 3; }
${MAP} .path { fill: none; stroke-linejoin: round; }
${MAP} .path .line { stroke: var(--hue); stroke-width: 2.4; }
${MAP} .path .casing { stroke: var(--paper); stroke-width: 5.6; stroke-opacity: 0.85; }
${MAP} .path .crossing { stroke: var(--hue); stroke-width: 1.2; opacity: 0.2; }
${MAP} g text { fill: var(--hue-text); }
${MAP} .marker { fill: var(--hue); stroke: var(--paper); stroke-width: 2.6; paint-order: stroke; stroke-linejoin: round; }
${MAP} .line-of { fill: none; stroke-width: 2; }
${MAP} .line-of.guess { stroke: var(--link); stroke-dasharray: 5 4; }
${MAP} .line-of.truth { stroke: var(--hue); }
${MAP} .gap { fill: none; stroke: var(--ink); stroke-width: 1.8; }${pinRules(MAP)}
.fall-line-card .fall-line-numbers { margin-left: auto; display: flex; flex-wrap: wrap; gap: 4px 14px; }
.fall-line-card .fall-line-numbers label { margin: 0; gap: 8px; }
.fall-line-card .fall-line-numbers label span { min-width: 0; font: italic 16px var(--serif); }
.fall-line-card .fall-line-numbers input[type="text"] { width: 5.5em; }`;

/** Puts the rules of maps on which a place is pressed into the page, once. */
export function addPlaceStyle(): void {
  addStyle("fall-line-place-style", STYLE);
}
