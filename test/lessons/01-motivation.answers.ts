/** Answers to "write the gradient". */
/* eslint-disable @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/restrict-plus-operands */
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

export const answers = { gradient };
