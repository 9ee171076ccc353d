import { rmsprop } from "../../rules/rmsprop.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

type Names = ["kappa", "lambda" | "zeta" | "epsilon"];

/** Exercises of the lesson on RMSProp. */
export const rmspropExercises = defineExercises("rmsprop", {
  first: exercise.predict({
    title: "A first step",
    prompt: "λ = 0.1, ζ = 0.75, and a slope of 7: how long is RMSProp's first step?",
    fields: { length: { label: "first step", answer: 0.2, within: 0.0005 } },
    because:
      "κ is a quarter of 7², its root is 3.5, and 0.1·7/3.5 = 0.2: the slope cancels, and 1/√0.25 is 2.",
    hints: ["What is κ after one step, as a share of g²?", "The root of a quarter is a half."],
  }),
  forgets: exercise.choose({
    title: "What is true of RMSProp?",
    prompt: "Which of these is true of RMSProp at a constant rate λ?",
    options: {
      a: {
        text: "Its effective rate can only shrink, as AdaGrad's.",
        reason: "κ can fall when the slopes become gentler, and then the rate grows.",
      },
      b: {
        text: "Some memories after a cliff its rate is what the gentle land calls for.",
        reason: "The cliff leaks away within a few times 1/(1-ζ) steps.",
        right: true,
      },
      c: {
        text: "On a bowl without noise it comes to rest at the minimum.",
        reason: "Near the minimum κ leaks away, the rate passes 2/h, and the ball hops.",
      },
      d: {
        text: "With ζ near 1 the first steps are too short, since κ starts at 0.",
        reason: "κ divides: too small a κ makes the steps too long.",
      },
    },
    hints: [
      "κ is a leaky average: when does it fall?",
      "Try each sentence on the cliff and on the parabola.",
    ],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the RMSProp update",
    prompt:
      "Keep κ, the leaky average of the squared gradients of each coordinate, and divide by its root. Put ε inside the root, as the slide's formula does.",
    rule: rmsprop,
    solution: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const average = kappa.map((old, i) => zeta * old + (1 - zeta) * g[i]! ** 2);
      return {
        w: w.map((x, i) => x - (lambda * g[i]!) / Math.sqrt(average[i]! + epsilon)),
        kappa: average,
      };
    },
    misconceptions: [
      {
        what: "ζ and 1 - ζ are swapped: the memory is about one step long",
        equations: { kappa: "(1 - zeta)*kappa + zeta*g^2" },
      },
      { what: "the squares are summed, as in AdaGrad", equations: { kappa: "kappa + g^2" } },
      {
        what: "the new square comes in whole, so that κ is a leaky sum and not an average",
        equations: { kappa: "zeta*kappa + g^2" },
      },
    ],
    hints: [
      "Two lines: first κ, then the step.",
      "κ keeps the share ζ of its old value and takes in the share 1 - ζ of g².",
      "Each coordinate of w moves by −λ·g/√(κ + ε), with the new κ.",
    ],
  }),
  swapped: exercise.findTheBug<Names[0], Names[1]>({
    title: "A start without a jump",
    prompt:
      "A colleague's RMSProp starts without any jump, and on noisy batches it behaves like signs alone. Mend it.",
    rule: rmsprop,
    given: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const average = kappa.map((old, i) => (1 - zeta) * old + zeta * g[i]! ** 2);
      return {
        w: w.map((x, i) => x - (lambda * g[i]!) / Math.sqrt(average[i]! + epsilon)),
        kappa: average,
      };
    },
    solution: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const average = kappa.map((old, i) => zeta * old + (1 - zeta) * g[i]! ** 2);
      return {
        w: w.map((x, i) => x - (lambda * g[i]!) / Math.sqrt(average[i]! + epsilon)),
        kappa: average,
      };
    },
    because:
      "ζ and 1 - ζ were swapped. With ζ = 0.9 the memory was about 1/0.9 steps, so each slope was divided by nearly its own size.",
    hints: ["How much of the old κ is kept when ζ is 0.9?", "ζ goes with the old average."],
  }),
  both: exercise.explain({
    title: "What was gained, what was lost?",
    prompt:
      'A friend says: "AdaGrad guarantees a shrinking rate; RMSProp threw that away." In three sentences: what was gained, what was lost, and how does one get both?',
    model:
      "Gained: the rate fits the slopes of the last 1/(1-ζ) steps, and an early cliff is forgotten. Lost: near a minimum the rate grows until it passes 2/h, so at a constant λ the ball hops by about λ/2 to each side. One gets both by letting λ itself decay, on a plan, and not because of what happened on the first slope.",
    hints: ["Think of the cliff, then of the parabola.", "Which number may you lower by hand?"],
  }),
});
