import { describe, expect, test } from "vitest";
import { Allowance, checkEffort } from "../../src/figures/effort.ts";
import { figureFromSpecification, KINDS } from "../../src/figures/specification.ts";
import { objective } from "../../src/objectives/objective.ts";
import { momentum } from "../../src/rules/momentum.ts";

const on = objective("x^2 + y^2");
const work = (steps: number) => (): void => checkEffort(on, [{ rule: momentum, steps }]);

describe("what figures that are shown together may take", () => {
  test("is spent on descents, until it is gone", () => {
    const allowance = new Allowance();
    let rounds = 0;
    const untilGone = (): void => {
      for (; rounds < 100; rounds++) allowance.during(work(400_000));
    };
    expect(untilGone).toThrow("the figures that are shown together here take longer to draw");
    expect(rounds).toBeGreaterThan(1);
    expect(rounds).toBeLessThan(20);
  });

  test("is there again where it is given back, and not touched by what is computed elsewhere", () => {
    const allowance = new Allowance(100);
    allowance.spend(100);
    work(400_000)();
    expect(() => allowance.during(work(1))).toThrow("shown together");
    allowance.take(-100);
    expect(() => allowance.during(work(1))).not.toThrow();
    expect(() => work(1e9)()).toThrow("more computing than a page should do for one");
  });

  test("is enough for one figure of each kind of ours together", () => {
    const allowance = new Allowance();
    for (const { example } of KINDS) {
      allowance.spend(125);
      allowance.during(() => figureFromSpecification(JSON.parse(JSON.stringify(example().specification))));
    }
    expect(allowance.left).toBeGreaterThan(0);
  });
});
