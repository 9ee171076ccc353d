import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { descend, type Objective, quadratic, ravine, type Rule, rosenbrock, rules } from "fall-line";
import { fastest } from "./fastest.ts";
import { benchFormulas } from "./formulas.ts";
import { handRules } from "./hand.ts";

const RATE = 0.001;

interface Case {
  readonly title: string;
  readonly on: Objective;
  readonly steps: number;
  readonly record: "all" | "none";
  /** How many times as long as the hand-written loop a descent may take. */
  readonly goal: number;
}

const spread = (n: number): Objective =>
  quadratic(
    Array.from({ length: n }, (_, i) => 0.1 + i / n),
    { name: `quadratic with ${n} parameters` },
  );

const CASES: readonly Case[] = [
  { title: "n = 2, ravine, everything recorded", on: ravine, steps: 50_000, record: "all", goal: 3 },
  { title: "n = 2, Rosenbrock, everything recorded", on: rosenbrock, steps: 50_000, record: "all", goal: 3 },
  { title: "n = 1,000, nothing recorded", on: spread(1_000), steps: 5_000, record: "none", goal: 1.5 },
  { title: "n = 100,000, nothing recorded", on: spread(100_000), steps: 50, record: "none", goal: 1.5 },
];

/**
 * Steps per second of every rule, beside loops written by hand that call the same compiled objective: its gradient and
 * its value at every step, as `descend` does. Gives whether all goals were met.
 */
export function benchLibrary(): boolean {
  const met = CASES.map((one) => benchCase(one));
  return [...met, benchFormulas(), benchMemory()].every(Boolean);
}

function benchCase({ title, on, steps, record, goal }: Case): boolean {
  console.log(`\n${title} (goal: within ${goal} times the loop by hand)`);
  const slow = rules.filter((rule) => !(on.dimension > 2 && usesMatrices(rule)));
  const missed = slow.filter((rule) => {
    const start = Float64Array.from(on.start ?? []);
    const hyper = rule.rate === undefined ? {} : { [rule.rate]: RATE };
    const taken: number[] = [];
    const ours = (): void => void taken.push(descend(on, rule, { start, steps, hyper, record }).steps);
    const byHand = (): void => runByHand(rule.id, on, start, steps, record === "all");
    const [seconds, handSeconds] = Object.hasOwn(handRules, rule.id)
      ? fastest([ours, byHand])
      : fastest([ours, () => undefined]);
    const perSecond = Math.round(taken[0]! / seconds!).toLocaleString("en");
    const ratio = Object.hasOwn(handRules, rule.id) ? seconds! / handSeconds! : undefined;
    const beside = ratio === undefined ? "" : `  ${ratio.toFixed(2)} times the loop by hand`;
    console.log(`  ${rule.id.padEnd(20)}${perSecond.padStart(12)} steps/s${beside}`);
    return ratio !== undefined && ratio > goal;
  });
  console.log(missed.length === 0 ? "  goal met" : `  goal missed: ${missed.map(({ id }) => id).join(", ")}`);
  return missed.length === 0;
}

const usesMatrices = ({ equations, state }: Rule): boolean =>
  Object.values(state).some(({ shape }) => shape === "matrix") ||
  Object.values(equations).some(({ text }) => /\bH\b/.test(text));

function runByHand(id: string, on: Objective, start: Float64Array, steps: number, records: boolean): void {
  const n = start.length;
  const step = handRules[id]!(n, records);
  const [w, g] = [start.slice(), new Float64Array(n)];
  const width = 2 + 6 * n;
  const rows = new Float64Array(records ? (steps + 1) * width : 0);
  rows[0] = on.value(w);
  for (let t = 1; t <= steps; t++) {
    const at = t * width;
    on.gradient(w, g, t);
    step(w, g, t, rows, at + 2);
    const loss = on.value(w);
    if (records) {
      rows[at] = loss;
      rows[at + 1] = RATE;
    }
  }
}

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** Memory of a trace: 8 bytes for each number recorded, and a constant. */
function benchMemory(): boolean {
  const adam = rules.find(({ id }) => id === "adam")!;
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  const steps = 200_000;
  const trace = descend(ravine, adam, { steps, record: "all" });
  collectGarbage();
  const bytes = process.memoryUsage().arrayBuffers - before;
  const numbers = (steps + 1) * (2 + 6 * 2);
  console.log(`\nmemory of a trace: ${(bytes / numbers).toFixed(2)} bytes per number recorded (goal: 8)`);
  return trace.steps === steps && bytes / numbers < 8.1;
}
