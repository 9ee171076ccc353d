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
  quarter: exercise.choose({
    title: "A quarter of the rate",
    prompt:
      "Plain descent with noisy gradients and a small rate hops about at the bottom of a bowl. The rate becomes a quarter of what it was. And the mean loss, in the long run?",
    recalls: "gradient-descent/noise",
    options: {
      same: {
        text: "It stays: the noise is the same.",
        reason: "The noise is. But a kick is the rate times the noise.",
      },
      quarter: {
        text: "It is about a quarter.",
        reason: "Each kick is a sixteenth as high, and takes four times as long to fade.",
        right: true,
      },
      sixteenth: {
        text: "It is about a sixteenth.",
        reason: "So high is one kick. But kicks fade four times as slowly now, so more of them are left.",
      },
    },
    hints: ["How high is a kick, and how long does it take to fade?"],
  }),
  side: exercise.predict({
    title: "What a step leaves",
    prompt: "Along a direction λ·h = 1.75. By which number does a step of plain descent multiply the error?",
    recalls: "gradient-descent/factors",
    fields: {
      factor: {
        label: "factor",
        answer: -0.75,
        within: 0.0005,
        by: "1 − λh",
        slips: [
          { gives: 0.5625, when: "the factor of the loss is given, (1 − λ·h)², and not that of the error" },
          { gives: 2 - 1.75, when: "what is missing to the limit, λ·h = 2, is given" },
        ],
      },
    },
    given: { λh: 1.75 },
    because:
      "It is 1 − λ·h. The ball lands on the other side, three quarters as far away: it comes closer, as it does for every λ·h below 2.",
    hints: ["The slope is h times the error. Subtract λ times the slope."],
  }),
  along: exercise.foresee({
    title: "Along the valley",
    prompt:
      "Along the valley the heavy ball's swings take 44 steps to become a tenth as wide. How many do the pink ball's take?",
    options: {
      few: {
        text: "About 5.",
        reason: "That is its gain across the valley. Along it the wall is far less steep.",
      },
      half: {
        text: "About 15.",
        reason: "For that a step would have to leave 0.86 of the swing. The slope changes too little for it.",
      },
      some: {
        text: "About 35.",
        reason: "34 steps instead of 44. A step leaves 0.934 of the swing, where momentum leaves 0.949.",
        right: true,
      },
      same: { text: "44 too.", reason: "There is a slope along the valley too, if a gentle one." },
    },
    explanation: prose`
      Read the table downwards: what is left of the swings.

      Across the valley the pink ball is calm almost at once: a step leaves 0.6 of its swing, where momentum leaves 0.949. Along
      the valley a step leaves 0.934. So across it takes 5 steps where momentum takes 44; along, 34 for 44, a quarter fewer. The gain
      is *where the valley is steep*.

      The loss at a single step says little. At step 49 the heavy ball's is 4,700 times the pink one's, at step 44 twice: at step 49
      the pink ball happens to pass the bottom. So we compare what is left of the swings.
    `,
    hides: "outcome",
    hints: ["Looking ahead helps where the slope changes much on the way. Does it, along the valley?"],
  }),
  second: exercise.predict({
    title: "The second step",
    prompt:
      "On f = x², with λ = 0.1 and α = 0.9, step 1 ends at x = 0.8 with m = −0.2. Where is the look-ahead point of step 2, and where does it end?",
    fields: {
      ahead: {
        label: "look-ahead point",
        answer: 0.62,
        within: 0.0005,
        by: "0.8 + α·m",
        slips: [
          { gives: 0.8 - 0.18 - 0.16, when: "the whole step of momentum is made" },
          { gives: 0.8 - 0.16, when: "it follows the slope, and not the velocity" },
        ],
      },
      x: {
        label: "x after step 2",
        answer: 0.496,
        within: 0.0005,
        by: "0.8 + α·m − λ·2·ahead",
        slips: [
          { gives: 0.8 - 0.18 - 0.16, when: "the gradient is taken at x, and not ahead" },
          { gives: 0.62 - 0.1 * 0.62 ** 2, when: "the height x² is taken for the slope, which is 2x" },
          { gives: 0.8 - 0.16, when: "a step of plain descent is made" },
          { gives: 0.46 - 0.1 * 2 * 0.46, when: "the whole step of momentum is made" },
          { gives: 0.62 - 0.18 - 0.124, when: "the step starts from the look-ahead point" },
        ],
      },
    },
    given: { λ: 0.1, α: 0.9, m: -0.2 },
    because:
      "The jump is 0.9·(−0.2) = −0.18, so it looks at 0.62, where the slope is 1.24. Then m = −0.18 − 0.124 = −0.304, and momentum's is −0.34.",
    hints: [
      "The look-ahead point is where the kept share of the velocity alone would carry it.",
      "x + α·m = 0.8 + 0.9·(−0.2).",
    ],
  }),
  red: exercise.foresee({
    title: "Which way does the correction push?",
    prompt:
      "Before step 2 the ball is at y = 0.6 with the velocity −0.9, and α = 0.9. The floor is at y = 0. Which way does the correction push it, across the valley?",
    options: {
      on: {
        text: "On, towards the floor.",
        reason: "So does the slope where the ball stands. But red is taken where the jump lands.",
      },
      back: {
        text: "Back, away from the far wall.",
        reason: "The jump is −0.81: it lands at −0.21, on the far side, and there the slope pushes back.",
        right: true,
      },
      none: {
        text: "Neither way: it is nearly 0.",
        reason: "It would be if the jump landed on the floor. It lands at −0.21.",
      },
    },
    explanation: prose`
      Brown and red add up to green. Brown lands beyond the floor, so red points back already, while the ball itself still stands on
      the near side. (The first table has the numbers.)

      Blue took the slope where the ball stands, which pushes *on*, and then jumped as well. The second table follows both balls across
      the valley: momentum gets its first push back in step 3, Nesterov in step 2. It brakes one step earlier, and the green arrow
      (Nesterov's new velocity) ends nearer to the floor than the blue one.
    `,
    hides: "outcome",
    hints: ["Where does the jump α·m land?"],
  }),
  limit: exercise.foresee({
    title: "Where is its limit?",
    prompt: "Plain descent bears λ·h up to 2, momentum with α = 0.9 up to 3.8. And Nesterov with α = 0.9?",
    options: {
      above: {
        text: "More than 3.8.",
        reason: "It calms what is steep, up to a point: beyond λ·h = 1 what is kept has the wrong sign.",
      },
      between: {
        text: "Between 2 and 3.8.",
        reason: "Beyond λ·h = 1 what is kept has the wrong sign, and that lowers the limit further.",
      },
      below: {
        text: "Less than 2.",
        reason:
          "Up to about λ·h = 1.36; the picture, 100 steps each, has h = 1. Beyond λ·h = 1 the share that is kept, α·(1 − λ·h), is negative, and the more so the larger α is.",
        right: true,
      },
    },
    explanation: prose`
      Put $\alpha\,(1 - \lambda h)$ into momentum's limit, $\lambda h < 2 + 2\alpha\,(1 - \lambda h)$, and solve for $\lambda h$:

      $$ \lambda h < \frac{2 + 2\alpha}{1 + 2\alpha} $$

      For $\alpha = 0.9$ that is about 1.36: *below* plain descent. Past the bottom and still on its way out, the ball
      looks further out, where the slope is much larger than where it stands; the correction throws it back, past the bottom and too
      far. So when you change from momentum to Nesterov, you may have to lower $\lambda$.
    `,
    hides: "outcome",
    hints: ["What is 1 − λ·h for λ·h above 1?"],
  }),
  best: exercise.foresee({
    title: "Both at their best",
    prompt:
      "The ravine has h₁ = 0.1 and hₙ = 2. At its best momentum needs 5 steps for one more correct digit, and plain descent 23. And Nesterov?",
    options: {
      fewer: {
        text: "About 3.",
        reason:
          "For that a step would have to leave only 0.46 of the error. Its lower limit keeps its best rate small.",
      },
      same: {
        text: "5 too.",
        reason: "Momentum's best rate is 1.34 here, Nesterov's only half of that.",
      },
      more: {
        text: "About 8.",
        reason:
          "With Nesterov's best pair, the star, a step leaves 0.744 of the error; with momentum's, 0.635.",
        right: true,
      },
      plain: {
        text: "23, like plain descent.",
        reason: "Its rate is smaller than that of plain descent, but along the valley it keeps its velocity.",
      },
    },
    explanation: prose`
      At the best pairs the factors per step are $(\sqrt{Q}-1)/(\sqrt{Q}+1)$ for momentum and $1 - 2/\sqrt{3Q+1}$ for Nesterov: 0.635 and
      0.744. On a very narrow bowl Nesterov needs about 1.7 times as many steps, $\sqrt{3}$.

      So on a bowl, perfectly tuned, Nesterov is not the faster one *in the long run*. With $\alpha = 0.9$ it is the calmer one while $\lambda h$ stays
      below about 1.3 in the steepest direction, as at the top of this lesson; from 1.36 on it runs away where momentum still comes home.
      Which serves a network better, a bowl cannot say.

      On Nesterov's map the red border leans left: the more momentum, the smaller the largest rate. On momentum's it leans right.
    `,
    hints: ["What is √(3Q + 1) for Q = 20? And how large is the rate that each may use?"],
  }),
  bent: exercise.foresee({
    title: "A bowl that bends",
    prompt:
      "Along x the curvature is 25, then 1, then 25 again. Start (3.3, 5); each rule has the λ and α that are best for bowls of curvature 1 to 25. What does momentum do in the long run?",
    options: {
      sooner: {
        text: "It arrives at the lowest point, sooner than Nesterov.",
        reason:
          "So it would on a bowl. Here the curvature changes under the ball, just when it counts on it.",
      },
      later: {
        text: "It arrives at the lowest point, later than Nesterov.",
        reason: "Nesterov arrives. Momentum does not.",
      },
      round: {
        text: "It goes round and round and never arrives.",
        reason: "Three places, one after the other, for ever.",
        right: true,
      },
      away: {
        text: "It runs away, further and further.",
        reason: "Its λ is below the limit for every curvature up to 25. Far out it is brought back.",
      },
    },
    explanation: prose`
      Along $x$ momentum visits −1.80, 2.12 and 0.65, again and again, all where the curvature is 25. On ground of curvature
      25 this pair leaves two thirds of a deviation in each step, in the long run, as on a bowl: a ball that is a little off the round
      comes back to it. So it goes on **for ever**.

      Is it one unlucky start? We tried 4001, from $x = -10$ to 10: one in ten leads into the round. Nesterov at its best pair, and plain
      descent at its best rate, come home from all of them; so does momentum with nine tenths of its $\lambda$.

      A best pair is computed for bowls, and promises nothing beyond them.
    `,
    hides: "outcome",
    hints: ["Where does a ball get its speed, and where would it be braked? Is it ever on the gentle part?"],
  }),
  flatter: exercise.foresee({
    title: "Ever flatter",
    prompt:
      "From step 100 to step 1000 plain descent's loss falls to a tenth. And that of Nesterov with the constant α = 0.9?",
    options: {
      tenth: {
        text: "To a tenth, too.",
        reason: "In the flat directions, which are left, momentum is a tenfold rate and no more.",
        right: true,
      },
      hundredth: {
        text: "To a hundredth.",
        reason: "That is the promise, and it asks for an α that grows.",
      },
      thousandth: {
        text: "To a thousandth.",
        reason: "No promise goes so far, and no such luck is in these directions.",
      },
    },
    explanation: prose`
      What is left of the loss lies in flat directions. There a ball with constant $\alpha$ has its terminal speed, and moves as plain descent
      would with the rate $\lambda/(1 - \alpha)$: ten times as far, and then $1/t$ again. With 0.99 it would be a hundred times. So **no constant
      $\alpha$, the slide's 0.9 neither, has the promise** of $1/t^2$; growing, it has, as the last column shows.

      Where the smallest curvature is known, and not so small, a constant $\alpha$ does better still: on a bowl the best pair shrinks
      the error, in the long run, by the same factor in every step.
    `,
    hints: ["What is momentum 0.9 on a slope that hardly changes (lesson 03)?"],
  }),
  equal: exercise.foresee({
    title: "Four rows of numbers",
    prompt:
      "Four rows with the numbers of four steps: slide 8's x (row 1), its x + α·m (row 2), what Keras stores (row 3), what PyTorch stores (row 4). Which rows are equal?",
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
      The library stores *the look-ahead point itself* and calls it $w$.

      With $a = w + \alpha m$ for it, and $w'$, $m'$ for what comes after the step, $w' = w + m'$ and
      $m' = \alpha m - \lambda g$, so

      $$ a' = w' + \alpha m' = w + \alpha m - \lambda g + \alpha m' = a - \lambda g + \alpha m' $$

      which is the library's line. The same walk, seen from one jump ahead. Near the end, where the velocity is small, the two are
      close together.
    `,
    hints: ["Where does a library take its gradient?"],
  }),
  cut: exercise.foresee({
    title: "When the rate is cut",
    prompt:
      "Keras remembers m = α·m − λ·g. PyTorch remembers b = α·b + g, and its step is −λ·(g + α·b). At a constant rate both take the same steps. At step 3 the rate falls to a tenth. Who takes the longer step 3?",
    options: {
      keras: {
        text: "Keras.",
        reason: "Its velocity was made with the old, larger rate, and nine tenths of it are kept.",
        right: true,
      },
      torch: {
        text: "PyTorch.",
        reason: "Its memory is the larger number. But the whole of it is multiplied by the new, small rate.",
      },
      same: {
        text: "Both the same.",
        reason: "So it was while the rate stayed the same. What they remember is not the same thing.",
      },
    },
    explanation: prose`
      Rows 2 and 3 are still equal, and PyTorch parts from them. After a cut, slide 8 and Keras still carry the velocity of the old,
      larger rate; PyTorch scales down at once all that it remembers. Neither is wrong. But if your numbers and a library's agree until
      the rate changes, you know now where to look.

      The deck prints the original form only, and does not say that the libraries ship other ones.
    `,
    hints: ["In which of them does an old gradient keep the rate that it came with?"],
  }),
  moving: exercise.predict({
    title: "λ·h = 1",
    prompt:
      "In a direction with λ·h = 1 and its bottom at 0 a ball is at x = 1, with m = 0.5. Where is it after one step of Nesterov's rule with α = 0.9, and after two?",
    fields: {
      one: {
        label: "x after one step",
        answer: 0,
        within: 0,
        read: { of: "x", after: 1 },
        slips: [
          { gives: 1 + 0.45 - 1, when: "the gradient is taken at x, and not ahead" },
          { gives: 1.5, when: "the whole velocity is added, and no correction" },
          { gives: 0.5, when: "the whole velocity is kept, and the gradient is taken at x" },
          { gives: 1.45, when: "the jump is made, and not its correction" },
        ],
      },
      two: {
        label: "x after two",
        answer: 0,
        within: 0,
        read: { of: "x", after: 2 },
        slips: [
          { gives: -0.495, when: "the gradient is taken at x, and not ahead" },
          { gives: 1.855, when: "both jumps are made, and no correction" },
          { gives: -0.9, when: "in step 2 the jump is made, and not its correction" },
          {
            gives: 0.9 * 0.5,
            when: "in step 2 the velocity is held to be 0.5 still, and the gradient is taken at x",
          },
          { gives: -0.5, when: "the whole velocity is kept, and the gradient is taken at x" },
        ],
      },
    },
    given: { α: 0.9 },
    run: { from: { x: 1, m: 0.5 }, lines: { ahead: "x + α·m", m: "α·m − ahead", x: "x + m" } },
    because:
      "Ahead, at 1.45, λ times the slope is 1.45, so m = 0.45 − 1.45 = −1. In step 2 the jump is −0.9 and the correction 0.9: it stays, whatever α is.",
    hints: [
      "Where does the jump α·m land?",
      "λ times the slope is λ·h times the place ahead, so the place itself.",
    ],
  }),
  place: exercise.choose({
    title: "One gradient a step",
    prompt: "Which of these is true of slide 8?",
    options: {
      here: {
        text: "It takes two gradients a step: one where the ball stands and one ahead.",
        reason: "The one where it stands is used nowhere. A step costs what momentum's costs.",
      },
      ahead: {
        text: "It takes one gradient a step, where the kept share of the velocity alone would carry the ball.",
        reason: "That is w + α·m with the velocity of the step before.",
        right: true,
      },
      whole: {
        text: "It takes one gradient a step, where the ball would be if it lost no speed.",
        reason: "That would be w + m. Only the share α is kept, so that is how far the jump goes.",
      },
      rate: {
        text: "It takes one gradient a step, where the step is going to end.",
        reason: "The step ends at w + α·m − λ·g. Nobody knows that place before the gradient.",
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
  colleague: exercise.findTheBug<Names[0], Names[1]>({
    title: "A colleague's Nesterov",
    prompt:
      "The point that is stored is one jump ahead, and g is the gradient there. This is not the rule. Mend it.",
    rule: nesterov,
    given: ({ w, m, g }, { lambda, alpha }) => {
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      const jump = velocity.map((v) => alpha * v);
      return { w: w.map((x, i) => x + velocity[i] + jump[i]), m: velocity };
    },
    solution: ({ w, m, g }, { lambda, alpha }) => {
      const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
      const jump = velocity.map((v) => alpha * v);
      return { w: w.map((x, i) => x - lambda * g[i] + jump[i]), m: velocity };
    },
    because:
      "w is one jump ahead already, and the velocity holds that jump, α·m, again. What is new is −λ·g and the next jump.",
    hints: [
      "w is one jump ahead already. What does the velocity hold of that jump?",
      "Compare with the library's line for w: which part of the velocity does it use?",
    ],
  }),
  tuned: exercise.tune({
    title: "Below 0.005 in 20 steps",
    prompt:
      "Find λ and α that bring the loss in the ravine below 0.005 within 20 steps of Nesterov momentum, and keep it there.",
    rule: nesterov,
    on: ravine,
    start: [-8, 1.5],
    steps: 20,
    below: 0.005,
    given: { lambda: 0.1, alpha: 0.9 },
    solution: { lambda: 0.5, alpha: 0.7 },
    because:
      "At λ = 0.5 the steep direction is at rest after each step (1 − λ·h = 0). What is left is to choose α for the flat one: critical damping there, α = 0.634, is enough.",
    hints: [
      "In the steep direction, curvature 2, what does λ = 0.5 do?",
      "Keep λ = 0.5 and try α between 0.6 and 0.75.",
    ],
  }),
  libraries: exercise.explain({
    title: "Why does PyTorch's code look different?",
    prompt:
      "PyTorch takes the gradient at w and still calls it Nesterov. In two or three sentences: how can that be the same rule?",
    model:
      "It stores the look-ahead point and calls that w. The gradient at its w is then the gradient ahead. While the rate stays the same, its w is what slide 8 calls w + α·m, step by step.",
    lookFor: {
      stored: "What is stored there is the look-ahead point.",
      same: "The gradient at its w is the gradient ahead.",
      rate: "They are the same while the rate stays the same.",
    },
    hints: ["What if the number that is stored is another point than slide 8's w?"],
  }),
  lines: exercise.order({
    title: "Nesterov, line by line",
    prompt: "Put the lines of Nesterov's rule in order. What does not belong stays out.",
    rule: nesterov,
    wrong: {
      here: {
        line: "g = w",
        what: "the gradient is taken where the ball stands, which is momentum",
      },
      twice: {
        line: "w = w + alpha*m",
        what: "the jump is made, and not only looked at",
      },
    },
    because:
      "The gradient is taken where the jump of the old velocity lands, so before the velocity changes. Then the velocity, then the step.",
    hints: ["At which place is the gradient taken? Which velocity leads there?", "Which line needs g?"],
  }),
};

/** The names under which notebooks and progress files of before know exercises. */
export const formerExercises = { jump: "colleague" } as const;

/** A question that plain descent answered too. */
export const retiredExercises = {
  arrival: "At rest the rule is plain descent; nesterov/moving asks it of a ball that moves.",
} as const;
