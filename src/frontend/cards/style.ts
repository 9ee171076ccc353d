import { schemeRules, tokenRules } from "../../tokens.ts";
import { addStyle } from "../add-style.ts";

const CARD = ".fall-line-card";

/** Buttons, fields and focus. */
const CONTROLS = `
${CARD} button { font: inherit; color: inherit; cursor: pointer; }
${CARD} :is(button, input, a, [tabindex]):focus-visible { outline: 2.5px solid var(--link); outline-offset: 2px; }
${CARD} button:disabled { cursor: default; }
${CARD} .fall-line-act { min-height: 44px; padding: 0 18px; border: 0; border-radius: 10px; background: var(--ink); color: var(--paper); font-weight: 650; }
${CARD} .fall-line-quiet { min-height: 44px; padding: 0 4px; border: 0; border-radius: 6px; background: none; color: var(--link); }
${CARD} .fall-line-quiet:hover { text-decoration: underline; text-underline-offset: 3px; }
${CARD} label { display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; margin: 6px 0; }
${CARD} label span { min-width: 11em; }
${CARD} input[type="text"] { box-sizing: border-box; width: 9em; min-height: 44px; padding: 0 12px; border: 1px solid var(--edge); border-radius: 10px;
  background: var(--paper); color: inherit; font: inherit; font-variant-numeric: tabular-nums; }
${CARD} input[type="text"]:disabled { border-color: var(--rule); background: var(--raised); }`;

const OPTIONS = `
${CARD} .fall-line-option { box-sizing: border-box; display: flex; gap: 12px; align-items: center; width: 100%; min-height: 48px; margin: 8px 0 0; padding: 8px 14px;
  border: 1px solid var(--edge); border-radius: 10px; background: none; color: var(--ink); font-size: 16px; line-height: 1.35; text-align: left; }
${CARD} .fall-line-option:is(:hover, :focus-visible):enabled { border-color: var(--ink); background: var(--raised); }
${CARD} .fall-line-letter { flex: none; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; background: var(--sunken); font-size: 13px; font-weight: 650; }
${CARD} .fall-line-words { flex: 1; min-width: 0; overflow-wrap: anywhere; }
${CARD} .fall-line-reason { display: block; margin-top: 2px; color: var(--soft); font-size: 14px; }
${CARD} .fall-line-tag { flex: none; padding: 3px 10px; border-radius: 999px; background: var(--sunken); font-size: 13px; font-weight: 650; }
${CARD} .fall-line-option:disabled { border-color: var(--rule); }
${CARD} .fall-line-option.fall-line-right { padding: 6.5px 12.5px; border: 2.5px solid var(--right); }
${CARD} .fall-line-right .fall-line-text { font-weight: 650; }
${CARD} .fall-line-right .fall-line-tag { background: var(--right-ground); color: var(--right); }
${CARD} :is(.fall-line-right .fall-line-letter, .fall-line-tick) { background: var(--right); color: var(--paper); }
${CARD} .fall-line-tick { flex: none; display: grid; place-items: center; width: 28px; height: 28px; border-radius: 50%; }
@container (max-width: 430px) {
  ${CARD} .fall-line-option { flex-wrap: wrap; }
  ${CARD} .fall-line-words { flex-basis: calc(100% - 60px); }
  ${CARD} .fall-line-option .fall-line-tag { margin-left: 40px; }
}`;

/** What is said about an answer. */
const RESULT = `
${CARD} .fall-line-answer { margin: 10px 0 0; border-radius: 10px; }
${CARD} .fall-line-answer:focus-visible { outline-offset: 5px; }
${CARD} .fall-line-answer > :first-child { margin-top: 0; }
${CARD} .fall-line-headline { font-weight: 650; }
${CARD} [data-outcome="right"] > .fall-line-headline { display: flex; gap: 12px; align-items: center; padding: 12px 16px; border-radius: 10px; background: var(--right-ground); font-size: 17px; }
${CARD} :is([data-outcome="crashed"], [data-outcome="took too long"]) > .fall-line-headline { padding: 12px 16px; border-radius: 10px; background: var(--problem-ground); color: var(--problem); }
${CARD} .fall-line-said { display: grid; grid-template-columns: 1fr 1fr; margin: 10px 0 0; border-radius: 10px; background: var(--note-ground); }
${CARD} .fall-line-said > div { padding: 12px 16px; overflow-wrap: anywhere; }
${CARD} .fall-line-said > div + div { border-left: 1px solid var(--paper); }
${CARD} .fall-line-said > div > div { margin-top: 4px; font-size: 17px; font-weight: 650; line-height: 1.3; }
${CARD} .fall-line-named { margin: 12px 0 0; padding: 12px 16px; border-radius: 10px; background: var(--note-ground); }
${CARD} .fall-line-named strong { display: block; margin-top: 4px; font-size: 16px; }
${CARD} :is(.fall-line-said strong, .fall-line-named span, legend) { color: var(--soft); font-size: 14px; font-weight: 650; }
${CARD} .fall-line-evidence:not(:empty) { margin-top: 14px; padding-top: 6px; border-top: 1px solid var(--rule); }
${CARD} .fall-line-evidence:focus-visible { outline-offset: 6px; }`;

const BLOCKS = `
${CARD} p { margin: 8px 0; }
${CARD} :is(.fall-line-lines, .fall-line-prompt) { white-space: pre-line; }
${CARD} ul { margin: 4px 0; padding-left: 1.3em; }
${CARD} pre { white-space: pre-wrap; word-break: normal; overflow-wrap: anywhere; margin: 8px 0; font-size: 14px; }
${CARD} .fall-line-equations { display: flex; flex-wrap: wrap; gap: 8px 28px; margin: 10px 0; }
${CARD} .fall-line-equations > div { flex: 1 1 16em; }
${CARD} .fall-line-equations > div > div { font-family: var(--serif); font-size: 1.05em; }
${CARD} .fall-line-beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr)); gap: 4px 28px; }
${CARD} fieldset { min-width: 0; border: 0; padding: 0; margin: 10px 0 0; }
${CARD} legend { padding: 0; }
${CARD} fieldset label { flex-wrap: nowrap; min-height: 44px; margin: 0; cursor: pointer; }
${CARD} fieldset input { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--link); }
${CARD} table { border-collapse: collapse; margin: 8px 0; font-variant-numeric: tabular-nums; }
${CARD} :is(th, td) { padding: 4px 9px; border: 0; text-align: right; vertical-align: baseline; }
${CARD} th { color: var(--soft); font-size: 13px; font-weight: 650; }
${CARD} :is(th, td):first-child { padding-left: 0; text-align: left; }
${CARD} .fall-line-name .fall-line-lines:has(+ table) { color: var(--soft); font-weight: 650; }`;

const STYLE = `
.fall-line-card-room { container-type: inline-size; }
${CARD} { ${tokenRules()}
  box-sizing: border-box; max-width: 740px; margin: 4px 0; padding: 18px 20px 14px; border: 1px solid var(--rule); border-radius: 14px;
  background: var(--paper); color: var(--ink); font: 15px/1.5 var(--sans); overflow-wrap: break-word; }
${schemeRules(CARD)}
${CARD} h3 { margin: 0; font: 620 21px/1.25 var(--serif); color: inherit; }
${CARD} .fall-line-prompt { margin: 6px 0 4px; font-size: 16px; }
${CARD} [hidden] { display: none !important; }
${CARD} .fall-line-row { display: flex; flex-wrap: wrap; gap: 4px 22px; align-items: center; min-height: 44px; margin-top: 8px; }
${CARD} .fall-line-note { margin-left: auto; color: var(--soft); font-size: 14px; }
@media (pointer: coarse) { ${CARD} .fall-line-keys { display: none; } }
${CONTROLS}${OPTIONS}${RESULT}${BLOCKS}
@media print { ${CARD} .fall-line-row { display: none; } }`;

/** Puts the rules of cards into the page, once. */
export function addCardStyle(): void {
  addStyle("fall-line-card-style", STYLE);
}
