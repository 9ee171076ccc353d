/** The map and the curve. */
export const PICTURES = `
  :is(.map, .curve) { contain: strict; }
  .map { position: relative; overflow: hidden; touch-action: pan-y pinch-zoom; user-select: none; background: var(--sunken); }
  @container (min-width: 640px) { .map { border-radius: 10px; } }
  .map::after { content: ""; position: absolute; inset: 0; border: 1px solid light-dark(#8d969f80, #7d869280); border-radius: inherit; pointer-events: none; }
  .map > :is(canvas, svg, .map-words) { position: absolute; inset: 0; width: 100%; height: 100%; }
  .map .map-words { pointer-events: none; }

  .axes path { stroke: var(--soft); stroke-width: 1; }
  .axes text { fill: var(--ink); font: 12px var(--sans); paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
  .axes .name { font: italic 13px var(--serif); }
  .map .minimum { fill: var(--gold); stroke: var(--paper); stroke-width: 2.5; paint-order: stroke; }

  .path { fill: none; stroke-linejoin: round; stroke-linecap: butt; }
  .path .line { stroke: var(--hue); stroke-width: 2.4; }
  .path .casing { stroke: var(--paper); stroke-width: 5.6; stroke-opacity: 0.85; stroke-linejoin: bevel; }
  .path .steps { fill: var(--hue); }
  .path .to-come { stroke: var(--hue); stroke-width: 1.6; stroke-opacity: 0.46; }
  .path .crossing { stroke: var(--hue); stroke-width: 1.2; stroke-opacity: 0.2; }
  .path .exit { stroke-width: 3.2; }
  .path .casing.exit { stroke-width: 7; }
  .marker { fill: var(--hue); stroke: var(--paper); stroke-width: 2.6; paint-order: stroke; stroke-linejoin: round; }
  .marker.open { fill: var(--paper); stroke: var(--hue); stroke-width: 2; paint-order: normal; }
  .targets .target { fill: none; stroke: transparent; pointer-events: stroke; cursor: pointer; }

  .start { position: absolute; left: 0; top: 0; width: 44px; height: 44px; margin: -22px; border-radius: 50%; cursor: grab; touch-action: none; outline: none; }
  .start.held { cursor: grabbing; }
  .start svg { position: absolute; left: 50%; top: 50%; width: 60px; height: 60px; margin: -30px; pointer-events: none; }
  .start :is(.ring, .casing, .chevron) { fill: none; stroke-linecap: round; stroke-linejoin: round; }
  .start .casing { stroke: var(--paper); stroke-width: 5.6; }
  .start .ring { stroke: var(--ink); stroke-width: 3; fill: light-dark(#fffefb59, #15181c59); }
  .start .chevron { stroke: var(--ink); stroke-width: 2.2; }
  .start:focus-visible .ring { stroke: var(--link); }
  .start:focus-visible { box-shadow: inset 0 0 0 2.5px var(--link); }
  .start-label, .start-pill, .map-words .exit { position: absolute; left: 0; top: 0; margin: 0; white-space: nowrap; pointer-events: none; }
  .start-label { margin: -30px 0 0 25px; font: 650 13px/1.4 var(--sans); text-shadow: 0 0 2px var(--paper), 0 0 3px var(--paper), 0 0 4px var(--paper), 0 0 5px var(--paper); }
  .start-label.left { margin-left: -25px; translate: -100% 0; }
  .start.held ~ .start-label { visibility: hidden; }
  .start-pill { translate: -50% -50%; padding: 6px 14px; border-radius: 999px; background: var(--ink); color: var(--paper); font: 650 16px/1.3 var(--sans); }
  @media (pointer: coarse) {
    .start { width: 88px; height: 88px; margin: -44px; }
    .start svg { width: 82px; height: 82px; margin: -41px; }
    .start-label { margin-left: 32px; }
    .start-label.left { margin-left: -32px; }
    .start.held { background: radial-gradient(circle, light-dark(#23262b2e, #e4e3de2e) 45%, transparent 46%); }
  }

  .map-words .exit { padding: 3px 11px; border: 1.5px solid var(--hue, var(--ink)); border-radius: 999px; background: var(--paper); font: 600 13px/1.4 var(--sans); }
  .map-words .exit.left { translate: -100% 0; }
  @container (max-width: 639px) { .start-label, .map-words .who { display: none; } }
  .map.stale :is(canvas, svg, .start, .start-label) { opacity: 0.38; }
  .map.stale .map-words { visibility: hidden; }

  .curve { position: relative; height: 94px; touch-action: pan-y pinch-zoom; user-select: none; }
  @container (min-width: 640px) { .curve { height: 160px; } }
  .curve > svg { position: absolute; inset: 0; width: 100%; height: 100%; cursor: pointer; overflow: visible; }
  .curve rect { fill: var(--raised); }
  .curve .grid { stroke: var(--rule); }
  .curve text { fill: var(--soft); font: 12px var(--sans); }
  .curve .path .line { stroke-width: 2.2; }
  .curve .rule-name { fill: var(--hue-text); font: 650 13px var(--sans); }
  .curve .flag, .curve .off { fill: var(--hue); }
  .curve .flag { stroke: var(--hue); stroke-width: 1.4; }
  .curve .flag.to-come { fill-opacity: 0.4; stroke-opacity: 0.4; stroke-width: 1.4; }
  .curve text.off { fill: var(--ink); stroke: none; font-weight: 600; paint-order: stroke; }
  .curve .off.to-come { stroke: none; fill-opacity: 0.46; }
  .curve .path:not(.chosen) text.off { display: none; }
  .curve .cursor path { stroke: var(--ink); stroke-width: 1.6; }
  .curve .cursor text { fill: var(--ink); font-weight: 650; }
  .curve .menu { position: absolute; top: 6px; }
  @container (max-width: 639px) { .curve .menu { left: 44px; right: auto !important; top: -2px; } .curve .menu select { height: 44px; } .curve text.off { display: none; } }
`;
