import { lessonExercises } from "fall-line";
import { beforeAll, describe, expect, it } from "vitest";
import { type Bench, ended, gradeFunction } from "../../src/grading/grade-function.ts";
import { ENDED, type Ended } from "../../src/grading/sandbox/limits.ts";
import { language, sandboxScript } from "./standard.ts";

let bench: Bench;
beforeAll(async () => {
  bench = {
    insideScript: await sandboxScript(),
    language: language(),
    known: new Map(),
    seeds: [271828, 314159],
  };
});

const programOf = (text: string) => ({ text, waits: false, remembers: false });

/** Each as a student writes it; what it asks for (gradient, solve) is answered from outside of the sandbox. */
it.each<[id: string, program: string, outcome: string, credit: number]>([
  ["start-here/twice", "({ x }) => x + x", "right", 1],
  ["start-here/twice", "({ x }) => Math.abs(x) + x", "almost", 0],
  ["start-here/twice", "({ x }) => Math.sin(x) ** 3 / Math.cosh(x)", "not yet", 0],
  ["start-here/twice", "({ x }) => (Number.isInteger(x * 1000) ? 2 * x : 2 * x)", "right", 1],
  ["motivation/slopes", "({ x, y }) => [2 * x * y, x * x]", "right", 1],
  ["motivation/slopes", "({ x, y }) => [x * x, 2 * x * y]", "almost", 0],
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
  const feedback = await gradeFunction(id, lessonExercises.all.get(id)!, programOf(`(${program});`), bench);
  expect([feedback.outcome, feedback.credit ?? 0], feedback.text).toEqual([outcome, credit]);
});

it.each<[why: Ended, outcome: string]>([
  ["time", "took too long"],
  ["work", "took too long"],
  ["memory", "crashed"],
  ["output", "crashed"],
  ["depth", "crashed"],
])("an answer that is ended for its %s %s", (why, outcome) => {
  expect(ended("a/b", why)).toMatchObject({
    outcome,
    headline: `Stopped: ${ENDED[why]}.`,
    credit: 0,
    mistakes: [{ id: `ended: ${why}`, sentence: ENDED[why] }],
  });
});

describe("a program", () => {
  const id = "start-here/twice";
  const exercise = lessonExercises.all.get(id)!;
  /** As if it were the first: what others came to is not remembered. */
  const graded = (program: string) => {
    bench.known.clear();
    return gradeFunction(id, exercise, programOf(program), bench);
  };

  it("is tried once; of two thousand others none is remembered then", async () => {
    const program = "({ x }) => 2 * x;";
    const { known } = bench;
    const feedback = await graded(program);
    expect([...known]).toEqual([[`${id}\n${program}`, feedback]]);
    const next = (text: string) => gradeFunction(id, exercise, programOf(text), bench);
    expect(await next(program)).toBe(feedback);
    for (let k = 1; k < 1999; k++) known.set(String(k), feedback);
    await next("({ x }) => x * 2;");
    expect(known.size).toBe(2000);
    await next("({ x }) => x + x + 0;");
    expect(known.size).toBe(1);
  });

  it("that is ended is told why", async () => {
    expect(await graded("() => { for (;;); };")).toEqual(ended(id, "time"));
  });

  it("has an engine as if it were a new one, and all of its memory, whatever the one before did", async () => {
    const outcomes = [];
    for (const program of [
      "globalThis.left = Math.left = Object.prototype.left = 1; ({ x }) => 2 * x;",
      "({ x }) => (globalThis.left ?? Math.left ?? {}.left ?? 2) * x;",
      "const all = new Float64Array(6e6).fill(1); ({ x }) => 2 * x * all[9];",
      "const all = new Float64Array(6e6); ({ x }) => 2 * x + all[9];",
      "const all = []; for (;;) all.push(new Float64Array(1e6));",
      "({ x }) => 2 * x + 0 * Number('0');",
      "const f = () => f() + 1; ({ x }) => f();",
      "({ x }) => x + x;",
    ])
      outcomes.push((await graded(program)).outcome);
    expect(outcomes).toEqual(["right", "right", "right", "right", "crashed", "right", "crashed", "right"]);
  });

  it("that stops with an error before there is an answer, or changes built-ins, is told so", async () => {
    expect(await graded("null.x;")).toMatchObject({
      outcome: "crashed",
      headline: "The code stops with an error before there is an answer.",
      credit: 0,
      mistakes: [{ id: "error: TypeError" }],
      blocks: [{ kind: "code", code: "TypeError: Cannot read properties of null (reading 'x')" }],
    });
    expect(
      await graded("Math.abs = () => 1; ({ x }) => { Math.sqrt = () => 1; return 2 * x; };"),
    ).toMatchObject({
      outcome: "not yet",
      headline: "Not yet: it changes Math.sqrt, which everything else computes with.",
      credit: 0,
      mistakes: [{ id: "changed: built-ins" }],
    });
  });

  it("that changes what is read of built-ins, and no value of theirs, is told so", async () => {
    const list = "Object.getPrototypeOf(Float64Array.prototype)";
    const changing = `({ x }) => { Object.defineProperty(${list}, "length", { get: () => 1 }); return 2 * x; };`;
    expect(await graded(changing)).toMatchObject({
      headline: "Not yet: it changes Float64Array.prototype.length, which everything else computes with.",
    });
  });

  it("is tried without the time limit of notebooks, which is there again afterwards", async () => {
    const hosts = globalThis as Record<symbol, unknown>;
    const limits = Symbol.for("fall-line.limits");
    const before = hosts[limits];
    const own = {
      runWithTimeLimit: () => {
        throw new Error("it is limited");
      },
    };
    hosts[limits] = own;
    try {
      expect((await graded("({ x }) => 2 * x;")).outcome).toBe("right");
      expect(hosts[limits]).toBe(own);
    } finally {
      hosts[limits] = before;
    }
  });
});
