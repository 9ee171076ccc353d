/**
 * Where things stand, by the width that the explorer has: a phone, a column beside text, a wide page. What is read beside the map
 * lies in a place of the grid and is no part of it itself, so that a browser lays out this alone when a number of it changes.
 */
export const LAYOUT = `
  container-type: inline-size;
  max-width: 1760px;
  margin-inline: auto;
  color: var(--ink);
  scrollbar-color: var(--edge) transparent;
  font: 14px/1.45 var(--sans);
  font-variant-numeric: lining-nums tabular-nums;
  outline: none;
  position: relative;

  [hidden] { display: none !important; }

  .body {
    display: grid;
    grid-template: "top" "map" "curve" "transport" "chips" "numbers" "below" / minmax(0, 1fr);
    --map-height: clamp(220px, 74.9cqw, 420px);
    --side: 16px;
  }
  .top { grid-area: top; }
  .map { grid-area: map; height: var(--map-height); }
  .curve { grid-area: curve; }
  .transport, .sentence { grid-area: transport; }
  .chips { grid-area: chips; }
  :is(.beside, .readout) { display: contents; }
  .numbers { grid-area: numbers; }
  .standings { grid-area: below; }
  .step-numbers { grid-area: chips / chips / below / below; z-index: 1; }
  .unseen { position: absolute; left: 0; top: 0; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .top { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 46px; padding-inline: var(--side); }
  .title, .actions, .resetting { display: flex; align-items: center; gap: 4px 20px; }
  .title { flex-wrap: wrap; min-width: 0; }

  @container (min-width: 640px) {
    .body {
      grid-template: "top" "chips" "map" "transport" "curve" "beside" / minmax(0, 1fr);
      --map-height: clamp(300px, 56.25cqw, 560px);
      --side: 2px;
    }
    .top { min-height: 40px; margin-top: 10px; }
    .top .more { display: none; }
    .sentence { justify-self: end; align-self: center; }
    .beside { grid-area: beside; display: block; position: relative; height: 460px; margin-top: 12px; border-radius: 12px; background: var(--raised); }
    .readout { display: block; contain: strict; position: absolute; inset: 0; overflow-y: auto; padding: 12px 16px; }
  }

  @container (min-width: 880px) {
    .body {
      grid-template: "top top" "chips chips" "map beside" "transport beside" "curve beside" "sentence beside" / minmax(0, 59fr) minmax(400px, 41fr);
      column-gap: 28px;
      --map-height: clamp(330px, 33.2cqw, 585px);
    }
    .beside { height: auto; margin-top: 0; }
  }
`;

/** On paper stands what is read; it comes last, for it hides what other rules lay out. */
export const ON_PAPER = `
  @media print {
    .transport, .actions, .sentence, .knob, .add, .pencil, .to-single, .lens .close { display: none; }
    .beside.beside { height: auto; }
    .readout.readout { contain: none; position: static; overflow: visible; }
    .step-numbers.step-numbers { height: auto; overflow: visible; }
  }
`;
