/** Where things stand, by the width that the explorer has: a phone, a column beside text, a wide page. */
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
    grid-template: "top" "fault" "map" "curve" "transport" "rules" "step" / minmax(0, 1fr);
    --map-height: clamp(250px, 82.5cqw, 420px);
    --side: 12px;
  }
  .top { grid-area: top; }
  .fault { grid-area: fault; }
  .map { grid-area: map; height: var(--map-height); }
  .curve { grid-area: curve; }
  .transport, .sentence { grid-area: transport; }
  .beside { display: contents; }
  .rules { grid-area: rules; }
  .step-numbers { grid-area: step; }
  .unseen { position: absolute; left: 0; top: 0; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  .top { display: flex; align-items: center; justify-content: space-between; gap: 12px; min-height: 44px; padding-inline: var(--side); }
  .title, .actions, .resetting { display: flex; align-items: center; gap: 4px 20px; }
  .title { flex-wrap: wrap; min-width: 0; }

  @container (min-width: 640px) {
    .body {
      grid-template: "top top" "fault fault" "map rules" "transport transport" "curve curve" "step step" / minmax(0, 472fr) minmax(0, 240fr);
      column-gap: 16px;
      --map-height: clamp(340px, 55cqw, 480px);
      --side: 2px;
    }
    .top .more { display: none; }
    .sentence { justify-self: end; align-self: center; }
  }

  @container (min-width: 1000px) {
    .body {
      grid-template: "top top" "fault fault" "map rules" "transport rules" "curve rules" "step step" / minmax(0, 640fr) minmax(0, 400fr);
      column-gap: 28px;
      --map-height: clamp(400px, 39.4cqw, 560px);
    }
  }

  @container (min-width: 1100px) {
    .body { grid-template: "top top" "fault fault" "map beside" "transport beside" "curve beside" "rest beside" 1fr / minmax(0, 640fr) minmax(0, 480fr); }
    .beside { grid-area: beside; display: flex; flex-direction: column; gap: 20px; min-width: 0; }
  }
`;

/** On paper stands what is read; it comes last, for it hides what other rules lay out. */
export const ON_PAPER = `
  @media print {
    .transport, .actions, .sentence, .knob, .add, .pencil { display: none; }
  }
`;
