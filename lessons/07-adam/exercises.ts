import { adam, adamw, exercise, prose, ravine } from "fall-line/library";
import { predictions } from "./predictions.ts";

type Names = ["m" | "v", "eta" | "beta1" | "beta2" | "epsilon"];

/** Exercises of the lesson on Adam. */
export const exercises = {
  divided: exercise.predict({
    title: "A slope with a past",
    prompt: "AdaGrad with λ = 0.5: κ stands at 9, and the next slope is 4. How long is the step?",
    recalls: "adagrad/second",
    fields: {
      length: {
        label: "length",
        answer: 0.4,
        within: 0.0005,
        by: "λ·g/√(9 + g²)",
      },
    },
    given: { λ: 0.5, g: 4 },
    because: "κ becomes 9 + 16 = 25, and the step is 0.5 · 4/5.",
    hints: ["First the new κ, with the square of the slope; then the step, divided by its root."],
  }),
  lasting: exercise.choose({
    title: "What lasts longest",
    prompt:
      "A bowl has the curvatures 0.2, 1 and 4, and λ = 0.45. In which direction does plain descent's error last longest?",
    recalls: "gradient-descent/five",
    options: {
      flat: {
        text: "In that of curvature 0.2.",
        reason:
          "A step leaves 1 − 0.45 · 0.2 = 0.91 of it. In the steep one it leaves 0.8, on the other side.",
        right: true,
      },
      middle: { text: "In that of curvature 1.", reason: "A step leaves 0.55 of it: that is the quickest." },
      steep: {
        text: "In that of curvature 4.",
        reason:
          "Its factor is −0.8: from side to side, and a fifth is lost at each step. So it would be close to the limit, 0.5.",
      },
    },
    hints: ["Each direction has its factor, 1 − λ·h. The longest lasts what is closest to 1 or −1."],
  }),
  ...predictions,
  first: exercise.predict({
    title: "A slope, and then none",
    prompt:
      "The slope is 2 in step 1 and 0 in step 2; η = 0.1, and the usual β₁ and β₂. Step 1 is η long. How long is step 2? (By then v̂ is about half of 2²; the root of 2 is 1.414.)",
    fields: {
      second: {
        label: "length of step 2",
        answer: 0.067,
        within: 0.001,
        by: "η·(β₁·(1 − β₁)·g/(1 − β₁^2))/√(g²/2)",
        slips: [
          { gives: (0.1 * 0.947) / Math.sqrt(0.003996), when: "v is not corrected for its start at 0" },
          {
            gives: (0.1 * 0.18) / Math.sqrt(0.003996),
            when: "neither m nor v is corrected for its start at 0",
          },
          { gives: 0, when: "the step takes the slope, and not m" },
          { gives: 0.1, when: "step 2 is taken to be as long as step 1" },
          { gives: 0.09, when: "only m fades, by its share β₁" },
          { gives: 0.2 / Math.SQRT2, when: "m̂ is held to stay 2" },
          { gives: 0.1 / Math.SQRT2, when: "m̂ is taken for 1, the plain mean of 2 and 0" },
          {
            gives: 0.18 / Math.SQRT2,
            when: "m is divided by 1 − β₁ again: in step 2 it should be 1 − β₁²",
          },
          {
            gives: 0.0947 / 2,
            when: "it is divided by v̂ = 2 itself, or by the root of 2², which is not halved",
          },
          { gives: 0.18, when: "m is given, and not the step" },
          { gives: 0.05, when: "step 2 is held to be half as long" },
        ],
      },
    },
    given: { η: 0.1, "β₁": 0.9, g: 2 },
    because:
      "m is 0.2, and then 0.9·0.2 = 0.18. So m̂ is 0.18/0.19 = 0.947, and the step is 0.1·0.947/1.414 = 0.067.",
    explanation: prose`
      On flat ground Adam goes on, as momentum does: $m$ still holds the slope that was, and fades by a tenth at each step.
    `,
    hints: [
      "What is m after one step of slope 2?",
      "In step 2 the new slope adds nothing: m is 0.9 of what it was. The correction divides by 1 − 0.9².",
    ],
  }),
  uncorrected: exercise.foresee({
    title: "Without a cure",
    prompt:
      "A steady slope g, β₁ = 0.9, β₂ = 0.999, and η = 1 in the picture: how long is the first step of the incomplete rule, compared with η?",
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

      Long steps at the very start, where the slopes are often steepest, are what one can least afford.
    `,
    hints: ["Work out m and √v after one step, as shares of g."],
  }),
  correction: exercise.choose({
    title: "Taken up again",
    prompt:
      "On a steady slope a run is stopped after 10,000 steps. It is taken up again with its m and v, but t begins at 1 once more. How long is the first step then? (β₁ = 0.9, β₂ = 0.999.)",
    options: {
      same: {
        text: "As long as η.",
        reason: "So it would be if both corrections cancelled. m̂ grows tenfold, the root of v̂ 31.6-fold.",
      },
      short: {
        text: "About a third of η.",
        reason: "m is divided by 0.1 and v by 0.001, whose root is 0.0316: 10/31.6 is 0.316.",
        right: true,
      },
      long: {
        text: "About three times η.",
        reason:
          "That is the rule without a correction at its start. Here nothing is missing, and it is corrected.",
      },
      ten: { text: "Ten times η.", reason: "m̂ is ten times as large; but look at what divides it." },
    },
    hints: [
      "After 10,000 steps m is g and v is g². What does the correction for t = 1 make of them?",
      "The root of 1000 is 31.6.",
    ],
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
  mended: exercise.findTheBug<Names[0], Names[1]>({
    title: "The fault on slide 21",
    prompt:
      "This is Adam as slide 21 prints it. Compare it with algorithm 1, line by line, and mend the step.",
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
      const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
      const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
      const mHat = first.map((entry) => entry / (1 - beta1 ** t));
      const vHat = second.map((entry) => entry / (1 - beta2 ** t));
      const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
      return { w: next, m: first, v: second };
    },
    misconceptions: [
      { what: "neither moment is corrected for its start at 0", equations: { mHat: "m", vHat: "v" } },
    ],
    because:
      "Only the second moment was corrected. After one step m is a tenth of g, and nothing made up for it.",
    hints: ["What is computed and then not used?", "m starts at 0 as v does."],
  }),
  colleague: exercise.findTheBug<Names[0], Names[1]>({
    title: "A colleague's Adam",
    prompt:
      "Its lines are those of Adam. The first step moves w as it should, the second does not. (All that a step returns is looked at, and not w alone.) Mend it.",
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
      const mHat = first.map((entry) => entry / (1 - beta1 ** t));
      const vHat = second.map((entry) => entry / (1 - beta2 ** t));
      const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
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
    prompt: "This should be AdamW, but its pull towards 0 is averaged and divided like a slope. Mend it.",
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
      "30 steps must cover 8, so η must be above 8/30 = 0.27, and well above as the steps get shorter: η = 1 is large enough. A smaller β₁ forgets sooner and swings less.",
    hints: ["About how long is each of Adam's steps?", "With η near 1, try a smaller β₁."],
  }),
  half: exercise.explain({
    title: "Two ideas in one rule",
    prompt:
      "In two or three sentences: which two earlier rules does Adam combine, what does each contribute, and what does the correction do?",
    model:
      "The first moment is momentum, as an average: it smooths the direction and carries through ravines. The second moment is RMSProp's: it gives each coordinate a step of its own size. The correction makes both right from the first step on.",
    lookFor: {
      momentum: "From momentum: an average that smooths the direction.",
      rmsprop: "From RMSProp: a step of its own size for each coordinate.",
      correction: "The correction makes both right from the first step on.",
    },
    hints: ["One of them is in the numerator, the other under the root."],
  }),
  lines: exercise.order({
    title: "Adam, line by line",
    prompt:
      "Put the lines of Adam in an order in which each has what it needs. Two belong to no right order.",
    rule: adam,
    wrong: {
      twice: {
        line: "w = w - eta*mHat/(1 - beta1^t)/(sqrt(vHat) + epsilon)",
        what: "the bias of m is corrected twice",
      },
      back: {
        line: "m = m/(1 - beta1^t)",
        what: "the corrected average is written back into m, so that it is corrected again in every step",
      },
    },
    because:
      "First the gradient, then the two averages, each before its correction, then the step. Which of the two comes first does not matter.",
    hints: ["What does each line read?", "How often is m divided by 1 − β₁ᵗ on its way into the step?"],
  }),
};

/** Names by which notebooks and progress files of before know these exercises. */
export const formerExercises = { stored: "colleague", ten: "mended" } as const;

/** A prediction that is no longer made. */
export const retiredExercises = {
  distance: "Its answer followed from the sentence before it; the lesson now says it.",
} as const;
