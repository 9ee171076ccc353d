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

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// # What is the need for optimization?
//
// *Lesson 01, slides 2 and 4 of the deck, about 40 minutes.*
//
// **You will learn** to read a contour map, to take one step of gradient descent by hand, and to recognise the five troubles
// that every later lesson is about: ravines, plateaus, local optima, saddles and noise.
//
// **You need** to know what a derivative is. Nothing about machine learning.
//
// Two places to stop and come back are marked ■.

// %% The opening tags=["opening"] slideshow={"slide_type": "subslide"}
import { adagrad, adam, beale, curves, descend, display, gradientDescent } from "fall-line";
import { landscape, momentum, nesterov, noisy, objective, parabola, race } from "fall-line";
import { ravine, rmsprop, type Rule, saddle, table, tune, twoWells } from "fall-line";

const runners: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(race(beale, runners, { budget: 60, tuned: true }));

// %% [markdown] slideshow={"slide_type": "notes"}
// 2 min. Slide 4. Play the race, ask "which one would you bet on?", note the bets. Say that every runner gets a lesson of
// its own, and that each of them loses somewhere.

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

// %% [markdown] slideshow={"slide_type": "subslide"}
// The smallest model there is has one parameter. It multiplies: for the input 2 it answers $2w$. The right answer is 6. So let
// its loss be the square of the error, $L = (2w - 6)^2$.
//
// **Prediction.** We start at $w = 1$. What is the loss there, and what is its slope (the derivative)? So which way is down: to
// smaller $w$ or to larger?

// %% Your guess: the smallest model
// BEGIN SOLUTION const guessLoss = "?", guessSlope = "?";
const guessLoss = 16,
  guessSlope = -16;
// END SOLUTION

// %% The smallest model
const model = objective("(2*w - 6)^2", { variables: ["w"] });
const walk = descend(model, gradientDescent, { start: [1], steps: 3, hyper: { lambda: 0.1 } });
display(
  table({
    yourLoss: guessLoss,
    loss: walk.at(0).loss,
    yourSlope: guessSlope,
    slope: walk.at(1).g[0],
  }),
);

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The gradient: an arrow across the contours
//
// With two parameters the slope is two numbers, one for each direction: the **gradient** $\partial L/\partial W$. As an
// arrow it points straight up the hill. We go the other way.
//
// On a map, a **contour** is a line of equal height. Below is the map of a long narrow valley, the **ravine**
// $f = {{tex ravine}}$, with its lowest point at $(0, 0)$.
//
// **Prediction.** We stand at $(-8, 1.5)$. In which direction does "straight down" point: along the contour, at the lowest
// point, or somewhere else?

// %% Your guess: the arrow
// BEGIN SOLUTION const guessArrow = "?"; // "along the contour", "at the lowest point" or "somewhere else"
const guessArrow = "somewhere else";
// END SOLUTION

// %% Where the arrow points
const start = [-8, 1.5];
const first = descend(ravine, gradientDescent, { start, steps: 1, hyper: { lambda: 0.1 } });
const downhill = first.at(1).g.map((slope) => -slope);
const angle = (arrow: ArrayLike<number>) => (Math.atan2(arrow[1]!, arrow[0]!) * 180) / Math.PI;
const degreesOff = Math.abs(angle(downhill) - angle([8, -1.5])); // from (-8, 1.5) to (0, 0)
display(table({ yourGuess: guessArrow, downhill, degreesOff }));
const xs: [number, number] = [-9, 1];
const ys: [number, number] = [-3, 3];
display(landscape([first], { view: [xs, ys] }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// (This map has the same scale in both directions, so its angles are true. Later maps are stretched to fit.)
//
// The arrow stands at a right angle to the contour under your feet: along the contour nothing changes, so none of the
// steepest way down can lie in it. And it misses the lowest point by a wide angle.
//
// Keep this. *The gradient knows what is steepest here. It does not know where the valley leads.* Everything in this course
// is a way to live with that.

// %% [markdown] slideshow={"slide_type": "notes"}
// 3 min. Have someone draw the arrow on the board before the reveal; nearly everybody aims it at the lowest point. That it
// does not is the whole reason for the course.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## One step
//
// Go a little against the gradient, look again, repeat. That is **gradient descent**, and slide 5 of the deck:
//
// $$ {{tex gradientDescent.w}} $$
//
// - $w$: the parameters ($W$ on the slide); $t$ counts the steps.
// - $g$: the gradient $\partial L/\partial W$ at the place where you stand.
// - $\lambda$: the **learning rate**, how far to go. You choose it.
//
// **Prediction.** In the ravine the gradient at $(x, y)$ is $(0.1 x, 2 y)$. We stand at $(-8, 1.5)$. With $\lambda = 0.1$, where
// does one step take you? Pencil first. (The next cell writes the two numbers of a point one above the other.)

// %% Your guess: one step
// BEGIN SOLUTION const guessStep = ["?", "?"];
const guessStep = [-7.92, 1.2];
// END SOLUTION

// %% One step, worked
display(table({ yourGuess: guessStep }));
display(first.worked(1));

// %% [markdown] slideshow={"slide_type": "notes"}
// 3 min. Minus times minus is the usual slip: x goes *up*, from -8 to -7.92.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// # What goes wrong
//
// Slide 2 asks what the need for optimization is, and answers: *slow convergence rate*, and *the gradient gets stuck in local
// optima*. We look at both, and at three more. One picture each.
//
// ## Trouble 1: the ravine
//
// Our ball is in a ravine: steep across, nearly level along. **Prediction.** With $\lambda = 0.3$ it takes 50 steps. How
// much of the way from $x = -8$ to $x = 0$ does it cover: all of it, most, or less than half? And with $\lambda = 0.95$, what
// does the path look like?

// %% Your guess: the ravine
// BEGIN SOLUTION const guessCover = "?"; // "all", "most" or "less than half"
const guessCover = "most";
// END SOLUTION

// %% The ravine slideshow={"slide_type": "fragment"}
const crawl = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.3 } });
const zigzag = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.95 } });
display(table({ yourGuess: guessCover, shareOfTheWay: 1 - crawl.at(50).w[0]! / -8 }));
display(landscape([crawl, zigzag]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// The small rate crawls along the floor: after 50 steps there is still a good part to go. The large one gets further and
// bounces from wall to wall. A little larger still, and it climbs out of the valley:

// %% Too far slideshow={"slide_type": "fragment"}
const tooFar = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 1.05 } });
display(table({ lossAtStart: tooFar.at(0).loss, lossAfter50Steps: tooFar.at(50).loss }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// One rate has to serve two directions that want different ones. That is the **slow convergence** of slide 2. Lesson 02
// finds the exact limit; lessons 03 to 07 are cures.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 2: the plateau
//
// A crater in a wide plain: $f = {{tex 1 - exp(-(x^2 + y^2))}}$. The step is $\lambda$ times the slope, and far from the
// crater there is hardly any slope.
//
// **Prediction.** We start at $(2.5, 0.5)$ with $\lambda = 0.1$. How far does the ball get in 100 steps?

// %% The plateau
const crater = objective("1 - exp(-(x^2 + y^2))");
const lost = descend(crater, gradientDescent, {
  start: [2.5, 0.5],
  steps: 300,
  hyper: { lambda: 0.1 },
});
display(
  table([0, 100, 200, 300].map((t) => ({ step: t, w: lost.at(t).w, loss: lost.at(t).loss }))),
);

// %% [markdown] slideshow={"slide_type": "subslide"}
// It hardly moves, and nothing tells it that it should. A loss curve that is flat does **not** mean that you have arrived.
// It means that the slope is small where you are.

// %% [markdown]
// ■ **A place to stop.** You can read a contour map and take a step, and you have seen two troubles. About 25 minutes are left.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Trouble 3: local optima
//
// Two wells, the left one deeper. A **local minimum** is a place from which every way leads up, although there is a lower
// place elsewhere. (*Optimum* is the general word; whoever goes down means a minimum.)
//
// **Prediction.** We start on the right, at $(2, 0.8)$, and descend with a small rate. Left well or right well? And if the
// ball had momentum, that is, if it kept its speed?

// %% Your guess: two wells
// BEGIN SOLUTION const guessWell = "?", guessWithSpeed = "?"; // "left" or "right"
const guessWell = "right",
  guessWithSpeed = "left";
// END SOLUTION

// %% Two wells slideshow={"slide_type": "fragment"}
const settings = { start: [2, 0.8], steps: 200, hyper: { lambda: 0.02 } };
const stuck = descend(twoWells, gradientDescent, settings);
const rolling = descend(twoWells, momentum, {
  ...settings,
  hyper: { lambda: 0.02, alpha: 0.9 },
});
display(
  table({
    yourGuess: [guessWell, guessWithSpeed],
    plain: stuck.at(200).w,
    withMomentum: rolling.at(200).w,
  }),
);
display(landscape([stuck, rolling]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Plain descent ends in the nearer, worse well. The ball with momentum rolls through it and into the deeper one. So momentum
// cures local optima?
//
// **Prediction.** Same ball, same $\lambda$, from $(2, 0)$, and with *more* momentum: it keeps the share
// $\alpha = 0.95$ of its speed, not 0.9. Where does it end?

// %% Luck is not a cure
const luck = descend(twoWells, momentum, {
  start: [2, 0],
  steps: 400,
  hyper: { lambda: 0.02, alpha: 0.95 },
});
display(
  table({ endsAt: luck.at(400).w, loss: luck.at(400).loss, deepWell: rolling.at(200).loss }),
);

// %% [markdown] slideshow={"slide_type": "subslide"}
// In the worse well. The deck says that the gradient gets stuck in local optima, and the reader may hope that its
// methods cure that. **None does.** Every rule in this course looks at slopes near its path and at nothing else; whether it
// passes a bad well is luck. We will say for each rule what it is really good for.

// %% [markdown] slideshow={"slide_type": "notes"}
// 4 min. The deck's fault no. 1, named kindly: it promises a cure and has none. It is a fine question for the exam.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 4: the saddle
//
// A **saddle** goes up in one direction and down in another, like a mountain pass: $f = {{tex saddle}}$. In its middle the
// gradient is 0 and it is no minimum.
//
// **Prediction.** We start at $(1, 0.01)$, a hair beside the ridge. Does the ball stop at the saddle, pass it slowly, or
// not notice it? And exactly on the ridge, at $(1, 0)$?

// %% Your guess: the saddle
// BEGIN SOLUTION const guessSaddle = "?", guessRidge = "?"; // "stops", "passes slowly" or "does not notice"
const guessSaddle = "passes slowly",
  guessRidge = "stops";
// END SOLUTION

// %% The saddle slideshow={"slide_type": "fragment"}
const slide = { steps: 50, hyper: { lambda: 0.05 } };
const beside = descend(saddle, gradientDescent, { ...slide, start: [1, 0.01] });
const onRidge = descend(saddle, gradientDescent, { ...slide, start: [1, 0] });
const ends = [beside, onRidge].map((path) => ({ end: path.end.w, loss: path.end.loss }));
display(table({ yourGuess: [guessSaddle, guessRidge] }));
display(table(ends));
display(curves([beside, onRidge]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Beside the ridge the loss falls, rests on a shelf as if all were done, and falls again once the tiny sideways part has
// grown. On the ridge itself the sideways slope is exactly 0, and the ball stays for ever.
//
// Are saddles rare? In two dimensions perhaps. Try a rough model: at a flat point, each of $n$ directions goes up or down by
// the toss of a coin. It is a minimum only when all $n$ go up.

// %% How rare is a minimum?
display(table([2, 10, 100].map((n) => ({ directions: n, chanceOfMinimum: 0.5 ** n }))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// The coin is only a model; the directions of a real loss are not independent. But the point holds and has been measured on
// networks (Dauphin et al. 2014): with many parameters, nearly every flat point high up is a **saddle**, and what looks
// like being stuck in a local optimum is often a slow passage by one.

// %% [markdown]
// ■ **A second place to stop.** About 15 minutes are left: noise, the race, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Trouble 5: noise
//
// The true loss is an average over all examples. To compute its gradient at every step would cost too much, so one takes a few
// examples, and gets a gradient that is right on average and wrong each time.
//
// Our model of that: to each slope we add a random number, about as often above as below 0 and mostly of size 1 or less.
// **Prediction.** With the rate that crawled along the ravine: does the ball still get down? Does it come to rest?

// %% A noisy ravine
const rough = noisy(ravine, { size: 1, seed: 1 });
const shiver = descend(rough, gradientDescent, { start, steps: 300, hyper: { lambda: 0.3 } });
display(
  table(
    [0, 50, 100, 200, 300].map((t) => ({
      step: t,
      w: shiver.at(t).w,
      loss: shiver.at(t).loss,
    })),
  ),
);
display(landscape([shiver]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// It gets down, and it does not come to rest: it shivers around the bottom. Lesson 02 measures how much, and lesson 08 shows
// what one does about it.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The race
//
// Slide 4 lets the optimizers race on one surface. You saw them at the top, on a test surface of Beale's. A race is only worth
// what its rules are. Here all have the same start and may compute 60 gradients, and for each rule the same search
// picked its best learning rate.
//
// **Prediction.** Which one got lowest in the race at the top? Would the same one win in our ravine?

// %% The race slideshow={"slide_type": "fragment"}
const results = runners.map((rule) => {
  const [onBeale, inRavine] = [beale, ravine].map((on) => tune(on, rule, { steps: 60 }));
  return { rule: rule.title, lossOnBeale: onBeale!.loss, lossInTheRavine: inRavine!.loss };
});
display(table(results));
display(race(ravine, runners, { budget: 60, tuned: true }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Do not take the winner home yet: on the other surface another one wins. And real training has no time to search for the best
// rate a dozen times. A race shows *character*, not rank: who turns into a valley, who overshoots, who slows down. What each one does, and
// why, is the rest of the course.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What a picture cannot tell
//
// We have two parameters; a network has millions. Some of what you see here carries over: a ravine is a ravine, because a long
// thin bowl is one in any number of dimensions.
//
// Some does not. In the plane a bad valley can wall you in; with a million directions there is nearly always one that leads
// out. So trust the pictures on *speed* and *stability*, and be careful with what they suggest about *traps*.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Five exercises, easiest first. Write your answer, run its cell, then run the cell below it.
//
// **1. Predict.** On $f = x^2$ at $x = 3$ with $\lambda = 0.25$: where does one step of gradient descent take you?

// %% Exercise 1: your answer
// BEGIN SOLUTION const exercise1 = "?";
const exercise1 = 1.5;
// END SOLUTION

// %% Exercise 1: look
const once = descend(parabola, gradientDescent, {
  start: [3],
  steps: 1,
  hyper: { lambda: 0.25 },
});
display(table({ yourAnswer: exercise1 }));
display(once.worked(1));

// %% [markdown]
// **2. Choose.** Slide 2 says that the gradient gets stuck in local optima. Which statement would you sign?
//
// - (a) A good optimizer finds the lowest point of any surface.
// - (b) Momentum gets the ball out of local minima.
// - (c) No rule of the deck guarantees escape; with many parameters, saddles are the commoner trouble.
// - (d) A flat loss curve shows that one is in a local minimum.

// %% Exercise 2: your answer
// BEGIN SOLUTION const exercise2 = "?";
const exercise2 = "c";
// END SOLUTION

// %% Exercise 2: look tags=["folded"]
const reasons = {
  a: "No: a rule sees only slopes near its path.",
  b: "Sometimes, by luck. You saw it pass one well and end in it the next time.",
  c: "Yes. That is Dauphin et al. (2014) in one sentence.",
  d: "No: the plateau and the saddle gave flat curves too.",
};
display(
  Object.entries(reasons).find(([option]) => option === exercise2)?.[1] ?? "not written yet",
);

// %% [markdown]
// **3. Write** the gradient of the ravine $f = {{tex ravine}}$: two numbers, from two numbers. The next cell holds it against
// slopes measured by a tiny step to either side.

// %% Exercise 3: your answer
function gradient(x: number, y: number): [number, number] {
  // BEGIN SOLUTION return [NaN * x, NaN * y];
  return [0.1 * x, 2 * y];
  // END SOLUTION
}

// %% Exercise 3: look
const height = (x: number, y: number) => 0.05 * x ** 2 + y ** 2;
const h = 1e-4;
const measured = (x: number, y: number) => [
  (height(x + h, y) - height(x - h, y)) / (2 * h),
  (height(x, y + h) - height(x, y - h)) / (2 * h),
];
const rows = [
  { x: -8, y: 1.5, yours: gradient(-8, 1.5), measured: measured(-8, 1.5) },
  { x: 3, y: -2, yours: gradient(3, -2), measured: measured(3, -2) },
];
display(Number.isNaN(gradient(1, 1)[0]) ? "not written yet" : table(rows));

// %% [markdown]
// **4. Tune.** Get the ravine's loss below 0.01 within 40 steps of plain descent. One number is yours.

// %% Exercise 4: your answer
// BEGIN SOLUTION const lambda = 0.3;
const lambda = 0.9;
// END SOLUTION

// %% Exercise 4: look
const tuned = descend(ravine, gradientDescent, { start, steps: 40, hyper: { lambda } });
display(
  table({
    lambda,
    lossAfter40Steps: tuned.at(40).loss,
    belowTheMark: tuned.at(40).loss < 0.01,
  }),
);

// %% [markdown]
// **5. Explain.** A friend's loss curve has been flat for a thousand steps. She says: "stuck in a local minimum". In three
// sentences: what else can it be, and what would you look at? Write first, then open the answer.

// %% Exercise 5: your answer
// BEGIN SOLUTION const explanation = "not written yet";
const explanation =
  "A plateau or a saddle, or a rate that is too small; look at the length of the gradient.";
// END SOLUTION
display(explanation);

// %% [markdown]
// <details><summary>One good answer</summary>
//
// It can be a plateau, a saddle, or a rate so small that nothing moves. Look at the length of the gradient: if it is not small,
// the rate is the trouble, or noise. If it is small, wait or push a little to the side: from a saddle the loss falls again.
//
// </details>

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// # One page to keep
//
// $$ {{tex gradientDescent.w}} $$
//
// - The **gradient** stands across the contours and points at what is steepest here, not at the lowest point.
// - **Ravine**: one rate, two directions that want different ones. Crawl or zigzag.
// - **Plateau**: small slope, small step. Flat is not finished.
// - **Local minimum**: no rule here guarantees escape.
// - **Saddle**: slow passage; the common case in high dimension.
// - **Noise**: no rest at the bottom.
// - A race shows character, not rank.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Sources.** Dauphin, Pascanu, Gulcehre, Cho, Ganguli and Bengio 2014,
// [*Identifying and attacking the saddle point problem*](https://arxiv.org/abs/1406.2572), sections 1 to 3; Ruder 2016,
// [*An overview of gradient descent optimization algorithms*](https://arxiv.org/abs/1609.04747).
//
// **Next:** [lesson 02, gradient descent](02-gradient-descent.ipynb): how large may a step be?
