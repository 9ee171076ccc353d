import { describe, expect, test } from "vitest";
import * as library from "fall-line";
import {
  beale,
  defineRule,
  explore,
  type ExploreOptions,
  gradientDescent,
  hyper,
  momentum,
  newton,
  schedules,
} from "fall-line";
import { Recipe } from "../../src/figures/revive.ts";
import { settingsOf, SURFACES, typescriptOf } from "../../src/frontend/explorer/settings.ts";
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
  expect(() => stepsOf(2001)).toThrow(
    "steps of a stored explorer must be a whole number from 0 to 2000, got 2001",
  );
});

describe("the line of TypeScript", () => {
  const settings = (options: ExploreOptions) => settingsOf(new Recipe(explore(options).specification));
  const on = { objective: beale, start: [1, -2], steps: 7 } as const;

  test("imports what it names, in order, and has no rule that is switched off", () => {
    const made = settings({ ...on, rules: [gradientDescent, { rule: momentum, hyper: { alpha: 0.5 } }] });
    const runners = made.runners.map((runner, k) => ({ ...runner, on: k === 1 }));
    expect(typescriptOf({ ...made, runners })).toBe(
      'import { beale, display, explore, momentum } from "fall-line"; display(explore({ objective: beale, rules: [{ rule: momentum, hyper: { lambda: 0.01, alpha: 0.5 } }], start: [1, -2], steps: 7 }));',
    );
  });

  test.each([
    [schedules.constant(), "schedules.constant()"],
    [schedules.inverseTime({ k: 0.5 }), "schedules.inverseTime({ k: 0.5 })"],
    [
      { id: "mine", factor: "1/t", parameters: { k: 2 } },
      '{"id":"mine","factor":"1/t","parameters":{"k":2}}',
    ],
  ])("has the schedule %j as %s", (schedule, text) => {
    const line = typescriptOf({ ...settings({ ...on, rules: [momentum] }), schedule });
    expect(line).toContain(`steps: 7, schedule: ${text} }));`);
  });

  test("says of a race that it is one, and takes other letters for names too", () => {
    const made = settings({ ...on, rules: [momentum] });
    const runners = [{ rule: momentum, hyper: { Beta: 1, "2x": 2, "é": 3 }, on: true }, { rule: newton, hyper: {}, on: true }]; // prettier-ignore
    expect(typescriptOf({ ...made, runners, tuned: true })).toMatch(
      /hyper: { Beta: 1, "2x": 2, "é": 3 } }, { rule: newton, hyper: {} }\], .* steps: 7, tuned: true }\)\);$/,
    );
    expect(typescriptOf({ ...made, tuned: false })).not.toContain("tuned");
  });

  test("writes a surface of another formula out, whatever it is called", () => {
    const objective = { ...beale, expression: "x^2 + 3*y^2" };
    const line = typescriptOf({ ...settings({ ...on, rules: [momentum] }), objective });
    expect(line).toContain('explore({ objective: "x^2 + 3*y^2", rules: [');
  });

  test("declares a rule of one's own without the version of its format", () => {
    expect(typescriptOf(settings({ ...on, rules: [mine] }))).toMatch(/defineRule\({"id":"mine",/);
  });
});

test("a stored explorer of no rule begins where its surface does, and at (1, 1) where that has no start", () => {
  const startOf = (objective: Partial<Recipe["objective"]>) =>
    settingsOf({ objective, runs: [], options: {} } as never).start;
  expect([startOf({ start: [3, -4] }), startOf({})]).toEqual([
    [3, -4],
    [1, 1],
  ]);
});

test("the surfaces that are offered have two parameters, and are offered once", () => {
  expect(SURFACES.length).toBeGreaterThan(5);
  expect(SURFACES.every(({ dimension }) => dimension === 2)).toBe(true);
  expect(new Set(SURFACES).size).toBe(SURFACES.length);
});
