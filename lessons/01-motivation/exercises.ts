import { exercise, gradientDescent, prose, ravine } from "fall-line/library";

const range = { from: -3, to: 3 };

/** The predictions of the lesson on motivation in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  smallest: exercise.predict({
    title: "The smallest model",
    prompt: "The loss is (2w − 6)², and we stand at w = 1. What is the loss there, and what is its slope?",
    fields: {
      loss: { label: "loss", answer: 16, within: 0 },
      slope: { label: "slope", answer: -16, within: 0 },
    },
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
    title: "Straight down",
    prompt: "We stand at (−8, 1.5) in the ravine. Which way is straight down?",
    options: {
      along: {
        text: "To the right, along the valley.",
        reason: "The valley falls that way, but only a little. The wall under us falls more.",
      },
      lowest: {
        text: "At the lowest point, (0, 0).",
        reason: "The lowest point is far away, and the slope knows only the ground here.",
      },
      contour: {
        text: "Along the contour.",
        reason: "Along a contour the height stays the same. There is no down in it.",
      },
      across: {
        text: "Across the valley, at the opposite wall.",
        reason: "At a right angle to the contour, about 64 degrees off the lowest point.",
        right: true,
      },
    },
    explanation: prose`
      (This map has the same scale in both directions, so its angles are true. Later maps are stretched to fit.)

      Along the contour under your feet the height does not change. So the steepest way down keeps nothing of that direction: it stands
      at a right angle to the contour. And it misses the lowest point by 64 degrees.

      Keep this. *The gradient knows what is steepest here. It does not know where the valley leads.* Everything in this course
      is a way to live with that.
    `,
    hints: ["Is the ground here steeper along the valley or across it?"],
  }),
  step: exercise.predict({
    title: "One step with a pencil",
    prompt:
      "In the ravine the gradient at (x, y) is (0.1·x, 2·y). We stand at (−8, 1.5). With λ = 0.1, where does one step take us?",
    fields: {
      x: { label: "x", answer: -7.92, within: 0.0005 },
      y: { label: "y", answer: 1.2, within: 0.0005 },
    },
    because:
      "The gradient is (−0.8, 3). A tenth of it is (−0.08, 0.3), and that is taken away: minus times minus is plus.",
    hints: ["First the gradient at (−8, 1.5), then λ times it.", "x: −8 − 0.1·(−0.8). And y?"],
  }),
  fifty: exercise.foresee({
    title: "Fifty steps along the valley",
    prompt: "With λ = 0.3 the ball takes 50 steps from x = −8. How much of the way to x = 0 does it cover?",
    options: {
      all: {
        text: "Nearly all of it, 99 hundredths or more.",
        reason: "The slope along the valley shrinks on the way, and the steps shrink with it.",
      },
      most: {
        text: "More than half, but less than nine tenths.",
        reason:
          "A bit more than three quarters. Each step covers 3 hundredths of what is left, so the rest takes ever longer.",
        right: true,
      },
      half: {
        text: "Less than half.",
        reason: "A step covers 3 hundredths of what is left. That is little, but 50 of them add up.",
      },
    },
    explanation: prose`
      The small rate crawls along the floor: after 50 steps there is still a good part to go. The large one, 0.95, gets further and
      bounces from wall to wall.

      One rate has to serve two directions that want different ones: the walls bear little, the floor needs much. That is the **slow
      convergence** of slide 2. Lesson 02 measures it; lessons 03 to 07 are cures.
    `,
    hints: ["One step takes x to x − 0.3·0.1·x. What share of x is left?"],
  }),
  plateau: exercise.foresee({
    title: "Four hundred steps on the plain",
    prompt:
      "We start at (2.5, 0.5) with λ = 0.1, and move by about 0.1 in the first 100 steps. Where is the ball after 400?",
    options: {
      fourfold: {
        text: "About 0.4 from its start.",
        reason: "Four times the steps, four times the way? Only if the slope stayed the same.",
      },
      half: {
        text: "About half-way to the crater's middle.",
        reason: "Further. Where the plain begins to fall, each step is longer than the one before.",
      },
      bottom: {
        text: "At the bottom of the crater.",
        reason: "It gains speed with every step towards the rim, and then it falls.",
        right: true,
      },
    },
    explanation: prose`
      A step is $\lambda$ times the slope, and out there is hardly any slope. For 300 steps the **loss curve**, the loss over the steps,
      is all but flat. Then the ball falls into the crater. A flat loss curve does **not** mean that you have arrived. It means that the
      slope is small where you are.
    `,
    hints: ["How does the slope change on the way towards the crater? And the steps with it?"],
  }),
  wells: exercise.foresee({
    title: "Two wells, small steps",
    prompt: "We start on the right, at (2, 0.8), and go down in small steps. Where does the ball end?",
    options: {
      left: {
        text: "In the left well, the deeper one.",
        reason: "It would have to climb out of the right one first, and it only goes down.",
      },
      right: {
        text: "In the right well.",
        reason: "It ends in the first well it meets. It cannot know that there is a deeper one.",
        right: true,
      },
    },
    hints: ["Which well does it meet first?"],
  }),
  speed: exercise.foresee({
    title: "Two wells, with speed",
    prompt:
      "The same start, and a ball that keeps nine tenths of its speed from step to step. Where does it end?",
    options: {
      left: {
        text: "In the left well, the deeper one.",
        reason: "Its speed carries it through the right well and over the rim.",
        right: true,
      },
      right: { text: "In the right well.", reason: "It comes in too fast to stay." },
    },
    explanation: prose`
      The small steps end in the nearer, worse well. The ball with momentum rolls through it and into the deeper one. So does
      momentum cure local optima? More of it should then cure them even better.
    `,
    hints: ["Can a ball with speed roll uphill for a while?"],
  }),
  starts: exercise.foresee({
    title: "Eighty-one starts",
    prompt: "From how many of the 81 starts does the ball end in the deeper well?",
    options: {
      all: {
        text: "The larger α is, the more; at 0.99 from all of them.",
        reason: "A ball that rolls out of the worse well may roll out of the deeper one too.",
      },
      none: {
        text: "From none of them, whatever α is.",
        reason: "At 0.8 that is so. At 0.9 it has speed enough from many.",
      },
      half: {
        text: "At 0.8 from none, from 0.9 on from about half.",
        reason: "Once it has speed enough to leave a well, it is a matter of luck in which one it stays.",
        right: true,
      },
      fewer: {
        text: "At 0.8 from all of them, and from fewer the larger α is.",
        reason: "At 0.8 it has lost too much of its speed to get over the rim.",
      },
    },
    explanation: prose`
      From all 81 the small steps ($\alpha = 0$) end in the right well, and at 0.8 speed does not help. At 0.9 and above about half
      end in the deeper well, and more speed does not make it more: who rolls out of one well rolls out of the other too.

      The deck says that the gradient gets stuck in local optima, and one may hope that its methods cure that. **None does.**
      Every rule in this course looks at slopes near its path and at nothing else; whether it passes a bad well is luck. We will
      say for each rule what it is really good for.
    `,
    hints: ["What does a ball need to leave the right well? And what may happen to it in the left one?"],
  }),
  saddle: exercise.foresee({
    title: "A hair beside the ridge",
    prompt: "We start at (1, 0.01). What does the ball do at the saddle?",
    options: {
      stops: { text: "It stops there.", reason: "Nearly. But the small sideways part grows at every step." },
      slowly: {
        text: "It slows down, and passes.",
        reason:
          "Its steps shrink to an eighth. Then the sideways part, which grows by a tenth a step, takes over.",
        right: true,
      },
      straight: {
        text: "It does not notice it.",
        reason: "Near the middle the slope is small in every direction, and so are the steps.",
      },
    },
    hints: ["How large is the sideways slope at y = 0.01? And a few steps later?"],
  }),
  ridge: exercise.foresee({
    title: "Exactly on the ridge",
    prompt: "And from (1, 0)?",
    options: {
      slips: {
        text: "It slips off to one side, later.",
        reason: "A breath of wind would do it. Here is none: 0 stays 0.",
      },
      stays: {
        text: "It stops at the saddle, for ever.",
        reason: "The sideways slope is exactly 0 at every step.",
        right: true,
      },
    },
    explanation: prose`
      Beside the ridge the loss falls, rests on a shelf as if all were done, and falls again once the tiny sideways part has
      grown. On the ridge itself the sideways slope is exactly 0, and the ball stays for ever.

      In the explorer four rules stand beside the ridge, each with its rate from the top of the lesson. AdaGrad and RMSProp leave it in
      one step: they step as far where it is nearly level as where it is steep (lesson 05 shows how). Gradient descent leaves before
      momentum. But its rate is twelve times as large: give momentum 0.068 too, and momentum leaves first.
    `,
    hints: ["What is the sideways slope where y is exactly 0?"],
  }),
  coins: exercise.predict({
    title: "How rare is a minimum?",
    prompt: "With 10 directions: one flat point in how many is a minimum?",
    fields: { points: { label: "one in", answer: 1024, within: 30 } },
    because: "All ten must go up, each with the chance ½: 2 to the power 10 is 1024.",
    explanation: prose`
      With two directions it is one in four, with ten one in a thousand, with a hundred it does not happen. The coin is only a model;
      the directions of a real loss are not independent. But the point holds and has been measured on networks (Dauphin et al. 2014):
      with many parameters, nearly every flat point high up is a **saddle**, and what looks like being stuck in a local optimum is
      often a slow passage by one.
    `,
    hints: ["With two directions it is one in four."],
  }),
  noise: exercise.foresee({
    title: "A ball that is jostled",
    prompt:
      "In the ravine with λ = 0.3, and with a random number added to each slope: what does the ball do?",
    options: {
      lost: {
        text: "It wanders about and gets nowhere.",
        reason: "The errors point now here, now there. The slope always points the same way, and wins.",
      },
      rests: {
        text: "It gets down and comes to rest.",
        reason: "At the bottom the slope is 0. The errors are not.",
      },
      shivers: {
        text: "It gets down and does not come to rest.",
        reason: "It shivers about the bottom for as long as you let it.",
        right: true,
      },
    },
    explanation: prose`
      With every seed it gets down, and it does not come to rest: it shivers around the bottom. Lesson 02 measures how much, and
      lesson 08 shows what one does about it.
    `,
    hints: ["What is left of a noisy gradient at the very bottom?"],
  }),
  race: exercise.foresee({
    title: "A fair race, twice",
    prompt:
      "For each rule the same kind of search picks every number, once on Beale's surface and once in the ravine. Who gets lowest?",
    options: {
      nesterov: {
        text: "Nesterov momentum, on both.",
        reason: "With its best rate alone it was lowest on Beale's surface. The others had more to gain.",
      },
      plain: {
        text: "Gradient descent, on one of the two.",
        reason: "It has one number, and that one was its best already.",
      },
      same: {
        text: "Another one, the same on both.",
        reason: "What is good on one surface need not be good on the other.",
      },
      two: {
        text: "Two others, a different one on each.",
        reason: "Adam on Beale's surface. In the ravine AdaGrad and RMSProp, far below all others.",
        right: true,
      },
    },
    explanation: prose`
      Do not take a winner home. Search more numbers, and another one wins; take another surface, and another one wins again. (The two
      that win in the ravine scale each coordinate by itself, and this ravine lies along a coordinate. Lesson 05 turns it, and they
      lose.) And training has no time for so many searches.

      A race shows *character*, not rank: who turns into a valley, who overshoots, who slows down. What each one does, and why, is the
      rest of the course.
    `,
    hints: ["Which of the rules have numbers besides the rate?", "Is a ravine like Beale's surface?"],
  }),
  once: exercise.predict({
    title: "One step",
    prompt: "On f = x² at x = 3 with λ = 0.25: where does one step of gradient descent take you?",
    fields: { x: { label: "x", answer: 1.5, within: 0.0005 } },
    because: "The slope at 3 is 6, a quarter of it is 1.5, and 3 − 1.5 = 1.5.",
    hints: ["The slope of x² is 2x.", "3 − 0.25·6"],
  }),
  need: exercise.choose({
    title: "What is the need for optimization?",
    prompt:
      "Slide 2 answers: slow convergence, and the gradient gets stuck in local optima. Which statement would you sign?",
    options: {
      lowest: {
        text: "A good optimizer finds the lowest point of any surface.",
        reason: "A rule sees only slopes near its path. What it has not passed, it does not know.",
      },
      momentum: {
        text: "Momentum gets the ball out of local minima.",
        reason: "Sometimes, by luck: from about half of the 81 starts.",
      },
      saddles: {
        text: "No rule of the deck guarantees escape; with many parameters, saddles are the commoner trouble.",
        reason:
          "That is Dauphin et al. (2014) in one sentence. The slow convergence of slide 2 is what the rules do cure.",
        right: true,
      },
      flat: {
        text: "A flat loss curve shows that one is in a local minimum.",
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
    ],
    hints: [
      "Each slope is a derivative in which the other letter counts as a number.",
      "The derivative of y² is 2y.",
    ],
  }),
  mixed: exercise.formula({
    title: "A slope in two directions at once",
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
    hints: [
      "Along x only x moves; y counts as a number, such as 3. What is the derivative of 3·x²?",
      "One of the two terms belongs to the other direction.",
    ],
  }),
  forty: exercise.tune({
    title: "Below 0.01 in 40 steps",
    prompt:
      "Find λ that brings the loss in the ravine below 0.01 within 40 steps of gradient descent, and keeps it there.",
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
