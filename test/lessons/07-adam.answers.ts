/** Answers to "write the Adam update". */
import { type Answers, zip } from "./answer.ts";

const adam: Answers = {
  right: [
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
  wrong: [
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
      told: /in the m̂ that w is computed with, t is one too small/,
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
      told: /in step 1, in the line of m, the factor 1 − β₁ is left out/,
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
  ],
};

export const answers = { rule: adam };
