/** What is run again from its text gives what the engine gives, and reaches nothing else. */
import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import type { Exercise } from "../../../src/exercises/exercise.ts";
import { allPointsOf } from "../../../src/exercises/formula-target.ts";
import { interpreted } from "../../../src/exercises/own-text/interpret.ts";
import { OutOfReach } from "../../../src/exercises/own-text/reach.ts";
import { functionIn } from "../../../src/exercises/own-text/read.ts";
import type { Candidate } from "../../../src/exercises/run/candidate.ts";
import { casesFor } from "../../../src/exercises/run/cases.ts";
import { givenIn } from "../../../src/exercises/run/observe.ts";
import { sourceOf } from "../../../src/exercises/run/source.ts";
import { someUnlessLong } from "../../long.ts";
import { answersOf, functionOf } from "../class/run.ts";

const answers = someUnlessLong(([1, 2, 3] as const).flatMap(answersOf), 4);

/** What an exercise gives an answer, anew each time. */
function givenTo(id: string): (() => unknown[])[] {
  const exercise = lessonExercises.all.get(id) as Exercise;
  if (exercise.kind === "formula")
    return allPointsOf(exercise.target)
      .slice(0, 3)
      .map((point) => () => [{ ...point }]);
  if (exercise.kind !== "write" && exercise.kind !== "bug") return [];
  const { rule } = exercise.target;
  return casesFor(rule)
    .all.slice(0, 3)
    .map((one) => () => [givenIn(one), { ...one.hyper }]);
}

const outcome = (run: () => unknown): string => {
  try {
    return JSON.stringify(run());
  } catch (error) {
    return error instanceof OutOfReach ? "out of reach" : "threw";
  }
};

test("answers of all writers, right and wrong, give what they give; few are out of reach", () => {
  let reached = 0;
  let all = 0;
  const different: unknown[] = [];
  for (const one of answers) {
    const answer = functionOf(one) as Candidate | undefined;
    const text = functionIn(sourceOf(answer));
    if (answer === undefined || text === undefined) continue;
    for (const given of givenTo(one.id)) {
      all += 1;
      const again = outcome(() => interpreted(text, {}, new Map())(...given()));
      if (again === "out of reach") continue;
      reached += 1;
      const itself = outcome(() => (answer as (...all: unknown[]) => unknown)(...given()));
      if (itself !== again) different.push([one.id, one.code, itself, again]);
    }
  }
  expect(different).toEqual([]);
  expect(all).toBeGreaterThan(500);
  expect(reached / all).toBeGreaterThan(0.9);
});

test.each([
  "() => globalThis",
  "() => process.exit()",
  "() => [].constructor",
  "() => (() => 1).constructor('return 1')()",
  "() => Math.constructor()",
  "() => Math.random()",
  "() => Array.prototype",
  "({ x }) => x.constructor",
  "() => { const o = {}; o.__proto__ = { a: 1 }; return o.a; }",
  "() => { const { constructor } = []; return constructor; }",
  "() => { while (true) { 1; } }",
  "() => { const f = () => f(); return f(); }",
  "() => new Array(1000000)",
  "() => { let a = [1, 2]; for (let i = 0; i < 40; i++) a = a.concat(a); return a; }",
  "() => { let a = 'xy'; for (let i = 0; i < 40; i++) a = a + a; return a; }",
  "async () => 1",
  "() => this",
  "() => import('node:fs')",
  "() => eval('1')",
])("%s reaches nothing", (source) => {
  const text = functionIn(source)!;
  let came: unknown;
  try {
    came = interpreted(text, {}, new Map())({ x: 1 });
  } catch (error) {
    if (!(error instanceof OutOfReach) && !(error instanceof TypeError) && !(error instanceof RangeError))
      throw error;
  }
  expect(came).toBeUndefined();
});
