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
import { ask, check, curves, descend, display, explore, gradientDescent } from "fall-line";
import { gradientDescentAveraged, gradientDescentClipped, gradientDescentEma } from "fall-line";
import {
  intervals,
  landscape,
  muon,
  noisy,
  objective,
  parabola,
  polarPicture,
  quadratic,
  schedules,
  table,
  variant,
} from "fall-line";
import type { FormulaOf, StepOf } from "fall-line";

const cliff = objective("x + exp(-15*x) + y^2/8", { name: "a gentle slope to a cliff" });
const walk = { start: [4.3, 2], steps: 60 };
const thrown = descend(cliff, gradientDescent, { ...walk, hyper: { lambda: 0.4 } });
const clipped = variant(gradientDescentClipped, { id: "clipped", title: "Clipped" });
const held = descend(cliff, clipped, {
  ...walk,
  hyper: { lambda: 0.4, bound: 1 },
});
display(curves([thrown, held], { plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// The loss of two balls on a gentle slope that ends at a cliff, step by step: same start, same rate, and only one is
// thrown.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Same slope, same rate, same start. One of the two is thrown back to where it came from, and farther, again and again. Ask what it met.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: a quarter of the rate tags=["recall"]
display(ask("used-today/quarterRate"));

// %% Remember: what decay leaves tags=["recall"] slideshow={"slide_type": "skip"}
display(ask("used-today/pulled"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="What is used today are old ideas in new places"
// ## Old ideas in new places
//
// Large models are trained, as of 2026, with ideas that you know:
//
// | today | the old idea | lesson |
// |---|---|---|
// | clipping | no long step where it is steep | 05 |
// | warm-up, cosine, WSD | travel, then settle | 08 |
// | averages of the weights | noise cancels in a mean | 02, 08 |
// | Muon | divide the slope by its size | 05, 09 |

// %% Beyond the deck [markdown] slideshow={"slide_type": "skip"}
// This lesson goes beyond the deck, and the course is complete without it. It takes these parts one by one. (This ages.)

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Let the room guess which of the four is the oldest. (Clipping and averages were both in use decades ago; Polyak and Juditsky's theorem is of 1992.)

// %% [markdown] slideshow={"slide_type": "slide"} finding="One steep place throws it back, farther than it began"
// ## The problem: a cliff
//
// The ball comes down a gentle slope of 1, in steps of 0.4. On the wall at the left the slope is about $-23.7$: at the same rate, 0.4, that
// is a step of 9.5. (One step before, the slope is still 0.83.)
//
// Nothing is wrong with the rate on all of the way but one place. Networks have such places, recurrent ones above all (Pascanu et al.
// 2013): the loss jumps, and what was learned is gone.

// %% Along x slideshow={"slide_type": "fragment"}
const around = [10, 11, 12, 13];
const places = around.map((t) => ({
  step: t,
  x: thrown.at(t).w[0],
  xClipped: held.at(t).w[0],
}));
display(table(places));
const flown = descend(cliff, gradientDescent, { ...walk, steps: 13, hyper: { lambda: 0.4 } });
const along = [-1, 10.5] as const;
const across = [-1.5, 3] as const;
display(landscape(flown, { view: [along, across] }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Read the column x aloud. Ask for the slope at the step before the throw, and at the throw.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] idea="gd-clipped" finding="Shorten a gradient that is too long, as a whole"
// ## The idea: clip by the norm
//
// *A gradient that is longer than a bound is shortened to it; its direction is kept.*
//
// $$ {{tex gradientDescentClipped}} $$
//
// $c$ is the **bound**, $k$ the share of the gradient that is left: 1 as long as the gradient is no longer than $c$ (Pascanu et al. 2013).
// The norm is that of the *whole* gradient, of all weights together. Any rule can be given the shortened gradient in place of its own.
// Large models give it to AdamW, with a bound of 1: Adam's own step is at most a few times η in each weight, but one huge gradient would
// stay in its moments for many steps.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** A gradient of (30, 40), everywhere the same.

// %% Your guess: one clipped step tags=["guess"] finding="A clipped step of plain descent is at most λc long" then="A tenth of the gradient is left, in both entries"
const steep = descend("30*x + 40*y", gradientDescentClipped, {
  start: [0, 0],
  steps: 1,
  hyper: { lambda: 0.1, bound: 5 },
});
display(ask("used-today/clip", steep.worked(1)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Pencils out. Whoever says minus 0.5 has cut each entry by itself: that arrow would point elsewhere.

// %% [markdown] slideshow={"slide_type": "subslide"} finding="Shorter, and in the same direction"
// One step of each on a bowl, from one start: the clipped one ends on the way of the other.

// %% The step, before and after
const one = { start: [-6, 2], steps: 1 };
const whole = descend("x^2/4 + y^2", gradientDescent, { ...one, hyper: { lambda: 0.5 } });
const cut = descend("x^2/4 + y^2", gradientDescentClipped, {
  ...one,
  hyper: { lambda: 0.5, bound: 2 },
});
display(landscape([whole, cut]));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Which arrow would cutting each entry by itself give? One at 45 degrees, for both slopes are beyond the bound.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Push it.** The same slope and wall. Raise the bound: how does the throw grow with it? Then let the bound be 1 and raise λ.

// %% An explorer of the bound finding="The bound says how far it is thrown"
display(
  explore({
    objective: cliff,
    rules: [
      { rule: gradientDescentClipped, hyper: { lambda: 0.4, bound: 1 } },
      { rule: gradientDescent, hyper: { lambda: 0.4 } },
    ],
    start: [4.3, 2],
    steps: 60,
  }),
);

// %% [markdown]
// Its price: one more number to choose, and a warning that is no longer heard. The clipped ball does not come to rest: it hops at the
// wall between 0.12 and 0.53, since 0.4 is too much for that place. Clipping keeps what was reached; it makes no rate a good one. If *most* steps are clipped, the length of
// the gradient no longer counts, and the rate alone says how far.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Ask what one should watch in training: the share of steps that are clipped. A few in a hundred are a belt; most of them are another rule.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="Both climb; one bends down, the other stays and drops"
// ## Two plans for the rate
//
// Two plans join warm-up and decay:
//
// - **warm-up and cosine**: up, then down along half a cosine.
// - **WSD**, warm-up, stable, decay: up, along, and quickly down.

// %% Where they come from [markdown] slideshow={"slide_type": "skip"}
// The cosine is of Loshchilov and Hutter (2017), with a warm-up of Goyal et al. (2017); WSD of Hu et al. (2024). Both go up in equal parts, and
// our WSD comes down in a straight line.

// %% Both plans slideshow={"slide_type": "fragment"} tags=["short-path"]
const plan = { start: [1], steps: 100, hyper: { lambda: 0.4 } };
const bent = schedules.warmUpCosine({ warm: 10, steps: 100 });
const stable = schedules.wsd({ warm: 10, decay: 20, steps: 100 });
const planned = [bent, stable].map((schedule) =>
  descend(parabola, gradientDescent, { ...plan, schedule }),
);
display(curves(planned, { of: "rate", scale: "linear" }));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask of each curve: what do you need to know at step 20 to take step 21? Of the cosine, the end.

// %% [markdown] slideshow={"slide_type": "fragment"} finding="The cosine must know its end; WSD need not"
// A cosine must know its end from the start, WSD only when its decay begins. A cosine bends from the first step after its warm-up, by
// $\tfrac{1}{2}(1 + \cos \pi p)$ where the share $p$ of its steps has passed: each other end is another curve. WSD goes on at the whole rate
// until somebody says: now.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 30 minutes are left. What you have: clipping, and two plans. What comes: the plans on the network of
// lesson 10, averages, Muon, a table to choose by, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The plans on a network
//
// The network of lesson 10: handwritten digits of 8 by 8 pixels, 16 hidden neurons, 300 pictures to learn from and 1197 to test with. AdamW,
// 600 steps of 30 pictures, 30 steps of warm-up; WSD decays in the last 120. Six runs each: which pictures are learned from, the first
// weights and the batches are drawn anew in each. (`npx tsx lessons/11-used-today/experiment.ts` in the project makes them again.)
//
// **Prediction.** The rates are 0.01, 0.03, 0.1 and 0.3; "kept" is a constant rate. Behind each ± stands one standard error of the six runs;
// the 99 % interval of lesson 10 would be four times as wide.

// %% Your guess: what a plan buys tags=["guess","folded","short-path"] finding="With a plan a rate that is too large does less harm" then="At 0.3 both plans end lower; none beats 0.189" marked=[4]
// Mean test losses
const onDigits = [
  { rate: 0.01, kept: "0.189 ± 0.004", cosine: "0.199 ± 0.005", WSD: "0.189 ± 0.004" },
  { rate: 0.03, kept: "0.198 ± 0.007", cosine: "0.194 ± 0.004", WSD: "0.197 ± 0.003" },
  { rate: 0.1, kept: "0.211 ± 0.017", cosine: "0.228 ± 0.020", WSD: "0.210 ± 0.007" },
  { rate: 0.3, kept: "1.019 ± 0.097", cosine: "0.433 ± 0.035", WSD: "0.569 ± 0.014" },
];
display(ask("used-today/reach", table(onDigits)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Most say: with all. As in lesson 08, a plan makes a rate that is too large to end with less bad. At 0.3 it makes it good with neither plan.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] idea="gd-averaged.a" finding="Do not stop the hopping: take its mean"
// ## Averages of the weights
//
// *The ball hops around the minimum. So take the mean of where it has been.*
//
// $$ {{tex gradientDescentAveraged}} $$
//
// $w$ goes as ever, and $a$ looks on: the mean of all points after step $s$. One trains with $w$, and takes $a$ home. This is **Polyak's
// averaging** (Polyak and Juditsky 1992); networks were averaged so, once an epoch, as SWA (Izmailov et al. 2018).

// %% [markdown] slideshow={"slide_type": "subslide"}
// A mean that forgets is the **moving average**, EMA (Tarvainen and Valpola 2017, for networks):
//
// $$ {{tex gradientDescentEma.a}} $$
//
// The bowl $f = {{tex x^2/2}}$ with noise of standard deviation 1 on each slope, 2000 steps from $x = 5$. The mean is that of the last 1000 points.
//
// **Prediction.** The mean's loss and that of $w$ itself.

// %% Forty runs tags=["folded"]
// Where they end
const forty = Array.from({ length: 40 }, (_, i) =>
  noisy(quadratic([1]), { size: 1, seed: i + 1 }),
);
const lossOf = (x: number) => x ** 2 / 2;
const thousandths = (xs: number[]) =>
  Number(((1000 * xs.reduce((sum, x) => sum + x, 0)) / xs.length).toPrecision(3));
const long = { start: [5], steps: 2000 };

// %% Their averages tags=["folded"]
// Averages of all forty
const losses = (lambda: number) => {
  const means = forty.map((on) =>
    descend(on, gradientDescentAveraged, { ...long, hyper: { lambda, from: 1000 } }).at(2000),
  );
  const moving = forty.map((on) =>
    descend(on, gradientDescentEma, { ...long, hyper: { lambda } }).at(2000),
  );
  return {
    lambda,
    "1000 × loss of w": thousandths(means.map((last) => lossOf(last.w[0]))),
    "1000 × the moving average's": thousandths(moving.map((last) => lossOf(last.a[0]))),
    "1000 × the mean's": thousandths(means.map((last) => lossOf(last.a[0]))),
  };
};

// %% Your guess: the mean tags=["guess"] finding="The hops cancel: the mean ends seventy times lower" columns=[1, 2, 4] marked=[2, 4]
display(ask("used-today/average", table([0.3, 0.1, 0.03].map(losses))));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Look down the last column before you explain: these three rates are alike. Ask for a rate at which it would fail. (One so small that the
// ball has not arrived: 0.001.)

// %% [markdown] slideshow={"slide_type": "skip"}
// On the network the mean of the weights over the second half of each run, at the rate kept, gains nothing that may not be luck. At
// 0.01, 0.03 and 0.1 its test loss, less that of the last weights, is 0.001 ± 0.001, −0.002 ± 0.001 and 0.008 ± 0.003 (stored, as above).
//
// These runs know their 300 pictures by heart: hardly any noise is left. At 0.3 the weights still hop; there the mean ends lower in four of six
// runs (in PyTorch in all six: a difference in the last digit grows), about four times as high as at 0.01. Large models, which see most
// texts once (Touvron et al. 2023), have noise to the end.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// An idea that is right, and a case in which it wins nothing. Ask what is different between the two.

// %% [markdown] slideshow={"slide_type": "skip"}
// Its price: a copy of all weights, and a minimum that is nearly a bowl around. The mean of two runs from *different first weights* can be far worse than
// either: the same network can be written with its neurons in another order.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 minutes are left: Muon, the table, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="A matrix stretches some directions more than others"
// ## Muon: a slope as a matrix
//
// AdaGrad and Adam divide each *entry* of the slope by its size. The weights of a layer are a matrix. It turns a circle into an ellipse; its
// half axes are the **singular values**.

// %% A circle and its image slideshow={"slide_type": "fragment"} tags=["short-path"]
display(polarPicture([3, 0, 4, 5], { after: [0] }));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"] idea="muon" finding="The polar factor: the same directions, all singular values 1"
// The directions of a matrix are not its entries: they are its **singular vectors**.
//
// *Keep the directions of the momentum, and make all its singular values alike.* (Jordan et al. 2024)
//
// $$ {{tex muon}} $$
//
// $r$ is the number of rows: $w$ is that matrix, row by row. $\operatorname{polar}$ is, nearly, the **polar factor** of the matrix: its singular vectors, with singular values of 1.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// A circle goes through a matrix and comes out as an ellipse; its half axes are the singular values. Muon's direction makes nearly a circle of a circle.

// %% [markdown] slideshow={"slide_type": "subslide"}
// Four weights, a matrix of $r = 2$ rows, and a slope that is the same everywhere, with the rows $(3, 0)$ and $(4, 5)$.
//
// **Prediction.** The slope of the second, $b$, is 0.

// %% Your guess: a slope of 0 tags=["guess","short-path"] rows=[] finding="The ellipse becomes rounder, and b moves too"
const square = descend("3*a + 0*b + 4*c + 5*d", muon, { start: [1, 1, 1, 1], steps: 1 });
const ellipses = polarPicture([3, 0, 4, 5], { after: [0, 5] });
display(ask("used-today/noSlope", ellipses, square.worked(1)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Ask why one does not compute the factor exactly. (A singular value decomposition is slow on the machines that train; fifteen products are not.)

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Five steps of Newton and Schulz
//
// The matrix is divided by its length. Then, five times over, each singular value changes by the same formula:
//
// $$ s \;\leftarrow\; 3.4445\,s - 4.775\,s^3 + 2.0315\,s^5 $$

// %% Products of matrices [markdown] slideshow={"slide_type": "skip"}
// No singular vector is ever computed. Divided by its length, the matrix has no singular value above 1. In each of the five steps the matrix
// $X$ is replaced by $aX + b\,XX^{\top}X + c\,XX^{\top}XX^{\top}X$, with the three numbers of the formula. That leaves the singular
// vectors alone.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Prediction.** Five steps, for three singular values.

// %% Your guess: five steps slideshow={"slide_type": "skip"} tags=["guess"]
const next = (s: number) => 3.4445 * s - 4.775 * s ** 3 + 2.0315 * s ** 5;
const five = (s: number) => [0, 1, 2, 3, 4].reduce((all) => [...all, next(all.at(-1)!)], [s]);
const rows = [0.95, 0.1, 0.01, 0.001, 0.0001].map((s) =>
  Object.fromEntries(
    five(s).map((size, step) => [`after ${step}`, Number(size.toPrecision(3))]),
  ),
);
display(ask("used-today/lifted", table(rows)));

// %% [markdown] slideshow={"slide_type": "skip"} finding="The axes stay; only their lengths change"
// Five steps on the slope from before, $(3, 0)$ above $(4, 5)$: no half axis of the ellipse turns, and no length settles. They lie along
// singular vectors, and are as long as the singular values.
//
// **Push it.** In the code below, let the 5 become 0.001, which makes the two rows nearly alike in direction. Five steps are too few; try
// `polarPicture([3, 0, 4, 0.001], { after: [0, 5, 10] })`.

// %% The ellipse, step by step slideshow={"slide_type": "skip"}
display(polarPicture([3, 0, 4, 5]));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Follow the solid axis: long, short, long, short. Which ellipse would have to come next if it were a circle? (A circle: 1 is not where the
// polynomial stays, for it makes 0.70 of it.)

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Muon on a layer
//
// The network again; only the first layer learns, a matrix of 16 rows and 64 columns, and all the rest stays as it was drawn. So each rule has
// one matrix and nothing else. (In use, Muon has the matrices of the hidden layers, and AdamW the rest.)
//
// **Prediction.** AdamW and Muon, the rate kept: for each the one of the four rates with the lowest training loss.

// %% Your guess: the first layer tags=["guess","folded"] finding="Muon trains lower here, and tests higher"
// Muon's loss less AdamW's, in each of the six draws
const lessAdamW = {
  "training loss": [-0.0731, -0.0862, -0.0868, -0.0952, -0.0925, -0.0815],
  "test loss": [0.0437, 0.0285, 0.0323, 0.0228, 0.0443, 0.0314],
};
display(ask("used-today/layer", intervals(lessAdamW, { of: "Muon minus AdamW" })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Lesson 10's question again: which loss, and is the difference told apart from luck? And who chose the rate: by the training loss, which is
// where Muon is ahead.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Which weights decay
//
// Others found, and this lesson has not run: the **matrices** decay; not the biases, nor the scales of normalization (He et al. 2019). A pull
// to 0 is meant to keep a function tame, and a bias makes it no steeper.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## How large a batch
//
// **Batch and rate go together**: $k$ times the batch bears about $k$ times the rate with SGD (Goyal et al. 2017), until the noise is no
// longer what limits it. Where that ends is the **critical batch size** (McCandlish et al. 2018): about the variance of one sample's gradient over the
// squared length of their mean. Far beyond it more machines save hardly a step (Shallue et al. 2019). It grows in the course of training.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Ask for the two ends: a batch so small that the mean is all noise; one so large that it has none. What does doubling do at each end?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="Take what your case asks for"
// ## You have ... take ...
//
// | you have | take |
// |---|---|
// | jumps of the loss | clipping |
// | a rate that may be too large | warm-up, and a cosine or WSD |
// | an open end | WSD, or an average |
// | a noisy end | an average |
// | matrices, and time to search | Muon for them, AdamW for the rest |

// %% Run here, and read there [markdown] slideshow={"slide_type": "skip"}
// And of what this lesson has not run:
//
// | you have | take |
// |---|---|
// | too little memory for Adam | Lion |
// | no wish to plan | Schedule-Free |
// | many machines | larger batches, up to the critical size |
//
// In our own runs a clipped step was bounded, a plan made too large a rate less harmful, an average cancelled the hops, and Muon had the
// lower training loss on our one matrix, though no lower test loss. Exercise 1 asks what must know the end.
//
// The rest is what others found: Muon did well on large models (Kimi Team 2025). Lion keeps one average in place of two, Schedule-Free an
// average in place of a schedule, and both were as good (Chen et al. 2023; Defazio et al. 2024). Larger batches pay up to the critical size
// (McCandlish et al. 2018).

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask of each row: run here, or read there? What would you want to see before you believe what was read? The lesson has three more rows:
// Lion where memory is short, Schedule-Free for who will not plan, larger batches for many machines.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Five exercises, easiest first, and one more for those who like. Where there is code to write, write it, run its cell, then run the cell
// below it: it says what your answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=6
// In a class: 1 on paper, 2 as a vote, 5 together.

// %% [markdown] exercise="used-today/trunk"
// **1. Predict.** Three budgets, two plans.

// %% Exercise 1: your answer exercise="used-today/trunk" finding="One stable run serves all three ends"
display(ask("used-today/trunk"));

// %% [markdown] exercise="used-today/batch" slideshow={"slide_type": "skip"}
// **2. Choose.** More machines.

// %% Exercise 2: your answer exercise="used-today/batch" slideshow={"slide_type": "skip"}
display(ask("used-today/batch"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="used-today/rule"
// **3. Write the rule.** Gradient descent, clipped by the norm of the whole gradient. `bound` is $c$.

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="used-today/rule"
const shortened: StepOf<never, "lambda" | "bound"> = ({ w, g }, { lambda, bound }) => {
  // BEGIN SOLUTION
  const share = Math.min(1, bound / Math.hypot(...g));
  return { w: w.map((x, i) => x - lambda * share * g[i]) };
  // END SOLUTION
};

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="used-today/rule" finding="One share for the whole gradient"
display(check("used-today/rule", shortened));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="used-today/wsd"
// **4. Write the schedule.** Warm-up, stable, decay: return the rate at step $t$ of `steps`. It grows in equal parts: the first step has
// `eta/warm`, step `warm` the whole `eta`. It falls in equal parts over the last `decay` steps, of which the very last has `eta/decay`.

// %% Exercise 4: your answer slideshow={"slide_type": "skip"} exercise="used-today/wsd"
type Plan = FormulaOf<"t" | "eta" | "warm" | "decay" | "steps">;
const inThreeParts: Plan = ({ t, eta, warm, decay, steps }) => {
  // BEGIN SOLUTION
  return eta * Math.min(1, t / warm, (steps + 1 - t) / decay);
  // END SOLUTION
};

// %% Exercise 4: look slideshow={"slide_type": "skip"} exercise="used-today/wsd" finding="Of three shares the smallest counts"
display(check("used-today/wsd", inThreeParts));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="used-today/helps"
// **5. Explain.** A network is trained by AdamW at one rate. Now and then its loss jumps, and takes a hundred steps to come back; at the end
// it goes up and down. Which two parts of this lesson do you try, each against what, and by what do you see whether it helped?

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="used-today/helps"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Clipping against the jumps; a cosine or an average at the end. Each alone, same draws, paired differences.";
// END SOLUTION

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="used-today/helps"
display(check("used-today/helps", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## One more exercise, optional
//
// It is not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="used-today/fed"
// **6. Find the bug.** Plain descent with a moving average of its points. It hardly moves. Mend it.

// %% Exercise 6: your answer slideshow={"slide_type": "skip"} exercise="used-today/fed" tags=["folded"]
// Lines to mend
const slow: StepOf<"a", "lambda" | "beta"> = ({ w, a, g, t }, { lambda, beta }) => {
  const next = w.map((x, i) => x - lambda * g[i]);
  const average = a.map((old, i) => (t > 1 ? beta * old + (1 - beta) * next[i] : next[i]));
  // BEGIN SOLUTION return { w: average, a: average };
  return { w: next, a: average };
  // END SOLUTION
};

// %% Exercise 6: look slideshow={"slide_type": "skip"} exercise="used-today/fed"
display(check("used-today/fed", slow));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// - **Clipping:** $g \cdot {{tex min(1, c/norm(g))}}$, the norm of the whole gradient. It makes no rate good.
// - **Warm-up and cosine** must know the end; **WSD** decides late. With either a rate that is too large does less harm.
// - **Averages:** train with $w$, take home $a$. On a bowl, once $w$ has arrived, the rate hardly matters for $a$.
// - **Muon:** the polar factor of the momentum, nearly: most singular values between 0.68 and 1.14, tiny ones below. For matrices only.
// - **In use:** AdamW with $\beta_2 = 0.95$, a decay of 0.1, a bound of 1, warm-up and a cosine (LLaMA, 2023); a variant of Muon (Kimi K2, 2025).

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// One sentence each, from four people: which old idea is it?

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite pascanu2013}}; {{cite loshchilov2019}}; {{cite loshchilov2017}}; {{cite goyal2017}}; {{cite hu2024}}; {{cite polyak1992}};
// {{cite izmailov2018}}; {{cite tarvainen2017}}; {{cite jordan2024}}; {{cite he2019}}; {{cite mccandlish2018}}; {{cite shallue2019}};
// {{cite chen2023}}; {{cite defazio2024}}; {{cite touvron2023}}; {{cite kimik2}}; for the digits {{cite alpaydin1998}}.
//
// **Next:** the course ends here. Write a rule of your own, as in [lesson 00](00-start-here.ipynb), and let it race: two lines of
// equations are enough.
