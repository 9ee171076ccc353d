/** Lines of a rule, run in any order: what comes of it when a line stands too early, twice or not at all. */
import { computationOf, type Values } from "../../math/evaluate.ts";
import { CONSTANTS } from "../../math/expression.ts";
import { symbolsIn } from "../../math/line.ts";
import { numeral } from "../../math/numerals.ts";
import { formulaText, nameText } from "../../math/text.ts";
import type { Rule } from "../../rules/rule.ts";
import { type Block, text } from "../blocks.ts";
import { type OrderLines, rightOrder } from "./lines.ts";

/** What lines are run with: on x², from x = 1. */
export interface OrderRun {
  /** Hyperparameters by their names. */
  readonly hyper: Readonly<Record<string, number>>;
  /** What is remembered from step to step, w among it, with the value that it starts from. */
  readonly remembered: Readonly<Record<string, number>>;
}

const START = 1;
const STEPS = 10;

/** Steps whose places are told. */
const TOLD = [1, 2, 3, STEPS];

/** What a rule is run with: its usual hyperparameters, and a rate at which it gets down a bowl. */
export function runOf({ hyperparameters, sensible = {}, state }: Rule): OrderRun {
  const usual = Object.entries(hyperparameters).map(([name, one]) => [name, sensible[name] ?? one.default]);
  const starts = Object.entries(state).map(([name, { start }]) => [name, start]);
  return {
    hyper: Object.fromEntries(usual) as OrderRun["hyper"],
    remembered: { w: START, ...(Object.fromEntries(starts) as OrderRun["remembered"]) },
  };
}

interface Ran {
  /** x after each step, as far as steps can be taken. */
  readonly path: readonly number[];
  /** The quantity for want of which the next one can't be taken. */
  readonly unknown?: string;
}

/** Runs lines in this order, step after step. */
export function runLines(lines: OrderLines, order: readonly string[], { hyper, remembered }: OrderRun): Ran {
  let kept: Values = { ...remembered };
  const path: number[] = [];
  for (let t = 1; t <= STEPS; t++) {
    const values: Values = { ...CONSTANTS, ...hyper, ...kept, t, n: 1 };
    for (const name of order) {
      const { quantity, formula } = lines[name]!.computes!;
      const unknown = [...symbolsIn(formula)].find((one) => values[one] === undefined);
      if (unknown !== undefined) return { path, unknown };
      const value = computationOf(formula)(values) as number;
      values[quantity] = quantity === "g" ? 2 * value : value;
    }
    kept = Object.fromEntries(Object.keys(kept).map((name) => [name, values[name]!]));
    path.push(kept["w"] as number);
  }
  return { path };
}

/** What comes of an order, beside what comes of a right one. */
export function runBlocks(lines: OrderLines, order: readonly string[], run: OrderRun): Block[] {
  const yours = runLines(lines, order, run);
  const hyper = Object.entries(run.hyper).map(([name, value]) => `${nameText(name)} = ${numeral(value)}`);
  const where = `Run on ${formulaText("x^2")} from x = ${START}, with ${hyper.join(", ")}`;
  if (yours.unknown !== undefined)
    return [text(`${where}, it stops in its first step: ${nameText(yours.unknown)} has no value there yet.`)];
  const right = runLines(lines, rightOrder(lines), run);
  const told = TOLD.map((t) => [t, numeral(yours.path[t - 1]!), numeral(right.path[t - 1]!)] as const);
  if (told.every(([, mine, due]) => mine === due))
    return [text(`${where}, it goes from 1 to ${told.at(-1)![1]} in ${STEPS} steps, as a right order does.`)];
  const rows = told.map(([t, mine, due]) => [`step ${t}`, mine, due]);
  return [text(`${where}, x is:`), { kind: "table", cells: { head: ["", "yours", "in order"], rows } }];
}
