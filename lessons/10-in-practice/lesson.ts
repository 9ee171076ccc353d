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
import { adagrad, adam, ask, check, curves, descend, digits, display } from "fall-line";
import { gradientDescent, intervals, miniBatch, momentum, nesterov, network } from "fall-line";
import { newton, objective, randomSplit, rateSensitivity, rmsprop } from "fall-line";
import { rosenbrock, schedules, subset, table, variant } from "fall-line";
import type { Dataset, Rule, Schedule } from "fall-line";

const six: Rule[] = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];
display(rateSensitivity(rosenbrock, six, { budget: 100, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Each curve is a rule; each of its points is a whole run of 100 steps, by its learning rate, and the loss where it
// ended.

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
// Pick one rate for all in the picture of the opening: who wins? At 0.002 it is momentum, by far, and at 0.2 the first three have
// exploded and RMSProp looks wise: **a race with one rate for all says who was lucky with the rate.** (The picture shows where each
// rule ends after 100 steps in Rosenbrock's valley, for each learning rate.)

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Let the class choose a winner, and say at which one rate for all it would win. Then another.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Train on one part, choose on another, test on the third"
// ## A real task: handwritten digits
//
// 1,797 digits, each of 8 × 8 pixels. A network **trains** on 300 of them, ten at a time. Another 300 **validate**: they choose the
// rate. The last 1,197 **test**.
//
// They were written by 13 people, and the pixels tell how much ink there is. The network has 64 inputs, 16 hidden neurons and 10
// outputs: 1,210 weights. Its loss is the mean of $-\ln p$, where $p$ is the probability that it gives to the right digit. A guess, a
// tenth for each digit, has the loss $\ln 10 = 2.303$. Ten pictures are a **mini-batch**; it trains for 100 steps, and nobody looks at
// the last part before the end.

// %% Two digits tags=["folded"]
// Two of them: the denser, the more ink
const pictures = digits();
const ink = " ░▒▓█";
const rowOf = (pixels: readonly number[], row: number) =>
  pixels
    .slice(8 * row, 8 * row + 8)
    .map((x) => ink[Math.round(4 * x)].repeat(2))
    .join("");
const two = [0, 4].map((k) => pictures.inputs[k]);
const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((row) =>
  two.map((one) => rowOf(one, row)).join("    "),
);
display(rows.join("\n"));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask what the two are: a nought and a four. Ask why there are three parts and not two: the one that chooses the rate has been looked
// at.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="The same search for each, all of it drawn anew"
// ## The same search for each
//
// - **16 tries** of 100 steps for every rule, rates from 0.001 to 5.4: the one with the lowest *validation* loss is tested.
// - One **repetition**: pictures to train on, first weights, order and search are drawn anew. All six rules meet the same draw.
// - A **block** is ten repetitions. So two rules have ten differences.

// %% The numbers of the search [markdown] slideshow={"slide_type": "skip"}
// Each rate is about 1.8 times the one before. The other numbers are the library's defaults: a share of 0.9 is kept by momentum, Nesterov
// and Adam, 0.99 of the squares by RMSProp. As two rules meet the same draws, the luck that they share drops out of their differences.
//
// The stored results come from `npx tsx lessons/10-in-practice/experiment.ts`; PyTorch repeats them, to six digits.

// %% Ten differences slideshow={"slide_type": "subslide"} tags=["short-path"]
const firstTen = {
  "plain descent, block 1": [-0.05, 0.1, 0.05, 0.04, 0.04, 0.04, 0.02, 0.17, 0.59, 0.11],
  "AdaGrad, block 1": [0.08, 0.06, 0.07, 0.05, 0.02, 0.04, 0.08, 0.14, 0.27, 0.12],
};
display(intervals(firstTen, { of: "loss above Nesterov's" }));

// %% [markdown] tags=["short-path"]
// A ring is a repetition, the diamond their mean, the line an interval around it, $\pm\, 3.25\, s/\sqrt{10}$, where $s$ is the standard deviation of the
// ten. It is the **99 % interval** (Student's, nine degrees of freedom). If the differences are normal, one such interval in a hundred misses
// the true mean, which is that of all draws from these 1,797 pictures. Two rules are **told apart** when 0 is not in the interval: then the line is solid, and else dotted.
//
// **Prediction.** Six rules make 15 pairs.

// %% Your guess: how many pairs tags=["guess","folded","short-path"] finding="Ten repetitions tell two of 15 pairs apart" then="Nesterov is told apart from momentum and from AdaGrad" columns=[1, 2, 4] marked=[3]
// Ten repetitions, stored
const tenTimes = [
  ["Gradient descent", "0.395 ± 0.158", "88.1 %", "none"],
  ["Momentum", "0.337 ± 0.051", "89.8 %", "Nesterov"],
  ["Nesterov momentum", "0.283 ± 0.045", "91.1 %", "momentum, AdaGrad"],
  ["AdaGrad", "0.376 ± 0.057", "89.9 %", "Nesterov"],
  ["RMSProp", "0.359 ± 0.074", "89.7 %", "none"],
  ["Adam", "0.302 ± 0.059", "91.1 %", "none"],
].map(([rule, testLoss, readRight, toldApartFrom]) => ({
  rule,
  testLoss,
  readRight,
  toldApartFrom,
}));
display(ask("in-practice/pairs", table(tenTimes)));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask for a winner from the means alone; then read the last column.

// %% [markdown] slideshow={"slide_type": "subslide"}
// So it came out with repetitions 1 to 10. **Prediction.** We do it all again, with 11 to 20, 21 to 30, 31 to 40 and 41 to 50. (What is said of
// whole blocks from here on, and stands in no table, is counted in the stored results.)

// %% Your guess: four more tens tags=["guess","folded","short-path"] finding="What the first ten missed, each further ten shows"
// How far rules end above Nesterov in each repetition, stored
const aboveNesterov = {
  "plain descent, block 1": firstTen["plain descent, block 1"],
  "plain descent, block 2": [0.1, 0.13, 0.01, 0.03, 0.11, 0.09, 0.04, 0.12, 0.07, 0.21],
  "plain descent, block 3": [-0.02, 0.12, 0.1, 0.07, 0.07, 0.12, 0.09, 0.06, 0.07, 0.08],
  "plain descent, block 4": [0.06, 0.16, 0.04, 0.21, 0.11, 0.14, 0.04, 0.13, 0.13, 0.03],
  "plain descent, block 5": [0.07, 0.09, 0.12, 0.12, 0.14, 0.04, 0.05, 0.05, 0.14, 0.09],
  "AdaGrad, block 1": firstTen["AdaGrad, block 1"],
  "AdaGrad, block 2": [0.1, 0.05, 0.01, 0.03, 0.06, 0.11, 0.07, 0.11, 0.1, 0.05],
  "AdaGrad, block 3": [0.04, 0.09, 0.07, 0.07, 0.07, 0.08, 0.11, 0.11, 0.1, 0.17],
  "AdaGrad, block 4": [0.03, 0.1, 0.07, 0.14, 0.09, 0.17, 0.06, 0.11, 0.14, 0.05],
  "AdaGrad, block 5": [0.1, 0.15, 0.05, 0.13, 0.12, 0.06, 0.07, 0.1, 0.11, 0.1],
};
display(ask("in-practice/blocks", intervals(aboveNesterov, { of: "loss above Nesterov's" })));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Find the odd ring of plain descent, block 1. If one thing stays from this lesson, let it be this: what one block of ten does not show may be there all
// the same, and what it shows should be shown again.

// %% [markdown] slideshow={"slide_type": "skip"}
// Many papers keep *one* split of the data. We did that too, on each of five splits: ten repetitions that draw first weights and order anew.
// **Prediction.** What is in the ± of such a paper?

// %% Your guess: one split slideshow={"slide_type": "skip"} tags=["guess","folded"]
// Test losses on five splits, stored
const fiveSplits = [
  ["split 1", "0.312 ± 0.034", "0.062 ± 0.047"],
  ["split 2", "0.274 ± 0.024", "0.058 ± 0.034"],
  ["split 3", "0.274 ± 0.031", "0.087 ± 0.039"],
  ["split 4", "0.261 ± 0.025", "0.091 ± 0.053"],
  ["split 5", "0.286 ± 0.032", "0.084 ± 0.037"],
].map(([split, nesterovs, aboveIt]) => ({
  "data split": split,
  "Nesterov's loss": nesterovs,
  "AdaGrad's above it": aboveIt,
}));
display(ask("in-practice/hundred", table(fiveSplits)));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Other budgets, another batch
//
// After 25 steps plain descent ends highest, in every block. **Prediction.** Repetitions 1 to 10, followed to 400 steps.

// %% Your guess: four hundred steps tags=["guess","folded"] finding="The ranking turns with the budget" columns=[1, 2, 4] marked=[4, 4]
// Test losses after 25, 100 and 400 steps, stored
const overTime = [
  ["Gradient descent", "1.080 ± 0.142", "0.395 ± 0.158", "0.191 ± 0.022"],
  ["Momentum", "0.797 ± 0.156", "0.337 ± 0.051", "0.201 ± 0.029"],
  ["Nesterov momentum", "0.636 ± 0.102", "0.283 ± 0.045", "0.197 ± 0.026"],
  ["AdaGrad", "0.862 ± 0.078", "0.376 ± 0.057", "0.211 ± 0.017"],
  ["RMSProp", "0.863 ± 0.077", "0.359 ± 0.074", "0.200 ± 0.021"],
  ["Adam", "0.774 ± 0.116", "0.302 ± 0.059", "0.195 ± 0.023"],
].map(([rule, after25, after100, after400]) => ({ rule, after25, after100, after400 }));
display(ask("in-practice/later", table(overTime)));

// %% [markdown] slideshow={"slide_type": "fragment"} finding="Rankings turn, and no two blocks contradict each other"
// What the stored results say of this task and these tries, and no more:
//
// - **A lead shrinks.** Nesterov has the lowest mean after 25 and after 100 steps, in every block. After 25 four of the others are told apart from
//   it, in every block. After 400 steps Nesterov's mean is the lowest in no block.
// - **A larger batch lowers all of them.** With 30 pictures a step each mean is a fifth lower or more, and Nesterov's the lowest again.
// - **No two blocks contradict each other.** Each pair that any block tells apart, all fifty repetitions tell apart too.
//
// Three more blocks, repetitions 51 to 80, turn none of this.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Ask what somebody would have published who had only one of the columns.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Draw a repetition that nobody has seen"
// ## A repetition of your own
//
// One repetition takes a second or two. Draw one that nobody has seen: change `repetition`, and run the four cells.

// %% A draw of your own tags=["code"]
const repetition = 51;

// %% Its parts
const drawnParts = randomSplit(pictures, { sizes: [300, 300, 1197], seed: repetition });
const [onTraining, onValidation, onTest] = drawnParts.map((part) =>
  network(part, { hidden: [16], seed: repetition }),
);
const ofTen = miniBatch(onTraining, { size: 10, seed: repetition });
// Nobody looks at the loss on the way: a value of 0 in its place saves most of the time.
const learning = { ...ofTen, value: () => 0 };

// %% The search
const rates = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3].flatMap((rate) => [rate, 1.8 * rate]);
const end = (rule: Rule, rate: number) => {
  const hyper = { [rule.rate!]: rate };
  return descend(learning, rule, { start: onTraining.start, steps: 100, hyper, record: "none" })
    .end.w;
};

// %% Your repetition finding="One draw gives one order of the rules" rows=[1, 2, 3, 4, 6] columns=[1, 3] marked=[3, 3]
const searched = six.map((rule) => {
  const ends = rates.map((rate) => end(rule, rate));
  const losses = ends.map((w) => onValidation.value(w));
  const best = losses.indexOf(Math.min(...losses));
  const [rate, w] = [rates[best], ends[best]];
  return { rule: rule.title, rate, testLoss: onTest.value(w), readRight: onTest.accuracy(w) };
});
display(table(searched));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Let each have a number of their own, and count at the board who won where.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** And without any search? The library's defaults, repetitions 1 to 10.

// %% Your guess: defaults tags=["guess","folded"] finding="Adam at its default ends six times as high" marked=[6, 2]
// Defaults and searched settings, stored
const withDefaults = [
  ["Gradient descent", "2.183 ± 0.043", "0.395 ± 0.158"],
  ["Momentum", "1.156 ± 0.084", "0.337 ± 0.051"],
  ["Nesterov momentum", "1.150 ± 0.083", "0.283 ± 0.045"],
  ["AdaGrad", "1.627 ± 0.063", "0.376 ± 0.057"],
  ["RMSProp", "0.377 ± 0.065", "0.359 ± 0.074"],
  ["Adam", "1.955 ± 0.048", "0.302 ± 0.059"],
].map(([rule, defaults, searchedFor]) => ({ rule, defaults, searched: searchedFor }));
display(ask("in-practice/defaults", table(withDefaults)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Whose default is it? Somebody's, who had another task and more steps.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 25 minutes are left. What you have: a fair comparison, and what it may say. What comes: curves that tell
// what is wrong, what each rule is blind to, and a guide.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What is wrong here?

// %% [markdown] slideshow={"slide_type": "skip"}
// On Monday morning nobody shows you fifty repetitions. You have *one* curve, and it looks odd. Here are runs on the digits, 200
// steps each, and each has something. For each there are two curves: **training**, the loss on the pictures that it learns from, and
// **validation**, on others.

// %% Two curves of a run tags=["folded"]
// How a run is watched: its loss on what it learns from, and on others
const [learned, held] = randomSplit(pictures, { sizes: [150, 150], seed: 7 });
type Settings = { rule: Rule; hyper: Record<string, number>; schedule?: Schedule };
const picture = (data: Dataset, { rule, ...settings }: Settings, shrunk = 1) => {
  const [onData, onHeld] = [data, held].map((part) => network(part, { hidden: [16], seed: 7 }));
  const start = onData.start.map((x) => shrunk * x);
  const batches = { ...miniBatch(onData, { size: 30, seed: 7 }), start };
  const how = { ...settings, steps: 200, record: { terms: ["loss"] } };
  const runs = Object.entries({ training: onData, validation: onHeld }).map(([title, on]) => {
    const value = (w: Float64Array) => on.value(w);
    const look = { ...rule.look!, dash: "solid" } as const;
    return descend({ ...batches, value }, variant(rule, { id: title, title, look }), how);
  });
  return curves(runs, { scale: "linear" });
};

// %% Run A tags=["folded"] slideshow={"slide_type": "subslide"}
// What is wrong with it stands here: look at the picture first
display(picture(learned, { rule: gradientDescent, hyper: { lambda: 0.01 } }));

// %% Your diagnosis: run A tags=["guess","folded"] finding="The rate was too low: here with sixty times as much"
// The same run, mended
display(
  ask("in-practice/runA", picture(learned, { rule: gradientDescent, hyper: { lambda: 0.6 } })),
);

// %% Run B tags=["folded"] slideshow={"slide_type": "subslide"}
// What is wrong with it stands here: look at the picture first
const few = subset(learned, (i) => i < 40);
display(picture(few, { rule: adam, hyper: { eta: 0.03 } }));

// %% Your diagnosis: run B tags=["guess","folded"] finding="Too few pictures: here with 150 in place of 40"
// The same run, mended
display(ask("in-practice/runB", picture(learned, { rule: adam, hyper: { eta: 0.03 } })));

// %% Run C tags=["folded"] slideshow={"slide_type": "subslide"}
// What is wrong with it stands here: look at the picture first
display(picture(learned, { rule: gradientDescent, hyper: { lambda: 0.4 } }, 0.01));

// %% Your diagnosis: run C tags=["guess","folded"] finding="The first weights were too small: here the usual ones"
// The same run, mended
display(
  ask("in-practice/runC", picture(learned, { rule: gradientDescent, hyper: { lambda: 0.4 } })),
);

// %% Run D tags=["folded"] slideshow={"slide_type": "subslide"}
// What is wrong with it stands here: look at the picture first
const slipped = { ...learned, labels: [...learned.labels.slice(1), learned.labels[0]] };
display(picture(slipped, { rule: adam, hyper: { eta: 0.01 } }));

// %% Your diagnosis: run D tags=["guess","folded"] finding="The labels had slipped: here they are put right"
// The same run, mended
display(ask("in-practice/runD", picture(learned, { rule: adam, hyper: { eta: 0.01 } })));

// %% Run E tags=["folded"] slideshow={"slide_type": "skip"}
// What is wrong with it stands here: look at the picture first
display(picture(learned, { rule: rmsprop, hyper: { lambda: 0.03 } }));

// %% Your diagnosis: run E tags=["guess","folded"] slideshow={"slide_type": "skip"}
// The same run, mended
display(
  ask(
    "in-practice/runE",
    picture(learned, {
      rule: rmsprop,
      hyper: { lambda: 0.03 },
      schedule: schedules.warmUp({ steps: 20 }),
    }),
  ),
);

// %% Run F tags=["folded"] slideshow={"slide_type": "skip"}
// What is wrong with it stands here: look at the picture first
display(picture(learned, { rule: gradientDescent, hyper: { lambda: 2.5 } }));

// %% Your diagnosis: run F tags=["guess","folded"] slideshow={"slide_type": "skip"}
// The same run, mended
display(
  ask("in-practice/runF", picture(learned, { rule: gradientDescent, hyper: { lambda: 0.25 } })),
);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=6
// A minute each; E and F are for the notebook. Let the class say what it sees before it says what it is: where does it begin, which curve moves, when?

// %% [markdown] slideshow={"slide_type": "skip"}
// ## What researchers found
//
// - **Wilson et al. 2017:** adaptive rules are fast in training, and often end *worse* on held-out data than SGD.
// - **Choi et al. 2019:** with *all* hyperparameters searched, ε too, Adam did no worse than momentum.

// %% Two careful papers [markdown] slideshow={"slide_type": "skip"}
// That is of networks that see images; transformers are trained with rules of Adam's kind. Wilson's SGD was ahead with momentum and
// without; Choi's Adam did no worse on any of their tasks.
//
// The ranking follows the search: Adam contains momentum as a limit. Both experiments were careful. They disagree about what counts as the
// same search.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## What is each rule blind to?

// %% Three changes [markdown] slideshow={"slide_type": "skip"}
// Change the ravine in three ways that leave the problem the same:
//
// - **loss scaled**: 1000 times the loss
// - **axes scaled**: measure $x$ in other units, $x = 10u$
// - **axes rotated**: the same ravine, turned by 45°

// %% The question [markdown] slideshow={"slide_type": "skip"}
// *Which change of the problem does a rule not notice?* A rule is **invariant** if its path, carried back, is the same path.
//
// Let us make a table of it: plain descent, momentum, AdaGrad, RMSProp, Adam and Newton, each in disguise. You say a column, the run
// measures it. (The loss, scaled, is exercise 4.)

// %% The same ravine, disguised tags=["folded"]
// The ravine in other coordinates, and the ways back
const s = Math.SQRT1_2;
type Back = (x: number, y: number) => [number, number];
const stretched: Back = (x, y) => [10 * x, y];
const turned: Back = (x, y) => [s * (x - y), s * (x + y)];
const askew = "0.05*((x - y)/sqrt(2))^2 + ((x + y)/sqrt(2))^2";
const disguises = {
  "axes scaled": { f: "0.05*(10*x)^2 + y^2", start: [-0.8, 1.5], back: stretched },
  "axes rotated": { f: askew, start: [-6.5 * s, 9.5 * s], back: turned },
};

// %% [markdown] slideshow={"slide_type": "skip"}
// `widestGap` runs a rule for ten steps in both ravines, carries the second path back, and returns the largest distance between the two. The table
// says only whether there is one.

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

// %% Your guess: an axis, scaled tags=["guess"] finding="Only Newton is blind to units" marked=[6]
display(ask("in-practice/units", table(column("axes scaled"))));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** The other column: the ravine, turned.

// %% Your guess: the axes, turned tags=["guess"] finding="Turn the axes, and even Adam takes another path" marked=[5]
display(ask("in-practice/turn", table(column("axes rotated"))));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=6
// One column at a time; let the class vote before you open the card. The first surprises: not even Adam is
// blind to units of one axis.

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 minutes are left: an honest word, the guide, and your turn.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## What our pictures cannot tell
//
// Almost every picture of this course has two dimensions. A large network has a million and more. There, as others have found:
//
// - A saddle is the usual critical point, and a bad local minimum a rare one (lesson 09).
// - Most directions are nearly flat, while the gradient lies mostly along the few steep ones.
// - Many weights compute the same function, and the minimum is often a wide valley floor.
//
// The pictures teach what a *rule* does with a slope, in any dimension; not what a *network's* surface looks like.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Say it plainly: the pictures are about rules, not about networks.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-18","short-path"] finding="Begin with momentum or Adam, and search the rate"
// ## Slide 18, and a guide
//
// | your case | begin with | because |
// |---|---|---|
// | little time | Adam, a few rates | it seldom explodes |
// | images, time to search | momentum or Nesterov | good on held-out data |
// | language | AdamW, warm-up, cosine | most results were found so |
// | rare features | AdaGrad, RMSProp, Adam | a rate for each feature |
// | exact gradients | L-BFGS | curvature, no Hessian |

// %% The slide's two sentences [markdown] slideshow={"slide_type": "skip"}
// "Begin with SGD with vanilla momentum. Using Adam is a good choice in many cases." So says the slide, and after eleven lessons we can
// say why. (The case of L-BFGS is small and smooth, too.)
//
// Then search the rate, decay it, and run more than one seed. Adam's rates lie between 0.00003 and 0.003 where a network is large;
// our small one wanted 0.01 to 0.1, and a default alone may be far off. For images the share is searched with the rate, and the
// rate decays by a cosine or in steps.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Read the slide's two sentences, then ask for each row of the table which lesson it comes from. Of images say that two careful papers
// disagree: Wilson et al. 2017, and Choi et al. 2019 with all numbers searched.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Three exercises, easiest first, and two more for those who like. Where there is code to write, run its cell, then the cell below it: it
// says what your answer does. Hints cost nothing. (Exercise 2 has none.)

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// In a class: 1 aloud, 3 in pairs, on paper.

// %% [markdown] exercise="in-practice/overlap"
// **1. Choose.** Two means and their ±.

// %% Exercise 1: your answer exercise="in-practice/overlap" finding="Ask for the differences, not for two intervals"
display(ask("in-practice/overlap"));

// %% [markdown] exercise="by-hand"
// **2. Find the bug.** From the ten differences of two rules' losses this function shall say whether the two are told apart: whether
// their mean is more than $3.25\, s/\sqrt{10}$ from 0. It is far too cautious. Mend it.

// %% Exercise 2: your answer exercise="by-hand"
function toldApart(ds: readonly number[]): boolean {
  const n = ds.length;
  const total = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0);
  // BEGIN SOLUTION const error = (xs: readonly number[], at: number) => Math.sqrt(total(xs.map((x) => (x - at) ** 2)) / (n - 1));
  const error = (xs: readonly number[], at: number) =>
    Math.sqrt(total(xs.map((x) => (x - at) ** 2)) / (n - 1) / n);
  // END SOLUTION
  return Math.abs(total(ds) / n) > 3.25 * error(ds, total(ds) / n);
}

// %% Exercise 2: look exercise="by-hand"
const sure = [0.02, 0.03, 0.01, 0.02, 0.04, 0.02, 0.01, 0.03, 0.02, 0.03];
const unsure = [0.03, -0.01, 0.02, 0.01, -0.02, 0.03, 0.01, -0.01, 0.03, -0.02];
display(
  table([
    { differences: sure, yours: toldApart(sure), shallBe: true },
    { differences: unsure, yours: toldApart(unsure), shallBe: false },
  ]),
);

// %% [markdown] slideshow={"slide_type": "skip"} exercise="in-practice/choice"
// **3. Explain.** You get a new network and two days. In three or four sentences: what do you run first, what do you search, and
// what do you report?

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="in-practice/choice"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "Adam first; then the same search for Adam and momentum; other draws, test loss, paired differences.";
// END SOLUTION

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="in-practice/choice"
display(check("in-practice/choice", explanation));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Two more exercises, optional
//
// They are not counted in the time.

// %% [markdown] slideshow={"slide_type": "skip"} exercise="in-practice/scaled"
// **4. Choose.** The disguise that is left: the size of the loss.

// %% Exercise 4: your answer slideshow={"slide_type": "skip"} exercise="in-practice/scaled"
display(ask("in-practice/scaled"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
// **5. Tune.** Momentum on Beale's surface from $(1, 1)$: a loss below 0.0001 within 100 steps, and it stays there.

// %% Exercise 5: your answer slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.001, alpha: 0.9 };
const mine = { lambda: 0.025, alpha: 0.8 };
// END SOLUTION

// %% Exercise 5: look slideshow={"slide_type": "skip"} exercise="in-practice/tuned"
display(check("in-practice/tuned", mine));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// - **Compare fairly:** as many tries for each rule, everything drawn anew, paired differences with their interval.
// - **A ± holds the luck that was drawn anew**, and nothing else.
// - **Do it again.** What is there in every block is a finding, for these tries. Rankings turn with the budget: say for which they hold.
// - **Read both curves:** where they begin, when each moves, whether they part.
// - **Blind to:** plain descent and momentum, a turn of the axes; AdaGrad, RMSProp and Adam, the size of the loss; Newton, all three.
// - **What students forget:** a default is somebody else's tuned rate.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask what they would do on Monday morning, first, second, third. Listen for the word "seeds".

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-19","sources","next"]
// **Sources.** Slide 18. {{cite wilson2017}}; {{cite choi2019}}; for the digits {{cite alpaydin1998}}.
//
// **Next:** the deck ends here. What large models are trained with today, and which old idea each part of it is, shows
// [lesson 11, used today](11-used-today.ipynb), for who likes. Or write a rule of your own, as in [lesson 00](00-start-here.ipynb), and let
// it race: two lines of equations are enough.
