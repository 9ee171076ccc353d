/** Answers to "write the Newton update". */
/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-argument */
import { type Answers, zip } from "./answer.ts";

const newton: Answers = {
  right: [
    ({ w, g, H, solve }) => ({ w: zip(w, solve(H, g), (x, p) => x - p) }),
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
  wrong: [
    {
      title: "plus",
      answer: ({ w, g, H, solve }) => ({ w: zip(w, solve(H, g), (x, p) => x + p) }),
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
    { title: "H unused", answer: ({ w, g }) => ({ w: zip(w, g, (x, y) => x - y) }), told: /H is not used/ },
    {
      title: "half a step",
      answer: ({ w, g, H, solve }) => ({ w: zip(w, solve(H, g), (x, p) => x - p / 2) }),
      told: /halved/,
    },
  ],
};

export const answers = { rule: newton };
