import { exercise, momentum, prose, rosenbrock } from "fall-line/library";

const groups = {
  first: "Plain descent and momentum.",
  scaled: "AdaGrad, RMSProp and Adam.",
  scaledAndNewton: "AdaGrad, RMSProp, Adam and Newton.",
  firstAndNewton: "Plain descent, momentum and Newton.",
  newton: "Newton alone.",
};

/** The predictions of the lesson on practice in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  best: exercise.foresee({
    title: "Best against best",
    prompt: "Each rule now runs at its own best rate. How far apart are the best and the worst of the six?",
    options: {
      close: {
        text: "Less than ten times.",
        reason: "Tuning brings them nearer together, and not that near: not in this valley.",
      },
      tens: { text: "Ten to a hundred times.", reason: "More than that, between AdaGrad and plain descent." },
      hundreds: {
        text: "More than a hundred times.",
        reason: "AdaGrad's loss is over two hundred times lower than plain descent's, on this valley.",
        right: true,
      },
    },
    explanation: prose`
      At their best, AdaGrad and RMSProp end lowest, *on this valley, with these 100 steps*; plain descent ends over a hundred times
      higher. The best rates stand a thousandfold apart: the best one of one rule is a disaster for another.

      Is the lowest point of a curve all that counts? Look at the shapes in the picture. Plain descent, momentum and Nesterov are good
      just before they explode. The other three bear rates a thousand times as large, and are tolerable over a wide range of them. That
      width is a large part of Adam's fame.
    `,
    hides: "outcome",
    hints: ["Look at the lowest point of each curve above: its axis is logarithmic."],
  }),
  lowest: exercise.foresee({
    title: "Which rule ends lowest?",
    prompt: "The same search for each, on one seed. Which rule ends with the lowest training loss?",
    options: {
      gd: { text: "Plain descent.", reason: "On this seed it does. Does that convince you?" },
      momentum: { text: "Momentum.", reason: "Not on this seed. On another it may." },
      adam: { text: "Adam.", reason: "Not on this seed, for all its fame. On another it may." },
      open: {
        text: "I can't know beforehand.",
        reason: "That is the honest answer: nothing in this course says so.",
        right: true,
      },
    },
    explanation: prose`
      A ranking. Shall we believe it? It is the best of twenty tries, of one seed, on the data that it was searched on. Three
      reasons for doubt.
    `,
    hints: ["What have you learned about this network so far?"],
  }),
  loss: exercise.foresee({
    title: "A thousand times the loss",
    prompt: "Which rules take the very same path when the loss is multiplied by 1000?",
    options: {
      first: { text: groups.first, reason: "Their steps grow with the slope: a thousand times as long." },
      scaled: {
        text: groups.scaled,
        reason: "These do. And Newton, whose slope and curvature grow alike.",
      },
      scaledAndNewton: {
        text: groups.scaledAndNewton,
        reason:
          "Each divides the slope by something that grows with it: a root of squares, or the curvature.",
        right: true,
      },
    },
    hints: ["Which rules divide the slope by something that grows as it does?"],
  }),
  units: exercise.foresee({
    title: "Other units",
    prompt: "Which rules take the same path when x is measured in other units, x = 10u?",
    options: {
      first: {
        text: groups.first,
        reason: "The slope in u is ten times the slope in x, and the way a tenth.",
      },
      scaledAndNewton: {
        text: groups.scaledAndNewton,
        reason: "AdaGrad's step in u is as long as in x before, but it should be a tenth of it.",
      },
      newton: {
        text: groups.newton,
        reason:
          "In u the slope is 10 times and the curvature 100 times as large, so the step is a tenth: right.",
        right: true,
      },
    },
    hints: ["The step in u should be a tenth of the step in x. Whose is?"],
  }),
  turn: exercise.foresee({
    title: "Turned axes",
    prompt: "Which rules take the same path in the ravine that is turned by 45°?",
    options: {
      firstAndNewton: {
        text: groups.firstAndNewton,
        reason: "They know nothing of the axes; the gradient turns with the ravine.",
        right: true,
      },
      scaledAndNewton: { text: groups.scaledAndNewton, reason: "The first three scale along the axes." },
      newton: {
        text: groups.newton,
        reason: "Plain descent and momentum follow the gradient, which turns along.",
      },
    },
    explanation: prose`
      The table in three lines:

      - **Plain descent and momentum** notice units and the size of the loss, and do not notice how the axes lie.
      - **AdaGrad, RMSProp and Adam** do not notice the size of the loss. They do notice a turn: they live along the axes.
      - **Newton** notices nothing at all, and pays for it with the Hessian.

      That is knowledge to choose by. If features come in wild units or rare, take a rule that scales; if the valley lies askew, its
      scaling will not help.
    `,
    hints: ["Which rules work coordinate by coordinate? Lesson 05 turned a ravine."],
  }),
  budget: exercise.predict({
    title: "What a search costs",
    prompt:
      "A search tries 13 rates with 3 seeds each, 200 steps a run. How many gradients does it compute for one rule?",
    fields: { gradients: { label: "gradients", answer: 7800, within: 0.5 } },
    because:
      "13 · 3 · 200 = 7800. A rule that needs no search has saved as much; that is worth something too.",
    hints: ["Each run computes one gradient a step.", "Rates times seeds times steps."],
  }),
  fair: exercise.choose({
    title: "Which comparison is fair?",
    prompt: "A paper says that its new rule beats Adam. Which of these would convince you most?",
    options: {
      defaults: {
        text: "Both ran with the defaults of the library.",
        reason:
          "Defaults are good for some problem, not for this one; the new rule's were perhaps chosen on it.",
      },
      tuned: {
        text: "The new rule's rate was tuned; Adam had its usual 0.001.",
        reason: "Then the search is compared, not the rule.",
      },
      same: {
        text: "Both rates were searched in the same way; five seeds each, with the spread shown.",
        reason: "Same search, same budget, and a spread that tells a difference from luck.",
        right: true,
      },
      best: {
        text: "The best of twenty runs is shown for each.",
        reason: "The best of many is luck twice over: it says nothing of the run that you will get.",
      },
    },
    hints: ["What was done for the one that was not done for the other?"],
  }),
  scaled: exercise.choose({
    title: "A thousand times the loss",
    prompt:
      "Somebody sums the loss over 1000 samples instead of taking the mean. Whose path stays (nearly) the same?",
    options: {
      gd: {
        text: "Gradient descent's.",
        reason: "Its step is the rate times the gradient, so it is now 1000 times as long.",
      },
      adam: {
        text: "Adam's.",
        reason:
          "The factor is in the gradient's average and in the root that divides it, and cancels, ε aside.",
        right: true,
      },
      momentum: {
        text: "Momentum's.",
        reason: "Its velocity is a sum of gradients, each 1000 times as long.",
      },
    },
    hints: ["Where does the factor 1000 stand in the step of each rule?"],
  }),
  tuned: exercise.tune({
    title: "By hand, once",
    prompt:
      "Momentum on Rosenbrock's valley. Find numbers that bring the loss below 0.01 within 100 steps, and keep it there.",
    rule: momentum,
    on: rosenbrock,
    start: [-1.2, 1],
    steps: 100,
    below: 0.01,
    given: { lambda: 0.0005, alpha: 0.9 },
    solution: { lambda: 0.00215, alpha: 0.9 },
    because:
      "The good rates stand just below those at which it diverges. That is usual, and it makes the search delicate.",
    hints: [
      "Go up in steps of about a half.",
      "Look at the first picture of the lesson: where is momentum's lowest point?",
    ],
  }),
  choice: exercise.explain({
    title: "Monday morning",
    prompt:
      "You get a new network and two days. In three or four sentences: what do you run first, what do you search, and what do you report?",
    model:
      "I begin with a rule that works over a wide range of rates, such as Adam, to see that the network learns at all. Then I give SGD with momentum and Adam the same search over the rate and a schedule, and run the best of each with several seeds. I report the search, the spread over the seeds and the held-out loss, and I call a difference smaller than the spread a tie.",
    lookFor: {
      first: "First a rule that works over a wide range of rates.",
      search: "The same search for each rule, with several seeds.",
      report: "The report has the search and the spread; less than the spread is a tie.",
    },
    hints: ["Which rule's result hangs least on its rate?", "What tells a difference from luck?"],
  }),
};

/** The name under which notebooks and progress files of before know these exercises. */
export const formerName = "practice";
