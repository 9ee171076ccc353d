import { defineRule, exercise, hyper, parabola, prose, rmsprop, state } from "fall-line/library";

type Names = ["kappa", "lambda" | "zeta" | "epsilon"];

/** RMSProp with a rate of 0.1 that is halved again and again. */
const halved = defineRule({
  id: "rmsprop-halved",
  title: "RMSProp, its rate halved",
  hyperparameters: {
    every: hyper.positive({ tex: "every", default: 300, meaning: "steps after which the rate is halved" }),
  },
  state: { kappa: state.vector({ meaning: "leaky average of the squared gradients" }) },
  equations: {
    kappa: "0.9*kappa + 0.1*g^2",
    w: "w - 0.1*0.5^floor((t - 1)/every)*g/sqrt(kappa + 1e-7)",
  },
});

/** The predictions of the lesson on RMSProp in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  ahead: exercise.predict({
    title: "Jump, then correct",
    prompt:
      "Nesterov's rule on f = 2·x², with λ = 0.1 and α = 0.5. The ball is at x = 0.6 with the velocity −0.4. Where is its look-ahead point, and where does the step end?",
    recalls: "nesterov/second",
    fields: {
      ahead: {
        label: "look-ahead point",
        answer: 0.4,
        within: 0.0005,
        by: "0.6 + α·m",
        slips: [{ gives: 0.6 - 0.24, when: "it follows the slope, and not the velocity" }],
      },
      x: {
        label: "x after the step",
        answer: 0.24,
        within: 0.0005,
        by: "0.6 + α·m − λ·4·ahead",
        slips: [
          { gives: 0.16, when: "the gradient is taken where the ball stands: that is momentum" },
          { gives: 0.4 - 0.1 * 2 * 0.4, when: "the slope is taken for 2x: it is 4x" },
          { gives: 0.4 - 0.2 - 0.16, when: "the step starts from the look-ahead point" },
          { gives: 0.6 - 0.4 - 0.16, when: "the whole velocity is kept, as if α were 1" },
          { gives: 0.6 - 0.1 * 2.4, when: "a step of plain descent is made" },
          { gives: 0.4 - 0.1 * 0.4, when: "the slope is taken for x: it is 4x" },
        ],
      },
    },
    given: { λ: 0.1, α: 0.5, m: -0.4 },
    because:
      "The jump is 0.5 · (−0.4), to 0.4, where the slope is 1.6. So the new velocity is −0.36, and the ball goes from 0.6 to 0.24.",
    hints: ["The jump is α times the velocity.", "The slope is 4x, taken where the jump lands."],
  }),
  steepStart: exercise.predict({
    title: "A steep start",
    prompt:
      "AdaGrad goes two steps down a cliff of slope 10, then over gentle land of slope 1. How large is κ after the two steps, and how many more steps does it take until the rate λ/√κ halves?",
    recalls: "adagrad/cliff",
    fields: {
      kappa: {
        label: "κ",
        answer: 200,
        within: 0,
        by: "2·10^2",
        slips: [
          { gives: 20, when: "the slopes are added up, and not their squares" },
          { gives: 400, when: "the slopes are added up first, and then squared" },
          { gives: 100, when: "one square is counted, or their average taken" },
          { gives: Math.sqrt(200), when: "the root of κ is given" },
        ],
      },
      steps: {
        label: "more steps",
        answer: 600,
        within: 10,
        by: "4·200 − 200",
        slips: [
          { gives: 800, when: "the 200 that are in κ already are counted too" },
          { gives: 200, when: "κ doubles, and not its root" },
        ],
      },
    },
    because:
      "κ sums the squares: 10² + 10² = 200. Half the rate is twice the root, so four times the κ: 800, 600 steps more.",
    hints: ["AdaGrad's κ gains g² at every step.", "Half the rate: by which factor has κ grown?"],
  }),
  pencil: exercise.predict({
    title: "Step 1 with a pencil",
    prompt:
      "f = x² from x = 1, where the slope is 2; λ = 0.05 and ζ = 0.9. What is κ after the first step, and where does the ball land? (√0.4 ≈ 0.632, √3.6 ≈ 1.897, √4 = 2.)",
    fields: {
      kappa: {
        label: "κ",
        answer: 0.4,
        within: 0.005,
        by: "(1 − ζ)·g²",
        slips: [{ gives: 0.9 + 0.4, when: "κ is held to be 1 before the step" }],
      },
      x: {
        label: "x",
        answer: 0.842,
        within: 0.005,
        by: "1 − λ·g/√kappa",
      },
    },
    given: { λ: 0.05, ζ: 0.9, g: 2 },
    slips: [{ taken: { g: 1 }, when: "x, or the height x², is taken for the slope, which is 2x" }],
    because: "κ = 0.9·0 + 0.1·2² = 0.4. The step is 0.05·2/0.632 = 0.158.",
    explanation: prose`
      Step 1 was three times as long as $\lambda$, and step 2 is about twice as long. We come back to it.
    `,
    hints: ["The old average is 0, and the new square counts a tenth.", "x = 1 − 0.05·2/√κ."],
  }),
  memory: exercise.foresee({
    title: "How long is the memory?",
    prompt:
      "With ζ = 0.99: after how many steps does a square weigh about a third of what it weighed at first?",
    options: {
      ten: { text: "10 steps.", reason: "0.99 to the power 10 is 0.90." },
      hundred: { text: "100 steps.", reason: "0.99 to the power 100 is 0.37.", right: true },
      thousand: { text: "1000 steps.", reason: "0.99 to the power 1000 is 0.00004." },
    },
    explanation: prose`
      Read the table's diagonal: a bit more than a third, each time. **The memory of a leaky average is about $1/(1-\zeta)$ steps:** 10 for
      0.9, 100 for 0.99, 1000 for 0.999.
    `,
    hints: ["With α = 0.9 a gradient ten steps back still counted about a third."],
  }),
  forgotten: exercise.foresee({
    title: "After the cliff, again",
    prompt:
      "The slope is 100 for three steps, then 1 for ever. With ζ = 0.99 the cliff leaves κ = 297. After how many steps is what is left of it, 297·0.99ⁿ, less than the gentle slope's 1?",
    options: {
      sixty: { text: "About 60.", reason: "Sixty steps leave more than half of it." },
      sixHundred: { text: "About 600.", reason: "ln 297 is 5.7, so it takes 5.7 memories.", right: true },
      sixThousand: {
        text: "About 6000.",
        reason: "By then so little is left that it does not show when 1 is added to it.",
      },
      never: { text: "Never.", reason: "That was AdaGrad. This average leaks." },
    },
    explanation: prose`
      After about 570 steps, less than six memories, the cliff counts for less than the land; after 2000 the rate is 1, that of plain
      descent. So the slide's Q2 has another answer here:

      > *The step size does not shrink over long time. On a lasting slope $\kappa$ settles at $g^2$, and the step at $\lambda$.*

      And the rate can grow again, whenever the slopes become gentler.
    `,
    hints: ["In 100 steps it falls to about a third. How often can 297 be divided by three?"],
  }),
  jump: exercise.predict({
    title: "The first step",
    prompt: "With ζ = 0.99, how many times λ is the first step?",
    fields: {
      times: {
        label: "times λ",
        answer: 10,
        within: 0.2,
        by: "1/√(1 − ζ)",
        slips: [
          { gives: 0.01, when: "the share of g² in κ is given" },
          { gives: 0.99, when: "ζ itself is given" },
          { gives: Math.sqrt(0.99), when: "the root of ζ is given" },
          { gives: Math.sqrt(0.01), when: "it is multiplied by the root of 1 − ζ, and not divided" },
        ],
      },
    },
    given: { ζ: 0.99 },
    because: "κ is 0.01·g², and its root is 0.1·|g|. Divided by that, the slope makes a step of 10λ.",
    explanation: prose`
      **The first step is $1/\sqrt{1-\zeta}$ times as long as it should be:** 3.16, 10, 31.6. It takes a few memories until the steps are what they
      should be.

      On a steady slope one can say exactly how much is missing: after $t$ steps the weights add up to $1 - \zeta^t$, and not to a
      whole. Remember that number. Dividing by it is the cure, and lesson 07 is about it. Until then, one begins with a small rate, or
      lives with a jump.

      (So it was in the opening: black's first step was 0.63 in each coordinate, blue's 0.2. With the cure black begins with 0.2 as
      well, and ends at 0.012, still far below 6.1.)
    `,
    hints: ["What is κ after one step, as a share of g²?", "And the root of that share?"],
  }),
  batches: exercise.predict({
    title: "Ten batches",
    prompt:
      "The slopes are 0.1 nine times, then −0.9 once. In steps of λ, how far does the weight move in ten batches with ζ = 0? And with ζ = 0.99, once κ has settled, about how far? (A positive slope moves it down.)",
    fields: {
      signs: {
        label: "with ζ = 0",
        answer: -8,
        within: 0.1,
        by: "−9 + 1",
        slips: [
          { gives: -9, when: "the last step is left out" },
          { gives: -10, when: "the last step is counted like the others" },
          { gives: 0, when: "the slopes are added up, and not their signs" },
        ],
      },
      slow: {
        label: "with ζ = 0.99, about",
        answer: 0,
        within: 0.2,
        by: "−9·0.1 + 0.9",
        slips: [
          { gives: 1.8, when: "the sizes of the slopes are added up, and not the slopes" },
          { gives: (-9 * 0.1) / 0.3, when: "the last of the ten slopes is left out" },
          { gives: 0.9 / 0.3, when: "the last step alone is counted" },
          { gives: -8 / 10, when: "the mean of the ten signs is given" },
        ],
      },
    },
    because:
      "With ζ = 0 only signs are left: nine steps one way, one the other. A slow leak divides all ten by about the same number, and they cancel. The first fall is a young κ's.",
    explanation: prose`
      Signs alone, $\zeta = 0$: nine steps one way, one the other: eight steps away. With a slow leak all ten slopes are divided by
      nearly the same number, about 0.3, and they cancel as they should. (The curve of 0.99 falls at first, by 38 in ten batches:
      its $\kappa$ is young and too small, so the first steps are too long.)

      So $\zeta$ is a trade: close to 1, and batches are weighed fairly; not too close, or the cliff is remembered for too long and the
      first steps are wild. 0.9 and 0.99 are the usual values.
    `,
    hints: ["With ζ = 0 every step has the length λ.", "Do the ten slopes add up to anything?"],
  }),
  rest: exercise.foresee({
    title: "Does it come to rest there?",
    prompt: "RMSProp on x² from x = 2, with λ = 0.1 and ζ = 0.9. Where is it after 60 steps, and after 400?",
    options: {
      minimum: { text: "At 0, both times.", reason: "It gets there, and it does not stay." },
      arrives: {
        text: "0.05 away, and then at 0.",
        reason: "It is the other way round: it arrives first, and does not stay.",
      },
      thrown: {
        text: "At 0, and then 0.05 away.",
        reason: "It dives, is thrown out, and hops from one side to the other, half of λ away.",
        right: true,
      },
    },
    explanation: prose`
      At 0 the slopes vanish, $\kappa$ leaks away, and the rate grows. At step 68 it passes $2/h$ (here 1: the curvature $h$ is 2). From
      then on $|x|$ grows, too small to be seen, to 0.23 at step 101. (That is the limit of lesson 02; before, the ball was at 0 to many
      digits.) In the end it **hops**, between 0.05 and $-0.05$, for ever.

      On the hops the rate is at the limit, $\lambda/\sqrt{\kappa} = 2/h$, and all slopes are equally large, so that
      $\sqrt{\kappa} = h\,|x|$. Put together: the hops end $\lambda/2$ away on either side, *whatever the curvature* (until $\varepsilon$
      counts).
    `,
    hides: "outcome",
    hints: ["Near 0 the slopes vanish. What does κ do then, and the rate?"],
  }),
  longer: exercise.foresee({
    title: "A longer memory",
    prompt: "Does ζ = 0.99, ten times the memory, cure it?",
    options: {
      cured: {
        text: "Yes: it comes to rest at 0.",
        reason: "κ leaks away all the same, ten times as slowly.",
      },
      later: {
        text: "No: it hops all the same, but later.",
        reason:
          "κ needs several times as long to leak away, 308 steps against 68; then the rate passes the limit.",
        right: true,
      },
      alike: { text: "No: it hops after as many steps.", reason: "κ leaks more slowly, so it takes longer." },
    },
    explanation: prose`
      It takes longer, and the ball is thrown out further, 0.66 against 0.23. In the end it hops as the other does.

      So it was with all memories up to $\zeta = 0.99$ that we tried, from two starts, at three rates. With a memory of a thousand steps,
      0.999, the dive may end at 0 exactly, the numbers of the computer being what they are; and from there nothing moves.
    `,
    hints: ["Does κ still leak away when the slopes vanish?"],
  }),
  rough: exercise.foresee({
    title: "And with noise?",
    prompt:
      "The same bowl and the same numbers, but each slope has noise of standard deviation 1. How far from 0 is the ball then, in the long run?",
    options: {
      calmer: {
        text: "Nearer than without noise: the noise keeps κ large, so the rate stays small.",
        reason: "The rate does stay small, near 0.1. But the noise moves the ball, at every step.",
      },
      same: {
        text: "As far as without noise: the steps are as long.",
        reason: "Half of λ is the hop that the rule makes by itself. Noise adds its own.",
      },
      wider: {
        text: "About three times as far as without.",
        reason:
          "κ is about the square of the noise, so this is plain descent with the rate 0.1 on noisy slopes.",
        right: true,
      },
    },
    explanation: prose`
      Noise keeps $\sqrt{\kappa}$ near 1, so there is no dive, and the rate stays near $\lambda$. What is left is plain descent on noisy
      slopes with its **noise floor** of lesson 02: 0.16 from the bottom in the root mean square, over 100 seeds.

      Read the rows: *half the rate, half the loss*. With $\zeta = 0.99$ it is nearly the same. In a network each of a million weights
      presumably hovers so, at every batch. Together they make a part of the loss that is left when the curve goes flat: the part that a smaller
      rate can lower.
    `,
    hints: ["About how large is κ when each slope is noise of size 1?", "And the rate λ/√κ?"],
  }),
  within: exercise.predict({
    title: "How many halvings?",
    prompt:
      "The bowl without noise again, from x = 0.2. λ begins at 0.1 and is halved every 100 steps. How many halvings does it take until the hops have settled within 0.002 of the minimum?",
    fields: {
      halvings: {
        label: "halvings",
        answer: 5,
        within: 0,
        slips: [
          { gives: 6, when: "the ball is taken to hop λ away, and not λ/2" },
          { gives: 4, when: "one halving less is made: that leaves it 0.003 away" },
          { gives: 25, when: "0.05 is divided by 0.002, and not halved as often as that takes" },
          { gives: 3, when: "the distance is quartered each time: that is the loss" },
          { gives: 50, when: "0.1 is divided by 0.002, and not halved as often as that takes" },
          { gives: 4.64, when: "the logarithm is not rounded up to whole halvings" },
          { gives: 5.64, when: "the ball is taken to hop λ away, and the logarithm is not rounded up" },
          { gives: 500, when: "steps are counted, and not halvings" },
          { gives: Math.log(25), when: "the natural logarithm is taken" },
          { gives: 2, when: "the logarithm to base 10 is taken, as if a tenth were left each time" },
        ],
      },
    },
    because: "It hops λ/2 away: 0.05, then 0.025, 0.0125, 0.006, 0.003 and, after five halvings, 0.0016.",
    explanation: prose`
      The hops halve with the rate, and the loss is quartered. (With noise it was halved. Both go to 0 with $\lambda$.) One reason why
      the deck says of all its rules: learning rate decay over time!
    `,
    hints: [
      "How far away are the hops at a constant rate, in units of λ?",
      "Halve 0.05 until it is below 0.002.",
    ],
  }),
  first: exercise.predict({
    title: "A first step",
    prompt: "λ = 0.1, ζ = 0.75, and a slope of 7: how long is RMSProp's first step?",
    fields: {
      length: {
        label: "first step",
        answer: 0.2,
        within: 0.0005,
        by: "λ·g/√((1 − ζ)·g²)",
        slips: [
          { gives: 0.025, when: "it is multiplied by 1 − ζ, and not divided by its root" },
          { gives: 0.1 / 0.25, when: "it is divided by 1 − ζ, and not by its root" },
          { gives: 0.1 * 0.75, when: "λ is multiplied by ζ" },
          { gives: 0.1 * Math.sqrt(0.25), when: "it is multiplied by the root of 1 − ζ, and not divided" },
        ],
      },
    },
    given: { λ: 0.1, ζ: 0.75, g: 7 },
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
        text: "However high the cliff was, its part in κ fades, and in the end the gentle slope alone sets the rate.",
        reason:
          "However long the cliff was: if it was c times as steep as the land, it weighs less than the land after at most about ln c² times 1/(1−ζ) steps. (Three steps of it at 100: 570.)",
        right: true,
      },
      c: {
        text: "On a bowl without noise, with ζ = 0.9, it comes to rest at the minimum.",
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
      const average = kappa.map((old, i) => zeta * old + (1 - zeta) * g[i] ** 2);
      return {
        w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(average[i] + epsilon)),
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
  proud: exercise.findTheBug<Names[0], Names[1]>({
    title: "A start without a jump",
    prompt:
      "κ moves a part of the way to the new square. The ball starts without any jump, and on noisy batches it behaves like signs alone. Mend it.",
    rule: rmsprop,
    given: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const average = kappa.map((old, i) => old + zeta * (g[i] ** 2 - old));
      const roots = average.map((entry) => Math.sqrt(entry + epsilon));
      return { w: w.map((x, i) => x - (lambda * g[i]) / roots[i]), kappa: average };
    },
    solution: ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
      const average = kappa.map((old, i) => old + (1 - zeta) * (g[i] ** 2 - old));
      const roots = average.map((entry) => Math.sqrt(entry + epsilon));
      return { w: w.map((x, i) => x - (lambda * g[i]) / roots[i]), kappa: average };
    },
    because:
      "It went the part ζ of the way, where 1 - ζ is meant. With ζ = 0.9 the memory was about 1/0.9 steps, so each slope was divided by nearly its own size.",
    hints: [
      "How much of the old κ is kept when ζ is 0.9?",
      "The old average should keep the share ζ: how much of the way does κ go then?",
    ],
  }),
  halving: exercise.tune({
    title: "Calm at the bottom",
    prompt:
      "f = x² from x = 2, λ = 0.1, ζ = 0.9. After how many steps should the rate be halved, so that after 280 steps the ball is within 0.001 of the minimum, and stays there?",
    rule: halved,
    on: parabola,
    start: [2],
    steps: 280,
    below: 1e-6,
    given: { every: 300 },
    solution: { every: 25 },
    because:
      "The hops are about λ/2 wide: λ must fall below 0.002, which takes six halvings. And the ball must have arrived before the rate is gone.",
    hints: [
      "It hops by λ/2 to each side. How often must 0.1 be halved for hops within 0.001?",
      "Six halvings in 280 steps: try 25, then 8, and look at the curve.",
    ],
  }),
  both: exercise.explain({
    title: "What was gained, what was lost?",
    prompt:
      'A friend says: "AdaGrad guarantees a shrinking rate; RMSProp threw that away." In three sentences: what was gained, what was lost, and how does one get both?',
    model:
      "Gained: the rate fits the slopes of the last 1/(1-ζ) steps, and an early cliff is forgotten. Lost: near a minimum the rate grows until it passes 2/h, so at a constant λ the ball hops by about λ/2 to each side. One gets both by letting λ itself decay, on a plan, and not because of what happened on the first slope.",
    lookFor: {
      forgets: "Gained: an early cliff is forgotten.",
      hops: "Lost: at a constant λ it hops about near the minimum.",
      decay: "Both: let λ itself decay, on a plan.",
    },
    hints: ["Think of the cliff, then of the parabola.", "Which number may you lower by hand?"],
  }),
  lines: exercise.order({
    title: "RMSProp, line by line",
    prompt: "Put the lines of RMSProp in order. What does not belong stays out.",
    rule: rmsprop,
    wrong: {
      sum: {
        line: "kappa = kappa + g^2",
        what: "κ is a sum that forgets nothing, as AdaGrad's is",
      },
    },
    because:
      "The gradient, then the memory of its squares, then the step, which is divided by the root of the new memory.",
    hints: ["Which κ divides the step, the old one or the new one?"],
  }),
};

/** Names by which notebooks and progress files of before know these exercises. */
export const formerExercises = { swapped: "proud" } as const;

/** Predictions that are no longer made. */
export const retiredExercises = {
  backAndForth:
    "It recalled momentum, which this lesson does not use; AdaGrad is recalled now: rmsprop/steepStart.",
  halved:
    "Its answer followed from the card on the hops; what the halvings are for is asked now: rmsprop/within.",
  blue: "Its answer could be worked out of its own text; the lesson now shows it.",
} as const;
