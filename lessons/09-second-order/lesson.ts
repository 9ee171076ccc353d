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
import { ask, beale, check, dampedNewton, descend, display, explore } from "fall-line";
import { gradientDescent, himmelblau, landscape, lbfgs, newton, objective } from "fall-line";
import { quadratic, quartic, ravine, rosenbrock, stepPicture, table } from "fall-line";
import type { FormulaOf, Objective, StepOf, Trace } from "fall-line";

const start = [-8, 1.5];
const plain = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.9 } });
const jump = descend(ravine, newton, { start, steps: 1 });
display(landscape([plain, jump], { height: 380, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Fifty steps of gradient descent at nearly the largest rate that the ravine's walls bear, and one step of Newton's
// method.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Fifty red steps, one straight line. Ask what the second method must know that the first one does not. "The answer" is
// a fair reply: on this surface it does.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: seven and one tags=["recall"]
display(ask("second-order/measured"));

// %% Remember: from rest tags=["recall"] slideshow={"slide_type": "skip"}
display(ask("second-order/atOne"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="The steep direction sets the rate for both" tags=["short-path"]
// ## The problem: one rate for two directions
//
// The ravine again, and plain descent with nearly the largest rate that its walls bear: fifty steps, across and across, and a crawl along.
//
// The steep direction wants a small rate, the flat one a large rate. If only each direction could have its own! Momentum and
// Adam guess at this from past gradients. This lesson's rule *computes* it, and here one step is enough. Why one?

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// This is the picture of lesson 02, so let them name the trouble. Then the wish: a rate for each direction. Write it
// down; the Hessian grants it.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## How the slope changes: the Hessian
//
// Stand at a point of $f = {{tex x^2 + x*y + 2*y^2}}$ and look at the gradient, two numbers. Move a little in $x$: both numbers
// change. Move a little in $y$: both change again. That makes a table of two by two numbers: *how much does this slope change
// when I move that way?*
//
// **Prediction.** Here the slope in $x$ is $2x + y$ and the slope in $y$ is $x + 4y$. What are the four numbers? The run
// measures them: it moves from $(3, 1)$ by 0.5 in $x$, then by 0.5 in $y$, and divides the changes of the slopes by 0.5.

// %% Your guess: four numbers tags=["guess"] finding="The Hessian says how each slope changes in each direction"
const tilted = objective("x^2 + x*y + 2*y^2");
const slopeAt = (on: Objective, w: number[]) => {
  const g = new Float64Array(2);
  on.gradient(Float64Array.from(w), g, 1);
  return g;
};
const before = slopeAt(tilted, [3, 1]);
const moves = { "in x": [3.5, 1], "in y": [3, 1.5] };
const rows = Object.entries(moves).map(([moving, to]) => {
  const [slopeInX, slopeInY] = slopeAt(tilted, to).map((slope, i) => (slope - before[i]) / 0.5);
  return { moving, slopeInX, slopeInY };
});
display(ask("second-order/four", table(rows)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Draw the two-by-two table with words in it before any symbol. If the room knows linear algebra, say eigenvalue at
// once; if not, "curvature in its own direction" carries the whole lesson.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Where the surface is a parabola, one jump is enough"
// ## The idea in one dimension
//
// *Fit a parabola to the surface where you stand, and jump to its bottom.* On $f = x^2 - 6x$ that is the surface itself.
//
// At $x$, where the rule will subtract its step $p$, the parabola of the same height, slope and curvature is
//
// $$ f(x - p) \approx f - f' p + \tfrac{1}{2} f'' p^2 $$
//
// It is level where $f'' p = f'$, that is at $p = f'/f''$.
// Where the surface *is* a parabola, one jump leads to its bottom from anywhere: for $f = x^2 - 6x$ the step is
// $p = (2x - 6)/2 = x - 3$, and $x - p$ is 3.

// %% One jump slideshow={"slide_type": "fragment"}
display(landscape(descend(objective("x^2 - 6*x"), newton, { start: [6.5], steps: 1 })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Draw a curve, a point, the parabola that fits there, its bottom. Do it twice, once far from the minimum, where it
// misses.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## From one slope to many
//
// With many parameters the one curvature becomes the table $H$, a **matrix**. What does it do to a move $s$? Let $a$ and $b$ stand in
// its first row, $b$ and $c$ in its second:
//
// $$ H s = (a s_1 + b s_2,\ b s_1 + c s_2) $$
//
// By this much *the gradient changes* when one moves by $s$: exactly where $H$ is the same everywhere, nearly for a small $s$
// elsewhere.
//
// **Prediction.** At $(3, 1)$ the gradient is $(7, 7)$. Move by $s = (1, -1)$, and use $H s$: what is the gradient there?

// %% Your guess: a product tags=["guess"] finding="A move changes the gradient by the Hessian times the move"
display(ask("second-order/product", table({ gradientThere: slopeAt(tilted, [4, 0]) })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// A row times a vector, and what it means: a change of the gradient. Then ask: which move brings the gradient to 0?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-16","short-path"] idea="newton" finding="Step to where the fitted parabola is level"
// ## Newton's method: slide 16
//
// Slide 16 writes the same parabola with vectors (**Taylor's** formula), $\theta$ for the parameters and $J$ for the loss:
//
// $$ J(\theta) \approx J(\theta_0) + (\theta - \theta_0)^\top \nabla J(\theta_0) +
// \tfrac{1}{2} (\theta - \theta_0)^\top H (\theta - \theta_0) $$
//
// $\nabla J$ is the gradient, and $u^\top v$ is $u_1 v_1 + u_2 v_2 + \dots$ The slide solves for the **critical point** of *this
// parabola*, where its slope is zero: the step back must change the gradient by all of it, $H p = g$, which the slide writes
// $\theta^* = \theta_0 - H^{-1} \nabla J(\theta_0)$. This is **Newton's method**. In our letters:
//
// $$ {{tex newton}} $$
//
// No learning rate stands in it.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Point from each term of the slide to its twin in one dimension: height, slope times step, half the curvature times the
// step squared. Then the second line: slope zero. And one solves for p: nobody computes the inverse.

// %% [markdown] slideshow={"slide_type": "skip"}
// The slide's $H^{-1}$, the **inverse**, is a way of writing, not of computing: one **solves** the equations $H p = g$ for the step
// $p$. To compute the inverse, which leads from $H p$ back to $p$, costs three times as much and can lose digits. In code the word is
// `solve`.
//
// Here is the step of the opening, with its numbers.

// %% The step, worked slideshow={"slide_type": "skip"}
display(jump.worked(1));

// %% [markdown] slideshow={"slide_type": "skip"}
// Here the axes are the **eigenvectors**, the directions of the two curvatures, and each slope is divided by *its own* curvature: along
// the flat direction that is a rate of 10, across it a rate of one half. The step is exactly the way to the minimum, because the
// ravine *is* a parabola.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Q: what is nice about this update?
//
// The slide's own question. One half of the answer you have seen: no learning rate, nothing to tune. For the other half leave the
// parabolas. The quartic $f = {{tex quartic}}$ has its minimum at $x = 2.25$. Start at 3.
//
// **Prediction.** Near a minimum plain descent makes an error smaller by the same factor at each step: the same number of digits each time.
// Does Newton?

// %% Your guess: four and five tags=["short-path","guess"] finding="Near such a minimum the correct digits double" rows=[2, 3, 4, 5, 6] columns=[1, 3, 4] marked=[6, 4]
const quick = descend(quartic, newton, { start: [3], steps: 5 });
const errors = quick.path.map(([x], step) => ({
  step,
  x,
  error: x - 2.25,
  digits: -Math.log10(x - 2.25),
}));
display(ask("second-order/digits", table(errors)));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Take answers to the slide's question first. Then: 0.6, 1.4, 2.8, 5.7, 11.5 digits. A double has about 16, so step 6 would
// be the last one that changes anything.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 30 minutes are left. What you have: the Hessian, and Newton's step, which is perfect on a bowl.
// What comes: surfaces that are not bowls, and the bill.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Far from the bottom the loss leaps from 4.7 to 1412"
// ## The parabola that fits here
//
// The parabola, the *quadratic model*, is good only close to where you stand. Rosenbrock's curved valley, the second step from its usual start. The dashed lines
// are contours of the parabola that fits where the step begins, thin as a needle, and it goes to *their* centre: the loss rises from
// 4.7 to 1412.

// %% The second step on Rosenbrock
const bold = descend(rosenbrock, newton, { steps: 6 });
display(stepPicture(bold, 2));
display(table({ lossBefore: bold.losses[1], lossAfter: bold.losses[2] }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// The step *set out* downhill and was far too long. (The run recovers: after four more steps its loss is below $10^{-15}$.) It can also set
// out wrongly.
//
// **Prediction.** Beale's surface from $(1, 1)$. There the gradient is $(0, 27.75)$, so downhill is straight down in $y$. Where
// does Newton's step lead?

// %% Your guess: Beale tags=["guess"] finding="Newton goes where the slope vanishes: here to a saddle"
const onBeale = descend(beale, newton, { start: [1, 1], steps: 3 });
const places = onBeale.path.map(([x, y], step) => ({ step, x, y, loss: onBeale.losses[step] }));
display(ask("second-order/solved", table(places)));

// %% [markdown] tags=["short-path"] slideshow={"slide_type": "subslide"}
// **Prediction.** Himmelblau's surface has four minima. Newton's run from $(0.5, 0.5)$: at which kind of place does it end?
//
// What helps: the two curvatures, the **eigenvalues** of $H$, have the sum $a + c$ (its **trace**) and the product $a c - b^2$ (its
// **determinant**). The rows $(2, 1)$ and $(1, 4)$ from above have the trace 6 and the determinant 7; their eigenvalues are $3 - \sqrt{2}$
// and $3 + \sqrt{2}$.

// %% Your guess: Himmelblau tags=["short-path","guess"] finding="On a dome it climbs to the top" rows=[]
const onHimmelblau = descend(himmelblau, newton, { start: [0.5, 0.5], steps: 6 });
const walked = onHimmelblau.path.map(([x, y], step) => ({
  step,
  x,
  y,
  loss: onHimmelblau.losses[step],
}));
display(ask("second-order/between", table(walked), landscape(onHimmelblau)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// The best of the lesson. Let the room predict Beale before you open the card; most say "down". Then ask whether the minus
// sign in the rule was wrong. It was not.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## What these pictures cannot tell
//
// On Himmelblau's surface saddles are as many as minima, four of each. In a million dimensions they are the rule: for a minimum the
// surface must curve up in *every* direction. So nearly all critical points high up are saddles: in theory on random surfaces, and as
// measured on small networks (Dauphin et al. 2014).
//
// And saddles *attract* pure Newton: of random starts on Himmelblau's surface, $x$ and $y$ from $-5$ to 5, about 58 % end in a minimum,
// 36 % on a saddle, 6 % on the hilltop. Plain descent slides off the last two. So Newton must be mended.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Toss a coin three times, one for each direction: three heads are a minimum in three dimensions. Then say "a million".

// %% [markdown] slideshow={"slide_type": "slide"} idea="newton-damped.damping,p,w" finding="Lift the curvatures, then shorten the step"
// ## The mend, and its price
//
// *Lift the curvatures until all of them are positive, and shorten the step until the loss falls.* This $p$ has the minus
// in it: it leads downhill and is **added**, where pure Newton's was subtracted.
//
// $$ {{tex dampedNewton}} $$

// %% The direction and the length [markdown] slideshow={"slide_type": "skip"}
// $I$ is the **identity**, with ones on the diagonal and zeros off it: adding $\tau I$ adds $\tau$ to every eigenvalue, so that none,
// not even the smallest, $h^{\min}$, stays below $\delta$. Where all are above 0 the *direction* $p$ goes downhill. The *length* is mended by $\ell$, the
// first of $1, \tfrac12, \tfrac14, \dots$ at which the loss falls by $10^{-4}$ of what the slope promises. This is a **damped Newton method**.

// %% [markdown] slideshow={"slide_type": "skip"}
// The two bad starts again; the map is Himmelblau's. "No hyperparameters", said the slide: here $\delta$, the smallest curvature that is
// trusted, has to be chosen.

// %% Damped slideshow={"slide_type": "skip"}
const firm = { steps: 40, hyper: { delta: 0.2 } };
const dampedOnBeale = descend(beale, dampedNewton, { ...firm, start: [1, 1] });
const onHill = descend(himmelblau, dampedNewton, { ...firm, start: [0.5, 0.5] });
const ends = [dampedOnBeale, onHill].map((run) => ({
  surface: run.objective.name,
  smallestEigenvalueAtTheStart: run.at(1).curvature,
  endsAt: run.end.w,
  loss: run.end.loss,
}));
display(table(ends));
display(landscape([descend(himmelblau, newton, { start: [0.5, 0.5], steps: 6 }), onHill]));

// %% [markdown] slideshow={"slide_type": "skip"}
// From the same starts both runs now end in a minimum, on Beale's surface as on Himmelblau's. The price is $\delta$. Too small, and a step
// along a nearly level direction is very long; only the halving of $\ell$ saves it. Too large, and $H + \tau I$ is nearly $\tau I$: the rule
// is plain descent with a rate of about $1/\delta$. "No hyperparameters" holds for the pure method only.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Push it.** Himmelblau again, pure Newton beside the damped one. Drag the start about. From where does pure Newton find a
// minimum, from where the hilltop, from where a saddle between two minima? Does the damped one ever miss?

// %% An explorer finding="With δ = 0.2 the damped one ends in a minimum"
const damped = { rule: dampedNewton, hyper: { delta: 0.2 } };
display(
  explore({ objective: himmelblau, rules: [newton, damped], start: [0.5, 0.5], steps: 10 }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// From $(0, 2.5)$ pure Newton ends on a saddle, from $(3, 3)$ in a minimum. The damped one goes downhill from everywhere. (Start it
// *exactly* on the hilltop or on a saddle, and it stays, too: the slope is zero there.) Near a minimum the two are one.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Read the lines as two sentences: lift the curvatures, then shorten the step. In the explorer drag the start about
// until pure Newton climbs.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: the bill, how to pay less, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-17","short-path"]
// ## Q: why is this impractical for deep networks?
//
// The slide's second question. It takes a network with $n$ = 100 million parameters.
//
// The Hessian has $n$ rows of $n$ numbers. Solving $H p = g$ costs about $n^3/3$ operations. $10^{15}$ operations a second, at
// eight bytes a number, take a rack full of today's accelerators.
//
// **Prediction.** Write the bill for one step.

// %% Your guess: the bill tags=["folded","short-path","guess"] finding="One step would need 80 petabytes"
// The bill
const n = 100e6;
const years = n ** 3 / 3 / 1e15 / (365 * 24 * 3600);
const petabytes = (8 * n ** 2) / 1e15;
display(
  ask(
    "second-order/bill",
    table({ numbers: n ** 2, petabytes, operations: n ** 3 / 3, years }),
  ),
);

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Let the room do the bill on paper: a hundred million squared, times eight bytes. Then the cube. "And then it must be
// inverted", says the slide; solved, say we, at a third of the price. It does not help.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Paying less: L-BFGS
//
// The bill is for the whole table, and one can do with less (an optional page shows that a product $H p$ costs two gradients and no table).
// The gradients of past steps already tell much about the curvature: *I moved by $s$ and the slope changed by $y$.* The rule
// **L-BFGS** (Liu and Nocedal 1989) keeps some such pairs, here the last ten, and builds its step from them, without ever writing a
// Hessian down.
//
// **Prediction.** Write its bill, too. (The card brings what it pays for that: steps in Rosenbrock's valley, until the gradient is shorter
// than $10^{-6}$.)

// %% Your guess: L-BFGS tags=["guess","folded"] finding="A five-millionth of the numbers" marked=[2, 2]
// Three rules in one valley
const goal = { steps: 20_000, tolerance: 1e-6 };
const three = [
  descend(rosenbrock, dampedNewton, goal),
  descend(rosenbrock, lbfgs, goal),
  descend(rosenbrock, gradientDescent, { ...goal, hyper: { lambda: 0.0019 } }),
];
const costOf = (run: Trace) => ({ rule: run.rule.title, steps: run.steps, ...run.evaluations });
const forLarge = [
  { rule: "Newton", numbersKept: n ** 2, operations: n ** 3 / 3 },
  { rule: "L-BFGS, ten pairs", numbersKept: 20 * n, operations: 40 * n },
];
display(ask("second-order/pairs", table(three.map(costOf)), table(forLarge)));

// %% [markdown] slideshow={"slide_type": "skip"}
// And RMSProp and Adam? They divide by a number for each coordinate, too. But $\sqrt{\kappa}$ is made of slopes and not of
// curvatures: it is never negative, so dividing by it never turns a step uphill. That tells less about the surface, and is safer.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Moved by s, slope changed by y: that is a curvature, along one direction. Ten such pairs are most of what one needs.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Seven exercises, easiest first. The last three are for another day: the time that the lesson says is without them.
//
// Where there is code to write, write it, run its cell, then run the cell below it: it says what
// your answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=9
// In a class: 2 as a vote, then 4, where the answer to "on which surfaces is it right" is: where the axes are not
// coupled.

// %% [markdown] exercise="second-order/quartic"
// **1. Predict.** A step where the fitted parabola is not the surface.

// %% Exercise 1: your answer exercise="second-order/quartic" finding="On x⁴ every step goes a third of the way"
const level = objective("x^4", { minima: [[0]] });
const thirds = descend(level, newton, { start: [3], steps: 4 });
display(ask("second-order/quartic", landscape(thirds, { view: [[-1.5, 3.5]] })));

// %% [markdown] exercise="second-order/downhill"
// **2. Choose.** The slide asks what is nice about this update, and you know what is not.

// %% Exercise 2: your answer exercise="second-order/downhill" finding="Downhill for certain where all curvatures are positive"
display(ask("second-order/downhill"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="second-order/rule"
// **3. Write the rule.** `H` is a list of rows, and `solve(H, g)` gives the step $p$ with $H p = g$. Return the new `w`.

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="second-order/rule"
// from the place w, the slopes g and the table H to the next place
const mine: StepOf = ({ w, g, H, solve }) => {
  // BEGIN SOLUTION
  const p = solve(H, g);
  return { w: w.map((x, i) => x - p[i]) };
  // END SOLUTION
};

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="second-order/rule" finding="Solve, and subtract"
display(check("second-order/rule", mine));

// %% [markdown] exercise="second-order/uphill"
// **4. Find the bug.** "I have the curvatures, so I divide each slope by its own." On which surfaces is that right? Mend it.

// %% Exercise 4: your answer exercise="second-order/uphill"
const half: StepOf = ({ w, g, H, solve }) => {
  // BEGIN SOLUTION const p = g.map((slope, i) => slope / H[i][i]);
  const p = solve(H, g);
  // END SOLUTION
  return { w: w.map((x, i) => x - p[i]) };
};

// %% Exercise 4: look exercise="second-order/uphill" finding="The whole Hessian, not its diagonal"
display(check("second-order/uphill", half));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="second-order/pair"
// **5. By hand.** Two parameters: the gradient is $(g_1, g_2)$, the Hessian's rows are $(a, b)$ and $(b, c)$. Return the Newton
// step, the solution of $a p_1 + b p_2 = g_1$ and $b p_1 + c p_2 = g_2$. It is tried on bowls, hilltops and saddles, and on
// Beale's $(1, 1)$, where $a$ is 0.

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="second-order/pair"
const newtonStep: FormulaOf<"g1" | "g2" | "a" | "b" | "c", number[]> = ({
  g1,
  g2,
  a,
  b,
  c,
}) => {
  // BEGIN SOLUTION
  const determinant = a * c - b * b;
  return [(c * g1 - b * g2) / determinant, (a * g2 - b * g1) / determinant];
  // END SOLUTION
};

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="second-order/pair" finding="Two equations, solved at once"
display(check("second-order/pair", newtonStep));

// %% [markdown] exercise="second-order/tuned"
// **6. Tune.** Damped Newton on Beale from $(1, 1)$: a loss below $10^{-6}$ within 10 steps, and it stays there. The number $\delta$ is yours.

// %% Exercise 6: your answer exercise="second-order/tuned"
// BEGIN SOLUTION const firmness = { delta: 10 };
const firmness = { delta: 0.1 };
// END SOLUTION

// %% Exercise 6: look exercise="second-order/tuned"
display(check("second-order/tuned", firmness));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="second-order/cost"
// **7. Explain.** In two or three sentences: why is a network of a million weights not trained with Newton's method? And why is
// "invert the Hessian" the wrong word anyway?

// %% Exercise 7: your answer slideshow={"slide_type": "skip"} exercise="second-order/cost"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "The Hessian has a million squared entries and solving takes the cube; one solves and never inverts.";
// END SOLUTION

// %% Exercise 7: look slideshow={"slide_type": "skip"} exercise="second-order/cost"
display(check("second-order/cost", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex newton}} $$
//
// - **It fixes** the clash of directions: along each eigenvector the slope is divided by the curvature there.
// - **It costs** $n^2$ numbers and about $n^3/3$ operations a step: 80 petabytes for 100 million parameters.
// - **It goes** to a critical point of any kind: minimum, saddle or maximum. Look at the eigenvalues.
// - **Damped**, it goes downhill: lifting mends the direction, shortening the length. And it has a hyperparameter again.
// - **In use today:** L-BFGS for exact gradients and middling $n$; products $H p$, two gradients each.
// - **The line students forget:** solve, do not invert; the whole $H$, not its diagonal.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Two questions to take home: to what kinds of points does it go, and what does one step cost?

// %% [markdown] slideshow={"slide_type": "skip"}
// # Optional pages
//
// The lesson is complete without them, and they are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: one product, and no table
//
// The bill is for the whole table. But $H p$ for one vector $p$ is only the change of the gradient along $p$, and two gradients
// $g$, at two places, give that:
//
// $$ H p \approx \frac{g(w + \varepsilon p) - g(w)}{\varepsilon} $$
//
// So a **Hessian-vector product** costs two gradients and no Hessian, for any $n$. (An exact way costs as
// little: Pearlmutter 1994.) The method of *conjugate gradients* solves $H p = g$ with such products alone, on a bowl in
// at most $n$ of them.
//
// Here is one on Beale at $(1, 1)$, where you know the Hessian. An $\varepsilon$ of 0.1 is far off.

// %% Two gradients slideshow={"slide_type": "skip"}
const p = [1, 2];
const here = slopeAt(beale, [1, 1]);
const quotients = [0.1, 0.001, 0.00001].map((epsilon) => {
  const there = slopeAt(beale, [1 + epsilon * p[0], 1 + epsilon * p[1]]);
  return { epsilon: String(epsilon), product: there.map((g, i) => (g - here[i]) / epsilon) };
});
const byTheTable = [0 * p[0] + 27.75 * p[1], 27.75 * p[0] + 68.5 * p[1]];
display(table([...quotients, { epsilon: "by the table", product: byTheTable }]));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: Gauss-Newton
//
// Many losses are sums of squared errors, and so is Beale's: $(1.5 - x + xy)^2$ and two more.
// Newton fits a parabola to the whole. **Gauss-Newton** fits a straight line to each *error*, and squares the lines: that makes a bowl
// or a trough, and never a dome or a saddle. (In letters: the Hessian of $\sum r_i^2$ is $2 \sum (\nabla r_i \nabla r_i^\top + r_i
// \nabla^2 r_i)$, and it leaves the second part out.)
//

// %% [markdown] slideshow={"slide_type": "skip"}
// At Beale's $(1, 1)$ the lines are $1.5 + s$, $2.25 + 2s$ and $2.625 + 3s$ with $s = y - 1$. The picture shows their squares, a
// trough, and the step to its bottom: where Newton went sideways, onto the saddle, Gauss-Newton goes straight down. (Damped, since the trough is
// level in $x$, it stops a little short: at 0.016, and the bottom is at 0.009.)

// %% The Gauss-Newton trough slideshow={"slide_type": "skip"}
const squares = "(1.5 + (y - 1))^2 + (2.25 + 2*(y - 1))^2 + (2.625 + 3*(y - 1))^2 + 0*x";
const trough = objective(squares, { name: "the squares of the lines" });
const toItsBottom = { start: [1, 1], steps: 1, hyper: { delta: 0.2 } }; // level in x, so it needs damping
const straight = descend(trough, dampedNewton, toItsBottom);
const lossOnBeale = [[1, 1], straight.end.w].map((w) => beale.value(Float64Array.from(w)));
display(stepPicture(straight, 1));
display(
  table({ endsAt: straight.end.w, lossBefore: lossOnBeale[0], lossAfter: lossOnBeale[1] }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: the bill, measured
//
// Do not take the $n^3$ on trust. Here is one Newton step on a bowl in $n$ dimensions, on your own machine, the best of
// three tries. With twice as many parameters it should take about $2^3$ times as long, once $n$ is large enough. From 400 parameters
// to 100 million are 18 such doublings.

// %% One step, measured slideshow={"slide_type": "skip"}
const once = (size: number) => {
  const wide = quadratic(Array.from({ length: size }, (_, i) => 1 + i));
  const before = performance.now();
  descend(wide, newton, { start: new Float64Array(size).fill(1), steps: 1, record: "none" });
  return (performance.now() - before) / 1000;
};
const seconds = (size: number) => Math.min(once(size), once(size), once(size));
display(table([50, 100, 200, 400].map((size) => ({ n: size, seconds: seconds(size) }))));

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** Slides 16 and 17. {{cite nocedal2006}}, sections 3.3, 3.4, 7.2 and 10.3, and chapter 5 on conjugate gradients; {{cite liu1989}}; {{cite pearlmutter1994}};
// {{cite dauphin2014}}.
//
// **Next:** you now have every rule of the deck. Which one do you take on Monday morning? [Lesson 10](10-in-practice.ipynb) lets them train a real network.
