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
import { adagrad, adagradOutside, ask, check, curves, descend, display } from "fall-line";
import { explore, gradientDescent, landscape, objective, parabola } from "fall-line";
import { type PlainObjective, quadratic, rateSensitivity, ravine } from "fall-line";
import { type Rule, schedules, type StepOf, table, type Trace, variant } from "fall-line";

const start = [-8, 1.5];
const narrow = quadratic([0.1, 10], { name: "narrow ravine" });
const red = descend(narrow, gradientDescent, { start, steps: 50, hyper: { lambda: 0.19 } });
const blue = descend(narrow, adagrad, { start, steps: 50, hyper: { lambda: 1 } });
display(landscape([red, blue], { height: 380, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Fifty steps each from one start: gradient descent near the largest rate that it can bear, and AdaGrad.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Red is plain descent near the largest rate it can bear. Ask: what does the blue ball do with its very first step that
// the red one cannot?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: how long in the end tags=["recall"] slideshow={"slide_type": "skip"}
display(ask("adagrad/terminal"));

// %% Remember: the price of a digit tags=["recall"] finding="The steps for a digit grow as Q does"
display(ask("adagrad/hundred"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="The steep direction sets the one rate"
// ## The problem: one rate for two directions
//
// The ravine has the curvature 0.1 along and 10 across. Lesson 02 gave the limit $2/h$: across, plain descent bears no rate above
// 0.2; along, it could bear 20. There is one rate, so the steep direction sets it. The red ball bounces and crawls.
//
// The blue ball does neither.

// %% The first steps slideshow={"slide_type": "subslide"}
const one = { start, steps: 1 };
const redStep = descend(narrow, gradientDescent, { ...one, hyper: { lambda: 0.19 } });
const blueStep = descend(narrow, adagrad, { ...one, hyper: { lambda: 1 } });
display(landscape([redStep, blueStep]));

// %% [markdown]
// **Prediction.** Look at its first step.

// %% Your guess: the first step tags=["guess"] rows=[] finding="Blue goes equally far both ways"
const balls = { red: red.at(1), blue: blue.at(1) };
const firsts = Object.entries(balls).map(([ball, { g, update }]) => ({
  ball,
  slope: g,
  step: update,
}));
display(ask("adagrad/start", table(firsts)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Let them measure on the picture with two fingers. Then ask what a ball would have to know to
// do that. Collect "the slopes so far" if it comes; it usually does.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-10","short-path"] idea="adagrad" finding="Take smaller steps where the slopes have been large"
// ## The idea, and slide 10
//
// *Where the slopes have been large, take smaller steps; do so for each coordinate by itself.*
//
// $$ {{tex adagrad}} $$
//
// - $\kappa$ (kappa): the **sum of squared gradients** so far, one number for each coordinate. It starts at 0.
// - $\lambda$: the learning rate, as before.
// - $\varepsilon$ (epsilon): $10^{-7}$, so that nothing is divided by 0.
//
// Square, divide and root work **elementwise**: coordinate 1 knows nothing of coordinate 2. What multiplies the gradient,
// $\lambda/\sqrt{\kappa}$, is the **effective rate** of a coordinate.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Slide 10: "added element-wise scaling of the gradient based on the historical sum of squares in each dimension". Read
// the two lines aloud: "add the square of the slope to kappa; divide the step by the root of kappa". The slide's code puts the
// epsilon elsewhere; that is a page of its own at the end.

// %% [markdown] slideshow={"slide_type": "skip"}
// Other names for the same things:
//
// | here and on the slide | elsewhere |
// |---|---|
// | $\kappa$, sum of squared gradients | cache (the slide's code, CS231n), $G$ (Duchi et al. use its root), accumulator (Keras, PyTorch) |
// | $\lambda$ | $\eta$ (Duchi et al.), `lr` |
// | $\varepsilon$ | $\delta$ (Duchi et al.), `eps` |
//
// The name is short for *adaptive gradient*.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## By hand
//
// Take $f = x^2$, start at $x = 1$, with $\lambda = 0.1$. The slope is $2x$. Leave $\varepsilon$ aside; it matters in the eighth
// digit. Here is step 1.

// %% Step one, worked slideshow={"slide_type": "fragment"} finding="In step 1 the slope cancels"
const small = descend(parabola, adagrad, { start: [1], steps: 30, hyper: { lambda: 0.1 } });
display(small.worked(1));

// %% [markdown] slideshow={"slide_type": "subslide"}
// In the first step $\kappa$ is $g^2$, its root is $|g|$, and the slope cancels: **the first step is as long as $\lambda$,
// whatever the slope.**

// %% Step one, taken slideshow={"slide_type": "subslide"}
const closer: [number, number][] = [[-1.2, 1.2]];
const walk = (steps: number) =>
  descend(parabola, adagrad, { start: [1], steps, hyper: small.hyper });
display(landscape(walk(1), { view: closer }));

// %% [markdown]
// **Prediction.** Now step 2, with a pencil.

// %% Your guess: step two tags=["guess"] rows=[] finding="Step 2 is shorter: the root has grown"
display(ask("adagrad/second", small.worked(2), landscape(walk(2), { view: closer })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Step 1 at the board, the class does step 2. The surprise is step 1: the slope cancels. Ask for the first step at a
// slope of 1000.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Each coordinate has found a rate of its own"
// ## Two coordinates, two rates
//
// Back to the narrow ravine. Every coordinate has its own $\kappa$, and so its own effective rate $\lambda/\sqrt{\kappa}$. The rate across
// stays at about 0.06, far below the limit of 0.2: no bouncing. The rate along begins above 1. Plain descent would explode across
// at that rate; the blue ball uses both at once.

// %% Two rates slideshow={"slide_type": "fragment"}
const look = (t: number) => ({
  step: t,
  kappa: blue.at(t).kappa,
  effectiveRates: blue.effectiveRates(t),
});
display(table([1, 2, 3, 10, 50].map(look)));
display(curves(blue, { of: "effectiveRate", scale: "log" }));

// %% [markdown] tags=["short-path"] slideshow={"slide_type": "subslide"}
// Nobody told it the curvatures: it goes by the sizes of the slopes. The table shows one thing more. Read the rates downwards. We come back
// to that.
//
// **Push it.** Below, both balls can be played with: drag the start, slide the rates, step through. Red begins at its limit, 0.2: see
// what becomes of it above. Then look for a $\lambda$ with which blue runs away.

// %% An explorer tags=["short-path"] finding="At its limit, 0.2, red bounces for ever; blue comes home with λ = 3"
const playground = [
  { rule: adagrad, hyper: { lambda: 3 } },
  { rule: gradientDescent, hyper: { lambda: 0.2 } },
];
display(explore({ objective: narrow, rules: playground, start, steps: 50 }));

// %% [markdown] slideshow={"slide_type": "skip"}
// You will not find one: its first step is $\lambda$, all others are shorter, and on a bowl the slopes far out bring it back. There
// AdaGrad forgives a large rate.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Rates downwards in the table: everybody sees that they fall; promise that it comes back. In the explorer slide red
// above 0.2 first, then ask for a rate that makes blue run away. Nobody finds one: the first step is as long as the rate, all
// others are shorter, and on a bowl the slopes far out bring it back. AdaGrad forgives a large rate.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Rare words have rare slopes"
// ## Where it shines: rare features
//
// A model of texts has a weight for each word. A frequent word occurs in every example, a rare one in every fiftieth; when a word
// does not occur, the slope of its weight is exactly 0. Such gradients are called **sparse**.
//
// The examples disagree: each occurrence pulls its weight towards 2 or towards 0, by the toss of a coin. On average that is 1, the
// goal of every weight. All start at 0, 200 words of each kind.

// %% Frequent words and rare ones tags=["folded"]
// The slopes of 400 words
let seed = 1;
function toss() {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed < 2 ** 30 ? 0 : 2;
}
const labels = Array.from({ length: 1000 }, () => Array.from({ length: 400 }, toss));
const occurs = (word: number, t: number) => word < 200 || t % 50 === 0; // 200 frequent ones come first
const words: PlainObjective = {
  value: () => 0, // we follow the weights, not the loss
  gradient: (w, _out, t) => labels[t - 1].map((label, i) => (occurs(i, t) ? w[i] - label : 0)),
};
const zeros = labels[0].map(() => 0);
const read = (rule: Rule, lambda: number, schedule = schedules.constant()) =>
  descend(words, rule, { start: zeros, steps: 1000, hyper: { lambda }, schedule });

// %% One word of each kind tags=["folded"]
// One word of a kind, which each occurrence pulls towards 1
const word = (rule: Rule, title: string, lambda: number, every: number) => {
  const gradient: PlainObjective["gradient"] = (w, _out, t) => [t % every === 0 ? w[0] - 1 : 0];
  const named = variant(rule, { id: "word", title });
  return descend({ value: () => 0, gradient }, named, {
    start: [0],
    steps: 1000,
    hyper: { lambda },
  });
};
const three = [
  word(gradientDescent, "frequent word", 0.01, 1),
  word(gradientDescent, "rare word", 0.01, 50),
  word(adagrad, "rare word, AdaGrad", 0.35, 50),
];

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** Plain descent, 1000 steps, a small rate that averages nicely. Where does it bring the weights, on average?

// %% Your guess: the rare weight tags=["guess"] rows=[] finding="One small rate leaves the rare word behind; AdaGrad at 0.35 does not"
const careful = read(gradientDescent, 0.01);
const mean = (numbers: Float64Array) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
const kinds = (numbers: Float64Array) => [numbers.slice(0, 200), numbers.slice(200)];
const [meanFrequent, meanRare] = kinds(Float64Array.from(careful.end.w)).map(mean);
const means = table({ frequent: meanFrequent, rare: meanRare });
display(ask("adagrad/rare", means, curves(three, { of: "w" })));

// %% [markdown] slideshow={"slide_type": "skip"}
// Can one rule serve both? AdaGrad's rates fall. To be fair, plain descent's may fall too (lesson 08): like $1/\sqrt{t}$, or in equal parts
// to 0 at the end. Of 61 rates each gets the one that leaves the worse of the two kinds nearest to 1 at the end. The
// table has the distance from 1, as root mean square, half-way and at the end:

// %% Four readers slideshow={"slide_type": "skip"}
const root = { id: "inverse-root", factor: "1/sqrt(t)", parameters: {} };
const readers = {
  "plain, 0.1": read(gradientDescent, 0.1),
  "plain, 2/√t": read(gradientDescent, 2, root),
  "plain, 0.22 to 0": read(gradientDescent, 0.22, schedules.linear({ steps: 1000 })),
  "AdaGrad, 0.35": read(adagrad, 0.35),
};
const off = (run: Trace, t: number) =>
  kinds(run.at(t).w.map((x) => (x - 1) ** 2)).map((squares) => Math.sqrt(mean(squares)));
const report = Object.entries(readers).map(([reader, run]) => {
  const [[frequentAt500, rareAt500], [frequent, rare]] = [off(run, 500), off(run, 1000)];
  return { reader, frequentAt500, rareAt500, frequent, rare };
});
display(table(report));

// %% [markdown] slideshow={"slide_type": "skip"}
// The averages of 20 tosses are 0.24 from 1, and nobody gets the rare words much nearer than that. What differs is the price, which the
// frequent words pay. At a constant rate they end nearly as far off as the rare ones; with $1/\sqrt{t}$, twice as far off as AdaGrad's.
//
// A rate that falls to 0 does as well as AdaGrad *at the end*, which it must know beforehand: half-way its frequent words are three times as
// far off. How does AdaGrad know which word is which? Look at $\kappa$.

// %% What AdaGrad has counted slideshow={"slide_type": "skip"}
const sums = kinds(readers["AdaGrad, 0.35"].at(1000).kappa as Float64Array).map(mean);
const rootRates = sums.map((sum) => 0.35 / Math.sqrt(sum));
display(table({ occurrences: [1000, 20], kappa: sums, effectiveRates: rootRates }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Each slope here is about 1 in size, so $\kappa$ roughly **counts how often a word was seen**. A schedule counts steps, which are the same
// for all; the rate $\lambda/\sqrt{\text{count}}$ falls for each word as that word is seen.
//
// That is what AdaGrad was made for (Duchi, Hazan and Singer 2011, in their introduction), and it is still used for it: word vectors, click
// prediction, recommendations.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=5
// The frequent weight needs a small rate to average; the rare one needs a large rate because it has few chances. Draw two
// columns on the board: word, count. The root of the count is all there is to it.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can write the rule, work it by hand, and say where it shines. About 30 minutes are left: the deck's
// Q2, the price, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-11","short-path"]
// ## Slide 11: Q2

// %% The blue path tags=["slide-12","short-path"]
const path = descend(ravine, adagrad, { start, steps: 50, hyper: { lambda: 0.3 } });
display(landscape([path]));

// %% [markdown] tags=["short-path"]
// > *Q2: What happens to the step size over long time?*
//
// Slide 12 shows a blue path. Above is one, in the ravine of the lessons before, with a smaller rate: 50 steps.
//
// **Prediction.** It goes on for 5000 steps. What becomes of its effective rate along $x$, $\lambda/\sqrt{\kappa}$?

// %% Your guess: Q2 tags=["short-path","guess"] finding="Where slopes vanish fast, the rate settles"
const longer = descend(ravine, adagrad, { start, steps: 5000, hyper: { lambda: 0.3 } });
const rates = (t: number) => ({
  step: t,
  xBefore: longer.at(t - 1).w[0], // where the step begins, and where its slopes are taken
  slopes: longer.at(t).g,
  rates: longer.effectiveRates(t),
});
const thousand = descend(ravine, adagrad, { start, steps: 1000, hyper: { lambda: 0.3 } });
const settling = curves(thousand, { of: "effectiveRate" });
display(ask("adagrad/forever", settling, table([1, 10, 50, 200, 1000, 2000, 5000].map(rates))));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Count hands before the answer is shown. Then walk down the table: the slopes vanish, so $\kappa$ gains less and less, and the rate
// stands still. Whoever said "towards 0" is right where slopes last: that comes next.

// %% A slope that lasts slideshow={"slide_type": "subslide"}
const slide = objective("-3*x");
display(landscape(descend(slide, adagrad, { start: [0], steps: 0 })));

// %% [markdown]
// The other case, at its purest: a slope that stays the same for ever.

// %% Your guess: two steps tags=["guess"] finding="The slope cancels: step t has the length λ/√t" marked=[3, 3]
const slope = descend(slide, adagrad, {
  start: [0],
  steps: 10_000,
  hyper: { lambda: 0.5 },
});
const lengths = [1, 4, 100, 10_000].map((t) => ({
  step: t,
  kappa: slope.at(t).kappa,
  length: slope.at(t).update,
}));
const hundred = descend(slide, adagrad, { start: [0], steps: 100, hyper: { lambda: 0.5 } });
display(ask("adagrad/shrinking", table(lengths), curves(hundred, { of: "updateLength" })));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** Steps that shrink like this: do they add up to a wall that the ball never passes?

// %% Your guess: the sum tags=["short-path","guess","folded"] finding="It slows down, and never quite stops"
// How far it gets
const far = (t: number) => ({
  steps: t,
  distance: slope.at(t).w[0],
  "2λ√t": 2 * 0.5 * Math.sqrt(t),
});
const way = curves(slope, { of: "w" });
display(ask("adagrad/total", table([100, 400, 1600, 6400, 10_000].map(far)), way));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Two cases: slopes that vanish, slopes that last. For the second most classes say "the steps go to zero, so it stops". Let them compute the sum to 100: about 2 times
// the root of 100, in units of lambda.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The price: after the cliff
//
// Start on a cliff: the slope is 100 for three steps. Then comes gentle land, where it is 1 for ever. With $\lambda = 1$:
//
// after the cliff $\kappa = 3 \cdot 100^2 = 30{,}000$, and the rate is $1/\sqrt{30{,}000}$, about 0.0058.

// %% The first forty steps slideshow={"slide_type": "subslide"}
const cliff: PlainObjective = {
  value: () => 0,
  gradient: (_w, _out, t) => [t <= 3 ? -100 : -1],
};
const fall = (steps: number) =>
  descend(cliff, adagrad, { start: [0], steps, hyper: { lambda: 1 } });
display(curves(fall(40), { of: "kappa" }));

// %% [markdown]
// **Prediction.** How long until that rate is halved? (And will the ball ever move as fast as plain descent does there, one unit a
// step?)

// %% Your guess: after the cliff tags=["guess","folded"] finding="After the cliff the rate takes 90,000 steps to halve"
// The land after the cliff
const fallen = fall(90_003);
const afterwards = [1, 3, 4, 1000, 30_003, 90_003].map((t) => ({
  step: t,
  kappa: fallen.at(t).kappa,
  rate: fallen.effectiveRates(t),
}));
const fading = curves(fallen, { of: "effectiveRate" });
display(ask("adagrad/cliff", table(afterwards), fading));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// A network's first steps are often the steepest of all. Ask what one would have to change in the first line of the rule.
// Leave it open: it is lesson 06.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 minutes are left: the ravine askew, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The ravine, turned
//
// The narrow ravine lay along the $x$ axis. Turn it, by up to 45 degrees: the same ravine, the same start in it, and for plain descent
// the very same walk, seen from another side. To be fair, each rule gets 100 steps and the best of 61 rates:

// %% The best of 61 rates tags=["folded"]
// Each rule with each of 61 rates, in the ravine turned by an angle
const manyRates = Array.from({ length: 61 }, (_, k) => 10 ** ((k - 40) / 20)); // 0.01 to 10
function bestRun(rule: Rule, angle: number) {
  const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const turnedStart = [-8 * c - 1.5 * s, -8 * s + 1.5 * c];
  const valley = quadratic([0.1, 10], { name: `ravine at ${angle} degrees`, angle });
  const run = (lambda: number) =>
    descend(valley, rule, { start: turnedStart, steps: 100, hyper: { lambda } });
  return manyRates
    .map(run)
    .reduce((best, other) => (other.end.loss < best.end.loss ? other : best));
}

// %% The ravine at 45 degrees slideshow={"slide_type": "subslide"}
const askewRavine = quadratic([0.1, 10], { name: "ravine at 45 degrees", angle: 45 });
display(landscape([descend(askewRavine, gradientDescent, { start: [-6.72, -4.6], steps: 0 })]));

// %% [markdown]
// **Prediction.** At 45 degrees, how different are AdaGrad's two rates?

// %% Your guess: two rates, askew tags=["guess"] finding="At 45 degrees both rates are alike, and plain descent ends nearer"
const ratio = (rates: Float64Array) => Math.max(...rates) / Math.min(...rates);
const bests = [0, 5, 15, 30, 45].map((angle) => {
  const [plain, scaled] = [bestRun(gradientDescent, angle), bestRun(adagrad, angle)];
  return { angle, plain, scaled };
});
const ends = bests.map(({ angle, plain, scaled }) => ({
  degrees: angle,
  ratioOfFirstRates: ratio(scaled.effectiveRates(1)),
  plain: plain.end.loss,
  adagrad: scaled.end.loss,
}));
const turned = [bests[4].plain, bests[4].scaled];
display(ask("adagrad/askew", table(ends), landscape(turned)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Hold a pencil for the ravine, along the table, then askew. Ask which coordinate feels the steep wall. Both do, so
// both get the same small rate. Then let them guess who ends lower, and show the table.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Five exercises, easiest first; the fifth is for another day, and three more are for those who like. Where there is code to write,
// write it, run its cell, then run the cell below it: it says what your answer does. The buttons below an answer give hints; they
// cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=10
// In a class: 2 and 4 together, the rest at home. In 3, for the notebook, the common slip is one kappa for all coordinates.

// %% [markdown] exercise="adagrad/ratio" slideshow={"slide_type": "skip"}
// **1. Predict.** Two slopes, two rates.

// %% Exercise 1: your answer exercise="adagrad/ratio" slideshow={"slide_type": "skip"}
const uneven = descend("2*x - 50*y", adagrad, {
  start: [0, 0],
  steps: 1,
  hyper: { lambda: 1 },
});
const { kappa, update } = uneven.at(1);
display(ask("adagrad/ratio", table({ kappa, rates: uneven.effectiveRates(1), step: update })));

// %% [markdown] exercise="adagrad/q2"
// **2. Choose.** The deck's Q2 once more, between the two cases.

// %% Exercise 2: your answer exercise="adagrad/q2" finding="Slopes that vanish slowly still let the rate fall to 0"
display(ask("adagrad/q2"));

// %% [markdown] exercise="adagrad/rule" slideshow={"slide_type": "skip"}
// **3. Write the rule.** `w`, `kappa` and `g` are lists, a number for each coordinate; `g[i]` is the slope of coordinate `i`. Return
// the new `w` and the new `kappa`. Put $\varepsilon$ inside the root.

// %% Exercise 3: your answer exercise="adagrad/rule" slideshow={"slide_type": "skip"}
// from the place w, the sums kappa and the slopes g to the next place and sums
const mine: StepOf<"kappa", "lambda" | "epsilon"> = ({ w, kappa, g }, { lambda, epsilon }) => {
  // BEGIN SOLUTION
  const sum = kappa.map((old, i) => old + g[i] ** 2);
  return {
    w: w.map((x, i) => x - (lambda * g[i]) / Math.sqrt(sum[i] + epsilon)),
    kappa: sum,
  };
  // END SOLUTION
};

// %% Exercise 3: look exercise="adagrad/rule" slideshow={"slide_type": "skip"}
display(check("adagrad/rule", mine));

// %% [markdown] exercise="adagrad/stuck"
// **4. Find the bug.** Duchi et al. keep the *root* of the sum from step to step, and so does this colleague: `root` holds it. The first
// step is right, and then it slows down too soon. (Think of a constant slope: how long is its hundredth step?) Mend it.

// %% Exercise 4: your answer exercise="adagrad/stuck"
const soon: StepOf<"kappa", "lambda" | "epsilon"> = (
  { w, kappa: root, g },
  { lambda, epsilon },
) => {
  // BEGIN SOLUTION const roots = root.map((old, i) => old + Math.abs(g[i]));
  const roots = root.map((old, i) => Math.hypot(old, g[i]));
  // END SOLUTION
  return { w: w.map((x, i) => x - (lambda * g[i]) / (roots[i] + epsilon)), kappa: roots };
};

// %% Exercise 4: look exercise="adagrad/stuck" finding="Squares are summed, not sizes"
display(check("adagrad/stuck", soon));

// %% [markdown] exercise="adagrad/price" slideshow={"slide_type": "skip"}
// **5. Explain.** In three sentences: for what is it good that each coordinate has a rate of its own, for what that a rate only
// shrinks, and when does that hurt?

// %% Exercise 5: your answer exercise="adagrad/price" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "It averages what disagrees, and rare words keep long steps; but an early cliff stays in kappa.";
// END SOLUTION

// %% Exercise 5: look exercise="adagrad/price" slideshow={"slide_type": "skip"}
display(check("adagrad/price", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Three more exercises, optional
//
// They are not counted in the time.

// %% [markdown] exercise="adagrad/rate"
// **6. Choose.** A steep slope after many gentle ones.

// %% Exercise 6: your answer exercise="adagrad/rate" finding="A steep slope after gentle ones makes a long step"
display(ask("adagrad/rate"));

// %% [markdown] exercise="adagrad/tuned"
// **7. Tune.** Bring the ravine's loss below 0.01 within 30 steps, and keep it there. Then guess how wide the range of rates is that do it,
// for AdaGrad and for plain descent. The picture below the check shows both.

// %% Exercise 7: your answer exercise="adagrad/tuned"
// BEGIN SOLUTION const rate = { lambda: 0.1 };
const rate = { lambda: 3 };
// END SOLUTION

// %% Exercise 7: look exercise="adagrad/tuned" finding="With 8 to go, λ must be above 1, not 0.1"
display(check("adagrad/tuned", rate));

// %% Every rate at once
display(rateSensitivity(ravine, [gradientDescent, adagrad], { budget: 30, start }));

// %% [markdown]
// <details><summary>How wide?</summary>
//
// For AdaGrad every rate from about 1.4 up to 10, where the picture ends (from about 4.5 on its curve lies below the picture): a rate
// that is too large is forgiven. For plain descent those from 0.918 to 0.943, a sliver between two of the rates that the picture
// tries: a little less is too slow along the ravine, a little more bounces too long across it.
//
// </details>

// %% [markdown] exercise="adagrad/scale" slideshow={"slide_type": "skip"}
// **8. Predict.** For $f = x^2$ you have worked out two steps above. What if the loss is a thousand times as large?

// %% Exercise 8: your answer exercise="adagrad/scale" slideshow={"slide_type": "skip"}
const magnified = { start: [1], steps: 2, hyper: { lambda: 0.1 } };
display(ask("adagrad/scale", descend("1000*x^2", adagrad, magnified).worked(2)));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex adagrad}} $$
//
// - **It replaces** one rate for all: each coordinate has its own, $\lambda/\sqrt{\kappa}$, for rare features.
// - **It costs** one number a parameter ($\kappa$). The rate never grows: where slopes vanish quickly it settles, where
//   they stay it falls like $1/\sqrt{t}$, and the steps add up without bound.
// - **It sees axes:** the further a ravine lies from them, the less it gains.
// - **In use today:** $\lambda = 0.01$ (PyTorch) or $0.001$ (Keras, whose $\kappa$ starts at 0.1); mostly for sparse features.
// - **The line students forget:** $\kappa$ is *summed*, and its *root* divides.
// - **Libraries:** $\varepsilon$ inside the root (the slide's formula, Keras) or outside (the slide's code, PyTorch).

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// One question to take home: what is the smallest change to the first line that would let it forget?

// %% [markdown] slideshow={"slide_type": "skip"}
// # Optional pages
//
// The lesson is complete without them, and they are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: the slide has two forms
//
// Look closely at slide 10. Its formula has $\varepsilon$ **inside** the root; its code has it **outside**:
//
// $$ {{tex adagrad.w}} $$
// $$ {{tex adagradOutside.w}} $$
//
// Both are in use: Keras has the first, PyTorch the second. With $\varepsilon = 10^{-7}$ they look like the same thing.
//
// **Prediction.** Are they?

// %% Your guess: the shorter step tags=["guess"] slideshow={"slide_type": "skip"}
const firstOf = (rule: Rule, g: number) =>
  descend(objective(`-${g}*x`), rule, { start: [0], steps: 1, hyper: { lambda: 1 } }).end.w[0];
const forms = [1, 0.01, 0.001, 0.0001, 0.00001].map((g) => ({
  slope: g,
  inside: firstOf(adagrad, g),
  outside: firstOf(adagradOutside, g),
}));
display(ask("adagrad/form", table(forms)));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: why the root, and what it does to the ravine
//
// **Why the root?** It makes the *unit* of the loss cancel: $\sqrt{\kappa}$ is measured as $g$ is. Divided by $\kappa$ itself, a slope
// ten times as steep would make a step ten times as *short*.
//
// %% [markdown] slideshow={"slide_type": "skip"}
// And it is slow enough. On a lasting slope the steps go like $1/\sqrt{t}$; without the root like $1/t$, whose sum grows only as the
// logarithm of $t$. With the root the rule has a guarantee on convex losses with bounded slopes, in a bounded region (Duchi et al.
// 2011): its loss, averaged over $T$ steps, exceeds that of the best fixed point by at most a multiple of $1/\sqrt{T}$.

// %% [markdown] slideshow={"slide_type": "skip"}
// **A change of coordinates.** Measure each coordinate in a unit of its own, ${u_i = \kappa_i^{1/4} w_i}$, and hold $\kappa$ fixed. A slope
// in $u_i$ is then $g_i/\kappa_i^{1/4}$. Plain descent in $u$ steps by $\lambda$ times that; back in $w$ it is
//
// $$ w_i \leftarrow w_i - \frac{\lambda\, g_i}{\sqrt{\kappa_i}} $$
//
// which is AdaGrad. So AdaGrad *is* plain descent in stretched coordinates, where the curvature is $h_i/\sqrt{\kappa_i}$. Such a
// stretching is called **preconditioning**. What does it make of the narrow ravine's condition number, ${Q = 100}$?

// %% The ravine, stretched slideshow={"slide_type": "skip"}
const stretched = (t: number) => {
  const [along, across] = [0.1, 10].map((h, i) => h / Math.sqrt(blue.at(t).kappa[i]));
  return { step: t, along, across, Q: across / along };
};
display(table([1, 2, 5, 10, 50].map(stretched)));

// %% [markdown] slideshow={"slide_type": "skip"}
// From 100 to between 5 and 14. A steeper coordinate has collected larger slopes, so its unit is stretched more: the ravine becomes
// rounder. When the ravine lies askew, both coordinates are stretched nearly alike, and it stays as narrow as it was.
//
// The cure for that is to stretch along *any* direction: a matrix in the place of $\kappa$, and its root. Duchi et al. have that form
// too; it takes a number for each pair of coordinates. Shampoo is a name to know for a cheaper one.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite duchi2011}}, figure 1 (the diagonal form) and section 1; slides 10 to 12.
//
// **Next:** the sum never forgets. What is the smallest change to its line that lets it forget?
// [Lesson 06, RMSProp](06-rmsprop.ipynb).
