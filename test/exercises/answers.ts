/** Answers as students write them: right ones of several styles, and wrong ones in another style than the solution. */

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-argument, @typescript-eslint/restrict-plus-operands */
type Step = (now: any, hyper: any) => unknown;
export interface Wrong {
  readonly title: string;
  readonly answer: Step;
  /** What must be in the name that is given; a number is the first step that departs, where no name fits. */
  readonly told: RegExp | number;
}

const zip = (a: number[], b: number[], f: (x: number, y: number) => number): number[] =>
  a.map((x, i) => f(x, b[i]!));

export const right: Readonly<Record<string, readonly Step[]>> = {
  "momentum/rule": [
    ({ w, m, g }, { lambda, alpha }) => {
      for (let i = 0; i < w.length; i++) {
        m[i] = alpha * m[i] - lambda * g[i];
        w[i] += m[i];
      }
    },
    ({ w, m, g }, { lambda, alpha }) => {
      const v = zip(m, g, (a, b) => alpha * a - lambda * b);
      return [zip(w, v, (a, b) => a + b), v];
    },
    ({ w, m, g }, { lambda, alpha }) => {
      const buffer = Float64Array.from(m, (old, i) => alpha * Number(old) + g[i]);
      return { w: Float64Array.from(w, (x, i) => Number(x) - lambda * buffer[i]!), m: buffer };
    },
    ({ w, m, g }, { lambda, alpha }) => ({
      w: w.map((x: number, i: number) => x - (alpha * m[i] + lambda * g[i])),
      m: m.map((x: number, i: number) => alpha * x + lambda * g[i]),
    }),
  ],
  "nesterov/rule": [
    ({ w, m, gradient }, { lambda, alpha }) => {
      const g = gradient(zip(w, m, (x, v) => x + alpha * v));
      for (const i of w.keys()) {
        m[i] = alpha * m[i] - lambda * g[i];
        w[i] += m[i];
      }
    },
    ({ w, m, g }, { lambda, alpha }) => {
      const v = zip(m, g, (a, b) => alpha * a - lambda * b);
      return { w: w.map((x: number, i: number) => x + alpha * v[i]! - lambda * g[i]), m: v };
    },
    ({ w, m, g }, { lambda, alpha }) => {
      const v = zip(m, g, (a, b) => alpha * a + b);
      return { w: w.map((x: number, i: number) => x - lambda * (g[i] + alpha * v[i]!)), m: v };
    },
  ],
  "adagrad/rule": [
    ({ w, kappa, g }, { lambda, epsilon }) => {
      for (let i = 0; i < g.length; i++)
        w[i] -= (lambda * g[i]) / Math.sqrt((kappa[i] += g[i] * g[i]) + epsilon);
    },
    ({ w, kappa, g }, { lambda, epsilon }) => {
      const sums = zip(kappa, g, (k, x) => k + x ** 2);
      return {
        kappa: sums,
        w: zip(
          w,
          zip(g, sums, (x, k) => x / (Math.sqrt(k) + epsilon)),
          (x, d) => x - lambda * d,
        ),
      };
    },
    ({ w, kappa, g }, { lambda, epsilon }) => {
      const sums = kappa.map((k: number, i: number) => k + Math.pow(g[i], 2));
      return {
        kappa: sums,
        w: w.map((x: number, i: number) => x - lambda * g[i] * (sums[i] + epsilon) ** -0.5),
      };
    },
  ],
  "adam/rule": [
    ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      for (let i = 0; i < w.length; i++) {
        m[i] += (1 - beta1) * (g[i] - m[i]);
        v[i] += (1 - beta2) * (g[i] * g[i] - v[i]);
        w[i] -=
          (eta * (m[i] / (1 - Math.pow(beta1, t)))) / (Math.sqrt(v[i] / (1 - Math.pow(beta2, t))) + epsilon);
      }
    },
    ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const m1 = zip(m, g, (a, b) => beta1 * a + (1 - beta1) * b);
      const v1 = zip(v, g, (a, b) => beta2 * a + (1 - beta2) * b * b);
      const rate = (eta * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
      return {
        w: w.map((x: number, i: number) => x - (rate * m1[i]!) / (Math.sqrt(v1[i]!) + epsilon)),
        m: m1,
        v: v1,
      };
    },
    ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const [m1, v1] = [m, v].map((old, k) =>
        zip(old, g, (a, b) => (k === 0 ? beta1 * a + (1 - beta1) * b : beta2 * a + (1 - beta2) * b * b)),
      );
      const step = zip(m1!, v1!, (a, b) => a / (1 - beta1 ** t) / Math.sqrt(b / (1 - beta2 ** t) + epsilon));
      return { w: zip(w, step, (x, s) => x - eta * s), m: m1, v: v1 };
    },
  ],
  "newton/rule": [
    ({ w, g, H, solve }) => zip(w, solve(H, g), (x, p) => x - p),
    ({ w, g, H, solve }) => {
      const p = solve(H, g);
      for (let i = 0; i < w.length; i++) w[i] -= p[i];
    },
    ({ w, g, H, solve }) => {
      const columns = w.map((_: number, i: number) =>
        solve(
          H,
          w.map((__: number, j: number) => (i === j ? 1 : 0)),
        ),
      );
      return {
        w: w.map(
          (x: number, i: number) =>
            x - columns.reduce((sum: number, column: number[], j: number) => sum + column[i]! * g[j], 0),
        ),
      };
    },
  ],
};

export const wrong: Readonly<Record<string, readonly Wrong[]>> = {
  "momentum/rule": [
    {
      title: "w before m, in a loop",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (let i = 0; i < w.length; i++) {
          w[i] += m[i];
          m[i] = alpha * m[i] - lambda * g[i];
        }
      },
      told: /uses the old m/,
    },
    {
      title: "adds the gradient",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        const v = zip(m, g, (a, b) => alpha * a + lambda * b);
        return [zip(w, v, (a, b) => a + b), v];
      },
      told: /sign of λ·g is flipped/,
    },
    {
      title: "forgets to return m",
      answer: ({ w, m, g }, { lambda, alpha }) => ({
        w: w.map((x: number, i: number) => x + alpha * m[i] - lambda * g[i]),
      }),
      told: /plain gradient descent/,
    },
    {
      title: "the share 1 - alpha on the gradient",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - (1 - alpha) * lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /share 1 − α/,
    },
    {
      title: "two slips: 1 - alpha kept, and a sign",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (const i of w.keys()) {
          m[i] = (1 - alpha) * m[i] + lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /1 − α stands where α should|sign of λ·g/,
    },
    {
      title: "a rate of its own",
      answer: ({ w, m, g }, { alpha }) => {
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - 0.0123 * g[i];
          w[i] += m[i];
        }
      },
      told: 1,
    },
    {
      title: "clips the velocity",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (const i of w.keys()) {
          m[i] = Math.max(-0.25, Math.min(0.25, alpha * m[i] - lambda * g[i]));
          w[i] += m[i];
        }
      },
      told: 2,
    },
  ],
  "nesterov/rule": [
    {
      title: "gradient at w",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /at w and not ahead/,
    },
    {
      title: "looks ahead by m",
      answer: ({ w, m, gradient }, { lambda, alpha }) => {
        const g = gradient(zip(w, m, (x, v) => x + v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /whole velocity/,
    },
    {
      title: "looks ahead by lambda m",
      answer: ({ w, m, gradient }, { lambda, alpha }) => {
        const g = gradient(zip(w, m, (x, v) => x + lambda * v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /ahead by λ/,
    },
    {
      title: "looks back",
      answer: ({ w, m, gradient }, { lambda, alpha }) => {
        const g = gradient(zip(w, m, (x, v) => x - alpha * v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * g[i];
          w[i] += m[i];
        }
      },
      told: /sign of α·m/,
    },
    {
      title: "adds the correction twice",
      answer: ({ w, m, gradient }, { lambda, alpha }) => {
        const g = gradient(zip(w, m, (x, v) => x + alpha * v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * g[i];
          w[i] += m[i] - lambda * g[i];
        }
      },
      told: /once more/,
    },
    {
      title: "looks ahead with the new m",
      answer: ({ w, m, g, gradient }, { lambda, alpha }) => {
        const n = zip(m, g, (o, x) => alpha * o - lambda * x);
        const far = gradient(zip(w, n, (x, v) => x + alpha * v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * far[i];
          w[i] += m[i];
        }
      },
      told: /holds the gradient at w already/,
    },
    {
      title: "updates m before it looks, and after",
      answer: ({ w, m, g, gradient }, { lambda, alpha }) => {
        for (const i of w.keys()) m[i] = alpha * m[i] - lambda * g[i];
        const far = gradient(zip(w, m, (x, v) => x + alpha * v));
        for (const i of w.keys()) {
          m[i] = alpha * m[i] - lambda * far[i];
          w[i] += m[i];
        }
      },
      told: /twice in a step/,
    },
    {
      title: "stays at the look-ahead point",
      answer: ({ w, m, gradient }, { lambda, alpha }) => {
        const a = zip(w, m, (x, v) => x + alpha * v);
        const g = gradient(a);
        const v = zip(m, g, (o, x) => alpha * o - lambda * x);
        return { w: zip(a, v, (x, y) => x + y), m: v };
      },
      told: 2,
    },
  ],
  "adagrad/rule": [
    {
      title: "overwrites kappa",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] = g[i] ** 2;
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /overwritten/,
    },
    {
      title: "no square",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] += Math.abs(g[i]);
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /taken by its size/,
    },
    {
      title: "no root",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] += g[i] * g[i];
          w[i] -= (lambda * g[i]) / (kappa[i] + epsilon);
        }
      },
      told: /root of κ \+ ε is left out/,
    },
    {
      title: "one kappa for all",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        const s = g.reduce((a: number, x: number) => a + x * x, 0);
        for (const i of w.keys()) {
          kappa[i] += s;
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /share one κ/,
    },
    {
      title: "the old kappa",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
          kappa[i] += g[i] * g[i];
        }
      },
      told: /uses the old κ/,
    },
    {
      title: "epsilon left out",
      answer: ({ w, kappa, g }, { lambda }) => {
        for (const i of w.keys()) {
          kappa[i] += g[i] * g[i];
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i]);
        }
      },
      told: /ε is left out/,
    },
    {
      title: "a leaky sum",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] = 0.9 * kappa[i] + g[i] * g[i];
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: 2,
    },
  ],
  "adam/rule": [
    {
      title: "no correction",
      answer: ({ w, m, v, g }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (Math.sqrt(v[i]) + epsilon);
        }
      },
      told: /neither moment is corrected/,
    },
    {
      title: "multiplies",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i] * (1 - beta1 ** t)) / (Math.sqrt(v[i] * (1 - beta2 ** t)) + epsilon);
        }
      },
      told: /both corrections multiply/,
    },
    {
      title: "stores the corrected moments",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = (beta1 * m[i] + (1 - beta1) * g[i]) / (1 - beta1 ** t);
          v[i] = (beta2 * v[i] + (1 - beta2) * g[i] ** 2) / (1 - beta2 ** t);
          w[i] -= (eta * m[i]) / (Math.sqrt(v[i]) + epsilon);
        }
      },
      told: /stored back/,
    },
    {
      title: "t one too large",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -=
            (eta * m[i]) / (1 - beta1 ** (t + 1)) / (Math.sqrt(v[i] / (1 - beta2 ** (t + 1))) + epsilon);
        }
      },
      told: /t is one too large everywhere/,
    },
    {
      title: "one beta for both",
      answer: ({ w, m, v, g, t }, { eta, beta1, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta1 * v[i] + (1 - beta1) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (1 - beta1 ** t) / (Math.sqrt(v[i] / (1 - beta1 ** t)) + epsilon);
        }
      },
      told: /β₁ is used for β₂ everywhere/,
    },
    {
      title: "the slide's fault",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
        }
      },
      told: /computed and then not used|not divided/,
    },
    {
      title: "t from 0",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -=
            (eta * m[i]) / (1 - beta1 ** (t - 1)) / (Math.sqrt(v[i] / (1 - beta2 ** (t - 1))) + epsilon);
        }
      },
      told: /t is one too small everywhere/,
    },
    {
      title: "t from 0 in the first correction alone",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (1 - beta1 ** (t - 1)) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
        }
      },
      told: /in the line of m̂, t is one too small/,
    },
    {
      title: "divides by the power alone, and t from 0",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (t - 1) / (Math.sqrt(v[i]) + epsilon);
        }
      },
      told: 1,
    },
    {
      title: "m starts at g",
      answer: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
        for (const i of w.keys()) {
          m[i] = t === 1 ? g[i] : beta1 * m[i] + (1 - beta1) * g[i];
          v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
          w[i] -= (eta * m[i]) / (1 - beta1 ** t) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + epsilon);
        }
      },
      told: 1,
    },
  ],
  "newton/rule": [
    {
      title: "plus",
      answer: ({ w, g, H, solve }) => zip(w, solve(H, g), (x, p) => x + p),
      told: /away from the flat place/,
    },
    {
      title: "the diagonal",
      answer: ({ w, g, H }) => {
        for (const i of w.keys()) w[i] -= g[i] / H[i][i];
      },
      told: /its own second derivative/,
    },
    {
      title: "H times g",
      answer: ({ w, g, H }) =>
        w.map(
          (x: number, i: number) => x - H[i].reduce((s: number, h: number, j: number) => s + h * g[j], 0),
        ),
      told: /not by its inverse/,
    },
    { title: "H unused", answer: ({ w, g }) => zip(w, g, (x, y) => x - y), told: /H is not used/ },
    {
      title: "half a step",
      answer: ({ w, g, H, solve }) => zip(w, solve(H, g), (x, p) => x - p / 2),
      told: 1,
    },
  ],
};

type Formula = (numbers: any) => unknown;
export const formulas: readonly {
  id: string;
  title: string;
  answer: Formula;
  told: RegExp | "right" | "departs";
}[] = [
  {
    id: "decay/exponential",
    title: "a power",
    answer: ({ t, lambda, k }) => lambda * Math.E ** (k - k * t),
    told: "right",
  },
  {
    id: "decay/exponential",
    title: "a loop",
    answer: ({ t, lambda, k }) => {
      let rate = lambda;
      for (let s = 1; s < t; s++) rate *= Math.exp(-k);
      return rate;
    },
    told: "right",
  },
  {
    id: "decay/exponential",
    title: "a quotient",
    answer: ({ t, lambda, k }) => lambda / Math.exp(k * (t - 1)),
    told: "right",
  },
  {
    id: "decay/exponential",
    title: "compounded",
    answer: ({ t, lambda, k }) => {
      let rate = lambda;
      for (let s = 1; s <= t; s++) rate *= Math.exp(-k * (s - 1));
      return rate;
    },
    told: /compounded/,
  },
  {
    id: "decay/exponential",
    title: "grows",
    answer: ({ t, lambda, k }) => lambda * Math.exp(k * (t - 1)),
    told: /grows/,
  },
  {
    id: "decay/exponential",
    title: "t",
    answer: ({ t, lambda, k }) => lambda * Math.exp(-k * t),
    told: /decayed already/,
  },
  {
    id: "decay/exponential",
    title: "forgets lambda",
    answer: ({ t, k }) => Math.exp(-k * (t - 1)),
    told: /factor λ is left out/,
  },
  {
    id: "decay/exponential",
    title: "linear",
    answer: ({ t, lambda, k }) => lambda * (1 - k * (t - 1)),
    told: "departs",
  },
  { id: "decay/inverse", title: "lambda over t", answer: ({ t, lambda }) => lambda / t, told: /λ\/t/ },
];
