import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Predictions of the lesson on RMSProp, in the order in which it asks them. */
export const rmspropGuesses = defineExercises("rmsprop", {
  blue: exercise.foresee({
    title: "The blue ball's step",
    prompt:
      "At step 50 the blue ball's slope along y is about 112. With λ = 0.2 and a κ of more than 3440²: is its step longer or shorter than 0.01?",
    options: {
      longer: { text: "Longer.", reason: "0.2·112/3440 would be 0.0065, and κ has grown since." },
      shorter: {
        text: "Shorter.",
        reason: "0.2·112/3440 is 0.0065, and κ has grown since.",
        right: true,
      },
    },
    hints: ["The step is λ·g/√κ, and √κ is more than 3440."],
  }),
  pencil: exercise.predict({
    title: "Step 1 with a pencil",
    prompt:
      "f = x² from x = 1, where the slope is 2; λ = 0.1 and ζ = 0.9. What is κ after the first step, and where does the ball land? (The root of 0.4 is about 0.632.)",
    fields: {
      kappa: { label: "κ", answer: 0.4, within: 0.005 },
      x: { label: "x", answer: 0.684, within: 0.005 },
    },
    because: "κ = 0.9·0 + 0.1·2² = 0.4. The step is 0.1·2/0.632 = 0.316.",
    hints: ["The old average is 0, and the new square counts a tenth.", "x = 1 − 0.1·2/√κ."],
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
    hints: ["With α = 0.9 a gradient ten steps back still counted about a third."],
  }),
  forgotten: exercise.foresee({
    title: "The cliff, forgotten",
    prompt:
      "After the cliff κ = 297. After how many steps does what is left of it, 297·0.99ⁿ, weigh less than the gentle slope's 1?",
    options: {
      sixty: { text: "About 60.", reason: "Sixty steps leave more than half of it." },
      sixHundred: { text: "About 600.", reason: "ln 297 is 5.7, so it takes 5.7 memories.", right: true },
      sixThousand: {
        text: "About 6000.",
        reason: "By then nothing is left that a computer could tell from 0.",
      },
      never: { text: "Never.", reason: "That was AdaGrad. This average leaks." },
    },
    hints: ["In 100 steps it falls to about a third. How often can 297 be divided by three?"],
  }),
  jump: exercise.predict({
    title: "The first step",
    prompt: "With ζ = 0.99, how many times λ is the first step?",
    fields: { times: { label: "times λ", answer: 10, within: 0.2 } },
    because: "κ is 0.01·g², and its root is 0.1·|g|. Divided by that, the slope makes a step of 10λ.",
    hints: ["What is κ after one step, as a share of g²?", "And the root of that share?"],
  }),
  batches: exercise.predict({
    title: "Ten batches",
    prompt:
      "The slopes are 0.1 nine times, then −0.9 once. In steps of λ, how far does the weight move in ten batches with ζ = 0? About how far with ζ = 0.99? (A step against the slope: a positive slope moves it down.)",
    fields: {
      signs: { label: "with ζ = 0", answer: -8, within: 0.1 },
      slow: { label: "with ζ = 0.99", answer: 0, within: 0.2 },
    },
    because:
      "With signs alone, nine steps go one way and one the other. With a slow leak all ten are divided by about the same number, and cancel.",
    hints: ["With ζ = 0 every step has the length λ.", "Do the ten slopes add up to anything?"],
  }),
  rest: exercise.foresee({
    title: "At rest?",
    prompt: "RMSProp divides by the size of the slopes. Where is the ball after 400 steps?",
    options: {
      minimum: { text: "At 0, at rest.", reason: "It gets there, and it does not stay." },
      near: {
        text: "At a small distance from 0.",
        reason: "It hops from one side to the other, about half of λ away.",
        right: true,
      },
      far: { text: "Far away.", reason: "It is thrown out now and then, but never far." },
    },
    hints: ["Near 0 the slopes vanish. What does κ do then, and the rate?"],
  }),
  longer: exercise.foresee({
    title: "A longer memory",
    prompt: "Does ζ = 0.99, ten times the memory, cure it?",
    options: {
      cured: { text: "Yes.", reason: "κ leaks away all the same, ten times as slowly." },
      later: {
        text: "No, it takes longer.",
        reason: "κ needs ten times as long to leak away; then the rate passes the limit as before.",
        right: true,
      },
    },
    hints: ["Does κ still leak away when the slopes vanish?"],
  }),
  halved: exercise.foresee({
    title: "Half the rate",
    prompt: "λ = 0.1 is halved every 100 steps. How wide are the hops at the end of each hundred?",
    options: {
      same: { text: "As wide as before.", reason: "They end at ±λ/2, and λ has changed." },
      half: { text: "Half as wide each time.", reason: "They end at ±λ/2.", right: true },
      quarter: { text: "A quarter as wide each time.", reason: "That is the loss, the square of the width." },
    },
    hints: ["At a constant rate the hops end at ±λ/2."],
  }),
});
