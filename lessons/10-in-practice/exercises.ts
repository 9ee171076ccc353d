import { beale, exercise, momentum, prose } from "fall-line/library";
import { diagnosis } from "./diagnoses.ts";

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
          { gives: 0.6 / 9, when: "it divides by 9, and not by the root of 9" },
          { gives: 2.4, when: "it is plain descent" },
        ],
      },
    },
    because: "κ is 9 · 16, whose root is 12: the step is 0.6 · 4/12. The size of the slope cancels.",
    hints: ["What is κ after nine slopes of 4?"],
  }),
  pairs: exercise.foresee({
    title: "How many pairs?",
    prompt:
      "Of the 15 pairs of rules, how many are told apart by their test losses in these ten repetitions?",
    options: {
      most: {
        text: "12 or more.",
        reason: "Six means are seldom equal; but the draws differ by more than the rules.",
      },
      half: { text: "6 to 11.", reason: "Fewer: most differences are smaller than their intervals." },
      few: { text: "5 or fewer.", reason: "Four.", right: true },
    },
    explanation: prose`
      Behind each ± stands half the 99 % interval of the mean. The intervals of two rules may overlap, and the two be told apart all the
      same: their differences are **paired**, and pictures that are hard for both drop out.

      "Not told apart" is not "equal": more repetitions may tell. And of 15 pairs of rules that are alike, one is told apart by luck about
      once in seven such tables at most.
    `,
    hints: ["Each rule had the same search. What is left to differ?"],
  }),
  blocks: exercise.foresee({
    title: "Four more tens",
    prompt: "Four pairs were told apart. What becomes of these four in the other blocks of ten?",
    options: {
      all: {
        text: "All four are told apart in every block.",
        reason: "Two are, and two are not: ten repetitions are few.",
      },
      some: {
        text: "Some of the four in every block, the others not.",
        reason:
          "Nesterov and Adam end below AdaGrad in all five blocks. The two pairs with momentum come and go.",
        right: true,
      },
      turned: {
        text: "One of them turns: it is told apart the other way round.",
        reason: "That never happened here, with any pair.",
      },
    },
    explanation: prose`
      Ten repetitions tell 4, 6, 8, 8 and 7 pairs apart, all fifty together 12. So "not told apart" was often a lack of repetitions. And no pair is
      told apart one way in one block and the other way in another.

      What holds in all five: Nesterov's mean is the lowest and Adam's the next, and both end below AdaGrad. It is said of these 16 tries.
    `,
    hints: ["What is luck in a table of 15 pairs, and what would be there again?"],
  }),
  splits: exercise.foresee({
    title: "One split",
    prompt:
      "Ten seeds on one split, and that on five splits: on how many of the five are AdaGrad and Nesterov told apart, as in every block?",
    options: {
      few: {
        text: "On one or two.",
        reason: "On more: the difference is larger than the luck of the pictures.",
      },
      most: {
        text: "On three or four.",
        reason: "On more: the difference is larger than the luck of the pictures.",
      },
      all: {
        text: "On all five.",
        reason: "On each AdaGrad ends above Nesterov, by 0.07 to 0.09. So it is not the luck of one split.",
        right: true,
      },
    },
    explanation: prose`
      What *one* row says is another matter. Ten seeds on one split share their pictures, those to learn from and those to be tested with; so its
      ± holds the luck of weights and order, and none of the pictures. By split 1 Nesterov's mean lies between 0.268 and 0.325; splits
      2 and 4 have means below that (their own ± reach into it).

      Only what is drawn anew is in an interval. Here the seeds' luck is the larger; on another task, or with fewer pictures to test with, it may be
      the split's.
    `,
    hints: ["Seeds change the first weights and the order. What do they leave as it is?"],
  }),
  defaults: exercise.foresee({
    title: "No search",
    prompt:
      "Adam at its default, η = 0.001, for 100 steps. How high is its mean test loss, against Adam's after the search?",
    options: {
      same: {
        text: "About as high, within a tenth of it.",
        reason: "So it is for RMSProp, whose default is among the best rates here.",
      },
      somewhat: {
        text: "Higher, less than twice as high.",
        reason: "More: 100 steps of 0.001 are too short a way.",
      },
      twice: {
        text: "More than twice as high.",
        reason: "More than six times. A default is somebody else's rate, for another task and more steps.",
        right: true,
      },
    },
    explanation: prose`
      Only RMSProp's default, 0.01, is near the best rates of this task. Five of six rules lose far more by not being searched than by any
      choice of the rule: the six searched means lie between 0.28 and 0.40.
    `,
    hints: ["How far can Adam go in 100 steps of about 0.001 each?"],
  }),
  runA: diagnosis(
    "A",
    "low",
    "Both fall in a line that is nearly straight, and are falling still. With sixty times the rate training ends at 0.03 in place of 1.84. That the curves lie together says that nothing has been learned by heart yet.",
  ),
  runB: diagnosis(
    "B",
    "few",
    "Training goes to 0, and validation turns up while it does. It has learned 40 pictures by heart. With 150 it ends at 0.53 in place of 1.03, and turns up less. What helps: more pictures, or to stop where validation is lowest.",
  ),
  runC: diagnosis(
    "C",
    "plateau",
    "Both are level at a guess, 2.30, for thirty steps, and then they fall. Its first weights are a hundredth of the usual ones. So the hidden neurons say nearly nothing, the slopes are small, as beside a saddle (lesson 01), and it takes time until they grow. With the usual weights it falls at once, at the same rate.",
  ),
  runD: diagnosis(
    "D",
    "bug",
    "Training falls, and validation never gets below a guess, 2.30. Each picture has the label of the next: a list has slipped by a line. Where a network over-fits, validation falls first. What helps: look at ten pictures with their labels before you train.",
  ),
  runE: diagnosis(
    "E",
    "warm",
    "It climbs to 3.8 within two steps, and then falls as it should. RMSProp's first step is up to ten times λ long in each weight (lesson 06). With a rate that grows over 20 steps it does not climb. Both end alike here: a small network comes back.",
  ),
  runF: diagnosis(
    "F",
    "high",
    "It is thrown to more than six times its start, and ends above it. The step is longer than the valley is wide (lesson 02). With a tenth of the rate it falls. Run E climbed too, and came back by itself.",
  ),
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

      That is knowledge to choose by. Of wild units one is rid by standardizing (lesson 02). Where features are rare, take a rule that scales each slope by
      a size of its own; how much that helps hangs on how the valley lies.
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
        text: "Both ran with the library's defaults, which many people use, ten times.",
        reason:
          "Defaults are good for some problem, not for this one; the new rule's were perhaps chosen on it.",
      },
      tuned: {
        text: "The new rule's rate was tuned; Adam had its usual 0.001.",
        reason: "Then the search is compared, not the rule.",
      },
      same: {
        text: "Each was searched as the other was; their differences in ten more draws.",
        reason: "Same search, same draws, and ten differences, whose interval tells them from luck.",
        right: true,
      },
      best: {
        text: "The best of twenty runs is shown for each.",
        reason: "The best of many is luck twice over: it says nothing of the run that you will get.",
      },
    },
    hints: ["What was done for the one that was not done for the other?"],
  }),
  holds: exercise.choose({
    title: "What a ± holds",
    prompt:
      "Each repetition of the lesson drew its split, its first weights and its order anew, and searched anew. Which luck is in none of its intervals?",
    options: {
      weights: {
        text: "That of the first weights.",
        reason: "Each repetition had its own: that luck is in.",
      },
      pictures: {
        text: "That of the 300 pictures that are learned from.",
        reason: "Each repetition drew its own: that luck is in. With one split for all it would not be.",
      },
      search: {
        text: "That of the rate that the search chose.",
        reason: "Each repetition searched anew, by its own validation part: that luck is in.",
      },
      writers: {
        text: "That of the 13 people who wrote.",
        reason:
          "They are the same in all repetitions: what a fourteenth hand would give, no interval here says.",
        right: true,
      },
    },
    hints: ["What was never drawn?"],
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
      "I begin with a rule that works over a wide range of rates, such as Adam, to see that the network learns at all. Then I give SGD with momentum and Adam the same search over the rate and a schedule, and repeat all of it with other splits and seeds. The search looks at validation loss. I report the grid, the test loss of each repetition, and paired differences with their interval; where that holds 0 I call the two not told apart.",
    lookFor: {
      first: "First a rule that works over a wide range of rates.",
      search: "The same search for each rule, repeated on other splits and seeds.",
      report:
        "The report has the search and the intervals of paired differences; a small difference is not told apart from luck.",
    },
    hints: ["Which rule's result hangs least on its rate?", "What tells a difference from luck?"],
  }),
};

/** The name under which notebooks and progress files of before know these exercises. */
export const formerName = "practice";

export const retiredExercises = {
  closer: "What it said was luck in landing was luck in the rate.",
  rare: "Its flowers, split once, could not carry the answer.",
} as const;
