import { exercise, gradientDescent, momentum, prose, ravine } from "fall-line/library";

type Names = ["m", "lambda" | "alpha"];

/** The predictions of the lesson on momentum in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  bowl: exercise.predict({
    title: "Two slopes",
    prompt: "f = x²·y + y². What are its two slopes at (2, 3)?",
    recalls: "motivation/slopes",
    fields: {
      x: {
        label: "slope in x",
        answer: 12,
        within: 0.0005,
        by: "2·2·3",
        slips: [
          { gives: 21, when: "the height is taken for the slope" },
          { gives: 18, when: "the slope of y² is added: with y standing still it is 0" },
          { gives: 12 + 10, when: "the two slopes are added up" },
        ],
      },
      y: {
        label: "slope in y",
        answer: 10,
        within: 0.0005,
        by: "2² + 2·3",
        slips: [
          { gives: 18, when: "2xy, the slope in x, is taken in place of x²" },
          { gives: 21, when: "the height is taken for the slope" },
          { gives: 13, when: "y² stands where its slope 2y should" },
          { gives: 12 + 10, when: "the two slopes are added up" },
          { gives: 2 * 3, when: "x²·y is held to be constant" },
        ],
      },
    },
    because: "In x it is 2xy = 12, with y standing still; in y it is x² + 2y = 4 + 6, with x standing still.",
    hints: ["For the slope in x let y stand still: y is a number then."],
  }),
  bears: exercise.predict({
    title: "What does it bear?",
    prompt: "f = 4·x² + 0.1·y². Which limit must λ stay below, so that plain descent does not run away?",
    recalls: "gradient-descent/limit",
    fields: {
      limit: {
        label: "limit",
        answer: 0.25,
        within: 0.0005,
        by: "2/h₂",
        slips: [
          { gives: 0.5, when: "the factor before x² is taken for the curvature, which is twice that" },
          { gives: 10, when: "the flat direction is taken; the steep one is the first to run away" },
          {
            gives: 0.125,
            when: "1/h is taken: with it the steep direction lands in one step, and the limit is twice that",
          },
          { gives: 20, when: "2 is divided by the factor before y²" },
          { gives: (2 / (Math.sqrt(0.2) + Math.sqrt(8))) ** 2, when: "momentum's best rate is taken" },
          {
            gives: 3.8 / 8,
            when: "momentum's limit with α = 0.9 is taken, (2 + 2α)/h, and not that of plain descent",
          },
          { gives: 5, when: "1 is divided by the curvature of the flat direction" },
          {
            gives: 2 / 8.2,
            when: "2/(h₁ + h₂) is taken, the best rate: the limit is 2/h of the steep direction",
          },
          { gives: 1 / 8.2, when: "1 is divided by both curvatures together" },
          { gives: 2 / Math.sqrt(8), when: "a root is taken of the curvature" },
        ],
      },
    },
    given: { "h₁": 0.2, "h₂": 8 },
    because: "The curvatures are 8 and 0.2. The steep direction sets the limit: 2/8.",
    hints: ["Each direction has its own limit, 2/h.", "The curvature of 4·x² is 8."],
  }),
  reach: exercise.place({
    title: "How far does it get?",
    prompt:
      "The heavy ball starts at x = −8, and the bottom is at x = 0. Press the largest x that it reaches within 50 steps.",
    on: ravine,
    view: [
      [-9.9, 4],
      [-2.2, 2.2],
    ],
    known: [
      {
        rule: gradientDescent,
        start: [-8, 1.5],
        steps: 50,
        hyper: { lambda: 0.1 },
        name: "the red ball",
      },
    ],
    ball: {
      rule: momentum,
      start: [-8, 1.5],
      steps: 50,
      hyper: { lambda: 0.1, alpha: 0.9 },
      name: "the heavy ball",
    },
    asks: "x",
    at: "largest",
    within: 0.8,
    right: "it rolls past the bottom",
    wrong: {
      short: {
        at: { x: -4.5 },
        within: 4,
        what: "it is still on its way to the bottom",
        reason: "So is the red ball. This one keeps most of each step and adds to it.",
      },
      bottom: {
        at: { x: 0 },
        within: 0.3,
        what: "it comes to rest at the bottom",
        reason: "At the bottom the slope is 0, and what it has kept of its last step is not.",
      },
    },
    because: "At the bottom the slope is 0, and what it has kept of its last step carries it on.",
    explanation: prose`
      It rolls past the bottom: it **overshoots**. Is that good or bad? Keep the question.
    `,
    hides: "outcome",
    hints: ["Does it stop where the slope is 0?"],
  }),
  flip: exercise.foresee({
    title: "A slope that flips",
    prompt:
      "The slope is +1, −1, +1, −1 for ever. Plain descent takes steps of size λ. And the heavy ball, in the long run?",
    options: {
      longer: {
        text: "Its steps are longer.",
        reason: "What it has kept points the other way each time, so it takes away and does not add.",
      },
      same: {
        text: "Its steps are as long.",
        reason: "Half of each step is eaten by what is kept of the one before.",
      },
      shorter: {
        text: "Its steps are shorter.",
        reason: "What it has kept points the other way each time. The steps shrink to about half.",
        right: true,
      },
    },
    explanation: prose`
      Here the signs alternate: $1 - \alpha + \alpha^2 - \dots = 1/(1+\alpha)$. With $\alpha = 0.9$ the steps shrink
      to about half.

      So momentum does two things, in one line:

      > *What persists is amplified by $1/(1-\alpha)$; what flips is damped to $1/(1+\alpha)$.*

      In a ravine, at a rate that makes plain descent jump from wall to wall, both are there: a slope along it that persists, a slope
      across it that flips.

      But here the slope flips by itself. A ball that swings across the valley makes its own slope, and its swings need not die out
      sooner: in the picture of both balls above the red one comes straight down, and the heavy one swings.
    `,
    hints: ["A step is the new push plus 0.9 of the last step. Which way did that one point?"],
  }),
  winner: exercise.foresee({
    title: "Five runners",
    prompt: "Whose loss is the lowest after 50 steps?",
    options: {
      one: {
        text: "1: plain descent, λ = 0.1.",
        reason: "It is stable and slow: the valley floor wants a larger rate.",
      },
      two: {
        text: "2: plain descent, λ = 1.",
        reason:
          "Across, λ·h = 2 is the limit exactly: it jumps from side to side for ever, each time 1.5 from the floor.",
      },
      three: {
        text: "3: momentum, λ = 0.1.",
        reason: "Its swings across die out, but it gathers speed late and then rolls past the bottom.",
      },
      four: {
        text: "4: momentum, λ = 0.01.",
        reason: "Its terminal speed is that of runner 1, and that is slow.",
      },
      five: {
        text: "5: plain descent, λ = 0.952.",
        reason: "It is nearly as fast along the floor as runner 2, and it does come down the sides.",
        right: true,
      },
    },
    explanation: prose`
      Runners 1 and 4 have the same terminal speed and end close together: at a rate scaled by $1 - \alpha$ momentum
      gained nothing here.

      Runner 3 gathers speed late, is level with runner 2 at step 20, then overshoots; but its swings across die out. So **momentum
      lets you use, along the valley, a rate that the walls would not bear.** Its limit is $\lambda h < 2 + 2\alpha$ (Polyak 1964), here 3.8
      where plain descent bears 2; and along the valley it steps ten times as far.

      Yet it did not win. Runner 5 has the best number of its rule, and runner 3 the usual ones. A race is fair when *both* rules have
      their best.
    `,
    mayStand: { "0.952": "it names the runner" },
    hides: "outcome",
    hints: [
      "Which of them are quick along the valley? Which of those come down its sides, and come to rest?",
    ],
  }),
  pendulum: exercise.sketch({
    title: "Heavier still",
    prompt:
      "Draw the loss that you expect with α = 0.99, over 50 steps at λ = 0.1. That of 0.9 stands there.",
    on: ravine,
    view: [0.005, 30],
    known: [
      {
        rule: momentum,
        start: [-8, 1.5],
        steps: 50,
        hyper: { lambda: 0.1, alpha: 0.9 },
        name: "α = 0.9",
      },
    ],
    ball: {
      rule: momentum,
      start: [-8, 1.5],
      steps: 50,
      hyper: { lambda: 0.1, alpha: 0.99 },
      name: "α = 0.99",
    },
    options: {
      lower: {
        text: "It ends lower.",
        reason: "It is faster, and it is still under way: it rolls far past and must come back.",
        shape: [
          [0, 4.7],
          [20, 0.2],
          [35, 0.02],
          [50, 0.006],
        ],
      },
      same: {
        text: "It ends as low.",
        reason: "The one with 0.9 has nearly come to rest. This one is far from it.",
        shape: [
          [0, 4.7],
          [20, 0.8],
          [35, 0.15],
          [50, 0.04],
        ],
      },
      higher: {
        text: "It stays higher.",
        reason: "It hardly forgets. It swings like a pendulum without friction.",
        right: true,
        shape: [
          [0, 4.7],
          [50, 2],
        ],
      },
    },
    explanation: prose`
      Too little crawls: $\alpha = 0.5$ ends at 0.42. Somewhere between lies the best $\alpha$ for this $\lambda$, and on a bowl one can say
      exactly which pair of the two is best.

      Step 50 is no accident: from step 18 on 0.99 has the higher loss at every step. The loss goes up and down on the way, so
      momentum does not descend at every step.
    `,
    hides: "outcome",
    hints: ["What makes a swinging ball come to rest?"],
  }),
  bestAlpha: exercise.foresee({
    title: "The best α",
    prompt: "The ravine has the curvatures 0.1 and 2. With the best λ for each α, where is the best α?",
    options: {
      above: {
        text: "Above 0.95.",
        reason: "0.9 swings past the bottom already; this ravine is not very narrow.",
      },
      near: {
        text: "Near 0.9: between 0.85 and 0.95.",
        reason: "For that Q would have to be above 600. Here it is 20.",
      },
      below: {
        text: "Below 0.85.",
        reason: "((√Q − 1)/(√Q + 1))² is 0.40 at Q = 20. At Q = 1500 it would be about 0.9.",
        right: true,
      },
    },
    explanation: prose`
      Now both rules have their best numbers, and this race is fair. In the long run a step leaves 0.635 of the error with momentum,
      and 0.905 with plain descent.

      The usual 0.9 lost to plain descent above because $Q$ is only 20. From about twice that $Q$ on, with a rate to suit, it is ahead: at
      $Q = 200$ a further digit costs it 44 steps, and plain descent 230.
    `,
    hints: ["√0.1 is about 0.32 and √2 about 1.41. Put them into the formula."],
  }),
  row: exercise.foresee({
    title: "The row of α = 0.9",
    prompt:
      "On the row α = 0.9 let λ grow from 0.05 to 1.8. What becomes of the factor, the share of the error that a step leaves?",
    options: {
      valley: {
        text: "It falls to one best λ and rises again.",
        reason: "So it does on the row of plain descent. Here the ball swings, and that changes everything.",
      },
      same: {
        text: "It stays the same.",
        reason: "It is 0.949, the root of 0.9, all the way: while the ball swings, only α counts.",
        right: true,
      },
      falls: {
        text: "It falls all the way.",
        reason: "A larger λ makes the swings quicker. They die out no sooner.",
      },
    },
    explanation: prose`
      From $\lambda = 0.03$ to 1.89 the row has one colour: 0.949, which is $\sqrt{\alpha}$. There the ball swings in both directions,
      and only $\alpha$ says how fast a swing dies out; the optional page below shows why. So over a factor of 60 the rate makes no
      difference in the long run. Below 0.026 it does: there the ball creeps along the valley, as runner 4 did.

      The darkest place is the best pair. It lies close to the red, whose border moves to the right as $\alpha$ grows: that is
      $\lambda h < 2 + 2\alpha$.
    `,
    hints: ["In the explorer keep α at 0.9 and slide λ: the swings become quicker. Do they die out sooner?"],
  }),
  floor: exercise.foresee({
    title: "Does it average the noise away?",
    prompt: "The same λ = 0.01, but with α = 0.9: is the noise floor lower than that of plain descent?",
    options: {
      lower: {
        text: "Lower: it averages the noise.",
        reason: "It does average. But it also steps ten times as far.",
      },
      same: { text: "The same.", reason: "It would be at a tenth of the rate." },
      higher: {
        text: "Higher.",
        reason: "Ten times as high: at the same λ, momentum 0.9 is also a tenfold rate.",
        right: true,
      },
    },
    explanation: prose`
      The velocity does average the noise, but it also steps ten times as far, as the constant slope showed. So at the same small
      $\lambda$ the floor is ten times as high. At $0.01\,(1-\alpha) = 0.001$, the fair comparison, the floor is that of plain descent.

      So it is for every $\alpha$ while the rate is small, and then momentum does not cure noise: it helps on the way down, and one lowers
      the rate at the end (lesson 08). The nearer plain descent is to its limit, the more it calms: at a tenth of it by a tenth, at
      half of it, the pair of the last two rows, by half.
    `,
    hints: ["How far does one kick carry the ball in the end, if nine tenths of it are kept each time?"],
  }),
  network: exercise.foresee({
    title: "On a network",
    prompt:
      "Plain descent has λ = 0.5, momentum has λ = 0.05 and α = 0.9. Whose loss is lower after 400 steps on the network?",
    options: {
      heavy: {
        text: "Momentum's, by more than a tenth.",
        reason: "What it keeps makes up for its smaller rate, and no more.",
      },
      plain: {
        text: "Plain descent's, by more than a tenth.",
        reason: "Its rate is ten times as large. But what momentum keeps adds up to ten times a step.",
      },
      same: {
        text: "Neither's: they are within a tenth of each other.",
        reason: "Within a hundredth here: they have the same terminal speed.",
        right: true,
      },
    },
    explanation: prose`
      Rows 1 and 2 of each start go together, as runners 1 and 4 did: at the fair rate momentum gains nothing here.

      In row 3 momentum has the full 0.5, and stands lower after 100 steps than plain descent after 400. That is the gain of the ravine:
      on lasting slopes it goes as plain descent would with a rate of 5. That is above plain descent's limit there, about 1.6 (lesson 02), and
      momentum's own, 1.9 times as large, is far from 0.5.

      We tried six networks, two of them with twelve neurons. It is no race of best against best: at a rate of 4
      plain descent gets lower as well, where the ground is flatter.
    `,
    hints: ["Which of the five runners had the same terminal speed?"],
  }),
  crossing: exercise.predict({
    title: "When does the ball pass the bottom?",
    prompt:
      "f = x² from x = 1, λ = 0.1, α = 0.9: where is x after step 3, and at which step is it first below 0?",
    fields: {
      x: {
        label: "x after step 3",
        answer: 0.062,
        within: 0.0005,
        read: { of: "x", after: 3 },
        slips: [
          { gives: 0.46, when: "the start is counted as step 1" },
          { gives: -0.162, when: "λ·g is subtracted a second time, where x is computed" },
          { gives: 0.178, when: "the gradient is taken ahead: that is Nesterov's rule" },
          { gives: 0.522, when: "the height x² is taken for the slope, which is 2x" },
          { gives: 0.89, when: "λ·g is weighed with 1 − α, as in a mean" },
          { gives: 0.8 ** 3, when: "the momentum is left out: that is plain descent" },
        ],
      },
      step: {
        label: "first step below 0",
        answer: 4,
        within: 0,
        read: { of: "x", below: 0 },
        slips: [
          { gives: 5, when: "the start is counted as step 1" },
          { gives: 3, when: "the last step is counted at which x is still above 0" },
          { gives: 1, when: "the rate is forgotten: then step 1 leads to 1 − 2" },
          { gives: 3, when: "λ·g is subtracted a second time, where x is computed" },
          { gives: 6, when: "the height x² is taken for the slope, which is 2x" },
          { gives: 14, when: "λ·g is weighed with 1 − α, as in a mean" },
          { gives: 0, when: "the momentum is left out: that is plain descent" },
        ],
      },
    },
    given: { λ: 0.1, α: 0.9 },
    run: { from: { x: 1, m: 0 }, lines: { g: "2·x", m: "α·m − λ·g", x: "x + m" } },
    because:
      "The velocities are −0.2, −0.34 and −0.398, so x is 0.8, 0.46 and 0.062. The next, about −0.37, carries it past the bottom.",
    hints: [
      "The gradient is 2x. Write down the velocity of step 1, then the new x.",
      "Step 1: m = −0.1·2 = −0.2, x = 0.8. Step 2: m = 0.9·(−0.2) − 0.1·1.6.",
    ],
  }),
  constant: exercise.foresee({
    title: "A slope that never changes",
    prompt: "The gradient is 3 at every step, with λ = 0.01 and α = 0.9. How long do the steps become?",
    options: {
      same: {
        text: "They stay 0.03, as in plain descent.",
        reason: "That is only the first step. The next one still holds nine tenths of it, and adds its own.",
      },
      double: {
        text: "They grow towards 0.06.",
        reason: "So it would be with α = 0.5, where half of each step is lost.",
      },
      ten: {
        text: "They grow towards 0.3.",
        reason: "Each step is 0.9 of the one before plus 0.03, and that levels off at λ·g/(1 − α) = 0.3.",
        right: true,
      },
      endless: {
        text: "They grow without end.",
        reason:
          "What is forgotten grows with the velocity: at 0.3 a tenth of it, 0.03, is lost in each step, as much as is added.",
      },
    },
    explanation: prose`
      The leaky sum of a constant is a geometric series: $1 + \alpha + \alpha^2 + \dots = 1/(1-\alpha)$. So the steps level
      off at the **terminal speed**. On a slope of size $g$ it is

      $$ \frac{\lambda g}{1 - \alpha}, $$

      and for $\alpha = 0.9$ that is ten times the plain step, here 0.3. This matters for every fair comparison: *momentum 0.9 is
      also a tenfold learning rate*. If someone shows you that momentum beats plain descent at the same $\lambda$, ask what plain
      descent does at $10\lambda$. We ask it below.
    `,
    hints: ["At which length does a step lose as much as it gains?"],
  }),
  truth: exercise.choose({
    title: "What is true of momentum?",
    prompt:
      "A ball with α = 0.9 swings about the bottom of a bowl, and λ is below the limit. Which of these is true?",
    options: {
      a: {
        text: "Momentum moves the minimum: the ball comes to rest a little past it.",
        reason: "It rests only where nothing changes: m = 0 and g = 0. And g = 0 only at the minimum.",
      },
      b: {
        text: "With half the λ its swings would die out sooner.",
        reason: "They would become slower, and last as long: only α says how much of a swing a step leaves.",
      },
      c: {
        text: "It may pass the minimum many times, and still comes as near to it as you like.",
        reason: "Below the limit the overshoot shrinks from swing to swing.",
        right: true,
      },
      d: {
        text: "If the ball is given a push at the start, so that m is not 0, it comes to rest elsewhere.",
        reason: "It takes another way. It still rests only where g = 0, and that is where it was.",
      },
    },
    hints: [
      "What must be true of m and of g where the ball rests?",
      "Below the limit, does a swing leave more of the last one than there was, or less?",
    ],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the momentum update",
    prompt: "Given w, the velocity m and the gradient g at w, return the next w and m. Velocity first.",
    rule: momentum,
    solution: ({ w, m, g }, { lambda, alpha }) => {
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + velocity[i]), m: velocity };
    },
    misconceptions: [
      {
        what: "the gradient gets the share 1 − α, with the rate as before: the first step comes out ten times too short for α = 0.9",
        equations: { m: "alpha*m - (1 - alpha)*lambda*g" },
      },
      {
        what: "the velocity starts from 0 in each step, which is plain gradient descent",
        equations: { m: "-lambda*g" },
        credit: 0.25,
      },
    ],
    hints: [
      "Two lines: first the new velocity, then the step with it.",
      "The new velocity keeps the share α of the old one and adds −λ·g.",
      "w moves by the new velocity, not by the old one.",
    ],
  }),
  late: exercise.findTheBug<Names[0], Names[1]>({
    title: "Written late at night",
    prompt:
      "Momentum in PyTorch's form: b is a leaky sum of gradients, and the rate comes after it. This runs, it descends, and it is not momentum. Mend it.",
    rule: momentum,
    given: ({ w, m, g }, { lambda, alpha }) => {
      const b = m.map((old, i) => alpha * old + g[i]);
      return { w: w.map((x, i) => x - lambda * m[i]), m: b };
    },
    solution: ({ w, m, g }, { lambda, alpha }) => {
      const b = m.map((old, i) => alpha * old + g[i]);
      return { w: w.map((x, i) => x - lambda * b[i]), m: b };
    },
    because:
      "w moved with the old sum, as if the two lines of the rule were swapped: in step 1 it did not move at all.",
    hints: [
      "Follow the first step with a pencil: m is 0 at the start.",
      "Which of the two sums does the step use, the old or the new?",
    ],
  }),
  tuned: exercise.tune({
    title: "Below 0.001 in 20 steps",
    prompt: "Find λ and α that bring the loss in the ravine below 0.001 within 20 steps, and keep it there.",
    rule: momentum,
    on: ravine,
    start: [-8, 1.5],
    steps: 20,
    below: 0.001,
    given: { lambda: 0.1, alpha: 0.9 },
    solution: { lambda: 1.3, alpha: 0.4 },
    because:
      "For the curvatures 0.1 and 2 the best pair is λ = (2/(√0.1 + √2))² = 1.34 and α = ((√2 − √0.1)/(√2 + √0.1))² = 0.40.",
    hints: [
      "0.9 is too much for so few steps: it still swings.",
      "Let α be about 0.4 and raise λ until it gets worse.",
    ],
  }),
  friend: exercise.explain({
    title: "Fast along the valley, and not up the walls",
    prompt:
      "To a friend who knows plain descent only, in three sentences: why may momentum go along the valley as if its rate were larger, and not run up the walls?",
    model:
      "The velocity is a leaky sum of past gradients. Along the valley they agree and add up to about ten times one gradient, with α = 0.9; across it they change sign, and part of each is cancelled. So a rate that the walls can bear acts along the valley like one ten times as large.",
    lookFor: {
      sum: "The velocity is a leaky sum of past gradients.",
      along: "Along the valley they agree and add up.",
      across: "Across it they change sign, and part of each is cancelled.",
    },
    hints: ["What becomes of gradients that agree, and of gradients that alternate, in a sum?"],
  }),
};

/** Predictions that are made in a picture now. */
export const retiredExercises = {
  furthest: "It is asked on a map now: momentum/reach.",
  heavier: "Its curve is drawn now: momentum/pendulum.",
} as const;
