import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
import { pivot } from "../../src/exercises/explain/pivot.ts";
import { mendedText } from "../../src/exercises/own-text/mend.ts";
import { formulaTrials } from "../../src/exercises/explain/trials.ts";
import type { Tried } from "../../src/exercises/explain/tried-formula.ts";
import { allPointsOf, type FormulaTarget, formulasOf } from "../../src/exercises/formula-target.ts";
import { sourceOf } from "../../src/exercises/run/source.ts";
import { sayMistake } from "../../src/exercises/mistake.ts";

type Point = Readonly<Record<string, number>>;

const targetOf = (id: string): FormulaTarget =>
  (lessonExercises.all.get(id) as unknown as { target: FormulaTarget }).target;

const said = (id: string, answer: (point: never) => unknown): string => {
  const diagnosis = diagnoseFormula(targetOf(id), answer);
  return diagnosis.kind === "wrong" ? diagnosis.mistakes.map(sayMistake).join("; ") : diagnosis.kind;
};

/** An answer as it is tried. */
function tried(id: string, answer: (point: never) => unknown): Tried {
  const target = targetOf(id);
  const right = formulasOf(target.formula);
  const points = allPointsOf(target);
  const results = points.map((point) => answer(point as never));
  const got = results.map((one) => [one].flat() as number[]);
  return { target, right, points, got, results, candidate: answer as never, source: sourceOf(answer) };
}

const WSD = "used-today/wsd";

test.each<[what: string, answer: (point: never) => number]>([
  [
    "in the text, decay stands where steps - decay should",
    ({ t, eta, warm, decay, steps }: Point) => {
      if (t! < warm!) return (eta! * t!) / warm!;
      else if (t! > decay!) return (eta! * (steps! - t! + 1)) / decay!;
      else return eta!;
    },
  ],
  [
    "in the text, eta * (steps + 1 - t) / decay and eta * t / warm have changed places",
    ({ t, eta, warm, decay, steps }: Point) => {
      if (t! < warm!) return (eta! * (steps! + 1 - t!)) / decay!;
      if (t! > steps! - decay!) return (eta! * t!) / warm!;
      return eta!;
    },
  ],
  [
    "in the text, > stands where < should, in t > warm",
    ({ t, eta, warm, decay, steps }: Point) => {
      const end = steps! - decay!;
      if (t! > end) return (eta! * (steps! + 1 - t!)) / decay!;
      if (t! > warm!) return (eta! * t!) / warm!;
      return eta!;
    },
  ],
  [
    "in the text, decay stands where steps - decay should",
    ({ t, eta, warm, decay, steps }: Point) =>
      t! > decay! ? (eta! * (steps! + 1 - t!)) / decay! : t! < warm! ? (eta! * t!) / warm! : eta!,
  ],
])("a phase: %s", (what, answer) => {
  expect(said(WSD, answer)).toBe(what);
});

test("phases that are wrong in two things are told by none of them", () => {
  const both = ({ t, eta, warm, decay, steps }: Point): number => {
    if (t! > warm!) return (eta! * (steps! + 1 - t!)) / decay!;
    if (t! > decay!) return (eta! * t!) / warm!;
    return eta!;
  };
  const { source, right, points } = tried(WSD, both);
  expect(mendedText(source, formulaTrials(right, points), "likely")).toBeUndefined();
  expect(mendedText(source, formulaTrials(right, points), "any")).toBeUndefined();
});

test.each<[what: string, answer: (point: never) => number[]]>([
  [
    "each slope is a difference quotient, taken to a point 0.01 ahead, and not the derivative",
    ({ x, y }: Point) => {
      const h = 0.01;
      const f = (a: number, b: number): number => a * a * b;
      return [(f(x! + h, y!) - f(x!, y!)) / h, (f(x!, y! + h) - f(x!, y!)) / h];
    },
  ],
  [
    "each slope is a difference quotient, taken from a point 0.1 before, and not the derivative",
    ({ x, y }: Point) => {
      const h = 0.1;
      const f = (a: number, b: number): number => a * a * b;
      return [(f(x!, y!) - f(x! - h, y!)) / h, (f(x!, y!) - f(x!, y! - h)) / h];
    },
  ],
])("slopes that are measured: %s", (what, answer) => {
  expect(said("motivation/slopes", answer)).toBe(what);
});

test("what divides by an argument is right where that is not 0", () => {
  const eliminated = ({ g1, g2, a, b, c }: Point): number[] => {
    const factor = b! / a!;
    const p2 = (g2! - factor * g1!) / (c! - factor * b!);
    return [(g1! - b! * p2) / a!, p2];
  };
  const what = "it divides by a, so no number comes out where a is 0, and elsewhere it is right";
  expect(said("second-order/pair", eliminated as never)).toBe(what);
  const doubled = (point: Point): number[] => eliminated(point).map((x) => 2 * x);
  expect(pivot(tried("second-order/pair", eliminated as never))?.mistakes).toHaveLength(1);
  expect(pivot(tried("second-order/pair", doubled as never))).toBeUndefined();
});
