import { adam, adamw, exercise, prose, ravine } from "fall-line/library";
import { predictions } from "./predictions.ts";

type Names = ["m" | "v", "eta" | "beta1" | "beta2" | "epsilon"];

/** Exercises of the lesson on Adam. */
export const exercises = {
  ...predictions,
  first: exercise.predict({
    title: "The first step",
    prompt:
      "On f = x² from x = 5 with η = 0.1 and the usual β₁ and β₂: how long is Adam's first step, and where does it end?",
    fields: {
      length: { label: "length of step 1", answer: 0.1, within: 0.0005 },
      x: { label: "x after step 1", answer: 4.9, within: 0.0005 },
    },
    because:
      "After one step m̂ is the gradient itself and v̂ its square, so the step is η·g/|g|: it has the length η whatever the slope.",
    hints: ["What are m̂ and v̂ after one step?", "m = (1 − β₁)·g, and the correction divides by 1 − β₁."],
  }),
  uncorrected: exercise.foresee({
    title: "Without a cure",
    prompt:
      "A steady slope g, β₁ = 0.9 and β₂ = 0.999: how long is the first step of the incomplete rule, compared with η?",
    options: {
      same: { text: "As long as η.", reason: "So it was with β₂ = 0.99, by luck." },
      short: {
        text: "A tenth of η.",
        reason: "m is a tenth of g, but the root of v is small too: √0.001 = 0.0316 of |g|.",
      },
      long: {
        text: "About three times η.",
        reason: "m is 0.1·g and √v is 0.0316·|g|, so the step is 3.16·η.",
        right: true,
      },
    },
    explanation: prose`
      With the slide's own numbers: first step exactly $\eta$, then more than twice $\eta$ at step 13. With 0.999: three times too
      long at once, and more than six times at step 12. After 200 steps it is still not over.

      Long steps at the very start, where the slopes are steepest, are what one can least afford.
    `,
    hints: ["Work out m and √v after one step, as shares of g."],
  }),
  correction: exercise.choose({
    title: "What is the correction for?",
    prompt: "Why does Adam divide m by 1 − β₁ᵗ?",
    options: {
      scale: {
        text: "To make the steps longer throughout.",
        reason: "After some tens of steps 1 − β₁ᵗ is nearly 1, and the correction does nothing more.",
      },
      start: {
        text: "Because m starts at 0, and is too small in the first steps.",
        reason: "For a constant gradient m is (1 − β₁ᵗ)·g after t steps: divided by that, it is g.",
        right: true,
      },
      noise: {
        text: "To take the noise out of the gradient.",
        reason: "The average does that. The correction mends what its start at 0 did to it.",
      },
      zero: { text: "To keep the divisor above 0.", reason: "That is what ε is for." },
    },
    hints: ["Let the gradient be 1 at every step, and write down m for t = 1, 2, 3."],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the Adam update",
    prompt:
      "Update m and v, correct both for their start at 0, and step. Keep the uncorrected ones; t counts from 1.",
    rule: adam,
    solution: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
      const next = w.map((x, i) => {
        const mHat = first[i] / (1 - beta1 ** t);
        const vHat = second[i] / (1 - beta2 ** t);
        return x - (eta * mHat) / (Math.sqrt(vHat) + epsilon);
      });
      return { w: next, m: first, v: second };
    },
    misconceptions: [
      { what: "neither moment is corrected for its start at 0", equations: { mHat: "m", vHat: "v" } },
      {
        what: "both corrections multiply where they should divide",
        equations: { mHat: "m*(1 - beta1^t)", vHat: "v*(1 - beta2^t)" },
      },
      {
        what: "the corrected moments are stored back, and corrected again in the next step",
        equations: {
          m: "(beta1*m + (1 - beta1)*g)/(1 - beta1^t)",
          v: "(beta2*v + (1 - beta2)*g^2)/(1 - beta2^t)",
          mHat: "m",
          vHat: "v",
        },
      },
      {
        what: "m̂ is computed and then not used, as on slide 21",
        equations: { w: "w - eta*m/(sqrt(vHat) + epsilon)" },
      },
    ],
    hints: [
      "Five lines: m, v, their corrections, the step.",
      "The corrections divide by 1 − β₁ᵗ and by 1 − β₂ᵗ.",
      "Return m and v themselves, not the corrected ones.",
      "w moves by −η·m̂/(√v̂ + ε).",
    ],
  }),
  ten: exercise.findTheBug<Names[0], Names[1]>({
    title: "The fault on slide 21",
    prompt:
      "This is Adam as slide 21 prints it. Its first step has a tenth of the length it should have. What is computed and then not used? Mend the step.",
    rule: adam,
    given: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      for (let i = 0; i < w.length; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
        const vHat = v[i] / (1 - beta2 ** t);
        w[i] -= (eta * m[i]) / Math.sqrt(vHat + epsilon);
      }
      return { w, m, v };
    },
    solution: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      for (let i = 0; i < w.length; i++) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
        const mHat = m[i] / (1 - beta1 ** t);
        const vHat = v[i] / (1 - beta2 ** t);
        w[i] -= (eta * mHat) / (Math.sqrt(vHat) + epsilon);
      }
      return { w, m, v };
    },
    misconceptions: [
      { what: "neither moment is corrected for its start at 0", equations: { mHat: "m", vHat: "v" } },
    ],
    because:
      "Only the second moment was corrected. After one step m is a tenth of g, and nothing made up for it.",
    hints: ["Which of the two moments is corrected?", "m starts at 0 as v does."],
  }),
  stored: exercise.findTheBug<Names[0], Names[1]>({
    title: "Corrected and kept",
    prompt:
      "A colleague corrects m and v where they are stored. The first step is right, the second is not. Mend it.",
    rule: adam,
    given: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const first = m.map((old, i) => (beta1 * old + (1 - beta1) * g[i]) / (1 - beta1 ** t));
      const second = v.map((old, i) => (beta2 * old + (1 - beta2) * g[i] ** 2) / (1 - beta2 ** t));
      const next = w.map((x, i) => x - (eta * first[i]) / (Math.sqrt(second[i]) + epsilon));
      return { w: next, m: first, v: second };
    },
    solution: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
      const [shareM, shareV] = [1 - beta1 ** t, 1 - beta2 ** t];
      const next = w.map((x, i) => x - (eta * first[i]) / shareM / (Math.sqrt(second[i] / shareV) + epsilon));
      return { w: next, m: first, v: second };
    },
    misconceptions: [
      { what: "neither moment is corrected for its start at 0", equations: { mHat: "m", vHat: "v" } },
    ],
    because:
      "A corrected moment was stored and corrected again in the next step. What is kept are m and v; the corrected ones are for this step only.",
    hints: ["What goes into the next step's average?", "Correct for the step, and keep m and v as they are."],
  }),
  pulled: exercise.findTheBug<Names[0], Names[1] | "decay">({
    title: "Decay through the root",
    prompt:
      "This should be AdamW. The pull towards 0 is in the slopes, so it is averaged and divided like all slopes. Mend it.",
    rule: adamw,
    given: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
      const pulled = g.map((x, i) => x + decay * w[i]);
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * pulled[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * pulled[i] ** 2);
      const [shareM, shareV] = [1 - beta1 ** t, 1 - beta2 ** t];
      const next = w.map((x, i) => x - (eta * first[i]) / shareM / (Math.sqrt(second[i] / shareV) + epsilon));
      return { w: next, m: first, v: second };
    },
    solution: ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
      const [shareM, shareV] = [1 - beta1 ** t, 1 - beta2 ** t];
      const kept = 1 - eta * decay;
      const next = w.map(
        (x, i) => x * kept - (eta * first[i]) / shareM / (Math.sqrt(second[i] / shareV) + epsilon),
      );
      return { w: next, m: first, v: second };
    },
    because:
      "The pull stood in the slopes and was divided with them. In AdamW it multiplies the weight by 1 − η·γ, outside the moments.",
    hints: [
      "Which slopes go into the averages? Those of the loss, and nothing else.",
      "The old weight is multiplied by 1 − η·γ before Adam's step is taken.",
    ],
  }),
  tuned: exercise.tune({
    title: "Below 0.01 in 30 steps",
    prompt:
      "Find η and β₁ with which Adam brings the loss in the ravine below 0.01 within 30 steps, and keep it there.",
    rule: adam,
    on: ravine,
    start: [-8, 1.5],
    steps: 30,
    below: 0.01,
    given: { eta: 0.1, beta1: 0.9 },
    solution: { eta: 1, beta1: 0.7 },
    because:
      "Adam's steps have about the length η, so 8 to go in 30 steps asks for an η near 1; a smaller β₁ forgets sooner and swings less.",
    hints: ["About how long is each of Adam's steps?", "With η near 1, try a smaller β₁."],
  }),
  half: exercise.explain({
    title: "Two ideas in one rule",
    prompt:
      "In two or three sentences: which two earlier rules does Adam combine, and what does each contribute?",
    model:
      "The first moment is momentum, as an average: it smooths the direction and carries through ravines. The second moment is RMSProp's: it gives each coordinate a step of its own size. The correction makes both right from the first step on.",
    lookFor: {
      momentum: "From momentum: an average that smooths the direction.",
      rmsprop: "From RMSProp: a step of its own size for each coordinate.",
      correction: "The correction makes both right from the first step on.",
    },
    hints: ["One of them is in the numerator, the other under the root."],
  }),
};
