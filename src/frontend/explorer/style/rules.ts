/** The rules in one row, and what the panel has of them: the numbers of the chosen one, and all by their losses. */
export const RULES = `
  .chips { display: flex; align-items: center; gap: 6px; min-width: 0; }
  .chip-row { display: flex; gap: 6px; min-width: 0; padding: 3px; margin: -3px; overflow-x: auto; scrollbar-width: none; mask-image: linear-gradient(90deg, transparent, #000 var(--left, 0px), #000 calc(100% - var(--right, 0px)), transparent); }
  .chip { display: flex; flex: none; align-items: center; gap: 8px; height: 38px; padding: 0 12px 0 10px; border: 1px solid var(--rule); border-radius: 10px; font: 650 14px/1.25 var(--sans); }
  .chip.chosen { border-color: var(--ink); background: var(--raised); box-shadow: inset 0 -4px 0 var(--hue); }
  .chip.out { border-style: dashed; color: var(--soft); font-weight: 400; }
  .chip.out .sample { opacity: 0.4; }
  .sample { width: 28px; height: 14px; flex: none; overflow: hidden; }
  .sample .line { stroke: var(--hue); stroke-width: 2.6; fill: none; }

  .numbers { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: 8px 18px; padding-bottom: 10px; }
  .sliders { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 2px 20px; }
  .slider:only-child { max-width: 240px; }
  .part { display: flex; align-items: center; gap: 8px; min-height: 30px; color: var(--soft); cursor: pointer; white-space: nowrap; }
  .part input { appearance: none; width: 20px; height: 20px; margin: 0; border: 1.5px solid var(--edge); border-radius: 5px; cursor: pointer; display: grid; place-items: center; }
  .part input:checked::after { content: ""; width: 5px; height: 10px; margin-top: -3px; border: solid var(--ink); border-width: 0 2.2px 2.2px 0; rotate: 42deg; }
  details.more-numbers.more-numbers { margin: 0; padding: 0; border: none; background: none; }
  .more-numbers summary { min-height: 28px; width: fit-content; color: var(--soft); line-height: 28px; cursor: pointer; }
  .cure { grid-column: 1 / -1; }
  .cure > div { margin: 0 0 8px; font-size: 15px; }
  .cure button { margin: 0 8px 6px 0; border-color: var(--problem); color: var(--problem); font-weight: 650; min-height: 36px; }

  :is(.standings, .step-numbers) { padding-top: 12px; border-top: 1px solid var(--rule); }
  .step-head { display: flex; align-items: baseline; gap: 10px; min-height: 32px; }
  .step-name { font: 620 19px/1.3 var(--serif); white-space: nowrap; }
  .step-head .column { margin-left: auto; padding-right: 8px; color: var(--soft); font-size: 13px; }
  .verdict { color: var(--soft); font-size: 15px; }
  .by-loss { margin: 0; padding: 0; list-style: none; }
  .standing { display: flex; align-items: center; gap: 2px 8px; min-height: 38px; box-sizing: border-box; margin: 0; padding: 2px 6px; border-top: 1px solid var(--rule); }
  .standing.chosen { background: var(--sunken); }
  .standing .who { font-weight: 650; white-space: nowrap; }
  .standing .words { margin: 0; flex: 1; color: var(--soft); font-size: 13px; line-height: 1.25; }
  .standing .loss { font-size: 14px; text-align: right; white-space: nowrap; }
  .nothing { margin: 8px 0; }
  .to-single { margin: 8px 0 12px; padding: 4px 0; border: none; color: var(--link); font-size: 15px; }
  .to-single::before { content: "‹"; padding: 0 10px 0 8px; font-size: 20px; line-height: 0; }
  .to-single:hover { background: none; text-decoration: underline; text-underline-offset: 3px; }
  .lines { padding-top: 10px; border-top: 1px solid var(--rule); overflow-x: auto; }
  .lines:empty { display: none; }
  .lines .whose { display: flex; align-items: center; gap: 10px; margin: 0 0 6px; font-size: 15px; }
  .lines .says { margin: 4px 0 0; color: var(--soft); font-size: 13px; }
  .lines .katex { font-size: 19px; }

  @container (max-width: 639px) {
    .chips { padding-inline: 16px; }
    .chip { height: 44px; }
    .chips .add { min-width: 44px; min-height: 44px; padding: 0; justify-content: center; border: 1px solid var(--rule); border-radius: 10px; }
    .chips .add .face .label { display: none; }
    .numbers { grid-template-columns: minmax(0, 1fr); padding: 6px 16px 8px; }
    .sliders { grid-template-columns: minmax(0, 1fr); }
    .slider:only-child { max-width: none; }
    .part { min-height: 44px; }
    .cure button, .to-single { min-height: 44px; }
    .more-numbers summary { min-height: 44px; min-width: 44px; line-height: 44px; }
    .standings { margin-inline: 16px; }
  }
  @container (max-width: 639px) or ((min-width: 880px) and (max-width: 1099px)) {
    .standing { flex-wrap: wrap; }
    .standing .words { order: 1; flex-basis: 100%; padding-left: 38px; }
    .standing .loss { margin-left: auto; }
  }
  @container (min-width: 640px) { .chips { margin: 6px 0 12px; } }
`;
