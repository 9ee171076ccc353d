/** Answers to "write the clipped step" and "write warm-up, stable, decay". */
import type { Answers } from "./answer.ts";

const lengthOf = (g: number[]): number => Math.sqrt(g.reduce((sum, x) => sum + x * x, 0));

const rule: Answers = {
  right: [
    ({ w, g }, { lambda, bound }) => {
      const length = Math.hypot(...(g as number[]));
      const clipped = length > bound ? g.map((x: number) => (x * bound) / length) : g;
      return { w: w.map((x: number, i: number) => x - lambda * clipped[i]) };
    },
    ({ w, g }, { lambda, bound }) => {
      const step = lambda / Math.max(1, lengthOf(g as number[]) / bound);
      for (let i = 0; i < w.length; i++) w[i] -= step * g[i];
      return { w };
    },
    ({ w, g }, { lambda, bound }) => {
      const length = lengthOf(g as number[]);
      if (length <= bound) return { w: w.map((x: number, i: number) => x - lambda * g[i]) };
      return { w: w.map((x: number, i: number) => x - lambda * bound * (g[i] / length)) };
    },
  ],
  wrong: [
    {
      title: "entry by entry",
      answer: ({ w, g }, { lambda, bound }) => ({
        w: w.map((x: number, i: number) => x - lambda * Math.max(-bound, Math.min(bound, g[i]))),
      }),
      told: /each entry is cut by itself/,
    },
    {
      title: "always that long",
      answer: ({ w, g }, { lambda, bound }) => ({
        w: w.map((x: number, i: number) => x - (lambda * bound * g[i]) / lengthOf(g as number[])),
      }),
      told: /brought to the bound/,
    },
    {
      title: "not clipped",
      answer: ({ w, g }, { lambda }) => ({ w: w.map((x: number, i: number) => x - lambda * g[i]) }),
      told: /only 1 is taken/,
    },
    {
      title: "up the slope",
      answer: ({ w, g }, { lambda, bound }) => {
        const share = Math.min(1, bound / lengthOf(g as number[]));
        return { w: w.map((x: number, i: number) => x + lambda * share * g[i]) };
      },
      told: /sign|plus|up/,
    },
    {
      title: "the larger share",
      answer: ({ w, g }, { lambda, bound }) => {
        const share = Math.max(1, bound / lengthOf(g as number[]));
        return { w: w.map((x: number, i: number) => x - lambda * share * g[i]) };
      },
      told: /the larger one is taken/,
    },
  ],
};

const wsd: Answers = {
  right: [
    ({ t, eta, warm, decay, steps }) => {
      const up = t / warm;
      const down = (steps - t + 1) / decay;
      return Math.min(eta, eta * up, eta * down);
    },
    ({ t, eta, warm, decay, steps }) => {
      let share = 1;
      if (t < warm) share = Math.min(share, t / warm);
      if (steps + 1 - t < decay) share = Math.min(share, (steps + 1 - t) / decay);
      return share * eta;
    },
    ({ t, eta, warm, decay, steps }) =>
      [1, t / warm, (steps + 1 - t) / decay].sort((a, b) => a - b)[0]! * eta,
  ],
  wrong: [
    {
      title: "no warm-up",
      answer: ({ t, eta, decay, steps }) => eta * Math.min(1, (steps + 1 - t) / decay),
      told: /no warm-up/,
    },
    { title: "no decay", answer: ({ t, eta, warm }) => eta * Math.min(1, t / warm), told: /no decay/ },
    {
      title: "ends at 0",
      answer: ({ t, eta, warm, decay, steps }) => eta * Math.min(1, t / warm, (steps - t) / decay),
      told: /last step has the rate 0/,
    },
    {
      title: "the largest",
      answer: ({ t, eta, warm, decay, steps }) => eta * Math.max(1, t / warm, (steps + 1 - t) / decay),
      told: /the larger one is taken/,
    },
    {
      title: "eta forgotten",
      answer: ({ t, warm, decay, steps }) => Math.min(1, t / warm, (steps + 1 - t) / decay),
      told: /η/,
    },
  ],
};

export const answers = { rule, wsd };
