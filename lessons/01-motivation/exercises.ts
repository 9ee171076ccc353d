import { exercise, gradientDescent, momentum, objective, prose, ravine, twoWells } from "fall-line/library";

const range = { from: -3, to: 3 };

/** The predictions of the lesson on motivation in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  smallest: exercise.predict({
    title: "The smallest model",
    prompt: "The loss is (2w − 6)², and we stand at w = 1. What is the loss there, and what is its slope?",
    fields: {
      loss: {
        label: "loss",
        answer: 16,
        within: 0,
        by: "(2·w − 6)²",
        slips: [
          { gives: 36, when: "w is taken for 0" },
          { gives: 4, when: "the error is given without its sign, and not squared" },
          { gives: -32, when: "the square is drawn into the parentheses: (2w)² − 6²" },
          { gives: 50, when: "the 2 is taken out of the parentheses: 2·(w − 6)²" },
          { gives: 28, when: "the mixed term of the square is not doubled: 4w² − 12w + 36" },
          { gives: 8, when: "it is halved: ½·(2w − 6)²" },
          { gives: -2, when: "6 is not squared: (2w)² − 6" },
        ],
      },
      slope: {
        label: "slope",
        answer: -16,
        within: 0,
        by: "2·2·(2·w − 6)",
        slips: [
          { gives: -8, when: "one 2 is forgotten: that before w, or that of the square" },
          { gives: -4, when: "the error is taken for the slope" },
          { gives: 8, when: "the square is drawn into the parentheses: (2w)² − 6²" },
          { gives: -20, when: "the 2 is taken out of the parentheses: 2·(w − 6)²" },
          { gives: 16, when: "the loss is taken for the slope" },
          { gives: -4, when: "the mixed term of the square is not doubled: 4w² − 12w + 36" },
          { gives: -8, when: "it is halved: ½·(2w − 6)²" },
          { gives: -2, when: "the 2 in front multiplies 2w alone: 4w − 6" },
        ],
      },
    },
    given: { w: 1 },
    because:
      "The error is 2 − 6 = −4, so the loss is 16. The derivative of (2w − 6)² is 4·(2w − 6), here −16.",
    explanation: prose`
      The slope is negative: the loss falls as $w$ grows. So down is to the right, where $w = 3$ gives the right answer and the loss
      is 0.
    `,
    hints: [
      "What does the model answer at w = 1, and what should it answer?",
      "Use the chain rule: 2·(2w − 6)·2.",
    ],
  }),
  arrow: exercise.foresee({
    title: "Downhill",
    prompt: "We stand at (−8, 1.5) in the ravine. In which direction does the ground fall most steeply?",
    options: {
      along: {
        text: "To the right, along the valley.",
        reason: "The valley falls that way, but only a little. The wall under us falls more.",
      },
      lowest: {
        text: "Straight towards the lowest point, (0, 0).",
        reason: "The lowest point is far away, and the slope knows only the ground here.",
      },
      contour: {
        text: "Along the contour.",
        reason: "Along a contour the height stays the same. There is no down in it.",
      },
      across: {
        text: "Across the valley, towards the opposite wall.",
        reason: "At a right angle to the contour, about 64 degrees off the direction to the lowest point.",
        right: true,
      },
    },
    explanation: prose`
      Along the contour under your feet the height does not change. The steepest way down wastes nothing on that direction: it stands
      at a right angle to the contour. And it misses the lowest point by 64 degrees.

      Keep this. *The gradient knows what is steepest here. It does not know where the valley leads.* Everything in this course
      is a way to live with that.

      (This map has the same scale in both directions, so its angles are true. Later maps are stretched to fit.)
    `,
    hints: ["Is the ground here steeper along the valley or across it?"],
  }),
  step: exercise.predict({
    title: "One step with a pencil",
    prompt:
      "Elsewhere in the ravine, at (4, −1), the gradient is (0.4, −2). With λ = 0.1, where does one step take us?",
    fields: {
      x: {
        label: "x",
        answer: 3.96,
        within: 0.0005,
        by: "4 − λ·g₁",
        slips: [],
      },
      y: {
        label: "y",
        answer: -0.8,
        within: 0.0005,
        by: "−1 − λ·g₂",
        slips: [],
      },
    },
    given: { λ: 0.1, "g₁": 0.4, "g₂": -2 },
    slips: [
      { taken: { "g₁": -2, "g₂": 0.4 }, when: "the two slopes change places" },
      { taken: { "g₁": 0.4, "g₂": 0.4 }, when: "the slope in x is taken for both" },
      { taken: { "g₁": 4, "g₂": -1 }, when: "the place is taken for the gradient" },
    ],
    because: "A tenth of the gradient is (0.04, −0.2), and that is taken away: minus times minus is plus.",
    hints: ["First λ times the gradient. Is it added to the place or taken away?", "x: 4 − 0.1·0.4. And y?"],
  }),
  valley: exercise.place({
    title: "Fifty steps along the valley",
    prompt:
      "With λ = 0.3 the ball takes 50 steps from x = −8. How far along x does it get? Press where it ends.",
    on: ravine,
    view: [
      [-9, 2],
      [-2, 2],
    ],
    ball: {
      rule: gradientDescent,
      start: [-8, 1.5],
      steps: 50,
      hyper: { lambda: 0.3 },
      name: "the ball, λ = 0.3",
    },
    asks: "x",
    within: 1,
    right: "it covers between two thirds and nine tenths of the way",
    wrong: {
      all: {
        at: { x: 0 },
        within: 0.5,
        what: "it covers nearly all of the way",
        reason: "The slope along the valley shrinks on the way, and the steps shrink with it.",
      },
      half: {
        at: { x: -5.4 },
        within: 2.6,
        what: "it covers less than two thirds of the way",
        reason: "A step covers 3 hundredths of what is left. That is little, but 50 of them add up.",
      },
    },
    because:
      "It covers a bit more than three quarters. Each step covers 3 hundredths of what is left, so the rest takes ever longer.",
    explanation: prose`
      The small rate crawls along the floor: after 50 steps there is still a good part to go. The large one, 0.95, gets further and
      bounces from wall to wall.

      One rate has to serve two directions that want different ones: the walls bear little, the floor needs much. That is the **slow
      convergence** of slide 2. Lesson 02 measures it; lessons 03 to 07 are cures.
    `,
    hints: [
      "The first step takes x from −8 to −7.76. What share of the way is left, and what after the next?",
    ],
  }),
  crater: exercise.place({
    title: "Four hundred steps on the plain",
    prompt:
      "We start at (2.5, 0.5) with λ = 0.1. Step 1 is 0.0008 long, step 100 is 0.0012 long. How far along x does it get in 400 steps? Press where it ends.",
    on: objective("1 - exp(-(x^2 + y^2))"),
    view: [
      [-1.5, 3],
      [-1, 1],
    ],
    ball: {
      rule: gradientDescent,
      start: [2.5, 0.5],
      steps: 400,
      hyper: { lambda: 0.1 },
      name: "the ball",
    },
    asks: "x",
    within: 0.3,
    right: "it lies at the bottom of the crater",
    wrong: {
      fourfold: {
        at: { x: 2.1 },
        within: 0.4,
        what: "it is about 0.4 from its start",
        reason: "Four times the steps, four times the way? Only if the slope stayed the same.",
      },
      half: {
        at: { x: 1.25 },
        within: 0.4,
        what: "it is about half-way to the crater's middle",
        reason: "Further. Where the plain begins to fall, each step is longer than the one before.",
      },
    },
    because: "Its steps grow towards the rim, and then it falls.",
    explanation: prose`
      A step is $\lambda$ times the slope, and out there is hardly any slope. For 250 steps the **loss curve**, the loss over the steps,
      is all but flat. Then the ball falls into the crater. A flat loss curve does **not** mean that you have arrived. It means that the
      slope is small where you are.
    `,
    hints: ["How does the slope change on the way towards the crater? And the steps with it?"],
  }),
  quick: exercise.place({
    title: "Two wells, two balls",
    prompt:
      "Both start on the right, at (2, 0.8). The first comes to rest in the right well. The second keeps nine tenths of its speed from step to step (α = 0.9). Press where it comes to rest.",
    on: twoWells,
    view: [
      [-2.4, 2.6],
      [-1.3, 1.3],
    ],
    known: [
      {
        rule: gradientDescent,
        start: [2, 0.8],
        steps: 200,
        hyper: { lambda: 0.02 },
        name: "by the slope alone",
      },
    ],
    ball: {
      rule: momentum,
      start: [2, 0.8],
      steps: 200,
      hyper: { lambda: 0.02, alpha: 0.9 },
      name: "with speed",
    },
    asks: "both",
    within: 0.4,
    right: "it rolls through the right well and over the rim, into the left one",
    wrong: {
      near: {
        at: { x: 0.905, y: 0 },
        within: 0.4,
        what: "it stays in the right well, like the first",
        reason: "It comes in too fast to stay.",
      },
      rim: {
        at: { x: 0, y: 0 },
        within: 0.4,
        what: "it comes to rest on the rim",
        reason: "It gets as far as the rim, and further: on its other side it rolls down.",
      },
    },
    because:
      "The first ends in the well it meets: nothing tells it of a deeper one. The second rolls through and over the rim.",
    hints: ["Which well does a ball meet first?", "Can a ball with speed roll uphill for a while?"],
  }),
  starts: exercise.foresee({
    title: "Eighty-one starts",
    prompt:
      "With the rate 0.02, the ball keeps at each step the share α of its speed: 0.8, 0.9, 0.95 or 0.99. From how many of the 81 starts does it end in the deeper well?",
    options: {
      all: {
        text: "The larger α is, the more; at 0.99 from all of them.",
        reason: "A ball that rolls out of the worse well may roll out of the deeper one too.",
      },
      each: {
        text: "From about half of them, with each of the four.",
        reason: "With three of the four. At 0.8 it has lost too much of its speed to get over the rim.",
      },
      half: {
        text: "At 0.8 from none, from 0.9 on from about half.",
        reason:
          "Once it has speed enough to leave a well, it leaves the deeper one too, and small differences decide where it stays.",
        right: true,
      },
      fewer: {
        text: "At 0.8 from all of them, and from fewer the larger α is.",
        reason: "At 0.8 it has lost too much of its speed to get over the rim.",
      },
    },
    explanation: prose`
      Without momentum ($\alpha = 0$) all 81 end in the right well, and at 0.8 speed does not help. Then more and more get
      out: 10 at 0.82, 29 at 0.86. From 0.9 to 0.99 it goes up and down between 33 and 45: who rolls out of one well rolls
      out of the other too.

      That "half" belongs to these starts and this rate. In a larger square, $x$ from 0.2 to 3 and $y$ from $-1.5$ to $1.5$,
      it is nearly four fifths with 0.9; at the rate 0.005 one of the 81.

      The deck's other methods look at their near surroundings alone too. So **none can promise** to pass a bad well.
    `,
    hints: ["What does a ball need to leave the right well? And what may happen to it in the left one?"],
  }),
  saddle: exercise.foresee({
    title: "Two balls at a saddle",
    prompt: "One starts at (1, 0.01), the other at (1, 0). What do they do at the saddle?",
    options: {
      rest: {
        text: "Both come to rest in its middle.",
        reason: "The second does. For the first the sideways part is small, but it grows at every step.",
      },
      later: {
        text: "Both slow down and slip off to one side, the second later.",
        reason: "A breath of wind would push the second off. Here is none: 0 stays 0.",
      },
      one: {
        text: "The first slows down and passes; the second comes to rest.",
        reason:
          "The first one's steps shrink to an eighth; then the sideways part, which grows by a tenth a step, takes over. The second has none.",
        right: true,
      },
      straight: {
        text: "The first passes without slowing down; the second comes to rest.",
        reason: "Near the middle the slope is small in every direction, and so are the first one's steps.",
      },
    },
    explanation: prose`
      Beside the line $y = 0$ the loss falls, rests on a shelf as if all were done, and falls again once the tiny sideways part has
      grown. From a start on that line the ball comes to the middle and stays.

      In the explorer four rules start at $(1, 0.01)$, all with the rate 0.05. Count the steps until $y$ is above 1: RMSProp 2, momentum
      19, gradient descent 49, AdaGrad 56. That is no ranking, since one rate need not suit all four. Lessons 03, 05 and 06 show
      what each of them does there.
    `,
    hints: ["How large is the sideways slope at y = 0.01? And a few steps later? And at y = 0?"],
  }),
  once: exercise.predict({
    title: "One step",
    prompt: "On f = x² at x = 3 with λ = 0.25: where does one step of gradient descent take you?",
    fields: {
      x: {
        label: "x",
        answer: 1.5,
        within: 0.0005,
        by: "3 − λ·g",
        slips: [
          { gives: 3 - 0.25 * 3, when: "x is taken for the slope, which is 2x" },
          { gives: 0.75, when: "two steps are made" },
          { gives: 1.5 ** 2, when: "the height after the step is given" },
        ],
      },
    },
    given: { λ: 0.25, g: 6 },
    slips: [
      { taken: { g: 3 ** 2 }, when: "the height 3² = 9 is taken for the slope 2·3 = 6" },
      { taken: { g: 2 }, when: "the 2 of 2x is taken for the slope, without x" },
    ],
    because: "The slope at 3 is 6, a quarter of it is 1.5, and 3 − 1.5 = 1.5.",
    hints: ["The slope of x² is 2x.", "3 − 0.25·6"],
  }),
  need: exercise.choose({
    title: "What is the need for optimization?",
    prompt:
      "Slide 2 answers: slow convergence, and the gradient gets stuck in local optima. Which statement would you sign?",
    options: {
      lowest: {
        text: "A good optimizer, each of its numbers well chosen, finds the lowest point of any surface in the end.",
        reason: "A rule sees only its near surroundings. What it has not passed, it does not know.",
      },
      momentum: {
        text: "Momentum gets the ball out of local minima, and the more of its speed it keeps, the more surely.",
        reason:
          "At the rate 0.02 more speed helped up to about 0.9; beyond, the count only went up and down.",
      },
      saddles: {
        text: "With many parameters flat points high up are nearly all saddles; and no rule here promises a way out of a bad well.",
        reason:
          "The first half is measured on networks (Dauphin et al. 2014); the second we saw. Slow convergence is what the rules do cure.",
        right: true,
      },
      flat: {
        text: "A loss curve that stays flat for hundreds of steps shows a local minimum, and a larger rate leads out of it.",
        reason: "The plateau and the saddle gave flat curves too.",
      },
    },
    hints: ["Which of the four did a picture of this lesson contradict?"],
  }),
  gradient: exercise.formula({
    title: "Write the gradient of the ravine",
    prompt: "Return the two slopes of f = 0.05·x² + y² at (x, y), as a list.",
    formula: ["0.1*x", "2*y"],
    arguments: { x: range, y: range },
    besides: [
      { x: 0, y: 0 },
      { x: 400, y: -90 },
    ],
    solution: ({ x, y }) => [0.1 * x, 2 * y],
    misconceptions: [
      { what: "the factor 2 is left out: the derivative of y² is 2y", formula: ["0.05*x", "y"] },
      {
        what: "both signs are flipped: that is the way down, and the gradient points up",
        formula: ["-0.1*x", "-2*y"],
        credit: 0.5,
      },
    ],
    neighbours: [
      { what: "the two parts of f are not derived: these are heights", formula: ["0.05*x^2", "y^2"] },
      {
        what: "f itself is given for each slope: that is the height",
        formula: ["0.05*x^2 + y^2", "0.05*x^2 + y^2"],
      },
      {
        what: "the two parts of f are integrated, where they should be derived",
        formula: ["0.05*x^3/3", "y^3/3"],
      },
    ],
    hints: [
      "Each slope is a derivative with the other letter treated as a constant.",
      "The derivative of y² is 2y.",
    ],
  }),
  slopes: exercise.formula({
    title: "The gradient of x²y",
    prompt: "Return the two slopes of f = x²·y at (x, y), as a list.",
    formula: ["2*x*y", "x^2"],
    given: ["2*x*y + x^2", "x^2"],
    arguments: { x: range, y: range },
    besides: [
      { x: 0, y: 0 },
      { x: 40, y: -9 },
    ],
    solution: ({ x, y }) => [2 * x * y, x ** 2],
    misconceptions: [
      {
        what: "the first slope moves both letters at once, where y should stand still",
        formula: ["2*x*y + x^2", "x^2"],
      },
      { what: "y is left out of the slope along x", formula: ["2*x", "x^2"] },
    ],
    neighbours: [
      { what: "f itself is given for each slope: that is the height", formula: ["x^2*y", "x^2*y"] },
      { what: "f is integrated along each letter, and not derived", formula: ["x^3*y/3", "x^2*y^2/2"] },
    ],
    hints: [
      "Along x treat y as a constant, such as 3. What is the derivative of 3·x²?",
      "One of the two terms belongs to the other direction.",
    ],
  }),
  forty: exercise.tune({
    title: "Below 0.01 in 40 steps",
    prompt:
      "From (−8, 1.5) bring the loss in the ravine below 0.01 within 40 steps of gradient descent, and keep it there.",
    rule: gradientDescent,
    on: ravine,
    start: [-8, 1.5],
    steps: 40,
    below: 0.01,
    given: { lambda: 0.3 },
    solution: { lambda: 0.9 },
    because:
      "Along the valley a large rate is wanted, and the walls still bear this one. Lesson 02 finds out how far one may go.",
    hints: [
      "Is 0.3 too small or too large? Think of the two paths above.",
      "Try 0.95, then go down a little.",
    ],
  }),
  flat: exercise.explain({
    title: "A flat loss curve",
    prompt:
      "A friend's loss curve has been flat for a thousand steps. She says: stuck in a local minimum. What else can it be, and what would you look at?",
    model:
      "It can be a plateau, a saddle, or a rate so small that nothing moves. Look at the length of the gradient. If it is not small, the rate is the trouble, or noise. If it is small, wait, or push a little to the side: from a saddle the loss falls again.",
    lookFor: {
      plateau: "It can be a plateau or a saddle.",
      rate: "It can be a rate that is too small.",
      gradient: "The length of the gradient tells them apart.",
    },
    hints: [
      "Which of the five troubles had a flat curve?",
      "The step is the rate times the gradient. Which of the two is small?",
    ],
  }),
};

/** The names under which notebooks and progress files of before know exercises. */
export const formerExercises = { mixed: "slopes" } as const;

/** Predictions that are made on a map now, and such as were answered by the lesson or by luck. */
export const retiredExercises = {
  coins: "Its number was a piece of arithmetic; the lesson goes on without it.",
  noise: "Its answer followed from the text above it; the lesson now shows it.",
  race: "One could only guess; the lesson now shows the picture.",
  fifty: "It is asked on a map now: motivation/valley.",
  plateau: "It is asked on a map now: motivation/crater.",
  wells: "It is asked on a map now: motivation/quick.",
} as const;
