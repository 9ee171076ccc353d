import { EquationError, InputError } from "../../errors.ts";
import { sentence } from "../../sentence.ts";
import { ELEMENTWISE } from "../../math/functions.ts";
import { nearest } from "../../nearest.js";

/** What is wrong with a formula, in words for the one who types it. */
export interface FormulaFault {
  readonly words: string;
  /** Where in the text, in characters from 0. */
  readonly from: number;
  readonly to: number;
  /** What to write in that place, where it can be told. */
  readonly cure?: string;
}

/** What is wrong with a text that could not be read as a formula in two variables. */
export function formulaFault(text: string, error: InputError): FormulaFault {
  const whole = { from: 0, to: text.length };
  if (text.trim() === "") return { words: "Write a formula in x and y, such as x^2 + y^2.", ...whole };
  if (!(error instanceof EquationError)) return { words: sentence(error.fault), ...whole };
  const place = { from: error.position, to: error.position + error.length };
  const name = /^there is no function (\w+)/.exec(error.complaint.what)?.[1];
  if (name !== undefined) {
    const cure = nearest(name, ELEMENTWISE);
    return { words: `There is no function ${name}.`, ...place, ...(cure === undefined ? {} : { cure }) };
  }
  return syntaxFault(text) ?? { words: sentence(error.complaint.what), ...place };
}

/** The usual slips of someone who is still typing. */
function syntaxFault(text: string): FormulaFault | undefined {
  const brackets = bracketsOf(text);
  if (brackets.unopened !== undefined)
    return {
      words: "A bracket is closed here that was not opened.",
      from: brackets.unopened,
      to: brackets.unopened + 1,
    };
  const trailing = /([-+*/^,])(?=\s*$)/.exec(text);
  const empty = text.includes("**") ? null : /([-+*/^(,])\s*[*/^),]/.exec(text);
  const missing = trailing ?? empty;
  if (missing !== null)
    return {
      words: `Something is missing after ${missing[1]!.replace("-", "−")}.`,
      from: missing.index,
      to: missing.index + missing[0].length,
    };
  if (brackets.open !== undefined)
    return { words: "A bracket is still open.", from: brackets.open, to: brackets.open + 1 };
  return undefined;
}

/** Where the last bracket stands that is not closed, and the first that was not opened. */
function bracketsOf(text: string): { open?: number; unopened?: number } {
  const open: number[] = [];
  for (const { 0: bracket, index } of text.matchAll(/[()]/g)) {
    if (bracket === "(") open.push(index);
    else if (open.pop() === undefined) return { unopened: index };
  }
  return open.length === 0 ? {} : { open: open.at(-1)! };
}
