/** The step in numbers. */
export const STEP = `
  .step { min-width: 0; padding: 14px 18px; border-radius: 12px; background: var(--raised); }
  @container (max-width: 639px) { .step { margin: 12px; } }
  @container (min-width: 640px) { .step { margin-top: 12px; } }
  @container (min-width: 1000px) { .step { margin-top: 0; } }
  :is(.positions, .line) { overflow: auto hidden; }
  .step table { border-collapse: collapse; margin: 0; font-size: 13px; }
  .step :is(td, th) { padding: 1px 8px; text-align: right; border: none; white-space: nowrap; }
  .step th[scope="row"] { text-align: left; font-weight: 500; padding-left: 0; white-space: normal; }
  .step td.remark:empty { padding: 0; }
  .step .remark { white-space: normal; text-align: left; }
  h4 { margin: 8px 0 4px; font: 620 21px/1.3 var(--serif); }
  .step .line { display: flex; flex-wrap: wrap; gap: 0 8px; align-items: center; margin: 3px 0; }
  .formula .katex-display { margin: 0; padding-right: 3px; overflow: visible; }
  .step .formula .katex { font-size: 1.2em; }
`;
