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
        by: "7/k − 1/k",
        slips: [
          { gives: 40, when: "each half takes as long as the first: so it is with exponential decay" },
          { gives: 140, when: "the first 20 are counted too" },
          { gives: 160, when: "the 1 in 1 + k·n is forgotten" },
          { gives: 80, when: "only the last of the halves is counted" },
          { gives: 100, when: "each half is taken to take 20 steps more than the one before" },
          { gives: Math.log(8) / 0.05, when: "exponential decay is counted, from the start" },
          { gives: Math.log(4) / 0.05, when: "exponential decay is counted, after the first half" },
          { gives: 60, when: "a quarter is taken for an eighth, from the start" },
          { gives: 7, when: "k·n is given, and not n" },
          { gives: 1 / 8 / 0.05, when: "1/8 is divided by k" },
        ],
      },
    },
    given: { k: 0.05 },
    because:
      "The rate is λ/(1 + kn) after n steps: an eighth at kn = 7, which is n = 140. Each halving takes twice as long as the one before.",
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
        by: "λ·g/√(9·g²)",
        slips: [
          { gives: 0.6, when: "κ holds the last square alone" },
          { gives: 0.6 / 9, when: "it divides by 9, and not by the root of 9" },
          { gives: 2.4 / 9, when: "λ·g is divided by 9, and not by the root of κ" },
          { gives: 0.6 / Math.sqrt(36), when: "λ alone is divided, by the root of nine slopes" },
          { gives: 0.6 / 2 ** 8, when: "each step is held to be half as long as the one before" },
        ],
      },
    },
    given: { λ: 0.6, g: 4 },
    because: "κ is 9 · 16, whose root is 12: the step is 0.6 · 4/12. The size of the slope cancels.",
    hints: ["What is κ after nine slopes of 4?"],
  }),
  pairs: exercise.foresee({
    title: "How many pairs?",
    prompt:
      "Two rules are told apart when 0 lies outside the 99 % interval of their ten differences (a solid line). Of the 15 pairs, how many are told apart?",
    options: {
      most: {
        text: "12 or more.",
        reason: "Six means are seldom equal; but the draws differ by more than the rules.",
      },
      half: { text: "6 to 11.", reason: "Fewer: most differences are smaller than their intervals." },
      few: { text: "5 or fewer.", reason: "Two: Nesterov from AdaGrad, and from momentum.", right: true },
    },
    explanation: prose`
      Behind each ± stands half the 99 % interval of the mean. The intervals of two rules may overlap, and the two be told apart all the
      same: their differences are **paired**, and pictures that are hard for both drop out.

      "Not told apart" is not "equal": more repetitions may tell. And luck alone may tell a pair apart: were all six rules alike, in up to
      15 of a hundred such tables, one for each pair.
    `,
    hints: ["Each rule had the same search. What is left to differ?"],
  }),
  blocks: exercise.foresee({
    title: "Four more tens",
    prompt: "Four more blocks of ten, all drawn anew. How many pairs does each tell apart, and which?",
    options: {
      none: {
        text: "None or one: those of the first block were luck.",
        reason: "They are there in every block, and more besides.",
      },
      others: {
        text: "About as many as in the first block, and in each block other ones.",
        reason: "Of luck that would be true. But the two of the first block are in every other, too.",
      },
      more: {
        text: "More than in the first block, and those of the first among them.",
        reason:
          "9, 9, 7 and 7 pairs of 15. Ten repetitions are few: the first ten missed what all others show.",
        right: true,
      },
    },
    explanation: prose`
      Look at the ring far to the right, the ninth repetition: there plain descent did well at none of its 16 rates. This one ring makes the interval
      of its block more than twice as wide, ± 0.18 in place of ± 0.07. (Without it the interval would still reach over 0, barely.) So look at the single
      numbers before you believe a mean.

      What holds in all five blocks: Nesterov's mean is the lowest and Adam's the next; momentum and AdaGrad end above Nesterov. All fifty together
      tell 13 pairs apart. "Not told apart" was a lack of repetitions.
    `,
    hints: ["What can one odd run do to an interval of ten?"],
  }),
  hundred: exercise.foresee({
    title: "One split, a hundred seeds",
    prompt:
      "A paper takes one split, searches each rule once, with one seed, and runs what it chose with a hundred other seeds: first weights and order. Its ± are tiny. Which luck is in them?",
    options: {
      order: {
        text: "That of first weights and order, and no other.",
        reason: "Only these were drawn anew. One search and one split are in all hundred runs.",
        right: true,
      },
      search: {
        text: "That of weights and order, and of the search: each rule had one.",
        reason: "One search is drawn once: had it chosen another rate, all hundred runs would be others.",
      },
      pictures: {
        text: "That of weights and order, and of the pictures: each run is tested with all of them.",
        reason: "With all of one split. Another split trains and tests with others, and no run has seen one.",
      },
      all: {
        text: "All of it: a hundred are enough for any luck.",
        reason: "A thousand runs with the same pictures say nothing about other pictures.",
      },
    },
    explanation: prose`
      On split 1 Nesterov has 0.312 ± 0.034, and with the same ten seeds on split 4 it has 0.261 ± 0.025: by the ten differences these two splits are
      told apart, and neither ± knows of it. **Only what is drawn anew is in an interval.**

      On each of the five splits AdaGrad ends above Nesterov, told apart, by 0.06 to 0.09: that does not hang on the pictures.
    `,
    hints: ["Go through what is drawn, and count how often each was drawn."],
  }),
  later: exercise.foresee({
    title: "Last after 25 steps",
    prompt: "Plain descent is last after 25 steps. Which rule is last after 400, in these ten repetitions?",
    options: {
      gd: {
        text: "Plain descent still, if nearer to the others.",
        reason: "What is slow at first need not end high. Its mean is the lowest now, by little.",
      },
      nesterov: {
        text: "Nesterov, which was first: it swings.",
        reason: "It ends in the middle, and is told apart from none.",
      },
      adagrad: {
        text: "AdaGrad, which was fourth.",
        reason: "Its steps have become short (lesson 05). It alone is told apart from plain descent.",
        right: true,
      },
    },
    explanation: prose`
      In every block AdaGrad's loss is below plain descent's after 25 steps, and the highest after 400. Which of the other five has the lowest mean is luck: no two of
      them are told apart here, and in other blocks other ones are first. A table at one budget says nothing about another.
    `,
    hints: ["Which rule's steps shrink for ever?"],
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
    "Both fall in a line that is nearly straight, and are falling still.",
    "With sixty times the rate training ends at 0.03 in place of 1.84.",
  ),
  runB: diagnosis(
    "B",
    "few",
    "Training goes to 0 while validation turns up: it has learned 40 pictures by heart.",
    "With 150 validation ends at 0.53 in place of 1.03. More pictures help, or to stop where validation is lowest.",
  ),
  runC: diagnosis(
    "C",
    "plateau",
    "Both are level for thirty steps, at 2.30, which is guessing among ten.",
    "Its first weights are a hundredth of the usual ones, so the slopes are small, as beside a saddle (lesson 01), until they have grown. With the usual weights it falls at once.",
  ),
  runD: diagnosis(
    "D",
    "bug",
    "Training falls; validation never gets below 2.30, which is guessing among ten. If it over-fitted, it would fall first.",
    "Each picture has the label of the next: a list has slipped by a line. Look at ten pictures with their labels before you train.",
  ),
  runE: diagnosis(
    "E",
    "warm",
    "It climbs to 4.0 within four steps, and then falls as it should.",
    "RMSProp's first step is up to ten times λ long in each weight (lesson 06). With a rate that grows over 20 steps it falls at once. Both end alike here: a small network comes back.",
  ),
  runF: diagnosis(
    "F",
    "high",
    "It is thrown to more than six times its start, and ends above it.",
    "The step is longer than the valley is wide (lesson 02). With a tenth of the rate it falls. Run E climbed too, and came back by itself.",
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
          "In u the slope is 10 times and the curvature 100 times as large, so the step is a tenth in u, and the same in x.",
        right: true,
      },
    },
    explanation: prose`
      Lesson 07 holds all the same: Adam scales each coordinate by itself, so the *shape* of the valley is
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
  overlap: exercise.choose({
    title: "Two intervals that overlap",
    prompt:
      "A paper searched its new rule as it searched Adam, in ten draws that both met. Test losses: new 0.30 ± 0.04, Adam 0.34 ± 0.04 (99 % intervals of the means). What follows?",
    options: {
      equal: {
        text: "The intervals overlap: the two are not told apart.",
        reason:
          "Each interval holds the luck of the draws, which both met alike. It drops out of the differences, and their interval may be far narrower.",
      },
      better: {
        text: "The new rule is better: its mean is lower.",
        reason: "The lower of two means is lower with two rules that are alike, too.",
      },
      differences: {
        text: "Neither yet: one has to see the ten differences.",
        reason:
          "If the new rule is lower by about 0.04 in each draw, it is told apart; if it is now higher, now lower, it is not. Both fit these two lines.",
        right: true,
      },
      more: {
        text: "Nothing: ten draws are too few to tell rules apart.",
        reason:
          "How many are needed hangs on how much the differences vary. Two pairs of this lesson needed no more, in any block.",
      },
    },
    hints: ["What is in both intervals, and in none of the differences?"],
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
  fair: "Its right option gave itself away.",
  holds: "The page to keep answered it.",
  splits: "The question before it answered it.",
  budget: "It asked for a product.",
} as const;
