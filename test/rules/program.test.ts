import { describe, expect, test } from "vitest";
import {
  conventions,
  defineRule,
  descend,
  hyper,
  line,
  objective,
  type Rule,
  rules,
  state,
  type Trace,
} from "fall-line";
import { compileRule } from "../../src/rules/compile.ts";
import { hyperparametersOf } from "../../src/rules/hyperparameters.ts";
import { interpretRule } from "../../src/rules/interpret.ts";
import { type Program, startRegisters } from "../../src/rules/program.ts";
import { Walker } from "../../src/trace/walker.ts";

const rate = { lambda: hyper.positive({ tex: "\\lambda", default: 0.05, meaning: "learning rate" }) };

/** Rules that need what those of the library do not: each way in which lines can follow each other. */
const strange: readonly Rule[] = [
  defineRule({
    id: "shapes",
    title: "All shapes in turn",
    hyperparameters: rate,
    rate: "lambda",
    state: {
      c: state.scalar({ start: 2, meaning: "a number" }),
      A: state.matrix({ meaning: "a matrix" }),
      m: state.vector({ start: 0.5, meaning: "a vector" }),
      S: state.history({ capacity: 2, meaning: "points" }),
    },
    gradientAt: "w + rate*m/n",
    equations: {
      c: "c/2 + norm(g)/(1 + n + t)",
      m: "0.5*m + g/c",
      u: "m^2 - sqrt(abs(m))*rate",
      A: "A/2 + outer(m, u)/(1 + dot(m, m))",
      k: line.matrix("A + identity(g)"),
      p: "mul(k, u + m) - mul(inv(k + 3*identity(w)), g)",
      S: "append(S, p)",
      q: "twoLoop(g, S, append(S, m/2))",
      h: line.scalar("mean(q + p) + loss"),
      w: "w - lambda*(m > 0 ? g : 2*g) - rate*h/100 - 0.001*max(p, q, u)",
    },
  }),
  defineRule({
    id: "plain",
    title: "No call of whole vectors",
    hyperparameters: rate,
    state: { a: state.vector({ meaning: "a" }), b: state.vector({ start: 1, meaning: "b" }) },
    equations: {
      d: "a + b",
      a: "b - g/9",
      f: line.scalar("t*n + loss"),
      b: "d/f + a/2",
      E: line.matrix("2*H"),
      w: "w - lambda*(g + a*b) - d/50",
    },
  }),
];

const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
const spread = defineRule({
  id: "spread",
  title: "One number for all entries",
  state: { A: state.matrix({ meaning: "a matrix" }), m: state.vector({ meaning: "a vector" }) },
  gradientAt: "2",
  equations: { A: "t", m: "loss/9", w: "w - g/9 - mul(A, m)/100" },
});
const all: readonly Rule[] = [...new Set([...rules, ...forms, ...strange, spread])];

const bumpy = (n: number) =>
  objective(
    Array.from({ length: n }, (_, i) => `${i + 1}*(x${i} - x${(i + 1) % n}/4)^2 + cos(x${i})/3`).join(" + "),
    { variables: Array.from({ length: n }, (_, i) => `x${i}`) },
  );

const places = new Map([1, 2, 4, 5, 7].map((n) => [n, bumpy(n)]));
const startOf = (n: number): number[] => Array.from({ length: n }, (_, i) => 1 - 0.3 * i);
const STEPS = 5;

function walked(rule: Rule, program: Program, n: number): { points: number[][]; rows: number[][] } {
  const walker = new Walker(rule, places.get(n)!, {
    start: startOf(n),
    hyper: Object.values(hyperparametersOf(rule, rule.sensible ?? {})),
    rateAt: (t) => 0.04 / t,
  });
  const points: number[][] = [];
  const rows: number[][] = [];
  for (let t = 1; t <= STEPS; t++) {
    walker.look(program, t);
    expect(walker.step(program)).toBeUndefined();
    walker.commit();
    const { now, lookahead } = walker.registers;
    points.push([...walker.w], [...lookahead]);
    rows.push(
      now.flatMap((memory) =>
        memory instanceof Float64Array ? [...memory] : memory.vectors.flatMap((v) => [...v]),
      ),
    );
  }
  return { points, rows };
}

const close = (numbers: readonly number[]): unknown[] =>
  numbers.map((x): unknown => expect.closeTo(x, 9 - Math.max(0, Math.ceil(Math.log10(Math.abs(x) + 1)))));

describe.each([...places.keys()])(
  "in %i parameters a compiled rule takes the steps of the interpreted one:",
  (n) => {
    test.each(all.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
      const [fast, slow] = [walked(rule, compileRule(rule, n), n), walked(rule, interpretRule(rule), n)];
      expect(fast.points).toEqual(slow.points.map(close));
      expect(fast.rows).toEqual(slow.rows.map(close));
    });
  },
);

/** The values of a step, each line computed by itself from those that are recorded. */
test.each(strange.map((rule) => [rule.id, rule] as const))(
  "what is recorded of %s is what it computes",
  (_id, rule) => {
    for (const n of [2, 5]) {
      const on = places.get(n)!;
      const path: Trace = descend(on, rule, { start: startOf(n), steps: 3, record: "all" });
      for (const t of [1, 2, 3]) {
        const step = path.at(t) as unknown as Record<string, Float64Array & number>;
        const before = path.at(t - 1);
        const [g, H] = [new Float64Array(n), new Float64Array(n * n)];
        const place = rule.gradientAt === "w" ? before.w : step["lookahead"]!;
        on.gradient(place, g, t);
        on.hessian(place, H);
        expect([...step["g"]!]).toEqual([...g]);
        if (rule.id === "plain") {
          const [a, b] = [before["a" as never] as Float64Array, before["b" as never] as Float64Array];
          expect([...step["H"]!]).toEqual([...H]);
          expect([...step["E"]!]).toEqual([...H].map((x) => 2 * x));
          expect([...step["d"]!]).toEqual(close([...a].map((x, i) => x + b[i]!)));
          expect(step["f"]).toBeCloseTo(t * n + before.loss, 9);
          expect([...step["b"]!]).toEqual(
            close([...step["d"]!].map((d, i) => d / step["f"]! + step["a"]![i]! / 2)),
          );
        } else {
          const m = before["m" as never] as Float64Array;
          expect([...place]).toEqual(close([...before.w].map((x, i) => x + (0.05 * m[i]!) / n)));
          expect([...step["u"]!]).toEqual(
            close([...step["m"]!].map((x) => x * x - Math.sqrt(Math.abs(x)) * 0.05)),
          );
          expect([...step["k"]!]).toEqual(
            close([...step["A"]!].map((x, i) => x + (i % (n + 1) === 0 ? 1 : 0))),
          );
          const sum = [...step["q"]!].reduce((total, x, i) => total + x + step["p"]![i]!, 0);
          expect(step["h"]).toBeCloseTo(sum / n + before.loss, 9);
        }
        expect([path.names.includes("S"), step.rate]).toEqual([false, rule.id === "plain" ? 1 : 0.05]);
      }
    }
  },
);

describe("a step that leaves the finite numbers is refused, compiled and interpreted,", () => {
  test.each<[string, Record<string, string>]>([
    ["in w", { w: "w/(t - t)" }],
    ["in one coordinate of w", { w: "w + 1/(w - 2)" }],
    ["in a vector that is remembered", { m: "g/(t - t)", w: "w - g" }],
    ["in a number that is remembered", { c: "1/(t - t)", w: "w - g" }],
    ["in a matrix that is remembered", { A: "A/(t - t)", w: "w - g" }],
  ])("%s", (_title, equations) => {
    const memories = {
      m: state.vector({ meaning: "m" }),
      c: state.scalar({ meaning: "c" }),
      A: state.matrix({ meaning: "A" }),
    };
    const states = Object.fromEntries(Object.entries(memories).filter(([name]) => name in equations));
    const rule = defineRule({
      id: "bad",
      title: "Bad",
      state: states,
      equations: equations as { w: string },
    });
    for (const n of [2, 6])
      for (const program of [compileRule(rule, n), interpretRule(rule)]) {
        const registers = startRegisters(rule, [2, 1, 1, 1, 1, 1].slice(0, n), []);
        registers.g.fill(1);
        registers.t = 1;
        expect(program.step(registers)).toBe(false);
      }
  });
});

test("a number that is not finite in a line that is not remembered does no harm", () => {
  const rule = defineRule({
    id: "odd",
    title: "Odd",
    equations: { d: "g/(t - t)", w: "w - min(1, abs(d))" },
  });
  for (const program of [compileRule(rule, 2), interpretRule(rule)]) {
    const registers = startRegisters(rule, [2, 1], []);
    registers.g.fill(1);
    expect(program.step(registers)).toBe(true);
    expect(registers.next[0]).toEqual(Float64Array.of(1, 0));
  }
});

test("a rule that searches along lines says so where nothing can be searched", () => {
  const rule = rules.find(({ id }) => id === "bfgs")!;
  expect(() => interpretRule(rule).step(startRegisters(rule, [1, 1], []))).toThrow(
    "BFGS needs a line search, which has no place here",
  );
});

test("two descents by one rule, of other sizes or with other records, do not share what they compute with", () => {
  const rule = strange[0]!;
  const run = (n: number, record: "all" | "path") =>
    descend(places.get(n)!, rule, { start: startOf(n), steps: 3, record }).end;
  const alone = [run(2, "all"), run(5, "path")];
  expect([run(2, "path"), run(5, "all")]).toEqual(alone);
  const some = descend(places.get(2)!, rule, { start: startOf(2), steps: 3, record: { terms: ["u"] } });
  const other = descend(places.get(2)!, rule, { start: startOf(2), steps: 3, record: { terms: ["p"] } });
  const whole = descend(places.get(2)!, rule, { start: startOf(2), steps: 3, record: "all" });
  for (const t of [1, 2, 3]) {
    expect(some.value("u", t)).toEqual(whole.value("u", t));
    expect(other.value("p", t)).toEqual(whole.value("p", t));
  }
});
