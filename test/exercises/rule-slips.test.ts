import { expect, test } from "vitest";
import { adam, defineRule, hyper, line, momentum, nesterov, state } from "fall-line";
import { slipsOf } from "../../src/exercises/mutations/rule.ts";
import { checkRule } from "../../src/rules/check.ts";

const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" });
const velocity = (text: string, w: string): string[] =>
  slipsOf(
    defineRule({
      id: "rolling",
      title: "Rolling",
      hyperparameters: { lambda },
      rate: "lambda",
      state: { m: state.vector({ meaning: "velocity" }) },
      equations: { m: line.vector(text, { role: "velocity" }), w },
    }),
  ).map(({ what }) => what.join());

test.each([adam, momentum, nesterov])("every wrong version of $id is a rule", (rule) => {
  const slips = slipsOf(rule);
  expect(slips.length).toBeGreaterThan(10);
  for (const slip of slips) expect(() => checkRule(slip.rule)).not.toThrow();
  expect(new Set(slips.map(({ key }) => key)).size).toBe(slips.length);
});

test("without a share the gradient is not taken ahead", () => {
  expect(velocity("m - lambda*g", "w + m").filter((what) => what.includes("ahead"))).toEqual([]);
});

test("the gradient is added to w once more only where it is not there already", () => {
  const more = "the step λ·g is added to w once more";
  expect(velocity("m - lambda*g", "w + m")).toContain(more);
  expect(velocity("m - lambda*g", "w + m - lambda*g")).not.toContain(more);
});

test("what is made from two states is stored back into neither", () => {
  const rule = defineRule({
    id: "two",
    title: "Two",
    hyperparameters: { lambda },
    state: { a: state.vector({ meaning: "one" }), b: state.vector({ meaning: "other" }) },
    equations: { a: "a + g", b: "b + g^2", c: "a + b", d: "2*b", w: "w - lambda*c*d" },
  });
  const clauses = slipsOf(rule).map(({ what }) => what.join());
  expect(clauses.filter((what) => what.includes("stored back"))).toEqual(["d is stored back into b"]);
});

test.each(["fraction", "share"] as const)(
  "a %s and what it leaves of 1 are mistaken for each other",
  (range) => {
    const rule = defineRule({
      id: "mixed",
      title: "Mixed",
      hyperparameters: { lambda, alpha: hyper[range]({ tex: "\\alpha", default: 0.9, meaning: "share" }) },
      state: { m: state.vector({ meaning: "average" }) },
      equations: { m: "alpha*m + g", w: "w - lambda*m" },
    });
    expect(slipsOf(rule).map(({ what }) => what.join())).toContain(
      "in the line of m, 1 − α stands where α should",
    );
  },
);
