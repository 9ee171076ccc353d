/** Formula, sentence, share; on a phone they are rows of a sheet. */
export const SETTINGS = `
  .formula-field { display: flex; align-items: center; gap: 8px; min-width: 0; max-width: 100%; }
  .formula-shown { min-width: 0; overflow: hidden; white-space: nowrap; }
  .formula-field:has(.editor:not([hidden])) .formula-shown { flex: none; }
  .formula-shown .katex { font-size: 17px; }
  .pencil { display: grid; place-items: center; width: 32px; height: 32px; padding: 0; border: none; border-radius: 8px; color: var(--soft); }
  .pencil .icon { width: 17px; height: 17px; stroke-width: 1.7; }
  .editor { position: relative; flex: 1 1 260px; font: 15px/1.4 var(--mono); }
  .editor :is(.expression, .marks) { width: 100%; box-sizing: border-box; padding: 6px 12px; font: inherit; white-space: pre; }
  .expression { border: 1px solid var(--edge); border-radius: 8px; background: var(--paper); }
  .expression[aria-invalid="true"] { border-color: var(--problem); }
  .marks { position: absolute; inset: 1px; overflow: hidden; color: transparent; pointer-events: none; }
  .marks u { text-decoration: underline wavy var(--problem) 1.5px; text-underline-offset: 3px; }
  .fault { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; margin-bottom: 12px; padding: 8px 12px; border-radius: 8px; background: var(--problem-ground); }
  .fault .still-good { flex-basis: 100%; margin: 0; color: var(--soft); }
  .fault button { border-color: var(--problem); color: var(--problem); font-weight: 650; }
  .still-good button { border: none; padding: 0; color: var(--link); font-weight: inherit; text-decoration: underline; text-underline-offset: 3px; }
  .fault details { margin-left: auto; color: var(--soft); }
  .fault details[open] { flex-basis: 100%; margin: 0; }
  .fault details div { margin: 4px 0 0; font-family: var(--mono); font-size: 13px; }
  .fault summary { cursor: pointer; }

  .sentence { text-align: right; max-width: calc(100% - 396px); }
  @container (min-width: 880px) and (max-width: 1099px) { .sentence { grid-area: sentence; max-width: none; } }
  .sentence .row-name { display: none; }
  .sentence .part-of-it { display: inline-block; }
  .sentence .joint { white-space: pre-wrap; }
  .sentence .typed { min-width: 0; font: inherit; text-align: center; }
  .sentence .menu { vertical-align: baseline; }

  .share { position: relative; }
  details.share.share.share { margin: 0; padding: 0; border: none; }
  .share summary { list-style: none; }
  .share summary::-webkit-details-marker { display: none; }
  .panel { display: flex; flex-direction: column; gap: 2px; }
  .panel button { border: none; border-radius: 8px; text-align: left; min-height: 40px; }
  .panel :is(.said, .copied) { margin: 4px 14px; }
  .panel .said:empty { display: none; }
  .copied { border: 1px solid var(--rule); border-radius: 6px; padding: 4px 8px; background: var(--raised); font: 13px var(--mono); }
  .actions .panel { position: absolute; z-index: 5; right: 0; top: 100%; min-width: 210px; padding: 6px; border: 1px solid var(--rule); border-radius: 12px; background: var(--paper); box-shadow: 0 6px 24px #00000026; }

  .sheet { position: fixed; inset: auto 0 0; width: auto; max-width: none; max-height: 82vh; margin: 0; padding: 22px 18px 18px; box-sizing: border-box; border: none; border-radius: 18px 18px 0 0; background: var(--paper); color: inherit; font-size: 16px; overflow: auto; box-shadow: 0 -6px 30px #00000040; }
  .sheet::before { content: ""; position: absolute; left: calc(50% - 20px); top: 9px; width: 40px; height: 5px; border-radius: 3px; background: var(--edge); }
  .sheet::backdrop { background: #0000002e; }
  .sheet :is(.formula-field, .part-of-it, .share) { display: flex; flex-wrap: wrap; align-items: center; justify-content: flex-end; gap: 4px 8px; min-height: 48px; border-bottom: 1px solid var(--rule); }
  .sheet .formula-field::before { content: "Formula"; }
  .sheet .formula-field::before, .sheet .row-name { margin-right: auto; color: var(--soft); }
  .sheet .formula-field:has(.editor[hidden]) .formula-shown { order: 1; flex-basis: 100%; margin-bottom: 8px; white-space: normal; }
  .sheet .editor { flex-basis: 100%; margin-bottom: 8px; }
  .sheet :is(.pencil, .typed, .part-of-it .quiet) { min-width: 44px; min-height: 44px; }
  .sheet .menu { min-height: 44px; align-items: center; }
  .sheet .fault { margin: 8px 0; }
  .sheet .sentence { max-width: none; text-align: left; }
  .sheet .row-name { display: inline; }
  .sheet .joint { display: none; }
  .sheet .share { display: block; border-bottom: none; }
  .sheet summary { min-height: 48px; padding-inline: 0; }
  .sheet .panel button { min-height: 48px; padding-inline: 0; }
`;
