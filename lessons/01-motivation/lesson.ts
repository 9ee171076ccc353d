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

// %% The opening tags=["slide-4","opening","short-path"] slideshow={"slide_type": "subslide"}
import { adagrad, adam, ask, beale, check, curves, descend, display } from "fall-line";
import { explore, type FormulaOf, gradientDescent, landscape, momentum } from "fall-line";
import { nesterov, noisy, objective, parabola, race, ravine, rmsprop } from "fall-line";
import { type Rule, saddle, type StepOf, table, tune, twoWells } from "fall-line";

const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(explore({ objective: beale, rules: runners, start: [1, 1], steps: 60, tuned: true }));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// A surface seen from above: each thin line joins points of equal height, and the star is the lowest. Six balls go down, each by
// a rule of its own, with 60 steps each. **Drag the ball** (the ring at the start) somewhere else. Press play, or go step by step
// with the arrow keys.
//
// Then choose the surface *saddle*, a pass between two hills. All six start a hair beside the ridge: which of them go down
// sideways at once, and which are still close to it after 60 steps?

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Slides 2 and 4. Play the race to step 5, ask "which one would you bet on?", note the bets, play on. Then the saddle:
// AdaGrad and RMSProp are off the ridge in one step, momentum and Nesterov still close to it after 60. Say that every runner gets a
// lesson of its own, and that each of them loses somewhere.

// %% [markdown] slideshow={"slide_type": "slide"}
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
//
// **Prediction.** Guess first; the card then opens what the cell computed. A wrong guess costs nothing. And say to yourself:
// which way is down, to smaller $w$ or to larger?

// %% Your guess: the smallest model tags=["guess"]
const model = objective("(2*w - 6)^2", { variables: ["w"] });
const walk = descend(model, gradientDescent, { start: [1], steps: 3, hyper: { lambda: 0.1 } });
const here = { w: 1, loss: walk.at(0).loss, slope: walk.at(1).g[0] };
display(ask("motivation/smallest", table(here)));

// %% [markdown]
// To look for a low place is called **optimization**, and a rule for it an **optimizer**.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The gradient: an arrow across the contours
//
// With two parameters the slope is two numbers, one for each direction: the **gradient** $\partial L/\partial W$. As an
// arrow it points straight up the hill. We go the other way.
//
// On a map, a **contour** is a line of equal height. Below is the map of a long narrow valley, the **ravine**
// $f = {{tex ravine}}$, with its lowest point at $(0, 0)$.
//
// **Prediction.** Draw the arrow in your mind before you answer.

// %% Your guess: the arrow tags=["guess"]
const start = [-8, 1.5];
const first = descend(ravine, gradientDescent, { start, steps: 1, hyper: { lambda: 0.1 } });
const downhill = first.at(1).g.map((slope) => -slope);
const angle = (arrow: ArrayLike<number>) => (Math.atan2(arrow[1], arrow[0]) * 180) / Math.PI;
const toTheLowest = angle([8, -1.5]); // the arrow from (-8, 1.5) to (0, 0)
const found = { downhill, degreesOffTheLowest: toTheLowest - angle(downhill) };
const xs: [number, number] = [-9, 1];
const ys: [number, number] = [-3, 3];
display(ask("motivation/arrow", table(found), landscape([first], { view: [xs, ys] })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Have someone draw the arrow on the board before the reveal; nearly everybody aims it at the lowest point. That it
// does not is the whole reason for the course.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## One step
//
// Go a little against the gradient, look again, repeat. That is **gradient descent**, and slide 5 of the deck:
//
// $$ {{tex gradientDescent.w}} $$
//
// - $w$: the parameters ($W$ on the slide); $t$ counts the steps.
// - $g$: the gradient $\partial L/\partial W$ at the place where you stand.
// - $\lambda$ (lambda): the **learning rate**, or rate for short: how far to go. You choose it.
//
// **Prediction.** Pencil first. (What opens then writes the two numbers of a place one above the other.)

// %% Your guess: one step tags=["guess"]
display(ask("motivation/step", first.worked(1)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Minus times minus is the usual slip: x goes *up*, from -8 to -7.92.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-2","short-path"]
// # What goes wrong
//
// Slide 2 asks what the need for optimization is, and answers: *slow convergence rate*, and *the gradient gets stuck in local
// optima*. We look at both, and at three more. One picture each.
//
// ## Trouble 1: the ravine
//
// To **converge** is to come closer and closer to the lowest point. Our ball is in a ravine: steep across, nearly level along.
// How fast does it converge?

// %% Your guess: the ravine slideshow={"slide_type": "fragment"} tags=["short-path","guess"]
const fifty = { start, steps: 50 };
const crawl = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 0.3 } });
const zigzag = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 0.95 } });
const covered = { partOfTheWay: 1 - crawl.at(50).w[0] / -8 };
display(ask("motivation/crawl", table(covered), landscape([crawl, zigzag])));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Slow convergence, in one picture. After the reveal ask for the two paths: one crawls along the floor, the other bounces
// from wall to wall. Ask: why not take a larger rate still?

// %% [markdown] slideshow={"slide_type": "subslide"}
// So take a little more than 0.95? **Prediction.** With $\lambda = 1.05$: further still, or something else?

// %% Too far slideshow={"slide_type": "fragment"}
const tooFar = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 1.05 } });
display(table({ lossAtStart: tooFar.at(0).loss, lossAfter50Steps: tooFar.at(50).loss }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// It climbs out of the valley. One rate has to serve two directions that want different ones: the walls bear little, the floor
// needs much. That is the **slow convergence** of slide 2. Lesson 02 finds the exact limit; lessons 03 to 07 are cures.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 2: the plateau
//
// A crater in a wide plain: $f = {{tex 1 - exp(-(x^2 + y^2))}}$. The step is $\lambda$ times the slope, and far from the
// crater there is hardly any slope.
//
// **Prediction.** How far does the ball get?

// %% Your guess: the plateau tags=["guess"]
const crater = objective("1 - exp(-(x^2 + y^2))");
const far = { start: [2.5, 0.5], steps: 400, hyper: { lambda: 0.1 } };
const lost = descend(crater, gradientDescent, far);
const looks = [0, 100, 200, 300, 400].map((t) => ({
  step: t,
  w: lost.at(t).w,
  loss: lost.at(t).loss,
}));
display(ask("motivation/plateau", table(looks), curves([lost])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Show the flat curve first and ask: has it arrived? Then the rest of it.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can read a contour map and take a step, and you have seen two troubles. About 25 minutes are left.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Trouble 3: local optima
//
// Two wells, the left one deeper. A **local minimum** is a place from which every way leads up, although there may be a lower
// place elsewhere. (*Optimum*, plural *optima*, is the general word; whoever goes down means a minimum.)
//
// **Prediction.** Two balls start at the same place. One goes down in small steps; the other has **momentum**: it keeps most of its
// speed. One card for each.

// %% Your guess: two wells slideshow={"slide_type": "fragment"} tags=["short-path","guess"]
const right = { start: [2, 0.8], steps: 200 };
const stuck = descend(twoWells, gradientDescent, { ...right, hyper: { lambda: 0.02 } });
display(ask("motivation/wells", landscape([stuck])));

// %% Your guess: two wells with speed slideshow={"slide_type": "fragment"} tags=["short-path","guess"]
const heavy = { lambda: 0.02, alpha: 0.9 }; // alpha: the share of the speed that is kept
const rolling = descend(twoWells, momentum, { ...right, hyper: heavy });
display(ask("motivation/rolling", landscape([stuck, rolling])));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=4
// The deck's fault, named kindly: it promises a cure and has none. Take the three bets one after the other, by show of
// hands. It is a fine question for the exam.

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// So does momentum cure local optima? More of it should then cure them even better.

// %% Your guess: more of the cure tags=["short-path","guess"]
const settings = { start: [2, 0], steps: 400, hyper: { lambda: 0.02, alpha: 0.95 } };
const luck = descend(twoWells, momentum, settings);
const balls = ["small steps", "with speed", "more speed"];
const three = [stuck, rolling, luck].map(({ end }, i) => ({ ball: balls[i], ...end }));
display(ask("motivation/luck", table(three), landscape([luck])));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 4: the saddle
//
// A **saddle** goes up in one direction and down in another, like a mountain pass: $f = {{tex saddle}}$. In its middle the
// gradient is 0, and yet it is no minimum.
//
// **Prediction.** One ball starts a hair beside the ridge, the other exactly on it.

// %% Your guess: the saddle tags=["guess"]
const pass = { steps: 50, hyper: { lambda: 0.05 } };
const beside = descend(saddle, gradientDescent, { ...pass, start: [1, 0.01] });
display(ask("motivation/saddle", landscape([beside]), curves([beside])));

// %% Your guess: the ridge tags=["guess"]
const onRidge = descend(saddle, gradientDescent, { ...pass, start: [1, 0] });
const ends = [beside, onRidge].map(({ end }) => ({ end: end.w, loss: end.loss }));
display(ask("motivation/ridge", table(ends)));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Are saddles rare? In two dimensions perhaps. Try a rough model: at a flat point, each of $n$ directions goes up or down by
// the toss of a coin. It is a minimum only when all $n$ go up. **Prediction.** How often is that so for 2 directions, for 10, for
// 100?

// %% How rare is a minimum?
display(table([2, 10, 100].map((n) => ({ directions: n, chanceOfMinimum: 0.5 ** n }))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// The coin is only a model; the directions of a real loss are not independent. But the point holds and has been measured on
// networks (Dauphin et al. 2014): with many parameters, nearly every flat point high up is a **saddle**, and what looks
// like being stuck in a local optimum is often a slow passage by one.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Draw the shelf in the loss curve on the board and ask what it is, before you say the word saddle.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: noise, the race, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 5: noise
//
// The true loss is an average over all examples. To compute its gradient at every step would cost too much, so one takes a few
// examples, and gets a gradient that is right on average and wrong each time.
//
// Our model of that: to each slope we add a random number, as often above 0 as below, and mostly of size 1 or less.
//
// **Prediction.** Does the ball get down? Does it come to rest?

// %% Your guess: noise tags=["guess"]
const rough = noisy(ravine, { size: 1, seed: 1 });
const shiver = descend(rough, gradientDescent, { start, steps: 300, hyper: { lambda: 0.3 } });
display(ask("motivation/noise", landscape([shiver]), curves([shiver])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask what is left of a noisy gradient at the very bottom: the noise.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A race is worth what its rules are
//
// On slide 4 the optimizers race on one surface. At the top of this lesson they did so on Beale's surface, an old test. Does the
// order there tell the order elsewhere?
//
// Here is a fair race. All have the same start and may compute 60 gradients, and for each rule the same search picked its
// best learning rate. On Beale's surface Nesterov momentum gets lowest.

// %% Your guess: the race tags=["guess"]
const results = runners.map((rule) => {
  const [onBeale, inRavine] = [beale, ravine].map((on) => tune(on, rule, { steps: 60 }));
  return { rule: rule.title, lossOnBeale: onBeale.loss, lossInTheRavine: inRavine.loss };
});
const again = race(ravine, runners, { budget: 60, tuned: true });
display(ask("motivation/race", table(results), again));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The bets from the beginning are settled here, twice, with two winners.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What a picture cannot tell
//
// We have two parameters; a network has millions. Some of what you see here carries over: a ravine is a ravine, because a long
// thin bowl is one in any number of dimensions.
//
// Some does not. In the plane a bad valley can wall you in; with a million directions there is nearly always one that leads
// out. So trust the pictures on *speed* and *stability*, and be careful with what they suggest about *traps*.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Say it once and slowly: trust the pictures on speed and stability, not on traps.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Six exercises, easiest first. A card is answered by a click. Where there is code to write, replace what stands under *your
// answer here*, run the cell, then run the one below it. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=10
// In pairs. Stop after the fourth; the rest is homework.

// %% [markdown] exercise="motivation/once"
// **1. Predict.** One step, on another curve.

// %% Exercise 1: your answer exercise="motivation/once"
const bend = { start: [3], steps: 1, hyper: { lambda: 0.25 } };
display(ask("motivation/once", descend(parabola, gradientDescent, bend).worked(1)));

// %% [markdown] exercise="motivation/need"
// **2. Choose.** The question of slide 2.

// %% Exercise 2: your answer exercise="motivation/need"
display(ask("motivation/need"));

// %% [markdown] exercise="motivation/gradient"
// **3. Write** the gradient of the ravine $f = {{tex ravine}}$: two slopes, from the two numbers of a place.

// %% Exercise 3: your answer exercise="motivation/gradient"
const gradient: FormulaOf<"x" | "y", number[]> = ({ x, y }) => {
  // BEGIN SOLUTION
  return [0.1 * x, 2 * y];
  // END SOLUTION
};

// %% Exercise 3: look exercise="motivation/gradient"
display(check("motivation/gradient", gradient));

// %% [markdown] exercise="motivation/uphill"
// **4. Find the bug.** This should be one step of gradient descent, for any number of parameters: `w` and `g` are lists, and
// `g[i]` is the slope in direction `i`. With it the loss grows at every step. Say why before you mend it.

// %% Exercise 4: your answer exercise="motivation/uphill"
const climbing: StepOf<never, "lambda"> = ({ w, g }, { lambda }) => {
  // BEGIN SOLUTION return { w: w.map((x, i) => x + lambda * g[i]) };
  return { w: w.map((x, i) => x - lambda * g[i]) };
  // END SOLUTION
};

// %% Exercise 4: look exercise="motivation/uphill"
display(check("motivation/uphill", climbing));

// %% [markdown] exercise="motivation/forty"
// **5. Tune.** Bring the ravine's loss below 0.01 within 40 steps of gradient descent, and keep it there. One number is yours.

// %% Exercise 5: your answer exercise="motivation/forty"
// BEGIN SOLUTION const mine = { lambda: 0.3 };
const mine = { lambda: 0.9 };
// END SOLUTION

// %% Exercise 5: look exercise="motivation/forty"
display(check("motivation/forty", mine));

// %% [markdown] exercise="motivation/flat"
// **6. Explain.** A friend's loss curve has been flat for a thousand steps. She says: "stuck in a local minimum". In three
// sentences: what else can it be, and what would you look at?

// %% Exercise 6: your answer exercise="motivation/flat"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "A plateau or a saddle, or a rate that is too small; look at the length of the gradient.";
// END SOLUTION

// %% Exercise 6: look exercise="motivation/flat"
display(check("motivation/flat", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex gradientDescent.w}} $$
//
// - The **gradient** stands across the contours and points at what is steepest here, not at the lowest point.
// - **Ravine**: one rate, two directions that want different ones. Crawl or zigzag.
// - **Plateau**: small slope, small step. Flat is not finished.
// - **Local minimum**: no rule here guarantees escape.
// - **Saddle**: slow passage; the common case with many parameters.
// - **Noise**: no rest at the bottom.
// - A race shows character, not rank.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Read the five troubles aloud, one breath each, and ask which of them slide 2 names: the first and the third.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite dauphin2014}}, sections 1 to 3; {{cite ruder2016}}.
//
// **Next:** [lesson 02, gradient descent](02-gradient-descent.ipynb): how large may a step be?
