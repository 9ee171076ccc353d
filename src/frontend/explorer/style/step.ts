const ARROWS = [1, 2, 3, 4];

/** A term and its arrow, where one of them has the pointer or the focus. */
const LIT = ARROWS.map(
  (k) => `
  &[data-lit="${k}"] .m-arrow:not([data-arrow="${k}"]) { opacity: 0.4; }
  &[data-lit="${k}"] .m-arrow[data-arrow="${k}"] .m-shaft { stroke-width: calc(1.33px * var(--width)); }
  &[data-lit="${k}"] .m-arrow[data-arrow="${k}"] { filter: drop-shadow(0 0 3px light-dark(var(--light), var(--dark))); }
  &[data-lit="${k}"] :is(.step-sums, .step-rows) [data-arrow="${k}"] { background-color: color-mix(in srgb, var(--tint) 13%, transparent) !important; }`,
).join("");

/** A single step: the magnified part, and its numbers on raised ground, where chips are tinted less, so that red on red is read. */
export const STEP = `
  .step-head .back { display: none; }
  .magnify { margin-left: auto; border-color: var(--rule); color: var(--soft); white-space: nowrap; }
  .lens { position: relative; margin-bottom: 8px; }
  .lens > svg { display: block; }
  .close, .back { display: grid; place-items: center; padding: 0; border: 1px solid var(--rule); border-radius: 50%; background: var(--paper); width: 32px; height: 32px; }
  .lens .close { position: absolute; right: 6px; top: 6px; }
  .lens .close .icon { width: 16px; height: 16px; }
  .step-sums { display: none; margin-bottom: 10px; }
  .sums { max-width: 100%; border-collapse: collapse; margin: 0; font-size: 15px; }
  .sums :is(th, td) { padding: 2px; border: none; background: none; text-align: right; font-weight: 400; white-space: nowrap; }
  .sums tbody th { color: var(--soft); font-family: var(--serif); text-align: left; padding: 2px 14px 2px 0; }
  .sums [data-arrow] { color: light-dark(var(--light), var(--dark)); }
  .sums thead [data-arrow] { font-weight: 650; font-size: 13px; }
  .sums td[data-arrow]:last-child { font-weight: 650; }
  .sums b { display: inline-block; min-width: 1.4em; border-radius: 1em; background: light-dark(var(--light), var(--dark)); color: var(--paper); text-align: center; line-height: 1.4; }
  .off-map { margin: 4px 0; color: var(--soft); }
  @media (pointer: coarse) { .lens .close { width: 44px; height: 44px; } .magnify { min-height: 44px; } }

  .step-numbers { min-width: 0; }
  .step-numbers .fall-line-worked { max-width: none !important; margin: 0 !important; --worked-size: 14px; --worked-gap: 2px; --worked-small: 13px; }
  .step-numbers .w-head { display: none !important; }
  .step-numbers .w-row { display: block !important; border: none !important; padding-bottom: 2px !important; }
  .step-numbers .w-says { width: auto !important; padding: 2px 0 !important; color: var(--soft); }
  .step-numbers .w-says span { display: inline !important; }
  .step-numbers .fall-line-worked .w-row .w-result { background: color-mix(in srgb, var(--hue) 9%, transparent); }
  .step-numbers .w-mark:focus-visible { outline: 2.5px solid var(--link); outline-offset: -1px; }

  &.single .map .path:not(.chosen), &.single .curve .path:not(.chosen) > :not(.rule-name) { opacity: 0.3; }
  ${LIT}

  @container (max-width: 639px) {
    &.single :is(.chips, .numbers, .standings) { visibility: hidden; }
    .step-numbers { height: 0; min-height: 100%; overflow-y: auto; box-sizing: border-box; padding: 14px 16px 16px; border-top: none; border-radius: 18px 18px 0 0; background: var(--raised); box-shadow: 0 -6px 20px #0002; }
    .lens .close { display: none; }
    .step-head { touch-action: none; }
    .step-sums { display: block; }
    .verdict { font-size: 14px; }
    .step-head .back { display: grid; flex: none; margin-left: auto; width: 44px; height: 44px; border: none; background: none; }
    .step-head { align-items: center; }
  }
  @container (min-width: 640px) { &.single .standings { display: none; } }
  @container (min-width: 640px) and (max-width: 879px) {
    .step-numbers { display: grid; grid-template: "head head" auto "lens rows" auto / minmax(0, 1fr) minmax(0, 1fr); column-gap: 24px; }
    .step-head { grid-area: head; }
    .lens { grid-area: lens; }
    .step-rows { grid-area: rows; min-width: 0; }
    .step-numbers:has(> .lens[hidden]) .step-rows { grid-column: 1 / -1; }
  }
`;
