import { expect, test } from "vitest";
import {
  adagrad,
  adagradOutside,
  exercise,
  defineExercises,
  type Feedback,
  rmsprop,
  rmspropOutside,
} from "fall-line";

interface Now {
  readonly w: number[];
  readonly kappa: number[];
  readonly g: number[];
}
type Hyper = Readonly<Record<"lambda" | "zeta" | "epsilon", number>>;
type Divisor = (kappa: number, epsilon: number) => number;

const inside: Divisor = (kappa, epsilon) => Math.sqrt(kappa + epsilon);
const outside: Divisor = (kappa, epsilon) => Math.sqrt(kappa) + epsilon;
const sum = (old: number, g: number): number => old + g ** 2;
const average = (old: number, g: number, { zeta }: Hyper): number => zeta * old + (1 - zeta) * g ** 2;

/** The two forms of slides 10 and 13: as the formula has it and as the code has it. */
test.each([
  ["AdaGrad as the formula has it", adagrad, sum, inside, outside],
  ["AdaGrad as the code has it", adagradOutside, sum, outside, inside],
  ["RMSProp as the formula has it", rmsprop, average, inside, outside],
  ["RMSProp as the code has it", rmspropOutside, average, outside, inside],
] as const)("where %s is asked for, the other form is right too and named", (_, rule, memory, own, other) => {
  const answer =
    (divisor: Divisor) =>
    ({ w, kappa, g }: Now, hyper: Hyper): { w: number[]; kappa: number[] } => {
      const next = kappa.map((old, i) => memory(old, g[i]!, hyper));
      return {
        w: w.map((x, i) => x - (hyper.lambda * g[i]!) / divisor(next[i]!, hyper.epsilon)),
        kappa: next,
      };
    };
  const set = defineExercises("mine", {
    rule: exercise.write({
      title: "A rule",
      prompt: "Write it.",
      rule: rule as never,
      solution: answer(own) as never,
      hints: ["Squares first."],
    }),
  });
  const told = (divisor: Divisor): Feedback => set.check("mine/rule", answer(divisor));
  expect(told(own).headline).toBe("Right.");
  expect(told(other).headline).toMatch(/^Right: this is the /);
});
