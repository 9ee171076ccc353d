import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import { beale, defineRule, explore, type ExploreOptions, hyper, momentum, schedules } from "fall-line";
import { Recipe } from "../../src/figures/revive.ts";
import { settingsOf, typescriptOf } from "../../src/frontend/explorer/settings.ts";
import { runProgram } from "../../src/notebook/run-program.ts";

const mine = defineRule({
  id: "mine",
  title: 'My "rule"',
  source: { key: "me", where: "here" },
  hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }) },
  rate: "lambda",
  equations: { w: "w - lambda*sign(g)" },
});

const cases: [string, ExploreOptions][] = [
  ["a surface and rules of the library", { objective: beale, rules: library.rules.slice(0, 3) }],
  [
    "numbers, start and steps",
    { objective: beale, rules: [{ rule: momentum, hyper: { alpha: 0.5 } }], start: [-1e-7, 2], steps: 7 },
  ],
  ["a schedule", { objective: beale, rules: [momentum], schedule: schedules.exponential({ k: 0.25 }) }],
  ["a formula", { objective: "x^2 + 3*y^2", rules: [momentum], start: [1, 1] }],
  ["a rule of one's own", { objective: beale, rules: [mine] }],
];

describe("the settings of an explorer as a line of TypeScript", () => {
  test.each(cases)("make the same explorer when the line is run: %s", async (_, options) => {
    const { specification } = explore(options);
    const line = typescriptOf(settingsOf(new Recipe(JSON.parse(JSON.stringify(specification)))));
    expect(line.split("\n")).toHaveLength(1);
    const [shown] = await runProgram("line", line, library);
    const { objective, ...same } = shown!["application/vnd.fall-line+json"] as NonNullable<
      typeof specification
    >;
    expect(same).toEqual(JSON.parse(JSON.stringify({ ...specification, objective: undefined })));
    expect(objective!.expression).toBe(specification!.objective!.expression);
  });
});

test("a stored explorer takes 50 steps when it says nothing, and refuses more than a page can bear", () => {
  const { specification } = explore({ objective: beale, rules: [momentum] });
  const stepsOf = (steps?: number): number =>
    settingsOf(new Recipe({ ...specification!, options: { ...specification!.options, steps } })).steps;
  expect([undefined, 7, 2000].map(stepsOf)).toEqual([50, 7, 2000]);
  expect(() => stepsOf(2001)).toThrow("must be a whole number, got 2001; allowed: 0 to 2000");
});
