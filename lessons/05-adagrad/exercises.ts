import { adagrad, defineRule, exercise, hyper, prose, ravine, state } from "fall-line/library";

type Names = ["kappa", "lambda" | "epsilon"];

/** AdaGrad as Duchi et al. keep it: from step to step the root of the sum. */
const ofRoots = defineRule({
  id: "adagrad-of-roots",
  title: "AdaGrad, its root kept",
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.01, meaning: "learning rate" }),
    epsilon: hyper.positive({ tex: "\\varepsilon", default: 1e-7, meaning: "keeps the divisor above 0" }),
  },
  rate: "lambda",
  state: { kappa: state.vector({ meaning: "root of the sum of the squared gradients" }) },
  equations: { kappa: "sqrt(kappa^2 + g^2)", w: "w - lambda*g/(kappa + epsilon)" },
});

/** The predictions of the lesson on AdaGrad in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  terminal: exercise.predict({
    title: "How long in the end?",
    prompt:
      "The slope is 5 at every step; momentum with λ = 0.02 and α = 0.8. How long are its steps in the long run?",
    recalls: "momentum/constant",
    fields: {
      length: {
        label: "length",
        answer: 0.5,
        within: 0.0005,
        by: "λ·g/(1 − α)",
        slips: [{ gives: 0.1 / (1 - 0.8 ** 2), when: "1 − α² is taken, and not 1 − α" }],
      },
    },
    given: { λ: 0.02, g: 5, α: 0.8 },
    because:
      "A step loses a fifth of itself and gains 0.02 · 5. These are equal at the terminal speed, λg/(1 − α).",
    hints: ["At which length does a step lose as much as it gains?"],
  }),
  hundred: exercise.choose({
    title: "The price of a digit",
    prompt:
      "At Q = 20 and its best rate plain descent needs about 23 steps for one more digit. And at Q = 100?",
    recalls: "gradient-descent/digit",
    options: {
      root: {
        text: "About 50.",
        reason: "So it would be if the root of Q counted, as it does with momentum at its best pair.",
      },
      times: {
        text: "About 115.",
        reason: "A step leaves 99/101 of the error, and the steps grow as Q does: five times as many.",
        right: true,
      },
      square: {
        text: "About 575.",
        reason: "So it would be if they grew with the square of Q.",
      },
    },
    hints: ["A step leaves (Q − 1)/(Q + 1) of the error: about 2/Q of it are lost."],
  }),
  start: exercise.predict({
    title: "The blue ball's first step",
    prompt:
      "The slope is −0.8 along x and 15 along y. Read off the picture: by how much do x and y change in the blue ball's first step? (A fall has a minus.)",
    fields: {
      x: {
        label: "change of x",
        answer: 1,
        within: 0.3,
        slips: [
          { gives: -7, when: "the new place is read off, and not the change" },
          { gives: 0.152, when: "the red ball's step is read off" },
          { gives: -0.8, when: "the slope is read off, and not the step" },
          { gives: 0.08, when: "a tenth of the slope is taken" },
        ],
      },
      y: {
        label: "change of y",
        answer: -1,
        within: 0.3,
        slips: [
          { gives: 0.5, when: "the new place is read off, and not the change" },
          { gives: -2.85, when: "the red ball's step is read off" },
          { gives: -15, when: "the whole slope is taken, and not its direction alone" },
          { gives: 15, when: "the slope is read off, and not the step" },
          { gives: -1.5, when: "a tenth of the slope is taken" },
        ],
      },
    },
    because: "x grows by 1 and y falls by 1, which is its λ. (The picture draws y larger than x.)",
    explanation: prose`
      Red goes much farther across than along, because the slope across is so much steeper. Blue goes the same distance both ways,
      which is its $\lambda$. It takes from the slope the *direction* of each coordinate, and decides the distance by itself.

      How does it know?
    `,
    hints: ["Step through the picture: where is the blue ball after one step?"],
  }),
  second: exercise.predict({
    title: "Step 2 with a pencil",
    prompt:
      "The ball stands at 0.9, where the slope is 1.8, and κ is 4. What is the new κ, and the new x? (√3.24 = 1.8, √5.8 is about 2.41, √7.24 about 2.69.)",
    fields: {
      kappa: {
        label: "κ",
        answer: 7.24,
        within: 0.005,
        by: "4 + g²",
        slips: [{ gives: 3.8 ** 2, when: "the roots 2 and 1.8 are added up, and squared" }],
      },
      x: {
        label: "x",
        answer: 0.8331,
        within: 0.001,
        by: "0.9 − λ·g/√kappa",
        slips: [
          { gives: 0.9 - 0.18 / 3.8, when: "the roots of 4 and 3.24 are added, and not 4 and 3.24" },
          { gives: 0.9 - 0.18 / 2, when: "the step divides by the root of the old κ" },
          { gives: 0.9 - 0.1, when: "the step is held to be λ long, as the first one is" },
        ],
      },
    },
    given: { λ: 0.1, g: 1.8 },
    slips: [{ taken: { g: 0.9 }, when: "the place 0.9 is taken for the slope 1.8" }],
    because: "κ gains 1.8² = 3.24. The step is 0.1·1.8/2.69 = 0.067.",
    hints: ["First κ: the old one plus the square of the slope.", "Then x: 0.9 − 0.1·1.8/√κ."],
  }),
  rare: exercise.predict({
    title: "The rare weight",
    prompt:
      "A frequent word occurs in every example, a rare one in every fiftieth; only then its weight moves. Each begins at 0, its goal is 1. Plain descent with λ = 0.01 brings the frequent ones close to 1 in 1000 steps. Where are the rare ones by then, on average?",
    fields: {
      weight: {
        label: "rare weights",
        answer: 0.18,
        within: 0.1,
        by: "1 − 0.99^20",
        slips: [
          { gives: 1, when: "they move as often as the frequent ones" },
          { gives: 0.02, when: "the share of the steps is taken in which a rare word occurs" },
          { gives: 2 * (1 - 0.99 ** 20), when: "all labels are held to be 2, and on average they are 1" },
          { gives: 0, when: "they are held not to move at all" },
          { gives: 1 - 0.99 ** 100, when: "100 steps are counted, and not 20" },
        ],
      },
    },
    because:
      "Each has moved 20 times, a hundredth of the way each time: on average 1 − 0.99²⁰ = 0.18 of the way to 1.",
    explanation: prose`
      The rate is too small for a weight that moves 20 times in 1000 steps. With a larger rate it gets farther, and the frequent weights
      hop more with every example. Again there is one rate for two needs.
    `,
    hints: [
      "How often has a rare word occurred in 1000 steps?",
      "Each time it goes a hundredth of the way to 2 or to 0, on average to 1.",
    ],
  }),
  forever: exercise.foresee({
    title: "Q2: the rate in this ravine",
    prompt: "In this ravine, over a long time: what does the effective rate λ/√κ along x do?",
    options: {
      grows: { text: "It grows again.", reason: "κ would have to shrink, and it is a sum of squares." },
      settles: {
        text: "It falls, and settles at some value above 0.",
        reason: "The ball arrives, the slopes vanish, and their squares add up to something finite.",
        right: true,
      },
      shrinks: {
        text: "It falls towards 0.",
        reason: "For that κ must grow without bound. Here the slopes vanish, and so does what κ gains.",
      },
    },
    explanation: prose`
      The path gets as close to the bottom as you like; at step 2000 it is less than 0.001 away.

      The rate never grows, since $\kappa$ is a sum of squares. But here it settles, at 0.051: the slopes vanish as the ball arrives,
      and so quickly that the sum of their squares converges. From then on AdaGrad *is* plain descent with rates that it has
      chosen by itself.

      That is one case. The other: slopes that last.
    `,
    hints: ["What does κ gain in a step near the bottom?"],
  }),
  cliff: exercise.predict({
    title: "How long until the rate halves?",
    prompt:
      "Three steps down a cliff of slope 100, then gentle land of slope 1: κ is 30,000 now and grows by 1 a step. How many more steps until the rate 1/√κ halves?",
    fields: {
      steps: {
        label: "more steps",
        answer: 90000,
        within: 1000,
        by: "4·κ − κ",
        slips: [
          { gives: 120_000, when: "the 30,000 that are in κ already are counted too" },
          { gives: 30_000, when: "κ doubles, and not its root" },
          { gives: 15_000, when: "κ is halved, and not the rate" },
          { gives: Math.sqrt(30_000), when: "the root of κ is given" },
          {
            gives: 30_000 * (Math.SQRT2 - 1),
            when: "κ is taken to grow by √2: its root is to double, and κ by 4",
          },
          { gives: 7500, when: "κ is taken to fall to a quarter: it grows to four times as much" },
          { gives: 22_500, when: "what κ would lose on the way to a quarter is given" },
          { gives: Math.sqrt(120_000), when: "the new root of κ is given" },
        ],
      },
    },
    given: { κ: 30_000 },
    because: "Half the rate is twice the root, so four times the κ: 120,000, 90,000 steps more.",
    explanation: prose`
      It never again moves as fast as plain descent, because the rate only shrinks.

      Three steep steps at the start, and all the walk is paid for them.
    `,
    hints: ["Half the rate: by which factor has κ grown?"],
  }),
  askew: exercise.predict({
    title: "Two rates, askew",
    prompt:
      "In the straight ravine the first slopes are −0.8 and 15, so AdaGrad's larger rate is 18.75 times the smaller. Turned by 45 degrees, they are −15.8/√2 and 14.2/√2. How many times as large is it now?",
    fields: {
      times: {
        label: "times as large",
        answer: 1.11,
        within: 0.05,
        by: "15.8/14.2",
        slips: [
          { gives: 18.75, when: "the ravine lies straight" },
          { gives: 1, when: "the steps are compared, which are equally long, and not the rates" },
          { gives: (15.8 / 14.2) ** 2, when: "the κ are compared, and not their roots" },
          { gives: 18.75 / Math.SQRT2, when: "the straight ratio is divided by √2" },
        ],
      },
    },
    because: "√κ is the size of the slope, so the rates are as 15.8 to 14.2.",
    explanation: prose`
      **Elementwise scaling sees axes.** Askew, both coordinates feel the steep wall, so both get about the same small rate, along the
      floor as well. Plain descent ends lower by more than a factor of two: so it was from 50 starts, 2 to 10 along the ravine and 0.5
      to 2 beside its floor. From about 30 to 60 degrees it gets lower from most starts, with 50 to 1000 steps.

      That AdaGrad falls *behind* belongs to the plane. In ten dimensions, with $Q = 100$ and 100 steps, it leads by a hundred powers of ten
      along the axes; turned at random it is mostly ahead still, but seldom by more than three. (Lesson 09 sees every direction.)
    `,
    hints: [
      "In step 1 the root of κ is the size of the slope.",
      "λ over the one slope, against λ over the other.",
    ],
  }),
  form: exercise.foresee({
    title: "The shorter step",
    prompt:
      "A first step at the slope 0.0001. Without ε it would be as long as λ. With ε = 10⁻⁷, which form makes it much shorter?",
    options: {
      inside: {
        text: "ε inside the root.",
        reason: "There 10⁻⁷ is added to the square of the slope, which is only 10⁻⁸.",
        right: true,
      },
      outside: {
        text: "ε outside the root.",
        reason: "There 10⁻⁷ is added to the slope itself, 10⁻⁴, and hardly matters.",
      },
      neither: { text: "Neither: 10⁻⁷ is too small.", reason: "Compare it with what stands beside it." },
    },
    explanation: prose`
      Inside, $\varepsilon$ is compared with $\kappa$, a *square*: at the slope 0.0001 that is $10^{-8}$, and $10^{-7}$ swamps it. The
      step is 0.3 of $\lambda$. Outside, $\varepsilon$ is compared with the slope itself, and hardly matters.

      So the inner form begins to brake at slopes near $\sqrt{\varepsilon}$, about 0.0003; the outer one near $\varepsilon$. When two
      programs disagree on flat ground, look here first.
    `,
    mayStand: { inside: "the code has a column for each of the two forms" },
    hints: ["Inside, ε stands beside κ = g². How large is that?"],
  }),
  shrinking: exercise.predict({
    title: "The first step and the hundredth",
    prompt: "The slope is −3 at every step, and λ = 0.5. How long is AdaGrad's first step? Its hundredth?",
    fields: {
      first: {
        label: "first step",
        answer: 0.5,
        within: 0.0005,
        by: "λ·g/√(g²)",
        slips: [{ gives: 0.5 / 3, when: "the slope is forgotten: λ alone is divided by the root of κ" }],
      },
      hundredth: {
        label: "hundredth step",
        answer: 0.05,
        within: 0.0005,
        by: "first/√t",
        slips: [
          { gives: 0.5 / 30, when: "the slope is forgotten: λ alone is divided by the root of κ" },
          { gives: 0.005, when: "the steps are taken to fall as 1/t, and not as 1/√t" },
        ],
      },
    },
    given: { λ: 0.5, g: 3, t: 100 },
    because: "After t steps κ is 9t, so the step is 0.5·3/√(9t) = 0.5/√t. The slope has cancelled.",
    explanation: prose`
      The length depends on $\lambda$ and $t$, not on the slope. After $t$ steps $\kappa$ is $9t$, so the step is $0.5 \cdot 3/\sqrt{9t} = 0.5/\sqrt{t}$: the
      slope cancels. On a constant slope **step $t$ has the length $\lambda/\sqrt{t}$**: first step 0.5, hundredth 0.05,
      ten-thousandth 0.005.
    `,
    hints: ["How large is κ after t steps of slope −3?", "The step is λ·3/√κ, with κ = 9t."],
  }),
  total: exercise.foresee({
    title: "Does it arrive?",
    prompt: "On a slope that never ends the steps shrink like λ/√t. Does the way it covers have an end?",
    options: {
      finite: {
        text: "Yes: shrinking steps add up to something finite.",
        reason: "Not these: 1 + 1/√2 + ... + 1/√T is about 2√T.",
      },
      endless: {
        text: "No: it goes ever slower, and as far as you like.",
        reason: "The steps add up to about 2λ√T, which has no bound.",
        right: true,
      },
      stops: { text: "It stops after some steps.", reason: "A step of λ/√t is never 0." },
    },
    explanation: prose`
      Four times the steps, about twice the way, again and again: $1 + 1/\sqrt{2} + \dots + 1/\sqrt{T}$ is about $2\sqrt{T}$, and
      that has no bound. So Q2 has two answers:

      > *The rate $\lambda/\sqrt{\kappa}$ never grows. Where the slopes vanish quickly it settles; where they stay the same
      > size it shrinks towards 0 like $1/\sqrt{t}$, and still the steps add up without bound: AdaGrad slows down, and never quite stops.*
    `,
    hints: ["Compare the sum of 1/√t with the sum of 1/t."],
  }),
  ratio: exercise.predict({
    title: "Two rates",
    prompt:
      "The slopes are 2 along x and −50 along y, and it is AdaGrad's first step. How many times as large is the effective rate along x as the one along y?",
    fields: {
      ratio: {
        label: "times as large",
        answer: 25,
        within: 0.5,
        by: "50/2",
        slips: [
          { gives: 1, when: "the steps are compared, which are equally long, and not the rates" },
          { gives: 25 ** 2, when: "the κ are compared, and not their roots" },
        ],
      },
    },
    because:
      "After one step √κ is the size of the slope, so the rates are as 1/2 to 1/50. The two steps are equally long.",
    hints: ["In step 1 the root of κ is the size of the slope.", "λ/2 against λ/50."],
  }),
  scale: exercise.predict({
    title: "A thousand times the loss",
    prompt: "f = 1000·x² from x = 1 with λ = 0.1: where is AdaGrad after two steps?",
    fields: {
      x: {
        label: "x after step 2",
        answer: 0.8331,
        within: 0.001,
        read: { of: "x", after: 2 },
        slips: [
          { gives: 0.9 - 0.09, when: "step 2 is divided by the root of the old κ" },
          { gives: 0.8, when: "step 2 is held to be λ long, as step 1 is" },
          { gives: 1 - 0.1 * 2000, when: "a step of plain descent is made" },
          { gives: 0.1 + 0.18 / Math.hypot(2, 1.8), when: "the way is given, and not the place" },
          {
            gives: 1 - 0.2 / 2000 - 0.2 / Math.hypot(2000, 2000),
            when: "the factor 1000 is in κ, and not in the slope above the line",
          },
        ],
      },
    },
    given: { λ: 0.1 },
    run: { from: { x: 1, κ: 0 }, lines: { g: "1000·2·x", κ: "κ + g²", x: "x − λ·g/√κ" } },
    because:
      "Every slope is 1000 times as large, and so is the root of κ: the factor cancels, and the path is that of x².",
    hints: ["Where is it after two steps for f = x²?", "By which factor does √κ grow? And the slope?"],
  }),
  q2: exercise.choose({
    title: "Slopes that fade",
    prompt:
      "The slopes fade to 0, but slowly: at step t the slope is 1/√t. What does AdaGrad's rate λ/√κ do over a long time?",
    options: {
      settles: {
        text: "It falls, and settles at some value above 0, since the slopes vanish.",
        reason:
          "For that the squares must have a finite sum. They are 1, 1/2, 1/3, ..., and theirs has no bound.",
      },
      shrinks: {
        text: "It falls towards 0, if ever so slowly.",
        reason: "κ is 1 + 1/2 + ... + 1/t. That grows like the logarithm of t, past every bound.",
        right: true,
      },
      grows: {
        text: "It falls at first, and grows again when the slopes have become small.",
        reason: "κ is a plain sum. It forgets nothing.",
      },
    },
    hints: ["What is κ after t steps?", "1 + 1/2 + 1/3 + ... + 1/t grows like the logarithm of t."],
  }),
  rate: exercise.choose({
    title: "One steep slope",
    prompt:
      "λ = 1. After a hundred slopes of 1, step 100 is 0.1 long. Now comes a slope of 10. How long is step 101?",
    options: {
      shorter: {
        text: "Less than 0.1: a steep slope lowers the rate.",
        reason: "It does, by a factor of 1.4. But the slope that it multiplies is ten times as large.",
      },
      same: {
        text: "About 0.1: the slope cancels.",
        reason: "It does where it stays the same. Here κ holds a hundred small squares as well.",
      },
      seven: {
        text: "About 0.7.",
        reason: "κ is 100 + 100 = 200, so the rate falls from 0.1 to 0.071. Ten times that is 0.71.",
        right: true,
      },
      ten: {
        text: "About 1, ten times as long.",
        reason:
          "For that the rate would have to stay. The new square is as large as all the others together.",
      },
    },
    explanation: prose`
      So read the answer to Q2 with care: it is the *rate* that never grows. A single step can, when the slope does.
    `,
    hints: ["How large is κ after the hundred? And with the new square?", "The step is 10/√κ."],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the AdaGrad update",
    prompt:
      "Keep κ, the sum of the squared gradients of each coordinate, and divide by its root. Put ε inside the root, as the slide's formula does.",
    rule: adagrad,
    solution: ({ w, kappa, g }, { lambda, epsilon }) => {
      const squares = kappa.map((old, i) => old + g[i] ** 2);
      return { w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(squares[i] + epsilon)), kappa: squares };
    },
    misconceptions: [
      {
        what: "κ is overwritten by the last squared gradient, so that each step has nearly the length λ",
        equations: { kappa: "g^2" },
      },
      { what: "all coordinates share one κ", equations: { kappa: "kappa + norm(g)^2" } },
    ],
    hints: [
      "Two lines: first κ, then the step.",
      "κ grows by g², coordinate by coordinate.",
      "Each coordinate of w moves by −λ·g/√(κ + ε), with its own κ.",
    ],
  }),
  stuck: exercise.findTheBug<Names[0], Names[1]>({
    title: "It slows down too soon",
    prompt:
      "What is kept here from step to step is the root of κ. The first step is right, and then it slows down too soon. Mend it.",
    rule: ofRoots,
    given: ({ w, kappa: root, g }, { lambda, epsilon }) => {
      const roots = root.map((old, i) => old + Math.abs(g[i]));
      return { w: w.map((x, i) => x - (lambda * g[i]) / (roots[i] + epsilon)), kappa: roots };
    },
    solution: ({ w, kappa: root, g }, { lambda, epsilon }) => {
      const roots = root.map((old, i) => Math.hypot(old, g[i]));
      return { w: w.map((x, i) => x - (lambda * g[i]) / (roots[i] + epsilon)), kappa: roots };
    },
    misconceptions: [
      {
        what: "roots are summed, and of the sizes: √|g| is added at each step",
        equations: { kappa: "kappa + sqrt(abs(g))" },
      },
    ],
    because:
      "Roots do not add up as squares do: the root of 9 + 16 is 5, and not 3 + 4. With the sum of sizes step t on a constant slope is λ/t.",
    hints: [
      "On a slope of 3: how large is its root after two steps? How large is √(9 + 9)?",
      "The new root is √(old² + g²), which is Math.hypot(old, g[i]).",
    ],
  }),
  tuned: exercise.tune({
    title: "Below 0.01 in 30 steps",
    prompt:
      "Find a rate λ with which AdaGrad brings the loss in the ravine below 0.01 within 30 steps, and keeps it there.",
    rule: adagrad,
    on: ravine,
    start: [-8, 1.5],
    steps: 30,
    below: 0.01,
    given: { lambda: 0.1 },
    solution: { lambda: 2 },
    because:
      "AdaGrad's first step has the length λ in each coordinate and all others are shorter: with 8 to go, λ must be above 1, not 0.1.",
    hints: [
      "How far does it get in 30 steps of λ/√t?",
      "Much larger than you would dare with plain descent.",
    ],
  }),
  price: exercise.explain({
    title: "What AdaGrad gains, and what it costs",
    prompt:
      "In three sentences: for what is it good that each coordinate has a rate of its own, for what that a rate only shrinks, and when does that hurt?",
    model:
      "Coordinates that are seldom used keep a large rate, while that of the others falls. A rate that shrinks averages examples that disagree: the frequent weights came within a tenth of their goal. It hurts when the way is long or begins on a cliff: the early gradients stay in κ for ever, and the rate never recovers.",
    lookFor: {
      calm: "A rate that shrinks averages examples that disagree.",
      rare: "Coordinates that are seldom used keep a large rate.",
      forever: "Early gradients stay in κ for ever, which hurts on a long way.",
    },
    hints: [
      "Think of the frequent word and the rare one.",
      "Think of a steep start and a long, gentle slope after it.",
    ],
  }),
};

/** A prediction that is no longer made. */
export const retiredExercises = {
  turned:
    "Whoever asks so has the answer in mind; the two rates that explain it are asked now: adagrad/askew.",
} as const;
