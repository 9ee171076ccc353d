import { exercise, nesterov, prose, ravine, type StepOf } from "fall-line/library";

type Names = ["m", "lambda" | "alpha"];

/** Steps that look ahead with a velocity of this step; `join` makes the velocity from α·m, λ·g ahead, α and that velocity. */
function lookAheadWithTheNew(
  join: (kept: number, ahead: number, alpha: number, fresh: number) => number,
): StepOf<Names[0], Names[1]> {
  return ({ w, m, g, gradient }, { lambda, alpha }) => {
    const fresh = m.map((old, i) => alpha * old - lambda * g[i]);
    const ahead = gradient(w.map((x, i) => x + alpha * fresh[i]));
    const velocity = m.map((old, i) => join(alpha * old, lambda * ahead[i], alpha, fresh[i]));
    return { w: w.map((x, i) => x + velocity[i]), m: velocity };
  };
}

/** The predictions of the lesson on Nesterov momentum in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  factor: exercise.foresee({
    title: "How much lower?",
    prompt:
      "Both have taken 50 steps, with the same rate and the same momentum. By what factor is the pink ball's loss the smaller one?",
    options: {
      two: { text: "About 2.", reason: "The swings die out step by step, so the difference multiplies." },
      twenty: {
        text: "About 20.",
        reason: "More: the pink ball has all but stopped swinging across the valley.",
      },
      more: {
        text: "More than 100.",
        reason: "About 190: it has all but stopped swinging across the valley.",
        right: true,
      },
    },
    hides: "outcome",
    hints: ["Compare how much the two swing across the valley."],
  }),
  ends: exercise.foresee({
    title: "Green or blue?",
    prompt: "Step 2 on the ravine: which arrow ends nearer to the valley floor, y = 0?",
    options: {
      green: {
        text: "Green, Nesterov's.",
        reason: "The jump carries it past the floor, and the slope there pushes it back in the same step.",
        right: true,
      },
      blue: {
        text: "Blue, that of standard momentum.",
        reason:
          "It takes the slope at the start, which pushes on towards the far wall, and then jumps as well.",
      },
      both: {
        text: "Both end at the same place.",
        reason: "The jump is the same; the slopes are taken at two places.",
      },
    },
    explanation: prose`
      Brown and red add up to green: check it in the table. Green ends nearer to the floor. Blue took the full slope at the start, then
      jumped as if nothing had happened. Red points *up* already: at the end of the jump the ball is past the floor, and the
      correction brings it back in the same step.
    `,
    hides: "outcome",
    hints: ["Where does each of them take its slope, and which way does that push?"],
  }),
  kept: exercise.predict({
    title: "What is kept of the velocity?",
    prompt:
      "α = 0.9. In the ravine λ·h is 0.03 along the valley and 0.6 across it. How much of the velocity is kept in each?",
    fields: {
      along: { label: "along the valley", answer: 0.873, within: 0.005 },
      across: { label: "across it", answer: 0.36, within: 0.005 },
    },
    because: "α·(1 − λ·h): 0.9·0.97 = 0.873 along, and 0.9·0.4 = 0.36 across.",
    explanation: prose`
      Along the valley nearly nothing is lost; across it the ball has little memory, and so little swing. Nesterov keeps momentum
      where it is wanted and drops it where it hurts, **without being told which direction is which**.
    `,
    hints: ["Put the two values of λ·h into α·(1 − λ·h)."],
  }),
  limit: exercise.foresee({
    title: "Where is its limit?",
    prompt: "Plain descent bears λ·h up to 2, momentum with α = 0.9 up to 3.8. And Nesterov with α = 0.9?",
    options: {
      above: {
        text: "More than 3.8.",
        reason: "It calms what is steep, but only up to λ·h = 1. Beyond, it overdoes it.",
      },
      between: {
        text: "Between 2 and 3.8.",
        reason: "Less: beyond λ·h = 1 it corrects too much, and the more so the larger α is.",
      },
      below: {
        text: "Less than 2.",
        reason:
          "About 1.36. Looking ahead along too long a jump, it sees too steep a wall, and corrects too much.",
        right: true,
      },
    },
    explanation: prose`
      Put $\alpha\,(1 - \lambda h)$ into momentum's limit, $\lambda h < 2 + 2\alpha\,(1 - \lambda h)$, and solve for $\lambda h$:

      $$ \lambda h < \frac{2 + 2\alpha}{1 + 2\alpha} $$

      For $\alpha = 0.9$ that is about 1.36: *below* plain descent. Looking ahead along a jump that is too long, the ball
      sees a wall that is too steep, and corrects too much. So when you change from momentum to Nesterov, you may have to lower
      $\lambda$.
    `,
    hides: "outcome",
    hints: ["What is 1 − λ·h for λ·h above 1?"],
  }),
  equal: exercise.foresee({
    title: "Four rows of numbers",
    prompt:
      "Row 1: slide 8's x. Row 2: the point that slide 8 will look at next. Row 3: what Keras stores. Row 4: what PyTorch stores. Which rows are equal?",
    options: {
      first: {
        text: "1, 3 and 4.",
        reason: "The libraries take their gradient at what they store. So that is the look-ahead point.",
      },
      last: {
        text: "2, 3 and 4.",
        reason: "The libraries store the look-ahead point and call it w.",
        right: true,
      },
      none: { text: "No two of them.", reason: "They are the same walk, seen from two places." },
    },
    explanation: prose`
      The same walk, seen from elsewhere: the library stands one jump ahead. Near the end, where the velocity is small, the two
      are close together.
    `,
    hints: ["Where does a library take its gradient?"],
  }),
  cut: exercise.foresee({
    title: "When the rate is cut",
    prompt:
      "At step 3 the rate falls to a tenth. Slide 8 and Keras keep each gradient's own rate in the velocity; PyTorch multiplies its whole memory by today's rate. Which rows are still equal at step 3?",
    options: {
      all: {
        text: "2, 3 and 4 still.",
        reason: "PyTorch scales down what it remembers too, at once. The two others do not.",
      },
      two: {
        text: "2 and 3.",
        reason: "PyTorch parts from them: it scales down what it remembers, at once.",
        right: true,
      },
      none: {
        text: "None.",
        reason: "Keras's form is slide 8's with another name for the place, whatever the rate does.",
      },
    },
    explanation: prose`
      PyTorch parts from the two others. After a cut, slide 8 and Keras still carry the velocity of the old, larger rate; PyTorch
      scales its memory down at once. Neither is wrong. But if your numbers and a library's agree until the rate changes, you know
      now where to look.

      The deck prints the original form only, and does not say that the libraries ship other ones.
    `,
    hints: ["In which of them does an old gradient keep the rate that it came with?"],
  }),
  once: exercise.predict({
    title: "λ·h = 1",
    prompt:
      "In a direction with λ·h = 1 exactly: how many steps does Nesterov need to the bottom, for any α?",
    fields: { steps: { label: "steps", answer: 1, within: 0 } },
    because:
      "The share kept is α·(1 − 1) = 0, and the first step, like plain descent's, has the factor 1 − λ·h = 0. It lands, and stays.",
    hints: ["How much of the velocity is kept there?", "What does plain descent do at λ·h = 1?"],
  }),
  second: exercise.predict({
    title: "The second step",
    prompt:
      "On f = x² from x = 1, with λ = 0.1 and α = 0.9, step 1 ends at x = 0.8 with m = −0.2. Where is the look-ahead point of step 2, and where does step 2 end?",
    fields: {
      ahead: { label: "look-ahead point", answer: 0.62, within: 0.0005 },
      x: { label: "x after step 2", answer: 0.496, within: 0.0005 },
    },
    because:
      "The jump is 0.9·(−0.2) = −0.18, so it looks at 0.62, where the gradient is 1.24. Then m = −0.18 − 0.124 = −0.304 and x = 0.496.",
    hints: [
      "The look-ahead point is where the kept share of the velocity alone would carry it.",
      "x + α·m = 0.8 + 0.9·(−0.2).",
    ],
  }),
  brake: exercise.foresee({
    title: "Who brakes first?",
    prompt:
      "Both balls roll into the far wall of the ravine at the same speed. Which of the two feels the wall first?",
    options: {
      plain: {
        text: "The one with plain momentum.",
        reason: "It asks for the slope where it stands, and there the wall has not begun.",
      },
      ahead: {
        text: "The one with Nesterov's.",
        reason: "It asks for the slope where the jump will land, which is on the wall already.",
        right: true,
      },
      both: {
        text: "Both at the same step.",
        reason: "They ask at different places: one where it stands, the other one jump ahead.",
      },
    },
    explanation: prose`
      At the look-ahead point the slope is gentler than where the ball stands, since that point lies further down. So the push is
      weaker, and the ball starts to hold back *before* it arrives. Beyond the bottom, the slope ahead already points back.
    `,
    hints: ["At which point does each of them take its gradient?"],
  }),
  place: exercise.choose({
    title: "Where is the gradient taken?",
    prompt: "At which point does slide 8 take the gradient?",
    options: {
      here: { text: "At w.", reason: "That is plain momentum." },
      ahead: {
        text: "At w + α·m, with the velocity of the step before.",
        reason: "First the jump, then the slope where it lands, then the correction.",
        right: true,
      },
      whole: {
        text: "At w + m, without α.",
        reason: "Only the share α of the velocity is kept, so that is how far the jump goes.",
      },
      rate: {
        text: "At w + λ·m.",
        reason: "The velocity holds the rate already; the jump is the kept share of it.",
      },
    },
    hints: ["Which part of the next step is known before any gradient is?"],
  }),
  rule: exercise.write<Names[0], Names[1]>({
    title: "Write the Nesterov update",
    prompt: "Look ahead, take the gradient there with gradient(ahead), then the velocity, then the step.",
    rule: nesterov,
    solution: ({ w, m, gradient }, { lambda, alpha }) => {
      const ahead = w.map((x, i) => x + alpha * m[i]);
      const g = gradient(ahead);
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + velocity[i]), m: velocity };
    },
    misconceptions: [
      { what: "the gradient is taken at w and not ahead, which is plain momentum", gradientAt: "w" },
      { what: "it looks ahead by the whole velocity and not by its kept share", gradientAt: "w + m" },
      {
        id: "looks ahead with the new velocity",
        what: "it looks ahead with a velocity that holds the gradient at w already",
        step: lookAheadWithTheNew((kept, ahead) => kept - ahead),
        lines: ["n = α·m − λ·(gradient at w)", "g = gradient at w + α·n", "m = α·m − λ·g", "w = w + m"],
      },
      {
        id: "velocity made twice",
        what: "the velocity is made anew twice in a step, with the gradient at w and with the one ahead",
        step: lookAheadWithTheNew((_, ahead, alpha, fresh) => alpha * fresh - ahead),
        lines: ["m = α·m − λ·(gradient at w)", "g = gradient at w + α·m", "m = α·m − λ·g", "w = w + m"],
      },
    ],
    hints: [
      "Three lines: the look-ahead point, the velocity with the gradient there, the step.",
      "The look-ahead point is w + α·m, coordinate by coordinate, with the old m.",
      "const g = gradient(ahead); the rest is momentum.",
    ],
  }),
  jump: exercise.findTheBug<Names[0], Names[1]>({
    title: "A jump too far",
    prompt: "This looks ahead, and yet it is not slide 8. Mend it.",
    rule: nesterov,
    given: ({ w, m, gradient }, { lambda, alpha }) => {
      const g = gradient(w.map((x, i) => x + alpha * m[i]));
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + alpha * m[i] + velocity[i]), m: velocity };
    },
    solution: ({ w, m, gradient }, { lambda, alpha }) => {
      const g = gradient(w.map((x, i) => x + alpha * m[i]));
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      return { w: w.map((x, i) => x + velocity[i]), m: velocity };
    },
    because: "The jump was made twice: the new velocity holds α·m already.",
    hints: ["What is in the new velocity already?", "w moves by the new velocity and nothing else."],
  }),
  tuned: exercise.tune({
    title: "Below 0.001 in 20 steps",
    prompt:
      "Find λ and α that bring the loss in the ravine below 0.001 within 20 steps of Nesterov momentum, and keep it there.",
    rule: nesterov,
    on: ravine,
    start: [-8, 1.5],
    steps: 20,
    below: 0.001,
    given: { lambda: 0.1, alpha: 0.9 },
    solution: { lambda: 0.5, alpha: 0.7 },
    because:
      "At λ = 0.5 the steep direction, of curvature 2, is at rest after each step (1 − λ·h = 0), so all that is left is to choose α for the flat one.",
    hints: [
      "In the steep direction, curvature 2, what does λ = 0.5 do?",
      "Keep λ = 0.5 and try α between 0.6 and 0.8.",
    ],
  }),
  libraries: exercise.explain({
    title: "Why does PyTorch's code look different?",
    prompt:
      "A library takes the gradient at w and still calls it Nesterov. In two or three sentences: how can that be the same rule?",
    model:
      "It stores the look-ahead point and calls that w. The gradient at its w is then the gradient ahead. While the rate stays the same, its w is what slide 8 calls w + α·m, step by step.",
    lookFor: {
      stored: "What is stored there is the look-ahead point.",
      same: "The gradient at its w is the gradient ahead.",
      rate: "They are the same while the rate stays the same.",
    },
    hints: ["What if the number that is stored is another point than slide 8's w?"],
  }),
};
