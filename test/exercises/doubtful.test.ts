/** What may have been done to a state that nothing explains is not said of w, which reads it. */
import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";
import { withoutClock } from "./without-clock.ts";

withoutClock();

test("a correction that may be in an unexplained v is not said to be left out of w", () => {
  const answer = (0, eval)(`({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
    const first = m.map((x, i) => (beta1 * x + (1 - beta1) * g[i]) / (1 - beta1 ** t));
    const second = v.map((x, i) => (beta2 * x + (1 - beta2) * g[i] ** 2 + Math.sin(x)) / (1 - beta2 ** t));
    return { w: w.map((x, i) => x - (eta * first[i]) / (Math.sqrt(second[i]) + epsilon)), m: first, v: second };
  }`) as unknown;
  const { names, text } = (check as unknown as (id: string, answer: unknown) => Feedback)(
    "adam/rule",
    answer,
  ).named();
  expect(names).toEqual(["m̂ is stored back into m"]);
  expect(text).toContain("This does not explain w and v, which differ too.");
  expect(text).not.toContain("left out");
});
