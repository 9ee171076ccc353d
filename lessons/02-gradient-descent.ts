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
// # Gradient descent: how far to step
//
// *Lesson 02, slide 5 of the deck, about 40 minutes.*
//
// **You will learn** to take a step by hand, to say from the curvature which learning rates work, which fail and which is
// best, and why one rate cannot suit two directions.
//
// **You need** lesson [01](01-motivation.ipynb): the gradient, the contour map, one step.
//
// Two places to stop and come back are marked ■.

// %% The opening tags=["opening"] slideshow={"slide_type": "subslide"}
import { curves, defineRule, descend, display, explore, gradientDescent } from "fall-line";
import {
  landscape,
  noisy,
  objective,
  parabola,
  positive,
  quadratic,
  ravine,
  table,
} from "fall-line";

const start = [-8, 1.5];
const careful = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.05 } });
const good = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.5 } });
const daring = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 0.97 } });
display(landscape([careful, good, daring]));

// %% [markdown] slideshow={"slide_type": "notes"}
// 2 min. Three rates, same start, same 50 steps. Ask: which one is best? And: is there one that would be better than all three?

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The problem: how far?
//
// The gradient says in which direction to go. It does not say how far. That is your choice, the **learning rate** $\lambda$, and
// it is the one number that every method in this course shares.
//
// Above, three balls take 50 steps each. One is careful and gets nowhere. One is daring and bounces. It is tempting to think:
// somewhere between lies the right one, and smaller is always safer.
//
// **Prediction.** The daring ball has $\lambda = 0.97$. What happens at $\lambda = 1.03$: a little more bounce, or something
// else?

// %% Your guess: a little more
// BEGIN SOLUTION const guessMore = "?"; // "a little more bounce" or "something else"
const guessMore = "something else";
// END SOLUTION

// %% A little more
const toofar = descend(ravine, gradientDescent, { start, steps: 50, hyper: { lambda: 1.03 } });
display(table({ yourGuess: guessMore }));
display(
  table(
    [daring, toofar].map((path) => ({
      lambda: path.hyper.lambda,
      lossAfter50Steps: path.end.loss,
    })),
  ),
);
display(curves([careful, good, daring, toofar]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// Something else: it runs away, further at every step. Between 0.97 and 1.03 lies an edge. This lesson finds it with a
// pencil.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The rule, and slide 5
//
// *Go against the gradient, in proportion to it.*
//
// $$ {{tex gradientDescent}} $$
//
// - $w$: the parameters, $W$ on the slide. $w_{t-1}$ is where you stand, $w_t$ where you land.
// - $g$: the gradient $\partial L/\partial W$ where you stand.
// - $\lambda$: the learning rate. (On its slides about decay the deck calls it $\alpha$, in its appendix $\eta$; here it is
//   $\lambda$ in every lesson until we meet Adam.)
//
// Note what the rule does *not* do: it does not divide by the length of the gradient. Where the ground is steep it takes long
// steps, where it is level short ones.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## By hand
//
// Take $f = x^2$ and start at $x = 1$ with $\lambda = 0.1$. The slope is $2x$.
//
// **Prediction.** Where are you after one step, and after two?

// %% Your guess: two steps
// BEGIN SOLUTION const after1 = "?", after2 = "?";
const after1 = 0.8,
  after2 = 0.64;
// END SOLUTION

// %% Two steps, worked slideshow={"slide_type": "fragment"}
const small = descend(parabola, gradientDescent, {
  start: [1],
  steps: 10,
  hyper: { lambda: 0.1 },
});
display(table({ yourGuess: [after1, after2] }));
display(small.worked(1));
display(small.worked(2));

// %% [markdown] slideshow={"slide_type": "subslide"}
// From 1 to 0.8 to 0.64: each step leaves four fifths of what was there. So the steps get shorter by themselves as the slope
// does. What will be left after ten? You need no loop for that, and you can check it:

// %% Ten steps
display(table({ afterTen: small.at(10).w, eightTenthsToTheTenth: 0.8 ** 10 }));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Curvature
//
// How fast the slope changes is called the **curvature** $h$. The bowl $f = {{tex 1/2*h*x^2}}$ has the slope $h x$, and the
// curvature $h$ everywhere. (For $x^2$ it is 2.) One step on it:
//
// $$ x_t = x_{t-1} - \lambda h\, x_{t-1} = (1 - \lambda h)\, x_{t-1} $$
//
// Everything is in the factor $1 - \lambda h$. After $t$ steps, $(1 - \lambda h)^t$ of the start is left.
//
// **Prediction.** Say what the path looks like for $\lambda h = 0.5$, $1$, $1.5$, $2$ and $2.5$. Which of the five arrives?
// Which arrives first?

// %% Your guess: five factors
// BEGIN SOLUTION const arrive = ["?"], first = "?"; // values of lambda times h
const arrive = [0.5, 1, 1.5],
  first = 1;
// END SOLUTION

// %% Five factors slideshow={"slide_type": "fragment"}
display(table({ yourArrivals: arrive, yourFirst: first }));
const round = quadratic([1]); // one direction, of curvature h = 1
const walk = (lambda: number) =>
  descend(round, gradientDescent, { start: [1], steps: 6, hyper: { lambda } });
const places = (lambda: number) => walk(lambda).path.map((w) => w[0]);
display(
  table(
    [0.5, 1, 1.5, 2, 2.5].map((lambda) => ({ lambdaTimesH: lambda, places: places(lambda) })),
  ),
);

// %% [markdown] slideshow={"slide_type": "subslide"}
// - $\lambda h < 1$: it comes down on one side.
// - $\lambda h = 1$: the bottom in one step.
// - $1 < \lambda h < 2$: it overshoots each time, by less each time.
// - $\lambda h = 2$: from side to side for ever.
// - $\lambda h > 2$: further away at every step.
//
// So gradient descent is **stable** exactly when $\lambda h < 2$, that is, when $\lambda$ is below the limit
//
// $$ {{tex 2/h}} $$

// %% [markdown] slideshow={"slide_type": "notes"}
// 4 min. Draw the parabola and the five zigzags. The surprise is that 1.5 still works: overshooting is not failing.

// %% [markdown]
// ■ **A place to stop.** You can step by hand and you know the limit $2/h$. About 25 minutes are left: two directions, noise, and
// your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Two directions, one rate
//
// Now a bowl with two curvatures, $f = {{tex 1/2*(h1*x^2 + h2*y^2)}}$. The gradient is $(h_1 x, h_2 y)$: the two coordinates
// do not mix, so each has its own factor, $1 - \lambda h_1$ and $1 - \lambda h_2$. But they share $\lambda$.
//
// The ravine $f = {{tex ravine}}$ is such a bowl.
//
// **Prediction.** What are its $h_1$ and $h_2$? Which of them sets the limit for $\lambda$, and what is the limit?

// %% Your guess: the ravine's limit
// BEGIN SOLUTION const guessH = ["?", "?"], guessLimit = "?";
const guessH = [0.1, 2],
  guessLimit = 1;
// END SOLUTION

// %% The ravine's limit
const hessian = new Float64Array(4); // four second derivatives, row by row
ravine.hessian(Float64Array.of(0, 0), hessian);
const [h1, h2] = [hessian[0]!, hessian[3]!];
display(
  table({ yourCurvatures: guessH, curvatures: [h1, h2], yourLimit: guessLimit, limit: 2 / h2 }),
);

// %% [markdown] slideshow={"slide_type": "subslide"}
// The steep direction sets the limit, here $\lambda < 1$: that is the edge between 0.97 and 1.03. And the flat direction
// pays. At the limit, its factor is still $1 - 0.1$: at best it loses a tenth a step.
//
// The ratio of the two is the **condition number**
//
// $$ Q = \frac{h_n}{h_1} $$
//
// of the steepest curvature to the flattest. It says how narrow the ravine is; here it is 20.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The best rate
//
// A larger $\lambda$ helps the flat direction until the steep one gets worse. Best is where both lose equally fast:
// $1 - \lambda h_1 = \lambda h_n - 1$. That gives
//
// $$ \lambda = \frac{2}{h_1 + h_n} \qquad \text{and the factor} \qquad {{tex (Q - 1)/(Q + 1)}} $$
//
// in both directions.
//
// **Prediction.** For $Q = 20$ about how many steps does it take to gain one more correct digit, that is, to make the error ten
// times smaller: 5, 25 or 100? And for $Q = 10{,}000$?

// %% Your guess: steps for a digit
// BEGIN SOLUTION const guessDigit = "?";
const guessDigit = 25;
// END SOLUTION

// %% Steps for a digit slideshow={"slide_type": "fragment"}
const stepsPerDigit = (Q: number) => Math.log(0.1) / Math.log((Q - 1) / (Q + 1));
display(table({ yourGuess: guessDigit }));
display(table([2, 20, 200, 10_000].map((Q) => ({ Q, stepsPerDigit: stepsPerDigit(Q) }))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// About $1.15\,Q$ steps for each digit, with the *best* rate. A ravine ten times as narrow costs ten times as many steps, and
// no rate changes that. When descent is slow, people blame the rate. Often the condition number is at fault.
//
// Check it on the ravine:

// %% The best rate on the ravine
const best = descend(ravine, gradientDescent, {
  start,
  steps: 50,
  hyper: { lambda: 2 / (h1 + h2) },
});
const [before, after] = [best.at(40), best.at(50)];
display(
  table({ factorOverTenSteps: Math.sqrt(after.loss / before.loss), theory: (19 / 21) ** 10 }),
);
display(landscape([best]));

// %% [markdown]
// **Push it.** Here the ball can be played with: drag the start, slide $\lambda$, go step by step. Find the edge. Then find the rate
// with which the loss after 50 steps is least, and compare it with the formula's.

// %% An explorer
const rules = [{ rule: gradientDescent, hyper: { lambda: 0.5 } }];
display(explore({ objective: ravine, rules, start, steps: 50 }));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## When the valley lies askew
//
// A ravine need not follow the axes. Turn it: $f = {{tex x^2 + 1.8*x*y + y^2}}$. Now the second derivatives are a table, the
// **Hessian**, with entries off the diagonal. There are still a flattest and a steepest direction; mathematicians call their
// curvatures the **eigenvalues** of the Hessian, and the directions its eigenvectors.
//
// Here the directions are the two diagonals. Along $x = y$ the curvature is 3.8, along $x = -y$ it is 0.2. All that we found
// holds with these two numbers.
//
// **Prediction.** What is the limit for $\lambda$ here?

// %% Your guess: askew
// BEGIN SOLUTION const guessAskew = "?";
const guessAskew = 2 / 3.8;
// END SOLUTION

// %% Askew
const askew = objective("x^2 + 1.8*x*y + y^2");
const from = { start: [-2, 1.5], steps: 60 };
const inside = descend(askew, gradientDescent, { ...from, hyper: { lambda: 0.52 } });
const outside = descend(askew, gradientDescent, { ...from, hyper: { lambda: 0.53 } });
display(table({ yourGuess: guessAskew, limit: 2 / 3.8 }));
display(table([inside, outside].map((path) => ({ ...path.hyper, lossAtEnd: path.end.loss }))));
display(landscape([inside]));

// %% [markdown]
// ■ **A second place to stop.** About 15 minutes are left: noise, the price, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A noisy gradient
//
// In training the gradient comes from a few examples and is off by chance. Our model: on the bowl $f = {{tex x^2/2}}$ we add a
// random number of average size 1 (its standard deviation) to each slope.
//
// **Prediction.** We start at the very bottom, $x = 0$. What happens? And with half the rate: does the average loss stay the
// same, halve, or fall to a quarter?

// %% Your guess: noise
// BEGIN SOLUTION const guessNoise = "?"; // "same", "half" or "quarter"
const guessNoise = "half";
// END SOLUTION

// %% The noise floor
const hover = (lambda: number) => {
  const rough = noisy(round, { size: 1, seed: 1 });
  const run = descend(rough, gradientDescent, { start: [0], steps: 50_000, hyper: { lambda } });
  return run.losses.reduce((sum, loss) => sum + loss, 0) / run.losses.length; // the average
};
display(table({ yourGuess: guessNoise }));
display(
  table(
    [0.2, 0.1, 0.05].map((lambda) => ({
      lambda,
      floor: hover(lambda),
      theory: lambda / (2 * (2 - lambda)),
    })),
  ),
);

// %% [markdown] slideshow={"slide_type": "subslide"}
// The ball does not stay at the bottom. It hovers at a **noise floor** whose height goes with $\lambda$: half the rate, half the
// floor. Theory says
//
// $$ \frac{\lambda}{2\,(2 - \lambda)} $$
//
// for this bowl and this noise. So a large rate travels fast and ends high; a small one travels slowly and ends low. That is
// why one lowers the rate over time: lesson 08.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Its price
//
// Gradient descent costs nothing beyond the gradient: no memory, one number to choose. Its price is the condition number:
//
// - the steepest direction sets the limit,
// - the flattest direction pays for it,
// - and about $1.15\,Q$ steps buy one digit.
//
// The red path of slide 5 is this price. Every method that follows is a way to pay less.

// %% [markdown] slideshow={"slide_type": "notes"}
// 2 min. If there is time for one question: "which of these would more computing power fix?" None of them, that is the point.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Six exercises, easiest first. Write your answer, run its cell, then run the cell below it.
//
// **1. Predict.** On $f = {{tex 2*x^2}}$ (mind the curvature) from $x = 1$: with which $\lambda$ do you land at the bottom in
// one step?

// %% Exercise 1: your answer
// BEGIN SOLUTION const exercise1 = 0.01; // your rate
const exercise1 = 0.25;
// END SOLUTION

// %% Exercise 1: look
const once = descend(objective("2*x^2"), gradientDescent, {
  start: [1],
  steps: 1,
  hyper: { lambda: exercise1 },
});
display(once.worked(1));

// %% [markdown]
// **2. Choose.** A descent is slow. Which statement is right?
//
// - (a) A smaller rate is always safer, so take a smaller one.
// - (b) Gradient descent should divide by the length of the gradient, to keep a steady speed.
// - (c) If even the best rate is slow, the condition number is at fault.
// - (d) If the loss goes up once, the rate is above the limit.

// %% Exercise 2: your answer
// BEGIN SOLUTION const exercise2 = "?";
const exercise2 = "c";
// END SOLUTION

// %% Exercise 2: look tags=["folded"]
const reasons = {
  a: "It is safer, and it is slower in every direction. Far below the limit, that gains nothing.",
  b: "Then it could never come to rest: near the bottom its steps would stay as long as ever.",
  c: "Yes: the best factor, (Q - 1)/(Q + 1), depends on nothing else.",
  d: "Not with noise, and not on a surface whose curvature changes. On a bowl without noise it is true.",
};
display(
  Object.entries(reasons).find(([option]) => option === exercise2)?.[1] ?? "not written yet",
);

// %% [markdown]
// **3. Write the rule.** One step of gradient descent, for any number of parameters: from $w$ and $g$ to the new $w$. Do not
// change the list you are given.

// %% Exercise 3: your answer
function gradientStep(w: number[], g: number[], lambda: number): number[] {
  // BEGIN SOLUTION return w.map(() => NaN * lambda * g.length);
  return w.map((wi, i) => wi - lambda * g[i]!);
  // END SOLUTION
}

// %% Exercise 3: look
let w = start;
for (let t = 1; t <= 10; t += 1) w = gradientStep(w, [0.1 * w[0]!, 2 * w[1]!], 0.5);
display(table({ yours: w.some(Number.isNaN) ? "not written yet" : w, slide: good.at(10).w }));

// %% [markdown]
// **4. Find the bug.** This rule should be slide 5. Run the second cell, look at its first step, and say what it does instead.
// Then mend it.

// %% Exercise 4: your answer
const uphill = defineRule({
  id: "uphill",
  title: "Gradient descent?",
  hyperparameters: {
    lambda: positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }),
  },
  rate: "lambda",
  // BEGIN SOLUTION equations: { w: "w + lambda*g" },
  equations: { w: "w - lambda*g" },
  // END SOLUTION
});

// %% Exercise 4: look
const climb = descend(parabola, uphill, { start: [1], steps: 5 });
const yours = climb.path.map((point) => point[0]);
display(table({ yours, slide: small.path.slice(0, 6).map((point) => point[0]) }));

// %% [markdown]
// **5. Tune.** On the bowl $f = {{tex 1/2*(x^2 + 50*y^2)}}$ from $(1, 1)$: bring the loss below 0.01 in at most 60 steps. Try the
// best rate of the formula first. It does not make it. Why not, and in which direction must you go?

// %% Exercise 5: your answer
// BEGIN SOLUTION const lambda = 2 / 51;
const lambda = 0.0375;
// END SOLUTION

// %% Exercise 5: look
const narrow = descend(quadratic([1, 50]), gradientDescent, {
  start: [1, 1],
  steps: 200,
  hyper: { lambda },
});
const reached = narrow.losses.findIndex((loss) => loss < 0.01);
display(
  table({
    lambda,
    reachedAtStep: reached,
    flatFactor: 1 - lambda,
    steepFactor: 1 - 50 * lambda,
  }),
);

// %% [markdown]
// <details><summary>Why a little less is better here</summary>
//
// The formula makes both factors equal, for the long run. But the steep direction starts with fifty times the loss of the flat
// one. A slightly smaller rate costs the flat direction almost nothing, and makes the steep one much faster: compare the two
// factors. The best rate sits at the edge of trouble; in practice one stays a little below.
//
// </details>

// %% [markdown]
// **6. Explain.** In three sentences: why can't one learning rate suit both directions of a ravine? Write first, then open the
// answer.

// %% Exercise 6: your answer
// BEGIN SOLUTION const explanation = "not written yet";
const explanation =
  "The steep direction bears only a small rate; the flat one would need a large one.";
// END SOLUTION
display(explanation);

// %% [markdown]
// <details><summary>One good answer</summary>
//
// In a direction of curvature $h$ each step multiplies the error by $1 - \lambda h$. The steepest direction stays stable only while
// $\lambda < 2/h_n$. In the flattest, that leaves a factor near 1, so it hardly moves, and the more so the larger
// $Q = h_n/h_1$.
//
// </details>

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// # One page to keep
//
// $$ {{tex gradientDescent}} $$
//
// - **Each direction** of curvature $h$ shrinks by the factor $1 - \lambda h$ a step.
// - **Stable** while $\lambda < 2/h_n$: the steepest direction decides.
// - **Best** on a bowl: $\lambda = \frac{2}{h_1 + h_n}$, factor $(Q-1)/(Q+1)$, where $Q = h_n/h_1$.
// - **It costs** the condition number: a digit takes about $1.15\,Q$ steps.
// - **With noise** it hovers at a floor that grows with $\lambda$.
// - **In use today:** the rate is the first number to tune; try it in factors of 3 or 10, and look for the edge.
// - **The line students forget:** the minus sign.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Sources.** Cauchy 1847 had the idea; Goh 2017, [*Why Momentum Really Works*](https://distill.pub/2017/momentum/), section
// "First Steps: Gradient Descent"; Goodfellow, Bengio and Courville 2016,
// [*Deep Learning*](https://www.deeplearningbook.org/contents/numerical.html), section 4.3.
//
// **Next:** along the ravine's floor the slope says the same thing at every step. Why not remember it?
// That is [lesson 03, momentum](03-momentum.ipynb).
