import { rosenbrock } from "../../objectives/surfaces.ts";
import { momentum } from "../../rules/momentum.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Exercises of the lesson on practice. */
export const practiceExercises = defineExercises("practice", {
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
    prompt: "Momentum on Rosenbrock's valley. Find numbers that bring the loss below 0.01 within 100 steps.",
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
    hints: ["Which rule's result hangs least on its rate?", "What tells a difference from luck?"],
  }),
});
