/** Answers to "write the gradient" and "find the bug". */
import type { Answers } from "./answer.ts";

const gradient: Answers = {
  right: [
    ({ x, y }) => [x / 10, y + y],
    (given) => Float64Array.of(0.05 * 2 * given.x, 2 * given.y),
    ({ x, y }) => [0.1, 2].map((factor, i) => factor * [x, y][i]),
  ],
  wrong: [
    { title: "no factor 2", answer: ({ x, y }) => [0.05 * x, y], told: /factor 2 is left out/ },
    { title: "downhill", answer: ({ x, y }) => [-0.1 * x, -2 * y], told: /way down/ },
    { title: "y first", answer: ({ x, y }) => [2 * y, 0.1 * x], told: /reverse order/ },
    {
      title: "one sign",
      answer: ({ x, y }) => [0.1 * x, -(2 * y)],
      told: /in number 2, the sign is flipped/,
    },
    {
      title: "the terms themselves",
      answer: ({ x, y }) => [0.05 * x ** 2, y ** 2],
      told: /not derived/,
    },
  ],
};

const slopes: Answers = {
  right: [
    ({ x, y }) => [x * y * 2, x * x],
    (given) => Float64Array.of((given.x + given.x) * given.y, given.x ** 2),
    ({ x, y }) => [2 * y, x].map((factor) => factor * x),
  ],
  wrong: [
    {
      title: "the other sign of x²",
      answer: ({ x, y }) => [2 * x * y, -(x * x)],
      told: /number 2, the sign is flipped/,
    },
    { title: "without y", answer: ({ x }) => [2 * x, x ** 2], told: /y is left out/ },
    { title: "no factor 2", answer: ({ x, y }) => [x * y, x ** 2], told: /factor 2 is left out/ },
    { title: "y first", answer: ({ x, y }) => [x ** 2, 2 * x * y], told: /reverse order/ },
    { title: "one sign", answer: ({ x, y }) => [-2 * x * y, x ** 2], told: /number 1, the sign is flipped/ },
  ],
};

export const answers = { gradient, slopes };
