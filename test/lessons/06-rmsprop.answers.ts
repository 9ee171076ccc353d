/** Answers to "write the RMSProp update". */
import { type Answers, zip } from "./answer.ts";

const rmsprop: Answers = {
  right: [
    ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      for (let i = 0; i < w.length; i++) {
        kappa[i] += (1 - zeta) * (g[i] * g[i] - kappa[i]);
        w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
      }
    },
    ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const squares = zip(kappa, g, (k, x) => zeta * k + (1 - zeta) * x ** 2);
      const rates = squares.map((k) => lambda * (k + epsilon) ** -0.5);
      return {
        w: zip(
          w,
          zip(g, rates, (x, rate) => x * rate),
          (x, step) => x - step,
        ),
        kappa: squares,
      };
    },
    ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const k = kappa.map((old: number, i: number) => old - (1 - zeta) * (old - Math.pow(g[i], 2)));
      return {
        kappa: k,
        w: w.map((x: number, i: number) => x - (lambda * g[i]) / (Math.sqrt(k[i]) + epsilon)),
      };
    },
  ],
  wrong: [
    {
      title: "swapped shares",
      answer: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] += zeta * (g[i] ** 2 - kappa[i]);
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /swapped/,
    },
    {
      title: "a sum",
      answer: ({ w, kappa, g }, { lambda, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] += g[i] ** 2;
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /as in AdaGrad/,
    },
    {
      title: "a leaky sum",
      answer: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
        const k = zip(kappa, g, (old, x) => zeta * old + x * x);
        return {
          w: w.map((x: number, i: number) => x - (lambda * g[i]) / Math.sqrt(k[i]! + epsilon)),
          kappa: k,
        };
      },
      told: /leaky sum and not an average/,
    },
    {
      title: "no root",
      answer: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] = zeta * kappa[i] + (1 - zeta) * g[i] ** 2;
          w[i] -= (lambda * g[i]) / (kappa[i] + epsilon);
        }
      },
      told: /root of κ \+ ε is left out/,
    },
    {
      title: "the old kappa",
      answer: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
        for (const i of w.keys()) {
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
          kappa[i] = zeta * kappa[i] + (1 - zeta) * g[i] ** 2;
        }
      },
      told: /uses the old κ/,
    },
    {
      title: "an average that starts at the first square",
      answer: ({ w, kappa, g, t }, { lambda, zeta, epsilon }) => {
        for (const i of w.keys()) {
          kappa[i] = t === 1 ? g[i] ** 2 : zeta * kappa[i] + (1 - zeta) * g[i] ** 2;
          w[i] -= (lambda * g[i]) / Math.sqrt(kappa[i] + epsilon);
        }
      },
      told: /in step 1, in the line of κ, the factor 1 − ζ is left out/,
    },
  ],
};

export const answers = { rule: rmsprop };
