import { expect, test } from "vitest";
import { withComments, withRuleComments } from "../../src/course/rule-comments.ts";
import * as library from "../../src/rules/index.ts";

const declared = Object.keys(library)
  .map((name) => `/** What ${name} is. */\ndeclare const ${name}: Rule<"a">;\n`)
  .join("");

test("a rule's tooltip goes on from its sentence to equations, settings and source", () => {
  expect(withRuleComments(declared)).toContain(`/**
 * What momentum is.
 *
 * \`\`\`text
 * g = gradient at w
 * m = alpha*m - lambda*g
 * w = w + m
 * \`\`\`
 * - \`lambda\`: learning rate: above 0; 0.01 by default
 * - \`alpha\`: share of the old velocity that is kept: in [0, 1); 0.9 by default
 * Source: Polyak 1964. Some Methods of Speeding up the Convergence of Iteration Methods. USSR Computational Mathematics and Mathematical Physics 4(5), 1-17. https://doi.org/10.1016/0041-5553(64)90137-5 (the heavy ball; slide 6)
 */
declare const momentum: Rule<"a">;
`);
});

test("a rule without a sentence stops the build", () => {
  expect(() => withRuleComments(declared.replace("/** What lion is. */\n", ""))).toThrow(
    "the rule lion has no comment above it",
  );
});

test("the functions of formulas come from the one table of them", () => {
  expect(withComments("/** The functions {ELEMENTWISE}. */")).toMatch(/^(?!.*twoLoop).*sqrt, abs, exp, log/);
  expect(withComments("/** The functions {FUNCTION_NAMES}. */")).toContain("twoLoop");
});
