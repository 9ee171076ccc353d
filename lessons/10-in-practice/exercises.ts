import { beale, exercise, momentum, prose } from "fall-line/library";

const groups = {
  first: "Plain descent and momentum.",
  scaledAlone: "AdaGrad, RMSProp and Adam alone.",
  scaledAndNewton: "AdaGrad, RMSProp, Adam and Newton.",
  firstAndNewton: "Plain descent, momentum and Newton.",
  newton: "Newton alone.",
};

/** The predictions of the lesson on practice in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  eighth: exercise.predict({
    title: "Down to an eighth",
    prompt:
      "1/t decay with k = 0.05 has halved the rate after 20 steps. How many more steps until it is an eighth of the first rate?",
    recalls: "learning-rate-decay/halvings",
    fields: {
      steps: {
        label: "more steps",
        answer: 120,
        within: 0.5,
        slips: [
          { gives: 40, when: "each half takes as long as the first: so it is with exponential decay" },
          { gives: 140, when: "the first 20 are counted too" },
        ],
      },
    },
    because:
      "The rate is λ/(1 + kn) after n steps: an eighth at kn = 7, which is n = 140. Each half takes twice as long.",
    hints: ["After n steps the rate is divided by 1 + 0.05·n."],
  }),
  ninth: exercise.predict({
    title: "The ninth step",
    prompt: "The slope is 4 at every step, and λ = 0.6. How long is AdaGrad's ninth step?",
    recalls: "adagrad/shrinking",
    fields: {
      length: {
        label: "length",
        answer: 0.2,
        within: 0.0005,
        slips: [
          { gives: 0.6, when: "κ holds the last square alone" },
          { gives: 0.6 / 9, when: "the root is forgotten" },
          { gives: 2.4, when: "it is plain descent" },
        ],
      },
    },
    because: "κ is 9 · 16, whose root is 12: the step is 0.6 · 4/12. The size of the slope cancels.",
    hints: ["What is κ after nine slopes of 4?"],
  }),
  closer: exercise.foresee({
    title: "A closer look",
    prompt:
      "AdaGrad's rate is moved by two percent at most. How low can its last loss, the winner's 0.00087, get?",
    options: {
      little: {
        text: "A few percent lower.",
        reason: "So it would on a smooth curve of a mean. This is one run, looked at in one step.",
      },
      tens: { text: "Down to a tenth of it, or so.", reason: "Much further: look at the rate 1.753." },
      hundreds: {
        text: "Below a hundredth of it.",
        reason: "With 1.753 in place of 1.78 the run happens to be at the minimum in step 100.",
        right: true,
      },
    },
    explanation: prose`
      A lucky landing: the path is at the minimum just when we look. The lowest loss of a search on *one run*,
      looked at in *one step*, ranks the grid as much as the rule.

      The curves in the first picture hang less on luck. Plain descent, momentum and Nesterov are good just before they
      explode. AdaGrad and Adam end below their start even at rates a thousand times as large; RMSProp is not cut off, but ends
      above 5000. That is not being good: of the 31 rates in the picture, two of plain descent's end below 1, five of momentum's, and
      four of Adam's.

      So we need means over several runs, and a measure of luck.
    `,
    mayStand: { "0.00087": "the table above gives the winner's loss, and the question begins with it" },
    hints: ["How many runs, and how many of their steps, does the last loss hang on?"],
  }),
  pairs: exercise.foresee({
    title: "How many pairs?",
    prompt: "Of the 15 pairs of rules, how many are told apart by their test losses on these ten seeds?",
    options: {
      most: {
        text: "12 or more.",
        reason: "Six means are seldom equal; but the seeds differ by more than the rules.",
      },
      half: { text: "6 to 11.", reason: "Fewer: every difference is smaller than three standard errors." },
      few: {
        text: "5 or fewer.",
        reason: "None at all.",
        right: true,
      },
    },
    explanation: prose`
      Adam's mean is the highest, momentum's and Nesterov's are the lowest, and ten seeds tell no pair apart: on these flowers, after the
      same search, it does not show which rule one took. (Behind each ± stands one standard error.)

      The differences are **paired**: a hard seed is hard for all, and drops out of the difference. Compare the errors of the first two
      columns: momentum minus plain descent is known far better than either.

      "Not told apart" is not "equal": more seeds may tell. And the search itself has luck in it, with three seeds.
    `,
    hints: ["Each rule had the same search. What is left to differ?"],
  }),
  defaults: exercise.foresee({
    title: "No search",
    prompt:
      "Adam at its default, η = 0.001, for 200 steps. How high is its mean test loss, against Adam's after the search?",
    options: {
      same: {
        text: "About as high, within a tenth of it.",
        reason: "So it is for RMSProp, whose default is what the search chose.",
      },
      somewhat: {
        text: "Higher, less than twice as high.",
        reason: "More: 200 steps of 0.001 are too short a way.",
      },
      twice: {
        text: "More than twice as high.",
        reason: "About three times. A default is somebody else's rate, for another task and more steps.",
        right: true,
      },
    },
    explanation: prose`
      Only RMSProp's default stands in the grid's best place here. Over three tasks at three budgets, below, it does so twice, momentum's
      three times, Adam's 0.001 never. Five of six rules lose much by not being searched, more than by any choice of the rule.
    `,
    hints: ["How far can Adam go in 200 steps of about 0.001 each?"],
  }),
  rare: exercise.foresee({
    title: "Rare features",
    prompt:
      "On the flowers AdaGrad and plain descent were not told apart. And AdaGrad's test loss on the rare features, after 200 steps, against plain descent's?",
    options: {
      higher: {
        text: "Higher, and told apart.",
        reason: "Here each feature has a rate of its own, and a rare one keeps a large one.",
      },
      not: { text: "Not told apart.", reason: "They are, by more than nine standard errors." },
      lower: {
        text: "Lower, and told apart.",
        reason:
          "By 0.0234 ± 0.0024. Lesson 05 would say: a rare feature keeps a large rate. Both trained equally far here (0.0137 and 0.0136), so the difference is where they end, not how fast.",
        right: true,
      },
    },
    explanation: prose`
      The columns of the table disagree. On the rare features the three that scale end below the three that do not. On the ravine of
      unequal units Adam ends lowest of the six and plain descent highest.
    `,
    mayStand: { lower: "momentum's and Adam's test loss on the flowers, another pair on another task" },
    hints: ["For which features was AdaGrad made? Lesson 05."],
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
    explanation: prose`
      Does that contradict lesson 07, where Adam mends the ravine? No. It scales each coordinate by itself, so the *shape* of the valley is
      mended; but η is a *length*, in whatever unit $u$ has. With a tenth of η Adam's path along that axis is the old one (to seven
      digits), and for plain descent it takes a hundredth of λ; then the *other* axis, which has kept its unit, has too small a rate.
    `,
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
      Plain descent and momentum notice units, and do not notice how the axes lie. AdaGrad, RMSProp and Adam do: they live along the
      axes. Newton notices neither, and pays for it with the Hessian.

      That is knowledge to choose by. If features come in wild units or rare, take a rule that scales each slope by a size of its own; how much
      that helps hangs on how the valley lies.
    `,
    hints: ["Which rules work coordinate by coordinate? Lesson 05 turned a ravine."],
  }),
  budget: exercise.predict({
    title: "What a search costs",
    prompt:
      "A search tries 13 rates with 3 seeds each, 200 steps a run. How many gradients does it compute for one rule?",
    fields: {
      gradients: {
        label: "gradients",
        answer: 7800,
        within: 0.5,
        slips: [
          { gives: 13 * 200, when: "the seeds are forgotten" },
          { gives: 13 * 3, when: "the steps of a run are forgotten" },
          { gives: 3 * 200, when: "the rates are forgotten" },
        ],
      },
    },
    because:
      "13 · 3 · 200 = 7800. A rule that needs no search has saved as much; that is worth something too.",
    hints: ["Each run computes one gradient a step.", "Rates times seeds times steps."],
  }),
  fair: exercise.choose({
    title: "Which comparison is fair?",
    prompt: "A paper says that its new rule beats Adam. Which of these would convince you most?",
    options: {
      defaults: {
        text: "Both ran with the library's defaults, which many people use, on ten seeds.",
        reason:
          "Defaults are good for some problem, not for this one; the new rule's were perhaps chosen on it.",
      },
      tuned: {
        text: "The new rule's rate was tuned; Adam had its usual 0.001.",
        reason: "Then the search is compared, not the rule.",
      },
      same: {
        text: "Each was searched as the other was; their differences on ten more seeds.",
        reason: "Same search, same seeds, and ten differences, whose error tells them from luck.",
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
    title: "A sum in the place of a mean",
    prompt:
      "Somebody sums the loss over 1000 samples instead of taking the mean, and changes nothing else. Which rules take the same path as before, ε aside?",
    options: {
      first: { text: groups.first, reason: "Their steps grow with the slope: a thousand times as long." },
      scaled: {
        text: groups.scaledAlone,
        reason: "These do. And Newton, whose slope and curvature grow alike.",
      },
      scaledAndNewton: {
        text: groups.scaledAndNewton,
        reason:
          "Each divides the slope by something that grows with it: a root of squares, or the curvature.",
        right: true,
      },
      none: {
        text: "None of them.",
        reason: "Where the step divides by something that grows alike, it cancels.",
      },
    },
    explanation: prose`
      So the table of three disguises is:

      - **Plain descent and momentum** notice units and the size of the loss, and do not notice a turn.
      - **AdaGrad, RMSProp and Adam** notice units and a turn, and do not notice the size of the loss.
      - **Newton** notices nothing at all.
    `,
    hints: ["Where does the factor 1000 stand in the step of each rule?"],
  }),
  tuned: exercise.tune({
    title: "By hand, once",
    prompt:
      "Momentum on Beale's surface from (1, 1). Find numbers that bring the loss below 0.0001 within 100 steps, and keep it there.",
    rule: momentum,
    on: beale,
    start: [1, 1],
    steps: 100,
    below: 1e-4,
    given: { lambda: 0.001, alpha: 0.9 },
    solution: { lambda: 0.025, alpha: 0.8 },
    because:
      "With α = 0.9 the ball still swings after 100 steps, at most rates. A smaller share comes to rest sooner: two numbers to search, and not the rate alone.",
    hints: [
      "Go up in steps of about a half.",
      "A velocity that keeps less comes to rest sooner: try a smaller α.",
    ],
  }),
  choice: exercise.explain({
    title: "Monday morning",
    prompt:
      "You get a new network and two days. In three or four sentences: what do you run first, what do you search, and what do you report?",
    model:
      "I begin with a rule that works over a wide range of rates, such as Adam, to see that the network learns at all. Then I give SGD with momentum and Adam the same search over the rate and a schedule, and run the best of each with other seeds. The search looks at validation loss. I report the grid, the test loss on other seeds, and paired differences with their standard error; what is within three of them I call not told apart.",
    lookFor: {
      first: "First a rule that works over a wide range of rates.",
      search: "The same search for each rule, with several seeds.",
      report:
        "The report has the search and the errors of paired differences; a small difference is not told apart from luck.",
    },
    hints: ["Which rule's result hangs least on its rate?", "What tells a difference from luck?"],
  }),
};

/** The name under which notebooks and progress files of before know these exercises. */
export const formerName = "practice";
