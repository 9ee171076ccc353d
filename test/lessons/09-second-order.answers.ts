/** Answers to "write the Newton update". */
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

const pair: Answers = {
  right: [
    ({ g1, g2, a, b, c }) => {
      const D = a * c - b ** 2;
      return [(g1 * c - g2 * b) / D, (g2 * a - g1 * b) / D];
    },
    function (given) {
      const { g1, g2, a, b, c } = given;
      const inverse = [
        [c, -b],
        [-b, a],
      ].map((row) => row.map((entry) => entry / (a * c - b * b)));
      return inverse.map(([left, right]) => left! * g1 + right! * g2);
    },
    ({ g1, g2, a, b, c }) => {
      // The larger of a and b is the pivot.
      const [p, q, h] = Math.abs(a) > Math.abs(b) ? [a, b, g1] : [b, c, g2];
      const [r, s, k] = Math.abs(a) > Math.abs(b) ? [b, c, g2] : [a, b, g1];
      const p2 = (k - (r / p) * h) / (s - (r / p) * q);
      return [(h - q * p2) / p, p2];
    },
  ],
  wrong: [
    {
      title: "the diagonal",
      answer: ({ g1, g2, a, c }) => [g1 / a, g2 / c],
      told: /its own curvature/,
    },
    {
      title: "a plus in the determinant",
      answer: ({ g1, g2, a, b, c }) => [
        (c * g1 - b * g2) / (a * c + b * b),
        (a * g2 - b * g1) / (a * c + b * b),
      ],
      told: /a·c \+ b²/,
    },
    {
      title: "H times g",
      answer: ({ g1, g2, a, b, c }) => [a * g1 + b * g2, b * g1 + c * g2],
      told: /not by its inverse/,
    },
    {
      title: "no determinant",
      answer: ({ g1, g2, a, b, c }) => [c * g1 - b * g2, a * g2 - b * g1],
      told: /not divided by the determinant/,
    },
    {
      title: "the two change places",
      answer: ({ g1, g2, a, b, c }) => {
        const D = a * c - b * b;
        return [(a * g2 - b * g1) / D, (c * g1 - b * g2) / D];
      },
      told: /reverse order/,
    },
    {
      title: "divided by a, which may be 0",
      answer: ({ g1, g2, a, b, c }) => {
        const p2 = (g2 - (b / a) * g1) / (c - (b / a) * b);
        return [(g1 - b * p2) / a, p2];
      },
      told: "departs",
    },
  ],
};

export const answers = { rule: newton, pair };
