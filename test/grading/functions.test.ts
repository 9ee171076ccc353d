import { lessonExercises } from "fall-line";
import { beforeAll, expect, it } from "vitest";
import { type Bench, gradeFunction } from "../../src/grading/grade-function.ts";
import { Engines } from "../../src/grading/sandbox/engine.ts";
import { sandboxScript } from "./standard.ts";

let bench: Bench;
beforeAll(async () => {
  bench = {
    insideScript: await sandboxScript(),
    engines: new Engines(),
    known: new Map(),
    seeds: [271828, 314159],
  };
});

/** Each as a student writes it; what it asks for (gradient, solve) is answered from outside of the sandbox. */
it.each<[id: string, program: string, outcome: string, credit: number]>([
  ["start-here/twice", "({ x }) => x + x", "right", 1],
  ["start-here/twice", "({ x }) => Math.abs(x) + x", "not yet", 0],
  ["start-here/twice", "({ x }) => (Number.isInteger(x * 1000) ? 2 * x : 2 * x)", "right", 1],
  ["motivation/slopes", "({ x, y }) => [2 * x * y, x * x]", "right", 1],
  ["motivation/slopes", "({ x, y }) => [x * x, 2 * x * y]", "almost", 0.5],
  [
    "nesterov/rule",
    "({ w, m, gradient }, { lambda, alpha }) => { const g = gradient(w.map((x, i) => x + alpha * m[i])); const v = m.map((x, i) => alpha * x - lambda * g[i]); return { w: w.map((x, i) => x + v[i]), m: v }; }",
    "right",
    1,
  ],
  [
    "nesterov/rule",
    "({ w, m, gradient }, { lambda, alpha }) => { const g = gradient(w); const v = m.map((x, i) => alpha * x - lambda * g[i]); return { w: w.map((x, i) => x + v[i]), m: v }; }",
    "almost",
    0.5,
  ],
  [
    "second-order/rule",
    "({ w, g, H, solve }) => { const p = solve(H, g); return { w: w.map((x, i) => x - p[i]) }; }",
    "right",
    1,
  ],
  ["second-order/rule", "({ w, g, H }) => ({ w: w.map((x, i) => x - g[i] / H[i][i]) })", "almost", 0.5],
  ["second-order/rule", "({ w, g, H, solve }) => ({ w: w.map((x, i) => x - solve(g, H)[i]) })", "crashed", 0],
])("of %s, %s is graded as %s", async (id, program, outcome, credit) => {
  const feedback = await gradeFunction(id, lessonExercises.all.get(id)!, `(${program});`, bench);
  expect([feedback.outcome, feedback.credit ?? 0], feedback.text).toEqual([outcome, credit]);
});
