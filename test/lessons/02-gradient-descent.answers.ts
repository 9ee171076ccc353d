/** Answers to "write gradient descent" and "mend the best rate". */
import { type Answers, zip } from "./answer.ts";

const gradientDescent: Answers = {
  right: [
    ({ w, g }, { lambda }) => ({ w: zip(w, g, (x, slope) => x - lambda * slope) }),
    ({ w, g }, { lambda }) => {
      for (let i = 0; i < w.length; i++) w[i] -= lambda * g[i];
    },
    ({ w, gradient }, { lambda }) => {
      const step = gradient(w).map((slope: number) => -lambda * slope);
      return { w: Float64Array.from(w, (x, i) => Number(x) + Number(step[i])) };
    },
  ],
  wrong: [
    {
      title: "uphill",
      answer: ({ w, g }, { lambda }) => ({ w: zip(w, g, (x, slope) => x + lambda * slope) }),
      told: /sign of λ·g is flipped/,
    },
    {
      title: "no rate",
      answer: ({ w, g }) => ({ w: zip(w, g, (x, slope) => x - slope) }),
      told: /factor λ is left out/,
    },
    {
      title: "the step alone",
      answer: ({ g }, { lambda }) => g.map((slope: number) => -lambda * slope),
      told: /w is left out/,
    },
    {
      title: "a step of one length",
      answer: ({ w, g }, { lambda }) => {
        const length = Math.hypot(...g);
        return { w: zip(w, g, (x, slope) => x - (lambda * slope) / length) };
      },
      told: /as long as the rate/,
    },
    {
      title: "the squared slope",
      answer: ({ w, g }, { lambda }) => {
        for (const i of w.keys()) w[i] -= lambda * g[i] * g[i];
      },
      told: /g is squared/,
    },
    {
      title: "the sign of the slope",
      answer: ({ w, g }, { lambda }) => ({ w: zip(w, g, (x, slope) => x - lambda * Math.sign(slope)) }),
      told: /only the sign of g/,
    },
    {
      title: "a rate that shrinks",
      answer: ({ w, g, t }, { lambda }) => ({ w: zip(w, g, (x, slope) => x - (lambda / t) * slope) }),
      told: /divided by t/,
    },
  ],
};

const edge: Answers = {
  right: [
    ({ h1, hn }) => 1 / ((h1 + hn) / 2),
    (given) => 2 * (given.h1 + given.hn) ** -1,
    ({ h1, hn }) => 2 / hn / (h1 / hn + 1),
  ],
  wrong: [
    { title: "the mean of both", answer: ({ h1, hn }) => (h1 + hn) / 2, told: /upside down/ },
    { title: "the steep one alone", answer: ({ hn }) => 1 / hn, told: /flat one waits/ },
    { title: "the flat one alone", answer: ({ h1 }) => 1 / h1, told: /flat direction alone/ },
    { title: "one over the sum", answer: ({ h1, hn }) => 1 / (h1 + hn), told: /1 stands where 2 should/ },
    { title: "the difference", answer: ({ h1, hn }) => 2 / (hn - h1), told: /sign/ },
  ],
};

export const answers = { rule: gradientDescent, edge };
