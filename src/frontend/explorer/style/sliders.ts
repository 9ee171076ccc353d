/** Numbers to slide and to type: those of an explorer's rules, and above a chart. */
export const SLIDERS = `
  .typed { --dots: var(--soft); border: none; border-radius: 0; padding: 1px 0 3px;
    background: repeating-linear-gradient(90deg, var(--dots) 0 1.6px, transparent 1.6px 3.6px) left calc(50% + 0.72em) / 100% 1.5px no-repeat; text-align: right; font: 15px/1.3 var(--sans); min-width: 1.6ch; box-sizing: content-box; font-variant-numeric: inherit; }
  .typed[aria-invalid="true"] { --dots: var(--problem); color: var(--problem); }
  .problem { margin: 2px 0 0; color: var(--problem); font-size: 13px; }
  .problem:empty { display: none; }

  .slider { display: grid; grid-template-columns: 22px minmax(0, 1fr) auto; align-items: center; column-gap: 8px; }
  .slider .problem { grid-column: 1 / -1; }
  .slider .symbol { font-size: 1.12em; }
  .slider .typed { min-width: 44px; }
  @container (max-width: 639px) {
    .slider { min-height: 46px; column-gap: 12px; }
    .slider .typed { min-height: 44px; font-size: 17px; }
  }
`;
