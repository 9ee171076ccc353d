import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { diagnoseFormula } from "../../src/exercises/diagnose-formula.ts";
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

test("what divides by an argument is right where that is not 0", () => {
  const eliminated = ({ g1, g2, a, b, c }: Point): number[] => {
    const factor = b! / a!;
    const p2 = (g2! - factor * g1!) / (c! - factor * b!);
    return [(g1! - b! * p2) / a!, p2];
  };
  const diagnosis = diagnoseFormula(targetOf("second-order/pair"), eliminated);
  expect(diagnosis).toMatchObject({
    mistakes: [],
    differing: {
      says: [
        "In all that was tried, each of the numbers 1 and 2 is no number where a is 0, by which the text divides, and is right elsewhere.",
      ],
    },
  });
});
