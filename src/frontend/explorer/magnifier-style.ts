import { nameColours } from "../../figures/curve-ends.ts";
import { ARROWS, type Colours } from "../../figures/palette.ts";

const GROUND: Colours = { color: "#f3f3ec", dark: "#232a31" };

/** The colours of an arrow's name and its numbers, which are small, where the arrow itself has its own. */
export function textColours(colours: Colours): string {
  const { color, dark } = nameColours(colours, GROUND);
  return `--light:${color};--dark:${dark}`;
}

/** How the magnifier looks, in the explorer's colours; those of its arrows lie in --light and --dark. */
export const MAGNIFIER_STYLE = `
.fall-line-magnifier { overflow: visible; pointer-events: none; font-family: var(--sans);
  --ground: light-dark(${GROUND.color}, ${GROUND.dark}); }
.fall-line-magnifier .m-ground { fill: var(--ground); }
.fall-line-magnifier .m-edge { fill: none; stroke: var(--rule); stroke-width: 1; }
.fall-line-magnifier .m-frame { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.fall-line-magnifier :is(.m-arrow, .m-label) { pointer-events: auto; }
.fall-line-magnifier .m-contours { fill: none; stroke: light-dark(#5b6672, #93a3b3); stroke-width: 0.8; opacity: 0.45; }
.fall-line-magnifier [style] { --ink: light-dark(var(--light), var(--dark)); }
.fall-line-magnifier .m-been { fill: none; stroke: var(--ink); stroke-width: 2.2; opacity: 0.8; }
.fall-line-magnifier .m-here { fill: var(--ink); stroke: var(--paper); stroke-width: 1.2; }
.fall-line-magnifier .m-there { fill: none; stroke: var(--ink); stroke-width: 1.8; }
.fall-line-magnifier .m-casing { fill: none; stroke: var(--paper); stroke-width: calc(3.4px + 1px * var(--width)); stroke-linejoin: round; }
.fall-line-magnifier .m-shaft { fill: none; stroke: var(--ink); stroke-width: calc(1px * var(--width)); }
.fall-line-magnifier .m-head { fill: var(--ink); }
.fall-line-magnifier .m-dashed .m-shaft { stroke-dasharray: 9 3; }
.fall-line-magnifier .m-aside .m-shaft { stroke-dasharray: 2.2 2.6; }
.fall-line-magnifier .m-landing { fill: var(--paper); stroke: light-dark(${ARROWS.jump.color}, ${ARROWS.jump.dark}); stroke-width: 1.8; }
.fall-line-magnifier .m-rates { fill: light-dark(#1b55bd, #7aaaff); fill-opacity: 0.12; stroke: light-dark(#1b55bd, #7aaaff); stroke-width: 1.3; stroke-dasharray: 4 2; }
.fall-line-magnifier text { fill: var(--ink); font-size: 12.5px; paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
.fall-line-magnifier .m-zoom { fill: var(--soft); }
.fall-line-magnifier .m-rates-name { fill: light-dark(#1b55bd, #7aaaff); font-size: 11.5px; }
.fall-line-magnifier .m-label circle { fill: var(--ink); stroke: var(--paper); stroke-width: 1.5; }
.fall-line-magnifier .m-label .m-number { fill: var(--paper); stroke: none; font-weight: 700; font-size: 12px; }
.fall-line-magnifier .m-label .m-name { font-weight: 650; font-size: 13px; }
`;
