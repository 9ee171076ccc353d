/** Answers to "write the AdaGrad update". */
import { type Answers, zip } from "./answer.ts";

const adagrad: Answers = {
  right: [
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
  wrong: [
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
      told: /κ is multiplied by 0\.9/,
    },
  ],
};

export const answers = { rule: adagrad };
