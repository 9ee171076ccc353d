import { addStyle } from "../../add-style.ts";

const PAD = ".fall-line-sketch";

const STYLE = `
${PAD} { position: relative; height: clamp(230px, 40cqi, 300px); margin: 10px 0 0; overflow: hidden; cursor: crosshair; touch-action: none; user-select: none; -webkit-user-select: none; }
${PAD}:has(.set) { cursor: default; touch-action: auto; }
${PAD} > svg { position: absolute; inset: 0; width: 100%; height: 100%; }
${PAD} text { fill: var(--ink); font: 650 13px var(--sans); paint-order: stroke; stroke: var(--paper); stroke-width: 3.5px; stroke-linejoin: round; }
${PAD} .mark { fill: var(--soft); font: 12px var(--sans); }
${PAD} .rule { stroke: var(--rule); }
${PAD} path { fill: none; stroke-linejoin: round; }
${PAD} .curve .line { stroke: var(--hue); stroke-width: 2.4; }
${PAD} .truth .line { stroke-width: 3.2; }
${PAD} .curve text { fill: var(--hue-text); }
${PAD} .mine { stroke: var(--link); stroke-width: 3; }
${PAD} .yours text { fill: var(--link); }
${PAD} .gap { fill: var(--ink); fill-opacity: 0.09; }
${PAD} .handle { position: absolute; left: 0; top: 0; box-sizing: border-box; width: 18px; height: 18px; margin: -9px 0 0 -9px; border: 3px solid var(--paper); border-radius: 50%; background: var(--link); pointer-events: none; }
${PAD} .handle.set { display: none; }
.fall-line-card .fall-line-in-a-word { margin-left: auto; display: flex; flex-wrap: wrap; gap: 0 14px; align-items: center; color: var(--soft); }`;

/** Puts the rules of sheets on which a curve is drawn into the page, once. */
export function addSketchStyle(): void {
  addStyle("fall-line-sketch-style", STYLE);
}
