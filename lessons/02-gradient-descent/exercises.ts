import { exercise, gradientDescent, prose, quadratic } from "fall-line/library";

/** The predictions of the lesson on gradient descent in the order in which it makes them, and the exercises at its end. */
export const exercises = {
  sideways: exercise.predict({
    title: "Off the ridge",
    prompt:
      "f = x² − y² has a saddle at (0, 0). A ball at (1, 0.001) takes a step with λ = 0.1. By which factor does its y change?",
    recalls: "motivation/saddle",
    fields: {
      factor: {
        label: "factor of y",
        answer: 1.2,
        within: 0.0005,
        by: "1 + 2·λ",
        slips: [
          { gives: 1.1, when: "the slope along y is taken for −y; it is −2y" },
          { gives: 0.001 * 1.2, when: "the new y is given, and not its factor" },
          { gives: 0.001 * 0.2, when: "the change of y is given, and not its factor" },
          { gives: 1 + 0.001 * 0.2, when: "the change of y is added to 1, and not divided by y" },
          { gives: 1 / 1.2, when: "the old y is divided by the new one" },
          { gives: 20, when: "the growth is given in per cent" },
          { gives: 1.44, when: "two steps are made" },
          { gives: 0.9, when: "the slope along y is taken for y; it is −2y" },
          { gives: 0.001 * 0.8, when: "the step goes towards the saddle, and the new y is given" },
        ],
      },
    },
    given: { λ: 0.1 },
    because:
      "The slope along y is −2y, and a step against it adds 0.1 · 2y, a fifth of y. Only from y = 0 does it stay.",
    hints: ["What is the slope along y? Against it means: which way?", "The new y is y − 0.1 · (−2y)."],
  }),
  steepest: exercise.choose({
    title: "Which way is down?",
    prompt: "On f = x² + 4·y² we stand at (2, 1). In which direction does the ground fall most steeply?",
    recalls: "motivation/arrow",
    options: {
      bottom: {
        text: "Straight towards the lowest point: twice as far along x as along y.",
        reason:
          "That is the way to the bottom, and another one. The slopes here are 4 along x and 8 along y.",
      },
      across: {
        text: "More along y: half as far along x as along y.",
        reason:
          "The gradient is (4, 8), and the ground falls most steeply against it: at a right angle to the contour.",
        right: true,
      },
      equal: {
        text: "As far along x as along y.",
        reason: "The two slopes would have to be equal. They are 4 and 8.",
      },
    },
    hints: ["Write down the two slopes at (2, 1): 2x, and 8y."],
  }),
  more: exercise.foresee({
    title: "A little more",
    prompt: "With λ = 0.97 the daring ball bounces, and arrives. What does it do with λ = 1.03?",
    options: {
      bounce: {
        text: "It bounces a little more, and arrives.",
        reason: "One would think so. But now each bounce is longer than the one before.",
      },
      runs: {
        text: "It runs away.",
        reason: "Each bounce is longer than the one before. Between 0.97 and 1.03 lies an edge.",
        right: true,
      },
      faster: {
        text: "It arrives sooner.",
        reason: "Along the valley it would. Across it, each bounce is now longer than the one before.",
      },
    },
    explanation: prose`
      At first the loss even falls, because the ball still comes along the valley. But each bounce is longer than the one before, and
      from step 7 on the loss is above where it began. Between 0.97 and 1.03 lies an edge. This lesson finds it with a pencil.
    `,
    hides: "outcome",
    hints: ["Does a bounce from wall to wall get shorter from step to step, or longer?"],
  }),
  byHand: exercise.predict({
    title: "Two steps with a pencil",
    prompt: "On f = x² from x = 1 with λ = 0.1: where are you after one step, and after two?",
    fields: {
      one: {
        label: "x after step 1",
        answer: 0.8,
        within: 0.0005,
        by: "1 − λ·2",
        slips: [
          { gives: 0.9, when: "x, or the height x², is taken for the slope, which is 2x" },
          { gives: 0.64, when: "one step more is made" },
          { gives: 1 - 0.1, when: "the slope is taken to be 1 in every step" },
          { gives: 1, when: "the start is counted as step 1" },
          { gives: 0.8 ** 2, when: "the height x² is given, and not x" },
          { gives: 0.2, when: "the way is given, and not the place" },
        ],
      },
      two: {
        label: "x after step 2",
        answer: 0.64,
        within: 0.0005,
        by: "one − λ·2·one",
        slips: [
          { gives: 0.6, when: "step 2 is taken with the slope of step 1" },
          { gives: 0.512, when: "one step more is made" },
          { gives: 0.81, when: "x is taken for the slope, which is 2x" },
          { gives: 1.44, when: "the steps go up the slope" },
          { gives: 0.8, when: "only one step is made" },
          { gives: 1 - 0.1 - 0.1, when: "the slope is taken to be 1 in every step" },
          { gives: 0.9 - 0.1 * 0.9 ** 2, when: "the height x² is taken for the slope, which is 2x" },
          { gives: 0.64 ** 2, when: "the height x² is given, and not x" },
          {
            gives: 0.8 - 0.1 * 0.8 ** 2,
            when: "in step 2 the height x² is taken for the slope, which is 2x",
          },
          { gives: 1 - 0.64, when: "the way is given, and not the place" },
        ],
      },
    },
    given: { λ: 0.1 },
    because: "The slope at 1 is 2, so the step is 0.2. At 0.8 the slope is 1.6, and the step 0.16.",
    explanation: prose`
      From 1 to 0.8 to 0.64: each step leaves four fifths of what was there. So the steps get shorter by themselves as the slope does.
      And ten steps need no loop: $0.8^{10}$ is left, about 0.107.
    `,
    hints: [
      "The slope of x² at x is 2x.",
      "Step 1: 1 − 0.1·2. For step 2 take the slope where you are then.",
    ],
  }),
  factors: exercise.foresee({
    title: "Five rates",
    prompt:
      "With h = 1, take λ = 0.5, 1, 1.5, 2 and 2.5. With which does the ball come ever closer to the bottom, or land on it?",
    options: {
      half: { text: "With 0.5 only.", reason: "With 1 it lands on it, in one step: the factor is 0." },
      one: {
        text: "With 0.5 and 1.",
        reason: "With 1.5 it comes closer too: it overshoots each time, by half as much as before.",
      },
      three: {
        text: "With 0.5, 1 and 1.5.",
        reason:
          "Their factors are 0.5, 0 and −0.5: each leaves less than there was. With 1 it takes one step.",
        right: true,
      },
      four: {
        text: "With all but 2.5.",
        reason: "At 2 the factor is −1: from side to side for ever.",
      },
    },
    explanation: prose`
      - $\lambda h < 1$: it comes down on one side.
      - $\lambda h = 1$: the bottom in one step.
      - $1 < \lambda h < 2$: it overshoots each time, by less each time.
      - $\lambda h = 2$: from side to side for ever.
      - $\lambda h > 2$: further away at every step.

      So gradient descent is **stable**, that is, it comes closer instead of running away, exactly when
      $\lambda h < 2$ (for $\lambda, h > 0$): when $\lambda$ is below the limit

      $$ \frac{2}{h} $$
    `,
    hints: [
      "Work out 1 − λ·h for each of the five.",
      "When does x shrink if it is multiplied again and again?",
    ],
  }),
  limit: exercise.predict({
    title: "The limit of the ravine",
    prompt:
      "The ravine is f = 0.05·x² + y². What are its curvatures along x and along y, and what is the limit for λ?",
    fields: {
      h1: {
        label: "curvature along x",
        answer: 0.1,
        within: 0.0005,
        by: "2·0.05",
        slips: [
          { gives: 0.05, when: "the factor before x² is taken for the curvature, which is twice that" },
        ],
      },
      h2: {
        label: "curvature along y",
        answer: 2,
        within: 0.0005,
        by: "2·1",
        slips: [{ gives: 1, when: "the factor before y² is taken for the curvature, which is twice that" }],
      },
      limit: {
        label: "limit for λ",
        answer: 1,
        within: 0.0005,
        by: "2/h2",
        slips: [
          { gives: 10, when: "1 is divided by the smaller curvature" },
          { gives: 40, when: "2 is divided by the factor before x²" },
          { gives: 2 / 2.1, when: "the curvatures are added up: 2/(h₁ + h₂) is the best rate" },
          { gives: 1 / 2.1, when: "1 is divided by both curvatures together" },
          { gives: 2 / 1.05, when: "2 is divided by the mean of the two curvatures" },
          { gives: 3.8 / 2, when: "momentum's limit with α = 0.9 is taken" },
        ],
      },
    },
    because:
      "0.05·x² is ½·0.1·x², and y² is ½·2·y². The larger one sets the limit, 2/2 = 1: the λ of the path.",
    explanation: prose`
      The steep direction sets the limit, here $\lambda < 1$: that is the edge. And the flat direction pays. At the limit, its factor
      is still $1 - 0.1$: it loses a tenth per step, and less with a smaller rate.
    `,
    hides: "outcome",
    hints: ["Write each half as ½·h·x².", "Which of the two directions gives the smaller limit 2/h?"],
  }),
  digit: exercise.foresee({
    title: "Steps for one more digit",
    prompt: "At Q = 20 and the best rate: about how many steps make the error ten times smaller?",
    options: {
      few: { text: "About 5.", reason: "Five factors of 19/21 leave 0.61 of the error." },
      some: { text: "About 23.", reason: "23 factors of 19/21 leave a tenth.", right: true },
      many: { text: "About 100.", reason: "A hundred factors of 19/21 leave less than a ten-thousandth." },
    },
    explanation: prose`
      About $1.15\,Q$ steps for each digit when $Q$ is large, with the *best* rate; at 10,000 about 11,500. $Q$ ten times as large
      costs ten times as many steps, and no other fixed rate is faster from every start.
    `,
    hints: ["The factor is (20 − 1)/(20 + 1), about 0.9.", "0.9 to the power of which number is about 0.1?"],
  }),
  above: exercise.foresee({
    title: "Above the edge",
    prompt: "With λ = 1.5, above the edge: from which starts does the ball arrive all the same?",
    options: {
      none: {
        text: "From none.",
        reason: "From nearly none. But think of one on the floor of the valley, with y = 0.",
      },
      near: {
        text: "From those near the lowest point.",
        reason: "However near it starts, y is multiplied by −2 at every step.",
      },
      floor: {
        text: "From those with y = 0.",
        reason: "Then y stays 0, and x shrinks by the factor 0.85.",
        right: true,
      },
      wall: {
        text: "From those with x = 0.",
        reason: "There y is all there is, and it is multiplied by −2 at every step.",
      },
    },
    explanation: prose`
      On the floor of the valley nothing moves across it, and a factor of $-2$ times 0 is 0. The smallest error in $y$ ends that: it
      doubles at every step. Below the limit the ball arrives from *every* start, above it from almost none.
    `,
    hints: [
      "What are the two factors at λ = 1.5?",
      "Which error is multiplied by −2, and when does that do no harm?",
    ],
  }),
  askew: exercise.foresee({
    title: "The limit, askew",
    prompt: "Along both axes the curvature of f = x² + 1.8·x·y + y² is 2. What is the limit for λ?",
    options: {
      one: {
        text: "1, as in the ravine.",
        reason: "That is what the axes bear. There is a direction that is steeper than both.",
      },
      half: {
        text: "About a half.",
        reason: "Along the diagonal x = y the curvature is 3.8, and 2/3.8 is 0.526.",
        right: true,
      },
      two: {
        text: "2: each axis bears 1, and there are two of them.",
        reason: "Limits do not add up. The steepest direction alone sets the limit.",
      },
      ten: {
        text: "About 10.",
        reason: "The flat diagonal alone would bear that: its curvature is 0.2. The steep one does not.",
      },
    },
    explanation: prose`
      Walk along $x = y$ for a distance $s$: then $x = y = s/\sqrt{2}$, and $f$ is $\frac{1}{2} \cdot 3.8\, s^2$. So the curvature there
      is 3.8. Along $x = -y$ it is 0.2. Those are the steepest direction and the flattest, and the steepest sets the limit.

      In the explorer on the card, drag the ball onto one of the diagonals, the way down the valley, such as $(-2, 2)$, or the way
      across it, such as $(0.4, 0.4)$: its path stays there.
    `,
    hints: [
      "Is there a direction in which x and y both grow? What does 1.8·x·y do there?",
      "Put x = y = s/√2 into f.",
    ],
  }),
  five: exercise.foresee({
    title: "A hair below the limit",
    prompt:
      "With the curvatures 0.1, 0.3, 0.7, 1 and 2, and λ = 0.99: in which direction does the error last longest?",
    options: {
      flat: {
        text: "In that of curvature 0.1.",
        reason: "So it is with a small rate. Here its factor is 0.901: a tenth is lost at every step.",
      },
      one: {
        text: "In that of curvature 1.",
        reason: "Its factor is 0.01: after a step next to nothing of it is left.",
      },
      steep: {
        text: "In that of curvature 2.",
        reason: "Its factor is −0.98: from side to side, and a fiftieth is lost at every step.",
        right: true,
      },
      alike: {
        text: "In all five alike, since the rate is the same.",
        reason: "The rate is the same; the factor 1 − λ·h is not.",
      },
    },
    explanation: prose`
      The loss dies out below 1 and blows up above, as it should. A hair below the limit the steepest direction is the slowest of
      all: 500 steps leave $0.98^{1000}$ of its loss, about $2 \cdot 10^{-9}$, and less than $10^{-45}$ of the flattest's. So what the table shows at 0.99
      is the steepest's alone. A hair above, at 1.01, its factor is $-1.02$: it grows, while the other four die out.

      In the picture each direction has a line of its own. Slide $\lambda$: above 0.952, the best rate $2/(h_1 + h_n)$, the steepest
      is the slowest, below it the flattest.
    `,
    hints: ["Work out 1 − λ·h for each. Which is furthest from 0, whatever its sign?"],
  }),
  noise: exercise.foresee({
    title: "Half the rate",
    prompt:
      "On f = x²/2 a random number, of standard deviation 1, is added to each slope. Halve a small rate, from 0.1 to 0.05. What becomes of the average loss?",
    options: {
      same: {
        text: "It stays the same.",
        reason: "The noise stays the same; how far a step carries it does not.",
      },
      half: {
        text: "It is about halved.",
        reason: "Each kick is half as long, so a quarter as high; but it also takes twice as long to fade.",
        right: true,
      },
      quarter: {
        text: "It falls to a quarter.",
        reason: "Each kick is a quarter as high, yes. But it also takes twice as long to fade: half in all.",
      },
    },
    explanation: prose`
      The ball hovers at a **noise floor** whose height goes with $\lambda$. A step leaves $(1-\lambda)^2$ of the average $x^2$
      and adds $\lambda^2$ of noise. (Place and kick know nothing of each other, so their product is 0 on average.) On the floor the
      two balance, at $x^2 = \lambda/(2 - \lambda)$, and the loss is half of it:

      $$ \frac{\lambda}{2\,(2 - \lambda)} $$

      For a small $\lambda$ that is about $\lambda/4$: half the rate, half the floor. So, up to the best rate, a larger rate travels
      faster and ends higher. That is why one lowers the rate over time: lesson 08.
    `,
    hints: ["How far does one kick go? And how soon is it forgotten?"],
  }),
  bottom: exercise.predict({
    title: "To the bottom in one step",
    prompt: "On f = 2·x² from x = 1: with which λ do you land at the bottom in one step?",
    fields: {
      lambda: {
        label: "λ",
        answer: 0.25,
        within: 0.0005,
        by: "1/h",
        slips: [
          { gives: 2 / 4, when: "the limit is taken, 2 over the curvature" },
          { gives: 1 / 2, when: "the factor before x² is taken for the curvature" },
          { gives: 1 / 8, when: "the curvature is doubled once too often, or 2x² is read as (2x)²: it is 4" },
          { gives: 4, when: "the curvature itself, or the slope at x = 1, is given" },
          { gives: 2, when: "the factor before x² is given" },
        ],
      },
    },
    given: { h: 4 },
    because: "2·x² is ½·4·x², so the curvature is 4, and λ·h = 1 at λ = 0.25.",
    hints: ["Which λ·h takes it to the bottom in one step?", "2·x² is ½·h·x² with which h?"],
  }),
  flowers: exercise.foresee({
    title: "A line through 150 flowers",
    prompt: "The lengths lie between 1 and 6.9 cm. How large is Q?",
    options: {
      two: {
        text: "About 2: there are only two numbers to find.",
        reason: "Two numbers make two curvatures. How far they lie apart, the data decide.",
      },
      hundred: {
        text: "About 100.",
        reason: "105. a and b do nearly the same, and that makes a valley.",
        right: true,
      },
      million: {
        text: "About a million.",
        reason: "So it would be, had one measured the same lengths in tenths of a millimetre.",
      },
    },
    explanation: prose`
      All lengths are above 0. So a larger $a$ raises all answers, a smaller $b$ lowers them, and the two nearly undo each other: that
      is the valley. The same flowers in mm have a $Q$ of about 9,600.

      Take the mean away from the lengths, and $Q$ is 3.1. Divide by their standard deviation too, which is called to **standardise**,
      and it is 1: a round bowl, whose bottom is one step away. That is why one standardises data before training. With several
      measures that go together something of the valley stays.
    `,
    hints: [
      "Along a alone the curvature is the mean of length², about 17. Along b alone it is 1.",
      "The flattest direction is neither: what becomes of the answers when a goes up a little and b goes down?",
    ],
  }),
  network: exercise.foresee({
    title: "A network above its limit",
    prompt:
      "Where a small rate leads, the limit is 1.6. From the start the network is trained with a rate of 4. What does plain descent do?",
    options: {
      away: {
        text: "It runs away: the loss grows without end.",
        reason: "So it would on a bowl, where no place is flatter than another.",
      },
      hops: {
        text: "It hops about where the small rate leads, at a higher loss.",
        reason: "There each hop would be longer than the one before: it is thrown out.",
      },
      flatter: {
        text: "It goes where the ground is flatter, and the loss falls.",
        reason:
          "It is thrown out where the largest curvature is above 2/4, until it comes where it is about that.",
        right: true,
      },
    },
    explanation: prose`
      With 0.5 the network bears curvatures up to 4, and its own stays far below that. With 2 and with 4 the largest curvature comes
      to about $2/\lambda$, and the loss goes up and down on its way. It ends lower than with 0.5: in these 400 steps, on the
      flowers that it learns from.

      So a network's rate does more than set the pace: it chooses among places. Larger networks do the same (Cohen et al. 2021,
      the *edge of stability*). So it goes here from ten starts with six neurons, and five with twelve. With four
      neurons one of ten ends higher at rate 4, with six some do at 8.
    `,
    hints: [
      "At the limit a hop is as long as the one before. What can change on the way that cannot on a bowl?",
    ],
  }),
  slow: exercise.choose({
    title: "A slow descent",
    prompt: "On a bowl, without noise, a long descent is slow even with the best rate. What makes it slow?",
    options: {
      smaller: {
        text: "The rate: a smaller one would be faster in the long run.",
        reason: "In the long run none is faster; a smaller one is slower along the flat direction.",
      },
      height: {
        text: "The bowl is too steep: one a tenth as high would be easier.",
        reason: "Then the best rate is ten times as large, and the path is the same.",
      },
      start: {
        text: "It started too far away: ten times nearer on the same line, each step would take away a larger share.",
        reason: "Ten times nearer on the same line, each step takes away the same share.",
      },
      condition: {
        text: "Its curvatures lie far apart.",
        reason: "The best factor, (Q − 1)/(Q + 1), depends on nothing else. People often blame the rate.",
        right: true,
      },
    },
    hints: ["What does the best factor depend on?"],
  }),
  rule: exercise.write<never, "lambda">({
    title: "Write gradient descent",
    prompt: "Given w and the gradient g at w, return the next w.",
    rule: gradientDescent,
    solution: ({ w, g }, { lambda }) => ({ w: w.map((x, i) => x - lambda * g[i]) }),
    misconceptions: [
      {
        what: "the gradient is divided by its length, so every step is as long as the rate",
        equations: { w: "w - lambda*g/norm(g)" },
      },
    ],
    hints: ["One line: each coordinate moves against its own slope.", "The new w[i] is w[i] − λ·g[i]."],
  }),
  edge: exercise.formula({
    title: "The best rate",
    prompt: "Return the best rate on a bowl whose curvatures go from h₁ to hₙ.",
    formula: "2/(h1 + hn)",
    given: "2/hn",
    arguments: { h1: { from: 0.1, to: 1 }, hn: { from: 1.5, to: 9 } },
    besides: [
      { h1: 2, hn: 2 },
      { h1: 0.001, hn: 1000 },
    ],
    solution: ({ h1, hn }) => 2 / (h1 + hn),
    misconceptions: [
      { what: "this is the limit: there the steep direction has the factor −1", formula: "2/hn" },
      { what: "the steep direction arrives in one step, and the flat one waits", formula: "1/hn" },
      { what: "this suits the flat direction alone", formula: "1/h1" },
      {
        what: "this is the mean of the two rates that arrive in one step, and it suits the flat direction",
        formula: "(1/h1 + 1/hn)/2",
      },
      {
        what: "this is the mean of the two limits, and it lies beyond the limit of the steep direction",
        formula: "1/h1 + 1/hn",
      },
      {
        what: "the curvatures are averaged by the root of their product, where their plain mean is meant",
        formula: "1/sqrt(h1*hn)",
      },
    ],
    neighbours: [
      { what: "the best rate of momentum is taken, which is larger", formula: "4/(sqrt(h1) + sqrt(hn))^2" },
      {
        what: "this is the factor that the error keeps in each step at that rate, and not the rate",
        formula: "(hn - h1)/(hn + h1)",
      },
    ],
    hints: [
      "What is the factor of the steep direction at the rate that is returned?",
      "Both directions should lose equally fast: 1 − λ·h1 = λ·hn − 1.",
    ],
  }),
  narrow: exercise.tune({
    title: "A narrower ravine",
    prompt:
      "On ½·(x² + 50·y²) from (1, 1): bring the loss below 0.01 in at most 60 steps, and keep it there.",
    rule: gradientDescent,
    on: quadratic([1, 50], { name: "narrow ravine" }),
    start: [1, 1],
    steps: 60,
    below: 0.01,
    given: { lambda: 0.02 },
    solution: { lambda: 0.0375 },
    because:
      "The formula, 2/(1 + 50) = 0.0392, makes both factors equal, for the long run; after 60 steps it leaves a loss of 0.21, and 0.0375 one of 0.005. But here the steep direction starts with fifty times the loss: a slightly smaller rate costs the flat one almost nothing, and makes the steep one much faster.",
    hints: [
      "Both factors are 0.96 in size at the formula's rate. Which direction has more loss to lose?",
      "Go a little below the formula's rate.",
    ],
  }),
  ravine: exercise.explain({
    title: "One rate, two directions",
    prompt: "In three sentences: why can't one learning rate suit both directions of a ravine?",
    model:
      "In a direction of curvature h each step multiplies the error by 1 − λ·h. The steepest direction stays stable only while λ is below 2/h of its own curvature. In the flattest, that leaves a factor near 1, so it hardly moves, and the more so the larger Q is.",
    lookFor: {
      factor: "Each step multiplies the error in a direction by 1 − λ·h.",
      steep: "The steepest direction sets the limit for λ.",
      flat: "Under that limit the flattest hardly moves.",
    },
    hints: ["What is the factor in each of the two directions?"],
  }),
  reason: exercise.order({
    title: "Where the limit comes from",
    prompt:
      "On f = ½·h·w² with h > 0: put the steps in order that lead to the limit of λ. What does not belong stays out.",
    steps: {
      slope: "The slope at w is h·w.",
      step: "A step leads from w to w − λ·h·w.",
      factor: "So each step multiplies w by 1 − λ·h.",
      size: "w goes to 0 when |1 − λ·h| is below 1, and only then.",
      limit: "So λ lies between 0 and 2/h.",
    },
    wrong: {
      half: {
        text: "A factor below 0 leads away from 0, so λ lies below 1/h.",
        what: "a factor between −1 and 0 is taken to lead away, and it leads from side to side, ever nearer",
      },
    },
    because:
      "The slope makes the step, the step makes the factor, and a power of it goes to 0 when its size is below 1.",
    hints: [
      "What is multiplied in each step?",
      "What becomes of 0.5, −0.5 and −1.5, multiplied by themselves again and again?",
    ],
  }),
};
