/** A step that is right only where it is likely to be tried is refused. */
import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import type { StepTarget } from "../../src/exercises/step-target.ts";
import { checkAny } from "./told.ts";

type Numbers = Readonly<Record<string, number>>;
type Now = Readonly<Record<string, number[]>> & { readonly t: number };
type Step = (now: Now, hyper: Numbers) => Readonly<Record<string, number[]>>;

const long = (list: readonly number[]): number => Math.hypot(...list);

/** What it takes for a step to be right. */
const ONLY: Readonly<Record<string, (now: Now, hyper: Numbers) => boolean>> = {
  "two coordinates": ({ w }) => w!.length === 2,
  "at most three coordinates": ({ w }) => w!.length <= 3,
  "more than one coordinate": ({ w }) => w!.length > 1,
  "not four coordinates": ({ w }) => w!.length !== 4,
  "at most four coordinates": ({ w }) => w!.length < 5,
  "the first twelve steps": ({ t }) => t <= 12,
  "the first hundred steps": ({ t }) => t <= 100,
  "slopes that are not all above 0": ({ g }) => g!.some((slope) => slope <= 0),
  "slopes that are not all below 0": ({ g }) => g!.some((slope) => slope >= 0),
  "gentle slopes": ({ g }) => long(g!) < 10,
  "slopes that are not quite flat": ({ g }) => long(g!) > 0.02,
  "places near 0": ({ w }) => long(w!) < 10,
  "coordinates that differ": ({ w }) => new Set(w).size === w!.length,
  "large shares": (_, { alpha = 1, zeta = 1, beta1 = 1 }) => Math.min(alpha, zeta, beta1) > 0.4,
  "small rates": (_, { lambda = 0, eta = 0 }) => Math.max(lambda, eta) < 0.5,
};

const SHARES = ["alpha", "zeta", "beta1", "beta2"];
const RATES = ["lambda", "eta"];

const steps = [...lessonExercises.all].filter(([, { kind }]) => kind === "write" || kind === "bug");

describe.each(steps)("%s", (id, exercise) => {
  const solution = (exercise as unknown as { readonly solution: Step }).solution;
  const copied = (now: Now): Now =>
    Object.fromEntries(
      Object.entries(now).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
    ) as unknown as Now;

  const own = Object.keys(
    (exercise as unknown as { readonly target: StepTarget }).target.rule.hyperparameters,
  );
  const isAbout = (title: string): boolean =>
    !(/shares/.test(title) && !own.some((name) => SHARES.includes(name))) &&
    !(/rates/.test(title) && !own.some((name) => RATES.includes(name)));
  const only = Object.entries(ONLY).filter(([title]) => isAbout(title));

  test.each(only)("is not right for %s only", (_, holds) => {
    const answer: Step = (now, hyper) => {
      const isRight = holds(now, hyper);
      const right = solution(copied(now), hyper);
      if (isRight) return right;
      return Object.fromEntries(
        Object.entries(right).map(([name, values]) => [name, Array.from(values, (x) => 1.1 * x + 0.1)]),
      );
    };
    expect(checkAny(id, answer).outcome).not.toBe("right");
  });
});
