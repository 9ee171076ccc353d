/** What is said beside the rows of a step: the numbers that were chosen, what is too small to show, what is left out. */
import { counted } from "../../counted.ts";
import { computationOf } from "../../math/evaluate.ts";
import { numberText } from "../../math/numerals.ts";
import { letterOf } from "../../rules/letters.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";

export interface Besides {
  /** What is not shown in numbers, in sentences. */
  readonly remarks: readonly string[];
  /** The numbers that were chosen, and are not too small to show. */
  readonly settings: readonly { readonly letter: string; readonly text: string }[];
}

/** What may be too small to show is below this. */
const SMALL = 1e-3;

export function besides(reading: Reading, drafts: readonly Draft[]): Besides {
  const { rule, hyper, dimension } = reading.trace;
  const small = Object.entries(hyper).filter(
    ([name, value]) => value !== 0 && Math.abs(value) < SMALL && changesNothing(name, drafts),
  );
  const names = new Set(small.map(([name]) => name));
  const left = dimension - reading.shown.length;
  return {
    settings: Object.keys(hyper)
      .filter((name) => !names.has(name))
      .map((name) => ({ letter: letterOf(rule, name), text: reading.printed(name)!.column.texts[0]! })),
    remarks: [
      ...small.map(([name, value]) => `${letterOf(rule, name)} = ${numberText(value)} is too small to show.`),
      ...(reading.shown.length > 1 && left > 0
        ? [`${counted(left, "coordinate")} more, computed in the same way.`]
        : []),
    ],
  };
}

/** Whether all numbers that are shown would be the same if it were 0. */
function changesNothing(name: string, drafts: readonly Draft[]): boolean {
  const cells = drafts.flatMap((draft) => draft.cells).filter(({ found }) => found.names.includes(name));
  return (
    cells.length > 0 &&
    cells.every(({ found, printed, inputs }) => {
      if (printed === undefined) return false;
      const values = found.names.map((own, i) => [own, own === name ? 0 : inputs[i]!.value] as const);
      return printed.unitsBetween(computationOf(found.source)(Object.fromEntries(values))) < 0.5;
    })
  );
}
