/** Answers to the first functions one writes. */
import { type Answers, zip } from "./answer.ts";

const twice: Answers = {
  right: [({ x }) => x + x, ({ x }) => x / 0.5, (given) => [given.x, given.x].reduce((a, b) => a + b)],
  wrong: [
    { title: "plus two", answer: ({ x }) => x + 2, told: /2 is added/ },
    { title: "squared", answer: ({ x }) => x * x, told: /squared/ },
    { title: "half", answer: ({ x }) => x / 2, told: /x is divided by 2 and not multiplied/ },
    { title: "itself", answer: ({ x }) => x, told: /factor 2 is left out/, unearned: true },
    { title: "the other way", answer: ({ x }) => -2 * x, told: /sign is flipped/ },
  ],
};

const step: Answers = {
  right: [
    ({ w }, { lambda }) => ({ w: Array.from(w, (x) => Number(x) * lambda) }),
    ({ w }, { lambda }) => {
      for (let i = 0; i < w.length; i++) w[i] *= lambda;
    },
    ({ w }, { lambda }) => ({ w: zip(w, w, (x) => x - (1 - lambda) * x) }),
  ],
  wrong: [
    {
      title: "takes λ away",
      answer: ({ w }, { lambda }) => ({ w: zip(w, w, (x) => x - lambda) }),
      told: /taken away from each/,
    },
    {
      title: "loses the share",
      answer: ({ w }, { lambda }) => ({ w: zip(w, w, (x) => x - lambda * x) }),
      told: /loses the share/,
    },
    {
      title: "adds λ",
      answer: ({ w }, { lambda }) => ({ w: zip(w, w, (x) => x + lambda) }),
      told: /added|\+/,
    },
    { title: "stays", answer: ({ w }) => ({ w }), told: /λ/, unearned: true },
    {
      title: "the other way",
      answer: ({ w }, { lambda }) => ({ w: zip(w, w, (x) => -lambda * x) }),
      told: /sign/,
    },
  ],
};

const moves: Answers = {
  right: [
    ({ x }) => x * 0.8 * 0.8 * 0.8 * 0.8 * 0.8,
    ({ x }) => 0.32768 * x,
    ({ x }) => [1, 2, 3, 4, 5].reduce((at) => 0.8 * at, x),
  ],
  wrong: [
    {
      title: "one of five is kept",
      answer: ({ x }) => {
        const shrink = (at: number): number => 0.8 * at;
        let at = Number(x);
        for (let t = 1; t <= 5; t++) at = shrink(x);
        return at;
      },
      told: /only one move/,
    },
    { title: "one move", answer: ({ x }) => 0.8 * x, told: /only one move/ },
    { title: "four moves", answer: ({ x }) => x * 0.8 ** 4, told: /4 stands where 5 should/ },
    { title: "five times 0.8", answer: ({ x }) => x * 0.8 * 5, told: /multiplied by 5/ },
    { title: "takes 0.8 away", answer: ({ x }) => x - 5 * 0.8, told: /taken away in each move/ },
  ],
};

export const answers = { twice, step, moves };
