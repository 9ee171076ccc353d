/** Buttons, the bar that plays, and sliders: those of an explorer and of a film. */
export const TRANSPORT = `
  button, select, input, summary { font: inherit; color: inherit; }
  button { cursor: pointer; border: 1px solid var(--edge); border-radius: 999px; background: none; padding: 4px 14px; min-height: 32px; }
  button:hover { background: var(--raised); }
  .icon { width: 20px; height: 20px; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }
  .icon.filled { fill: currentColor; stroke: none; }

  .transport { display: flex; align-items: center; gap: 4px; min-height: 68px; padding-inline: 2px; }
  .transport button { display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border: none; border-radius: 50%; }
  .transport .play { width: 52px; height: 52px; margin-inline: 8px; background: var(--ink); color: var(--paper); }
  .transport .play:hover { background: var(--ink); opacity: 0.88; }
  .transport .play .icon { width: 26px; height: 26px; }
  .transport output { margin-left: 14px; color: var(--soft); font-size: 15px; white-space: nowrap; }
  .transport strong { margin-inline: 3px; color: var(--ink); font-size: 24px; font-weight: 650; }
  @container (max-width: 639px) {
    .transport { gap: 0; padding-inline: 8px; justify-content: space-between; min-height: 64px; }
    .transport button { width: 48px; height: 48px; }
    .transport .play { flex: none; width: 58px; height: 58px; margin-inline: 2px; }
    .transport output { margin-inline: 4px 6px; min-width: 92px; text-align: right; }
    .transport strong { font-size: 22px; }
  }

  input[type="range"] { appearance: none; margin: 0; padding: 0; height: 28px; min-width: 0; border-radius: 999px; cursor: pointer; touch-action: pan-y;
    --r: 9px; --track: 4px; --line: var(--hue); --rest: var(--sunken);
    background:
      linear-gradient(var(--line) 0 0) left center / calc(var(--r) + (100% - 2 * var(--r)) * var(--at)) calc(var(--track) + 1.4px) no-repeat,
      repeating-linear-gradient(135deg, var(--line) 0 1.5px, transparent 1.5px 5px) right center / calc((100% - 2 * var(--r)) * (1 - var(--limit, 1))) 9px no-repeat,
      linear-gradient(var(--rest) 0 0) center / 100% var(--track) no-repeat,
      linear-gradient(var(--edge) 0 0) center / 100% calc(var(--track) + 1.4px) no-repeat; }
  input[type="range"]::-webkit-slider-runnable-track { background: none; border: none; }
  input[type="range"]::-moz-range-track { background: none; border: none; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: calc(2 * var(--r)); height: calc(2 * var(--r)); border: 3px solid var(--line); border-radius: 50%; background: var(--paper); box-sizing: border-box; }
  input[type="range"]::-moz-range-thumb { width: calc(2 * var(--r)); height: calc(2 * var(--r)); border: 3px solid var(--line); border-radius: 50%; background: var(--paper); box-sizing: border-box; }
  input.knob[type="range"] { position: absolute; translate: 0 -50%; height: 44px; --r: 10px; --line: var(--ink); --rest: light-dark(#b9b6ac, #4b525b);
    background:
      linear-gradient(var(--line) 0 0) var(--r) center / calc((100% - 2 * var(--r)) * var(--at)) var(--track) no-repeat,
      linear-gradient(var(--rest) 0 0) center / calc(100% - 2 * var(--r)) var(--track) no-repeat; }
  .knob::-webkit-slider-thumb { background: var(--ink) !important; box-shadow: 0 0 0 2.5px var(--paper); }
  .knob::-moz-range-thumb { background: var(--ink) !important; box-shadow: 0 0 0 2.5px var(--paper); }
  @container (max-width: 639px) { input[type="range"] { height: 44px; --r: 14px; --track: 6px; } }
  @media (pointer: coarse) {
    input[type="range"] { height: 44px; --r: 14px; --track: 6px; }
    input.knob[type="range"] { --r: 13px; --track: 4px; }
  }
  @container (max-width: 639px) { input.knob[type="range"] { --track: 4px; --r: 10px; } }
  @media (pointer: coarse) { input.knob[type="range"] { --r: 13px; } }
  @media (pointer: coarse) { .transport button { min-width: 44px; min-height: 44px; } }
`;
