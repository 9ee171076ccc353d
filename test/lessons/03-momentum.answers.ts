/** Answers to "write the momentum update". */
import { type Answers, zip } from "./answer.ts";

const momentum: Answers = {
  right: [
    ({ w, m, g }, { lambda, alpha }) => {
      for (let i = 0; i < w.length; i++) {
        m[i] = alpha * m[i] - lambda * g[i];
        w[i] += m[i];
      }
    },
    ({ w, m, g }, { lambda, alpha }) => {
      const v = zip(m, g, (a, b) => alpha * a - lambda * b);
      return { w: zip(w, v, (a, b) => a + b), m: v };
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
  wrong: [
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
        return { w: zip(w, v, (a, b) => a + b), m: v };
      },
      told: /sign of λ·g is flipped/,
    },
    {
      title: "forgets to return m",
      answer: ({ w, m, g }, { lambda, alpha }) => ({
        w: w.map((x: number, i: number) => x + alpha * m[i] - lambda * g[i]),
      }),
      told: /not returned/,
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
      told: /λ is always 0\.0123/,
    },
    {
      title: "clips the velocity",
      answer: ({ w, m, g }, { lambda, alpha }) => {
        for (const i of w.keys()) {
          m[i] = Math.max(-0.25, Math.min(0.25, alpha * m[i] - lambda * g[i]));
          w[i] += m[i];
        }
      },
      told: /held between −0\.25 and 0\.25/,
    },
  ],
};

export const answers = { rule: momentum };
