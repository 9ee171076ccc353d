import { expect, test } from "vitest";
import { adagrad, adam, gradientDescent, momentum, nesterov, newton, type Rule } from "fall-line";
import { conventionsOf } from "../../src/exercises/conventions.ts";
import { neighboursOf } from "../../src/exercises/explain/neighbours.ts";

const told = (rule: Rule, constants: readonly number[] = []): string[] =>
  [...neighboursOf(rule, constants)].map(({ id }) => id.replace("neighbour: ", ""));
/** The lines in which a neighbour is not the rule itself. */
function lines(rule: Rule, id: string, constants: readonly number[] = []): Record<string, string> {
  const one = [...neighboursOf(rule, constants)].find((each) => each.id === `neighbour: ${id}`);
  return Object.fromEntries(
    Object.entries(one!.rule.equations)
      .filter(([name, { text }]) => text !== rule.equations[name]?.text)
      .map(([name, { text }]) => [name, text.replaceAll(" ", "")]),
  );
}

test("a rule has those neighbours that its text has numbers for", () => {
  const optax = conventionsOf(momentum)[0]!.rule;
  const ofAdam = ["nadam", "adamax", "adabelief", "rmsprop step"];
  expect([momentum, nesterov, optax, newton].map((rule) => told(rule))).toEqual([
    ["nesterov step"],
    ["nesterov step"],
    ["nesterov step"],
    [],
  ]);
  expect(told(adam)).toEqual(ofAdam);
  expect(told(adam, [0.01, 0, 1, 0.1])).toEqual(ofAdam.toSpliced(3, 0, "adamw with c", "adamw with c"));
  expect([told(gradientDescent), told(gradientDescent, [0, 1, 5])]).toEqual([[], ["clipped"]]);
  expect([told(adagrad), told(adagrad, [0.9])]).toEqual([[], ["rmsprop with c"]]);
});

test("a neighbour has the numbers of the text in its words and its lines, and is made once", () => {
  const [first, second] = [...neighboursOf(adagrad, [0.9, 0.8])];
  expect([first!.what, second!.what]).toEqual([
    "κ is the leaky average of RMSProp with 0.9, and no sum",
    "κ is the leaky average of RMSProp with 0.8, and no sum",
  ]);
  expect(lines(adagrad, "rmsprop with c", [0.9])).toEqual({ kappa: "0.9*kappa+(1-0.9)*g^2" });
  expect([...neighboursOf(adagrad, [0.8])][0]).toBe(second);
});

test.each<[Rule, string, Record<string, string>]>([
  // Sutskever et al. (2013), rewritten for the parameters ahead: w + αm − λg with the new m.
  [momentum, "nesterov step", { w: "w+alpha*m-lambda*g" }],
  [gradientDescent, "clipped", { w: "w-lambda*g*min(1,3/norm(g))" }],
  // Dozat (2016); Kingma and Ba (2014), section 7.1; Zhuang et al. (2020); Loshchilov and Hutter (2019).
  [adam, "nadam", { w: "w-eta*(beta1*mHat+(1-beta1)*g/(1-beta1^t))/(sqrt(vHat)+epsilon)" }],
  [adam, "adamax", { v: "max(beta2*v,abs(g))", w: "w-eta*mHat/(v+epsilon)" }],
  [adam, "adabelief", { v: "beta2*v+(1-beta2)*(g-m)^2" }],
  [adam, "adamw with c", { w: "w-eta*mHat/(sqrt(vHat)+epsilon)-eta*3*w" }],
  [adam, "rmsprop step", { w: "w-eta*g/(sqrt(v)+epsilon)" }],
])("%o has %s with %j", (rule, id, due) => {
  // prettier-ignore
  expect(lines(rule, id, [3])).toEqual(due);
});
