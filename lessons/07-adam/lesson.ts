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
import { adam, adamIncomplete, adamPrinted, adamw, amsgrad, ask, beale } from "fall-line";
import { check, compareConventions, convention, curves, defineRule, descend } from "fall-line";
import { display, explore, hyper, iris, landscape, line, momentum, network } from "fall-line";
import { objective, parabola, type PlainObjective, rmsprop, type Rule } from "fall-line";
import { state, type StepOf, table } from "fall-line";

const start = [1, 1];
const heavy = descend(beale, momentum, {
  start,
  steps: 150,
  hyper: { lambda: 0.005, alpha: 0.9 },
});
const black = descend(beale, rmsprop, { start, steps: 150, hyper: { lambda: 0.1, zeta: 0.9 } });
const both = descend(beale, adam, { start, steps: 150, hyper: { eta: 0.1 } });
const xRange = [0.8, 3.8] as const;
const yRange = [-1, 1.2] as const;
display(landscape([heavy, black, both], { view: [xRange, yRange], height: 380, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Three paths, each at a rate picked by hand: this is no race (lesson 10 holds one). Look at their manners: momentum swings across the
// valley, RMSProp ends hopping.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Three runners on Beale's surface, each at a rate picked by hand; no race is decided by one picture, lesson 10 tunes them
// all alike. Ask: which one is smooth and which one hops? What would you take from each?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: a slope with a past tags=["recall"]
display(ask("adam/divided"));

// %% Remember: what lasts longest tags=["recall"] slideshow={"slide_type": "skip"}
display(ask("adam/lasting"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Momentum knows where to, RMSProp how far"
// ## The problem: two halves of an answer
//
// **Momentum** sums the slopes, with a leak, and so knows *where to*: what persists adds up, what flips cancels. But it has one rate for all
// coordinates. **RMSProp** has a rate for each coordinate, and so knows *how far*. But it follows each slope as it comes.
//
// Take the purest case of lesson 03, a slope that flips: $+1, -1, +1, \dots$ RMSProp's average of squares settles at 1, so in the long
// run its steps are as long as its rate, back and forth.
//
// **Prediction.** Put an *average of slopes*, which keeps nine tenths of itself, in the place of the slope. What becomes of the steps?

// %% Your guess: flipping tags=["guess"] finding="An average forgets what flips"
const flipping: PlainObjective = {
  value: () => 0,
  gradient: (_w, _out, t) => [t % 2 === 0 ? -1 : 1],
};
const how = { start: [0], steps: 2000, hyper: { lambda: 0.01 } };
const alone = descend(flipping, rmsprop, how);
const together = descend(flipping, adamIncomplete, how);
const last = (run: typeof alone | typeof together) => Math.abs(run.at(2000).update[0]) / 0.01;
display(ask("adam/flip", table({ rmsprop: last(alone), together: last(together) })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Two columns on the board: where to, how far. Momentum under the first, RMSProp under the second. Then the question:
// can one have both in one line?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-14","short-path"] finding="The mean says where to, the root of the mean square how far"
// ## The idea, and slide 14
//
// $$ m_t = \beta_1 m_{t-1} + (1-\beta_1)\, g $$
// $$ v_t = \beta_2 v_{t-1} + (1-\beta_2)\, g^2 $$
// $$ w_t = w_{t-1} - \frac{\eta\, m_t}{\sqrt{v_t} + \varepsilon} $$
//
// - $m$: a leaky average of the gradients ("momentum like"); $\beta_1$ the share kept, 0.9.
// - $v$: a leaky average of their squares ("RMSProp like"); $\beta_2$ the share kept, 0.99 on the slide.
// - $\eta$ (eta): the learning rate. $\varepsilon$ stands outside the root.
//
// "Incomplete but close", the slide says. What is missing?

// %% [markdown]
// *Go where the mean of the slopes points; divide by the root of the mean square.*
//
// The letters are those of slides 20 and 21. Slide 14 prints $\alpha_1$, $\zeta$, $\kappa$ and $\lambda$ for $\beta_1$, $\beta_2$, $v$ and $\eta$;
// in the paper $\eta$ is $\alpha$, in libraries `lr`.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// "Looks a bit like RMSProp with momentum." Two differences from slide 6 to point at: the gradient comes in with a share of
// 1 - alpha, so that m is an average and not a sum; and the learning rate has moved out of m.

// %% Slide 14 in these letters slideshow={"slide_type": "skip"} tags=["folded"]
// The rule as slide 14 prints it
const eta = hyper.positive({ tex: "\\eta", default: 0.001, meaning: "learning rate" });
const beta1 = hyper.fraction({ tex: "\\beta_1", default: 0.9, meaning: "share of m kept" });
const beta2 = hyper.fraction({ tex: "\\beta_2", default: 0.99, meaning: "share of v kept" });
const incomplete = defineRule({
  id: "slide-14",
  title: "Uncorrected",
  hyperparameters: { eta, beta1, beta2 },
  rate: "eta",
  state: { m: state.vector({ meaning: "mean" }), v: state.vector({ meaning: "mean square" }) },
  equations: {
    m: line.vector("beta1*m + (1 - beta1)*g", { role: "first moment" }),
    v: line.vector("beta2*v + (1 - beta2)*g^2", { role: "second moment" }),
    w: "w - eta*m/(sqrt(v) + 1e-7)",
  },
});

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-20","short-path"]
// ## Two averages, two names
//
// The average of the slopes is the **first moment**, their mean. The average of their squares is the **second moment**, an *uncentred
// variance*: the mean is not subtracted before squaring, so it is variance plus mean squared.
//
// A slope of 3 at every step has the mean 3 and the second moment 9; the flipping slope $+1, -1, \dots$ has 0 and 1. *Mean over root of
// second moment* says how well the slopes agree: $3/\sqrt{9} = 1$ for the first, $0/\sqrt{1} = 0$ for the second. The mean step is $\eta$ times
// that.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Slide 20's names: the mean of the slopes is the first moment, the mean of their squares the second, which is variance plus
// mean squared. Write "mean" over m and "mean of squares" over v. "Uncentred" frightens people: it says only that nobody
// subtracts the mean.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## What is missing
//
// Take $f = x^2$ from $x = 5$, where the slope is 10. With the slide's numbers $m = 0.1 \cdot 10 = 1$ and $v = 0.01 \cdot 10^2 = 1$: the
// first step is exactly $\eta$ long, as if nothing were missing. But both averages start at 0, and so both are too small at first: $m$
// by a factor of $1 - 0.9 = 0.1$, and $\sqrt{v}$ by $\sqrt{1 - 0.99} = 0.1$. The two faults cancel in step 1, by luck; then they heal
// at different speeds.
//
// **Prediction.** A steady slope, and $\beta_2 = 0.999$, as is usual today. For the pencil: $\sqrt{0.001}$ is about 0.0316.

// %% Your guess: no cure tags=["short-path","guess"] finding="Three times too long at once, six and a half at step 12" rows=[]
const steady = (beta2: number) => {
  const hyper = { eta: 1, beta2 };
  return descend(objective("-x"), incomplete, { start: [0], steps: 200, hyper });
};
const inUnits = (beta2: number) => {
  const all = steady(beta2)
    .term("update")
    .map((update) => update[0]);
  const peak = Math.max(...all.slice(1));
  return { beta2, first: all[1], peak, peakAt: all.indexOf(peak), atEnd: all[200] };
};
const picture = curves([steady(0.99), steady(0.999)], { of: "updateLength" });
display(ask("adam/uncorrected", table([inUnits(0.99), inUnits(0.999)]), picture));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Let them compute 0.1 over 0.0316 before you show the table. "Incomplete but close": the slide's own two numbers hide the
// fault in the first step, which is why so many courses never notice it.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can write slide 14's rule, and you have seen what it lacks. About 35 minutes are left: the correction,
// how long a step is, decay, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} finding="The weights add up to 1 − β₁ᵗ, not to 1"
// ## The correction, derived
//
// How much is missing, exactly? Put the line for $m$ into itself, starting from 0:
//
// $$ m_t = (1 - \beta_1) \left( g_t + \beta_1 g_{t-1} + \dots + \beta_1^{t-1} g_1 \right) $$
//
// A true average has weights that add up to 1. These add up to
//
// $$ (1 - \beta_1) \left( 1 + \beta_1 + \dots + \beta_1^{t-1} \right) = 1 - \beta_1^t $$
//
// The rest is missing: it sits on slopes before the start, which were never seen and count as 0.
//
// **Prediction.** To what do they add up after 10 steps?

// %% Averages of slopes of 1 slideshow={"slide_type": "skip"} tags=["folded"]
// A rule that averages its slopes
const average = defineRule({
  id: "average",
  title: "Average",
  hyperparameters: { beta: beta1 },
  state: { average: state.vector({ meaning: "mean" }) },
  equations: { average: "beta*average + (1 - beta)*g", w: "w - average" },
});
const young = [0.9, 0.999].map((beta) =>
  descend(objective("x"), average, { start: [0], steps: 1000, hyper: { beta } }),
);

// %% Your guess: the share tags=["guess"] finding="The slow average is far from full for hundreds of steps"
const gentle = descend(objective("-x"), adam, { start: [0], steps: 200, hyper: { eta: 0.01 } });
const share = (t: number) => ({
  step: t,
  shareM: 1 - 0.9 ** t,
  mOverG: gentle.at(t).m[0] / -1,
  shareV: 1 - 0.999 ** t,
  "v over g²": gentle.at(t).v[0],
});
display(
  ask("adam/shares", table([1, 10, 100, 200].map(share)), curves(young, { of: "average" })),
);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// The geometric series once more. The sentence to leave behind: the missing weight sits on slopes before the start,
// which nobody has seen.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-21","short-path"] idea="adam.mHat" finding="Divide each average by what its weights add up to"
// ## Adam, complete
//
// Divide each average by what its weights add up to: $m$ by $1 - \beta_1^t$, $v$ by $1 - \beta_2^t$. That is all:
//
// $$ {{tex adam}} $$
//

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"] idea="adam.w" finding="v is divided by 1 − β₂ᵗ, and the step takes both"
// - $m$, $v$: first and second moment; $\beta_1 = 0.9$, $\beta_2 = 0.999$: the shares kept.
// - $\hat{m}$, $\hat{v}$: the same, **corrected for bias**; $t$ counts the steps *from 1*.
// - $\eta$: the learning rate; $\varepsilon = 10^{-8}$, *outside* the root.
//
// This is algorithm 1 of Kingma and Ba (2015). Slide 21 prints it with a small slip; finding it is exercise 3.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Only the hats are new. Ask: what happens to the correction as t grows? (Both shares go to 1, the hats come off.) What would
// happen with t from 0? (0 over 0.)

// %% [markdown] slideshow={"slide_type": "subslide"} finding="With both corrections the steps begin at η"
// By hand: $f = x^2$ from $x = 5$, with $\eta = 0.1$. In step 1 $\hat{m}$ is $g$ and $\hat{v}$ is $g^2$: the step is $\eta$. Step 2 is for
// the pencil: both hats are made of slopes near 10, so it is $\eta$ again, nearly.

// %% Step two, worked slideshow={"slide_type": "fragment"} rows=[]
const small = descend(parabola, adam, { start: [5], steps: 60, hyper: { eta: 0.1 } });
display(small.worked(2));
const uncorrected = descend(parabola, incomplete, {
  start: [5],
  steps: 60,
  hyper: { eta: 0.1, beta2: 0.999 },
});
display(curves([uncorrected, small], { of: "updateLength", scale: "linear" }));

// %% [markdown] slideshow={"slide_type": "slide"} finding="η is a length: distance over η is the first guess at the number of steps"
// ## How long is a step?
//
// Step 1 had the length $\eta$, step 2 nearly so. The size of the slope cancels, as in lesson 05: 1000 times the loss is 1000 times
// $\hat{m}$ and 1000 times $\sqrt{\hat{v}}$. So $\eta$ is a **length** and no factor: distance over $\eta$ is the first guess of how many steps
// a way takes, and a way 1000 times as long takes 1000 times as many (lesson 10 comes back to it).
//
// From 5 with the default $\eta = 0.001$ the guess is 5000. Down the bowl $x^2$ it takes 7430 steps to come within 0.1: the slopes shrink on
// the way, and $\sqrt{\hat{v}}$ remembers the steeper ones.

// %% [markdown] slideshow={"slide_type": "subslide"}
// There the slopes changed little from step to step. Now a flat, then a cliff: the slope is 0.01 for 2000 steps, and then 1 for ever.
//
// **Prediction.** How long do the steps get?

// %% Your guess: the cliff tags=["guess"] finding="On a cliff the steps grow to six times η"
const flatThenSteep: PlainObjective = {
  value: () => 0,
  gradient: (_w, _out, t) => [t <= 2000 ? -0.01 : -1],
};
const over = { start: [0], steps: 2300, hyper: { eta: 1 } };
const off = descend(flatThenSteep, adam, over);
const inEta = (t: number) => ({
  step: t,
  slope: -off.at(t).g[0],
  lengthOverEta: off.at(t).update[0],
});
const steps = [1, 2000, 2001, 2005, 2012, 2050, 2200, 2300];
display(ask("adam/edge", table(steps.map(inEta)), curves(off, { of: "updateLength" })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Two memories of different length, one above the other: ask which of the two notices the cliff first.

// %% [markdown] tags=["short-path"] slideshow={"slide_type": "slide"}
// ## Push it
//
// RMSProp and Adam of the opening. Play them, or step with the slider: RMSProp starts with a jump and ends hopping,
// Adam starts at its pace and glides.
//
// Then drag the start to $(4, 2)$, on the cliff, and slide Adam's $\eta$ from 0.1 to 0.5. Its first step is $\eta$ long there, too.
// What does that cost?

// %% An explorer tags=["short-path"] finding="RMSProp hops, Adam glides"
const players = [
  { rule: adam, hyper: { eta: 0.1 } },
  { rule: rmsprop, hyper: { lambda: 0.1, zeta: 0.9 } },
];
display(explore({ objective: beale, rules: players, start, steps: 100 }));

// %% [markdown]
// <details><summary>What it costs</summary>
//
// With $\eta = 0.5$ the ball is carried over the valley: after 100 steps its loss is 6.6, where $\eta = 0.1$ has 0.02. The first slope,
// 3440, stays in $m$ for some ten steps and in $v$ for about a thousand. That is momentum's overshoot (lesson 03); with $\beta_1 = 0$ there
// is none. But it comes back: after 1000 steps it is within 0.01 of the minimum at $(3, 0.5)$, and with $\eta = 0.1$ the ball still
// creeps, at ${x = 2.91}$. Which is better depends on the budget.
//
// </details>

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Play it slowly. Watch the first three steps, then the last thirty. In the explorer: from (4, 2) with eta 0.5, which of the
// two averages carries it over?

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 20 minutes are left: weights that decay, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Weights that decay: AdamW
//
// **Weight decay** pulls every weight a little towards 0 at each step; it keeps models from growing wild. For plain descent one may as
// well add a term to the loss, ${\tfrac{\gamma}{2} w^2}$, whose slope is $\gamma w$. With Adam that slope passes through $m$ and $v$ like all
// others.

// %% [markdown] slideshow={"slide_type": "subslide"} idea="adamw.w" finding="AdamW keeps the decay outside the moments"
// **AdamW** (Loshchilov and Hutter 2019) keeps the decay $\gamma$ outside the moments; here in PyTorch's form, where its default is 0.01:
//
// $$ {{tex adamw.w}} $$

// %% [markdown]
// **Prediction.** Two weights start at 1. The slopes of one flip between 10 and $-10$, of the other between 0.1 and $-0.1$.

// %% Your guess: decay tags=["guess"] finding="Adam divides the decay too: the steep weight keeps its size" marked=[1, 2]
const flips = (pull: number): PlainObjective => ({
  value: () => 0,
  gradient: (w, _out, t) => [10, 0.1].map((size, i) => (t % 2 ? size : -size) + pull * w[i]),
});
const two = { start: [1, 1], steps: 1000 };
const inLoss = descend(flips(0.1), adam, { ...two, hyper: { eta: 0.01 } });
const outside = descend(flips(0), adamw, { ...two, hyper: { eta: 0.01, decay: 0.1 } });
const kept = { "a term in the loss": inLoss, "AdamW, γ = 0.1": outside };
const weights = Object.entries(kept).map(([decay, { end }]) => ({
  decay,
  steepWeight: end.w[0],
  gentleWeight: end.w[1],
}));
display(ask("adam/decay", table(weights)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Decay that does not pass through the root. Ask which weights of a network have steep slopes, and whether those should decay less.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Four exercises, easiest first; the fourth is for another day, and five more are for those who like. Where there is code to write, write it, run its cell, then run
// the cell below it: it says what your answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// In a class: exercise 3, the printed slide; give it a minute of silence before anybody speaks. Then 6 and 7.

// %% [markdown] exercise="adam/first"
// **1. Predict.** A slope, and then none.

// %% Exercise 1: your answer exercise="adam/first" finding="On flat ground Adam goes on"
const thenFlat: PlainObjective = {
  value: () => 0,
  gradient: (_w, _out, t) => [t === 1 ? 2 : 0],
};
const onward = descend(thenFlat, adam, { start: [0], steps: 20, hyper: { eta: 0.1 } });
const moved = (t: number) => ({ step: t, length: Math.abs(onward.at(t).update[0]) });
const fading = curves(onward, { of: "updateLength" });
display(ask("adam/first", onward.worked(2), table([1, 2, 3, 10, 20].map(moved)), fading));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="adam/rule"
// **2. Write the rule.** `w`, `m`, `v` and `g` are lists, a number for each coordinate; `t` counts from 1; `x ** t` is a power. Return
// the new `w`, and the `m` and `v` that are to be kept.

// %% Exercise 2: your answer slideshow={"slide_type": "skip"} exercise="adam/rule"
// from the place w, the averages m and v and the slopes g to the next place and averages
type Numbers = "eta" | "beta1" | "beta2" | "epsilon";
const mine: StepOf<"m" | "v", Numbers> = (
  { w, m, v, g, t },
  { eta, beta1, beta2, epsilon },
) => {
  // BEGIN SOLUTION
  const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
  const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
  const mHat = first.map((entry) => entry / (1 - beta1 ** t));
  const vHat = second.map((entry) => entry / (1 - beta2 ** t));
  const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
  return { w: next, m: first, v: second };
  // END SOLUTION
};

// %% Exercise 2: look slideshow={"slide_type": "skip"} exercise="adam/rule" finding="Divide each by what its weights add up to"
display(check("adam/rule", mine));

// %% [markdown] exercise="adam/mended"
// **3. Find the fault on the slide.** Slide 21 prints these lines. Compare them with algorithm 1, line by line: one thing is wrong
// ($\varepsilon$ inside the root is a convention, not the fault). How long does that make the first step?
//
// $$ {{tex adamPrinted}} $$

// %% Exercise 3: the printed slide at work tags=["guess"] finding="The printed rule sets out at a tenth of η" marked=[1, 2]
const fromFive = { start: [5], steps: 3, hyper: { eta: 0.1 } };
const printed = descend(parabola, adamPrinted, fromFive);
const right = descend(parabola, adam, fromFive);
const compared = (t: number) => ({
  step: t,
  slide21: printed.at(t).update,
  Adam: right.at(t).update,
});
display(ask("adam/printed", table([1, 2, 3].map(compared))));

// %% [markdown]
// Now mend the slide. The cells of exercises 3, 5 and 6 hold the lines of exercise 2, so they are folded: open each with a click once you
// have written yours. ($\varepsilon$ may stay inside the root.)

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="adam/mended" tags=["folded"]
// Lines to mend
type Slide21 = StepOf<"m" | "v", "eta" | "beta1" | "beta2" | "epsilon">;
const slide21: Slide21 = ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
  const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
  const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
  const mHat = first.map((entry) => entry / (1 - beta1 ** t));
  const vHat = second.map((entry) => entry / (1 - beta2 ** t));
  // BEGIN SOLUTION const next = w.map((x, i) => x - (eta * first[i]) / Math.sqrt(vHat[i] + epsilon));
  const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
  // END SOLUTION
  return { w: next, m: first, v: second };
};

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="adam/mended" finding="The corrected mean was computed, and not used"
display(check("adam/mended", slide21));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="adam/half"
// **4. Explain.** In two or three sentences: which two earlier rules does Adam combine, what does each contribute, and what does the
// correction do?

// %% Exercise 4: your answer slideshow={"slide_type": "skip"} exercise="adam/half"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Momentum's average says where to, RMSProp's root says how far in each coordinate.";
// END SOLUTION

// %% Exercise 4: look slideshow={"slide_type": "skip"} exercise="adam/half"
display(check("adam/half", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// <details><summary>And when would you look twice before you use it?</summary>
//
// When a flat is followed by a cliff; when weights should decay (AdamW); and when the last bit of quality matters: then compare with
// momentum, tuned as carefully, and let the rate decay. (An optional page below shows one more case.)
//
// </details>

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Five more exercises, optional
//
// They are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="adam/pulled"
// **5. Find the bug.** This should be AdamW, but with it the two weights of the lesson would decay unequally. `decay` is $\gamma$. Two
// lines are wrong: which slopes go into the averages, and what the step starts from. Mend both.

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="adam/pulled" tags=["folded"]
// Lines to mend
type Pulled = StepOf<"m" | "v", "eta" | "beta1" | "beta2" | "epsilon" | "decay">;
const pulled: Pulled = ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon, decay }) => {
  // BEGIN SOLUTION const slopes = g.map((x, i) => x + decay * w[i]);
  const slopes = g;
  // END SOLUTION
  // BEGIN SOLUTION const old = w;
  const old = w.map((x) => x * (1 - eta * decay));
  // END SOLUTION
  const first = m.map((kept, i) => beta1 * kept + (1 - beta1) * slopes[i]);
  const second = v.map((kept, i) => beta2 * kept + (1 - beta2) * slopes[i] ** 2);
  const mHat = first.map((entry) => entry / (1 - beta1 ** t));
  const vHat = second.map((entry) => entry / (1 - beta2 ** t));
  const next = old.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
  return { w: next, m: first, v: second };
};

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="adam/pulled"
display(check("adam/pulled", pulled));

// %% [markdown] exercise="adam/colleague"
// **6. Find the bug.** A colleague's Adam. Its lines are those of algorithm 1, and its first step moves `w` as it should. Its second
// does not. Open it, find out why, and mend it. (The check looks at all that a step returns, and not at `w` alone.)

// %% Exercise 6: your answer exercise="adam/colleague" tags=["folded"]
// Lines to mend
type Colleague = StepOf<"m" | "v", "eta" | "beta1" | "beta2" | "epsilon">;
const colleague: Colleague = ({ w, m, v, g, t }, { eta, beta1, beta2, epsilon }) => {
  const first = m.map((old, i) => beta1 * old + (1 - beta1) * g[i]);
  const second = v.map((old, i) => beta2 * old + (1 - beta2) * g[i] ** 2);
  const mHat = first.map((entry) => entry / (1 - beta1 ** t));
  const vHat = second.map((entry) => entry / (1 - beta2 ** t));
  const next = w.map((x, i) => x - (eta * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon));
  // BEGIN SOLUTION return { w: next, m: mHat, v: vHat };
  return { w: next, m: first, v: second };
  // END SOLUTION
};

// %% Exercise 6: look exercise="adam/colleague" finding="What is corrected is not kept"
display(check("adam/colleague", colleague));

// %% [markdown] exercise="adam/tuned"
// **7. Tune.** From $(-8, 1.5)$ in the ravine, bring the loss below 0.01 within 30 steps, and keep it there. Remember that $\eta$ is a length, and what a
// smaller share of old slopes does to a swing.

// %% Exercise 7: your answer exercise="adam/tuned"
// BEGIN SOLUTION const numbers = { eta: 0.1, beta1: 0.9 };
const numbers = { eta: 1, beta1: 0.7 };
// END SOLUTION

// %% Exercise 7: look exercise="adam/tuned" finding="A large η, and a β₁ that forgets sooner"
display(check("adam/tuned", numbers));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="adam/correction"
// **8. Choose.** A run is stopped and taken up again.

// %% Exercise 8: your answer slideshow={"slide_type": "skip"} exercise="adam/correction"
display(ask("adam/correction"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="adam/lines"
// **9. Put in order.** The lines of the rule. They are run as you put them.

// %% Exercise 9: your answer slideshow={"slide_type": "skip"} exercise="adam/lines"
display(ask("adam/lines"));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex adam}} $$
//
// - **It fixes** both halves: the mean of the slopes says where to, the root of their second moment how far.
// - **It costs** two numbers a parameter. No guarantee (optional page); $\eta$ still has to decay (lesson 08).
// - **A step** is about $\eta$ while slopes stay alike, by default at most $7.27\,\eta$.
// - **In use today:** $\eta = 0.001$, $\beta_1 = 0.9$, $\beta_2 = 0.999$, $\varepsilon = 10^{-8}$; with weight decay: AdamW.
// - **The line students forget:** $\hat{m}$ *and* $\hat{v}$ go into the step, $m$ and $v$ are kept; $t$ counts from 1.
// - **Libraries:** PyTorch and optax as here; Keras has $\varepsilon = 10^{-7}$ beside the uncorrected root.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// Let somebody say the rule without formulas: the mean of the slopes, over the root of the mean of their squares, both made
// right for their start.

// %% [markdown] slideshow={"slide_type": "skip"}
// # Optional pages
//
// The lesson is complete without them, and they are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: a network's steps
//
// A network that tells flowers apart: four measures, six neurons, three species, 51 weights (lesson 10 has it in full). Adam trains it on
// all 150 flowers at once, so without noise, with $\eta = 0.01$.

// %% Size and direction tags=["folded"] slideshow={"slide_type": "skip"}
// Sizes in order, and the angle of a step
const inOrder = (numbers: Iterable<number>) =>
  Array.from(numbers, Math.abs).sort((a, b) => a - b);
const offDownhill = (g: Float64Array, step: Float64Array) => {
  const downhill = -g.reduce((sum, slope, i) => sum + slope * step[i], 0);
  const cosine = downhill / Math.hypot(...g) / Math.hypot(...step);
  return (Math.acos(cosine) * 180) / Math.PI;
};

// %% [markdown] slideshow={"slide_type": "skip"}
// In step 1 the slopes of the 51 weights lie between 0.001 and 0.52, and each weight moves by $\eta$. By step 400 the largest slope has
// become a hundred times smaller.
//
// **Prediction.** What has become of the steps?

// %% Your guess: a network's steps tags=["guess","folded"] slideshow={"slide_type": "skip"}
// 51 weights, from three first places
const stepsOf = (seed: number) => {
  const net = network(iris(), { hidden: [6], seed });
  const run = descend(net, adam, { steps: 400, hyper: { eta: 0.01 } });
  return [1, 10, 50, 100, 400].map((step) => {
    const { g, update } = run.at(step);
    const middleStepOverEta = inOrder(update)[25] / 0.01;
    const degrees = offDownhill(g, update);
    return { seed, step, largestSlope: inOrder(g)[50], middleStepOverEta, degrees };
  });
};
display(ask("adam/network", table([1, 2, 3].flatMap(stepsOf))));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: when slopes disagree
//
// A steady slope has the mean 3 and the second moment 9, a flipping one 0 and 1.
//
// **Prediction.** Now one with a bit of both.

// %% Your guess: moments tags=["guess"] slideshow={"slide_type": "skip"}
const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
const momentsOf = (slopes: number[]) => {
  const second = mean(slopes.map((g) => g ** 2));
  const variance = second - mean(slopes) ** 2;
  return { slopes, mean: mean(slopes), variance, secondMoment: second };
};
const three = [
  [3, 3, 3, 3],
  [1, -1, 1, -1],
  [3, 1, 3, 1],
].map(momentsOf);
display(ask("adam/moments", table(three)));

// %% [markdown] slideshow={"slide_type": "skip"}
// Five weights. Their slopes repeat a pattern for ever:
//
// - (a) $1, 1, 1, 1$
// - (b) $5, 5, 5, 5$
// - (c) $1, 1, 1, -1$
// - (d) $1, 1, -1$
// - (e) $1, -1$
//
// **Prediction.** Which of them takes the longest steps in the mean, and how long are they?

// %% Your guess: five weights tags=["guess"] slideshow={"slide_type": "skip"}
const patterns = [[1], [5], [1, 1, 1, -1], [1, 1, -1], [1, -1]];
const agreement = (pattern: number[]) => {
  const slopes: PlainObjective = {
    value: () => 0,
    gradient: (_w, _out, t) => [-pattern[t % pattern.length]],
  };
  const run = descend(slopes, adam, { start: [0], steps: 6000, hyper: { eta: 0.01 } });
  const { mean, secondMoment } = momentsOf(pattern);
  const meanStep = (run.at(6000).w[0] - run.at(5988).w[0]) / 12 / 0.01;
  return { pattern, meanStepOverEta: meanStep, meanOverRoot: mean / Math.sqrt(secondMoment) };
};
display(ask("adam/order", table(patterns.map(agreement))));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: a small game
//
// Reddi, Kale and Kumar (2018) invented it. One weight, kept in a box from $-1$ to $1$. The slopes repeat: $3, -1, -1$. On
// average that is $1/3$, uphill to the right, so the best place is the left wall, $-1$.
//
// Adam with no first moment to speak of ($\beta_1 = 0$), a short memory of squares ($\beta_2 = 0.1$), and a rate that decays as
// $0.5/\sqrt{t}$.
//
// **Prediction.** Does Adam find it?

// %% Your guess: the game tags=["guess"] slideshow={"slide_type": "skip"}
const game: PlainObjective = {
  value: (w) => w[0] / 3,
  gradient: (_w, _out, t) => [t % 3 === 1 ? 3 : -1],
};
const settings = {
  start: [0],
  steps: 3000,
  hyper: { eta: 0.5, beta1: 0, beta2: 0.1 },
  schedule: { id: "root", factor: "1/sqrt(t)", parameters: {} },
  project: { low: -1, high: 1 },
};
const played = descend(game, adam, settings);
display(ask("adam/game", table({ adamEndsAt: played.end.w, bestPlace: -1 })));

// %% [markdown] slideshow={"slide_type": "skip"}
// Look at one round, late in the game. Beside Adam stands another rule, **AMSGrad**, of the same paper; in a moment we say what it is.

// %% Three steps of the game slideshow={"slide_type": "skip"}
const careful = descend(game, amsgrad, settings);
const turn = (t: number) => ({
  slope: played.at(t).g[0],
  adamRoot: Math.sqrt(played.at(t).vHat[0]),
  adamStep: -played.at(t).g[0] / Math.sqrt(played.at(t).vHat[0]),
  amsgradRoot: Math.sqrt(careful.at(t).vHat[0]),
  amsgradStep: -careful.at(t).g[0] / Math.sqrt(careful.at(t).vHat[0]),
});
display(table([598, 599, 600].map(turn)));

// %% [markdown] slideshow={"slide_type": "skip"}
// Read the Adam columns, in units of the rate: the large slope enters its own divisor at once and is cut down to 1.05. By the time
// of the two small ones it is forgotten, so they step by 0.76 and 0.97. Together they win, in the wrong direction.
//
// AMSGrad divides by the *largest* second moment so far, which never shrinks:
//
// $$ {{tex amsgrad.vMax}} $$
//
// So the small slopes take 0.35 each, and lose to the large one. Where do both end? And is it Adam, or the short memory?

// %% Both ends slideshow={"slide_type": "skip"}
const ends = [played, careful].map((run) => ({
  rule: run.rule.title,
  after300: run.at(300).w,
  after3000: run.end.w,
}));
const usual = [0.5, 0.9, 0.999].map((beta2) => {
  const run = descend(game, adam, { ...settings, hyper: { ...settings.hyper, beta2 } });
  return { rule: "Adam", beta2, after3000: run.end.w };
});
display(table(ends));
display(table(usual));

// %% [markdown] slideshow={"slide_type": "skip"}
// AMSGrad goes to the right place. And be fair to Adam: with a longer memory of squares, as with today's 0.999, it does so as well.
// The game shows that there is *no guarantee*, not that Adam fails every day. The danger is real where large slopes are rare and
// carry the news.
//
// AMSGrad pays with AdaGrad's trouble: a divisor that never forgets a cliff.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: which convention does your library use?
//
// Everyone calls it Adam. PyTorch and optax have the paper's form. Keras folds both corrections into the rate, which leaves
// $\varepsilon$ with the uncorrected $\sqrt{v}$, and has another default for it.
//
// **Prediction.** Does it matter?

// %% Your guess: which convention tags=["guess","folded"] slideshow={"slide_type": "skip"}
// The first steps of some conventions
const firstOf = (rule: Rule, g: number) =>
  descend(objective(`-${g}*x`), rule, { start: [0], steps: 1, hyper: { eta: 1 } }).end.w[0];
const flatter = [1, 0.001, 0.00001, 0.000001].map((g) => ({
  slope: g,
  torch: firstOf(convention("adam", "torch"), g),
  keras: firstOf(convention("adam", "keras"), g),
}));
const onBeale = compareConventions("adam", "torch", "keras", beale, {
  start,
  hyper: { eta: 0.1 },
});
display(ask("adam/library", table(flatter), onBeale));

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite kingma2015}}, algorithm 1, section 2.1 (the ratio, and the length of a step), section 3 (the correction); {{cite reddi2018}},
// section 3 (the game), algorithm 2 (AMSGrad); {{cite loshchilov2019}}, algorithm 2; slides 14, 20 and 21.
//
// **Next:** all rules of this course share one number, and it need not stay the same: [lesson 08, learning-rate decay](08-learning-rate-decay.ipynb).
