import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { End, PlanName, Result } from "../../lessons/11-used-today/experiment.ts";

const read = (path: string): Result[] =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Result[];
const results = read("../../lessons/11-used-today/experiment.json");
const repeated = read("used-today.json");

/** At this rate the last digit of a number leads to another end. */
const TOO_LARGE = 0.3;

describe("lesson 11's runs, repeated in PyTorch", () => {
  test("are of the same plans and rates", () => {
    expect(repeated.map(({ plan, rate }) => [plan, rate])).toEqual(
      results.map(({ plan, rate }) => [plan, rate]),
    );
  });

  test.each(results.filter(({ rate }) => rate < TOO_LARGE).map((row) => [row.plan, row.rate, row] as const))(
    "end at the same losses to 1e-6: %s at %f",
    (plan, rate, { ends }) => {
      const torch = repeated.find((row) => row.plan === plan && row.rate === rate)!.ends;
      ends.forEach((end, draw) => {
        for (const of of ["training", "test", "right", "meanTest"] as const)
          expect(Math.abs(end[of] - torch[draw]![of]), `${of} of draw ${draw}`).toBeLessThan(1e-6);
      });
    },
  );

  test("end elsewhere at 0.3: with the same plans lower in each run, and where the lesson says", () => {
    const at = (plan: PlanName): readonly End[] =>
      repeated.find((row) => row.plan === plan && row.rate === TOO_LARGE)!.ends;
    for (const plan of ["cosine", "wsd"] as const)
      expect(at(plan).filter((end, draw) => end.test < at("kept")[draw]!.test)).toHaveLength(6);
    const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
    const tested = (["kept", "cosine", "wsd"] as const).map((plan) =>
      mean(at(plan).map(({ test: loss }) => loss)),
    );
    expect(tested).toEqual([1.32, 0.42, 0.66].map((x): unknown => expect.closeTo(x, 2)));
    expect(at("kept").every(({ meanTest, test: loss }) => meanTest < loss)).toBe(true);
  });
});
