import ts from "typescript";
import { defined } from "../../defined.ts";
import { readCode } from "./cells.ts";

/** Where an exercise stands in the notebook that was handed out. */
export interface Original {
  /** `03-momentum`. */
  readonly notebook: string;
  /** The id of the cell that the answer is written in; none where it is given on a card. */
  readonly answerCell?: string;
  /** What the answer is called there. */
  readonly answerName?: string;
  /** Whether it is one of the exercises at the end of the lesson. */
  readonly atTheEnd: boolean;
  /** Whether its lesson counts only where an assignment names it. */
  readonly optional?: true;
}

/** A cell of a notebook as it is built. */
export interface BuiltCell {
  readonly id: string;
  readonly source: string;
  /** The exercise that it belongs to. */
  readonly exercise?: string | undefined;
  /** Whether a student writes in it. */
  readonly isAnswer: boolean;
}

const ASKED = /\b(?:ask|check)\(\s*"([\w-]+\/[\w-]+)"/g;

/** The exercises of a notebook that was handed out, by their ids. */
export function originalsIn(
  notebook: string,
  cells: readonly BuiltCell[],
  optional = false,
): Map<string, Original> {
  const found = new Map<string, Original>();
  for (const { source, exercise } of cells) {
    for (const [, id = ""] of source.matchAll(ASKED)) {
      const own = cells.filter((cell) => cell.exercise === id);
      const answer = own.find(({ isAnswer }) => isAnswer);
      const check = cells.find((cell) => cell.source.includes(`check("${id}"`));
      const name = check === undefined ? undefined : checkedName(id, check.source);
      found.set(id, {
        notebook,
        ...(optional ? { optional } : {}),
        atTheEnd: exercise === id || found.get(id)?.atTheEnd === true,
        ...defined({ answerCell: answer?.id, answerName: name }),
      });
    }
  }
  return found;
}

function checkedName(id: string, source: string): string | undefined {
  const call = readCode([{ id: undefined, source }]).checks.find((one) => one.id === id);
  return call?.answer !== undefined && ts.isIdentifier(call.answer) ? call.answer.text : undefined;
}
