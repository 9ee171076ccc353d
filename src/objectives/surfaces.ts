import { type ExpressionObjective, knownObjective } from "./objective.ts";

type Range = readonly [number, number];
const box = (x: Range, y: Range): readonly Range[] => [x, y];
const square = (range: Range): readonly Range[] => box(range, range);

/** A round bowl: every direction is equally steep. */
export const bowl = knownObjective("x^2 + y^2", {
  name: "bowl",
  minima: [[0, 0]],
  least: 0,
  start: [1.5, -2],
  view: square([-3, 3]),
  source: "the quadratic with condition number 1",
});

/** A long ravine: twenty times steeper across than along. */
export const ravine = knownObjective("0.05*x^2 + y^2", {
  name: "ravine",
  minima: [[0, 0]],
  least: 0,
  start: [-8, 1.5],
  view: box([-10, 10], [-3, 3]),
  source: "the quadratic with curvatures 0.1 and 2",
});

/** Rosenbrock's banana: a curved, flat valley. */
export const rosenbrock = knownObjective("(1 - x)^2 + 100*(y - x^2)^2", {
  name: "Rosenbrock",
  minima: [[1, 1]],
  least: 0,
  start: [-1.2, 1],
  view: box([-2, 2], [-1, 3]),
  source: "Rosenbrock 1960",
});

/** Beale's plateaus with steep corners. */
export const beale = knownObjective("(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2", {
  name: "Beale",
  minima: [[3, 0.5]],
  least: 0,
  start: [1, 1],
  view: square([-4.5, 4.5]),
  source: "Beale 1958",
});

/** Himmelblau's four equal minima around a hill. */
export const himmelblau = knownObjective("(x^2 + y - 11)^2 + (x + y^2 - 7)^2", {
  name: "Himmelblau",
  minima: [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.2831859912861696],
    [3.5844283403304917, -1.8481265269644034],
  ],
  least: 0,
  start: [0.5, 0.5],
  view: square([-5, 5]),
  source: "Himmelblau 1972",
});

/** Two wells in a bowl: the left one is deeper. */
export const twoWells = knownObjective(
  "x^2 + y^2 - 2*exp(-((x - 1)^2 + y^2)/0.2) - 3*exp(-((x + 1)^2 + y^2)/0.2)",
  {
    name: "two wells",
    minima: [[-0.9363006340109187, 0]],
    localMinima: [[0.905317899160115, 0]],
    least: -2.0630902517681946,
    start: [0.75, 1],
    view: square([-2, 2]),
    source: "Dupont 2018",
  },
);

/** A saddle: a minimum along x, a maximum along y, and no bottom. */
export const saddle = knownObjective("x^2 - y^2", {
  name: "saddle",
  minima: [],
  least: -Infinity,
  start: [1, 0.01],
  view: square([-2, 2]),
  source: "the quadratic with curvatures 2 and -2",
});

/** A monkey saddle: three ways down, and a Hessian that vanishes in the middle. */
export const monkeySaddle = knownObjective("x^3 - 3*x*y^2", {
  name: "monkey saddle",
  minima: [],
  least: -Infinity,
  start: [0.9, 0.1],
  view: square([-2, 2]),
  source: "Hilbert & Cohn-Vossen 1932",
});

/** Styblinski and Tang's four wells, in two dimensions. */
export const styblinskiTang = knownObjective("(x^4 - 16*x^2 + 5*x + y^4 - 16*y^2 + 5*y)/2", {
  name: "Styblinski-Tang",
  minima: [[-2.903534027771177, -2.903534027771177]],
  localMinima: [
    [2.746802770990837, -2.903534027771177],
    [-2.903534027771177, 2.746802770990837],
    [2.746802770990837, 2.746802770990837],
  ],
  least: -78.33233140754284,
  start: [0, 0],
  view: square([-5, 5]),
  source: "Styblinski & Tang 1990",
});

/** Rastrigin's egg box: a bowl with a minimum near every pair of whole numbers. */
export const rastrigin = knownObjective("20 + x^2 - 10*cos(2*pi*x) + y^2 - 10*cos(2*pi*y)", {
  name: "Rastrigin",
  minima: [[0, 0]],
  least: 0,
  start: [-2, 3.5],
  view: square([-5.12, 5.12]),
  source: "Rastrigin 1974",
});

/** Booth's tilted bowl. */
export const booth = knownObjective("(x + 2*y - 7)^2 + (2*x + y - 5)^2", {
  name: "Booth",
  minima: [[1, 3]],
  least: 0,
  start: [-8, 7],
  view: square([-10, 10]),
  source: "Jamil & Yang 2013, function 17",
});

/** Matyas's flat, tilted plate. */
export const matyas = knownObjective("0.26*(x^2 + y^2) - 0.48*x*y", {
  name: "Matyas",
  minima: [[0, 0]],
  least: 0,
  start: [-9.08, -7.83],
  view: square([-10, 10]),
  source: "Jamil & Yang 2013, function 71",
});

/** McCormick's wave; its minimum holds for x in [-1.5, 4] and y in [-3, 4], and beyond it is unbounded below. */
export const mccormick = knownObjective("sin(x + y) + (x - y)^2 - 1.5*x + 2.5*y + 1", {
  name: "McCormick",
  minima: [[-0.5471975511965974, -1.5471975511965974]],
  least: -1.9132229549810367,
  start: [2, 2],
  view: box([-1.5, 4], [-3, 4]),
  source: "McCormick 1976",
});

/** The six-hump camel: two lowest minima and four others. */
export const sixHumpCamel = knownObjective("(4 - 2.1*x^2 + x^4/3)*x^2 + x*y + (-4 + 4*y^2)*y^2", {
  name: "six-hump camel",
  minima: [
    [0.08984201310031806, -0.7126564030207396],
    [-0.08984201310031806, 0.7126564030207396],
  ],
  localMinima: [
    [1.7036067149699807, -0.7960835686726252],
    [-1.7036067149699807, 0.7960835686726252],
    [1.6071047529201972, 0.5686514548841314],
    [-1.6071047529201972, -0.5686514548841314],
  ],
  least: -1.0316284534898774,
  start: [1.5, 1],
  view: box([-2, 2], [-1.1, 1.1]),
  source: "Dixon & Szegö 1978",
});

/** One parameter: the parabola. */
export const parabola = knownObjective("x^2", {
  name: "parabola",
  minima: [[0]],
  least: 0,
  start: [10],
  view: [[-11, 11]],
  source: "the simplest quadratic",
});

/** One parameter: a quartic with a flat place at 0, short of its minimum. */
export const quartic = knownObjective("x^4 - 3*x^3 + 2", {
  name: "quartic",
  minima: [[2.25]],
  least: -6.54296875,
  start: [10],
  view: [[-2, 4]],
  source: "a polynomial with an inflection point at 0",
});

/** One parameter: a hanging chain, nearly straight far from its minimum. */
export const chain = knownObjective("cosh(0.5*x)", {
  name: "chain",
  minima: [[0]],
  least: 1,
  start: [10],
  view: [[-11, 11]],
  source: "the catenary",
});

/** One parameter: waves that grow to both sides, without a lowest one. */
export const waves = knownObjective("x*cos(0.15*pi*x)", {
  name: "waves",
  minima: [],
  localMinima: [[-1.8256845786723395], [7.269388146311475]],
  least: -Infinity,
  start: [10],
  view: [[-12, 12]],
  source: "a wave of growing height",
});

/**
 * The named surfaces: two parameters first, then one.
 * @example objectives.find(({ name }) => name === "ravine").dimension // 2
 */
export const objectives: readonly ExpressionObjective[] = [
  ...[bowl, ravine, rosenbrock, beale, himmelblau, twoWells, saddle, monkeySaddle],
  ...[styblinskiTang, rastrigin, booth, matyas, mccormick, sixHumpCamel],
  ...[parabola, quartic, chain, waves],
];
