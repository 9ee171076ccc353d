/** What an answer's text is run in again, with one thing in it mended. */
import type { Rule } from "../../rules/rule.ts";
import { type Point, valuesOf } from "../formula-target.ts";
import type { Trial } from "../own-text/rerun.ts";
import type { Cases } from "../run/cases.ts";
import { givenIn } from "../run/observe.ts";
import { sameNumber, sameNumbers } from "../search/columns.ts";
import { linesOf, outcomeOf } from "../search/lines.ts";

/** A formula, or several of a list, at some points. */
export function formulaTrials(right: readonly string[], points: readonly Point[]): Trial[] {
  const due = valuesOf(right, points);
  return points.map((point, i) => ({
    given: () => [{ ...point }],
    rightIn: (result) => {
      const came = right.length === 1 ? [result as number] : (result as number[]);
      return [due[i]!.map((y, k) => sameNumber(y, came[k]!))];
    },
  }));
}

/** The forms of a rule that are right in some cases: w and all that is remembered. */
export function stepTrials(forms: readonly Rule[], { all, columns }: Cases): Trial[] {
  const outcomes = forms.map((rule) => outcomeOf(linesOf(rule), columns));
  return all.map((one, i) => {
    const isDue = (column: Float64Array, came: ArrayLike<number> | undefined): boolean =>
      came !== undefined && sameNumbers(column.subarray(columns.starts[i], columns.starts[i + 1]), came);
    return {
      given: () => [givenIn(one), { ...one.hyper }],
      rightIn: (result) => {
        const came = result as Readonly<Record<string, ArrayLike<number>>>;
        return outcomes.map(({ w, states }) => [
          isDue(w, came["w"]),
          ...[...states].map(([name, due]) => isDue(due, came[name])),
        ]);
      },
    };
  });
}
