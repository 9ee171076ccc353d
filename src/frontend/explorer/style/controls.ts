import { AHEAD, WITHHOLDING } from "../withheld.ts";

/** Menus, fields, and what has the focus. */
export const CONTROLS = `
  .quiet { box-sizing: border-box; display: inline-flex; align-items: center; gap: 7px; border: none; background: none; color: var(--soft); padding: 6px 8px; border-radius: 8px; cursor: pointer; min-height: 36px; }
  .quiet:hover { color: var(--ink); }
  .quiet .icon { width: 17px; height: 17px; }
  .undo { color: var(--link); text-decoration: underline; text-underline-offset: 3px; }
  @container (max-width: 639px) {
    .top .label { display: none; }
    .top .quiet { min-width: 44px; min-height: 44px; justify-content: center; }
    .top .quiet .icon { width: 21px; height: 21px; }
  }

  :is(button, summary, input, .quiet):focus-visible, .menu:has(:focus-visible) .face { outline: 2.5px solid var(--link); outline-offset: 2px; }

  .menu { position: relative; display: inline-flex; }
  .menu select { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; color: var(--ink); background: var(--paper); font-size: 16px; }
  .menu .face { display: inline-flex; align-items: center; gap: 6px; border-radius: 6px; }
  .menu .icon { width: 14px; height: 14px; stroke-width: 2.4; }
  .menu.surface { font: 620 21px/1.3 var(--serif); min-height: 44px; align-items: center; }
  @container (min-width: 640px) { .menu.surface { min-height: 40px; } }
  .menu.surface .icon { width: 17px; height: 17px; }
  .menu.inline .face { border-bottom: 1.5px dotted var(--soft); border-radius: 0; gap: 3px; }
  .menu.inline .icon { display: none; }
  .menu.quantity { min-height: 24px; color: var(--soft); font-size: 13px; }
  .menu.quantity b { color: var(--ink); font-weight: 650; }
  .menu.quantity .icon { width: 11px; height: 11px; }
  .menu.add { flex: none; color: var(--soft); min-height: 36px; align-items: center; padding-inline: 16px; }
  .menu.add .face > .icon { display: none; }
  .menu.add .face span { display: inline-flex; align-items: center; gap: 9px; }
  .menu.add:hover { color: var(--ink); }

  ${WITHHOLDING} ${AHEAD} { display: none; }
  ${WITHHOLDING} input[type="range"] { --limit: 1 !important; }
`;
