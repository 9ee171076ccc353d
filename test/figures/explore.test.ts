import { describe, expect, test } from "vitest";
import {
  beale,
  explore,
  gradientDescent,
  iris,
  momentum,
  network,
  objective,
  type Objective,
  race,
  schedules,
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

  test("tunes each rule's learning rate as a race does", () => {
    const rules = [gradientDescent, { rule: momentum, hyper: { alpha: 0.5 } }];
    const { specification } = explore({ objective: beale, rules, steps: 30, tuned: true });
    const same = race(beale, rules, { budget: 30, tuned: true }).specification;
    expect(specification!.runs.map(({ hyper }) => hyper)).toEqual(same!.runs.map(({ hyper }) => hyper));
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
    expect(make(network(iris(), { hidden: [2] }))).toThrow("a function can't travel there");
    expect(make(objective("x^2"))).toThrow("two parameters");
    expect(() => explore({ objective: beale, rules: [] })).toThrow("takes a list of one or more rules");
  });
});
