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

// %% The opening tags=["opening","short-path","slide-4"] slideshow={"slide_type": "subslide"}
import { adagrad, adam, ask, beale, check, curves, descend, display } from "fall-line";
import { explore, type FormulaOf, gradientDescent, landscape, momentum } from "fall-line";
import { nesterov, noisy, objective, parabola, rateSensitivity, ravine } from "fall-line";
import { rmsprop, type Rule, saddle, table, tune, twoWells } from "fall-line";

const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(
  explore({
    objective: beale,
    rules: runners,
    start: [1, 1],
    steps: 60,
    tuned: true,
    plays: true,
  }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// A surface seen from above: each thin line joins points of equal height, and the star is the lowest. Six balls go down, each by
// a rule of its own, with 60 steps each and with the best of about twenty rates. Nesterov momentum gets lowest. (Only the
// rate was chosen; what else a rule can set has its usual value. How much such a race says, the end of the lesson asks.)
//
// **Drag the ball** (the ring at the start) somewhere else, or choose another surface above the map: all six get their rates
// there from the same search. Press play, or go step by step with the arrow keys. Does the same one always win?

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Slide 4. Play the race to step 5, ask "which one would you bet on?", note the bets, play on. Say that every runner gets a
// lesson of its own, and that each of them loses somewhere.

// %% [markdown] slideshow={"slide_type": "slide"} finding="To train is to feel the slope and go down"
// ## A hillside in fog
//
// You stand on a hillside in thick fog and want to get down to the lake. You can't see the lake. You can feel how steep the
// ground is under your feet, and in which direction.
//
// That is training. The place where you stand is the **parameters** $W$ of a model: one number for each direction you can
// go. The height is the **loss** $L$: one number that says how wrong the model is. To train is to go down.
//
// The picture has two parameters, so that we can see it. Real models have millions; at the end we say what changes.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Tell the fog as a story, then ask for the loss and the slope. The minus sign of the slope is the point: the loss falls
// to the right.

// %% [markdown] slideshow={"slide_type": "subslide"}
// The smallest model there is has one parameter. It multiplies: for the input 2 it answers $2w$. The right answer is 6. So let
// its loss be the square of the error, $L = (2w - 6)^2$.

// %% Its loss slideshow={"slide_type": "subslide"}
const model = objective("(2*w - 6)^2", { variables: ["w"] });
display(landscape(model, { view: [[0, 6]] }));

// %% [markdown]
// **Prediction.** Guess first; the card then opens what the cell computed. A wrong guess costs nothing. And say to yourself:
// which way is down, to smaller $w$ or to larger?

// %% Your guess: the smallest model tags=["guess"] finding="The slope is negative: down is to larger w"
const walk = descend(model, gradientDescent, { start: [1], steps: 3, hyper: { lambda: 0.1 } });
const here = { w: 1, loss: walk.at(0).loss, slope: walk.at(1).g[0] }; // step 1 goes by the slope at its start
display(ask("motivation/smallest", table(here), landscape([walk])));

// %% [markdown]
// To look for a low place is called **optimization**, and a rule for it an **optimizer**.

// %% [markdown] slideshow={"slide_type": "slide"} finding="The gradient is the slope in each direction"
// ## The gradient
//
// With two parameters the slope is two numbers, one for each direction: the **gradient** $\partial L/\partial W$. As an
// arrow it points straight up the hill. We go the other way.
//
// A surface given by a formula we call $f$, its two parameters $x$ and $y$. The slope along $x$, written
// $\partial f/\partial x$, is the derivative with $y$ treated as a constant. For $f = {{tex 3*x^2 + x*y}}$ it is $6x + y$. The slope
// along $y$, with $x$ treated as a constant, is $x$.
//
// On a map, a **contour** is a line of equal height. Here is the map of a long narrow valley, the **ravine**
// $f = {{tex ravine}}$, lowest at $(0, 0)$.

// %% The map of the ravine slideshow={"slide_type": "subslide"}
const xs: [number, number] = [-9, 1];
const ys: [number, number] = [-3, 3];
const start = [-8, 1.5];
display(landscape([descend(ravine, gradientDescent, { start, steps: 0 })], { view: [xs, ys] }));

// %% [markdown]
// **Prediction.** We stand at the ring, $(-8, 1.5)$. Draw the arrow in your mind before you answer.

// %% Your guess: the arrow tags=["guess","folded"] rows=[] finding="The gradient knows what is steepest here, and nothing else"
// The gradient at the start
const first = descend(ravine, gradientDescent, { start, steps: 1, hyper: { lambda: 0.2 } });
const downhill = first.at(1).g.map((slope) => -slope);
const angle = (arrow: ArrayLike<number>) => (Math.atan2(arrow[1], arrow[0]) * 180) / Math.PI;
const toTheLowest = angle([8, -1.5]); // the arrow from (-8, 1.5) to (0, 0)
const found = { downhill, degreesOffTheLowest: toTheLowest - angle(downhill) };
display(ask("motivation/arrow", table(found), landscape([first], { view: [xs, ys] })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Have someone draw the arrow on the board before the reveal; nearly everybody aims it at the lowest point. That it
// does not is the whole reason for the course.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Look at the slope, go a little against it, repeat"
// ## One step
//
// Go a little against the gradient, look again, repeat. That is **gradient descent**, and slide 5:
//
// $$ {{tex gradientDescent.w}} $$
//
// - $w$: the parameters ($W$ on the slide); $t$ counts the steps.
// - $g$: the gradient $\partial L/\partial W$ at the place where you stand.
// - $\lambda$ (lambda): the **learning rate**, or rate for short: how far to go. You choose it.
//
// **Prediction.** Pencil first. (In the card that opens, a place is written as a column: $x$ above $y$.)

// %% The ring at (4, −1) slideshow={"slide_type": "subslide"}
display(landscape([descend(ravine, gradientDescent, { start: [4, -1], steps: 0 })]));

// %% Your guess: one step tags=["guess"] rows=[] finding="Minus times minus: along y it goes up"
const once = descend(ravine, gradientDescent, {
  start: [4, -1],
  steps: 1,
  hyper: { lambda: 0.1 },
});
display(ask("motivation/step", once.worked(1), landscape([once])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Minus times minus is the usual slip: y goes *up*, from -1 to -0.8.

// %% [markdown] slideshow={"slide_type": "skip"}
// # What goes wrong
//
// Slide 2 asks what the need for optimization is, and answers: *slow convergence rate*, and *the gradient gets stuck in local
// optima*. We look at both, and at three more. One picture each.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","slide-2"]
// ## Trouble 1: the ravine
//
// To **converge** is to come closer and closer to the lowest point. Our ball is in a ravine: steep across, nearly level along.
// How fast does it converge?

// %% Your guess: the ravine slideshow={"slide_type": "fragment"} tags=["short-path","guess"] finding="One rate serves two directions that want different ones" marked=[1]
const fifty = { start, steps: 50 };
const [low, high] = [0.3, 0.95].map((lambda) =>
  descend(ravine, gradientDescent, { ...fifty, hyper: { lambda } }),
);
const covered = { partOfTheWay: 1 - low.at(50).w[0] / -8 };
display(ask("motivation/valley", table(covered), landscape([low, high])));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Slow convergence, in one picture. After the reveal ask for the two paths: one crawls along the floor, the other bounces
// from wall to wall. Ask: why not take a larger rate still? Lesson 02 begins with that.

// %% [markdown] tags=["short-path"] slideshow={"slide_type": "slide"}
// ## Trouble 2: the plateau
//
// A crater in a wide plain: $f = {{tex 1 - exp(-(x^2 + y^2))}}$. We start far out on the plain. The ball's first step is 0.0008
// long, its hundredth 0.0012. After these 100 steps it has moved by about 0.1, and its loss is nearly what it was.
//
// **Prediction.** Where is it after 400 steps?

// %% Your guess: the plateau tags=["short-path","guess"] finding="Flat is not finished: a small slope makes small steps" then="The loss curve lies flat for hundreds of steps, and then it falls" rows=[]
const crater = objective("1 - exp(-(x^2 + y^2))");
const far = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
const walker = descend(crater, gradientDescent, far);
const looks = [0, 100, 200, 300, 400].map((t) => ({
  step: t,
  w: walker.at(t).w,
  loss: walker.at(t).loss,
}));
display(ask("motivation/crater", table(looks), curves([walker])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Draw the first 100 steps on the board, a flat line, and ask: has it arrived? Then the rest of it.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can read a contour map and take a step, and you have seen two troubles. About 30 minutes are left.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Trouble 3: local optima
//
// A **local minimum** is a place from which every way leads up, although there may be a lower
// place elsewhere. (*Optimum*, plural *optima*, is the general word; whoever goes down means a minimum.)

// %% [markdown] slideshow={"slide_type": "skip"}
// Here are two wells, the left one deeper:
//
// $$ f = {{tex twoWells}} $$

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// **Prediction.** Two balls start at $(2, 0.8)$, with the same small rate. The first goes by the slope alone, and
// comes to rest in the right well. The second keeps nine tenths of its speed from step to step ($\alpha = 0.9$), which is called **momentum**.
// Where does that one end?

// %% Your guess: two wells tags=["short-path","guess"] finding="Speed carries it over the rim, into the deeper well"
const two = { start: [2, 0.8], steps: 200 };
const plain = descend(twoWells, gradientDescent, { ...two, hyper: { lambda: 0.02 } });
const heavy = { lambda: 0.02, alpha: 0.9 }; // alpha: the share of the speed that is kept
const quick = descend(twoWells, momentum, { ...two, hyper: heavy });
display(ask("motivation/quick", landscape([plain, quick])));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=4
// The deck's fault, named kindly: it promises a cure and has none. Take the bets by show of
// hands. It is a fine question for the exam.

// %% [markdown] slideshow={"slide_type": "skip"}
// Now take 81 starts, in and around the right well: nine by nine, from $x = 0.4$ to $2$ and from $y = -0.8$ to
// $0.8$. The rate is 0.02, as for the two balls above, and at every step a ball keeps the share $\alpha$ of its speed. All of them have come to rest after 2000 steps.
//
// **Prediction.** From how many of the 81 does it end in the left well, the deeper one, when $\alpha$ is 0.8, 0.9, 0.95, 0.99?

// %% Your guess: eighty-one starts tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Where they end, counted
const nine = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const starts = nine.flatMap((i) => nine.map((j) => [0.4 + 0.2 * i, -0.8 + 0.2 * j]));
const endsLeft = (from: number[], alpha: number) => {
  const settings = { start: from, steps: 2000, hyper: { lambda: 0.02, alpha } };
  return descend(twoWells, momentum, { ...settings, record: "none" }).end.w[0] < 0;
};
const counts = [0, 0.8, 0.9, 0.95, 0.99].map((alpha) => ({
  alpha,
  endInTheLeftWell: starts.filter((from) => endsLeft(from, alpha)).length,
  of: starts.length,
}));
display(ask("motivation/starts", table(counts)));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// With $\alpha = 0.99$ the same ball rolls over the rim eight times, and back into the worse well. From 81 starts near that
// well about half end in the deeper one, at either $\alpha$.

// %% To and fro tags=["short-path"] finding="Speed leads out of one well, and out of the other too"
const restless = { ...two, hyper: { lambda: 0.02, alpha: 0.99 } };
display(landscape(descend(twoWells, momentum, restless)));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 4: the saddle
//
// A **saddle** goes up in one direction and down in another, like a mountain pass: $f = {{tex saddle}}$. In its middle the
// gradient is 0, and yet it is no minimum.
//
// **Prediction.** One ball starts at $(1, 0.01)$, the other at $(1, 0)$. What do they do?

// %% The saddle slideshow={"slide_type": "subslide"}
display(landscape([descend(saddle, gradientDescent, { start: [1, 0.01], steps: 0 })]));

// %% Your guess: the saddle tags=["guess"] finding="A saddle keeps no ball that is beside its ridge" then="All four rules leave the saddle, each at its own pace" rows=[]
const pass = { steps: 50, hyper: { lambda: 0.05 } };
const [beside, upon] = [0.01, 0].map((y) =>
  descend(saddle, gradientDescent, { ...pass, start: [1, y] }),
);
const ends = [beside, upon].map(({ end }) => ({ end: end.w, loss: end.loss }));
const four = [gradientDescent, momentum, adagrad, rmsprop].map((rule: Rule) => ({
  rule,
  hyper: { lambda: 0.05 },
}));
const all = explore({ objective: saddle, rules: four, start: [1, 0.01], steps: 60 });
display(ask("motivation/saddle", table(ends), curves([beside, upon]), all));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Draw the shelf in the loss curve on the board and ask what it is, before you say the word saddle.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 minutes are left: noise, the race, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 5: noise
//
// A gradient of a few examples is right on average and wrong each time. (The true loss is an average over all examples, and to
// compute its gradient at every step would cost too much.)
//
// Our model of that: to each slope we add a random number, as often above 0 as below, and mostly of size 1 or less. A **seed**
// names a series of such numbers: with the same seed one gets the same series again. Here are five seeds, 300 steps each, and the first
// hundred steps of the first.

// %% Five seeds tags=["folded"] finding="It gets down, and does not come to rest"
// A random number added to each slope
const rough = (seed: number, steps: number) =>
  descend(noisy(ravine, { size: 1, seed }), gradientDescent, {
    ...fifty,
    steps,
    hyper: { lambda: 0.3 },
  });
const highest = (losses: readonly number[]) => Math.max(...losses);
const jolts = [1, 2, 3, 4, 5].map((seed) => {
  const { losses } = rough(seed, 300);
  return { seed, lossAtStart: losses[0], highestOfTheLast100: highest(losses.slice(-100)) };
});
display(table(jolts));
display(landscape([rough(1, 100)]));

// %% [markdown]
// With every seed it gets down, and it does not come to rest: at the bottom the slope is 0, and the errors are not. Lesson 02 measures how
// much it shivers, and lesson 08 shows what one does about it.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask what is left of a noisy gradient at the very bottom: the noise.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The race, again
//
// Here is the loss of three rules after 60 steps for *each* of many rates, on Beale's surface. In the opening race only about
// twenty rates were tried for each rule.
//
// On slide 4 the optimizers race on one surface; at the top of this lesson it was this one. With those rates Nesterov momentum
// got lowest, and momentum least low. How much does that say? The table has the best of 20, of 100 and of 500.

// %% Every rate finding="Momentum's curve is jagged: its lowest point is luck" marked=[2]
const gridOf = (n: number) =>
  Array.from({ length: n }, (_, k) => 10 ** ((4 * k) / (n - 1) - 3));
const race = { start: [1, 1], steps: 60 };
const best = (rule: Rule, own = {}) =>
  Number(tune(beale, rule, { ...race, ...own }).loss.toPrecision(3));
const searched = runners.map((rule) => ({
  rule: rule.title,
  atTheTop: best(rule),
  of20: best(rule, { grid: gridOf(20) }),
  of100: best(rule, { grid: gridOf(100) }),
  of500: best(rule, { grid: gridOf(500) }),
}));
const search = { budget: 60, start: [1, 1], rates: gridOf(121).filter((rate) => rate < 0.3) };
display(rateSensitivity(beale, [gradientDescent, momentum, nesterov], search));
display(table(searched));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Gradient descent's curve is smooth, the two others are jagged. The bets from the
// beginning are settled here: they were bets on a rate.

// %% [markdown]
// From this start gradient descent's curve is smooth nearly up to its limit. Those of rules that swing are **jagged**: change the rate
// by a few hundredths, and the loss may be ten times as high or as low. So the best of twenty rates is luck, and a finer search finds
// better luck: momentum, last at the top, is far below gradient descent with the best of 500.
//
// *Nothing is ranked by the lowest point of a jagged curve.* What all searches agree on: in how wide a range of rates a rule gets
// low, and where its curve breaks off.

// %% [markdown] slideshow={"slide_type": "subslide"}
// One start tells as little as one rate. So take eighteen starts, and 101 rates for each rule. From how many of the eighteen does each rule get lowest? (To leave luck out, a rate counts as the
// worst of itself and its two neighbours. At the top, with *rates as set*, gradient descent is lowest from $(-1, -1)$.)

// %% No lucky rate tags=["folded"]
// The least loss of a rule from a start, where a rate counts as the worst of three neighbours
const steady = (rule: Rule, from: number[]) => {
  const losses = gridOf(101).map((rate) => {
    const hyper = { [rule.rate!]: rate };
    return descend(beale, rule, { start: from, steps: 60, hyper, record: "none" }).end.loss;
  });
  return Math.min(...losses.slice(2).map((_, k) => Math.max(...losses.slice(k, k + 3))));
};

// %% From each of them finding="No rule is lowest from everywhere"
const eighteen = [-2, -1, 0, 1, 2, 3].flatMap((x) => [-1, 0, 1].map((y) => [x, y]));
const winners = eighteen.map((from) => {
  const losses = runners.map((rule) => steady(rule, from));
  return runners[losses.indexOf(Math.min(...losses))];
});
const wins = (rule: Rule) => winners.filter((winner) => winner === rule).length;
display(
  table(runners.map((rule) => ({ rule: rule.title, "lowest from, of 18 starts": wins(rule) }))),
);

// %% [markdown]
// No rule is lowest from everywhere. Nor for every budget: after 120 steps it is Adam from 9 of the eighteen, and Nesterov momentum from 3.
// And most rules have more numbers than a rate. Search them *all*, in the same way, and after 60 steps Adam is lowest from 15.
//
// So who wins depends on start, steps, and search. A race shows *character*, not rank: who turns into a valley, who overshoots, who
// slows down, and how wide a range of rates serves it.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask what else one could have searched.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## What a picture cannot tell
//
// We have two parameters; a network has millions. Some of what you see here carries over: a ravine is a ravine, because a long
// thin bowl is one in any number of dimensions.
//
// Some does not. In the plane a bad valley can wall you in. At a flat point of a network, with its millions of directions, nearly always
// one leads down, high up at least: it has been measured that flat points there are nearly all *saddles* (Dauphin et al. 2014). So trust the
// pictures on *speed* and *stability*, and be careful with what they suggest about *traps*.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Say it once and slowly: trust the pictures on speed and stability, not on traps.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Six exercises, easiest first. The fifth and the sixth are for another day: the time that the lesson says is without them.
//
// A card is answered by a click. Where there is code to write, replace what stands under *your answer here*, run the cell, then run
// the one below it. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=10
// In pairs. Stop after the fourth; the rest is homework.

// %% [markdown] exercise="motivation/once" slideshow={"slide_type": "skip"}
// **1. Predict.** One step, on another curve.

// %% Exercise 1: your answer exercise="motivation/once" slideshow={"slide_type": "skip"}
const bend = { start: [3], steps: 1, hyper: { lambda: 0.25 } };
display(ask("motivation/once", descend(parabola, gradientDescent, bend).worked(1)));

// %% [markdown] exercise="motivation/need"
// **2. Choose.** The question of slide 2.

// %% Exercise 2: your answer exercise="motivation/need" finding="Slow convergence has cures; a bad well has no sure way out"
display(ask("motivation/need"));

// %% [markdown] exercise="motivation/gradient"
// **3. Write** the gradient of the ravine $f = {{tex ravine}}$: two slopes, from the two numbers of a place.

// %% Exercise 3: your answer exercise="motivation/gradient"
// from the numbers x and y to a list: the slope along x, the slope along y
const gradient: FormulaOf<"x" | "y", number[]> = ({ x, y }) => {
  // BEGIN SOLUTION
  return [0.1 * x, 2 * y];
  // END SOLUTION
};

// %% Exercise 3: look exercise="motivation/gradient" finding="Each slope is a derivative, with the other letter held fixed"
display(check("motivation/gradient", gradient));

// %% [markdown] exercise="motivation/slopes" slideshow={"slide_type": "skip"}
// **4. Find the bug.** This should be the gradient of $f = {{tex x^2*y}}$, and its first slope is wrong. Say what was done to get it
// before you mend it.

// %% Exercise 4: your answer exercise="motivation/slopes" slideshow={"slide_type": "skip"}
const slopes: FormulaOf<"x" | "y", number[]> = ({ x, y }) => {
  // BEGIN SOLUTION return [2 * x * y + x ** 2, x ** 2];
  return [2 * x * y, x ** 2];
  // END SOLUTION
};

// %% Exercise 4: look exercise="motivation/slopes" slideshow={"slide_type": "skip"}
display(check("motivation/slopes", slopes));

// %% [markdown] exercise="motivation/forty"
// **5. Tune.** From $(-8, 1.5)$ bring the ravine's loss below 0.01 within 40 steps of gradient descent, and keep it there. One number
// is yours. What you try is drawn below.

// %% Exercise 5: your answer exercise="motivation/forty"
// BEGIN SOLUTION const mine = { lambda: 0.3 };
const mine = { lambda: 0.9 };
// END SOLUTION

// %% Exercise 5: look exercise="motivation/forty" finding="Quick along the valley, and it still does not diverge"
display(check("motivation/forty", mine));

// %% [markdown] exercise="motivation/flat" slideshow={"slide_type": "skip"}
// **6. Explain.** A friend's loss curve has been flat for a thousand steps. She says: "stuck in a local minimum". In three
// sentences: what else can it be, and what would you look at?

// %% Exercise 6: your answer exercise="motivation/flat" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "A plateau or a saddle, or a rate that is too small; look at the length of the gradient.";
// END SOLUTION

// %% Exercise 6: look exercise="motivation/flat" slideshow={"slide_type": "skip"}
display(check("motivation/flat", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex gradientDescent.w}} $$
//
// - The **gradient** stands across the contours and points up where it is steepest here. The opposite direction is down, but it
//   need not lead to the lowest point.
// - **Ravine**: one rate, two directions that want different ones. Crawl or zigzag.
// - **Plateau**: small slope, small step. Flat is not finished.
// - **Local minimum**: no rule here guarantees escape.
// - **Saddle**: slow passage; the common case with many parameters.
// - **Noise**: no rest at the bottom.
// - A race shows character, not rank. It is fair only when *every* number of *every* rule was searched alike, and the lowest point of
//   a jagged curve is luck.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Read the five troubles aloud, one breath each, and ask which of them slide 2 names: the first and the third.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite dauphin2014}}, sections 1 to 3; {{cite ruder2016}}.
//
// **Next:** [lesson 02, gradient descent](02-gradient-descent.ipynb): how large may a step be?
