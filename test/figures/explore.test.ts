import { describe, expect, test } from "vitest";
import {
  beale,
  explore,
  gradientDescent,
  iris,
  momentum,
  network,
  newton,
  objective,
  type Objective,
  schedules,
  tune,
} from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import { bundleOf } from "../../src/display.ts";

describe("explore", () => {
  test("travels as a small recipe: the formula, the rules with their numbers, the start", () => {
    const { specification } = explore({
      objective: beale,
      rules: [gradientDescent, { rule: momentum, hyper: { alpha: 0.5 } }],
      start: [1, 1],
      steps: 30,
    });
    expect(specification).toMatchObject({
      format: 1,
      kind: "explorer",
      objective: { expression: beale.expression },
    });
    expect(specification!.runs).toMatchObject([
      { rule: "gd", start: [1, 1], steps: 30 },
      { rule: "momentum", start: [1, 1], steps: 30, hyper: { alpha: 0.5 } },
    ]);
    expect(JSON.stringify(specification).length).toBeLessThan(1500);
  });

  test("gives each rule the learning rate that the search finds best, with its other settings", () => {
    const rules = [gradientDescent, { rule: momentum, hyper: { alpha: 0.5 } }];
    const { specification } = explore({ objective: beale, rules, steps: 30, tuned: true });
    const plain = tune(beale, gradientDescent, { steps: 30 });
    const heavy = tune(beale, momentum, { steps: 30, hyper: { alpha: 0.5 } });
    expect(specification!.runs.map(({ hyper }) => hyper["lambda"])).toEqual([plain.rate, heavy.rate]);
    expect(specification!.runs[1]!.hyper.alpha).toBe(0.5);
  });

  test("can be made again from its recipe", () => {
    const made = explore({
      objective: beale,
      rules: [gradientDescent, momentum],
      start: [1, 1],
      steps: 30,
      schedule: schedules.exponential({ k: 0.1 }),
    });
    const again = figureFromSpecification(JSON.parse(JSON.stringify(made.specification)));
    expect(again.specification).toEqual(made.specification);
    expect(again.alt).toBe(made.alt);
  });

  test("has fifty steps where none are asked for, and two thousand at most", () => {
    const made = (steps?: number) =>
      explore({
        objective: "x^2 + y^2",
        rules: [gradientDescent],
        start: [1, 1],
        ...(steps !== undefined && { steps }),
      });
    expect(made().specification).toMatchObject({ runs: [{ steps: 50 }], options: { steps: 50 } });
    expect(made(2000).specification!.options).toEqual({ steps: 2000 });
    expect(made(0).specification!.options).toEqual({ steps: 0 });
    for (const steps of [2001, -1, 1.5])
      expect(() => made(steps)).toThrow(
        `the steps of an explorer must be a whole number from 0 to 2000, got ${steps}`,
      );
  });

  test("gives a schedule to the rules that have a rate", () => {
    const schedule = schedules.exponential({ k: 0.1 });
    const { specification } = explore({
      objective: beale,
      rules: [gradientDescent, newton],
      start: [2.5, 0.3],
      steps: 2,
      schedule,
    });
    expect(specification!.runs.map((run) => run.schedule?.id)).toEqual([schedule.id, undefined]);
    const again = figureFromSpecification(JSON.parse(JSON.stringify(specification)));
    expect(again.specification!.runs[0]).toMatchObject({ schedule, start: [2.5, 0.3] });
  });

  test("keeps the rates of its recipe, found by a search before, and says that they were", () => {
    const made = explore({
      objective: beale,
      rules: [{ rule: momentum, hyper: { alpha: 0.5 } }],
      steps: 10,
      tuned: true,
    });
    expect(made.specification!.options).toEqual({ steps: 10, tuned: true });
    const [run] = made.specification!.runs;
    const hyper = { ...run!.hyper, lambda: 1e-3 };
    const again = figureFromSpecification({ ...made.specification, runs: [{ ...run, hyper }] });
    expect(again.specification).toMatchObject({ runs: [{ hyper }], options: { tuned: true } });
  });

  test("is told what it needs by name, and refuses three parameters and what is no objective", () => {
    expect(() => explore({ rules: [momentum] } as never)).toThrow(
      /^explore needs an objective, by name, got .*; for example: explore\(\{ objective: ravine/,
    );
    expect(() => explore(7 as never)).toThrow(/^explore takes its options by name, got 7/);
    expect(() => explore({ objective: "x + y", rules: [momentum], step: 3 } as never)).toThrow(
      /explore has no option step;.*did you mean steps\?/,
    );
    expect(() => explore({ objective: "x + y + z", rules: [momentum] })).toThrow(
      "an explorer shows an objective of two parameters, got 3",
    );
  });

  test("keeps the number of steps asked for when a descent diverges", () => {
    const { specification } = explore({
      objective: "x^2 + y^2",
      rules: [{ rule: gradientDescent, hyper: { lambda: 1e6 } }, gradientDescent],
      start: [1, 1],
      steps: 300,
    });
    expect(specification!.options).toEqual({ steps: 300 });
  });

  test("shows a landscape where there are no scripts, and says so in words", async () => {
    const bundle = await bundleOf(explore({ objective: beale, rules: [momentum] }));
    expect(bundle["image/svg+xml"]).toContain("<svg");
    expect(bundle["text/plain"]).toMatch(/^An explorer\. .*Beale/);
  });

  test("says that a function can't travel, that a map has two axes, that a rule is needed", () => {
    const plain: Objective = { name: "mine", dimension: 2, value: () => 0, gradient: () => undefined };
    const make = (on: Objective | string) => () =>
      explore({ objective: on, rules: [momentum], start: [1, 1] });
    expect(make(plain)).toThrow("a function can't travel there");
    const bare = { value: () => 0, gradient: () => [0, 0], expression: "x*y" };
    expect(make(bare as never)).toThrow("a function can't travel there");
    expect(make(network(iris(), { hidden: [2] }))).toThrow("a function can't travel there");
    expect(make(objective("x^2"))).toThrow("two parameters");
    expect(() => explore({ objective: beale, rules: [] })).toThrow("takes a list of one or more rules");
  });
});
