/** An answer that is right only where it is likely to be tried is refused. */
import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { checkAny } from "./told.ts";

type Numbers = Readonly<Record<string, number>>;
type Step = (now: Readonly<Record<string, number[]>>, hyper: Numbers) => Readonly<Record<string, number[]>>;
type Formula = (given: Numbers) => number | number[];

const formulas = [...lessonExercises.all].filter(([, { kind }]) => kind === "formula");

test.each(formulas)("%s is not right within the usual numbers only, or but for 0", (id, exercise) => {
  const { solution, target } = exercise as unknown as {
    readonly solution: Formula;
    readonly target: { readonly arguments: Readonly<Record<string, { from: number; to: number }>> };
  };
  const accepted = Object.entries(target.arguments).flatMap(([name, { from, to }]) => {
    const only = (holds: (value: number) => boolean): Formula => {
      return (given) => {
        if (!holds(given[name]!)) throw new RangeError(`${name} is not among the usual`);
        return solution(given);
      };
    };
    const usual = only((value) => Math.abs(value) <= 1.2 * to);
    const answers = from > 0 ? [usual] : [usual, only((value) => value !== 0)];
    return answers.filter((answer) => checkAny(id, answer).outcome === "right").map(() => name);
  });
  expect(
    accepted,
    "an answer that is wrong where these arguments are large, or 0, is accepted: name such points in besides",
  ).toEqual([]);
});

describe("a Newton step by hand", () => {
  const determinant = ({ a, b, c }: Numbers): number => a! * c! - b! ** 2;
  const solved = (given: Numbers, divisor = determinant(given)): number[] => {
    const { g1, g2, a, b, c } = given as Record<"g1" | "g2" | "a" | "b" | "c", number>;
    return [(c * g1 - b * g2) / divisor, (a * g2 - b * g1) / divisor];
  };

  test.each<[string, Formula]>([
    ["the numbers of Beale's surface alone", () => [1, 0]],
    ["bowls alone", (given) => solved(given, Math.abs(determinant(given)))],
    ["where g1 is 0", (given) => solved({ ...given, g1: 0 })],
    ["where b is 0", (given) => solved({ ...given, b: 0 })],
    [
      "where a is not 0",
      ({ g1, g2, a, b, c }) => {
        const p2 = (g2! - (b! / a!) * g1!) / (c! - (b! / a!) * b!);
        return [(g1! - b! * p2) / a!, p2];
      },
    ],
    [
      "downhill alone",
      (given) => {
        const p = solved(given);
        return p[0]! * given["g1"]! + p[1]! * given["g2"]! > 0 ? p : p.map((x) => -x);
      },
    ],
    ["with something added to the determinant", (given) => solved(given, determinant(given) + 0.001)],
  ])("is not right for %s", (_, answer) => {
    expect(checkAny("second-order/pair", answer).outcome).not.toBe("right");
  });
});

test("where no step solves with the Hessian, a step that is taken all the same is told", () => {
  const ridge: Step = ({ w, g, H, solve }) => {
    const rows = (H as unknown as number[][]).map((row, i) => row.map((x, j) => (i === j ? x + 1e-12 : x)));
    const p = (solve as unknown as (A: number[][], b: number[]) => number[])(rows, g!);
    return { w: w!.map((x, i) => x - p[i]!) };
  };
  expect(checkAny("second-order/rule", ridge).text).toMatch(/^✓ Right\.\n\nWhere the Hessian is singular/);
  const { solution } = lessonExercises.byId["second-order/rule"];
  expect(checkAny("second-order/rule", solution).text).toBe("✓ Right.");
});
