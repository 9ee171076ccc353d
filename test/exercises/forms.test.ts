import { describe, expect, test } from "vitest";
import { adam, adamw, check, gradientDescent, momentum, rmsprop } from "fall-line";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { firstDifference } from "../../src/exercises/search/columns.ts";
import { otherForms } from "../../src/exercises/search/forms.ts";
import { linesOf, outcomeOf } from "../../src/exercises/search/lines.ts";
import { show } from "../../src/exercises/search/tree.ts";

describe.each([adam, adamw, momentum, rmsprop])("$title", (rule) => {
  test("computes the same however it is written", () => {
    const { columns } = casesFor(rule);
    const right = outcomeOf(linesOf(rule), columns);
    for (const form of otherForms(linesOf(rule))) {
      const same = outcomeOf(form, columns);
      expect(firstDifference(right.w, same.w)).toBe(-1);
      for (const [state, column] of right.states)
        expect([state, firstDifference(column, same.states.get(state)!)]).toEqual([state, -1]);
    }
  });
});

test("an average is also a step of the way, and a divided product a divided rate", () => {
  const [stepwise, divided] = otherForms(linesOf(rmsprop));
  expect(show(stepwise!.states.get("kappa")!)).toBe("κ + (1 − ζ)·(g² − κ)");
  expect(show(divided!.w)).toBe("w − (λ / √(κ + ε))·g");
  expect(otherForms(linesOf(gradientDescent))).toEqual([]);
});

type Step = (
  now: Record<string, number[]>,
  hyper: Record<string, number>,
) => Readonly<Record<string, readonly number[]>>;

const names = (id: string, answer: Step): string =>
  (check as unknown as (id: string, answer: unknown) => ReturnType<typeof check>)(id, answer).names.join();

test("a slip in an average that is written as a step of the way is named", () => {
  const backwards: Step = ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
    const next = kappa!.map((old, i) => old - (1 - zeta!) * (g![i]! ** 2 - old));
    return { w: w!.map((x, i) => x - (lambda! * g![i]!) / Math.sqrt(next[i]! + epsilon!)), kappa: next };
  };
  expect(names("rmsprop/rule", backwards)).toContain(
    "in the line of κ, the sign of the whole product is flipped",
  );
});

test.each([
  ["at once", (x: number, rate: number, more: number) => x - rate + more],
  ["on a line of its own", (x: number, rate: number, more: number) => x - (rate + more)],
])("forgotten parentheses are told with what belongs together, %s", (_, put) => {
  const forgotten: Step = ({ w, kappa, g }, { lambda, epsilon }) => {
    const sum = kappa!.map((old, i) => old + g![i]! ** 2);
    return { w: w!.map((x, i) => put(x, lambda! / Math.sqrt(sum[i]!), epsilon! * g![i]!)), kappa: sum };
  };
  expect(names("adagrad/rule", forgotten)).toContain(
    "√κ + ε is taken apart: it belongs together, in parentheses",
  );
});
