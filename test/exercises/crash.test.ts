import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { check, type Feedback, gradientDescent, newton, type Rule } from "fall-line";
import { diagnoseStep } from "../../src/exercises/diagnose-step.ts";
import { explainError } from "../../src/exercises/explain/crash.ts";
import { withoutClock } from "./without-clock.ts";

withoutClock();

/** Code as a student writes it, which the engine itself stops. */
function thrownBy(code: string): unknown {
  try {
    (runInThisContext(`(g) => { ${code} }`) as (g: number[]) => unknown)([1, 2]);
  } catch (error) {
    return error;
  }
  throw new Error("it did not stop");
}

test.each([
  ["return e ** 2", "name: e", "there is no e in TypeScript"],
  [
    "return sqrt(2)",
    "name: sqrt without Math",
    "there is no sqrt without Math: in TypeScript it is Math.sqrt",
  ],
  ["return np.sqrt(2)", "name: np", "there is no np in TypeScript"],
  ["return velocity", "name: velocity not defined", "there is nothing named velocity"],
  ["return Math.square(2)", "name: Math.square", "there is no Math.square"],
  ["const w = 1; w = 2;", "const", "a const is given a new value"],
  ["const w = 1; return w.map((x) => x)", "w", "here w is no list"],
  ["return g(1)", "g", "what is called like a function is none: g"],
  ["let m; return m[0]", "undefined", "something is undefined where 0 is read from it"],
  ["return null.w", "null", "something is null where w is read from it"],
  ["const [a] = 3;", "", "something"],
  ["throw new Error('Not written yet')", "left: throw", "still stands before your answer"],
])("an answer that stops is told in words why: %s", (code, id, sentence) => {
  const mistake = explainError(thrownBy(code))!;
  expect(mistake.id).toMatch(/^error: /);
  expect(mistake.id).toContain(id);
  expect(mistake.sentence).toContain(sentence);
  expect(mistake.cure).toMatch(/[.?]$/);
  expect(JSON.stringify(mistake)).not.toContain("$");
});

test("nothing is said of an error that means nothing known", () => {
  expect(explainError(new Error("the tide is out"))).toBeUndefined();
  expect(explainError("thrown as a text")).toBeUndefined();
});

test("only an answer that bears two coordinates and not one is told to be written for two", () => {
  interface Now {
    readonly w: number[];
    readonly g: number[];
    readonly t: number;
  }
  const told = (stops: (now: Now) => unknown): string =>
    (check as unknown as (id: string, answer: unknown) => Feedback)(
      "gradient-descent/rule",
      (now: Now, { lambda }: { lambda: number }) => {
        stops(now);
        return { w: now.w.map((x, i) => x - lambda * now.g[i]!) };
      },
    ).text;
  const words = "t is written for two coordinates, and stops where there is one";
  expect(told(({ g }) => g[1]!.toFixed())).toContain(words);
  expect(told(({ t, w }) => (t > 500 ? (undefined as unknown as number[])[0] : w))).not.toContain(words);
});

test.each<[string, Rule, string]>([
  ["a plain rule", gradientDescent, "go through them with map or a loop."],
  ["one that solves with the Hessian", newton, "solve(H, g) does."],
])("the cure for it in %s", (_, rule, cure) => {
  const answer = ({ w, g }: { w: number[]; g: number[] }) => ({ w: w.map((x) => x - g[1]!.valueOf()) });
  expect(diagnoseStep({ rule, conventions: [], misconceptions: [] }, answer)).toMatchObject({
    kind: "failure",
    mistake: { id: "coordinates: 2", cure: `It should work for any number of coordinates: ${cure}` },
  });
});
