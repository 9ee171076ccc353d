import { objective } from "fall-line";
import { fastest } from "./fastest.ts";

/** A value, and its gradient written into `out`. */
type HandWritten = (w: Float64Array, out: Float64Array) => number;

interface Case {
  readonly title: string;
  readonly text: string;
  readonly variables: readonly string[];
  readonly byHand: HandWritten;
}

/**
 * For the first formula: how many times as long as the loop by hand value and gradient together may take, and how many
 * milliseconds compiling. The others are measured only.
 */
const GOAL = 1.5;
const COMPILING = 100;
const EVALUATIONS = 200;

const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `x${i}`);
const sum = (count: number, term: (k: number) => string): string =>
  Array.from({ length: count }, (_, k) => term(k)).join(" + ");

const [TERMS, INPUTS] = [100, 10];
const weights = Float64Array.from({ length: TERMS * INPUTS }, (_, i) =>
  Number((((i * 37) % 101) / 101 - 0.5).toFixed(3)),
);

const logistic: HandWritten = (w, out) => {
  let value = 0;
  out.fill(0);
  for (let k = 0; k < TERMS; k++) {
    let z = 0;
    for (let j = 0; j < INPUTS; j++) z += weights[k * INPUTS + j]! * w[j]!;
    const e = Math.exp(z);
    value += Math.log(1 + e);
    for (let j = 0; j < INPUTS; j++) out[j]! += (e / (1 + e)) * weights[k * INPUTS + j]!;
  }
  return value;
};

const tanhs: HandWritten = (w, out) => {
  let [value, slope0, slope1] = [0, 0, 0];
  for (let k = 0; k < 20; k++) {
    const y = Math.tanh(k * w[0]! + w[1]! * w[1]!);
    value += y;
    slope0 += (1 - y * y) * k;
    slope1 += (1 - y * y) * 2 * w[1]!;
  }
  out[0] = slope0;
  out[1] = slope1;
  return value;
};

const sigmoids: HandWritten = (w, out) => {
  let [value, slope0, slope1] = [1, 0, 0];
  for (let k = 1; k <= 10; k++) {
    const share = 1 / (1 + Math.exp(w[1]! - k * w[0]!));
    value *= share;
    slope0 += (1 - share) * k;
    slope1 -= 1 - share;
  }
  out[0] = value * slope0;
  out[1] = value * slope1;
  return value;
};

const chain: HandWritten = (w, out) => {
  let value = 0;
  out.fill(0);
  for (let i = 0; i + 1 < w.length; i++) {
    const [step, away] = [w[i + 1]! - w[i]!, w[i]! - 1];
    value += step * step + 0.1 * away * away;
    out[i]! += 0.2 * away - 2 * step;
    out[i + 1]! += 2 * step;
  }
  return value;
};

const CASES: readonly Case[] = [
  {
    title: "a sum of 100 terms of log(1 + exp(...)) in ten variables",
    text: sum(TERMS, (k) => `log(1 + exp(${sum(INPUTS, (j) => `${weights[k * INPUTS + j]!}*x${j}`)}))`),
    variables: names(INPUTS),
    byHand: logistic,
  },
  {
    title: "a sum of 20 terms of tanh",
    text: sum(20, (k) => `tanh(${k}*x0 + x1^2)`),
    variables: names(2),
    byHand: tanhs,
  },
  {
    title: "a product of ten sigmoids",
    text: Array.from({ length: 10 }, (_, k) => `1/(1 + exp(x1 - ${k + 1}*x0))`).join(" * "),
    variables: names(2),
    byHand: sigmoids,
  },
  {
    title: "a quadratic chain of 1,000 variables",
    text: sum(999, (i) => `(x${i + 1} - x${i})^2 + 0.1*(x${i} - 1)^2`),
    variables: names(1000),
    byHand: chain,
  },
];

/** Long formulas beside loops written by hand: value and gradient at a point, and the time to compile. */
export function benchFormulas(): boolean {
  console.log(
    `\nlong formulas (goals for the first: within ${GOAL} times the loop by hand, compiled within ${COMPILING} ms)`,
  );
  return CASES.map(measure).every(Boolean);
}

function measure({ title, text, variables, byHand }: Case, place: number): boolean {
  const n = variables.length;
  const make = (): ReturnType<typeof objective> => objective(text, { variables });
  const [compiling] = fastest([() => void make()]) as [number];
  const on = make();
  const [w, mine, theirs] = [
    Float64Array.from({ length: n }, (_, i) => 0.3 + 0.1 * Math.sin(i)),
    new Float64Array(n),
    new Float64Array(n),
  ];
  let total = 0;
  const repeat = (evaluate: () => number) => (): void => {
    for (let i = 0; i < EVALUATIONS; i++) {
      w[0] = 0.3 + i * 1e-6;
      total += evaluate();
    }
  };
  const ours = repeat(() => {
    on.gradient(w, mine, 1);
    return on.value(w);
  });
  const [seconds, handSeconds] = fastest([ours, repeat(() => byHand(w, theirs))]) as [number, number];
  const far = mine.findIndex((x, i) => Math.abs(x - theirs[i]!) > 1e-9 * Math.max(1, Math.abs(x)));
  if (far >= 0 || !Number.isFinite(total)) throw new Error(`${title}: ${mine[far]!} is not ${theirs[far]!}`);
  const ratio = seconds / handSeconds;
  console.log(
    `  ${title}: ${ratio.toFixed(2)} times the loop by hand, compiled in ${(compiling * 1000).toFixed(0)} ms`,
  );
  return place > 0 || (ratio <= GOAL && compiling * 1000 <= COMPILING);
}
