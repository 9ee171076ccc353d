import { beale, dampedNewton, exercise, himmelblau, newton, prose } from "fall-line/library";

const entry = { from: -3, to: 3 };

/** The predictions of the lesson on second-order methods in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  measured: exercise.predict({
    title: "Seven and one",
    prompt: "The slopes are 7, 1, 7, 1 for ever, and η = 0.1. How long is Adam's mean step in the long run?",
    recalls: "adam/moments",
    fields: {
      length: {
        label: "length",
        answer: 0.08,
        within: 0.001,
        by: "η·m/√((7² + 1²)/2)",
        slips: [
          { gives: 0.1, when: "all slopes are alike" },
          { gives: 0.4 / 3, when: "the deviation divides, not the root of the second moment" },
          { gives: 0.075, when: "the deviation is divided by the mean" },
          { gives: 0.06, when: "the deviation, 3, is taken for the mean" },
          { gives: 0.4 / 7, when: "the largest slope divides" },
          { gives: 0.8 / 5, when: "the slopes are added up, and not averaged" },
          { gives: 0.1 * 0.8 ** 2, when: "the ratio of mean and root is squared" },
        ],
      },
    },
    given: { η: 0.1, m: 4 },
    because: "The mean is 4; the mean of the squares 49 and 1 is 25, and its root 5. So the step is η · 4/5.",
    hints: ["The mean of the slopes, divided by the root of the mean of their squares."],
  }),
  atOne: exercise.predict({
    title: "From rest",
    prompt:
      "Nesterov's rule on f = 2·x² from x = 3 at rest, with α = 0.7. With which λ does it come to the bottom in one step, and stay there?",
    recalls: "nesterov/moving",
    fields: {
      lambda: {
        label: "λ",
        answer: 0.25,
        within: 0.0005,
        by: "1/h",
        slips: [
          { gives: 0.5, when: "the factor before x² is taken for the curvature, which is twice that" },
          { gives: 0.5, when: "the limit is taken, 2 over the curvature" },
          { gives: 0.7 * 0.25, when: "λ is scaled by α" },
          { gives: 0.25 / 0.7, when: "λ is divided by α" },
          { gives: 0.25 / 0.3, when: "λ is divided by 1 − α" },
          { gives: 1 / 8, when: "the curvature is doubled once too often: it is 4" },
          { gives: 0.3 * 0.25, when: "λ is scaled by 1 − α" },
          { gives: 4, when: "the curvature itself is given" },
          { gives: 1 / 12, when: "1 is divided by the slope at x = 3" },
          { gives: 0.25 / 1.7, when: "λ is divided by 1 + α" },
          { gives: 0.3, when: "1 − α is given" },
          { gives: 3.4 / 4, when: "momentum's limit, (2 + 2α)/h, is taken" },
        ],
      },
    },
    given: { h: 4 },
    because:
      "At λ·h = 1, and h is 4 here. The jump that follows carries the ball away, and the correction brings it back exactly.",
    hints: ["Step 1 has no velocity: it is a step of plain descent.", "What is the curvature of 2·x²?"],
  }),
  four: exercise.predict({
    title: "Four numbers",
    prompt:
      "The slope in x is 2x + y, the slope in y is x + 4y. By how much does each change when x grows by 1? And when y grows by 1?",
    fields: {
      xx: {
        label: "slope in x as x grows",
        answer: 2,
        within: 0,
        slips: [
          { gives: 1, when: "the factor of y is taken, and it is x that grows" },
          { gives: 3, when: "x and y both grow by 1" },
          { gives: 4, when: "the factor is doubled, as that of a square" },
          { gives: 1, when: "the factor is halved" },
        ],
      },
      yx: {
        label: "slope in y as x grows",
        answer: 1,
        within: 0,
        slips: [
          { gives: 4, when: "the factor of y is taken, and it is x that grows" },
          { gives: 5, when: "x and y both grow by 1" },
          { gives: 0, when: "the slope in y is held to be the same for every x" },
        ],
      },
      xy: {
        label: "slope in x as y grows",
        answer: 1,
        within: 0,
        slips: [
          { gives: 2, when: "the factor of x is taken, and it is y that grows" },
          { gives: 3, when: "x and y both grow by 1" },
          { gives: 0, when: "the slope in x is held to be the same for every y" },
        ],
      },
      yy: {
        label: "slope in y as y grows",
        answer: 4,
        within: 0,
        slips: [
          { gives: 1, when: "the factor of x is taken, and it is y that grows" },
          { gives: 5, when: "x and y both grow by 1" },
          { gives: 8, when: "the factor is doubled, as that of a square" },
          { gives: 2, when: "the factor is halved" },
        ],
      },
    },
    because: "They are the factors of x and y in the two slopes. The two mixed ones are equal.",
    explanation: prose`
      This table is the **Hessian** $H$, the second derivatives. On the diagonal stand the curvatures along $x$ and $y$. Off it
      stands how the two directions are coupled: the two numbers there are equal, so the table is symmetric.

      On the ravine $x$ and $y$ are not coupled, and the diagonal holds the two curvatures that you know: 0.1 and 2. In a tilted
      valley one first turns the axes until the coupling is gone; what then stands on the diagonal are the **eigenvalues**, the
      curvatures $h_1 \le h_2$ of the surface itself.
    `,
    hints: ["Put x + 1 in the place of x. What is added to each slope?"],
  }),
  product: exercise.predict({
    title: "The gradient a step away",
    prompt:
      "With the table of the four numbers, for the slopes 2x + y and x + 4y: at (3, 1) the gradient is (7, 7). Move by s = (1, −1). What is the gradient at (4, 0)?",
    fields: {
      x: {
        label: "slope in x",
        answer: 8,
        within: 0,
        by: "7 + 2·u + v",
        slips: [
          { gives: 6, when: "the change is subtracted" },
          { gives: 1, when: "the change alone is given" },
          { gives: 1, when: "s itself is given" },
          { gives: 7, when: "the gradient is multiplied by s, number by number" },
          { gives: -1, when: "the change alone is given, with its sign turned round" },
          { gives: 7 + 2, when: "the change of y is left out: 7 + 2" },
        ],
      },
      y: {
        label: "slope in y",
        answer: 4,
        within: 0,
        by: "7 + u + 4·v",
        slips: [
          { gives: 10, when: "the change is subtracted" },
          { gives: -3, when: "the change alone is given" },
          { gives: -1, when: "s itself is given" },
          { gives: -7, when: "the gradient is multiplied by s, number by number" },
          { gives: 7 - 1, when: "s itself is added, and not H·s" },
          { gives: 4 * 0, when: "x is left out of the slope in y" },
          { gives: 3, when: "the change alone is given, with its sign turned round" },
          { gives: 7 - 4, when: "the change of x is left out: 7 − 4" },
        ],
      },
    },
    given: { u: 1, v: -1 },
    slips: [
      { taken: { u: 2, v: -2 }, when: "two such moves are made" },
      { taken: { v: 1 }, when: "the minus in s is lost" },
    ],
    because: "H·s = (2·1 − 1, 1·1 − 4) = (1, −3), and (7, 7) + (1, −3) = (8, 4).",
    explanation: prose`
      So one can ask the other way round: which move brings the gradient to 0? That is what Newton's method does.
    `,
    hints: ["H·s is the change of the gradient.", "Its first number is 2·1 + 1·(−1)."],
  }),
  digits: exercise.predict({
    title: "How many digits?",
    prompt:
      "Newton's first three steps on x⁴ − 3x³ + 2 leave the errors 0.25, 0.042 and 0.0015: about 0.6, 1.4 and 2.8 correct digits. How many after four steps? After five?",
    fields: {
      four: {
        label: "digits after step 4",
        answer: 5.7,
        within: 0.5,
        by: "2·2.8",
        slips: [
          { gives: 4.2, when: "as many digits come as in the step before" },
          { gives: 2.8 ** 2, when: "the number of digits is squared: it is the error that is" },
          { gives: 0.0015 ** 2, when: "the error is given, and not its digits" },
          { gives: 10 ** -5.7, when: "the error is given, and not its digits" },
          { gives: 2.8 + 1, when: "each step adds one digit" },
        ],
      },
      five: {
        label: "digits after step 5",
        answer: 11.5,
        within: 1,
        by: "2·four",
        slips: [
          { gives: 5.6, when: "as many digits come as in the step before" },
          { gives: 8.4, when: "as many digits come as in step 4" },
          { gives: 0.0015 ** 4, when: "the error is given, and not its digits" },
          { gives: 10 ** -11.5, when: "the error is given, and not its digits" },
          { gives: 2.8 ** 4, when: "the number of digits is squared: it is the error that is" },
          { gives: 16, when: "numbers of a computer are held to end it: they have 16 digits" },
          { gives: 2.8 + 2, when: "each step adds one digit" },
          { gives: 4 * 5.6, when: "it is doubled twice" },
        ],
      },
    },
    because:
      "The number of correct digits doubles: near the minimum each error is about the square of the last.",
    explanation: prose`
      The number of correct digits about *doubles* at each step: near the minimum the error is squared. This is called
      **quadratic convergence**, and no rule of lessons 02 to 07 has it.

      So, what is nice: no hyperparameters, and fast convergence. Both come with a condition, and it hides in the word *near*.
    `,
    hints: ["What does each step do to the number of digits?"],
  }),
  solved: exercise.place({
    title: "Newton on Beale",
    prompt:
      "At (1, 1) the gradient is (0, 27.75), the Hessian's rows are (0, 27.75) and (27.75, 68.5). Solve H·p = g, and press where the step ends: (1, 1) − p.",
    on: beale,
    view: [
      [-1, 2],
      [-1, 2],
    ],
    ball: { rule: newton, start: [1, 1], steps: 1, hyper: {}, name: "one step" },
    asks: "both",
    within: 0.15,
    right: "it goes sideways, along x",
    wrong: {
      down: {
        at: { x: 1, y: 0 },
        within: 0.7,
        what: "it goes down in y",
        reason:
          "So does the gradient. But the curvature in that direction is not the one that H·p = g asks for.",
      },
    },
    because: "The first row says 27.75·p₂ = 0, so p₂ = 0. Then the second says 27.75·p₁ = 27.75: p = (1, 0).",
    explanation: prose`
      $p = (1, 0)$: the step goes sideways, lands exactly on $(0, 1)$ and stays there. The loss has not changed in any digit. The
      point is a **saddle**: the slope is zero, and the surface rises one way and falls the other.
    `,
    hints: ["The first row: 0·p₁ + 27.75·p₂ = 0. What is p₂?", "The second row then gives p₁."],
  }),
  bill: exercise.predict({
    title: "The bill",
    prompt:
      "100 million parameters. How many numbers stand in the Hessian? How many petabytes is that, at 8 bytes a number (a petabyte is 10¹⁵ bytes)? Solving takes about n³/3 operations: how many years, at 10¹⁵ a second?",
    fields: {
      entries: {
        label: "numbers",
        answer: 1e16,
        within: 1e15,
        by: "n²",
        slips: [
          { gives: 10 ^ 16, when: "10^16 is written in code, where ^ is no power" },
          {
            gives: 5e15,
            when: "each entry above the diagonal is counted for two, as the table is symmetric",
          },
          { gives: 1e10, when: "the square of 100 million is taken for 100² million" },
          { gives: 1e12, when: "the square of a million is taken" },
        ],
      },
      petabytes: {
        label: "petabytes",
        answer: 80,
        within: 8,
        by: "entries·8/10^15",
        slips: [
          { gives: 40, when: "a number is taken for 4 bytes" },
          { gives: 80_000, when: "terabytes are given, and not petabytes" },
          { gives: 8e16, when: "bytes are given, and not petabytes" },
        ],
      },
      years: {
        label: "years for one step",
        answer: 10.6,
        within: 3,
        by: "n³/3/(10^15·3.15·10^7)",
        slips: [
          { gives: 1e24 / 3 / 1e15, when: "seconds are given, and not years" },
          { gives: 1e24 / 3 / 1e15 / 3600, when: "hours are given, and not years" },
          { gives: 1e24 / 3 / 1e15 / 86400, when: "days are given, and not years" },
          { gives: 1e24 / 3 / 1e15 / 60, when: "minutes are given, and not years" },
        ],
      },
    },
    given: { n: 1e8 },
    because:
      "n² = 10¹⁶. Eight bytes each make 80 petabytes. n³/3 is 3.3·10²³, and a year has 3.2·10⁷ seconds.",
    explanation: prose`
      $10^{16}$ numbers, 80 petabytes, $3 \cdot 10^{23}$ operations: ten years, for *one* step. And the Hessian changes at each.
    `,
    hints: [
      "Write 10⁹ as 1e9.",
      "100 million is 10⁸; the table has n rows of n numbers.",
      "A year has about 3·10⁷ seconds.",
    ],
  }),
  pairs: exercise.predict({
    title: "The bill of L-BFGS",
    prompt:
      "L-BFGS keeps ten pairs: a move s and the change y of the gradient, each with a number for every parameter. With 100 million parameters: how many times as many numbers does the Hessian hold?",
    fields: {
      times: {
        label: "times as many",
        answer: 5e6,
        within: 1e5,
        by: "n²/(20·n)",
        slips: [
          { gives: 1e7, when: "only one of each pair is counted" },
          { gives: 5e7, when: "one pair is counted, and not ten" },
          { gives: 1e8, when: "the numbers of one gradient are taken for those of L-BFGS" },
          { gives: 1e15, when: "L-BFGS is taken to keep ten numbers in all" },
          {
            gives: 2.5e6,
            when: "each entry above the diagonal is counted for two, as the table is symmetric",
          },
          { gives: 2e9, when: "the numbers of L-BFGS are given" },
          { gives: 5, when: "it is given in millions" },
          { gives: 1e6, when: "10² is taken for 2·10" },
        ],
      },
    },
    given: { n: 1e8 },
    because: "Ten pairs are 20 numbers a parameter: 2·10⁹. The Hessian has 10¹⁶.",
    explanation: prose`
      Those of L-BFGS are 16 gigabytes, which one machine can hold. In Rosenbrock's valley it takes about twice the steps of
      damped Newton, and no Hessian at all. (In two dimensions ten pairs are more than enough to know the curvature; in a valley of ten
      dimensions it is about three times. That they serve among many parameters is experience.) Plain descent needs about 17,000 steps, at
      nearly the largest rate it bears. For small and middling problems with exact gradients L-BFGS is the method of choice to this day.

      In deep learning it is rare: gradients there are noisy, and the *difference* of two gradients from different batches is
      nearly all noise.
    `,
    hints: ["How many numbers does one pair hold for each parameter?", "n² over 20·n."],
  }),
  quartic: exercise.predict({
    title: "One step on x⁴",
    prompt: "f = x⁴, from x = 3. Where does one Newton step end?",
    fields: {
      x: {
        label: "x after step 1",
        answer: 2,
        within: 0.0005,
        by: "3 − g/h",
        slips: [
          { gives: 4 / 3, when: "two steps are made" },
          { gives: 0, when: "the step is held to land at the minimum, as it does on a bowl" },
        ],
      },
    },
    given: { g: 4 * 3 ** 3, h: 12 * 3 ** 2 },
    slips: [
      {
        taken: { g: 3 ** 4, h: 4 * 3 ** 3 },
        when: "f is divided by f′, as in the search for a root",
      },
      { taken: { g: 3 ** 4 }, when: "the height 3⁴ is taken for the slope 4·3³" },
      { taken: { g: 3 ** 3 }, when: "the 4 of the slope 4x³ is forgotten" },
      { taken: { h: 4 * 3 ** 2 }, when: "the curvature is taken for 4x²" },
      { taken: { h: 12 * 3 ** 3 }, when: "the curvature is taken for 12x³" },
      { taken: { h: 3 ** 2 }, when: "the 12 of the curvature 12x² is forgotten" },
      { taken: { h: 12 }, when: "the x² of the curvature 12x² is forgotten" },
    ],
    because:
      "The step is 4x³/(12x²) = x/3, so a third of the way, every time. The curvature at the minimum is 0: the digits do not double, however near it is.",
    hints: ["In one dimension the step is the slope divided by the curvature.", "f′ = 4x³ and f″ = 12x²."],
  }),
  between: exercise.place({
    title: "Where does it end?",
    prompt:
      "Pure Newton on Himmelblau's surface from (0.5, 0.5), between the four minima. The Hessian there has the rows (−37, 4) and (4, −21). Press where it ends.",
    on: himmelblau,
    view: [
      [-5, 5],
      [-4.5, 4.5],
    ],
    ball: { rule: newton, start: [0.5, 0.5], steps: 6, hyper: {}, name: "Newton" },
    asks: "both",
    within: 0.8,
    right: "it ends on top of the hill",
    wrong: {
      minimum: {
        at: { x: 3, y: 2 },
        within: 1.2,
        what: "it ends in the nearest of the four minima",
        reason: "At the start both eigenvalues are negative, and the fitted surface is a dome.",
      },
    },
    because:
      "Both eigenvalues are negative at the start, about −38 and −20: it fits a dome, and the level place of that is its top.",
    explanation: prose`
      Uphill all the way, to the top of the hill between the minima, with quadratic convergence.

      The reason: a slope is divided by its curvature, and **where the curvature is negative, the sign flips**. On a hilltop the
      parabola is a dome, and its critical point is its top. At the start here both eigenvalues of $H$ are negative; at Beale's
      start one is.

      So look at the eigenvalues before you trust a Newton step.
    `,
    hides: "outcome",
    hints: ["Which sign have the eigenvalues there? Think of their sum, and of their product."],
  }),
  downhill: exercise.choose({
    title: "Always downhill?",
    prompt:
      "When is the direction of the Newton step downhill for certain, so that a short enough part of it lowers the loss?",
    options: {
      always: {
        text: "Always: it is a descent method.",
        reason: "Where the surface bends down, the step goes towards the flat place above.",
      },
      positive: {
        text: "Where all eigenvalues of H are above 0.",
        reason: "Then g·H⁻¹g is above 0. The whole step can still be too long, as on Rosenbrock.",
        right: true,
      },
      small: {
        text: "Where the gradient is small.",
        reason: "Near the top of a hill the gradient is small too.",
      },
      invertible: {
        text: "Where the Hessian H has an inverse.",
        reason: "On a saddle it can be inverted, and the step may go up.",
      },
    },
    hints: ["What is the sign of g·H⁻¹g?", "Think of a hill: which way is the flat place?"],
  }),
  pair: exercise.formula({
    title: "Two equations by hand",
    prompt:
      "The gradient is (g₁, g₂), the Hessian's rows are (a, b) and (b, c). Return the Newton step (p₁, p₂) as a list: a·p₁ + b·p₂ = g₁ and b·p₁ + c·p₂ = g₂.",
    formula: ["(c*g1 - b*g2)/(a*c - b^2)", "(a*g2 - b*g1)/(a*c - b^2)"],
    arguments: { g1: entry, g2: entry, a: entry, b: entry, c: entry },
    besides: [
      { g1: 0, g2: 27.75, a: 0, b: 27.75, c: 68.5 },
      { g1: 1, g2: 2, a: 0, b: 3, c: 0.5 },
      { g1: 7, g2: -9, a: 4, b: 0, c: 0.5 },
      { g1: -2, g2: 0, a: 3, b: 2, c: 0 },
      { g1: 1, g2: 3, a: -2, b: 0.5, c: -1 },
    ],
    solution: ({ g1, g2, a, b, c }) => {
      const determinant = a * c - b * b;
      return [(c * g1 - b * g2) / determinant, (a * g2 - b * g1) / determinant];
    },
    misconceptions: [
      { what: "each slope is divided by its own curvature, and b is not used", formula: ["g1/a", "g2/c"] },
      {
        what: "the gradient is multiplied by the Hessian and not by its inverse",
        formula: ["a*g1 + b*g2", "b*g1 + c*g2"],
      },
      {
        what: "it is not divided by the determinant a·c − b²",
        formula: ["c*g1 - b*g2", "a*g2 - b*g1"],
      },
    ],
    neighbours: [
      {
        what: "a goes with g₁ and c with g₂, and in the inverse they change places",
        formula: ["(a*g1 - b*g2)/(a*c - b^2)", "(c*g2 - b*g1)/(a*c - b^2)"],
      },
      {
        what: "b comes in with a plus where it should have a minus",
        formula: ["(c*g1 + b*g2)/(a*c - b^2)", "(a*g2 + b*g1)/(a*c - b^2)"],
      },
      {
        what: "the determinant is a·c + b², where it should be a·c − b²",
        formula: ["(c*g1 - b*g2)/(a*c + b^2)", "(a*g2 - b*g1)/(a*c + b^2)"],
      },
      {
        what: "the step has the other sign throughout",
        formula: ["-(c*g1 - b*g2)/(a*c - b^2)", "-(a*g2 - b*g1)/(a*c - b^2)"],
      },
    ],
    hints: [
      "Multiply the first equation by c, the second by b, and subtract: p2 is gone.",
      "Both have the divisor a·c − b².",
    ],
  }),
  rule: exercise.write({
    title: "Write the Newton update",
    prompt:
      "Given w, the gradient g and the Hessian H at w (a list of rows), return the next w. solve(H, g) solves H p = g.",
    rule: newton,
    solution: ({ w, g, H, solve }) => {
      const p = solve(H, g);
      return { w: w.map((x, i) => x - p[i]) };
    },
    misconceptions: [
      {
        id: "diagonal of H",
        what: "each coordinate is divided by its own second derivative, and the mixed ones are not used",
        step: ({ w, g, H }: { w: number[]; g: number[]; H: number[][] }) => ({
          w: w.map((x, i) => x - g[i] / H[i][i]),
        }),
      },
      {
        what: "the step goes the other way, away from the flat place: its sign is flipped",
        equations: { w: "w + p" },
      },
    ],
    hints: [
      "First the step p with H p = g, then w − p.",
      "Dividing by the diagonal of H is not enough: its other entries matter.",
    ],
  }),
  uphill: exercise.findTheBug({
    title: "Half of the Hessian",
    prompt: "On a bowl along the axes this is exact, and on a turned one it is not. Mend it.",
    rule: newton,
    given: ({ w, g, H }) => ({ w: w.map((x, i) => x - g[i] / H[i][i]) }),
    solution: ({ w, g, H, solve }) => {
      const p = solve(H, g);
      return { w: w.map((x, i) => x - p[i]) };
    },
    because:
      "It divided by the diagonal of the Hessian and left the mixed second derivatives out. It is right only where the axes are not coupled, b = 0.",
    hints: ["Which entries of H does it read?", "solve(H, g) uses all of them."],
  }),
  tuned: exercise.tune({
    title: "Out of the saddle's reach",
    prompt:
      "On Beale's surface pure Newton goes from (1, 1) to a saddle. Find a δ for the damped method that brings the loss below 0.000001 within 10 steps, and keeps it there.",
    rule: dampedNewton,
    on: beale,
    start: [1, 1],
    steps: 10,
    below: 1e-6,
    given: { delta: 10 },
    solution: { delta: 0.1 },
    because:
      "δ is the smallest curvature that is trusted. A large one makes every step short; a small one only turns the steps that would go uphill.",
    hints: [
      "With a large δ it is nearly plain descent.",
      "Make δ smaller until the steps are as long as Newton's.",
    ],
  }),
  cost: exercise.explain({
    title: "Why not always Newton?",
    prompt:
      "In two or three sentences: why is a network of a million weights not trained with Newton's method? And why is it wrong to say that one inverts the Hessian?",
    model:
      "Its Hessian has a million times a million entries: more than fits in memory, and solving with it takes a time that grows with the cube. And far from a minimum it points to saddles as gladly as to minima. Hence the methods that guess at curvature from gradients alone. And nobody inverts: one solves for the step, at a third of the work.",
    lookFor: {
      memory: "The Hessian has a million times a million entries.",
      time: "Solving with it takes a time that grows with the cube; nobody inverts it, which takes three times as long.",
      saddles: "Far from a minimum it points to saddles too.",
    },
    hints: ["How many numbers are in the Hessian of a million weights?"],
  }),
};

/** The name under which notebooks and progress files of before know these exercises. */
export const formerName = "newton";

/** Names by which notebooks and progress files of before know these exercises. */
export const formerExercises = { sideways: "solved", hilltop: "between" } as const;

/** Predictions that are made on a map now, one whose answer the lesson gives, and one that was a guess. */
export const retiredExercises = {
  remembered: "It was a guess; what ten pairs take is worked out now: second-order/pairs.",
  landing: "Its answer stood in the lesson's title; the lesson now says it.",
  beale: "It is asked on a map now: second-order/solved.",
  himmelblau: "It is asked on a map now: second-order/between.",
} as const;
