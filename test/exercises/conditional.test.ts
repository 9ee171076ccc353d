import { expect, test } from "vitest";
import { check, type Feedback } from "fall-line";

type Now = Record<"w" | "m" | "v" | "g", number[]> & { t: number; H: number[][] } & {
  gradient: (at: number[]) => number[];
};
type Hyper = Record<string, number>;

const told = (id: string, answer: unknown): Feedback =>
  (check as unknown as (id: string, answer: unknown) => Feedback)(id, answer);

const step = ({ w, g }: Now, rate: number): { w: number[] } => ({ w: w.map((x, i) => x - rate * g[i]!) });

test.each<[string, string, unknown, RegExp]>([
  [
    "in some steps",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => step(now, now.t > 5 ? lambda! / 2 : lambda!),
    /^after step 5, λ is halved, and elsewhere it is right$/,
  ],
  [
    "up to a step",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => step(now, now.t <= 5 ? lambda! / 2 : lambda!),
    /^up to step 5, λ is halved, and elsewhere it is right$/,
  ],
  [
    "before a step",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => step(now, now.t < 5 ? lambda! / 2 : lambda!),
    /^before step 5, λ is halved, and elsewhere it is right$/,
  ],
  [
    "from a step on",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => step(now, now.t >= 5 ? lambda! / 2 : lambda!),
    /^from step 5 on, λ is halved, and elsewhere it is right$/,
  ],
  [
    "every third step",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => (now.t % 3 === 0 ? { w: now.w } : step(now, lambda!)),
    /^in every 3rd step, w stays as it was, and elsewhere it is right$/,
  ],
  [
    "in some coordinates",
    "gradient-descent/rule",
    ({ w, g }: Now, { lambda }: Hyper) => ({
      w: w.map((x, i) => (i === 0 ? x + lambda! * g[i]! : x - lambda! * g[i]!)),
    }),
    /^in the first coordinate, the sign of λ·g is flipped, and elsewhere it is right$/,
  ],
  [
    "where something is large",
    "gradient-descent/rule",
    ({ w, g }: Now, { lambda }: Hyper) => ({
      w: w.map((x, i) => (Math.abs(g[i]!) > 0.7 ? x : x - lambda! * g[i]!)),
    }),
    /^where the size of g is above 0.7, w stays as it was, and elsewhere it is right$/,
  ],
  [
    "a bound on the rate",
    "gradient-descent/rule",
    (now: Now, { lambda }: Hyper) => step(now, Math.max(lambda!, 0.2)),
    /^λ is never below 0.2$/,
  ],
  [
    "a bound on one entry of H",
    "second-order/uphill",
    ({ w, g, H }: Now) => ({ w: w.map((x, i) => x - g[i]! / Math.max(H[i]![i]!, 0.3)) }),
    /H\[i\]\[i\] is never below 0.3/,
  ],
  [
    "the gradient anew for each coordinate",
    "nesterov/rule",
    ({ w, m, gradient }: Now, { lambda, alpha }: Hyper) => {
      for (let i = 0; i < w.length; i++) {
        m[i] = alpha! * m[i]! - lambda! * gradient(w.map((x, j) => x + alpha! * m[j]!))[i]!;
        w[i]! += m[i]!;
      }
      return { w, m };
    },
    /the coordinates are changed one after the other/,
  ],
  [
    "a second gradient",
    "nesterov/rule",
    ({ w, m, gradient }: Now, { lambda, alpha }: Hyper) => {
      const g = gradient(w.map((x, i) => x + alpha! * m[i]!));
      const velocity = m.map((old, i) => alpha! * old - lambda! * g[i]!);
      const there = gradient(w.map((x, i) => x + velocity[i]!));
      return { w: w.map((x, i) => x + velocity[i]! - lambda! * there[i]!), m: velocity };
    },
    /lambda \* there\[i\] is subtracted from .*, and should not be/,
  ],
  [
    "rounding in a loop",
    "start-here/moves",
    ({ x }: { x: number }) => {
      let at = x;
      for (let t = 1; t <= 5; t++) at = Math.round(at * 0.8 * 10) / 10;
      return at;
    },
    /^x is rounded to 1 decimal in each of the 5 steps$/,
  ],
  [
    "AMSGrad",
    "adam/rule",
    ({ w, m, v, g, t }: Now, { eta, beta1, beta2, epsilon }: Hyper) => {
      const first = m.map((old, i) => beta1! * old + (1 - beta1!) * g[i]!);
      const second = v.map((old, i) => Math.max(old, beta2! * old + (1 - beta2!) * g[i]! ** 2));
      const [a, b] = [1 - beta1! ** t, 1 - beta2! ** t];
      const next = w.map((x, i) => x - (eta! * first[i]!) / a / (Math.sqrt(second[i]! / b) + epsilon!));
      return { w: next, m: first, v: second };
    },
    /v never falls, as in AMSGrad/,
  ],
])("check(id, answer) names a mistake that is made %s", (_, id, answer, names) => {
  expect(told(id, answer).names.at(-1)).toMatch(names);
});

test("an answer that is right but for some cases is told where, when no more is known", () => {
  const { text } = told("gradient-descent/rule", (now: Now, { lambda }: Hyper) =>
    step(now, now.t > 5 ? lambda! * Math.sin(now.t + 1) : lambda!),
  );
  expect(text).toContain("In all that was tried, w goes wrong after step 5, and is right elsewhere.");
});

test("what is no number is said to be none, and why where that is certain", () => {
  const rate = ({ t, lambda, k }: Hyper): number => lambda! / (k! * (t! - 1));
  expect(told("learning-rate-decay/inverse", rate).text).toContain(
    "It gives Infinity at t = 1: the divisor is 0 there.",
  );
  const early = ({ w, m, v, g, t }: Now, { eta, beta1, beta2, epsilon }: Hyper): unknown => {
    const first = m.map((old, i) => beta1! * old + (1 - beta1!) * g[i]!);
    const second = v.map((old, i) => beta2! * old + (1 - beta2!) * g[i]! ** 2);
    const [a, b] = [1 - beta1! ** (t - 1), 1 - beta2! ** (t - 1)];
    return {
      w: w.map((x, i) => x - (eta! * first[i]!) / a / (Math.sqrt(second[i]! / b) + epsilon!)),
      m: first,
      v: second,
    };
  };
  expect(told("adam/rule", early).text).toContain("w is NaN in step 1: the divisor is 0 there.");
  const { text } = told("gradient-descent/rule", ({ w }: Now) => ({ w: w.map(() => NaN) }));
  expect(text).not.toContain("divisor");
});
