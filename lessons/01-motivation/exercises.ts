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
      contour: {
        text: "Along the contour.",
        reason: "Along a contour the height stays the same. There is no down in it.",
      },
      lowest: {
        text: "At the lowest point, (0, 0).",
        reason: "The lowest point is far away, and the slope knows only the ground here.",
      },
      across: {
        text: "Somewhere else.",
        reason: "Straight across the contour, at the opposite wall: about 64 degrees off the lowest point.",
        right: true,
      },
    },
    explanation: prose`
      (This map has the same scale in both directions, so its angles are true. Later maps are stretched to fit.)

      The arrow stands at a right angle to the contour under your feet: along the contour nothing changes, so none of the
      steepest way down can lie in it. And it misses the lowest point by 64 degrees.

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
  crawl: exercise.foresee({
    title: "Fifty small steps",
    prompt: "With λ = 0.3 the ball takes 50 steps from x = −8. How much of the way to x = 0 does it cover?",
    options: {
      all: {
        text: "All of it.",
        reason: "The slope along the valley shrinks on the way, and the steps shrink with it.",
      },
      most: {
        text: "Most of it.",
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
    `,
    hints: ["One step takes x to x − 0.3·0.1·x. What share of x is left?"],
  }),
  plateau: exercise.foresee({
    title: "A hundred steps on the plain",
    prompt: "We start at (2.5, 0.5) with λ = 0.1. Where is the ball after 100 steps?",
    options: {
      bottom: { text: "At the bottom of the crater.", reason: "For that the plain is too flat." },
      half: { text: "About half-way.", reason: "Not even that: look how flat the plain is." },
      start: {
        text: "Nearly where it started.",
        reason:
          "A step is λ times the slope, and out here there is hardly any. It moves by about 0.1 in all.",
        right: true,
      },
    },
    explanation: prose`
      For 300 steps the **loss curve**, the loss over the steps, is all but flat. Then the ball falls into the crater. A flat loss
      curve does **not** mean that you have arrived. It means that the slope is small where you are.
    `,
    hints: ["How long is a step where the slope is nearly 0?"],
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
  rolling: exercise.foresee({
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
      The small steps end in the nearer, worse well. The ball with momentum rolls through it and into the deeper one.
    `,
    hints: ["Can a ball with speed roll uphill for a while?"],
  }),
  luck: exercise.foresee({
    title: "More of the cure",
    prompt: "Now it starts at (2, 0) and keeps 95 hundredths of its speed. Where does it end?",
    options: {
      left: { text: "In the deeper well again.", reason: "It gets there, and it does not stay." },
      right: {
        text: "In the worse well.",
        reason: "It rolls into the deep well, out of it again, and comes to rest in the other one.",
        right: true,
      },
      never: {
        text: "It never comes to rest.",
        reason: "It loses a twentieth of its speed at every step, so it does.",
      },
    },
    explanation: prose`
      The deck says that the gradient gets stuck in local optima, and one may hope that its methods cure that. **None does.**
      Every rule in this course looks at slopes near its path and at nothing else; whether it passes a bad well is luck. We will
      say for each rule what it is really good for.
    `,
    hints: ["What may happen to a fast ball in the deep well too?"],
  }),
  saddle: exercise.foresee({
    title: "A hair beside the ridge",
    prompt: "We start at (1, 0.01). What does the ball do at the saddle?",
    options: {
      stops: { text: "It stops there.", reason: "Nearly. But the small sideways part grows at every step." },
      slowly: {
        text: "It slows down, and passes.",
        reason:
          "It comes down the ridge and nearly halts. Then the sideways part, which grows by a tenth a step, takes over.",
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

      (In the explorer at the top AdaGrad and RMSProp left the ridge at once: they step as far where it is nearly level as where it is
      steep. Lesson 05 shows how.)
    `,
    hints: ["What is the sideways slope where y is exactly 0?"],
  }),
  noise: exercise.foresee({
    title: "A ball that is jostled",
    prompt: "With λ = 0.3, the rate that crawled along the ravine: what does the ball do now?",
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
      It gets down, and it does not come to rest: it shivers around the bottom. Lesson 02 measures how much, and lesson 08 shows
      what one does about it.
    `,
    hints: ["What is left of a noisy gradient at the very bottom?"],
  }),
  race: exercise.foresee({
    title: "The same race in the ravine",
    prompt: "On Beale's surface Nesterov momentum gets lowest. Who gets lowest in our ravine?",
    options: {
      same: {
        text: "Nesterov momentum again.",
        reason: "It does well here too. But AdaGrad gets lower, by far.",
      },
      plain: {
        text: "Gradient descent.",
        reason: "With its best rate it is not bad. AdaGrad gets lower, by far.",
      },
      other: {
        text: "Another one.",
        reason: "AdaGrad, by far. Lesson 05 shows why, and how to make it lose.",
        right: true,
      },
    },
    explanation: prose`
      Do not take the winner home yet: on the other surface another one wins. And real training has no time to search for the best
      rate a dozen times. A race shows *character*, not rank: who turns into a valley, who overshoots, who slows down. What each one
      does, and why, is the rest of the course.
    `,
    hints: ["Is a ravine like Beale's surface?"],
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
        reason: "Sometimes, by luck. You saw it pass one well, and end in it the next time.",
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
  uphill: exercise.findTheBug<never, "lambda">({
    title: "A ball that climbs",
    prompt: "This should be gradient descent, and the loss grows at every step. Mend it.",
    rule: gradientDescent,
    given: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x + lambda * g[i]) }),
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) }),
    because: "It added the gradient, and the gradient points uphill.",
    hints: ["Which way does the gradient point?", "One sign is wrong."],
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
      "Along the valley a large rate is wanted; just below 1 the walls still bear it. Lesson 02 finds the exact limit.",
    hints: ["Is 0.3 too small or too large? Look at the zigzag above.", "Try 0.95, then go down a little."],
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
