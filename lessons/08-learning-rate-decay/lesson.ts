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
import { adagrad, adam, ask, check, curves, descend, display, schedules } from "fall-line";
import { explore, gradientDescent, intervals, iris, miniBatch, momentum } from "fall-line";
import {
  network,
  noisy,
  objective,
  parabola,
  quadratic,
  ravine,
  rmsprop,
  type Rule,
} from "fall-line";
import { table } from "fall-line";
import type { FormulaOf, Schedule, StepOf, Trace } from "fall-line";

const hop = { start: [-8, 1.5], steps: 400, hyper: { lambda: 0.1, zeta: 0.9 } };
const restless = descend(ravine, rmsprop, hop);
const calmed = descend(ravine, rmsprop, {
  ...hop,
  schedule: schedules.exponential({ k: 0.01 }),
});
display(curves([restless, calmed], { plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Two balls go by RMSProp, from one start and with one first rate; one keeps the rate, the other lets it decay.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Same rule, same start, same first rate. Ask what the upper curve is doing after step 150, and what the lower one
// gave up on the way: it is later at first.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% Remember: at the bottom tags=["recall"]
display(ask("learning-rate-decay/bottom"));

// %% Remember: the same floor tags=["recall"]
display(ask("learning-rate-decay/sameFloor"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} finding="It has arrived, and its steps stay 0.14 long" tags=["short-path"]
// ## The problem: it arrives and does not settle
//
// Two runs of RMSProp in the ravine. One keeps its rate, *constant*; the other makes it a little smaller at every step,
// *exponential*. The first one stops getting better, but does not stop *moving*. Where is it across the valley, in its last steps?

// %% What the restless one does slideshow={"slide_type": "fragment"} tags=["short-path"]
const last = [396, 397, 398, 399, 400];
display(
  table(last.map((t) => ({ step: t, y: restless.at(t).w[1], calmedY: calmed.at(t).w[1] }))),
);
display(curves([restless, calmed], { of: "updateLength", scale: "log" }));

// %% [markdown]
// It hops from one side to the other: the slope points home, the step gets no shorter, and so it lands on the far side.
// The last stretch needs steps shorter than the distance that is left.
//
// RMSProp hops because it divides by the size of its own gradients. Plain descent does not hop on a smooth bowl, with a
// rate below $1/h$. Is it safe, then? Not in training.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Read the signs of the first column: plus, minus, plus, minus. Ask how far the next step would have to be, and how far
// it is.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The floor under a constant rate
//
// In training each gradient comes from a few examples and is off by chance. Lesson 02's model of that: the bowl
// $f = {{tex x^2/2}}$, and every gradient is $x$ plus a random number of standard deviation 1. The slope vanishes at the minimum;
// the noise does not. So the ball is kicked about for ever, on a **noise floor**.
//
// **Prediction.** What becomes of it at a tenth of the rate? (You have met it before. Do you still know?)

// %% Your guess: the floor tags=["short-path","guess"] finding="The smaller rate comes later, and hops less"
const rough = noisy(quadratic([1]), { size: 1, seed: 1 });
const lateMean = (path: Trace, count: number) =>
  path.losses.slice(-count).reduce((sum, loss) => sum + loss, 0) / count;
const floorOf = (lambda: number) =>
  lateMean(
    descend(rough, gradientDescent, { start: [0], steps: 200_000, hyper: { lambda } }),
    190_000,
  );
const measured = [0.1, 0.01, 0.001].map((rate) => ({ rate, meanLoss: floorOf(rate) }));
const fallen = [0.1, 0.01].map((lambda) =>
  descend(rough, gradientDescent, { start: [3], steps: 600, hyper: { lambda } }),
);
display(ask("learning-rate-decay/floor", table(measured), curves(fallen, { of: "w" })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Let the room say "ten times". Then ask, before it stands on the screen: why not start small?
// Write "travel" and "settle" on the board; everything that follows is about these two words.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["slide-15","short-path"] finding="Large steps while the way is long, smaller ones after"
// ## The idea, and slide 15
//
// This is **learning-rate decay**. With $\lambda_0$ for the first rate:
//
// - **step decay**: every so many steps, one half
// - **exponential**: $\lambda_0\, {{tex exp(-k*(t-1))}}$
// - **1/t decay**, or inverse time: $\lambda_0 \cdot {{tex 1/(1+k*(t-1))}}$
//
// The slide gives these three forms, for the steps $t = 1, 2, \dots$ (Step decay may have another factor than one half.)
//
// SGD, momentum, AdaGrad, RMSProp and Adam all have a learning rate, says the slide, so all of them can have it. It writes $\alpha$
// for the rate here. That letter was the momentum coefficient before; we keep $\lambda$.

// %% Three forms tags=["short-path"]
const forms = [
  schedules.step({ factor: 0.5, every: 20 }),
  schedules.exponential({ k: 0.04 }),
  schedules.inverseTime({ k: 0.04 }),
];
const ofHundred = { start: [1], steps: 100, hyper: { lambda: 1 } };
const formed = forms.map((schedule) =>
  descend(parabola, gradientDescent, { ...ofHundred, schedule }),
);
display(curves(formed, { of: "rate", scale: "linear" }));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Read the three forms as sentences: "half of it every so often"; "the same share off at every step"; "divided by one plus
// k times the steps". Ask which of them ever reaches 0. (None.)

// %% [markdown] slideshow={"slide_type": "skip"}
// The slide counts $t$ from 0, we count steps from 1, hence $t-1$: the first step has the whole rate. Decay is often given per
// **epoch** (one pass over the data) and not per step. With 500 steps an epoch, "halve every 10 epochs" means every 5000
// steps. Mixing the two up is a common mistake, and a costly one.
//
// 1/t decay is called *inverse time* in our library and in Keras.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## By hand
//
// Take $\lambda_0 = 0.8$. Step decay halves every 2 steps; the other two have $k = 0.5$. At step 1 all three have the whole
// rate.
//
// **Prediction.** And at step 3? A pencil is enough.

// %% Your guess: three decays with a pencil tags=["guess"] finding="At step 3 two of the three have halved" rows=[]
const decays = [
  schedules.step({ factor: 0.5, every: 2 }),
  schedules.exponential({ k: 0.5 }),
  schedules.inverseTime({ k: 0.5 }),
];
const first = { start: [1], steps: 5, hyper: { lambda: 0.8 } };
const walks = decays.map((schedule) =>
  descend(parabola, gradientDescent, { ...first, schedule }),
);
const [halved, faded, divided] = walks.map((walk) => walk.term("rate"));
const at = (t: number) => ({ t, step: halved[t], exponential: faded[t], "1/t": divided[t] });
const rates = table([1, 2, 3, 4, 5].map(at));
display(
  ask("learning-rate-decay/pencil", rates, walks[2].worked(3), curves(walks, { of: "rate" })),
);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Pencils out for step 3: two of the three are 0.4.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## An optional page: half-lives
//
// It is not counted in the time. **Prediction.** Two rates begin equal, and both have $k = 0.1$: how far apart are they after 200
// steps?

// %% Your guess: which lasts longer slideshow={"slide_type": "skip"} tags=["guess"]
const aTenth = { start: [1], steps: 201, hyper: { lambda: 1 } };
const parting = [schedules.exponential({ k: 0.1 }), schedules.inverseTime({ k: 0.1 })].map(
  (schedule) => descend(parabola, gradientDescent, { ...aTenth, schedule }).term("rate"),
);
const both = (t: number) => ({ t, exponential: parting[0][t], "1/t": parting[1][t] });
display(ask("learning-rate-decay/longer", table([1, 11, 51, 201].map(both))));

// %% [markdown] slideshow={"slide_type": "skip"}
// The **half-life** of a decay is the number of steps in which the rate halves. Exponential decay has one:
// $\ln 2 / k$, about $0.69/k$, the same at any time.
//
// **Prediction.** Does 1/t decay have one, too?

// %% Your guess: the next half slideshow={"slide_type": "skip"} tags=["guess"]
const slowly = parting[1];
const halvings = [1 / 2, 1 / 4, 1 / 8].map(
  (rate) => slowly.findIndex((r) => r <= rate + 1e-12) - 1,
);
const stepsUntil = { half: halvings[0], quarter: halvings[1], eighth: halvings[2] };
display(ask("learning-rate-decay/halvings", table(stepsUntil)));

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** About 35 minutes are left. What you have: why a constant rate has a floor, and three ways to lower
// the rate. What comes: how far one gets with them, a schedule that looks, a network, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## The price: how far does it get?
//
// Every step is shorter than the one before. **Prediction.** Take the purest case, a slope that is the same everywhere
// ($f = -x$): it never ends.

// %% Your guess: how far tags=["guess"] finding="Exponential decay freezes; 1/t decay still travels"
const slope = objective("-x");
const travel = (schedule: Schedule, steps: number) =>
  descend(slope, gradientDescent, { start: [0], steps, hyper: { lambda: 0.1 }, schedule });
const plans = [schedules.exponential({ k: 0.1 }), schedules.inverseTime({ k: 0.1 })];
const distances = [10, 100, 1000, 10_000].map((steps) => {
  const [exponential, inverse] = plans.map((plan) => travel(plan, steps).end.w[0]);
  return { steps, exponential, "1/t": inverse };
});
const ways = plans.map((plan) => travel(plan, 1000));
display(ask("learning-rate-decay/travel", table(distances), curves(ways, { of: "w" })));

// %% [markdown] slideshow={"slide_type": "skip"}
// **Push it.** RMSProp in the ravine, with exponential decay as in the opening. Raise $k$ from 0.01 to 0.05: where does the ball
// end? Then choose the schedule `inverse-time` with the same $k$.

// %% An explorer slideshow={"slide_type": "skip"}
const calm = { rule: rmsprop, hyper: { lambda: 0.1, zeta: 0.9 } };
display(
  explore({
    objective: ravine,
    rules: [calm],
    start: [-8, 1.5],
    steps: 200,
    schedule: schedules.exponential({ k: 0.01 }),
  }),
);

// %% [markdown] slideshow={"slide_type": "skip"}
// With $k = 0.05$ exponential decay stands still after a third of the way: at $x = -5.3$, and 2000 steps would not help. 1/t
// decay with the same $k$ is at $-2.7$ after 200 steps, and on its way. The loss of a frozen run lies perfectly flat, and that looks
// like success.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// A loss curve that lies perfectly flat looks like success. Ask how one could tell a frozen run from one that has arrived.
// (Start it again from there with a larger rate; or look at the gradient.)

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Can it travel, and will it settle?
//
// Robbins and Monro (1951) turned the two words, to travel and to settle, into conditions on the rates:
//
// - **it can travel**: $\lambda_1 + \lambda_2 + \dots$ is infinite
// - **it will settle**: $\lambda_1^2 + \lambda_2^2 + \dots$ is finite, so all the noise still to come gets as small as you like
//
// A constant rate travels and does not settle. Exponential decay settles, and may freeze. 1/t decay does both: the sum
// $1 + \tfrac12 + \tfrac13 + \dots$ has no bound, and that of its squares has.
//
// **Prediction.** And a rate that falls like $1/\sqrt{t}$?

// %% Your guess: one over root t slideshow={"slide_type": "skip"} tags=["guess"]
const sum = (rate: (t: number) => number, count: number) => {
  let total = 0;
  for (let t = 1; t <= count; t++) total += rate(t);
  return total;
};
const sums = [100, 10_000, 1_000_000].map((steps) => ({
  steps,
  "sum of 1/t": sum((t) => 1 / t, steps),
  "of its squares": sum((t) => 1 / t ** 2, steps),
  "sum of 1/√t": sum((t) => 1 / Math.sqrt(t), steps),
}));
display(ask("learning-rate-decay/root", table(sums)));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A schedule that looks
//
// So far each schedule is a plan: it knows the step and nothing else. **Decay on a plateau** looks at the loss. It counts the steps
// that bring no new lowest loss; after each one that does, the count begins anew. When it reaches its **patience**, the rate is
// multiplied by a factor $c$, and the count begins anew as well.

// %% In a formula [markdown] slideshow={"slide_type": "skip"}
// $$ \lambda_t = \lambda_0\, c^{\,n_t} $$
//
// $n_t$ is how often the patience has run out before step $t$.

// %% A loss that stands still slideshow={"slide_type": "subslide"}
const told = [5, 3, 3, 4, 2, 2, 2, 2, 1]; // the loss before step 1, before step 2, and so on
let turn = 0;
const screen = { value: () => told[turn++], gradient: () => [0] }; // it says the next of them each time
const patient = { start: [0], steps: 8, hyper: { lambda: 0.8 } };
const watching = { ...patient, schedule: schedules.plateau({ factor: 0.5, patience: 2 }) };
const watched = descend(screen, gradientDescent, watching);
display(curves(watched, { scale: "linear" }));

// %% [markdown]
// **Prediction.** A pencil again.

// %% Your guess: the plateau tags=["guess"] finding="It cuts only when nothing has got better for a while"
const byStep = watched
  .term("rate")
  .slice(1)
  .map((rate, i) => ({ step: i + 1, lossBefore: told[i], rate }));
const stairs = curves(watched, { of: "rate", scale: "linear" });
display(ask("learning-rate-decay/plateau", table(byStep), stairs));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Count aloud: new, no, no: cut. Ask what one needs to have for this schedule that the others do not ask for. (A loss that can be
// trusted.)

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 25 minutes are left: a network, which rule needs decay least, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Warm-up begins near 0; linear and cosine decay end near 0" tags=["short-path"]
// ## Today's practice
//
// Large networks are trained with three more:
//
// - **linear decay**: in equal parts down to nearly 0;
// - **cosine decay**: as far down, along half a cosine (Loshchilov and Hutter 2017);
// - **warm-up**: up from nearly 0 at first.
//
// The deck's three are still in use. Linear and cosine decay must know in advance how many steps there will be. What do the new
// three look like? Here are their rates over 100 steps.

// %% Warm-up and two decays slideshow={"slide_type": "fragment"} tags=["short-path"]
const ofOne = { start: [1], steps: 100, hyper: { lambda: 0.1 } };
const practice = [
  schedules.warmUp({ steps: 20 }),
  schedules.linear({ steps: 100 }),
  schedules.cosine({ steps: 100 }),
];
display(
  curves(
    practice.map((schedule) => descend("x^2", gradientDescent, { ...ofOne, schedule })),
    { of: "rate", scale: "linear" },
  ),
);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// If somebody asks why a cosine: nobody has a theorem. It stays high for long (travel) and ends at 0 (settle), and it has
// one number less to tune than step decay.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## On a network
//
// A small network learns to tell 150 iris flowers apart (lesson 10 has it in full). Plain descent, 400 steps, each gradient from 10 of
// the flowers. We take the loss over all 150, its mean over the last 50 steps; and the mean of that over five seeds, each with its own
// first weights and its own order of the flowers.
//
// Two first rates, 0.3 and 3. With each, the rate is kept; or decays exponentially, with $k = 0.0075$; or linearly; or is halved on
// each plateau, with a patience of 20. (That one is shown the loss over all 150 at every step, more than training would have.)

// %% The training slideshow={"slide_type": "fragment"}
const seeds = [1, 2, 3, 4, 5];
const mean = (all: number[]) => all.reduce((sum, x) => sum + x, 0) / all.length;
const linear = schedules.linear({ steps: 400 });
const average = (losses: number[]) => Number(mean(losses).toPrecision(3));
const train = (rule: Rule, steps: number, lambda: number, schedule: Schedule) =>
  seeds.map((seed) => {
    const learner = miniBatch(network(iris(), { hidden: [8], seed }), { size: 10, seed });
    return descend(learner, rule, { steps, hyper: { lambda }, schedule }).losses;
  });
const late = (lambda: number, schedule: Schedule) =>
  // for each seed, the mean of the last 50 steps
  train(gradientDescent, 400, lambda, schedule).map((losses) => mean(losses.slice(-50)));

// %% [markdown]
// **Prediction.** Take linear decay. From which of the two rates does it end lower than a constant rate?

// %% Your guess: a network tags=["guess"] finding="Decay lets you begin with a rate that is too large to end with"
const onFlowers = [0.3, 3].map((firstRate) => ({
  firstRate,
  kept: average(late(firstRate, schedules.constant())),
  exponential: average(late(firstRate, schedules.exponential({ k: 0.0075 }))),
  linear: average(late(firstRate, linear)),
  onPlateau: average(late(firstRate, schedules.plateau({ factor: 0.5, patience: 20 }))),
}));
const [small, large] = [0.3, 3].map((rate) => {
  const kept = late(rate, schedules.constant());
  return late(rate, linear).map((loss, i) => kept[i] - loss);
});
const rows = { "from 0.3, a ring a seed": small, "from 3, the mean a diamond": large };
const above = intervals(rows, { of: "loss with constant rate minus loss with linear decay" });
display(ask("learning-rate-decay/network", table(onFlowers), above));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Most say: from both. The sentence to leave on the board: decay lets one begin with a rate that is too large to end with.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## A slow start
//
// And warm-up? The same network with momentum, $\alpha = 0.9$, for 300 steps, with linear decay: from the first rates 0.3 and 1, each
// with a warm-up over 100 steps and without. (A schedule is a formula in $t$, and one can write one's own. The cell has this one; with `warm`
// at 1 there is no warm-up.)
//
// **Prediction.** Linear decay does not wait for the warm-up. What does that make of the rate?

// %% Your guess: warm-up slideshow={"slide_type": "skip"} tags=["guess","folded"]
// With a slow start and without
const warmed = (warm: number): Schedule => ({
  id: "warm-up, then linear",
  factor: "min(1, t/warm)*max(0, 1 - (t - 1)/300)",
  parameters: { warm },
});
const pairs = [0.3, 1].flatMap((rate) => [1, 100].map((warm) => ({ rate, warm })));
const starts = [...pairs, { rate: 0.67, warm: 1 }].map(({ rate, warm }) => {
  const five = train(momentum, 300, rate, warmed(warm));
  const highest = Math.max(...five.map((losses) => Math.max(...losses) / losses[0]));
  return { rate, warm, highestOverStart: highest, mean: mean(five.map((all) => all[300])) };
});
display(ask("learning-rate-decay/slowStart", table(starts)));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Do all five need it?
//
// Five rules without decay on the noisy bowl: the mean loss over the last fifth of the first 500, 5000 and 50,000 steps.

// %% Which of the five [markdown] slideshow={"slide_type": "skip"}
// Which goes on getting lower? (The slide lists them, SGD, momentum, AdaGrad, RMSProp and Adam, and says: decay them all.)

// %% Five rules without decay
const long = { start: [5], steps: 50_000 };
const five = [
  descend(rough, gradientDescent, { ...long, hyper: { lambda: 0.1 } }),
  descend(rough, momentum, { ...long, hyper: { lambda: 0.01 } }),
  descend(rough, adagrad, { ...long, hyper: { lambda: 1 } }),
  descend(rough, rmsprop, { ...long, hyper: { lambda: 0.1 } }),
  descend(rough, adam, { ...long, hyper: { eta: 0.1 } }),
];

// %% Their floors slideshow={"slide_type": "fragment"} tags=["short-path"] finding="AdaGrad decays its own rate" marked=[3, 4]
const meanUpTo = (path: Trace, end: number) =>
  path.losses.slice(0.8 * end, end).reduce((total, loss) => total + loss, 0) / (0.2 * end);
const floors = five.map((path) => ({
  rule: path.rule.title,
  "up to 500": meanUpTo(path, 500),
  "up to 5000": meanUpTo(path, 5000),
  "up to 50000": meanUpTo(path, 50_000),
}));
display(table(floors));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Let the room argue before you show the table: who carries a decay of its own? Then ask what price AdaGrad pays for it.
// (Lesson 05: the cliff.)

// %% [markdown] slideshow={"slide_type": "skip"}
// AdaGrad alone carries a decay of its own: its sum of squared gradients only grows, so its steps shrink like $1/\sqrt{t}$. What was
// its fault in lesson 05 is its virtue here. RMSProp and Adam cured that fault with a leak, and so lost the virtue. They need a schedule as
// much as plain descent does.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Seven exercises, easiest first. The sixth and the seventh are for another day: the time that the lesson says is without them.
//
// Where there is code to write, write it, run its cell, then run the cell below it: it says what
// your answer does. The buttons below an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// In a class: 2 as a vote, then 5; there ask for the rate at step 51 first: 1/36 of the first one, where 1/6 was meant.

// %% [markdown] exercise="learning-rate-decay/halving"
// **1. Predict.** When has the rate halved three times?

// %% Exercise 1: your answer exercise="learning-rate-decay/halving" finding="Each halving takes as many steps as the one before" stops=2
const toAnEighth = descend(parabola, gradientDescent, {
  start: [1],
  steps: 60,
  hyper: { lambda: 1 },
  schedule: schedules.exponential({ k: 0.05 }),
});
display(
  ask("learning-rate-decay/halving", curves(toAnEighth, { of: "rate", scale: "linear" })),
);

// %% [markdown] exercise="learning-rate-decay/cut"
// **2. Choose.** Step decay has cut the rate. What comes after?

// %% Exercise 2: your answer exercise="learning-rate-decay/cut" finding="A cut pays after some 200 steps, not at once"
display(ask("learning-rate-decay/cut"));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="learning-rate-decay/exponential"
// **3. Write the schedule.** Exponential decay: return the rate at step $t = 1, 2, \dots$ The first step has the whole rate.

// %% Exercise 3: your answer slideshow={"slide_type": "skip"} exercise="learning-rate-decay/exponential"
// from the step t, the first rate lambda and k to the rate of that step
const faint: FormulaOf<"t" | "lambda" | "k"> = ({ t, lambda, k }) => {
  // BEGIN SOLUTION
  return lambda * Math.exp(-k * (t - 1));
  // END SOLUTION
};

// %% Exercise 3: look slideshow={"slide_type": "skip"} exercise="learning-rate-decay/exponential" finding="The first step has the whole rate"
display(check("learning-rate-decay/exponential", faint));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="learning-rate-decay/inverse"
// **4. And the other one.** 1/t decay: return the rate at step $t$.

// %% Exercise 4: your answer slideshow={"slide_type": "skip"} exercise="learning-rate-decay/inverse"
const slower: FormulaOf<"t" | "lambda" | "k"> = ({ t, lambda, k }) => {
  // BEGIN SOLUTION
  return lambda / (1 + k * (t - 1));
  // END SOLUTION
};

// %% Exercise 4: look slideshow={"slide_type": "skip"} exercise="learning-rate-decay/inverse" finding="It divides the first rate, not the last one"
display(check("learning-rate-decay/inverse", slower));

// %% [markdown] exercise="learning-rate-decay/tired"
// **5. Find the bug.** Gradient descent with 1/t decay in it. It starts well, and after fifty steps it hardly moves. The cell
// holds the line of exercise 4, so it is folded: open it with a click once you have written yours. What is its rate at step 51 with
// $k = 0.1$, and what should it be? Write both there, as a comment, and mend it.

// %% Exercise 5: your answer exercise="learning-rate-decay/tired" tags=["folded"]
// Lines to mend
const tired: StepOf<never, "lambda" | "k"> = ({ w, g, t }, { lambda, k }) => {
  const rate = lambda / (1 + k * (t - 1));
  // BEGIN SOLUTION return { w: w.map((x, i) => x - (rate / (1 + k * (t - 1))) * g[i]) };
  return { w: w.map((x, i) => x - rate * g[i]) };
  // END SOLUTION
};

// %% Exercise 5: look exercise="learning-rate-decay/tired" finding="The rate was decayed twice"
display(check("learning-rate-decay/tired", tired));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="learning-rate-decay/tuned"
// **6. Tune.** A valley with a sharp edge at its bottom, $f = {{tex sqrt(x^2 + 0.0001) + x^2/20}}$ from $x = 3$, where a rate of 0.4 hops
// from side to side for ever. Its least loss is 0.01. Find a $k$ (1/t decay) with which the loss is below 0.02 after 60 steps, and stays
// there. Then find one that is too large.

// %% Exercise 6: your answer slideshow={"slide_type": "skip"} exercise="learning-rate-decay/tuned"
// BEGIN SOLUTION const mine = { lambda: 0.4, k: 0 };
const mine = { lambda: 0.4, k: 0.3 };
// END SOLUTION

// %% Exercise 6: look slideshow={"slide_type": "skip"} exercise="learning-rate-decay/tuned"
display(check("learning-rate-decay/tuned", mine));

// %% [markdown] slideshow={"slide_type": "skip"} exercise="learning-rate-decay/schedule"
// **7. Explain.** AdaGrad's rate shrinks by itself. In two sentences: what does a schedule have that AdaGrad has not, and the
// other way round?

// %% Exercise 7: your answer slideshow={"slide_type": "skip"} exercise="learning-rate-decay/schedule"
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "A schedule is planned and treats all coordinates alike; AdaGrad looks at each of them.";
// END SOLUTION

// %% Exercise 7: look slideshow={"slide_type": "skip"} exercise="learning-rate-decay/schedule"
display(check("learning-rate-decay/schedule", explanation));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// - **It fixes** the floor that noise leaves under a constant rate, in proportion to $\lambda$. So you can begin with a rate that is
//   too large to end with.
// - **Three forms:** step decay; $\lambda_0\, {{tex exp(-k*(t-1))}}$; $\lambda_0 \cdot {{tex 1/(1+k*(t-1))}}$.
// - **It costs** a number or two, and steps: a plan that begins with a small rate ends too early. Exponential decay may freeze.
// - **Travel and settle:** $\sum \lambda_t = \infty$, $\sum \lambda_t^2 < \infty$; 1/t decay has both.
// - **Needs it least:** AdaGrad.
// - **In use today:** warm-up, then linear or cosine decay; on a plateau.
// - **What students forget:** 1/t decay divides the *first* rate, not the last one.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Ask for one rule and one schedule for it, with a reason. Two words are enough: travel, settle.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** Slide 15. {{cite robbins1951}}; {{cite bottou2018}}, section 4, on the floor and on decay;
// {{cite loshchilov2017}}, on the cosine; {{cite goyal2017}}, section 2.2, on warm-up; {{cite liu2020}}, on warm-up and Adam.
//
// **Next:** every rule so far looks at the slope and asks you for a rate. What if the rule looked at the *curvature* and needed
// no rate at all? That is [lesson 09, second order](09-second-order.ipynb).
