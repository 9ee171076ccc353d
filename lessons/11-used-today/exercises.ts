import { exercise, gradientDescentClipped, gradientDescentEma, prose } from "fall-line/library";
import { about } from "./about.ts";

export const { optional } = about;

const range = {
  t: { from: 1, to: 60, whole: true },
  eta: { from: 0.01, to: 1 },
  warm: { from: 2, to: 20, whole: true },
  decay: { from: 2, to: 30, whole: true },
  steps: { from: 60, to: 90, whole: true },
};

/** The predictions of the lesson on what is used today in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  quarterRate: exercise.foresee({
    title: "A quarter of the rate",
    prompt:
      "Plain descent on a bowl with noise: it hops on its floor. The rate becomes four times smaller. What happens to the mean loss there?",
    recalls: "learning-rate-decay/floor",
    options: {
      two: { text: "It is about two times lower.", reason: "So is the distance; the loss is its square." },
      four: {
        text: "It is about four times lower.",
        reason: "The floor is in proportion to the rate.",
        right: true,
      },
      sixteen: {
        text: "It is about sixteen times lower.",
        reason: "Each kick is four times shorter, but it is also pulled back four times more slowly.",
      },
    },
    hints: ["A large rate travels; a small rate settles. How low?"],
  }),
  pulled: exercise.predict({
    title: "What decay leaves",
    prompt:
      "AdamW with η = 0.01 and a decay of γ = 0.5. A weight of 1 has a slope of 0 at every step. How large is it after 2 steps?",
    recalls: "adam/decay",
    fields: {
      weight: {
        label: "weight",
        answer: 0.990025,
        within: 0.0004,
        by: "(1 − η·γ)^2",
        slips: [
          { gives: 0.98, when: "Adam divides the pull, so that each step is η long" },
          { gives: 1, when: "no slope is taken to mean that nothing moves" },
        ],
      },
    },
    given: { η: 0.01, γ: 0.5 },
    because: "Each step multiplies it by 1 − η·γ = 0.995, whatever its slopes.",
    hints: ["The decay does not pass through the moments."],
  }),
  clip: exercise.predict({
    title: "A gradient that is too long",
    prompt:
      "The gradient is (30, 40), the bound 5, λ = 0.1. By how much does x change, and how long is the whole step?",
    fields: {
      x: {
        label: "change of x",
        answer: -0.3,
        within: 0.0005,
        by: "−λ·c·g₁/L",
        slips: [
          { gives: -0.5, when: "each entry is cut by itself" },
          { gives: -3, when: "nothing is clipped, or the bound is put on the step λ·g" },
          { gives: -30, when: "neither the bound nor the rate counts" },
          { gives: -0.5, when: "the length of the whole step is given" },
          { gives: (-0.1 * 5 * 30) / 70, when: "30 + 40 is taken for the length of the gradient" },
          { gives: (-0.1 * 30) / 5, when: "the gradient is divided by the bound" },
          { gives: -0.4, when: "the change of y is given" },
          { gives: 3, when: "nothing is clipped, and the step goes up the slope" },
          { gives: -5, when: "each entry is cut by itself, and the rate is left out" },
        ],
      },
      length: {
        label: "length of the step",
        answer: 0.5,
        within: 0.0005,
        by: "λ·c·√(g₁² + g₂²)/L",
        slips: [
          { gives: 5, when: "nothing is clipped, or the bound is put on the step λ·g" },
          { gives: 0.1 * Math.hypot(5, 5), when: "each entry is cut by itself" },
          { gives: 50, when: "neither the bound nor the rate counts" },
          { gives: (0.1 * 50) / 5, when: "the gradient is divided by the bound" },
          { gives: Math.hypot(5, 5), when: "each entry is cut by itself, and the rate is left out" },
          { gives: 0.1 * 70, when: "nothing is clipped, and 30 + 40 is taken for the length" },
        ],
      },
    },
    given: { λ: 0.1, c: 5, "g₁": 30, "g₂": 40, L: 50 },
    slips: [
      { taken: { L: 70 }, when: "30 + 40 is taken for the length of the gradient" },
      { taken: { L: 40 }, when: "the larger entry, 40, is taken for the length of the gradient" },
    ],
    because:
      "The gradient is 50 long, so a tenth of it is left: (3, 4). The rate makes (−0.3, −0.4) of that.",
    explanation: prose`
      A clipped step is at most $\lambda c$ long, wherever it is taken.

      The direction stays. Cut entry by entry, (30, 40) would become (5, 5), which points elsewhere.
    `,
    hints: ["How long is (30, 40)?", "What share of it is 5?"],
  }),
  reach: exercise.foresee({
    title: "What does a plan buy?",
    prompt:
      "Digits, AdamW, 600 steps, at the rates 0.01, 0.03, 0.1 and 0.3. With which does a plan, cosine or WSD, end with a clearly lower test loss than the rate kept constant?",
    options: {
      all: {
        text: "With all four.",
        reason: "At 0.01 and 0.03 the three end alike, within a twentieth or so.",
      },
      small: { text: "With 0.01 alone.", reason: "There a plan takes away steps, and little else." },
      large: {
        text: "With 0.3 alone.",
        reason:
          "Kept, it ends at 1.02, with a cosine at 0.43, with WSD at 0.57. (± is one standard error of six runs.)",
        right: true,
      },
      none: { text: "With none.", reason: "At 0.3 the kept rate ends far above." },
    },
    explanation: prose`
      At 0.3 the kept rate ends at 1.02, the cosine at 0.43, WSD at 0.57: lower in each of the six runs. (In PyTorch
      the same runs end at 1.32, 0.42 and 0.66: a last digit leads elsewhere, and no ± holds that.) At 0.01 the cosine ends a little *higher*: it has gone a shorter
      way.

      So on this network no plan buys a lower loss than the best rate kept, 0.189. It makes a rate that is too large less bad: at 0.3 neither is good. With large models,
      whose batches stay noisy to the end, the end of the plan matters too: there the loss falls visibly while the rate falls (Hu et al. 2024).
    `,
    hints: ["Lesson 08: from which first rate did decay help?"],
  }),
  average: exercise.foresee({
    title: "The mean of the last thousand",
    prompt:
      "w hops on its floor at λ = 0.1. How much lower is the loss of the mean of its last 1000 points, over 40 runs on average?",
    options: {
      same: { text: "Not lower.", reason: "A mean of points that lie around the minimum lies nearer to it." },
      few: {
        text: "Two to five times lower.",
        reason: "So it would be if a few of the points told something new. Of a thousand, many do.",
      },
      tens: {
        text: "More than twenty times lower.",
        reason: "Seventy times in these forty runs: the hops to either side cancel.",
        right: true,
      },
    },
    explanation: prose`
      Look down the last column: the mean is as good at each rate: about 0.0005, or 1/(2 · 1000). In the long run the loss of $w$ is $\lambda/(2(2 - \lambda))$, which at 0.1 is about fifty times as much. Polyak and Juditsky (1992) proved it: in the long run no schedule does better than the mean of *all* points of a bowl.
      (Ours leaves out half of them, and pays twice.) (At 0.001 the ball has not arrived, and the mean is worse.)

      The moving average with $\beta = 0.99$ holds about the last hundred points, so its loss is a few times higher. It needs no plan of when to begin.
    `,
    hints: ["Where do the points lie, seen from the minimum?"],
  }),
  noSlope: exercise.foresee({
    title: "A slope of 0",
    prompt:
      "Four weights are a matrix of r = 2 rows, (a, b) and (c, d). Their slopes are (3, 0) and (4, 5): that of b is 0. What does Muon's first step do with b?",
    options: {
      nothing: {
        text: "Nothing: its slope is 0.",
        reason: "So it is for every rule that works entry by entry.",
      },
      little: {
        text: "It moves, less than a tenth as far as a.",
        reason: "More: no row of a matrix whose singular values are alike can lean on the other.",
      },
      far: {
        text: "It moves, more than a third as far as a.",
        reason:
          "By 0.59 of the rate, a by 0.93: after five rounds of polar, from the slope divided by its length, 7.07.",
        right: true,
      },
    },
    explanation: prose`
      Muon looks at the matrix, and not at its entries. A matrix whose singular values are all 1 stretches nothing: its rows are 1 long and stand at right angles. The rows of the
      slope, (3, 0) and (4, 5), do not; to make them do so, the first has to turn away from the second, and $b$ with it.

      Muon's singular values come near: 1.13 and 0.75, and not 1 and 1. Its iteration (next section) is chosen so that small ones grow as fast as
      possible, and not so that they settle: those that were not tiny end anywhere between 0.68 and 1.14. Jordan et al. (2024) found that it trains as
      well.
    `,
    hints: ["What do the rows of a matrix look like that stretches no direction?"],
  }),
  lifted: exercise.foresee({
    title: "Five steps, three singular values",
    prompt:
      "Divided by the matrix's length, three singular values are 0.95, 0.1 and 0.0001. Which of them are between 0.68 and 1.14 after five steps?",
    options: {
      all: {
        text: "All three: each ends there.",
        reason: "A step multiplies by 3.4445 at most, five by 485 at most: that is too little for the last.",
      },
      two: {
        text: "The first two.",
        reason: "The last has come to 485 · 0.0001, which is 0.0485: it had no time.",
        right: true,
      },
      first: {
        text: "The first alone: it was nearly there.",
        reason: "0.1 is lifted to 0.99 in two steps, and the next three do not drive it out.",
      },
      middle: {
        text: "The second alone: the first is driven beyond.",
        reason: "It goes down and up between 0.68 and 1.14, and is never driven out.",
      },
    },
    explanation: prose`
      So "all singular values near 1" holds for those that were at least about a five-hundredth of the length (between 1/500 and 1/100 one
      may reach 1.2). Smaller ones are lifted 485-fold at most, and stay behind.
    `,
    hints: ["How much can one step multiply a small s by? And five?"],
  }),
  layer: exercise.foresee({
    title: "The first layer by Muon",
    prompt:
      "Only the first layer learns, for 600 steps, with each rule's best rate for training. How do Muon's losses compare with AdamW's?",
    options: {
      both: {
        text: "Lower in training and in the test.",
        reason: "Lower in training, yes; in the test it is not.",
      },
      train: {
        text: "Lower in training, higher in the test.",
        reason: "So it is on each of the six draws.",
        right: true,
      },
      neither: { text: "Lower in neither.", reason: "In training it is lower on each of the six draws." },
    },
    explanation: prose`
      Each at the one of four rates with the lowest training loss: AdamW ends at 0.497 in training and 0.696 in the test, Muon at 0.412 and
      0.730. A finer search does not turn it: AdamW at 0.05, and without its decay, ends at 0.466 and 0.692. Muon fits the 300 pictures better
      in as many steps, and that is what it was made for. The test loss asks something else, and is a little higher here. At a rate
      of 0.03 it is about AdamW's, 0.704.

      One small layer, 600 steps. That says how Muon works, and nothing about which rule wins on a large model, where the
      reports are good (Jordan et al. 2024; Kimi Team 2025).
    `,
    mayStand: { higher: "a word of AdamW's runs in general, which says nothing of Muon's" },
    hints: ["Lower training loss is not yet lower test loss. Lesson 10."],
  }),
  trunk: exercise.predict({
    title: "Three budgets",
    prompt:
      "You want results after 1000, 2000 and 4000 steps. How many steps must be computed in all with a cosine for each? And with WSD, whose last fifth decays, all three from one stable run?",
    fields: {
      cosine: {
        label: "three cosines",
        answer: 7000,
        within: 0.5,
        by: "1000 + 2000 + 4000",
        slips: [
          { gives: 4000, when: "a cosine is cut off before its end, where the rate is still large" },
          { gives: 3 * 4000, when: "each cosine is held to take as long as the longest" },
        ],
      },
      wsd: {
        label: "WSD from one stable run",
        answer: 4600,
        within: 0.5,
        by: "3200 + 200 + 400 + 800",
        slips: [
          { gives: 4000, when: "the decays of the two shorter ones are forgotten" },
          { gives: 5400, when: "the stable run is taken to step 4000, and the decays added" },
          { gives: 5600, when: "a stable run is made for each, and the decays are left out" },
          { gives: 8400, when: "the decays are added to three whole runs" },
          { gives: 7000, when: "nothing is shared" },
          { gives: 3200, when: "the decays are left out" },
          { gives: 4000 + 800, when: "the stable run is taken to step 4000, and one decay added" },
        ],
      },
    },
    because:
      "A cosine ends where it was planned to end: 1000 + 2000 + 4000. The stable run is shared to step 3200, and its decays take 200, 400 and 800 steps.",
    hints: ["How far is the stable run of the longest?", "The decays leave it at steps 800, 1600 and 3200."],
  }),
  batch: exercise.choose({
    title: "Eight times the machines",
    prompt:
      "Gradients of a batch of 64 are mostly noise, and so are, for now, those of 512. A batch of 512 is as quick for you. What do you expect of it?",
    options: {
      eighth: {
        text: "About an eighth of the steps, with a larger rate.",
        reason:
          "While the noise is most of a gradient, a larger batch takes it away, and the rate may grow with it: below the critical batch size.",
        right: true,
      },
      same: {
        text: "The same number of steps: the minimum is as far away.",
        reason: "So it is far above the critical batch size, where the noise has gone already.",
      },
      always: {
        text: "An eighth of the steps, and so for any larger batch.",
        reason: "The way is as long: when the noise has gone, nothing is left to be won.",
      },
      worse: {
        text: "Worse results: large batches find bad minima.",
        reason: "With the rate searched anew, Shallue et al. (2019) found no such loss.",
      },
    },
    hints: ["What part of one gradient is the slope, and what part is chance?"],
  }),
  rule: exercise.write<never, "lambda" | "bound">({
    title: "Write the clipped step",
    prompt: "Gradient descent, clipped by the norm: return the next w. A short gradient is left as it is.",
    rule: gradientDescentClipped,
    solution: ({ w, g }, { lambda, bound }) => {
      const share = Math.min(1, bound / Math.hypot(...g));
      return { w: w.map((x, i) => x - lambda * share * g[i]) };
    },
    misconceptions: [
      {
        what: "each entry is cut by itself, which turns the gradient",
        equations: { w: "w - lambda*max(-bound, min(bound, g))" },
      },
      {
        what: "every gradient is brought to the bound, the short ones too",
        equations: { k: "bound/norm(g)" },
      },
    ],
    hints: [
      "Math.hypot(...g) is the length of g.",
      "The share that is left is bound over length, and never more than 1.",
    ],
  }),
  wsd: exercise.formula({
    title: "Write warm-up, stable, decay",
    prompt:
      "Return the rate at step t of steps: from η/warm at step 1 in equal parts up to η at step warm, then η, and over the last decay steps in equal parts down to η/decay at the very last.",
    formula: "eta*min(1, t/warm, (steps + 1 - t)/decay)",
    arguments: range,
    besides: [
      { t: 1, eta: 0.5, warm: 1, decay: 5, steps: 60 },
      { t: 60, eta: 0.5, warm: 4, decay: 20, steps: 60 },
      { t: 55, eta: 0.7, warm: 10, decay: 30, steps: 60 },
      { t: 3, eta: 0.7, warm: 10, decay: 30, steps: 80 },
      { t: 480, eta: 2, warm: 100, decay: 200, steps: 600 },
      { t: 40, eta: 0.5, warm: 5, decay: 45, steps: 60 },
    ],
    solution: ({ t, eta, warm, decay, steps }) => eta * Math.min(1, t / warm, (steps + 1 - t) / decay),
    misconceptions: [
      { what: "there is no warm-up", formula: "eta*min(1, (steps + 1 - t)/decay)" },
      { what: "there is no decay", formula: "eta*min(1, t/warm)" },
      {
        what: "the last step has the rate 0: it counts steps − t where steps + 1 − t are left",
        formula: "eta*min(1, t/warm, (steps - t)/decay)",
      },
    ],
    neighbours: [
      {
        what: "decay is taken for the step at which the fall begins, and not for how many steps it lasts",
        formula: "eta*(t <= warm ? t/warm : t <= decay ? 1 : (steps + 1 - t)/(steps - decay))",
      },
      {
        what: "decay is taken for the step at which the fall begins, and not for how many steps it lasts",
        formula: "eta*(t > decay ? (steps + 1 - t)/(steps - decay) : min(1, t/warm))",
      },
      {
        what: "it falls in equal parts from the warm-up to the end, and nothing is stable",
        formula: "eta*min(t/warm, (steps - t)/(steps - warm))",
        credit: 0,
      },
      {
        what: "it falls along a cosine from the warm-up to the end, and nothing is stable",
        formula: "eta*(t <= warm ? t/warm : (1 + cos(pi*(t - warm)/(steps - warm)))/2)",
        credit: 0,
      },
      {
        what: "over the last steps it rises from 0, where it should fall",
        formula: "eta*min(1, t/warm, t > steps - decay ? (t - steps + decay)/decay : 1)",
        credit: 0,
      },
      {
        what: "it falls along a cosine, and not in equal parts",
        formula: "eta*min(1, t/warm, t > steps - decay ? (1 + cos(pi*(t - steps + decay)/decay))/2 : 1)",
        credit: 0,
      },
      {
        what: "it falls along a cosine, its first step still at η, and not in equal parts",
        formula: "eta*min(1, t/warm, t > steps - decay ? (1 + cos(pi*(t - steps - 1 + decay)/decay))/2 : 1)",
        credit: 0,
      },
    ],
    hints: ["What share of η is left in each of the three parts?", "Of three shares the smallest counts."],
  }),
  fed: exercise.findTheBug<"a", "lambda" | "beta">({
    title: "An average that holds back",
    prompt:
      "Plain descent with a moving average a of its points, for use at the end. It is a hundred times as slow as it should be. Mend it.",
    rule: gradientDescentEma,
    given: ({ w, a, g, t }, { lambda, beta }) => {
      const next = w.map((x, i) => x - lambda * g[i]);
      const average = a.map((old, i) => (t > 1 ? beta * old + (1 - beta) * next[i] : next[i]));
      return { w: average, a: average };
    },
    solution: ({ w, a, g, t }, { lambda, beta }) => {
      const next = w.map((x, i) => x - lambda * g[i]);
      const average = a.map((old, i) => (t > 1 ? beta * old + (1 - beta) * next[i] : next[i]));
      return { w: next, a: average };
    },
    misconceptions: [
      {
        what: "the descent goes on from the average, and not from where it has come",
        equations: { w: "t > 1 ? beta*a + (1 - beta)*(w - lambda*g) : w - lambda*g", a: "w" },
      },
    ],
    because:
      "The descent went on from the average, so that each step moved it by the share 1 − β. The average only looks on: w goes as ever.",
    hints: ["Where does the next step begin?", "What would w do if nobody kept an average?"],
  }),
  helps: exercise.explain({
    title: "What would you try?",
    prompt:
      "A network is trained by AdamW at one rate. Now and then its loss jumps, and takes a hundred steps to come back; at the end it goes up and down and does not settle. In three or four sentences: which two parts of this lesson do you try, each against what, and by what do you see whether it helped?",
    model:
      "Against the jumps I clip by the norm, with a bound that few steps reach: the jumps should go, and I watch what share of the steps is clipped. Against the hopping I let the rate fall at the end, with a cosine or WSD, or take an average of the weights. I try each by itself, with the same draws for both runs and several of them, and compare test losses by their paired differences.",
    lookFor: {
      clip: "Clipping for the jumps, with an eye on how many steps are clipped.",
      end: "For the hopping a rate that falls at the end, or an average of the weights.",
      fair: "Each by itself, on the same draws, several of them: paired differences.",
    },
    hints: ["Two troubles: which part was made for which?", "How did lesson 10 compare two runs?"],
  }),
};

export const retiredExercises = {
  ratio: "The words above it gave its answer.",
  tiny: "Its question gave the factor that it asked for.",
  row: "A row of the lesson's table answered it.",
  plans: "It did not say from which step on the cosine counts.",
} as const;
