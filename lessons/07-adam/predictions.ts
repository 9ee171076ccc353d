import { exercise, prose } from "fall-line/library";

/** Predictions of the lesson on Adam, in the order in which it asks them. */
export const predictions = {
  flip: exercise.foresee({
    title: "An average in the slope's place",
    prompt:
      "The slopes are +1, −1, +1 and so on. Take an average of slopes in place of the slope, and divide as RMSProp does. How long are the steps, in units of λ?",
    options: {
      one: { text: "About 1.", reason: "So it is with RMSProp alone." },
      half: { text: "About 0.5.", reason: "The average cancels much better than that." },
      little: {
        text: "About 0.05.",
        reason: "Each new slope, a tenth of it, takes back what the last one brought.",
        right: true,
      },
    },
    explanation: prose`
      Where the slopes cancel, the steps nearly vanish; where they agree, the steps keep their length. Both halves in one rule: the
      average says where to, the root says how far.
    `,
    hints: ["What is the average of +1, −1, +1, −1, ...?"],
  }),
  moments: exercise.predict({
    title: "Mean, variance, second moment",
    prompt:
      "The slopes are 3, 1, 3, 1 and so on. What are their mean, their variance and their second moment?",
    fields: {
      mean: { label: "mean", answer: 2, within: 0 },
      variance: { label: "variance", answer: 1, within: 0 },
      second: { label: "second moment", answer: 5, within: 0 },
    },
    because:
      "The squares are 9 and 1, their average is 5. Each slope is 1 away from the mean 2: variance 1. 1 + 2² = 5.",
    explanation: prose`
      So the step is $\lambda$ times *mean over root of second moment*. For a steady slope that ratio is 1: full steps. For slopes that
      cancel it is near 0: small steps. It measures how well the slopes agree with one another.
    `,
    hints: ["The second moment: square first, then average."],
  }),
  second: exercise.foresee({
    title: "The incomplete rule's second step",
    prompt: "The slope hardly changes, from 10 to 9.8. How long is step 2, compared with step 1?",
    options: {
      same: { text: "About as long.", reason: "The slope is nearly the same; m and κ are not." },
      shorter: { text: "Shorter.", reason: "m nearly doubles, and the root of κ does not." },
      longer: {
        text: "Longer.",
        reason: "m goes from 1 to 1.88, the root of κ only from 1 to 1.40.",
        right: true,
      },
    },
    hints: ["By which factor does m grow? κ? And the root of κ?"],
  }),
  shares: exercise.predict({
    title: "The share of the weights",
    prompt:
      "After 10 steps, to what do the weights add up for β₁ = 0.9? For β₂ = 0.999? (0.9¹⁰ is about 0.35.)",
    fields: {
      m: { label: "for β₁ = 0.9", answer: 0.651, within: 0.02 },
      v: { label: "for β₂ = 0.999", answer: 0.00996, within: 0.001 },
    },
    because: "1 − 0.9¹⁰ = 0.65 and 1 − 0.999¹⁰ = 0.01: of v nearly all is missing still.",
    hints: ["1 − β^t with t = 10.", "0.999¹⁰ is about 1 − 10·0.001."],
  }),
  step: exercise.predict({
    title: "Adam's second step",
    prompt: "Step 2 of the incomplete rule was 0.135 long. About how long is Adam's?",
    fields: { length: { label: "length of step 2", answer: 0.0999, within: 0.005 } },
    because:
      "m̂ is 9.89 and the root of v̂ is 9.90: both are averages of slopes of about 10, so the step is about η.",
    hints: ["About how large are m̂ and the root of v̂, when all slopes are about 10?"],
  }),
  scale: exercise.foresee({
    title: "A thousand times the loss",
    prompt: "The loss is multiplied by 1000. Which rule takes the same three steps as before?",
    options: {
      plain: { text: "Plain descent.", reason: "Its steps are a thousand times as long: it explodes." },
      adam: {
        text: "Adam.",
        reason: "m̂ and the root of v̂ both grow a thousandfold, and the factor cancels.",
        right: true,
      },
      neither: { text: "Neither.", reason: "In Adam's step the factor cancels." },
    },
    explanation: prose`
      Adam does not see the scale of the loss: numerator and denominator grow alike. Plain descent explodes. (And since it works
      coordinate by coordinate, a coordinate may be scaled by itself: that is what AdaGrad began.)
    `,
    hints: ["Where does the factor stand in each rule's step?"],
  }),
  distance: exercise.predict({
    title: "How many steps at least?",
    prompt:
      "You stand 5 away from the minimum, with Adam's default η = 0.001. About how many steps does it take at least?",
    fields: { steps: { label: "steps", answer: 5000, within: 500 } },
    because: "Steps of 0.001 make 5 in 5000. In fact it takes longer, since they shorten on the way.",
    explanation: prose`
      And $\eta$ is a **length**, not a factor: distance over $\eta$ is the least number of steps you need. Near the end the slopes shrink
      faster than their average, so it takes longer still. When somebody asks whether $\eta = 0.001$ is small: compared with how far the
      weights must move.
    `,
    hints: ["How long is one step, at most?"],
  }),
  order: exercise.predict({
    title: "Five weights",
    prompt: "How long is Adam's mean step for the patterns (b) to (e), in units of η? For (a) it is 1.",
    fields: {
      b: { label: "(b) 5, 5, 5, 5", answer: 1, within: 0.05 },
      c: { label: "(c) 1, 1, 1, −1", answer: 0.5, within: 0.05 },
      d: { label: "(d) 1, 1, −1", answer: 0.333, within: 0.05 },
      e: { label: "(e) 1, −1", answer: 0, within: 0.05 },
    },
    because: "It is the mean over the root of the second moment: 5/5, 0.5/1, 0.33/1 and 0/1.",
    explanation: prose`
      Mean over root of second moment, as promised. Size cancels (a and b); agreement counts. Kingma and Ba call that ratio a
      signal-to-noise ratio: as it falls, near a minimum or under noise, the steps become shorter by themselves.

      Does that spare us the decay of the rate? No: with noise that does not fade the steps do not go to 0, and the rate has to decay
      as for every rule of slide 15.
    `,
    hints: [
      "The mean step is mean over root of second moment, times η.",
      "The second moment of ones, with any signs, is 1.",
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
};
