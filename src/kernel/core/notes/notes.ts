import { nodesIn } from "../compiler/typescript.ts";
import { dividedByComment, joinedTexts, looseEquality, power, sortedAsTexts } from "./arithmetic.ts";
import { lostResult, notCalled, notWaited, notWaitedInLoop } from "./lost.ts";
import type { Accepted, Question } from "./question.ts";
import * as slips from "./slips.ts";
import { eatenBackslash, noTemplate } from "./texts.ts";

const questions: readonly Question[] = [
  dividedByComment,
  eatenBackslash,
  joinedTexts,
  looseEquality,
  lostResult,
  notCalled,
  notWaited,
  notWaitedInLoop,
  noTemplate,
  power,
  sortedAsTexts,
  ...Object.values(slips),
];

/** What runs in a cell and is hardly meant: a sentence each. */
export class Notes {
  /** What has been said is not said again in a session. */
  readonly #left = new Set(questions);

  /** What has not been said yet. */
  about(cell: Accepted): string[] {
    const said: string[] = [];
    for (const node of nodesIn(cell.file))
      for (const question of this.#left) {
        const note = question(node, cell);
        if (note === undefined) continue;
        said.push(note);
        this.#left.delete(question);
      }
    return said;
  }
}
