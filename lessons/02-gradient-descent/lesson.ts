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
import { ask, check, curves, descend, display, errorByDirection, explore } from "fall-line";
import { type FormulaOf, gradientDescent, iris, landscape, network, noisy } from "fall-line";
import { objective, parabola, quadratic, ravine, saddle, type StepOf, table } from "fall-line";

const start = [-8, 1.5];
const fifty = { start, steps: 50 };
const [careful, middle, daring] = [0.05, 0.5, 0.97].map((lambda) =>
  descend(ravine, gradientDescent, { ...fifty, hyper: { lambda } }),
);
const view: [number, number][] = [
  [-11, 3],
  [-1.9, 1.9],
];
display(landscape([careful, daring], { view, height: 380, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Two balls in the ravine $f = {{tex ravine}}$ take fifty steps each from one start; only the learning rate
// $\lambda$ differs.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=3
// Slide 5's red path, at two rates: same start, same 50 steps. Ask: which one is better? And: is there one that would be
// better than both?

// %% [markdown] slideshow={"slide_type": "slide"} tags=["recall"]
// ## Do you remember?
//
// Short questions from earlier lessons, with other numbers. No grade counts them.

// %% The saddle tags=["recall"] slideshow={"slide_type": "subslide"}
display(landscape(descend(saddle, gradientDescent, { start: [1, 0.001], steps: 0 })));

// %% Remember: off the ridge tags=["recall"] finding="However small y is, it grows by a fifth a step"
display(ask("gradient-descent/sideways"));

// %% Remember: which way is down tags=["recall"] slideshow={"slide_type": "skip"} finding="Steepest is not straight to the bottom"
display(ask("gradient-descent/steepest"));

// %% [markdown] slideshow={"slide_type": "notes"} tags=["recall"] minutes=3
// A minute each, alone and in silence, then hands. What most have forgotten is worth two minutes now.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## The problem: how far?

// %% Three losses tags=["short-path","folded"]
// The losses of the three balls
display(curves([careful, daring, middle]));

// %% [markdown] tags=["short-path"]
// The gradient says in which direction to go. It does not say how far. That is your choice, the **learning rate** $\lambda$, and
// nearly every method in this course has such a number.
//
// The opening's two balls, and one between them, take 50 steps each; the picture has their losses. One is careful: it gets to the
// floor, and not far along it. One is daring and bounces.
//
// **Prediction.** Give the daring ball a little more. What happens?

// %% Your guess: a little more tags=["short-path","guess"] finding="0.97 gets lowest of all; 1.03 runs away"
const more = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 1.03 } });
const ends = [daring, more].map(({ hyper, end }) => ({
  ...hyper,
  lossAfter50Steps: end.loss,
}));
display(ask("gradient-descent/more", table(ends), curves([careful, daring, middle, more])));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Most will say: a little more bounce. Let them.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","slide-5"] idea="gd" finding="Go against the gradient, in proportion to it"
// ## The rule, and slide 5
//
// *Go against the gradient, in proportion to it.*
//
// $$ {{tex gradientDescent}} $$
//
// - $w$: the parameters, $W$ on the slide. $w_{t-1}$ is where you stand, $w_t$ where you land.
// - $\nabla L$, read **nabla** L, is the gradient of the loss: its slope in each direction, $\partial L/\partial W$ on the slide. $g_t$ is
//   its value where you stand.
// - $\lambda$: the learning rate. (The deck's slides about decay call it $\alpha$, its appendix $\eta$; here it is $\lambda$, and
//   $\eta$ in Adam, lesson 07.)
//
// The rule does *not* divide by the length of the gradient. Where the ground is steep it takes long steps, where it is level
// short ones.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// Read the line aloud: "where I land is where I stand, minus the rate times the slope". Ask what happens to the steps near
// the bottom: they shrink by themselves.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## By hand
//
// Take $f = x^2$, whose slope is $2x$. Two steps, with a pencil.

// %% The parabola slideshow={"slide_type": "subslide"} tags=["short-path"]
const near: [number, number][] = [[-1.2, 1.2]];
const atOne = descend(parabola, gradientDescent, { start: [1], steps: 0 });
display(landscape(atOne, { view: near }));

// %% Your guess: two steps tags=["short-path","guess"] rows=[] finding="Each step leaves four fifths of what was there"
const tenth = descend(parabola, gradientDescent, {
  start: [1],
  steps: 10,
  hyper: { lambda: 0.1 },
});
const afterTen = table({ afterTenSteps: tenth.at(10).w });
const worked = [tenth.worked(1), tenth.worked(2)];
display(ask("gradient-descent/byHand", ...worked, afterTen, landscape(tenth, { view: near })));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// On paper. Then ten steps without a loop: 0.8 to the tenth.

// %% [markdown] slideshow={"slide_type": "slide"} finding="A step multiplies the distance by 1 − λh"
// ## Curvature
//
// How fast the slope changes is called the **curvature** $h$; it is the second derivative. The bowl $f = {{tex 1/2*h*x^2}}$ has
// the slope $h x$, and the curvature $h$ everywhere. (For $x^2$ it is 2.) One step on it:
//
// $$ x_t = x_{t-1} - \lambda h\, x_{t-1} = (1 - \lambda h)\, x_{t-1} $$
//
// Everything is in the factor $1 - \lambda h$. After $t$ steps, $(1 - \lambda h)^t$ of the start is left.
//
// **Prediction.** Five rates: with which of them does the ball come closer to the bottom?

// %% The bowl slideshow={"slide_type": "subslide"}
const round = quadratic([1]); // one direction, of curvature h = 1
display(landscape([descend(round, gradientDescent, { start: [1], steps: 0 })]));

// %% Your guess: five factors tags=["guess"] finding="At λh = 1 it is there in one step; at 2 it swings for ever"
const walk = (lambda: number) =>
  descend(round, gradientDescent, { start: [1], steps: 6, hyper: { lambda } });
const walks = [0.5, 1, 1.5, 2, 2.5].map(walk);
const fiveRates = walks.map(({ hyper, path }) => ({
  lambdaTimesH: hyper.lambda,
  places: path.map((w) => w[0]),
}));
const upToTwo = curves(walks.slice(0, 4), { of: "w" });
display(ask("gradient-descent/factors", upToTwo, table(fiveRates)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Draw the parabola and the five zigzags. The surprise is that 1.5 still works: overshooting is not failing.

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can step by hand, and say what a rate does on a bowl of one direction. About 35 minutes are left: more
// directions, noise, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"]
// ## Two directions, one rate
//
// Now a bowl with two curvatures, $f = {{tex 1/2*(h1*x^2 + h2*y^2)}}$. The gradient is $(h_1 x, h_2 y)$: the two coordinates
// do not mix, so each has its own factor, $1 - \lambda h_1$ and $1 - \lambda h_2$. But they share $\lambda$.
//
// The ravine $f = {{tex ravine}}$ is such a bowl.
//
// **Prediction.** Find its two curvatures, and the edge: the rate beyond which the ball does not come back.

// %% The ravine once more slideshow={"slide_type": "subslide"} tags=["short-path"]
display(landscape([descend(ravine, gradientDescent, { start, steps: 0 })]));

// %% Your guess: the ravine's limit tags=["short-path","guess","folded"] finding="The steepest direction sets the limit for all"
// Curvatures from slopes
const slopes = descend(ravine, gradientDescent, { start: [1, 1], steps: 1 }).at(1).g;
const [h1, h2] = [slopes[0], slopes[1]]; // at (1, 1) the slopes h1*x and h2*y are h1 and h2
const atTheLimit = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 2 / h2 } });
const numbers = table({ h1, h2, limit: 2 / h2 });
display(ask("gradient-descent/limit", numbers, landscape([atTheLimit], { view })));

// %% [markdown] slideshow={"slide_type": "subslide"} finding="The condition number says how unequal the directions are"
// How many times larger is the largest curvature than the smallest? That ratio is the **condition number**
//
// $$ Q = \frac{h_n}{h_1}, $$
//
// where $h_1$ is the smallest of $n$ curvatures and $h_n$ the largest.

// %% [markdown] slideshow={"slide_type": "skip"}
// In the ravine $n$ is 2. $Q$ is its shape: its contours are $\sqrt{Q}$ times as long as they are wide. (On
// $\frac{1}{2} h x^2 = c$, $x$ is $\sqrt{2c/h}$.)

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// The whole lesson in one sentence: the steepest direction sets the limit, and the flattest pays for it.

// %% [markdown] slideshow={"slide_type": "slide"} finding="Best is where the flattest and the steepest lose equally fast"
// ## The best rate
//
// A larger $\lambda$ helps the flat direction until the steep one gets worse. Best in the long run is where both lose equally fast:
// $1 - \lambda h_1 = \lambda h_n - 1$. That gives
//
// $$ \lambda = \frac{2}{h_1 + h_n} \qquad \text{and the factor} \qquad {{tex (Q - 1)/(Q + 1)}} $$
//
// in size, in both directions.

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Prediction.** One more correct digit means: the error, the distance that is left, is ten times smaller. What does a digit cost
// in the ravine, where $Q = 20$?

// %% Your guess: steps for a digit tags=["guess","folded"] finding="Even the best rate pays for the condition number" marked=[2, 2]
// The price of a digit
const stepsPerDigit = (Q: number) => Math.log(0.1) / Math.log((Q - 1) / (Q + 1));
const prices = [2, 20, 200, 10_000].map((Q) => ({ Q, stepsPerDigit: stepsPerDigit(Q) }));
display(ask("gradient-descent/digit", table(prices)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Draw both factors against the rate: two lines, and where they cross. The price of a digit is the number to remember.

// %% [markdown] slideshow={"slide_type": "skip"}
// Check it on the ravine: over ten steps the error should shrink by $(19/21)^{10}$, which is 0.3676, and so it does. (The loss goes
// with the square of the error, hence the root.)

// %% The best rate on the ravine slideshow={"slide_type": "skip"}
// h1 and h2: the curvatures that you found above
const best = descend(ravine, gradientDescent, { ...fifty, hyper: { lambda: 2 / (h1 + h2) } });
const [then, now] = [best.at(40), best.at(50)];
display(
  table({ factorOverTenSteps: Math.sqrt(now.loss / then.loss), theory: (19 / 21) ** 10 }),
);
display(landscape([best]));

// %% [markdown] slideshow={"slide_type": "subslide"}
// **Push it.** Here the ball can be played with: drag the start, slide $\lambda$, go step by step. Find the edge.

// %% An explorer finding="Across, one step is enough; along, fifty are not"
const rules = [{ rule: gradientDescent, hyper: { lambda: 0.5 } }];
display(explore({ objective: ravine, rules, start, steps: 50 }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Above the edge the ball runs away. **Prediction.** From everywhere? You may look for a start in the explorer.

// %% Your guess: above the edge tags=["guess","folded"] slideshow={"slide_type": "skip"} finding="Only a start with nothing across survives above the edge" marked=[4, 2]
// Starts above the edge
const sixty = [
  [-8, 1.5],
  [0.01, 0.01],
  [0, 1.5],
  [-8, 0],
].map((from) => {
  const settings = { start: from, steps: 60, hyper: { lambda: 1.5 } };
  return {
    start: from,
    lossAfter60Steps: descend(ravine, gradientDescent, settings).end.loss,
  };
});
display(ask("gradient-descent/above", table(sixty)));

// %% [markdown] slideshow={"slide_type": "slide"}
// ## When the valley lies askew
//
// A ravine need not follow the axes. Here is one that runs along the diagonal $x = -y$: $f = {{tex x^2 + 1.8*x*y + y^2}}$.
//
// Along the $x$-axis, where $y = 0$, it is $x^2$, and its curvature there is 2. Along the $y$-axis it is 2 as well.
//
// **Prediction.** Where is the edge now?

// %% Your guess: askew tags=["guess","folded"] finding="The curvature across the valley counts, not that along the axes" then="Across it swings, along it slides: each loses a tenth a step" marked=[3, 2]
// Starts in the ravine askew
const askew = objective("x^2 + 1.8*x*y + y^2");
const from = { start: [-2, 1.5], steps: 60 };
const rates = [0.4, 0.52, 0.53, 0.9];
const after = rates.map((lambda) => {
  const { end } = descend(askew, gradientDescent, { ...from, hyper: { lambda } });
  return { lambda, lossAfter60Steps: end.loss };
});
const played = explore({ objective: askew, rules, ...from });
display(ask("gradient-descent/askew", table(after), played));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Nothing new happens; only the axes turn. In the explorer drag the ball onto a diagonal, $(-2, 2)$ or $(0.4, 0.4)$: it stays there.
// Those are the directions that the next pages need.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## In any number of directions
//
// On a bowl there are directions that do not disturb each other, and each of them shrinks by a factor of its own. Why?

// %% [markdown] slideshow={"slide_type": "skip"}
// Draw an arrow $u$ from the bottom. At its tip the gradient mostly points another way. If
// there it points along $u$ itself,
//
// $$ \nabla L(u) = h\, u, $$
//
// then $u$ is an **eigenvector**, and $h$ its **eigenvalue**: the curvature that way. A bowl in $n$ dimensions has $n$, $u_1$ to
// $u_n$, which can be taken at right angles. (Lesson 09 has more.) Above they are the two diagonals.
//
// The gradient of a bowl whose bottom is at 0 is **linear**: at $a + b$ it is the sum of those at $a$ and at $b$, and at $2a$ twice
// that at $a$.

// %% [markdown] slideshow={"slide_type": "skip"}
// Write the place as a sum of them, $w = c_1 u_1 + \dots + c_n u_n$. The gradient there is $c_1 h_1 u_1 + \dots + c_n h_n u_n$, and
// one step leads to
//
// $$ w - \lambda\, \nabla L(w) = (1 - \lambda h_1)\, c_1 u_1 + \dots + (1 - \lambda h_n)\, c_n u_n. $$
//
// Each direction has its own factor. As every $h$ is above 0, every factor is below 1; the
// smallest factor, $1 - \lambda h_n$, is above $-1$ exactly when
//
// $$ \lambda < \frac{2}{h_n}. $$
//
// So that is the limit. The best rate stays what it was: there the first and last factor differ only in sign, the others lie between.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Slowly, with the two diagonals on the board: split an arrow into two, shorten each by its own factor, put them together.
// Say the word eigenvalue after the picture, not before.

// %% [markdown] slideshow={"slide_type": "subslide"}
// Check it in five dimensions: the curvatures 0.1, 0.3, 0.7, 1 and 2, in directions that were turned at random, and 500 steps from
// $(1, 1, 1, 1, 1)$. The limit should be $2/2 = 1$.
//
// **Prediction.** A hair below it, at $\lambda = 0.99$: which of the five errors lasts longest?

// %% Your guess: five directions tags=["guess"] finding="A hair below the limit the steepest direction is left" marked=[2, 2]
const five = quadratic([0.1, 0.3, 0.7, 1, 2], { seed: 1 }); // turned at random
const beside = [0.9, 0.99, 1.01, 1.1].map((lambda) => {
  const from = { start: [1, 1, 1, 1, 1], steps: 500 };
  const { end } = descend(five, gradientDescent, { ...from, hyper: { lambda } });
  return { lambda, lossAfter500Steps: end.loss };
});
const split = errorByDirection(five, { hyper: { lambda: 0.99 }, steps: 10 });
display(ask("gradient-descent/five", table(beside), split));

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** About 15 to 20 minutes are left: noise, the price, and your turn.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## A noisy gradient
//
// In training the gradient comes from a few examples and is off by chance. Our model: on the bowl $f = {{tex x^2/2}}$ we add a
// random number to each slope, mostly of size 1 or less (its standard deviation is 1).
//
// We start at the very bottom, $x = 0$, and take the average of the loss over 50,000 steps.
//
// **Prediction.** The ball is kicked about, so the average is not 0. And with half the rate?

// %% Your guess: noise tags=["guess","folded"] finding="Under noise the loss settles at a floor that goes with the rate" marked=[3, 2]
// The noise, measured
const hover = (lambda: number) => {
  const rough = noisy(round, { size: 1, seed: 1 });
  const run = descend(rough, gradientDescent, { start: [0], steps: 50_000, hyper: { lambda } });
  return run.losses.reduce((sum, loss) => sum + loss, 0) / run.losses.length; // the average
};
const theory = (lambda: number) => lambda / (2 * (2 - lambda));
const floors = [0.2, 0.1, 0.05].map((lambda) => ({
  lambda,
  floor: hover(lambda),
  theory: theory(lambda),
}));
display(ask("gradient-descent/noise", table(floors)));

// %% [markdown] slideshow={"slide_type": "notes"} minutes=4
// Kick a ball in a bowl. Ask what half the rate does before you show the table.

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path"] finding="Its price is the condition number"
// ## Its price
//
// Gradient descent needs no memory, and one number. But
//
// - the steepest direction sets the limit, $\lambda < 2/h_n$,
// - the flattest direction pays for it,
// - and about $1.15\,Q$ steps buy one digit, when $Q$ is large.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=2
// If there is time for one question: "which of these would more computing power fix?" None of them, that is the point.

// %% [markdown] slideshow={"slide_type": "skip"}
// Most methods that follow are ways to pay less.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Optional: a line through 150 flowers
//
// So far the bowls were given. This one comes from data: the iris flowers of Anderson and Fisher, measured in cm. How wide is
// a petal, when one knows how long it is? The model is a line,
//
// $$ \text{width} = a \cdot \text{length} + b, $$
//
// and its loss half the mean of the squared errors: a bowl above the two numbers $a$ and $b$.
//
// (This page is not in the time that the lesson says. Leave it out, or take five minutes.)

// %% The flowers slideshow={"slide_type": "skip"}
const rows = iris({ raw: true }).inputs; // sepal length and width, petal length and width
const [lengths, widths] = [2, 3].map((column) => rows.map((row) => row[column]));
const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)];
display(table({ flowers: rows.length, shortest, longest }));

// %% [markdown] slideshow={"slide_type": "skip"}
// **Prediction.** How large is the condition number $Q$ of that bowl?

// %% Its two curvatures tags=["folded"] slideshow={"slide_type": "skip"}
// The flowers as a bowl
type Numbers = readonly number[];
const mean = (xs: Numbers) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const together = (xs: Numbers, ys: Numbers) => mean(xs.map((x, i) => x * ys[i]));
// second derivatives: the mean of x^2 (by a twice), the mean of x (by a and b), and 1 (by b twice)
const measured = (lengths: string, xs: Numbers) => {
  const xx = together(xs, xs);
  const [middle, away] = [(xx + 1) / 2, Math.hypot((xx - 1) / 2, mean(xs))];
  const Q = (middle + away) / (middle - away);
  return { lengths, h1: middle - away, hn: middle + away, Q };
};
const centred = lengths.map((x) => x - mean(lengths));
const deviation = Math.sqrt(together(centred, centred));
const standardised = centred.map((x) => x / deviation);

// %% Its loss tags=["folded"] slideshow={"slide_type": "skip"}
// The loss as a function
const lossOf = (xs: Numbers, ys: Numbers) => {
  const means = [together(xs, xs), mean(xs), together(xs, ys), mean(ys), together(ys, ys)];
  const [xx, x, xy, y, yy] = means.map((number) => number.toFixed(3));
  return objective(`${xx}/2*a^2 + ${x}*a*b + b^2/2 - ${xy}*a - ${y}*b + ${yy}/2`);
};

// %% Your guess: flowers tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Rates on the flowers
const inMm = lengths.map((x) => 10 * x);
const bowls = [
  measured("in mm", inMm),
  measured("in cm", lengths),
  measured("in cm, less their mean", centred),
  measured("standardised", standardised),
];
const tenths = [{ rule: gradientDescent, hyper: { lambda: 0.1 } }];
const onLine = { objective: lossOf(lengths, widths), rules: tenths, start: [1, 1], steps: 100 };
display(ask("gradient-descent/flowers", table(bowls), explore(onLine)));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Optional: a network and its limit
//
// A bowl has the same curvatures everywhere. A network has not; but where it stands, its largest one can be measured. Take an arrow
// $v$ from there, see how the gradient changes along it, let that change be the next arrow, and so on. Each round multiplies
// every direction by its own curvature, so after some rounds the steepest is all that is left: **power iteration**.
//
// Our network is small: four measures of a flower, six neurons, three species, 51 weights. We train it on all 150 flowers at
// once, so without noise. (Five minutes more, and not in the time that the lesson says.)

// %% How the gradient changes along an arrow slideshow={"slide_type": "skip"} tags=["code"]
type Net = ReturnType<typeof network>;
const slopesAt = (net: Net, w: Numbers) => {
  const slopes = new Float64Array(w.length);
  net.gradient(Float64Array.from(w), slopes, 1);
  return [...slopes];
};
const changeAlong = (net: Net, w: Numbers, arrow: Numbers) => {
  const moved = (far: number) => w.map((x, i) => x + far * arrow[i]);
  const [ahead, behind] = [slopesAt(net, moved(0.001)), slopesAt(net, moved(-0.001))];
  return ahead.map((slope, i) => (slope - behind[i]) / 0.002);
};

// %% Forty rounds slideshow={"slide_type": "skip"} tags=["code"]
const largestCurvature = (net: Net, w: Numbers) => {
  let arrow: Numbers = w.map(() => 1 / Math.sqrt(w.length)); // of length 1
  let length = 1;
  for (let round = 1; round <= 40; round += 1) {
    const change = changeAlong(net, w, arrow);
    length = Math.hypot(...change); // what a round makes of 1
    arrow = change.map((x) => x / length);
  }
  return length;
};

// %% [markdown] slideshow={"slide_type": "skip"}
// With $\lambda = 0.5$ the network learns, and comes to places whose largest curvature is about 1.25. There the limit is
// $2/1.25 = 1.6$.
//
// **Prediction.** What does plain descent do at a rate of 4?

// %% Your guess: a network tags=["guess","folded"] slideshow={"slide_type": "skip"}
// Three rates, from three starts each
const learned = (lambda: number, seed: number) => {
  const net = network(iris(), { hidden: [6], seed });
  const { path, losses } = descend(net, gradientDescent, { steps: 400, hyper: { lambda } });
  const late = [200, 250, 300, 350, 400].map((t) => largestCurvature(net, [...path[t]]));
  return { largestCurvature: mean(late), lossAfter400Steps: losses[400] };
};
const trained = [0.5, 2, 4].flatMap((lambda) =>
  [1, 2, 3].map((seed) => ({
    lambda,
    twoOverLambda: 2 / lambda,
    seed,
    ...learned(lambda, seed),
  })),
);
display(ask("gradient-descent/network", table(trained)));

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn
//
// Seven exercises, easiest first; the last two are for another day. A card is answered by a click. Where there is code to write, replace what stands under *your
// answer here*, run the cell, then run the one below it. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=10
// In pairs. The fifth is the one to discuss: why is the formula's rate not the best here?

// %% [markdown] exercise="gradient-descent/bottom" slideshow={"slide_type": "skip"}
// **1. Predict.** Mind the curvature.

// %% Exercise 1: your answer exercise="gradient-descent/bottom" tags=["folded"] slideshow={"slide_type": "skip"}
// The step, worked out
const steep = { start: [1], steps: 1, hyper: { lambda: 0.25 } };
const bowl = objective("2*x^2", { name: "2x²" });
const once = descend(bowl, gradientDescent, steep);
display(ask("gradient-descent/bottom", once.worked(1)));

// %% [markdown] exercise="gradient-descent/slow"
// **2. Choose.** A descent on a bowl, without noise, is slow even with the best rate.

// %% Exercise 2: your answer exercise="gradient-descent/slow" finding="Blame the condition number, not the rate"
display(ask("gradient-descent/slow"));

// %% [markdown] exercise="gradient-descent/rule" slideshow={"slide_type": "skip"}
// **3. Write the rule.** One step of gradient descent, for any number of parameters. `w` and `g` are lists with a number for each
// coordinate; `g[i]` is the slope of coordinate `i`. Return the new `w`, as `{ w: ... }`. (Between its name and the `=` stands its
// type, which is for the editor: leave it as it is.)

// %% Exercise 3: your answer exercise="gradient-descent/rule" slideshow={"slide_type": "skip"}
// from the place w, its slopes g and the rate lambda to the next place
const plainStep: StepOf<never, "lambda"> = ({ w, g }, { lambda }) => {
  // BEGIN SOLUTION
  return { w: w.map((x, i) => x - lambda * g[i]) };
  // END SOLUTION
};

// %% Exercise 3: look exercise="gradient-descent/rule" slideshow={"slide_type": "skip"}
display(check("gradient-descent/rule", plainStep));

// %% [markdown] exercise="gradient-descent/edge" slideshow={"slide_type": "skip"}
// **4. Find the bug.** This should be the best rate on a bowl whose curvatures go from `h1` to `hn`. With it the ball goes from
// wall to wall for ever. Say what each of the two directions
// does at that rate before you mend it.

// %% Exercise 4: your answer exercise="gradient-descent/edge" slideshow={"slide_type": "skip"}
const bestRate: FormulaOf<"h1" | "hn"> = ({ h1, hn }) => {
  // BEGIN SOLUTION return 2 / Math.max(h1, hn);
  return 2 / (h1 + hn);
  // END SOLUTION
};

// %% Exercise 4: look exercise="gradient-descent/edge" slideshow={"slide_type": "skip"} finding="Best is where both ends lose equally fast"
display(check("gradient-descent/edge", bestRate));

// %% [markdown] exercise="gradient-descent/narrow"
// **5. Tune.** On the bowl $f = {{tex 1/2*(x^2 + 50*y^2)}}$ from $(1, 1)$: bring the loss below 0.01 in at most 60 steps, and keep it there. Try the
// best rate of the formula first. It does not make it. Why not, and in which direction must you go?

// %% Exercise 5: your answer exercise="gradient-descent/narrow"
// BEGIN SOLUTION const mine = { lambda: 0.02 };
const mine = { lambda: 0.0375 };
// END SOLUTION

// %% Exercise 5: look exercise="gradient-descent/narrow" finding="A little below the formula, the steep direction is much faster"
display(check("gradient-descent/narrow", mine));

// %% [markdown] exercise="gradient-descent/ravine" slideshow={"slide_type": "skip"}
// **6. Explain.** In three sentences: why can't one learning rate suit both directions of a ravine?

// %% Exercise 6: your answer exercise="gradient-descent/ravine" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation =
  "The steep direction bears only a small rate; the flat one would need a large one.";
// END SOLUTION

// %% Exercise 6: look exercise="gradient-descent/ravine" slideshow={"slide_type": "skip"}
display(check("gradient-descent/ravine", explanation));

// %% [markdown] exercise="gradient-descent/reason" slideshow={"slide_type": "skip"}
// **7. Put in order.** Where the limit of the rate comes from, in five steps.

// %% Exercise 7: your answer exercise="gradient-descent/reason" slideshow={"slide_type": "skip"}
display(ask("gradient-descent/reason"));

// %% [markdown] slideshow={"slide_type": "slide"} tags=["short-path","summary"]
// # One page to keep
//
// $$ {{tex gradientDescent}} $$
//
// - **In each direction**, of curvature $h$, the error is multiplied by $1 - \lambda h$ a step.
// - **Stable** while $\lambda < 2/h_n$: the steepest direction decides.
// - **Best** on a bowl, in the long run: $\lambda = \frac{2}{h_1 + h_n}$, factor $(Q-1)/(Q+1)$, where $Q = h_n/h_1$.
// - **It costs** the condition number: a digit takes about $1.15\,Q$ steps. Standardise the data before you train.
// - **With noise** it hovers at a floor that grows with $\lambda$.
// - **In use today:** the rate is the first number to tune; look for the edge.
// - **The line students forget:** the minus sign.

// %% [markdown] slideshow={"slide_type": "notes"} tags=["short-path"] minutes=1
// One question to take home: along the ravine's floor the slope says the same thing at every step; why not remember it?

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources","next"]
// **Sources.** {{cite cauchy1847}}, whose idea it was; {{cite goh2017}}, section "First Steps: Gradient Descent";
// {{cite goodfellow2016}}, section 4.3; {{cite cohen2021}}, for the network.
//
// **Next:** along the ravine's floor the slope says the same thing at every step. Why not remember it?
// That is [lesson 03, momentum](03-momentum.ipynb).
