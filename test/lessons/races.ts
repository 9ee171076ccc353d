/** Races on Beale's surface by loops of their own, beside the library: many starts, rates and settings in a second. */

type Settings = Readonly<Record<string, number>>;

const slopes = (x: number, y: number): [number, number] => {
  const [a, b, c] = [1.5 - x + x * y, 2.25 - x + x * y ** 2, 2.625 - x + x * y ** 3];
  return [2 * (a * (y - 1) + b * (y * y - 1) + c * (y ** 3 - 1)), 2 * x * (a + 2 * b * y + 3 * c * y * y)];
};
const height = (x: number, y: number): number =>
  (1.5 - x + x * y) ** 2 + (2.25 - x + x * y ** 2) ** 2 + (2.625 - x + x * y ** 3) ** 2;

/** The losses after each of some numbers of steps; Infinity where it has run away. */
function lossesAfter(
  rule: string,
  rate: number,
  { alpha = 0.9, zeta = 0.99, beta1 = 0.9, beta2 = 0.999 }: Settings,
  from: readonly number[],
  budgets: readonly number[],
): number[] {
  const w = [...from] as [number, number];
  const [m, k] = [
    [0, 0],
    [0, 0],
  ];
  const losses: number[] = [];
  for (let t = 1; t <= budgets.at(-1)!; t++) {
    const isAhead = rule === "nesterov";
    const g = isAhead ? slopes(w[0] + alpha * m[0]!, w[1] + alpha * m[1]!) : slopes(...w);
    for (const i of [0, 1] as const) {
      if (rule === "gradient-descent") w[i] -= rate * g[i];
      else if (rule === "momentum" || isAhead) w[i] += m[i] = alpha * m[i]! - rate * g[i];
      else if (rule === "adam") {
        m[i] = beta1 * m[i]! + (1 - beta1) * g[i];
        k[i] = beta2 * k[i]! + (1 - beta2) * g[i] ** 2;
        w[i] -= (rate * m[i]) / (1 - beta1 ** t) / (Math.sqrt(k[i] / (1 - beta2 ** t)) + 1e-8);
      } else {
        k[i] = rule === "adagrad" ? k[i]! + g[i] ** 2 : zeta * k[i]! + (1 - zeta) * g[i] ** 2;
        w[i] -= (rate * g[i]) / Math.sqrt(k[i] + 1e-7);
      }
    }
    if (budgets.includes(t)) losses.push(height(...w));
  }
  return losses.map((loss) => (Number.isFinite(loss) ? loss : Infinity));
}

const shares = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const memories = [0.5, 0.9, 0.99, 0.999];

/** What each rule may set besides its rate. */
export const choices: Readonly<Record<string, readonly Settings[]>> = {
  "gradient-descent": [{}],
  momentum: shares.map((alpha) => ({ alpha })),
  nesterov: shares.map((alpha) => ({ alpha })),
  adagrad: [{}],
  rmsprop: memories.map((zeta) => ({ zeta })),
  adam: shares.flatMap((beta1) => memories.map((beta2) => ({ beta1, beta2 }))),
};

export const eighteen = [-2, -1, 0, 1, 2, 3].flatMap((x) => [-1, 0, 1].map((y) => [x, y]));

/** The least that a rule reaches at a rate and at both its neighbours: no lucky rate counts. */
export const steadyLeast = (losses: readonly number[]): number =>
  Math.min(...losses.slice(2).map((_, k) => Math.max(...losses.slice(k, k + 3))));

/** For each budget, from how many of the eighteen starts each rule gets lowest, with the best of its settings and rates. */
export function winsOf(
  settings: Readonly<Record<string, readonly Settings[]>>,
  budgets: readonly number[],
  rates: readonly number[],
): Record<string, number>[] {
  const wins = budgets.map((): Record<string, number> => ({}));
  for (const from of eighteen) {
    const reached = Object.entries(settings).map(([rule, choice]) => {
      const runs = choice.map((hyper) => rates.map((rate) => lossesAfter(rule, rate, hyper, from, budgets)));
      return {
        rule,
        least: budgets.map((_, b) =>
          Math.min(...runs.map((losses) => steadyLeast(losses.map((each) => each[b]!)))),
        ),
      };
    });
    wins.forEach((count, b) => {
      const { rule } = reached.reduce((a, other) => (other.least[b]! < a.least[b]! ? other : a));
      count[rule] = (count[rule] ?? 0) + 1;
    });
  }
  return wins;
}
