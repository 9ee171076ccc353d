import { defineRule, exercise, hyper, objective, prose } from "fall-line/library";

/** Gradient descent with the rate λ/(1 + k(t-1)) written into the rule (slide 15). */
const decayed = defineRule({
  id: "gd-decayed",
  title: "Gradient descent with 1/t decay",
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate of the first step" }),
    k: hyper.nonNegative({ tex: "k", default: 0.1, meaning: "how fast the rate decays" }),
  },
  equations: { w: "w - lambda/(1 + k*(t - 1))*g" },
});

const edge = objective("sqrt(x^2 + 0.0001) + x^2/20", {
  name: "a valley with a sharp edge",
  minima: [[0]],
  least: 0.01,
  start: [3],
  view: [[-4, 4]],
  source: "the absolute value, rounded off",
});

const range = {
  t: { from: 1, to: 60, whole: true },
  lambda: { from: 0.01, to: 1 },
  k: { from: 0.01, to: 0.3 },
};

const besides = [
  { t: 1, lambda: 20, k: 3 },
  { t: 3, lambda: 50, k: 1.5 },
  { t: 7, lambda: 0.4, k: 0 },
  { t: 900, lambda: 30, k: 0.005 },
];

/** The predictions of the lesson on learning-rate decay in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  bottom: exercise.predict({
    title: "At the bottom",
    prompt:
      "RMSProp with λ = 0.04 and ζ = 0.9 has been at the bottom of a smooth bowl for long. About how far from the minimum is it?",
    recalls: "rmsprop/rest",
    fields: {
      distance: {
        label: "distance",
        answer: 0.02,
        within: 0.002,
        by: "λ/2",
        slips: [
          { gives: 0, when: "it comes to rest, as plain descent does" },
          { gives: 0.4, when: "the rate is divided by 1 − ζ" },
          { gives: 0.004, when: "the rate is multiplied by 1 − ζ" },
          { gives: 0.04 / Math.sqrt(0.1), when: "the first step is taken, which is longer" },
          { gives: 0.04 * 0.9, when: "the rate is multiplied by ζ" },
          { gives: 0.04 * Math.sqrt(0.1), when: "the rate is multiplied by the root of 1 − ζ" },
        ],
      },
    },
    given: { λ: 0.04 },
    because:
      "It divides by the size of its slopes, so its steps stay about λ long: it hops from one side to the other, half a hop from the minimum.",
    hints: [
      "How long is a step when all slopes are of one size?",
      "From one side to the other: where is the middle?",
    ],
  }),
  sameFloor: exercise.predict({
    title: "The same floor",
    prompt:
      "Plain descent with λ = 0.05 hops about on a noise floor. Momentum with α = 0.8 is to have the same floor. With which λ, about?",
    recalls: "momentum/floor",
    fields: {
      lambda: {
        label: "λ",
        answer: 0.01,
        within: 0.0005,
        by: "λ·(1 − α)",
        slips: [
          { gives: 0.05 / 0.8, when: "the rate is divided by α" },
          { gives: 0.05 / 1.8, when: "it is divided by 1 + α" },
          { gives: 0.05 * (1 - 0.8 ** 2), when: "1 − α² is taken, and not 1 − α" },
          { gives: 0.05 / 2, when: "the rate is halved, whatever α is" },
        ],
      },
    },
    given: { λ: 0.05, α: 0.8 },
    because: "Momentum 0.8 acts like a rate five times larger, so λ is scaled by 1 − α = 0.2.",
    hints: ["What is momentum on a slope that lasts: a rate how many times as large?"],
  }),
  floor: exercise.foresee({
    title: "A rate ten times smaller",
    prompt: "The mean loss on the noise floor, at a tenth of the rate?",
    options: {
      same: {
        text: "It stays the same.",
        reason: "The noise stays the same, but a smaller rate makes less of it.",
      },
      three: {
        text: "About three times lower.",
        reason: "The ball's distance is about three times smaller. The loss is its square.",
      },
      ten: {
        text: "About ten times lower.",
        reason: "The hops are √10 times narrower, and the loss goes by their square.",
        right: true,
      },
    },
    explanation: prose`
      The floor is about a quarter of the rate (times the square of the noise, which is 1 here), give or take chance. Half the
      rate, half the floor.

      Why not take the small rate from the beginning? Because it takes ten times as many steps to get there. *A large rate
      travels; a small rate settles.* A constant rate must choose.
    `,
    hints: ["A tenth of the rate makes a tenth of each kick. But it also pulls back more slowly."],
  }),
  pencil: exercise.predict({
    title: "Three decays with a pencil",
    prompt:
      "The first rate is 0.8. What is the rate at step 3: when it is halved every 2 steps; when it decays exponentially with k = 0.5; when it decays like 1/t with k = 0.5? (1/e is about 0.368.)",
    fields: {
      halved: {
        label: "halved every 2 steps",
        answer: 0.4,
        within: 0.005,
        by: "λ/2",
        slips: [
          { gives: 0.1, when: "it is halved three times" },
          { gives: 0.8 / 3, when: "it is divided by the number of the step" },
          { gives: 0.8 * 2 ** -1.5, when: "it is halved little by little, and t is used, not t − 1" },
          { gives: 0.8, when: "it is held not to be halved yet" },
        ],
      },
      exponential: {
        label: "exponential",
        answer: 0.294,
        within: 0.01,
        by: "λ·e^(−k·(t − 1))",
        slips: [
          { gives: 0.8 * Math.exp(-0.5), when: "one step less is made" },
          { gives: 0.8 * Math.exp(-1.5), when: "t is taken, and not t − 1" },
        ],
      },
      inverse: {
        label: "1/t",
        answer: 0.4,
        within: 0.005,
        by: "λ/(1 + k·(t − 1))",
        slips: [
          { gives: 0.8 / 1.5, when: "one step less is made" },
          { gives: 0.8 / 3, when: "the rate is divided by the number of the step alone" },
          { gives: 0.8 / 1.5 / 2, when: "the rate of step 2 is divided, and not the first one" },
          { gives: 0.8 / 2.5, when: "t is taken, and not t − 1" },
        ],
      },
    },
    given: { λ: 0.8, k: 0.5, t: 3 },
    because: "Halved once: 0.4. Exponential: 0.8·exp(−0.5·2) = 0.8·0.368. 1/t: 0.8/(1 + 0.5·2) = 0.4.",
    explanation: prose`
      The rate goes where it always stood in the rule, as the worked step 3 of plain descent on $x^2$ shows for that 1/t decay.
    `,
    hints: ["At step 3 two steps have passed: t − 1 = 2.", "0.8·exp(−1), and 0.8/(1 + 1)."],
  }),
  halvings: exercise.predict({
    title: "The next half, and the next",
    prompt:
      "1/t decay with k = 0.1 has halved its rate after 10 steps. How many more steps until it halves again? And after that, how many more until the third time?",
    fields: {
      second: {
        label: "more, until a quarter",
        answer: 20,
        within: 0.5,
        by: "3/k − 1/k",
        slips: [
          { gives: 10, when: "each half takes as many steps as the first" },
          { gives: 30, when: "all steps from the start are counted" },
          { gives: 5, when: "each half is taken to take half as many steps as the one before" },
          { gives: 40, when: "each half is taken to take four times as many steps as the one before" },
        ],
      },
      third: {
        label: "more, until an eighth",
        answer: 40,
        within: 0.5,
        by: "2·second",
        slips: [
          { gives: 10, when: "each half takes as many steps as the first" },
          { gives: 70, when: "all steps from the start are counted" },
          { gives: 30, when: "each half is taken to take 10 steps more than the one before" },
          { gives: 2.5, when: "each half is taken to take half as many steps as the one before" },
          { gives: 160, when: "each half is taken to take four times as many steps as the one before" },
          { gives: 60, when: "the 30 steps from the start are doubled" },
        ],
      },
    },
    given: { k: 0.1 },
    because: "1 + 0.1·n is 2 after 10 steps, 4 after 30 and 8 after 70.",
    explanation: prose`
      Halved after 10 steps, after 30, after 70: the next half always takes twice as long. **1/t decay has no half-life.** It slows
      its own slowing down.
    `,
    hints: ["The rate is a quarter when 1 + 0.1·n = 4.", "And an eighth when it is 8. Take the differences."],
  }),
  travel: exercise.predict({
    title: "How far does it get?",
    prompt:
      "The slope is −1 everywhere. The first rate is 0.1, and it decays exponentially with k = 0.1. How far does the ball get in 100 steps? In 10,000?",
    fields: {
      hundred: {
        label: "after 100 steps",
        answer: 1.05,
        within: 0.15,
        by: "λ/(1 − e^(−k))",
        slips: [
          { gives: 10, when: "the rate stays what it is at first" },
          { gives: 0.1 * Math.exp(-9.9), when: "the last step is taken for the whole way" },
          { gives: 0.1, when: "the first rate is taken for the whole way" },
          { gives: 2.444, when: "the rate decays like 1/t" },
          { gives: 10 * Math.exp(-0.1), when: "the rate decays once, and then stays" },
          { gives: Math.log(11), when: "the rate decays like 1/t" },
          { gives: 5, when: "the mean of the first rate and of 0 is taken for all steps" },
          { gives: 0, when: "the rate is given, which fades, and not the way" },
          { gives: 0.1 * Math.exp(-10), when: "the last step is taken for the whole way" },
        ],
      },
      tenThousand: {
        label: "after 10,000 steps",
        answer: 1.05,
        within: 0.15,
        by: "λ/(1 − e^(−k))",
        slips: [
          { gives: 0, when: "the rate is given, which fades, and not the way" },
          { gives: 1000, when: "the rate stays what it is at first" },
          { gives: 105, when: "a hundred times the steps lead a hundred times as far" },
          { gives: 0.1, when: "the first rate is taken for the whole way" },
          { gives: 6.96, when: "the rate decays like 1/t" },
          { gives: 1000 * Math.exp(-0.1), when: "the rate decays once, and then stays" },
          { gives: Math.log(1001), when: "the rate decays like 1/t" },
          { gives: 500, when: "the mean of the first rate and of 0 is taken for all steps" },
          { gives: 0, when: "the last step is taken for the whole way" },
        ],
      },
    },
    given: { λ: 0.1, k: 0.1 },
    because:
      "The steps 0.1, 0.1·exp(−0.1), 0.1·exp(−0.2) … are a geometric series: its sum is 0.1/(1 − exp(−0.1)) = 1.05.",
    explanation: prose`
      All rates of exponential decay together, for ever, add up to

      $$ \frac{\lambda}{1 - e^{-k}} $$

      which is 1.05 here. If the minimum is further away than that times the steepest slope on the way, the ball **freezes** on the way, and no number
      of steps brings it closer.

      The rates of 1/t decay add up without bound: slowly, like a logarithm, but they do. From wherever it is, it can still travel.
    `,
    hints: ["Each step is exp(−0.1), about 0.905, of the one before.", "1 + q + q² + ... = 1/(1 − q)."],
  }),
  root: exercise.foresee({
    title: "One over the root of t",
    prompt:
      "Robbins and Monro ask that the rates add up without bound, and their squares do not. What does a rate do that falls like 1/√t?",
    options: {
      travels: {
        text: "It can travel; nothing says that it settles.",
        reason: "The sum of 1/√t has no bound. Its squares are 1/t, and their sum has none either.",
        right: true,
      },
      settles: {
        text: "It will settle, and may freeze.",
        reason: "1 + 1/√2 + ... + 1/√T is about 2√T: it can travel as far as you like.",
      },
      both: {
        text: "It can travel, and it will settle.",
        reason: "The squares of 1/√t are 1/t, and 1 + 1/2 + 1/3 + ... has no bound.",
      },
    },
    explanation: prose`
      The squares of $1/\sqrt{t}$ are $1/t$, whose sum is the first column: it grows without bound, if only like a logarithm. The
      conditions promise that $1/\sqrt{t}$ travels, and no more.

      They are enough, on a bowl with noise like this one, and not necessary: a rate that falls like $1/\sqrt{t}$ settles on it as
      well: later than 1/t decay with a good $k$, earlier than with a $k$ that is too large.
    `,
    hints: ["What are the squares of 1/√t? You have just met their sum."],
  }),
  plateau: exercise.predict({
    title: "When does it cut?",
    prompt:
      "The first rate, 0.8, is halved when 2 steps, the patience, have brought no new lowest loss. The losses before steps 1 to 8, so after 0 to 7, are 5, 3, 3, 4, 2, 2, 2, 2. What is the rate at step 4? And at step 8?",
    fields: {
      four: {
        label: "rate at step 4",
        answer: 0.4,
        within: 0.005,
        by: "λ·f",
        slips: [
          { gives: 0.8, when: "a loss that equals the lowest counts as a new lowest" },
          { gives: 0.8, when: "the cut comes one step later, as in PyTorch" },
          { gives: 0.2, when: "it is halved at each loss that is no lower" },
          { gives: 0.8 - 0.5, when: "the factor is subtracted" },
        ],
      },
      eight: {
        label: "rate at step 8",
        answer: 0.2,
        within: 0.005,
        by: "four·f",
        slips: [
          { gives: 0.8, when: "a loss that equals the lowest counts as a new lowest" },
          { gives: 0.4, when: "the cut comes one step later, as in PyTorch" },
          { gives: 0.8 / 32, when: "it is halved at each loss that is no lower" },
          { gives: 0.4 / 8, when: "after step 5 it is halved at each loss that is no lower" },
          { gives: 0.4, when: "the second cut is held to come later" },
          { gives: 0.8 * 0.5, when: "the rate goes back to the first one at a new lowest loss" },
          { gives: 0.8 - 0.5 - 0.5, when: "the factor is subtracted" },
          { gives: 0.8, when: "the rate goes back to the first one at a new lowest loss, and stays there" },
        ],
      },
    },
    given: { λ: 0.8, f: 0.5 },
    slips: [
      { taken: { f: 0.1 }, when: "0.1 is taken for the factor, as PyTorch does unless told otherwise" },
    ],
    because:
      "3 is new. Nothing is lower before steps 3 and 4: step 4 has half the rate. 2 is new; nothing is lower before steps 6 and 7: half again.",
    explanation: prose`
      A run that is still on its way keeps its rate; one that stands still gets a smaller one. No plan has to be known beforehand, only a
      factor and a patience. (So it is in Keras; PyTorch waits one step more.)

      The price: somebody must measure the loss, in training on examples that are kept apart and once an epoch. And a loss that goes up
      and down by chance runs any patience out that is too short.
    `,
    hints: ["Which losses are lower than all before them?", "5, the first 3 and the first 2 are."],
  }),
  network: exercise.foresee({
    title: "The same decay from two rates",
    prompt:
      "A small network learns iris flowers by plain descent, 400 steps, five seeds. From which first rate, 0.3 or 3, does linear decay end lower than a constant rate, on average?",
    options: {
      both: {
        text: "From both.",
        reason:
          "From 0.3 the network is still coming down after 400 steps, and linear decay shortens its way.",
      },
      small: {
        text: "From 0.3 alone.",
        reason:
          "There the network is still on its way at the end. It is from 3 that it hops on a high floor.",
      },
      large: {
        text: "From 3 alone.",
        reason: "From 0.3 the network is still on its way, and decay takes from it the steps that it needs.",
        right: true,
      },
      neither: {
        text: "From neither: steps are lost.",
        reason: "They are lost. But from 3 the rate kept hops on a high floor, and there it is worth it.",
      },
    },
    explanation: prose`
      From 3 the constant rate hops on a high floor, 0.11, and each decay ends below 0.05. From 0.3 the way is long: linear decay ends
      higher than the constant rate, on each seed (the picture shows constant minus linear), and on ten others. (After 1500 steps it ends
      lower there too, by a little.)

      *Decay lets you begin with a rate that is too large to end with*, and that pays: each with the best of eight rates from 0.1 to
      5, the rate kept ends at 0.058, linear decay at 0.032.

      The schedule that looks cuts when 20 steps bring no new lowest loss: from 0.3 late, on three of the five seeds, without harm.
    `,
    hints: ["Which is the trouble at 3, and which at 0.3: to travel, or to settle?"],
  }),
  slowStart: exercise.predict({
    title: "A slow start, and linear decay",
    prompt:
      "The first rate is 1. A warm-up over 100 steps multiplies it by t/100 at first, linear decay by 1 − (t − 1)/300 all the time. How high does the rate get?",
    fields: {
      highest: {
        label: "highest rate",
        answer: 0.67,
        within: 0.005,
        by: "1 − 99/300",
        slips: [
          { gives: 1, when: "linear decay waits until the warm-up is over" },
          { gives: 0.75, when: "the lower of the two is taken" },
          { gives: 1 + (1 - 99 / 300), when: "the two are added, and not multiplied" },
          { gives: 0.755, when: "the warm-up goes on beyond 1, to a top at step 150" },
          { gives: 0.01, when: "the rate of step 1 is given" },
        ],
      },
    },
    because: "It is highest when the warm-up is over, at step 100: 1 − 99/300 = 0.67.",
    explanation: prose`
      At 1 the warmed runs end lower, 0.031 against 0.091, on four of the five seeds. At 0.3 they end higher, 0.042 against 0.039, on each:
      there steps are lost, and no more.

      But the warmed rate is never above 0.67, and from 0.67 linear decay *alone* ends at 0.048 (last row). On forty other seeds the two
      are alike, in where they end and in how high the loss climbs at first, and 0.3 without a warm-up ends below both: the smaller rate
      explains the gain.

      So look twice at what a slow start gains. Goyal et al. (2017) found a gain with very large batches: at the same large rate
      their network ended better warmed up.
    `,
    hints: [
      "Until which step does the product grow?",
      "At step 100 the warm-up is over, and 99 steps have passed.",
    ],
  }),
  halving: exercise.predict({
    title: "When has the rate halved three times?",
    prompt:
      "With exponential decay λ·exp(−k(t−1)) and k = 0.05: after how many steps is the rate an eighth of what it was?",
    fields: {
      steps: {
        label: "steps",
        answer: 41.6,
        within: 0.9,
        by: "3·ln(2)/k",
        slips: [
          { gives: 8 / 0.05, when: "8 is divided by k, and no logarithm taken" },
          { gives: (8 * Math.log(2)) / 0.05, when: "an eighth is taken for eight halves" },
          { gives: 7 / 0.05, when: "the decay is taken for 1/t decay" },
          { gives: 7 / 8 / 0.05, when: "the rate is taken to fall by k of the first at each step" },
          { gives: 1 / 0.05, when: "1 is divided by k: then the rate is 1/e of what it was" },
          { gives: (3 * Math.log(2)) / 0.05 + 1, when: "t is given, and not t − 1" },
          { gives: 1 / 8 / 0.05, when: "1/8 is divided by k" },
        ],
      },
    },
    given: { k: 0.05 },
    because:
      "exp(−k·n) = 1/2 for n = ln 2/k = 13.9. Each half takes the same number of steps, so three of them take 41.6.",
    hints: [
      "An eighth is half of a half of a half.",
      "exp(−0.05·n) is a half for n = ln 2/0.05, and ln 2 is about 0.69.",
    ],
  }),
  longer: exercise.foresee({
    title: "How far apart?",
    prompt:
      "Two rates start equal and decay with k = 0.1, one exponentially, the other like 1/(1 + k(t−1)). After 200 steps, how many times as large as the exponential one is the 1/t one?",
    options: {
      tens: {
        text: "About 20 times.",
        reason: "1/(1 + 20) is about a twentieth of the first rate. The other is much smaller still.",
      },
      thousands: {
        text: "About 2000 times.",
        reason: "So it is after 100 steps. In the next 100 the exponential one falls by e^(−10) again.",
      },
      millions: {
        text: "Over ten million times.",
        reason:
          "1/(1 + 20) is about a twentieth, e^(−20) two thousand-millionths: an exponential falls below every power.",
        right: true,
      },
    },
    hints: ["Work out both factors at t = 201."],
  }),
  cut: exercise.choose({
    title: "After the cut",
    prompt:
      "The noisy bowl x²/2 again. Plain descent with λ = 0.1 has hopped about on its floor for long. Now λ becomes 0.01, and stays so. When has the mean loss come down to about a tenth?",
    options: {
      atOnce: {
        text: "At the very next step.",
        reason: "The ball is still where the large rate has thrown it, and has to come down from there.",
      },
      twenty: {
        text: "After some 20 steps.",
        reason: "So it would be if a step still left 0.9 of the distance, as with the old rate.",
      },
      hundreds: {
        text: "After some 200 steps.",
        reason: "A step leaves 0.99 of the distance, so 0.98 of the excess loss, and 0.98²⁰⁰ is about 0.02.",
        right: true,
      },
      never: {
        text: "Never: the noise is as large as before.",
        reason: "The noise is, but a tenth of the rate makes a tenth of the floor.",
      },
    },
    explanation: prose`
      A cut lowers the floor at once, but a small rate is slow in coming down to it. So the last rates of a schedule need their
      time.
    `,
    hints: [
      "What share of the distance is left after one step with λ = 0.01? And of the loss, its square?",
      "How often must one multiply by 0.98 to get from 1 to nearly 0?",
    ],
  }),
  exponential: exercise.formula({
    title: "Write exponential decay",
    prompt: "Return the rate at step t: λ at t = 1, and multiplied by exp(−k) in each step after it.",
    formula: "lambda*exp(-k*(t - 1))",
    arguments: range,
    besides,
    solution: ({ t, lambda, k }) => lambda * Math.exp(-k * (t - 1)),
    misconceptions: [
      {
        what: "the rate is compounded: what has decayed already decays again by the whole factor of step t",
        formula: "lambda*exp(-k*t*(t - 1)/2)",
      },
      { what: "the rate grows, for want of a minus in the exponent", formula: "lambda*exp(k*(t - 1))" },
      {
        what: "the first step is decayed already: it counts t steps where t − 1 have passed",
        formula: "lambda*exp(-k*t)",
      },
    ],
    neighbours: [
      { what: "the rate falls as 1/t and not exponentially", formula: "lambda/(1 + k*(t - 1))" },
      {
        what: "each step takes off the share k, which is nearly the same only for a small k",
        formula: "lambda*(1 - k)^(t - 1)",
      },
      { what: "k is the base of the power, where e should be", formula: "lambda*k^(t - 1)" },
      { what: "the rate falls in a straight line", formula: "lambda*(1 - k*(t - 1))" },
      {
        what: "k is taken off at each step, so the rate falls in a straight line",
        formula: "lambda - k*(t - 1)",
      },
      { what: "the decay comes one step late", formula: "lambda*exp(-k*max(0, t - 2))" },
      {
        what: "the rate is halved once in a while: that is step decay",
        formula: "lambda*0.5^floor((t - 1)*k)",
      },
      {
        what: "the rate is halved every k steps: that is step decay",
        formula: "lambda*0.5^floor((t - 1)/k)",
      },
      {
        what: "the rates of all steps up to t are added up",
        formula: "lambda*(1 - exp(-k*t))/(1 - exp(-k))",
      },
      { what: "λ is raised to the power too", formula: "(lambda*e)^(-k*(t - 1))" },
    ],
    hints: ["Math.exp(x) is e to the power x.", "At t = 1 the factor must be 1."],
  }),
  inverse: exercise.formula({
    title: "Write 1/t decay",
    prompt: "Return the rate at step t: λ divided by 1 + k(t − 1).",
    formula: "lambda/(1 + k*(t - 1))",
    arguments: range,
    besides,
    solution: ({ t, lambda, k }) => lambda / (1 + k * (t - 1)),
    misconceptions: [
      { what: "1/t is read as λ/t, without k", formula: "lambda/t" },
      {
        what: "the first step is decayed already: it counts t steps where t − 1 have passed",
        formula: "lambda/(1 + k*t)",
      },
    ],
    neighbours: [
      { what: "the rate falls exponentially and not as 1/t", formula: "lambda*exp(-k*(t - 1))" },
      {
        what: "each step divides by 1 + k, which makes an exponential decay",
        formula: "lambda/(1 + k)^(t - 1)",
      },
      { what: "the rate falls in a straight line", formula: "lambda*(1 - k*(t - 1))" },
      {
        what: "the fraction is taken off λ and not multiplied with it",
        formula: "lambda - 1/(1 + k*(t - 1))",
      },
      {
        what: "the fraction is added to λ and not multiplied with it",
        formula: "lambda + 1/(1 + k*(t - 1))",
      },
      { what: "λ stands below the fraction line in the place of 1", formula: "1/(lambda + k*(t - 1))" },
      { what: "1 + k stands where λ should", formula: "(1 + k)/(1 + k*(t - 1))" },
      { what: "λ·k is divided by t", formula: "lambda*k/t" },
      { what: "the decay comes one step late", formula: "lambda/(1 + k*max(0, t - 2))" },
    ],
    hints: ["At t = 1 it is λ itself.", "Put parentheses around the whole divisor."],
  }),
  tired: exercise.findTheBug<never, "lambda" | "k">({
    title: "It dies too soon",
    prompt:
      "Gradient descent whose rate should be λ/(1 + k(t−1)). After fifty steps it hardly moves. Mend it.",
    rule: decayed,
    given: ({ w, g, t }, { lambda, k }) => {
      const rate = lambda / (1 + k * (t - 1));
      const decayedAgain = rate / (1 + k * (t - 1));
      return { w: w.map((x, i) => x - decayedAgain * g[i]) };
    },
    solution: ({ w, g, t }, { lambda, k }) => {
      const rate = lambda / (1 + k * (t - 1));
      return { w: w.map((x, i) => x - rate * g[i]) };
    },
    because:
      "The rate was decayed a second time, so that it fell like 1/t²: with k = 0.1 it was 1/36 of the first rate at step 51, where 1/6 is meant.",
    hints: ["What is the rate at t = 51 with k = 0.1, and what should it be?", "How often is λ divided?"],
  }),
  tuned: exercise.tune({
    title: "Calm at the edge",
    prompt:
      "The valley has a sharp edge, and a rate of 0.4 hops across it. Find a k with which the loss is below 0.02 after 60 steps, and stays there.",
    rule: decayed,
    on: edge,
    start: [3],
    steps: 60,
    below: 0.02,
    given: { lambda: 0.4, k: 0 },
    solution: { lambda: 0.4, k: 0.3 },
    because:
      "Too small a k leaves it hopping; with too large a one it is still on its way after 60 steps: 1/t decay never stops, but it takes its time.",
    hints: [
      "With k = 0 it hops by 0.4 for ever.",
      "With k = 1 it is still on its way after 60 steps (the loss is 0.80). Try something between.",
    ],
  }),
  schedule: exercise.explain({
    title: "Decay and AdaGrad",
    prompt:
      "AdaGrad's rate shrinks by itself. In two sentences: what does a schedule have that AdaGrad has not, and the other way round?",
    model:
      "A schedule is chosen by you and knows nothing of the surface (one that looks knows the loss): it shrinks all coordinates alike, at a pace you can plan. AdaGrad shrinks each coordinate by what it has met, and can't be told to stop.",
    lookFor: {
      plan: "A schedule is a plan of yours, and knows nothing of the surface.",
      alike: "It shrinks the rate of all coordinates alike.",
      own: "AdaGrad shrinks each coordinate's rate by what it has met.",
    },
    hints: ["Who decides how fast the rate shrinks, and for which coordinates?"],
  }),
};

/** The name under which notebooks and progress files of before know these exercises. */
export const formerName = "decay";

/** The same for single exercises. */
export const formerExercises = { twice: "tired" } as const;

/** What is no longer asked. */
export const retiredExercises = {
  warmUp:
    "Its answer was that of the card before it; what a warm-up does to the rate is asked now: learning-rate-decay/slowStart.",
  least: "Lesson 05 had answered it; the lesson now shows it.",
  why: "The lesson had said it; what comes after a cut is asked now.",
} as const;
