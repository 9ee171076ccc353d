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

// %% The opening tags=["opening","short-path"] slideshow={"slide_type": "subslide"}
import { ask, check, contractionFactor, curves, descend, display } from "fall-line";
import { errorByDirection, explore, gradientDescent, iris, landscape } from "fall-line";
import {
  momentum,
  network,
  noisy,
  objective,
  parabola,
  quadratic,
  rateMap,
  ravine,
} from "fall-line";
import { type StepOf, table } from "fall-line";

const start = [-8, 1.5];
const plain = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.1 } });
display(
  landscape(plain, {
    view: [
      [-9, 3],
      [-2.5, 2.5],
    ],
    height: 380,
    plays: true,
  }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// Fifty steps of plain gradient descent from the ring towards the star, with the learning rate $\lambda = 0.1$.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Play the figure before you say a word. Ask: its slope along the valley says the same at every step; what does the ball make of
// that? Collect two or three answers, write them down, do not judge them yet.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: two slopes tags=["recall"] slideshow={"slide_type": "skip"}
display(ask("momentum/bowl"));

// %% A narrow bowl tags=["recall"] slideshow={"slide_type": "subslide"}
const narrowBowl = objective("4*x^2 + 0.1*y^2", { minima: [[0, 0]] });
display(landscape(narrowBowl));

// %% Remember: what does it bear tags=["recall"] finding="The steep direction sets the limit"
display(ask("momentum/bears"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The problem: a ball without memory
//
// A ball rolls into a valley, the **ravine** $f = {{tex ravine}}$. Its path is that of plain gradient descent, the red
// one: 50 steps with the learning rate $\lambda = 0.1$. It does not get half-way.
//
// Let us look at what the red ball feels along the way: its gradient at a few steps. (The opening's map has the same scale in both
// directions; those that follow are stretched, so that the steps across can be seen.)

// %% What the red ball feels slideshow={"slide_type": "skip"}
const steps = [1, 10, 20, 30, 40, 50];
const felt = (t: number) => ({ beforeStep: t, w: plain.at(t - 1).w, gradient: plain.at(t).g });
display(table(steps.map(felt)));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Read the first number of each gradient, the slope along the valley. It is small, and it says **the same thing every
// time**: go right.
//
// The red ball hears it, takes a small step, and forgets. At the next step it hears it again, as if for the first time.

// %% [markdown] tags=["short-path"]
// **Prediction.** Suppose a ball kept nine tenths of its last step and added to it the step of plain descent, $-\lambda$ times the gradient
// where it stands: a **heavy ball**. Same start as the red ball, same $\lambda = 0.1$, the same 50 steps. How far would it get along the
// valley?

// %% Your guess: how far tags=["short-path","guess"] finding="It rolls past the bottom: it overshoots"
const nineTenths = { lambda: 0.1, alpha: 0.9 };
const heavy = descend(ravine, momentum, { start, steps: 50, hyper: nineTenths });
const xs = heavy.path.map((w) => w[0]);
const right = Math.max(...xs);
const reached = table({ furthest: right, atStep: xs.indexOf(right) });
display(ask("momentum/reach", reached, landscape([plain, heavy])));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Half a minute, then hands: does it stop short, stop at the bottom, roll past? Rolling past is right; keep the question "is that
// good?" open.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-6","short-path"] idea="momentum" finding="Keep most of your last step, and add the new one to it"
// ## The idea, and slide 6
//
// *Keep most of your last step, and add the new one to it.*
//
// $$ {{tex momentum}} $$
//
// - $W$ (we write $w$): the parameters; $t$ counts the steps. $g$: the gradient $\partial L / \partial W$ of the loss $L$ at $w$.
// - $m$: the **velocity**, the step that the ball is about to take. It starts at 0.
// - $\lambda$: the learning rate.
// - $\alpha$: the **momentum coefficient**, the share of the old velocity that is kept, usually 0.9; with 0 the rule is plain
//   gradient descent. (The deck's slides about decay write $\alpha$ for the learning rate. We do not.)
//
// First the velocity, then the step with the *new* velocity.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Read the two lines aloud as two sentences: "the new velocity is most of the old one, minus the gradient step";
// "the new place is the old place plus the new velocity". Point at the order.

// %% [markdown] slideshow={"slide_type": "skip"}
// Other names for the same things:
//
// | here | elsewhere |
// |---|---|
// | $m_t$ and $w_{t-1}$ | $m(t+1)$ and $W(t)$ (the slide counts the steps from where the ball stands) |
// | $\alpha$, momentum coefficient | $\mu$ (PyTorch, CS231n), $\beta$ (Goh 2017) |
// | $m$, velocity | $v$ (CS231n, Keras), momentum buffer $b$ (PyTorch) |
// | $\lambda$ inside the velocity | PyTorch multiplies by the rate after the velocity: the same steps while the rate is constant |
//
// The idea is Polyak's (1964), who called it the method of the heavy ball.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## By hand
//
// Take $f = x^2$, start at $x = 1$, with $\lambda = 0.1$ and $\alpha = 0.9$. The gradient is $2x$. A pencil is enough.
//
// The first step has no past: the velocity is 0, so the ball moves as plain descent would. Here are steps 1 and 2.

// %% A ball on the parabola slideshow={"slide_type": "subslide"} tags=["short-path"]
const small = descend(parabola, momentum, {
  start: [1],
  steps: 30,
  hyper: { lambda: 0.1, alpha: 0.9 },
});

// %% Two steps, worked finding="On x² from 1: the first step is plain descent, the second is not" tags=["short-path"]
display(small.worked(1));
display(small.worked(2));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Two steps on the board, the third alone. Who took the old velocity?

// %% Two steps on the bowl slideshow={"slide_type": "subslide"}
const twoSteps = descend(parabola, momentum, { start: [1], steps: 2, hyper: small.hyper });
display(landscape(twoSteps, { view: [[-1.2, 1.2]] }));

// %% [markdown]
// **Prediction.** Work out step 3 yourself: the new velocity, then the new $x$. And one more: when does the ball pass the bottom?

// %% Your guess: step three tags=["guess","folded"] finding="The velocity carries the ball past the bottom" rows=[]
// The next steps, worked out
const eight = descend(parabola, momentum, { start: [1], steps: 8, hyper: small.hyper });
const rolled = curves(eight, { of: "w" });
display(ask("momentum/crossing", small.worked(3), small.worked(4), rolled));

// %% [markdown] slideshow={"slide_type": "slide"} finding="The velocity is a leaky sum of all past gradients" tags=["short-path"]
// ## What the velocity remembers
//
// Put the first line into itself: the old velocity holds the gradients before, each kept with one more factor $\alpha$:
//
// $$ m_t = -\lambda \left( g_t + \alpha g_{t-1} + \alpha^2 g_{t-2} + \dots \right) $$
//
// The velocity is a **leaky sum** of all past gradients: new ones count in full, old ones fade.

// %% [markdown] slideshow={"slide_type": "skip"}
// With $\alpha = 0.9$ a gradient ten steps back still counts about a third.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Put the first line into itself on the board, twice; then read off the powers of 0.9.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A slope that never changes
//
// Along the valley the gradient changes little from step to step. So take the purest case: a slope of exactly 3, for ever. Plain
// descent with $\lambda = 0.01$ moves 0.03 a step.
//
// **Prediction.** And the heavy ball? What becomes of its steps in the long run?

// %% Your guess: a lasting slope tags=["guess"] finding="On a steady slope momentum 0.9 is a tenfold rate"
const hill = { start: [0], steps: 200, hyper: { lambda: 0.01, alpha: 0.9 } };
const slope = descend(objective("3*x"), momentum, hill);
const speeds = [1, 2, 5, 10, 20, 60].map((t) => ({ step: t, length: -slope.at(t).m[0] }));
const sixty = [0, 0.9].map((alpha) =>
  descend(objective("3*x"), momentum, {
    start: [0],
    steps: 60,
    hyper: { lambda: 0.01, alpha },
  }),
);
const lengths = curves(sixty, { of: "updateLength" });
display(ask("momentum/constant", table(speeds), lengths));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// A tenfold learning rate: say it twice. If the class is ahead: ask for the terminal speed at 0.99.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can write the rule, work it by hand, and you know what becomes of its steps on a lasting slope. About
// 35 minutes are left: a slope that flips, a race, the best two numbers, and the exercises.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## A slope that flips
//
// Along the valley the slope persists. Across it things can be different: when the rate times the curvature, $\lambda h$, is
// above 1, plain descent overshoots, and the gradient changes sign at every step. The purest case: $+1, -1, +1, -1, \dots$ for ever.
//
// **Prediction.** How long are the heavy ball's steps in the long run, beside those of plain descent?

// %% Your guess: flipping slope tags=["short-path","guess"] finding="What persists is amplified; what flips is damped"
const flip = {
  value: () => 0,
  gradient: (_w: unknown, _out: unknown, t: number) => [(-1) ** t],
};
const flips = (alpha: number, steps: number) =>
  descend(flip, momentum, { start: [0], steps, hyper: { lambda: 0.01, alpha } });
const timesPlainDescent = Math.abs(flips(0.9, 200).at(200).m[0]) / 0.01;
const shrinking = curves([flips(0, 40), flips(0.9, 40)], { of: "updateLength" });
display(ask("momentum/flip", table({ timesPlainDescent }), shrinking));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Draw the two sums on the board: 1 + 0.9 + 0.81 + ..., and 1 - 0.9 + 0.81 - ... The first is 10, the second about a half.
// Then point at the two directions of the ravine.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Five runners, one ravine, 50 steps each"
// ## Five runners
//
// In the ravine, from the same start, 50 steps each:
//
// 1. plain descent, $\lambda = 0.1$;
// 2. plain descent with the tenfold rate, $\lambda = 1$;
// 3. momentum, $\alpha = 0.9$, $\lambda = 0.1$: its terminal speed (its steps on a lasting slope) is that of runner 2;
// 4. momentum, $\alpha = 0.9$, $\lambda = 0.1\,(1-\alpha) = 0.01$: its terminal speed is that of runner 1;
// 5. plain descent with the best rate of lesson 02, $\lambda = 2/(0.1 + 2) = 0.952$.
//
// **Prediction.** Who wins? (The curvature across the valley is 2, along it 0.1; lesson 02 gave the limit $2/h$.)

// %% Your guess: the winner tags=["guess"] finding="Plain descent wins, as it alone has its best rate" marked=[5, 4] stops=5
const plainRoll = (lambda: number) =>
  descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda } });
const roll = (lambda: number, alpha: number) =>
  descend(ravine, momentum, { start, steps: 50, hyper: { lambda, alpha } });
const bestPlain = plainRoll(2 / (0.1 + 2));
const runners = [plain, plainRoll(1), heavy, roll(0.01, 0.9), bestPlain];
const results = runners.map(({ path, end }, i) => ({
  runner: i + 1,
  xAtStep20: path[20][0],
  yAtStep50: path[50][1],
  lossAtStep50: end.loss,
}));
display(ask("momentum/winner", table(results), curves(runners, { numbered: true })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Let them argue for runners 2, 3 and 5. The point to leave on the board: same terminal speed, other behaviour across; and a
// race is fair only when every number is tuned.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## More momentum
//
// With $\alpha = 0.9$ the ball keeps nine tenths of its velocity at every step. What does more of it do?
//
// **Prediction.** Take $\alpha = 0.99$. How does the loss go over 50 steps: below that of 0.9, with it, or above it?

// %% Your guess: heavier still tags=["guess"] finding="Too heavy a ball swings like a pendulum without friction" then="At λ = 0.1 too little crawls, too much swings: a best α lies between" marked=[2, 3]
const three = [heavy, roll(0.1, 0.99), roll(0.1, 0.5)];
const after50 = three.map(({ hyper, end }) => ({ ...hyper, lossAfter50Steps: end.loss }));
display(ask("momentum/pendulum", table(after50), curves(three)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Come back to the first card of the lesson. A pendulum without friction is the picture for 0.99. In the explorer take pairs that
// the room calls out, and keep the best: the next question asks for its $\alpha$.

// %% [markdown]
// **Push it.** Here both balls can be played with: drag the start, slide $\lambda$ and $\alpha$, go step by step. Can you find a
// pair with which the heavy ball neither crawls nor swings? And a $\lambda$ at which it runs away?

// %% An explorer finding="Plain descent crawls, momentum 0.9 swings: hunt for a pair between"
const rules = [
  { rule: momentum, hyper: nineTenths },
  { rule: gradientDescent, hyper: { lambda: 0.1 } },
];
display(explore({ objective: ravine, rules, start, steps: 50 }));

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 to 25 minutes are left: the best $\alpha$, noise, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} finding="The best pair is known, if the curvatures are"
// ## The best two numbers
//
// On a bowl with curvatures from $h_1$ (flattest) to $h_n$ (steepest), the best pair is known (Polyak 1964; an optional page
// derives it):
//
// $$ \lambda = \left( \frac{2}{\sqrt{h_1} + \sqrt{h_n}} \right)^2 \qquad
// \alpha = \left( \frac{\sqrt{h_n} - \sqrt{h_1}}{\sqrt{h_n} + \sqrt{h_1}} \right)^2 $$
//
// **Prediction.** The ravine has $h_1 = 0.1$ and $h_n = 2$. The usual 0.9: is that too little for it, about right, or too much?

// %% Your guess: the best pair tags=["guess"] rows=[] finding="The usual 0.9 is too much for this ravine"
const [h1, hn] = [0.1, 2];
const [low, high] = [Math.sqrt(h1), Math.sqrt(hn)];
const best = { lambda: (2 / (low + high)) ** 2, alpha: ((high - low) / (high + low)) ** 2 };
const bestHeavy = roll(best.lambda, best.alpha);
display(ask("momentum/bestAlpha", table(best), curves([bestPlain, heavy, bestHeavy])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=5
// The derivation is on the optional page; the point here is Q against its root. Then the map: let them find plain descent on it.

// %% [markdown] slideshow={"slide_type": "subslide"} finding="Momentum pays for the root of the condition number"
// How many steps does one more correct digit cost, with the best numbers of each rule? That depends on one number, the condition
// number $Q = h_n/h_1$. In each step the error shrinks, in the long run, by the factor
//
// - plain descent: $(Q-1)/(Q+1)$
// - momentum: $(\sqrt{Q}-1)/(\sqrt{Q}+1)$
//
// Here are ever narrower ravines.

// %% Steps for one more digit marked=[3, 3]
const stepsPerDigit = (rate: number) => Math.log(0.1) / Math.log(rate);
const withFactor = (q: number) => stepsPerDigit((q - 1) / (q + 1));
const narrow = [20, 100, 10_000];
const prices = narrow.map((Q) => ({
  Q,
  plain: withFactor(Q),
  momentum: withFactor(Math.sqrt(Q)),
}));
display(table(prices));

// %% [markdown]
// Roughly $1.15\,Q$ steps against $1.15\sqrt{Q}$: at $Q = 10{,}000$ a hundredth. That is the real gain, and it is large when the ravine
// is narrow.
//
// Two honest notes. The factor speaks of the long run only: at the best pair the error first shrinks more slowly. And
// a neural network has no best pair: its largest curvature can be measured, and changes as it learns; its smallest are 0 and below. 0.9 is a
// habit that works, not a theorem.

// %% [markdown] slideshow={"slide_type": "subslide"}
// How does the factor per step, in the long run, depend on the two numbers? With plain descent it falls as $\lambda$ grows, to 0.905 at
// $2/(h_1 + h_n)$, and then rises; from $\lambda = 1$ on the error grows.
//
// **Prediction.** And with the usual $\alpha = 0.9$? (In the explorer above: keep $\alpha$ at 0.9, slide $\lambda$, and look how soon the
// swings die out.) The card then opens the whole map.

// %% Your guess: the map tags=["guess"] finding="Along the row of 0.9 a wide range of rates is equally fast"
const worst = (lambda: number, alpha: number) =>
  Math.max(...[h1, hn].map((h) => contractionFactor(h, { lambda, alpha })));
const alongRows = [0.05, 0.2, 0.5, 0.952, 1.8].map((lambda) => ({
  lambda,
  plain: worst(lambda, 0),
  heavy: worst(lambda, 0.9),
}));
display(ask("momentum/row", rateMap([h1, hn], { row: 0.9 }), table(alongRows)));

// %% [markdown] slideshow={"slide_type": "skip"}
// **Push it.** Here is the same, split: each direction of the ravine by its factor, and the whole error as the ball really goes. At
// $\alpha = 0.9$ both directions are equally slow; slide $\alpha$ below 0.81, and the flat one falls behind: along the valley the
// ball creeps. Then set the best pair.

// %% The error by direction slideshow={"slide_type": "skip"}
display(errorByDirection([h1, hn], { rule: momentum, hyper: nineTenths }));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: the equation behind the map
//
// It is not counted in the time, and nothing below needs it. Look at one direction, of curvature $h$, with the bottom at 0. The
// gradient is $h w$, and the velocity is the last step, $w_t - w_{t-1}$. So the two lines of the rule are one:
//
// $$ w_{t+1} = (1 + \alpha - \lambda h)\, w_t - \alpha\, w_{t-1} $$

// %% [markdown] slideshow={"slide_type": "skip"}
// Which walks multiply the error by the same number $r$ in each step? Put $w_t = r^t$ into that line and divide by $r^{t-1}$:
//
// $$ r^2 - (1 + \alpha - \lambda h)\, r + \alpha = 0 $$
//
// It has two solutions, its **roots**. The ball's walk is a mixture of both; in the long run the larger one decides. Its size $|r|$
// is the factor per step, the colour of the map.

// %% [markdown] slideshow={"slide_type": "skip"}
// The product of the two roots is $\alpha$. So the larger in size is never below $\sqrt{\alpha}$. As $\lambda h$ grows from 0:
//
// - Below $(1-\sqrt{\alpha})^2$ both are positive and the larger is above $\sqrt{\alpha}$: the ball creeps.
// - **Critical damping** is where the two meet, at $\lambda h = (1-\sqrt{\alpha})^2$, each equal to $\sqrt{\alpha}$.
// - From there to $(1+\sqrt{\alpha})^2$ they are complex numbers of the size $\sqrt{\alpha}$, whatever $\lambda$ is: the ball swings.
// - Beyond, both are negative: the ball jumps from side to side.

// %% [markdown] slideshow={"slide_type": "skip"}
// **The limit** is where a root reaches $-1$. Put it in: ${1 + (1 + \alpha - \lambda h) + \alpha = 0}$, so $\lambda h = 2 + 2\alpha$.
//
// Here are the factors for $\alpha = 0.25$, where $(1-\sqrt{\alpha})^2$ is 0.25 and ${(1+\sqrt{\alpha})^2}$ is 2.25:

// %% The roots slideshow={"slide_type": "skip"}
const factorAt = (lambda: number) => contractionFactor(1, { lambda, alpha: 0.25 }); // h = 1
const places = [0.1, 0.25, 1, 2.25, 2.4, 2.5];
display(table(places.map((lambda) => ({ lambdaH: lambda, factor: factorAt(lambda) }))));

// %% [markdown] slideshow={"slide_type": "skip"}
// On this bowl $h$ is 1 in every direction, so $\lambda h$ is $\lambda$. The explorer begins at critical damping, $\lambda = \alpha =
// 0.25$. Slide $\alpha$ up: the ball rolls past. Slide it down: the ball creeps. Put it back and raise $\lambda$: up to 2.25 the
// ball swings and is in the long run not a bit faster, then it jumps from side to side, and from 2.5 on it does not come back.

// %% Move the roots slideshow={"slide_type": "skip"}
const critical = { rule: momentum, hyper: { lambda: 0.25, alpha: 0.25 } };
const round = quadratic([1, 1]);
display(explore({ objective: round, rules: [critical], start, steps: 20 }));

// %% [markdown] slideshow={"slide_type": "skip"}
// **The best pair.** For a given $\lambda$, which $\alpha$ is best in one direction? The one with two equal roots. With less the ball
// creeps, or jumps from side to side; with more its swings last longer. The factor is then $\sqrt{\alpha}$, and that is
// $1 - \sqrt{\lambda h}$ where the roots are positive, $\sqrt{\lambda h} - 1$ where they are negative.
//
// Now two directions, as in lesson 02. Whatever $\alpha$ is, the flattest has at least the factor $1 - \sqrt{\lambda h_1}$, and the
// steepest at least $\sqrt{\lambda h_n} - 1$. As $\lambda$ grows the one falls and the other rises, so no pair does better than the one
// where both are reached and equal.

// %% [markdown] slideshow={"slide_type": "skip"}
// That is
//
// $$ 1 - \sqrt{\lambda h_1} = \sqrt{\lambda h_n} - 1 = \sqrt{\alpha}. $$
//
// Every direction between the two swings, and has the factor $\sqrt{\alpha}$ as well.
//
// The first equation gives $\sqrt{\lambda} = 2/(\sqrt{h_1} + \sqrt{h_n})$, and then the second
// $\sqrt{\alpha} = (\sqrt{Q}-1)/(\sqrt{Q}+1)$: the pair above. That is why $Q$ becomes $\sqrt{Q}$.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Momentum and noise
//
// Lesson 02 kicked the ball about: on the bowl $f = {{tex x^2/2}}$ each gradient is $x$ plus a random number of standard
// deviation 1. Plain descent then never settles; it hovers on a **noise floor**.
//
// **Prediction.** The velocity is a sum over many gradients. Does it average the noise away?

// %% Your guess: the floor tags=["guess","folded"] finding="Momentum does not cure noise: at the same small rate its floor is ten times as high" marked=[2, 3]
// The mean loss of long runs
const hover = (lambda: number, alpha: number) => {
  const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
  const run = descend(rough, momentum, { start: [0], steps: 50_000, hyper: { lambda, alpha } });
  return run.losses.reduce((sum, loss) => sum + loss, 0) / run.losses.length; // the average
};
const pairs = [
  { lambda: 0.01, alpha: 0 },
  { lambda: 0.01, alpha: 0.9 },
  { lambda: 0.001, alpha: 0.9 },
  { lambda: 1, alpha: 0 },
  { lambda: 0.1, alpha: 0.9 },
];
const floors = pairs.map((pair) => ({ ...pair, floor: hover(pair.lambda, pair.alpha) }));
display(ask("momentum/floor", table(floors)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Nearly everybody expects less noise. Ask what was said about the tenfold rate; then read rows 1 and 3, the fair pair.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Optional: on a network
//
// The small network of lesson 02's optional page: four measures of a flower, six neurons, three species. It learns from all 150 flowers at
// once, so without noise. Plain descent has $\lambda = 0.5$. Momentum has $\alpha = 0.9$, and a tenth of that rate.
//
// **Prediction.** Which of the two has the lower loss after 400 steps? (Three minutes more, and not in the time that the lesson says.)

// %% Your guess: a network tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Three pairs, from three starts each
const threePairs = [
  { lambda: 0.5, alpha: 0 },
  { lambda: 0.05, alpha: 0.9 },
  { lambda: 0.5, alpha: 0.9 },
];
const learned = [1, 2, 3].flatMap((seed) =>
  threePairs.map((hyper) => {
    const net = network(iris(), { hidden: [6], seed });
    const { losses } = descend(net, momentum, { steps: 400, hyper });
    return { seed, ...hyper, lossAfter100: losses[100], lossAfter400: losses[400] };
  }),
);
display(ask("momentum/network", table(learned)));

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Five exercises, easiest first. The fifth is for another day: the time that the lesson says is without it. A card is answered by a click. Where there is code to write, replace what stands under *your
// answer here*, run the cell, then run the one below it. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=9
// In pairs. The bug of the third is the one that they will write themselves one day.

// %% [markdown] exercise="momentum/truth"
// **1. Choose.** One sentence is true.

// %% Exercise 1: your answer exercise="momentum/truth" finding="It overshoots, and still arrives"
display(ask("momentum/truth"));

// %% [markdown] exercise="momentum/rule"
// **2. Write the rule.** `w`, `m` and `g` are lists with a number for each coordinate; `g[i]` is the slope of coordinate `i`.
// Return the new `w` and the new `m`. Mind the order.

// %% Exercise 2: your answer exercise="momentum/rule"
// from the place w, the velocity m and the slopes g to the next place and velocity
const heavyStep: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
  // BEGIN SOLUTION
  const velocity = m.map((old, i) => alpha * old - lambda * g[i]);
  return { w: w.map((x, i) => x + velocity[i]), m: velocity };
  // END SOLUTION
};

// %% Exercise 2: look exercise="momentum/rule" finding="The share α of the old velocity, and a whole new step"
display(check("momentum/rule", heavyStep));

// %% [markdown] exercise="momentum/late"
// **3. Find the bug.** This is momentum as PyTorch writes it: `b` is a leaky sum of gradients (`m` holds the old `b`), and the
// rate comes after it. It was written late at night. It runs, it descends, and it is not momentum. What does it do in step 1? Mend it.

// %% Exercise 3: your answer exercise="momentum/late"
const lateAtNight: StepOf<"m", "lambda" | "alpha"> = ({ w, m, g }, { lambda, alpha }) => {
  const b = m.map((old, i) => alpha * old + g[i]);
  // BEGIN SOLUTION return { w: w.map((x, i) => x - lambda * m[i]), m: b };
  return { w: w.map((x, i) => x - lambda * b[i]), m: b };
  // END SOLUTION
};

// %% Exercise 3: look exercise="momentum/late" finding="The step uses the new velocity"
display(check("momentum/late", lateAtNight));

// %% [markdown] exercise="momentum/tuned"
// **4. Tune.** Bring the ravine's loss below 0.001 within 20 steps, and keep it there. Two numbers are yours. Use what the section *The
// best two numbers* says, or your eyes.

// %% Exercise 4: your answer exercise="momentum/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.1, alpha: 0.9 };
const mine = { lambda: 1.3, alpha: 0.4 };
// END SOLUTION

// %% Exercise 4: look exercise="momentum/tuned" finding="A large rate and a small α"
display(check("momentum/tuned", mine));

// %% [markdown] exercise="momentum/friend" slideshow={"slide_type": "skip"}
// **5. Explain.** To a friend who knows plain descent only, in three sentences: why may momentum go along the valley as if
// its rate were larger, and not run up the walls?

// %% Exercise 5: your answer exercise="momentum/friend" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Across the valley the gradients flip and partly cancel in the leaky sum; along it they add up.";
// END SOLUTION

// %% Exercise 5: look exercise="momentum/friend" slideshow={"slide_type": "skip"}
display(check("momentum/friend", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex momentum}} $$
//
// - **It fixes** the crawl along a ravine: what persists is amplified by $1/(1-\alpha)$, and the walls bear a larger rate.
// - **It costs** one number a parameter (the velocity), a second thing to choose, and overshoot.
// - **Stable** while $\lambda h < 2 + 2\alpha$ ($h$ is the largest curvature).
// - **In use today:** $\alpha = 0.9$; when you raise it, lower $\lambda$, because on a slope of size $g$ the terminal speed is
//   $\lambda g/(1-\alpha)$.
// - **The line students forget:** the step uses the *new* velocity.
// - **Libraries:** PyTorch's `SGD(momentum=0.9)` has the rate outside the velocity: the same path until the rate changes.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Leave the first point on the screen: what persists is amplified, and the walls bear a larger rate.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite polyak1964}}; {{cite sutskever2013}}, section 2; {{cite goh2017}}, with live pictures of everything here.
//
// **Next:** the ball sees the wall only when it has hit it. Could it look where it is about to land, and brake in time?
// That is [lesson 04, Nesterov](04-nesterov.ipynb).
