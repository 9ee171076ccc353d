/** All that is needed to search for what a formula became. */
import { type Point, valuesOf } from "../formula-target.ts";
import { actionsIn, constantsIn, operatorsIn } from "../run/source.ts";
import { ACTIONS } from "../search/actions.ts";
import { type Column, Columns, firstDifference } from "../search/columns.ts";
import type { Vocabulary } from "../search/edits.ts";
import { namesIn } from "../search/tree.ts";
import { conditionsFor } from "./conditions.ts";

export interface Setting {
  readonly columns: Columns;
  readonly words: Vocabulary;
}

/** Each point is a case of its own, with one coordinate. */
export function columnsOf(
  points: readonly Point[],
  more: readonly (readonly [string, Column])[] = [],
): Columns {
  const names = Object.keys(points[0]!);
  const given = names.map((one) => [one, Float64Array.from(points, (point) => point[one]!)] as const);
  return new Columns(points.map((_, i) => i).concat(points.length), new Map([...given, ...more]));
}

/**
 * All that the search needs for some points.
 * @param got what came of each formula: a number that did not come right is not there to be computed with
 */
export function settingOf(
  right: readonly string[],
  points: readonly Point[],
  source: string,
  got?: readonly Column[],
): Setting {
  const names = Object.keys(points[0]!);
  const written = constantsIn(source);
  const constants = [...new Set([...written, 2, 0.5, 3, 10, 1])];
  const asides = right.length === 1 ? [] : asidesOf(valuesOf(right, points), got);
  const conditions = conditionsFor(source, names, false);
  return {
    columns: columnsOf(points, asides),
    words: {
      names,
      asides: asides.map(([one]) => one),
      numbers: names,
      constants,
      written,
      // What needs the coordinates of a list has no place in a formula of numbers.
      actions: actionsIn(source).filter((op) => ACTIONS[op]?.each !== undefined),
      operators: operatorsIn(source),
      conditions: conditions.filter(({ tree }) => [...namesIn(tree)].every((one) => names.includes(one))),
    },
  };
}

/** The numbers of a list by themselves, where they came right, and its length as an arrow. */
function asidesOf(
  rows: readonly (readonly number[])[],
  got: readonly Column[] | undefined,
): (readonly [string, Column])[] {
  const due = rows[0]!.map((_, k) => Float64Array.from(rows, (row) => row[k]!));
  const entries = due
    .map((column, k) => [`entry${k + 1}`, column] as const)
    .filter(([, column], k) => got === undefined || firstDifference(column, got[k]!) < 0);
  return [...entries, ["size", Float64Array.from(rows, (row) => Math.hypot(...row))]];
}
