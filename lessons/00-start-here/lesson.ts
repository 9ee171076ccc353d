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

// %% The opening tags=["opening"] slideshow={"slide_type": "subslide"}
import { adam, ask, beale, check, curves, defineRule, descend, display } from "fall-line";
import { explore, type FormulaOf, gradientDescent, landscape, momentum } from "fall-line";
import { hyper, showProgress, type StepOf, table } from "fall-line";

const racers = [
  { rule: gradientDescent, hyper: { lambda: 0.02 } },
  { rule: momentum, hyper: { lambda: 0.005 } },
  { rule: adam, hyper: { eta: 0.1 } },
];
display(explore({ objective: beale, rules: racers, start: [1, 1], steps: 60, plays: true }));

// %% [markdown] slideshow={"slide_type": "skip"}
// Three balls roll down one surface, each by a rule of its own. Press play, or drag the ring at the start.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Play the figure. Say only: three ways of going downhill, one start. Why they differ is the course.

// %% [markdown] slideshow={"slide_type": "skip"}
// ## What you are looking at
//
// A map of a surface, seen from above. Each **contour** is a line of equal height; the surface is
// [Beale's](https://www.sfu.ca/~ssurjano/beale.html), an old test for methods that look for the lowest point, which lies at
// $(3, 0.5)$.
//
// Each coloured path is the way of a ball. It goes down by a rule of its own, from the same start, for the same number of steps.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=2
// Ask where it is steep: where the contours are close together. Let someone drag the ball and name a place from which
// all three get lost.

// %% [markdown] slideshow={"slide_type": "skip"}
// The figure is alive before you run anything. **Drag the ball** (the ring at the start) somewhere else. Press play, or step
// forward and back, by button or with the arrow keys; the numbers of the step stand beside the picture.
//
// Each ball has a slider with a Greek letter, $\lambda$ (lambda) or $\eta$ (eta): its **learning rate**, which says how far it
// goes at a time. Slide one and watch its path; Reset brings everything back.

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-1"]
// The course follows a **deck**, a set of slides called *Advanced Optimization: Techniques*, in its order and with its letters. You
// do not need to have it: each lesson says what its slides say, and where a slide has a fault, it says that too.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Run a cell
//
// The grey boxes are **cells** with code. Click into one and press **Shift+Enter**: it runs, its result appears below it, and
// you are in the next one.
//
// A cell knows what the cells above it made, once they have been run. So run a lesson from the top down. If you have lost track:
// menu *Run*, *Run All Above Selected Cell*.
//
// **Prediction.** What will the next cell show? Then run it.

// %% Your first cell tags=["code"] finding="Press Shift+Enter, and it runs"
display(2 ** 10);

// %% [markdown]
// `display(...)` shows a value. Change the 10 to another number and run the cell again. Nothing can break: this is your copy of
// the lesson, and changing numbers to see what happens is how it is meant to be used.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=1
// Run it, change the 10 to 100, run it again. Show that nothing can break.

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Change a figure
//
// The next cell makes a descent and draws it. `start` is where the ball begins, `steps` how often it moves, `lambda` the
// learning rate.
//
// **Prediction.** If you change `lambda` from 0.02 to 0.03, does the ball end nearer to the lowest point or further away? Change
// it and see. And with 0.3? Then put 0.02 back: the next questions are about that path. (The answer comes after the next card.)

// %% A descent of your own tags=["code"] finding="Change λ, run it, and see where the ball ends"
const mine = descend(beale, gradientDescent, {
  start: [0, 0],
  steps: 100,
  hyper: { lambda: 0.02 },
});
display(landscape([mine]));

// %% [markdown]
// `mine.worked(1)` writes step 1 out, and `mine.stop` says why the descent ended.

// %% [markdown] slideshow={"slide_type": "skip"}
// `mine.at(3)` is step 3: the place `w` where it ended, the loss (the height) there, and the gradient `g` (the slope). `g` is the
// gradient at the place the step started from; so step 0 has none.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=3
// Let the room choose the next rate, up to the first one that flies off.

// %% What it did finding="Every step can be seen with its numbers"
display(mine.worked(1));
display(mine.stop.sentence);

// %% [markdown]
// ## Answer a question
//
// Every idea in this course comes after a question. First you write down your guess, then you look. A wrong guess costs nothing,
// and it is the best way to remember the right answer.
//
// A guess stands on a card like the next one: click an answer, and the card opens what it hides. Before you do, try
// **Hint**, which gives one hint at a time. **Show me anyway** opens the card without a guess. (Where there is nothing to guess, the
// button is called **Solution**; press it twice.) Once you have answered, **Start over** makes the card new, as often as you like.

// %% Your guess: a wager tags=["guess"] finding="The start is steep: ten steps take most of the height"
const heights = [0, 1, 2, 5, 10, 100].map((t) => ({ step: t, height: mine.at(t).loss }));
const firstTen = { start: [0, 0], steps: 10, hyper: { lambda: 0.02 } };
const ten = descend(beale, gradientDescent, firstTen);
display(ask("start-here/wager", table(heights), curves([ten], { scale: "linear" })));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## Answer in code
//
// Some answers are code. Replace the line under `your answer here`, run the cell, then run the one below it.
//
// **Try it wrong first.** The function should return twice $x$. Write `return x + 2;` and see where it departs. **Name my
// mistake** says what is wrong with it, and so does running the cell below once more. Then `return x * x;`. Then the right one.
//
// (What stands between the name and the answer is its type; `FormulaOf<"x">` means a function of one number, called `x`. You never have
// to write one.)

// %% Your answer: twice slideshow={"slide_type": "skip"}
const twice: FormulaOf<"x"> = ({ x }) => {
  // BEGIN SOLUTION
  return 2 * x;
  // END SOLUTION
};

// %% Look: twice slideshow={"slide_type": "skip"}
display(check("start-here/twice", twice));

// %% [markdown] slideshow={"slide_type": "skip"}
// When something goes wrong, you get a message. Before a cell runs, its names and types are checked, from its first line to its
// last. Read the message: it says what was wrong, what you gave and what is allowed. Take the two slashes away from the next cell,
// run it, read, and put them back.

// %% A mistake on purpose
// descend(beale, gradientDescent, { start: [1, 1], steps: 100, hyper: { lambda: -1 } });

// %% [markdown] tags=["stop"]
// ■ **A place to stop.** You can run a lesson now. What is left: one question about cells, and the map of the course.
// (TypeScript, if you want to learn it, stands at the end.)

// %% [markdown] slideshow={"slide_type": "subslide"} exercise="start-here/rerun"
// **1. Choose.** One question about cells, before you go on: what helps?

// %% Exercise 1: your answer exercise="start-here/rerun" finding="A figure does not follow by itself"
display(ask("start-here/rerun"));

// %% [markdown] slideshow={"slide_type": "skip"} tags=["slide-3"]
// # The map of the course
//
// | | lesson | the question it answers |
// |---|---|---|
// | [01](01-motivation.ipynb) | Motivation | what can go wrong on the way down? |
// | [02](02-gradient-descent.ipynb) | Gradient descent | how far may a step go? |
// | [03](03-momentum.ipynb) | Momentum | why forget what every step says? |
// | [04](04-nesterov.ipynb) | Nesterov | could the ball brake in time? |
// | [05](05-adagrad.ipynb) | AdaGrad | why one rate for all directions? |
// | [06](06-rmsprop.ipynb) | RMSProp | why remember every slope for ever? |
// | [07](07-adam.ipynb) | Adam | what if one takes the best of both? |
// | [08](08-learning-rate-decay.ipynb) | Learning-rate decay | when should the rate fall? |
// | [09](09-second-order.ipynb) | Second order | what does the curvature say? |
// | [10](10-in-practice.ipynb) | In practice | which one on Monday morning? |
// | [11](11-used-today.ipynb) | Used today, optional | what threw the ball back? |

// %% Your progress slideshow={"slide_type": "skip"}
// Run this cell whenever you come back: what you have done so far, lesson by lesson, with the predictions.
display(showProgress());

// %% [markdown] slideshow={"slide_type": "skip"} tags=["next"]
// Each lesson has a problem, a question, the idea, its equation, the numbers, the picture, its price, your turn, and one page to
// keep.
//
// **Next:** [lesson 01, motivation](01-motivation.ipynb).

// %% [markdown] tags=["stop"]
// ■ **A second place to stop.** The lesson ends here. What follows is for those who want it: as much TypeScript as the course uses,
// and four exercises in it, about 20 minutes. If you know TypeScript, two parts are new: *The type of an answer* and *A rule of your own*.

// %% [markdown] slideshow={"slide_type": "skip"}
// # TypeScript in ten minutes
//
// TypeScript is JavaScript with types: the editor knows what each name is, completes it and warns you before you run.
//
// | Python | TypeScript |
// |---|---|
// | `from fall_line import table` | `import { table } from "fall-line";` in the first cell of a lesson, for all that it uses |
// | `rate = 0.1` | `const rate = 0.1;` or `let rate = 0.1;`, see below |
// | `10_000` | `10_000`, which is 10,000 |
// | `2 ** 3`, `a == b` | `2 ** 3`, `a === b` |
// | `math.sqrt(x)`, `abs(x)` | `Math.sqrt(x)`, `Math.abs(x)` |
// | `# a comment` | `// a comment` |
// | `True`, `and`, `not` | `true`, `&&`, `!` |
// | `f"loss {x}"` | `` `loss ${x}` `` |
// | indentation | `{` braces `}` |

// %% [markdown] slideshow={"slide_type": "slide"}
// ## Names and numbers
//
// A name is made with `const` when it keeps its value, and with `let` when it will change.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Prediction.** What do these lines show?

// %% Try names and numbers tags=["code"] finding="const keeps its value, let may change"
const rate = 0.1;
let x = 1;
x = x - rate * 2 * x;
display(x);
display(`one step takes x to ${x}`);

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// Live, one cell after the other; before each ask what it will show. Python people stumble over const, over === and over
// the braces.

// %% [markdown]
// ## Functions
//
// The shortest way to write a function is an arrow: what goes in, `=>`, what comes out. A colon is followed by the type of the value.
//
// In Python: `slope = lambda x: 2 * x`. Braces hold several lines, as in the second function of the next cell.

// %% [markdown] slideshow={"slide_type": "skip"}
// **Prediction.** What are the slope at 3, and the place after a move from 3?

// %% Try functions tags=["code"]
const slope = (at: number) => 2 * at;
function move(place: number, size: number): number {
  const change = -size * slope(place);
  return place + change;
}
display(table({ slope: slope(3), move: move(3, 0.1) }));

// %% [markdown]
// If you give a function the wrong kind of value, such as `move("3", 0.1)`, the editor says so before you run it. That is what the
// types are for.
//
// **Prediction.** A friend writes `slope` with braces and leaves out the word `return`.

// %% Your guess: braces tags=["guess"] finding="Within braces, return says what comes out"
display(ask("start-here/braces"));

// %% [markdown]
// ## Lists
//
// A list is called an array. `[0]` is its first entry. `map` does something to each entry and makes a new list; `filter` keeps some.
//
// In Python: `[2 * x for x in places]`. If the function takes a second argument, that is the index, from 0. So two lists go
// together: `[x * prices[i] for i, x in enumerate(amounts)]`.

// %% Try lists tags=["code"]
const places = [3, -1, 0.5];
const slopes = places.map((place) => 2 * place);
const uphill = slopes.filter((one) => one > 0);
display(table({ slopes, uphill, howMany: uphill.length }));

// %% Two lists together tags=["code"] slideshow={"slide_type": "skip"}
const amounts = [2, 1, 3];
const prices = [0.5, 4, 10];
display(amounts.map((amount, i) => amount * prices[i]));

// %% [markdown]
// Points and gradients are arrays too, of a kind for numbers only, `Float64Array`: `w[0]` is $x$ and `w[1]` is $y$.
//
// `const [low, high] = rates;` gives the first two entries names of their own, as Python's `low, high = rates[:2]` does.
//
// The type of a list of numbers is `number[]`, of a list of rules `Rule[]`, of two numbers and no more `[number, number]`.

// %% [markdown]
// ## Objects
//
// Settings are an object: named values, like a Python dict with the quotes left out. `{ start, steps: 50 }` is short for
// `{ start: start, steps: 50 }`.

// %% Try objects tags=["code"] finding="Every descent is given its settings as an object"
const start = [1, 1];
const settings = { start, steps: 50 };
const slow = { ...settings, hyper: { lambda: 0.02 } };
const path = descend(beale, gradientDescent, slow);
display(table({ steps: slow.steps, lossAtEnd: path.end.loss }));

// %% [markdown]
// The three dots mean "and everything that is in there". A function that is given an object can take it apart at once:
// `({ x, y }) => x + y` adds the two numbers named `x` and `y`. Exercises are written so. `const { steps } = settings;` does the
// same with a name: it is short for `const steps = settings.steps;`.

// %% [markdown]
// ## Loops
//
// `for (const t of [1, 2, 3])` is Python's `for t in [1, 2, 3]`. The old form counts:

// %% Try loops tags=["code"]
let ball = 3;
for (let t = 1; t <= 5; t += 1) ball = move(ball, 0.1);
display(table({ ball }));

// %% [markdown] slideshow={"slide_type": "skip"}
// ## The type of an answer
//
// Where you write one step of a rule, its type reads `StepOf<never, "lambda">`. The angle brackets hold two things. The first is
// what the rule remembers from step to step: here `never`, nothing. The second are its settings: here one, `lambda`.
//
// The function gets two objects. In the first are the place `w` and the gradient `g` there, lists with one number for each
// direction; in the second the settings. It gives back the next place.

// %% [markdown] slideshow={"slide_type": "skip"}
// This step goes to the right, whatever the slope:
//
// ```ts
// const drift: StepOf<never, "lambda"> = ({ w }, { lambda }) => {
//   return { w: w.map((x, i) => (i === 0 ? x + lambda : x)) };
// };
// ```
//
// (`a ? b : c` is Python's `b if a else c`.)
//
// Where you write a formula, the brackets hold the letters that go in, and then what comes out if it is no single number:
// `FormulaOf<"x" | "y", number[]>` takes `x` and `y`, and gives a list. (`|` reads "or".) A type is imported with the word `type`
// before its name: `import { type Rule } from "fall-line";`.

// %% [markdown]
// ## A rule of your own
//
// An update rule is its equations, written as you would on paper. *Cautious descent* is one line, `w - lambda*g/(1 + abs(g))`:
// the steeper the ground, the more it holds back. That is special to this course: the next cell is a whole optimizer.
//
// `hyper.positive` says that `lambda` is a number above 0: `tex` is how formulas write it, `default` its value where
// none is given, `meaning` what it is.

// %% Try a rule of your own
const cautious = defineRule({
  id: "cautious",
  title: "Cautious descent",
  hyperparameters: {
    lambda: hyper.positive({ tex: "\\lambda", default: 0.02, meaning: "learning rate" }),
  },
  rate: "lambda",
  equations: { w: "w - lambda*g/(1 + abs(g))" },
});

// %% Its path finding="A rule is its equations"
const view: [number, number][] = [
  [0.5, 3.5],
  [-0.4, 1.4],
];
display(landscape([path, descend(beale, cautious, settings)], { view }));

// %% [markdown]
// Write another equation, and run both cells. A mistake in it is found at once, and shown to you with a mark under the place.

// %% [markdown] slideshow={"slide_type": "slide"}
// # Your turn with TypeScript
//
// Four exercises, easiest first. The buttons under an answer give hints; they cost nothing.

// %% [markdown] slideshow={"slide_type": "notes"} minutes=8
// Alone or in pairs. Help with how to answer, not with the answers.

// %% [markdown] exercise="start-here/constant"
// **2. Predict.** Four statements.

// %% Exercise 2: your answer exercise="start-here/constant" finding="The slip is found before the cell runs"
display(ask("start-here/constant"));

// %% [markdown] exercise="start-here/step" slideshow={"slide_type": "skip"}
// **3. Write** a step that brings each coordinate of `w` to $\lambda$ times what it was. From $(4, -2)$ with $\lambda = 0.5$ it goes to
// $(2, -1)$.

// %% Exercise 3: your answer exercise="start-here/step" slideshow={"slide_type": "skip"}
const shorter: StepOf<never, "lambda"> = ({ w }, { lambda }) => {
  // BEGIN SOLUTION
  return { w: w.map((x) => lambda * x) };
  // END SOLUTION
};

// %% Exercise 3: look exercise="start-here/step" slideshow={"slide_type": "skip"}
display(check("start-here/step", shorter));

// %% [markdown] exercise="start-here/moves" slideshow={"slide_type": "skip"}
// **4. Find the bug.** Five moves, each of which should take the ball to four fifths of where it was. It stays where it is. Why?
// Mend it.

// %% Exercise 4: your answer exercise="start-here/moves" slideshow={"slide_type": "skip"}
const shrink = (place: number) => 0.8 * place;
const fiveMoves: FormulaOf<"x"> = ({ x }) => {
  let at = x;
  // BEGIN SOLUTION for (let t = 1; t <= 5; t += 1) shrink(at);
  for (let t = 1; t <= 5; t += 1) at = shrink(at);
  // END SOLUTION
  return at;
};

// %% Exercise 4: look exercise="start-here/moves" slideshow={"slide_type": "skip"}
display(check("start-here/moves", fiveMoves));

// %% [markdown] exercise="start-here/names" slideshow={"slide_type": "skip"}
// **5. Explain**, in one sentence to a friend who knows Python: what is the difference between `const` and `let`?

// %% Exercise 5: your answer exercise="start-here/names" slideshow={"slide_type": "skip"}
// BEGIN SOLUTION const explanation = "?";
const explanation = "A const name keeps its value; a let name may get another one.";
// END SOLUTION

// %% Exercise 5: look exercise="start-here/names" slideshow={"slide_type": "skip"}
display(check("start-here/names", explanation));

// %% [markdown] slideshow={"slide_type": "skip"} tags=["sources"]
// **Sources.** The course follows the deck *Advanced Optimization: Techniques*, slide by slide; each lesson names its slides and
// papers. For more TypeScript: [the handbook](https://www.typescriptlang.org/docs/handbook/intro.html).
