/** Answers to "write the Nesterov update". */
import { type Answers, zip } from "./answer.ts";

const nesterov: Answers = {
  right: [
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
  wrong: [
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
      told: /the step starts from the look-ahead point and not from w/,
    },
  ],
};

export const answers = { rule: nesterov };
