/** Answers to "write the decaying rate". */
import type { Answers } from "./answer.ts";

const exponential: Answers = {
  right: [
    ({ t, lambda, k }) => lambda * Math.E ** (k - k * t),
    ({ t, lambda, k }) => {
      let rate = lambda;
      for (let s = 1; s < t; s++) rate *= Math.exp(-k);
      return rate as number;
    },
    ({ t, lambda, k }) => lambda / Math.exp(k * (t - 1)),
  ],
  wrong: [
    {
      title: "compounded",
      answer: ({ t, lambda, k }) => {
        let rate = lambda;
        for (let s = 1; s <= t; s++) rate *= Math.exp(-k * (s - 1));
        return rate as number;
      },
      told: /compounded/,
    },
    { title: "grows", answer: ({ t, lambda, k }) => lambda * Math.exp(k * (t - 1)), told: /grows/ },
    { title: "t", answer: ({ t, lambda, k }) => lambda * Math.exp(-k * t), told: /decayed already/ },
    {
      title: "forgets lambda",
      answer: ({ t, k }) => Math.exp(-k * (t - 1)),
      told: /factor λ is left out/,
    },
    {
      title: "linear",
      answer: ({ t, lambda, k }) => lambda * (1 - k * (t - 1)),
      told: /straight line/,
    },
    { title: "a power of k", answer: ({ t, lambda, k }) => lambda * k ** (t - 1), told: /k is the base/ },
  ],
};

const inverse: Answers = {
  right: [
    ({ t, lambda, k }) => lambda * (1 + k * (t - 1)) ** -1,
    ({ t, lambda, k }) => {
      let divisor = 1;
      for (let s = 1; s < t; s++) divisor += k;
      return lambda / divisor;
    },
    ({ t, lambda, k }) => lambda / (1 - k + k * t),
  ],
  wrong: [
    { title: "lambda over t", answer: ({ t, lambda }) => lambda / t, told: /λ\/t/ },
    { title: "t", answer: ({ t, lambda, k }) => lambda / (1 + k * t), told: /decayed already/ },
    {
      title: "no 1",
      answer: ({ t, lambda, k }) => (t === 1 ? lambda : lambda / (k * (t - 1))),
      told: /1 is left out/,
    },
    {
      title: "a sign",
      answer: ({ t, lambda, k }) => lambda / (1 - k * (t - 1)),
      told: /sign of k·\(t − 1\)/,
    },
    {
      title: "compounded",
      answer: ({ t, lambda, k }) => {
        let rate = lambda;
        for (let s = 1; s <= t; s++) rate /= 1 + k * (s - 1);
        return rate as number;
      },
      told: /decays again/,
    },
    {
      title: "multiplies",
      answer: ({ t, lambda, k }) => lambda * (1 + k * (t - 1)),
      told: /is a factor, and should be a divisor/,
    },
  ],
};

export const answers = { exponential, inverse };
