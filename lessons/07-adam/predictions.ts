import { exercise, prose } from "fall-line/library";

/** Predictions of the lesson on Adam, in the order in which it asks them. */
export const predictions = {
  flip: exercise.foresee({
    title: "An average in the slope's place",
    prompt:
      "The slopes are +1, −1, +1 and so on. RMSProp takes, in place of the slope, an average of slopes that keeps 0.9 of itself. How long are its steps in the long run, in units of the rate?",
    options: {
      one: { text: "About 1.", reason: "So it is with RMSProp alone." },
      tenth: {
        text: "About 0.1.",
        reason: "So much a new slope brings. But what is kept of the last step goes the other way.",
      },
      little: {
        text: "About 0.05.",
        reason: "A new slope brings 0.1, and what is kept of the last step takes nearly half of that back.",
        right: true,
      },
    },
    explanation: prose`
      Where the slopes cancel, the steps nearly vanish; where they agree, the steps keep their length. Both halves in one rule: the
      average says where to, the root says how far.
    `,
    hints: [
      "How much of the average does a new slope bring? And which way does the rest point?",
      "In the long run a step of length s is followed by one of 0.1 − 0.9·s, the other way.",
    ],
  }),
  moments: exercise.predict({
    title: "Mean, variance, second moment",
    prompt:
      "The slopes are 3, 1, 3, 1 and so on. What are their mean, their variance and their second moment?",
    fields: {
      mean: {
        label: "mean",
        answer: 2,
        within: 0,
        by: "(3 + 1)/2",
        slips: [
          { gives: 3, when: "the first slope alone is taken" },
          { gives: 1, when: "half the difference of 3 and 1 is taken" },
        ],
      },
      variance: {
        label: "variance",
        answer: 1,
        within: 0,
        by: "((3 − mean)² + (1 − mean)²)/2",
        slips: [
          {
            gives: 2,
            when: "the squares of the two distances are added up, or divided by n − 1, and not averaged",
          },
          { gives: 0, when: "the distances from the mean are averaged with their signs, and not squared" },
          { gives: 3, when: "the mean is subtracted from the second moment, and not its square" },
          { gives: 4, when: "the distance of 3 from 1 is squared, and not that from the mean" },
          { gives: 5, when: "the slopes are squared, and not their distances from the mean" },
        ],
      },
      second: {
        label: "second moment",
        answer: 5,
        within: 0,
        by: "(3² + 1²)/2",
        slips: [
          { gives: 4, when: "the mean is squared: average first, then square" },
          { gives: 2, when: "nothing is squared: that is the mean" },
          { gives: 3, when: "the mean is added to the variance, and not its square" },
          { gives: 16, when: "3 and 1 are added up, and then squared" },
        ],
      },
    },
    because:
      "The squares are 9 and 1, their average is 5. Each slope is 1 away from the mean 2: variance 1. 1 + 2² = 5.",
    explanation: prose`
      Mean over root of second moment is $2/\sqrt{5}$ here, or 0.89: these slopes agree, but for a little.
    `,
    hints: ["The second moment: square first, then average."],
  }),
  shares: exercise.predict({
    title: "The share of the weights",
    prompt:
      "After 10 steps, to what do the weights add up for β₁ = 0.9? For β₂ = 0.999? (0.9¹⁰ is about 0.35.)",
    fields: {
      m: {
        label: "for β₁ = 0.9",
        answer: 0.651,
        within: 0.02,
        by: "1 − β₁^10",
        slips: [
          { gives: 1, when: "the weights are held for those of a plain mean, or each for 0.1" },
          { gives: (1 - 0.9 ** 10) / 0.1, when: "the powers of β are added up, without the factor 1 − β" },
          { gives: 1 / (1 - 0.9 ** 10), when: "1/(1 − β^t) is given, by which the correction multiplies" },
          { gives: 10 * 0.9, when: "each of the ten weights is taken for β" },
          { gives: 0.1, when: "the weight of one slope alone is given" },
          { gives: 0.1 * 0.9 ** 9, when: "the weight of the oldest slope is given" },
        ],
      },
      v: {
        label: "for β₂ = 0.999",
        answer: 0.00996,
        within: 0.001,
        by: "1 − β₂^10",
        slips: [
          { gives: 1, when: "the weights are held for those of a plain mean" },
          {
            gives: (1 - 0.999 ** 10) / 0.001,
            when: "the powers of β are added up, without the factor 1 − β",
          },
          { gives: 1 / (1 - 0.999 ** 10), when: "1/(1 − β^t) is given, by which the correction multiplies" },
          { gives: 10 * 0.999, when: "each of the ten weights is taken for β" },
          { gives: 0.001, when: "the weight of one slope alone is given" },
          { gives: 0.001 * 0.999 ** 9, when: "the weight of the oldest slope is given" },
        ],
      },
    },
    given: { "β₁": 0.9, "β₂": 0.999 },
    because: "1 − 0.9¹⁰ = 0.65 and 1 − 0.999¹⁰ = 0.01: of v nearly all is missing still.",
    hints: ["1 − β^t with t = 10.", "0.999¹⁰ is about 1 − 10·0.001."],
  }),
  edge: exercise.foresee({
    title: "A flat, then a cliff",
    prompt:
      "Adam with its default β₁ and β₂, and η = 1. The slope is 0.01 for 2000 steps, and then 1 at every step. How long is the longest step on the cliff?",
    options: {
      shorter: {
        text: "Shorter than η: the large slope enters its own divisor.",
        reason: "It does, a thousandth of its square at each step. The numerator takes in a tenth of it.",
      },
      eta: { text: "About η.", reason: "So it is as long as the slopes stay alike. Here they have changed." },
      three: {
        text: "About 3 times η, the first one on the cliff.",
        reason: "That is the first: 0.1 over √0.001. The numerator goes on growing faster than the root.",
      },
      six: {
        text: "About 6 times η, some steps later.",
        reason: "m forgets the flat in some ten steps, v in a thousand.",
        right: true,
      },
    },
    explanation: prose`
      The numerator sees the cliff after some ten steps, the divisor remembers the flat for a thousand: 6.1 times $\eta$ at the twelfth
      step on the cliff, and still above 2 two hundred steps later.

      Kingma and Ba (section 2.1) bound the step by $\eta\,(1-\beta_1)/\sqrt{1-\beta_2}$, which is $3.16\,\eta$, for their worst case, a lone slope after many
      zeros, and by about $\eta$ otherwise. A slope that *stays* goes beyond both. What always holds, by Cauchy's inequality:

      $$ \frac{|\hat{m}|}{\sqrt{\hat{v}}} \le \frac{1-\beta_1}{\sqrt{(1-\beta_2)\,(1-\beta_1^2/\beta_2)}} $$

      (as long as $\beta_1^2 < \beta_2$). With the defaults that is 7.27. So $\eta$ is the length of a usual step, and with the default
      $\beta_1$ and $\beta_2$ no step is longer than $7.27\,\eta$.
    `,
    hints: ["How many steps does m remember? And v?", "m after ten steps on the cliff is 0.65. And v?"],
  }),
  order: exercise.predict({
    title: "Five weights",
    prompt: "How long is Adam's mean step for the patterns (b) to (e), in units of η? For (a) it is 1.",
    fields: {
      b: {
        label: "(b) 5, 5, 5, 5",
        answer: 1,
        within: 0.05,
        by: "5/√(5²)",
      },
      c: {
        label: "(c) 1, 1, 1, −1",
        answer: 0.5,
        within: 0.05,
        by: "(2/4)/√(4/4)",
        slips: [
          { gives: 1, when: "the sizes are averaged, without their signs" },
          { gives: 2, when: "the slopes are added up, and not averaged" },
          { gives: 0.5 / Math.sqrt(0.75), when: "the root of the variance divides" },
          { gives: 0.75, when: "the share of the slopes that are 1 is taken" },
          { gives: 1 / 4, when: "the share of the slopes that are −1 is taken" },
          { gives: 0.5 ** 2, when: "the mean is squared too" },
        ],
      },
      d: {
        label: "(d) 1, 1, −1",
        answer: 0.333,
        within: 0.05,
        by: "(1/3)/√(3/3)",
        slips: [
          { gives: 1, when: "the sizes are averaged, without their signs" },
          { gives: 1, when: "the slopes are added up, and not averaged" },
          { gives: 2 / 3, when: "the share of the slopes that are 1 is taken" },
          { gives: 1 / 9, when: "the mean is squared too" },
        ],
      },
      e: {
        label: "(e) 1, −1",
        answer: 0,
        within: 0.05,
        by: "(0/2)/√(2/2)",
        slips: [
          { gives: 1, when: "the sizes are averaged, without their signs" },
          { gives: 0.5, when: "the share of the slopes that are 1 is taken" },
          { gives: 1 / 2, when: "the share of the slopes that are −1 is taken" },
        ],
      },
    },
    because: "It is the mean over the root of the second moment: 5/5, 0.5/1, 0.33/1 and 0/1.",
    explanation: prose`
      Mean over root of second moment. Size cancels (a and b); agreement counts. Kingma and Ba call that ratio a
      signal-to-noise ratio: as it falls, near a minimum or under noise, the steps become shorter by themselves.

      Does that spare us the decay of the rate? No: with noise that does not fade the steps do not go to 0, and the rate has to decay
      as for every rule of slide 15.
    `,
    hints: [
      "The mean step is mean over root of second moment, times η.",
      "The second moment of ones, with any signs, is 1.",
    ],
  }),
  network: exercise.foresee({
    title: "A network's steps",
    prompt:
      "Step 400, no noise, and slopes a hundred times smaller than at first. How long is the step of the middle one of the 51 weights?",
    options: {
      eta: {
        text: "About η, as in step 1: the size of the slope cancels.",
        reason:
          "It cancels against slopes of its own size. In v there are still the large ones of the start.",
      },
      twentieth: {
        text: "A twentieth of η, or less.",
        reason:
          "v remembers a thousand steps, and so all 400. Its root is far larger than the slopes now are.",
        right: true,
      },
      six: {
        text: "Several times η, as after the cliff.",
        reason: "There the slopes had grown, and m saw it first. Here they have shrunk.",
      },
    },
    explanation: prose`
      So near the end Adam is slow, as on the bowl $x^2$: what makes its steps short is the memory of $v$.

      The last column has the angle between the step and straight downhill, $-g$. It is about 40 degrees all along: to give each weight
      a distance of its own is to leave the steepest way.
    `,
    hints: [
      "For how many steps does v remember a slope?",
      "Which slopes stand above the root, and which in it?",
    ],
  }),
  game: exercise.foresee({
    title: "The game",
    prompt: "One large slope says left, two small ones say right. Where is Adam after 3000 steps?",
    options: {
      left: {
        text: "At the left wall, the best place.",
        reason: "The large slope should win, and Adam cuts it down.",
      },
      middle: { text: "In the middle.", reason: "The two small ones win in each round, by a little." },
      right: {
        text: "At the right wall, the worst place.",
        reason: "The large slope stands in its own divisor; when the small ones come, it is forgotten.",
        right: true,
      },
    },
    hints: ["The memory of squares is about one step long. By what is each of the slopes divided?"],
  }),
  library: exercise.foresee({
    title: "Two libraries",
    prompt: "Where do PyTorch's and Keras's Adam part so that one would notice?",
    options: {
      beale: { text: "On Beale's surface.", reason: "There the slopes are large, and ε does not matter." },
      flat: {
        text: "On a nearly flat slope, 0.000001.",
        reason: "There ε meets the root of v, which at first is far smaller than the root of v̂.",
        right: true,
      },
      both: { text: "On both.", reason: "On Beale's surface they part in the eighth digit." },
      nowhere: {
        text: "Nowhere.",
        reason: "On flat ground ε matters, and they keep it in different places.",
      },
    },
    explanation: prose`
      On Beale they part in the eighth digit. At a slope of a millionth Keras's first step is a quarter of PyTorch's: $\varepsilon$ meets
      $\sqrt{v}$, which at first is about 30 times smaller than $\sqrt{\hat{v}}$.

      When two programs disagree, look at these, in this order: the correction, where $\varepsilon$ stands, how large it is, from which
      number $t$ counts.
    `,
    hints: ["They differ in where ε stands, and how large it is. When does ε matter at all?"],
  }),
  decay: exercise.foresee({
    title: "Which weight decays?",
    prompt:
      "Two weights, both 1. Their slopes flip: ±10 the steep one, ±0.1 the gentle one. A term in the loss adds 0.1·w to each slope. After 1000 steps of Adam, η = 0.01: which is closer to 0?",
    options: {
      steep: {
        text: "The steep one.",
        reason: "Its pull is divided by about 10, like all its slopes: it is at 0.89.",
      },
      gentle: {
        text: "The gentle one.",
        reason: "Its pull is divided by about 0.1, that of the steep one by about 10.",
        right: true,
      },
      alike: { text: "Both alike.", reason: "So it is with plain descent, and with AdamW." },
    },
    explanation: prose`
      The flipping cancels; what is left is the pull, and Adam divides it by the root of $\hat{v}$, which is about the size of the flips.
      The steep weight has hardly decayed, the gentle one is gone.

      With **AdamW** both shrink by the factor $1 - \eta\gamma$ at each step, whatever their slopes (so in PyTorch; in the paper's
      algorithm 2 the decay is multiplied by a schedule, not by the rate): after 1000 steps both are near
      $0.999^{1000}$, or 0.37. (They end at 0.361: the flips themselves move both by $-0.006$.)
    `,
    hints: ["By what does Adam divide the pull 0.1·w in each of the two?"],
  }),
  printed: exercise.foresee({
    title: "Slide 21 at work",
    prompt:
      "The slide prints the step η·m/√(v̂ + ε), with β₁ = 0.9 and η = 0.1. On f = x² from x = 5: how long is the first step?",
    options: {
      whole: {
        text: "As long as η.",
        reason: "So it is with Adam as it should be. Something is missing on the slide.",
      },
      tenth: {
        text: "A tenth of η.",
        reason: "m is a tenth of g after one step, and it stands uncorrected in the step.",
        right: true,
      },
      three: {
        text: "About three times η.",
        reason: "So it would be if neither moment were corrected. One of them is.",
      },
    },
    hints: ["In the first step v̂ is g². What stands above its root?"],
  }),
};
