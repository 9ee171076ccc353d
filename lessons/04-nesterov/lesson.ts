// ---
// jupyter:
//   jupytext:
//     text_representation:
//       extension: .ts
//       format_name: percent
//       format_version: '1.3'
//   kernelspec:
//     display_name: TypeScript (fall-line)
//     language: typescript
//     name: fall-line
// ---

// %% The opening tags=["slide-9","opening","short-path"] slideshow={"slide_type": "subslide"}
import { ask, check, contractionFactor, convention, curves, defineRule } from "fall-line";
import { descend, display, explore, gradientDescent, hyper, landscape } from "fall-line";
import { momentum, nesterov, nesterovPicture, nesterovRewritten, objective } from "fall-line";
import {
  parabola,
  quadratic,
  quadraticTheory,
  rateMap,
  rateSensitivity,
  ravine,
} from "fall-line";
import {
  type Rule,
  schedules,
  state,
  type StepOf,
  table,
  type Trace,
  variant,
} from "fall-line";

const start = [-8, 1.5];
const settings = { start, steps: 15, hyper: { lambda: 0.3, alpha: 0.9 } };
const heavy = descend(ravine, momentum, settings);
const looking = descend(ravine, nesterov, settings);
display(
  landscape([heavy, looking], {
    view: [
      [-9, 8],
      [-1.9, 1.9],
    ],
    height: 380,
    plays: true,
  }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// Two balls with the same $\lambda = 0.3$, the same $\alpha = 0.9$ and the same start: one goes by momentum, one by
// Nesterov's rule.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Slide 9: the pink path. Same rate, same momentum, same start. Ask what the pink ball seems to know that the other does
// not.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: a quarter of the rate tags=["recall"] finding="The noise floor goes with the rate"
display(ask("nesterov/quarter"));

// %% Remember: what a step leaves tags=["recall"] slideshow={"slide_type": "skip"} finding="It lands on the other side, and nearer"
display(ask("nesterov/side"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Momentum brakes only when it has hit the wall" tags=["short-path"]
// ## The problem: it brakes too late
//
// Two balls roll into the ravine $f = {{tex ravine}}$. The one with momentum, the heavy ball, swings across the valley: it feels the
// far wall only when it has *arrived* there. By then the velocity has carried it up. (All maps of this
// lesson are stretched, so that the steps across can be seen.)
//
// The pink ball, Nesterov's, has the same $\lambda = 0.3$, the same $\alpha = 0.9$, and hardly swings across. What does it do differently?

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Follow the heavy ball with a finger and say aloud when it feels the wall.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-7","short-path"] idea="nesterov" finding="Jump first, then correct where you land"
// ## The idea, and slide 8
//
// The ball knows most of its next step already: $\alpha m$, the part of the velocity that is kept, will be taken whatever the
// gradient says. So *first make that jump; measure the gradient where you end up; then correct.*
//
// $$ {{tex nesterov}} $$
//
// - $m$: the velocity; $\alpha$: the momentum coefficient; $\lambda$: the learning rate, all as before.
// - $w + \alpha m$: the **look-ahead point**, where the jump lands.
// - $g$: the gradient *there*, and not where the ball stands.
//
// That is the only difference from slide 6. The idea is Yurii Nesterov's (1983).

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Read slide 8 aloud: "first make a big jump in the direction of the previous accumulated gradient. Then measure the
// gradient where you end up and make a correction."

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## By hand
//
// $f = x^2$ from $x = 1$, with $\lambda = 0.1$ and $\alpha = 0.9$. The first step has no velocity, so the look-ahead point is
// where the ball stands: $x = 0.8$ and $m = -0.2$, as in the last lesson.
//
// **Prediction.** Step 2 with a pencil. (The step without looking ahead ended at 0.46.)

// %% Step one, taken slideshow={"slide_type": "subslide"} tags=["short-path"]
const ball = { start: [1], steps: 2, hyper: { lambda: 0.1, alpha: 0.9 } };
const closer: [number, number][] = [[-1.2, 1.2]];
display(landscape(descend(parabola, nesterov, { ...ball, steps: 1 }), { view: closer }));

// %% Your guess: step two tags=["short-path","guess"] rows=[] finding="A gentler slope ahead: 0.304, and not 0.34"
const small = descend(parabola, nesterov, ball);
display(ask("nesterov/second", small.worked(2), landscape(small, { view: closer })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The first step is momentum's; the second differs. Where is the look-ahead point?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-8","short-path"] finding="Brown and red make green; blue is standard momentum"
// ## Slide 8's picture
//
// The slide draws four arrows. Here they are for step 2 on the ravine, in colours that have nothing to do with those of the balls:
//
// - **brown**: the jump, $\alpha m$ with the old velocity;
// - **red**: the correction, $-\lambda g$ with the gradient at the end of the jump;
// - **green**: the new accumulated gradient, $m$ (our velocity), which is brown plus red;
// - **blue**: what standard momentum does instead: $-\lambda g$ taken at the start, then the jump.
//
// **Prediction.** After step 1 the ball is 0.6 above the valley floor, still on the near side, and moves across with a velocity of
// $-0.9$. Which way does red point?

// %% Your guess: the picture slideshow={"slide_type": "fragment"} tags=["short-path","guess"] finding="Nesterov brakes one step earlier" rows=[]
const [before, after] = [looking.at(1), looking.at(2)]; // where the ball stands before step 2, and after
const brown = before.m.map((m) => 0.9 * m);
const red = after.g.map((g) => -0.3 * g);
const arrows = table({ brown, red, green: after.m });
const push = (run: Trace, t: number) => -0.3 * run.at(t).g[1];
const pushes = [1, 2, 3].map((t) => ({
  step: t,
  pushOnMomentum: push(heavy, t),
  pushOnNesterov: push(looking, t),
}));
display(ask("nesterov/red", nesterovPicture(looking, 2), arrows, table(pushes)));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=4
// Slide 8. Cover the picture, draw brown and blue by hand, and let them say where the slope is taken. Then reveal, and name
// the colours in the order of the text.

// %% [markdown] tags=["short-path"] slideshow={"slide_type": "subslide"}
// Press play, or go step by step: the explorer's magnifier draws the jump, the correction and both velocities, and numbers them as the step does.
// Compare red in step 2 and in step 3: why has it grown? Then give it more steps, drag the start, and find a step in which red
// is nearly nothing.

// %% Step by step tags=["short-path"] finding="Nesterov brakes in step 2, momentum only in step 3"
const same = { hyper: settings.hyper };
const rules = [
  { rule: nesterov, ...same },
  { rule: momentum, ...same },
];
display(explore({ objective: ravine, rules, start, steps: 3 }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// In step 3 the jump lands higher up the far wall, where the slope is larger.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can write the rule and draw its picture. About 40 minutes are left: which directions it calms and
// why, how far the rate may go, what it promises, the libraries' form, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} finding="It forgets across the valley and remembers along it"
// ## Which directions does it calm?
//
// On a bowl of curvature $h$ the gradient at the look-ahead point is $h\,(w + \alpha m)$. Put it into the rule and sort:
//
// $$ m_t = \alpha\,(1 - \lambda h)\, m_{t-1} - \lambda h\, w_{t-1} $$
//
// It *is* the momentum update, with $\alpha\,(1 - \lambda h)$ in the place of $\alpha$. So in the ravine, with $\lambda = 0.3$,
//
// - along, $\lambda h = 0.03$: $0.9 \cdot 0.97 = 0.873$ of the velocity is kept;
// - across, $\lambda h = 0.6$: $0.9 \cdot 0.4 = 0.36$.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Do the substitution on the board: one line. Then 0.873 and 0.36, and ask what momentum with 0.36 would do.

// %% [markdown] slideshow={"slide_type": "subslide"}
// A ball that swings leaves, in each step, the root of what is kept (lesson 03): with momentum $\sqrt{0.9} = 0.949$ of the swing. At the
// opening both balls swing *along* the valley too, past its lowest point. The heavy ball needs 44 steps there until its swings are a tenth as wide.
//
// **Prediction.** And the pink one, which looks ahead?

// %% Along the valley, alone tags=["folded"] slideshow={"slide_type": "subslide"}
// The swings of both balls along the valley
const [heavySwing, pinkSwing] = [momentum, nesterov].map((rule) =>
  descend(quadratic([0.1]), rule, { start: [-8], steps: 60, hyper: settings.hyper }),
);
const theirSwings = curves([heavySwing, pinkSwing], { of: "w" });
display(curves(heavySwing, { of: "w" }));

// %% Your guess: along the valley tags=["guess"] finding="Along the valley it gains only a quarter"
const [heavyLong, pinkLong] = [momentum, nesterov].map((rule) =>
  descend(ravine, rule, { ...settings, steps: 150 }),
);
const widest = (ball: Trace, i: number, from: number) =>
  Number(Math.max(...ball.path.slice(from).map((w) => Math.abs(w[i]))).toPrecision(3));
const swings = [0, 20, 40, 60].map((from) => ({
  widestAfterStep: from,
  heavyAlong: widest(heavyLong, 0, from),
  pinkAlong: widest(pinkLong, 0, from),
  heavyAcross: widest(heavyLong, 1, from),
  pinkAcross: widest(pinkLong, 1, from),
}));
display(ask("nesterov/along", table(swings), theirSwings));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The table: what is left of the swings, in each direction.

// %% [markdown]
// While $\lambda h$ is at most 1, Nesterov keeps momentum where the valley is flat and drops it where it is steep, **without being told
// which direction is which**.

// %% [markdown] slideshow={"slide_type": "skip"}
// Optional: check it. On the steep direction alone, momentum with $\alpha = 0.36$ must take the very same steps.

// %% The same steps slideshow={"slide_type": "skip"}
const steep = { start: [1.5], steps: 5 };
const wall = quadratic([2]);
const ahead = descend(wall, nesterov, { ...steep, hyper: { lambda: 0.3, alpha: 0.9 } });
const weak = descend(wall, momentum, { ...steep, hyper: { lambda: 0.3, alpha: 0.36 } });
const both = (t: number) => ({ step: t, nesterov: ahead.at(t).w, momentum: weak.at(t).w });
display(table([0, 1, 2, 3, 4, 5].map(both)));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## How far may the rate go?
//
// Plain descent is stable for $\lambda h < 2$, momentum for $\lambda h < 2 + 2\alpha$, which is 3.8 at $\alpha = 0.9$.
//
// **Prediction.** Nesterov keeps nothing of the velocity where $\lambda h$ is 1. What happens beyond, where $1 - \lambda h$
// is negative?

// %% Every rate tags=["folded"]
// The loss that each rate leads to, in the ravine half as high: across it, λh is λ
const half = quadratic([0.05, 1]);
const search = {
  budget: 100,
  start,
  rates: Array.from({ length: 121 }, (_, k) => 0.1 * 50 ** (k / 120)),
};
const breaks = rateSensitivity(half, [gradientDescent, momentum, nesterov], search);

// %% Your guess: the limit tags=["guess","folded"] finding="Looking ahead lowers the limit, below that of plain descent"
// Losses and limits
const lossAt = (rule: typeof nesterov, lambda: number) =>
  descend(ravine, rule, { start, steps: 100, hyper: { lambda, alpha: 0.9 } }).end.loss;
const compared = [0.5, 0.65, 0.7].map((lambda) => ({
  steepLambdaH: 2 * lambda,
  nesterov: lossAt(nesterov, lambda),
  momentum: lossAt(momentum, lambda),
}));
const limits = [0, 0.5, 0.9].map((alpha) => ({
  alpha,
  nesterov: (2 + 2 * alpha) / (1 + 2 * alpha),
  momentum: 2 + 2 * alpha,
}));
display(ask("nesterov/limit", table(compared), table(limits), breaks));

// %% [markdown] slideshow={"slide_type": "skip"}
// Nesterov too has a best pair on a bowl (Lessard et al. 2016; the optional page shows where it comes from). $h_1$ is the smallest curvature,
// $h_n$ the largest, $Q = h_n/h_1$:
//
// $$ \lambda = \frac{4}{3 h_n + h_1} \qquad \alpha = \frac{\sqrt{3Q+1} - 2}{\sqrt{3Q+1} + 2} $$

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** Each rule with its own best pair, on this ravine: with momentum one more correct digit takes 5 steps in the
// long run. And with Nesterov?

// %% Your guess: both at their best tags=["guess"] finding="On a bowl, each at its best, Nesterov is not the faster one"
const best = quadraticTheory([0.1, 2]);
const pairs = [
  { rule: momentum.title, ...best.momentum },
  { rule: nesterov.title, ...best.nesterov },
].map(({ rule, lambda, alpha, rate }) => {
  const stepsPerDigit = Math.log(0.1) / Math.log(rate);
  return { rule, lambda, alpha, factorPerStep: rate, stepsPerDigit };
});
display(ask("nesterov/best", table(pairs), rateMap([0.1, 2], { rule: nesterov })));

// %% [markdown] slideshow={"slide_type": "skip"}
// **Push it.** Press play, then slide $\lambda$ upwards, the pink ball's and then the heavy one's. Where does each of them run away? Multiply by the
// steep curvature, 2, and compare with the card.

// %% An explorer slideshow={"slide_type": "skip"}
display(explore({ objective: ravine, rules, start, steps: 50 }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// This limit is rarely taught. If the class doubts it, slide the pink ball's rate to 0.7 and watch the loss.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Beyond bowls
//
// A bowl has one curvature in each direction, for ever. Here is a function that changes it on the way (Lessard et al. 2016). Across,
// along $y$, it is a bowl of curvature 1. Along $x$ its slope is
//
// - $25x$ below 1, so the curvature is 25;
// - $x + 24$ from 1 to 2: curvature 1;
// - $25x - 24$ above 2: curvature 25 again.
//
// A function whose curvature is nowhere below 0 is called **convex**.
//
// **Prediction.** Each rule has its best pair for curvatures from 1 to 25. They start at $(3.3, 5)$. What does momentum do in the
// long run?

// %% The bent bowl
// 1e-9 rounds the corner of the slope
const kink = (at: number) => `(x - ${at})*sqrt((x - ${at})^2 + 1e-9)`;
const along = `12.5*x^2 - 12*x + 18 - 6*${kink(1)} + 6*${kink(2)}`;
const bent = objective(`${along} + y^2/2`, {
  name: "a bent bowl",
  minima: [[0, 0]],
  view: [
    [-3.8, 4.2],
    [-1.2, 6],
  ],
});

// %% Your guess: beyond bowls tags=["guess"] finding="A best pair for bowls promises nothing else"
const { momentum: forHeavy, nesterov: forPink } = quadraticTheory([1, 25]);
const bothBest = [
  { rule: momentum, hyper: { lambda: forHeavy.lambda, alpha: forHeavy.alpha } },
  { rule: nesterov, hyper: { lambda: forPink.lambda, alpha: forPink.alpha } },
];
const far = { start: [3.3, 5], steps: 60 };
const [circling, arriving] = bothBest.map(({ rule, hyper }) =>
  descend(bent, rule, { ...far, hyper }),
);
const xs = [54, 55, 56, 57, 58, 59, 60].map((t) => ({
  step: t,
  xOfMomentum: circling.at(t).w[0],
  xOfNesterov: arriving.at(t).w[0],
}));
display(ask("nesterov/bent", curves([circling, arriving]), table(xs)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Draw the slope on the board: steep, gentle, steep. Three places, one after the other, and back to the first.

// %% [markdown]
// **Push it.** Drag the start: from where does the heavy ball come home? Then slide its $\lambda$ down a little.

// %% Both on the bent bowl finding="Momentum zigzags, and never comes to rest"
display(explore({ objective: bent, rules: bothBest, ...far }));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What Nesterov is famous for
//
// A promise for *all* convex functions: the loss falls like $1/t^2$, where plain descent has $1/t$.

// %% [markdown] slideshow={"slide_type": "skip"}
// Take *any* convex function with a lowest point, at the distance $R$ from the start, and with no curvature above $h$ anywhere. With the
// rate $\lambda = 1/h$ it is proved that after $t$ steps the loss is above the least by at most
//
// - ${h R^2/(2t)}$ for plain descent;
// - ${2 h R^2/(t+1)^2}$ for Nesterov, if step $t$ takes $\alpha = (t-2)/(t+1)$.
//
// Ten times the steps: a tenth, or a hundredth. And no rule that goes by sums of gradients alone can promise more than a multiple of
// $1/t^2$ for all of them (Nesterov 2018, section 2.1).
//
// Mind the $\alpha$. It begins at 0, in step 2, and grows towards 1:

// %% With a momentum that grows
const growing = defineRule({
  id: "nesterov-growing",
  title: "Nesterov, α growing",
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }),
  },
  rate: "lambda",
  state: { m: state.vector({ meaning: "velocity" }) },
  // in step 1 there is no velocity yet
  gradientAt: "w + (t - 2)/(t + 1)*m",
  equations: { m: "(t - 2)/(t + 1)*m - lambda*g", w: "w + m" },
});

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The two formulas on the board, and the question what ten times the steps buy. That the slide's constant α is another rule comes
// next.

// %% [markdown] slideshow={"slide_type": "subslide"}
// Let us see it on a bowl that gets ever flatter: 61 directions, the first of curvature 1, each of the others about a fifth flatter than
// the one before, down to a millionth. All begin at 1; the rate is 1.
//
// Plain descent has the loss 0.0108 after 100 steps, 0.00108 after 1000.
//
// **Prediction.** Nesterov with the slide's constant $\alpha = 0.9$ stands lower, at 0.0011, after 100 steps. And after 1000?

// %% Your guess: ever flatter tags=["guess"] finding="Constant α: loss like 1/t. Growing α: 1/t²" rows=[]
const flatter = Array.from({ length: 61 }, (_, k) => 10 ** (-k / 10)); // from 1 down to 1e-6
const wide = quadratic(flatter, { name: "ever flatter bowl" });
const ones = { start: flatter.map(() => 1), steps: 1000 };
const three = [
  descend(wide, gradientDescent, { ...ones, hyper: { lambda: 1 } }),
  descend(wide, nesterov, { ...ones, hyper: { lambda: 1, alpha: 0.9 } }),
  descend(wide, growing, { ...ones, hyper: { lambda: 1 } }),
];
const losses = [10, 100, 1000].map((t) => {
  const [plain, constantAlpha, growingAlpha] = three.map((run) => run.at(t).loss);
  return { steps: t, plain, constantAlpha, growingAlpha };
});
display(ask("nesterov/flatter", table(losses), curves(three)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Read the table by columns: a tenth, a tenth, a hundredth.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: Nesterov's best pair
//
// It is not counted in the time, and nothing below needs it. Lesson 03's optional page asked by which number $r$ the error is
// multiplied in each step, in a direction of curvature $h$. Put $\alpha\,(1-\lambda h)$ in the place of $\alpha$ and write $p$ for
// $1 - \lambda h$:
//
// $$ r^2 - (1 + \alpha)\,p\,r + \alpha p = 0 $$
//
// Where the ball swings, the two roots $r$ are complex, of the size $\sqrt{\alpha p}$, and no longer $\sqrt{\alpha}$: that is the
// calm. Where $p$ is negative ($\lambda h$ above 1) one root is positive and one negative; the negative one is the larger, and
// reaches $-1$ at the limit.

// %% [markdown] slideshow={"slide_type": "skip"}
// Take the pair at which both ends of the valley have the same factor, called $r$ from here on, and the flattest direction has the smallest
// factor that this $\lambda$ allows.
//
// - In the flattest direction, $p_1 = 1 - \lambda h_1$, that is critical damping: two equal roots. So
//   $(1+\alpha)^2 p_1 = 4\alpha$, and $r = 2\alpha/(1+\alpha)$, with $r^2 = \alpha p_1$.
// - In the steepest, $p_n = 1 - \lambda h_n$, one root is $-r$: ${r^2 + (1+\alpha)\,p_n r + \alpha p_n = 0}$.
//
// Put the first line into the second: $\alpha p_1 + 2\alpha p_n + \alpha p_n = 0$, so ${p_1 + 3 p_n = 0}$. That is
// $\lambda = 4/(3h_n + h_1)$.

// %% [markdown] slideshow={"slide_type": "skip"}
// With this $\lambda$ the first line says $\left(\frac{1-\alpha}{1+\alpha}\right)^2 = 1 - p_1 = \frac{4}{3Q+1}$. That gives $\alpha$, and the factor
//
// $$ r = 1 - \frac{2}{\sqrt{3Q+1}} $$
//
// Why there? With critical damping the flattest direction has the factor $1 - \sqrt{\lambda h_1}$, and no $\alpha$ gives it a
// smaller one. So with a smaller $\lambda$ every pair is worse. With a larger $\lambda$ the steepest direction gets worse, unless
// $\alpha$ is lowered, and then the ball creeps along the flattest. (That is a reason and no proof: we tried a fine grid of pairs, and
// none was better.)
//
// Try it on the ravine, and two neighbours of $\lambda$:

// %% Its roots slideshow={"slide_type": "skip"}
const { lambda, alpha } = best.nesterov;
const pair = (h: number, at: { lambda: number; alpha: number }) =>
  contractionFactor(h, at, "nesterov");
const near = [lambda - 0.02, lambda, lambda + 0.02].map((rate) => ({
  lambda: rate,
  alpha,
  flattest: pair(0.1, { lambda: rate, alpha }),
  steepest: pair(2, { lambda: rate, alpha }),
}));
display(table(near));

// %% [markdown] slideshow={"slide_type": "skip"}
// **Push it.** Both rules begin at their own best pair. Slide the pink ball's $\lambda$ up: across the valley it jumps from side to
// side, longer and longer. Slide it down: along the valley it creeps. Then its $\alpha$, up and down.

// %% Both at their best slideshow={"slide_type": "skip"}
const bestRules = [
  { rule: nesterov, hyper: { lambda, alpha } },
  { rule: momentum, hyper: { lambda: best.momentum.lambda, alpha: best.momentum.alpha } },
];
display(explore({ objective: ravine, rules: bestRules, start, steps: 30 }));

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 to 25 minutes are left: the libraries' form and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The libraries' form
//
// One name, three forms: look-ahead, Keras, PyTorch.

// %% [markdown] slideshow={"slide_type": "skip"}
// Slide 8 has the **look-ahead form**. A deep-learning library such as Keras writes other lines under the same name, in which $g$ is the
// gradient at $w$:
//
// $$ {{tex nesterovRewritten}} $$
//
// PyTorch has yet others, with a memory of its own, $b$:
//
// $$ b_t = \alpha\, b_{t-1} + g_t \qquad w_t = w_{t-1} - \lambda\,(g_t + \alpha\, b_t) $$

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Someone in the room has been bitten by this. The four rows settle it.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Prediction.** Four steps on $f = x^2$, from the same start. Which of the four rows are equal?

// %% Your guess: which are equal tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Four rows
const how = { start: [1], steps: 4, hyper: { lambda: 0.1, alpha: 0.9 } };
const four = (options: typeof how) => {
  const slide8 = descend(parabola, nesterov, options).slice(1);
  const keras = descend(parabola, nesterovRewritten, options).slice(1);
  const torch = descend(parabola, convention("nesterov", "torch"), options).slice(1);
  return table([
    { row: 1, what: "slide 8: x", fourSteps: slide8.map(({ w }) => w[0]) },
    { row: 2, what: "x + 0.9m", fourSteps: slide8.map(({ w, m }) => w[0] + 0.9 * m[0]) },
    { row: 3, what: "Keras", fourSteps: keras.map(({ w }) => w[0]) },
    { row: 4, what: "PyTorch", fourSteps: torch.map(({ w }) => w[0]) },
  ]);
};
display(ask("nesterov/equal", four(how)));

// %% [markdown] slideshow={"slide_type": "subslide"}
// So far the rate was constant. **Prediction.** At step 3 we cut it to a tenth. Who takes the longer step then, Keras or PyTorch?

// %% Your guess: after the cut tags=["guess"] finding="The forms part when the rate changes"
const cut = { ...how, schedule: schedules.step({ factor: 0.1, every: 2 }) };
const forms: Rule[] = [
  variant(nesterovRewritten, { id: "keras", title: "Keras" }),
  variant(convention("nesterov", "torch"), { id: "torch", title: "PyTorch" }),
];
const [keras, torch] = forms.map((rule) => descend(parabola, rule, { ...cut, steps: 8 }));
display(ask("nesterov/cut", four(cut), curves([keras, torch], { of: "w" })));

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Seven exercises, easiest first. The last two are for another day: the time that the lesson says is without them. A card is answered by a click. Where there is code to write, replace what stands under *your
// answer here*, run the cell, then run the one below it. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=9
// In pairs. The third is the heart: where is the gradient taken?

// %% [markdown] exercise="nesterov/place" slideshow={"slide_type": "skip"}
// **1. Choose.** Slide 8, in one question.

// %% Exercise 1: your answer exercise="nesterov/place" slideshow={"slide_type": "skip"}
display(ask("nesterov/place"));

// %% [markdown] exercise="nesterov/moving" slideshow={"slide_type": "skip"}
// **2. Predict.** A direction with $\lambda h = 1$.

// %% Exercise 2: your answer tags=["folded"] exercise="nesterov/moving" slideshow={"slide_type": "skip"}
// Two steps with a velocity
const stepFrom = ({ step, x, m }: { step: number; x: number; m: number }) => {
  const velocity = 0.9 * m - (x + 0.9 * m); // λ times the slope is the place ahead itself
  return { step: step + 1, x: x + velocity, m: velocity };
};
const firstStep = stepFrom({ step: 0, x: 1, m: 0.5 });
display(ask("nesterov/moving", table([firstStep, stepFrom(firstStep)])));

// %% [markdown] exercise="nesterov/rule"
// **3. Write the rule.** You get the place `w`, the velocity `m`, and the gradient as a *function*, so that you can ask for it
// where you like: `gradient(ahead)`. Return the new `w` and the new `m`.

// %% Exercise 3: your answer exercise="nesterov/rule"
// from the place w, the velocity m and the function gradient to the next place and velocity
const nesterovStep: StepOf<"m", "lambda" | "alpha"> = (
  { w, m, gradient },
  { lambda, alpha },
) => {
  // BEGIN SOLUTION
  const g = gradient(w.map((x, i) => x + alpha * m[i]));
  const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity };
  // END SOLUTION
};

// %% Exercise 3: look exercise="nesterov/rule" finding="Look ahead, then the velocity, then the step"
display(check("nesterov/rule", nesterovStep));

// %% [markdown] exercise="nesterov/colleague"
// **4. Find the bug.** A colleague's Nesterov, in the form of Keras: the point that is stored, `w`, is one jump ahead, and `g` is the
// gradient there. It is not the rule. Say what is wrong before you run the second cell, and mend it.

// %% Exercise 4: your answer exercise="nesterov/colleague"
const colleague: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
  const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  const jump = velocity.map((v) => alpha * v);
  // BEGIN SOLUTION return { w: w.map((x, i) => x + velocity[i] + jump[i]), m: velocity };
  return { w: w.map((x, i) => x - lambda * g[i] + jump[i]), m: velocity };
  // END SOLUTION
};

// %% Exercise 4: look exercise="nesterov/colleague" finding="The old jump was made twice"
display(check("nesterov/colleague", colleague));

// %% [markdown] exercise="nesterov/tuned"
// **5. Tune.** Bring the ravine's loss below 0.005 within 20 steps, and keep it there. Use what you know: which $\lambda$ gives $\lambda h = 1$ in the
// steep direction, and what does $\alpha$ then do along the valley?

// %% Exercise 5: your answer exercise="nesterov/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.1, alpha: 0.9 };
const mine = { lambda: 0.5, alpha: 0.7 };
// END SOLUTION

// %% Exercise 5: look exercise="nesterov/tuned" finding="λh = 1 ends the swing across; α then serves the way along"
display(check("nesterov/tuned", mine));

// %% [markdown] exercise="nesterov/libraries" slideshow={"slide_type": "skip"}
// **6. Explain.** PyTorch takes the gradient at $w$ and still calls it Nesterov. In two or three sentences: how can that be
// the same rule?

// %% Exercise 6: your answer exercise="nesterov/libraries" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "It stores the look-ahead point and calls that w; so its gradient at w is the gradient ahead.";
// END SOLUTION

// %% Exercise 6: look exercise="nesterov/libraries" slideshow={"slide_type": "skip"}
display(check("nesterov/libraries", explanation));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="nesterov/lines"
// **7. Put in order.** The lines of the rule. They are run as you put them.

// %% Exercise 7: your answer slideshow={"slide_type": "skip"} exercise="nesterov/lines" finding="The gradient ahead, then the velocity, then the step"
display(ask("nesterov/lines"));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex nesterov}} $$
//
// - **It fixes** momentum's late braking: a direction with $\lambda h$ up to 1 keeps only $\alpha\,(1 - \lambda h)$ of
//   its velocity.
// - **It costs** no more per step than momentum; its limit is lower: $\lambda h < {{tex (2 + 2*alpha)/(1 + 2*alpha)}}$.
// - **It promises** $1/t^2$ on convex functions of curvature up to $h$, with $\lambda = 1/h$ and
//   $\alpha = (t-2)/(t+1)$; with no constant $\alpha$.
// - **In use today:** $\alpha = 0.9$; `SGD(momentum=0.9, nesterov=True)` in PyTorch is the same walk while the rate is constant,
//   one jump ahead.
// - **The line students forget:** the gradient is taken at $w + \alpha m$, with the *old* $m$.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// One sentence: as cheap a step, calmer walls, a lower limit. Ask which of the three surprised them.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite nesterov1983}}; {{cite sutskever2013}}, section 2, which is where the deep-learning form and the
// comparison with momentum come from; {{cite lessard2016}}, sections 2 and 4.6, for the best pair on a bowl and the function beyond;
// {{cite su2016}} for the promise with this $\alpha$; {{cite nesterov2018}}, section 2.1.
//
// **Next:** so far all directions share one rate. AdaGrad gives each its own: [lesson 05](05-adagrad.ipynb).
