/** The rules: beside the map with all their sliders, on a phone as tabs. */
export const RULES = `
  .rule { position: relative; }
  .choose { display: flex; align-items: center; gap: 10px; min-width: 0; padding: 2px; border: none; border-radius: 6px; background: none; font: 650 15px/1.25 var(--sans); text-align: left; }
  .choose:hover { background: none; }
  @media (hover: hover) { .choose:hover { text-decoration: underline; text-underline-offset: 3px; } }
  .sample { width: 38px; height: 14px; flex: none; overflow: visible; }
  .sample .line { stroke: var(--hue); stroke-width: 2.6; fill: none; }
  .words { margin: 0; color: var(--soft); font-size: 13px; }
  .words strong { color: var(--ink); font-weight: 650; }
  .part { display: grid; place-items: center; cursor: pointer; }
  .part input { appearance: none; width: 20px; height: 20px; margin: 0; border: 1.5px solid var(--edge); border-radius: 5px; cursor: pointer; display: grid; place-items: center; }
  .part input:checked::after { content: ""; width: 5px; height: 10px; margin-top: -3px; border: solid var(--ink); border-width: 0 2.2px 2.2px 0; rotate: 42deg; }
  .cure { padding: 10px 12px; border-radius: 8px; background: var(--problem-ground); }
  .cure > div { margin: 0 0 8px; }
  .cure strong { color: var(--problem); }
  .cure button { border-color: var(--problem); color: var(--problem); font-weight: 650; }
  .rule.out :is(.sliders, .choose) { opacity: 0.6; }

  @container (max-width: 639px) {
    .rules { display: flex; flex-wrap: wrap; gap: 8px; padding-inline: 10px; }
    .rule { display: contents; }
    .choose { order: 0; flex: 1 1 92px; min-width: min-content; justify-content: center; min-height: 44px; padding: 4px 3px; gap: 4px; border: 1px solid var(--rule); border-radius: 10px; font-size: 12.5px; color: var(--soft); }
    .choose .sample { width: 15px; height: 12px; overflow: hidden; }
    .rules::after { content: ""; order: 1; flex-basis: 100%; margin-top: -8px; }
    .rule.chosen .choose { color: var(--ink); border-color: var(--ink); box-shadow: inset 0 -4px 0 var(--hue); background: var(--raised); }
    .rule:not(.chosen) :is(.words, .part, .sliders, .cure) { display: none; }
    .rules .add { order: 0; min-width: 44px; min-height: 44px; padding: 0; justify-content: center; border: 1px solid var(--rule); border-radius: 10px; }
    .rules .add .face .label { display: none; }
    .words { order: 2; flex: 1 1 calc(100% - 64px); align-self: center; font-size: 14px; }
    .part { order: 3; min-width: 44px; min-height: 44px; }
    .sliders { order: 4; flex: 1 1 100%; }
    .cure { order: 5; flex: 1 1 100%; }
    .cure button { min-height: 44px; }
  }

  @container (min-width: 640px) {
    .rules { display: flex; flex-direction: column; min-height: 0; }
    .rule { display: grid; grid-template: "choose part" auto "words words" auto "sliders sliders" auto "cure cure" auto / minmax(0, 1fr) auto; align-items: center; gap: 2px 10px; padding: 9px 8px 9px 15px; border-bottom: 1px solid var(--rule); flex: none; }
    .rule > .choose { grid-area: choose; }
    .rule > .part { grid-area: part; }
    .rule > .words { grid-area: words; }
    .rule > .sliders { grid-area: sliders; }
    .rule > .cure { grid-area: cure; margin-top: 6px; }
    .rule.chosen { background: var(--raised); border-radius: 10px; border-bottom-color: transparent; }
    .rule.chosen::before { content: ""; position: absolute; inset: 10px auto 10px 0; width: 4px; border-radius: 2px; background: var(--hue); }
  }

  @container (min-width: 640px) and (max-width: 1099px) {
    .rules { height: 0; min-height: 100%; overflow-y: auto; padding: 4px; margin: -4px; box-sizing: content-box; }
  }

  @container (min-width: 1000px) {
    .sliders { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); column-gap: 26px; }
    .slider:only-child { max-width: calc(50% - 13px); }
  }

  @container (min-width: 1100px) {
    .rules { max-height: var(--map-height); overflow-y: auto; padding: 4px; margin: -4px; flex: none; }
    .rule { grid-template: "choose now part" auto "past past past" auto "sliders sliders sliders" auto "cure cure cure" auto / auto minmax(0, 1fr) auto; padding-block: 7px; }
    .rule > .words { display: contents; }
    .words > span { color: var(--soft); font-size: 12.5px; }
    .words .now { grid-area: now; text-align: right; }
    .words .past { grid-area: past; }
    .words .joint { display: none; }
    .sliders { grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); }
  }
`;
