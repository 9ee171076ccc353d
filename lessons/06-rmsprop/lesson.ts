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
import { adagrad, ask, beale, check, compareConventions, curves, descend } from "fall-line";
import { display, explore, landscape, objective, parabola } from "fall-line";
import { noisy, type PlainObjective, ravine, rmsprop, schedules, type StepOf } from "fall-line";
import { table, variant } from "fall-line";

const start = [4, 2];
const blue = descend(beale, adagrad, { start, steps: 100, hyper: { lambda: 0.2 } });
const black = descend(beale, rmsprop, { start, steps: 100, hyper: { lambda: 0.2, zeta: 0.9 } });
const xRange = [2, 4.5] as const;
const yRange = [-0.2, 2.4] as const;
display(landscape([blue, black], { view: [xRange, yRange], height: 380, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// AdaGrad and RMSProp on Beale's surface, a hundred steps each, with the same $\lambda = 0.2$ from the same steep
// corner.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Slide 13's black path beside the blue one, on Beale's surface, from a steep corner. Same lambda, the same 100 steps
// (the first steps differ; that story comes later). Ask: what does the blue ball still carry that the black one has put down?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: jump, then correct tags=["recall"]
display(ask("rmsprop/ahead"));

// %% Remember: the price of a cliff tags=["recall"]
display(ask("rmsprop/steepStart"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The problem: a sum forgets nothing
//
// Both balls start on a steep slope: 3440 along $y$. Both divide by a root made of the squares that they have seen. After 100 steps
// AdaGrad (blue) is crawling, with a loss of 6.1; RMSProp has come down to 0.007.
//
// AdaGrad's $\kappa$ is a sum. After step 1 it holds $3440^2$, nearly 12 million, and it will hold that for ever. Look at its rate and at
// RMSProp's:

// %% Two rates tags=["short-path"] finding="AdaGrad's rate can only fall; RMSProp's grows"
const alongY = (t: number) => ({
  step: t,
  "slope, AdaGrad": blue.at(t).g[1],
  "rate, AdaGrad": blue.effectiveRates(t)[1],
  "slope, RMSProp": black.at(t).g[1],
  "rate, RMSProp": black.effectiveRates(t)[1],
});
display(table([1, 2, 10, 20, 50, 100].map(alongY)));
display(curves([blue, black], { of: "effectiveRate", scale: "log" }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Do the sum of step 50 aloud: 0.2 times 112 over 3440 is 0.0065, and kappa has grown since. Then read the two rate columns: one can only fall, the other grows. Ask
// what the first line would have to do.

// %% [markdown]
// AdaGrad's slope is steep enough; it is the rate that is gone. It stands near 0.00004 and can only fall. (A larger $\lambda$ would help the
// blue ball on this way: with 1 it ends at a loss of 0.03. But one would have to know the first slope beforehand.) RMSProp's rate
// **grows** as the slopes become gentler.
//
// What would you change in AdaGrad's first line, to make $\kappa$ forget?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-13","short-path"] idea="rmsprop" finding="Do not sum the squares: average them, and let the average leak"
// ## The idea, and slide 13
//
// *Do not sum the squares: average them, and let the average leak.*
//
// AdaGrad: $\; {{tex adagrad.kappa}}$. RMSProp:
//
// $$ {{tex rmsprop}} $$
//
// - $\kappa$: now a **leaky average** of the squared gradients. It starts at 0.
// - $\zeta$ (zeta): the share of the old average that is kept. "~0.99 to make it leaky", says the slide.
// - $\lambda$, $\varepsilon$: as before.
//
// The shares $\zeta$ and $1 - \zeta$ add up to 1, which makes it an average. Its root is a *root mean square*, RMS: hence the name.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Put the two first lines one above the other, as the slide does, and let the class say what has changed. Two changes, in
// fact: the old value leaks, and the new square comes in small. The second one comes back in a moment.

// %% [markdown] slideshow={"slide_type": "skip"}
// Other names for the same things:
//
// | here and on the slide | elsewhere |
// |---|---|
// | $\zeta$, share kept | decay rate (CS231n), `alpha` (PyTorch), `rho` (Keras), $\beta_2$ (in Adam) |
// | $\kappa$, leaky average | cache (CS231n), mean square (Tieleman and Hinton), $v$ (in Adam) |
//
// The formula on slide 13 has $\varepsilon$ inside the root, its code outside, as for AdaGrad. An optional page of lesson 05 shows where the two part.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## By hand
//
// $f = x^2$ from $x = 1$, $\lambda = 0.05$, and $\zeta = 0.9$ for the sake of the pencil. The slope is 2.
//
// **Prediction.** AdaGrad's first step was as long as $\lambda$: 0.05. Is RMSProp's?

// %% Your guess: step one tags=["short-path","guess"] finding="The first step is three times as long as λ"
const small = descend(parabola, rmsprop, {
  start: [1],
  steps: 30,
  hyper: { lambda: 0.05, zeta: 0.9 },
});
display(ask("rmsprop/pencil", small.worked(1)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The class does step 1. Somebody will say that 0.158 is too long; praise it, and write it in a corner of the board for
// later.

// %% [markdown] slideshow={"slide_type": "slide"} finding="A square that is k steps old still counts a little"
// ## How long is the memory?
//
// Put the line into itself, as we did for momentum:
//
// $$ \kappa_t = (1 - \zeta) \left( g_t^2 + \zeta g_{t-1}^2 + \zeta^2 g_{t-2}^2 + \dots \right) $$
//
// A square that is $k$ steps old has the weight $(1 - \zeta)\,\zeta^k$.
//
// **Prediction.** How fast does a square fade?

// %% One slope, then none
const zetas = [0.9, 0.99, 0.999];
const fading = zetas.map((zeta) => {
  const first = -1 / Math.sqrt(1 - zeta); // its square weighs 1 at step 1
  const gradient = (_w: unknown, _out: unknown, t: number) => [t === 1 ? first : 0];
  const once: PlainObjective = { value: () => 0, gradient };
  return descend(once, rmsprop, { start: [0], steps: 1000, hyper: { lambda: 1, zeta } });
});

// %% Your guess: the memory tags=["guess"] finding="About 1/(1 − ζ) steps are remembered"
const left = (zeta: number) => ({
  zeta,
  left10: zeta ** 10,
  left100: zeta ** 100,
  left1000: zeta ** 1000,
});
display(ask("rmsprop/memory", table(zetas.map(left)), curves(fading, { of: "kappa" })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The same trick as for momentum. Read the diagonal of the table: one third each time. "One over one minus zeta" is
// worth learning by heart.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The cliff again
//
// The cliff of lesson 05: the slope is 100 for three steps, then 1 for ever, with $\lambda = 1$. AdaGrad's rate needed 90,000 steps
// to *halve* once more, and could never grow.
//
// **Prediction.** RMSProp with $\zeta = 0.99$ stands at $\kappa = 297$ after the cliff. And then?

// %% Your guess: forgotten when tags=["short-path","guess"] finding="The cliff is forgotten, and the rate grows again"
const slopes = (t: number) => [t <= 3 ? -100 : -1];
const cliff: PlainObjective = { value: () => 0, gradient: (_w, _out, t) => slopes(t) };
const long = { start: [0], steps: 6000 };
const leaky = descend(cliff, rmsprop, { ...long, hyper: { lambda: 1, zeta: 0.99 } });
const sum = descend(cliff, adagrad, { ...long, hyper: { lambda: 1 } });
const rates = (t: number) => ({
  step: t,
  rmsprop: leaky.effectiveRates(t),
  adagrad: sum.effectiveRates(t),
});
const recovery = curves([sum, leaky], { of: "effectiveRate" });
display(ask("rmsprop/forgotten", table([3, 60, 600, 2000, 6000].map(rates)), recovery));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=4
// Ask for the number at zeta = 0.9: 297 becomes about 2700, but it leaks ten times as fast.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can write the rule, and you know its memory. About 30 minutes are left: the first steps, how fast
// it may leak, what happens at the bottom, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The first steps
//
// Look again at step 1, and at the one that follows. The average started at 0, so after one step it is $(1 - \zeta)\,g^2$: much too small. Its root divides,
// and so the step is much too long.

// %% A young average slideshow={"slide_type": "subslide"}
const steady = zetas.map((zeta) => {
  const hyper = { lambda: 1, zeta };
  return descend(objective("-x"), rmsprop, { start: [0], steps: 1000, hyper });
});
display(curves(steady, { of: "kappa" }));

// %% [markdown]
// A slope of 1 at every step: $\kappa$ should be 1 from the first step on, and is not.
//
// **Prediction.** How much too long is the first step?

// %% Your guess: too long tags=["guess"] finding="The first step is 1/√(1 − ζ) times too long"
const lengths = steady.map((run, i) => {
  const [step1, step10, step100, step1000] = [1, 10, 100, 1000].map((t) => run.at(t).update[0]);
  return { zeta: zetas[i], step1, step10, step100, step1000 };
});
const fromTheFirst = curves(steady, { of: "updateLength", scale: "log" });
display(ask("rmsprop/jump", table(lengths), fromTheFirst));

// %% Step two, worked slideshow={"slide_type": "skip"}
display(small.worked(2));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Point at the corner of the board. Let them find the factor for 0.999 alone: the root of 1000. The share 1 - zeta^t is
// the bridge to Adam.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## How fast may it leak?
//
// Hinton's own example (Tieleman and Hinton 2012). A weight sees small batches of examples: nine times the slope 0.1, then once
// $-0.9$, again and again. The slopes cancel, so the weight should stay where it is.
//
// With $\zeta = 0$ the rule divides each slope by its own size: only the sign is left.
//
// %% The slopes of thirty batches slideshow={"slide_type": "subslide"}
const batch = (t: number) => [t % 10 === 0 ? -0.9 : 0.1];
const batches: PlainObjective = { value: () => 0, gradient: (_w, _out, t) => batch(t) };
const under = (zeta: number, steps: number, title = "RMSProp") =>
  descend(batches, variant(rmsprop, { id: "rmsprop", title }), {
    start: [0],
    steps,
    hyper: { lambda: 1, zeta },
  });
display(curves(under(0, 30, "slope"), { of: "g" }));

// %% [markdown]
// **Prediction.** Does the weight stay where it is? And when the leak is slow ($\zeta$ near 1)?

// %% Your guess: ten batches tags=["guess"] finding="A slow leak weighs the batches fairly"
const drift = (zeta: number) => {
  const { path } = under(zeta, 3000);
  return { zeta, movedInTenBatches: Number((path[3000][0] - path[2990][0]).toFixed(1)) };
};
const drifts = table([0, 0.5, 0.9, 0.99, 0.999].map(drift));
const ways = [0, 0.9, 0.99].map((zeta) => under(zeta, 300));
display(ask("rmsprop/batches", drifts, curves(ways, { of: "w" })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Act it out: nine small steps one way, one the other. With signs alone you end eight steps away from where you should
// be.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## At the bottom
//
// A bowl, no noise, $f = x^2$ from $x = 2$, with $\lambda = 0.1$ and $\zeta = 0.9$. Plain descent comes to rest at 0: the slope
// shrinks, and the steps with it.
//
// **Prediction.** And RMSProp? Where is it after 60 steps, and after 400?

// %% Your guess: at rest? tags=["guess"] stops=20 finding="It dives to 0, and is thrown out" then="Where the slopes vanish its rate grows past 2/h"
const bowl = descend(parabola, rmsprop, {
  start: [2],
  steps: 400,
  hyper: { lambda: 0.1, zeta: 0.9 },
});
const moments = [1, 20, 40, 60, 80, 100, 399, 400].map((t) => ({
  step: t,
  x: bowl.at(t).w[0],
  rate: bowl.effectiveRates(t),
}));
const grown = curves(bowl, { of: "effectiveRate" });
display(ask("rmsprop/rest", table(moments), curves(bowl, { of: "w" }), grown));

// %% [markdown] slideshow={"slide_type": "subslide"}
// In training, slopes come from batches, and are noisy. Lesson 02's noise: to each slope of $f = x^2$ a random number is added. 100
// seeds, 600 steps each; we take the root mean square of $x$ over the last 200 steps.
//
// **Prediction.** What does noise change?

// %% Your guess: with noise tags=["guess","folded"] finding="With noise it hovers 0.16 away, without it 0.05" marked=[2, 4]
// A hundred seeds
const square = (size: number, lambda: number, zeta: number, seed: number) => {
  const on = noisy(parabola, { size, seed });
  const run = descend(on, rmsprop, { start: [2], steps: 600, hyper: { lambda, zeta } });
  return run.path.slice(401).reduce((sum, w) => sum + w[0] ** 2, 0) / 200;
};
const hover = (noise: number, lambda: number, zeta: number) => {
  const seeds = Array.from({ length: 100 }, (_, i) => square(noise, lambda, zeta, i + 1));
  const meanLoss = seeds.reduce((sum, x) => sum + x, 0) / 100;
  return { noise, lambda, zeta, "root mean square of x": Math.sqrt(meanLoss), meanLoss };
};
const floors = [0.1, 0.05, 0.025].map((lambda) => hover(1, lambda, 0.9));
display(ask("rmsprop/rough", table([hover(0, 0.1, 0.9), ...floors, hover(1, 0.1, 0.99)])));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Push it.** Without noise again: slide RMSProp's $\lambda$ and watch the last steps. Can you find a $\lambda$ with which it arrives *and*
// comes to rest? (Leave $\zeta$ at 0.9; an optional page asks about a longer memory.) AdaGrad, beside it, has a $\lambda$ of 3.

// %% An explorer finding="AdaGrad comes to rest, RMSProp does not"
const playground = [
  { rule: rmsprop, hyper: { lambda: 0.3, zeta: 0.9 } },
  { rule: adagrad, hyper: { lambda: 3 } },
];
display(explore({ objective: ravine, rules: playground, steps: 400 }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=5
// Play the three acts with a hand. Then the noise: let them say what noise does to kappa, and what that does to the rate, before
// they answer.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What can one do about it?
//
// No one constant rate will do: a ball close to the bottom asks for a small $\lambda$, and a small $\lambda$ takes long to arrive. (AdaGrad comes
// to rest: as long as it hops, its sum grows and the rate falls.) So lower $\lambda$ on the way. Slide 15 lists how; its **step decay**
// halves the rate every so many steps. Lesson 08 has the others.
//
// **Prediction.** Back to the bowl, close to the bottom, halving the rate every 100 steps. How often, until the ball is where you
// want it?

// %% Your guess: how many halvings tags=["guess"] stops=200 finding="Halve the rate, and the hops are half as wide"
const schedule = schedules.step({ factor: 0.5, every: 100 });
const hyper = { lambda: 0.1, zeta: 0.9 };
const run800 = descend(parabola, rmsprop, { start: [0.2], steps: 800, hyper, schedule });
const atEnd = (t: number) => {
  const { rate, w, loss } = run800.at(t);
  return { step: t, lambda: rate, x: w, loss };
};
display(
  ask(
    "rmsprop/within",
    table([300, 400, 500, 600, 700, 800].map(atEnd)),
    curves(run800, { of: "w" }),
  ),
);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Hops of half the rate, so halve the rate. Ask what a rate that is halved too often would do. (It stops on the way:
// exercise 6.)

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Five exercises, easiest first, and two more for those who like. Where there is code to write, write it, run its cell, then run
// the cell below it: it says what your answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=10
// In a class: 2 as a vote, then 4; there ask for the length of the memory before anybody mends a line.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="rmsprop/first"
// **1. Predict.** A first step; the numbers are kind.

// %% Exercise 1: your answer slideshow={"slide_type": "skip"} exercise="rmsprop/first" finding="The first step is 1/√(1 − ζ) times λ"
display(ask("rmsprop/first"));

// %% [markdown] exercise="rmsprop/forgets"
// **2. Choose.** One of four sentences is true.

// %% Exercise 2: your answer exercise="rmsprop/forgets" finding="Old cliffs fade; the ball does not rest"
display(ask("rmsprop/forgets"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="rmsprop/rule"
// **3. Write the rule.** `w`, `kappa` and `g` are lists, a number for each coordinate. Return the new `w` and the new `kappa`. Put
// $\varepsilon$ inside the root.

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="rmsprop/rule"
// from the place w, the averages kappa and the slopes g to the next place and averages
type Numbers = "lambda" | "zeta" | "epsilon";
const mine: StepOf<"kappa", Numbers> = ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
  // BEGIN SOLUTION
  const average = kappa.map((old, i) => zeta * old + (1 - zeta) * g[i] ** 2);
  const roots = average.map((entry) => Math.sqrt(entry + epsilon));
  return { w: w.map((x, i) => x - (lambda * g[i]) / roots[i]), kappa: average };
  // END SOLUTION
};

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="rmsprop/rule" finding="The old average keeps ζ, the new square has the rest"
display(check("rmsprop/rule", mine));

// %% [markdown] exercise="rmsprop/proud"
// **4. Find the bug.** A colleague lets $\kappa$ move a part of the way from its old value to the new square. The ball starts without any
// jump, and he is proud of it. On noisy batches it behaves like signs alone. The cell holds lines of exercise 3, so it is folded: open it with a click
// once you have written yours. Work out how long its memory is with $\zeta = 0.9$ (write it there, as a comment), then mend the line.

// %% Exercise 4: your answer exercise="rmsprop/proud" tags=["folded"]
// A colleague's lines
type ItsNumbers = "lambda" | "zeta" | "epsilon";
const proud: StepOf<"kappa", ItsNumbers> = ({ w, kappa, g }, { lambda, zeta, epsilon }) => {
  // BEGIN SOLUTION const average = kappa.map((old, i) => old + zeta * (g[i] ** 2 - old));
  const average = kappa.map((old, i) => old + (1 - zeta) * (g[i] ** 2 - old));
  // END SOLUTION
  const roots = average.map((entry) => Math.sqrt(entry + epsilon));
  return { w: w.map((x, i) => x - (lambda * g[i]) / roots[i]), kappa: average };
};

// %% Exercise 4: look exercise="rmsprop/proud" finding="Its memory was one step long"
display(check("rmsprop/proud", proud));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="rmsprop/both"
// **5. Explain.** A friend says: "AdaGrad guarantees a shrinking rate; RMSProp threw that away." In three sentences: what was
// gained, what was lost, and how does one get both?

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="rmsprop/both"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Old cliffs are forgotten, so the rate fits the present; it never settles, so one lowers lambda.";
// END SOLUTION

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="rmsprop/both"
display(check("rmsprop/both", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Two more exercises, optional
//
// They are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="rmsprop/halving"
// **6. Tune.** $f = x^2$ from $x = 2$, $\lambda = 0.1$, $\zeta = 0.9$. Choose after how many steps the rate is halved, so that after
// 280 steps the ball is within 0.001 of the minimum, and stays there. What goes wrong when you halve too often?

// %% Exercise 6: your answer slideshow={"slide_type": "skip"} exercise="rmsprop/halving"
// BEGIN SOLUTION const halving = { every: 300 };
const halving = { every: 25 };
// END SOLUTION

// %% Exercise 6: look slideshow={"slide_type": "skip"} exercise="rmsprop/halving"
display(check("rmsprop/halving", halving));
const calm = {
  hyper: { lambda: 0.1, zeta: 0.9 },
  schedule: schedules.step({ factor: 0.5, every: halving.every }),
};
display(curves(descend(parabola, rmsprop, { start: [2], steps: 560, ...calm })));

// %% [markdown] slideshow={"slide_type": "skip"}
// <details><summary>When you halve too often</summary>
//
// Then the rate is gone before the ball has arrived. Its steps are about $\lambda$ long, and with $\lambda = 0.1$ halved every 8 steps
// they do not add up to the way from 2 to 0. Steps that *halve* have a finite sum; AdaGrad's, which shrink like $1/\sqrt{t}$, do not.
//
// </details>

// %% [markdown] slideshow={"slide_type": "skip"} exercise="rmsprop/lines"
// **7. Put in order.** The lines of the rule. They are run as you put them.

// %% Exercise 7: your answer slideshow={"slide_type": "skip"} exercise="rmsprop/lines" finding="First the average, then the step that it divides"
display(ask("rmsprop/lines"));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex rmsprop}} $$
//
// - **It fixes** AdaGrad's sum: the memory is about $1/(1-\zeta)$ steps, and the rate can grow again.
// - **It costs** a first step $1/\sqrt{1-\zeta}$ times as long as meant, and near a minimum hops of $\pm\lambda/2$, or wider with noise:
//   let $\lambda$ decay.
// - **In use today:** $\zeta = 0.99$, $\lambda = 0.01$ (PyTorch) or $\zeta = 0.9$, $\lambda = 0.001$ (Keras).
// - **The line students forget:** $\zeta$ goes with the *old* average, $1 - \zeta$ with the new square.
// - **Libraries:** $\varepsilon$ inside the root (the slide's formula, Keras) or outside (the slide's code, PyTorch).

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// One question to take home: this rule knows how far to go. Which earlier rule knows where to?

// %% [markdown] slideshow={"slide_type": "skip"}
// # Optional pages
//
// The lesson is complete without them, and they are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: more about the hops
//
// They end at $\pm\lambda/2$ whatever the curvature. In the ravine, too?

// %% The ravine, too slideshow={"slide_type": "skip"}
const inRavine = descend(ravine, rmsprop, { steps: 300, hyper: { lambda: 0.1, zeta: 0.9 } });
display(
  table([299, 300].map((t) => ({ step: t, w: inRavine.at(t).w, loss: inRavine.at(t).loss }))),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// Along and across, curvature 0.1 and 2: both coordinates hop by $\pm 0.05$.
//
// **Prediction.** Is a longer memory the cure?

// %% Your guess: a longer memory tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Two memories
const act = (zeta: number) => {
  const hyper = { lambda: 0.1, zeta };
  const run = descend(parabola, rmsprop, { start: [2], steps: 1500, hyper });
  const passes = run.recordedSteps.slice(1).find((t) => run.effectiveRates(t)[0] > 1)!;
  const thrownTo = Math.max(...run.path.slice(passes).map((w) => Math.abs(w[0])));
  return { zeta, ratePassesLimitAt: passes, thrownTo };
};
display(ask("rmsprop/longer", table([0.9, 0.99].map(act))));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: which form does your library have?
//
// | | $\varepsilon$ | $\zeta$ | $\lambda$ |
// |---|---|---|---|
// | the slide's formula | $10^{-7}$, inside | 0.99 | |
// | PyTorch | $10^{-8}$, outside | 0.99 | 0.01 |
// | Keras | $10^{-7}$, inside | 0.9 | 0.001 |
//
// Two programs with "RMSProp, defaults" are two programs with another memory and another rate. Where do they part, as they come?
// And with the same $\lambda$ and $\zeta$?

// %% PyTorch and Keras slideshow={"slide_type": "skip"}
const asTheyCome = compareConventions("rmsprop", "torch", "keras", beale, { start });
const [torch, keras] = asTheyCome.traces.map((run) => run.at(1).update);
display(asTheyCome);
display(table({ firstStepOfTorch: torch, firstStepOfKeras: keras }));
display(
  compareConventions("rmsprop", "torch", "keras", beale, {
    start,
    hyper: { lambda: 0.2, zeta: 0.9 },
  }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// As they come, PyTorch's first step is more than thirty times Keras's. With the same two numbers only $\varepsilon$ is left, near
// the tenth digit: it shows on flat ground.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite tieleman2012}}, which is where the rule was published, and the example of the ten batches; slide 13.
//
// **Next:** RMSProp knows how far to go in each coordinate, momentum knows where to. Put the two together, and mend the first
// steps: [lesson 07, Adam](07-adam.ipynb).
