import { addStyle } from "../../add-style.ts";

const SORT = ".fall-line-card .fall-line-sort";

const STYLE = `
.fall-line-card .fall-line-how { color: var(--soft); font-size: 14px; }
.fall-line-card .fall-line-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
${SORT} { margin: 4px 0 0; padding: 0; list-style: none; counter-reset: place; }
${SORT} > [data-line] { display: flex; align-items: center; min-height: 46px; margin: 6px 0 0; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--paper); cursor: grab; user-select: none; -webkit-user-select: none; }
${SORT} > [data-line]::before { counter-increment: place; content: counter(place); flex: none; width: 24px; margin-left: 10px; color: var(--soft);
  font-size: 13px; font-weight: 650; font-variant-numeric: tabular-nums; }
${SORT} .fall-line-grip { flex: none; display: grid; place-items: center; width: 44px; height: 44px; color: var(--soft); font-size: 18px; touch-action: none; }
${SORT} .fall-line-words { flex: 1; min-width: 0; min-height: 44px; padding: 6px 8px 6px 0; border: 0; border-radius: 8px; background: none; cursor: inherit;
  font: 17px/1.35 var(--serif); text-align: left; overflow-wrap: anywhere; }
${SORT} .fall-line-arrow { display: none; flex: none; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 8px; background: none; color: var(--link); font-size: 20px; }
${SORT} .fall-line-held { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); background: var(--raised); }
${SORT} .fall-line-held .fall-line-arrow { display: block; }
${SORT} .fall-line-dragged { border-color: var(--ink); background: var(--raised); cursor: grabbing; }
${SORT} .fall-line-left-out { margin: 14px 0 0; padding: 6px 0 0; border-top: 1px dashed var(--edge); color: var(--soft); font-size: 14px; font-weight: 650; }
${SORT} .fall-line-left-out ~ [data-line] { border-style: dashed; }
${SORT} .fall-line-left-out ~ [data-line]::before { counter-increment: none; content: "–"; }
.fall-line-card .fall-line-sorted .fall-line-grip, .fall-line-card .fall-line-sorted .fall-line-how { visibility: hidden; }
.fall-line-card .fall-line-sorted .fall-line-grip { width: 0; }
.fall-line-card .fall-line-sorted [data-line] { cursor: default; border-color: var(--rule); }
.fall-line-card .fall-line-sorted .fall-line-left-out { visibility: visible; }
@media print { .fall-line-card .fall-line-how, ${SORT} :is(.fall-line-grip, .fall-line-held .fall-line-arrow) { display: none; } }`;

/** Puts the rules of lines that are put in order into the page, once. */
export function addSorterStyle(): void {
  addStyle("fall-line-sorter-style", STYLE);
}
