/** A call that is wrong, as it may stand in plain JavaScript, and the same call with the code of the cure in it. */
export interface Misuse {
  readonly bad: string;
  readonly mended: (code: string) => string;
}

/** Wrong parts of a call, in each of which the code of the cure takes their place. */
const parts = (before: string, after: string, ...wrong: readonly string[]): Misuse[] =>
  wrong.map((bad) => ({ bad: before + bad + after, mended: (code) => before + code + after }));

/** Wrong calls in whose place the cure gives another, or the name of another option. */
const calls = (mended: Misuse["mended"], ...wrong: readonly string[]): Misuse[] =>
  wrong.map((bad) => ({ bad, mended }));

const whole: Misuse["mended"] = (code) => code;
const swapped = 'const [objective, rule, options] = ["x^2", momentum, { start: [1], steps: 5 }]; ';
const path = "descend(ravine, nesterov, { steps: 10 })";

export const misuses: readonly Misuse[] = [
  // a rule
  ...parts('descend("x^2", ', ", { start: [1], steps: 5 })", '"adam"', '"Adam"', '"gradient-descent"'),
  ...parts('descend("x^2", ', ", { start: [1], steps: 5 })", '"admm"', '"sgd"', "(w, g) => w - g"),
  ...parts("tune(ravine, ", ", { steps: 5 })", '"adam"'),
  ...parts("compareRules(", ', nesterov, "x^2", { start: [1] })', '"momentum"'),
  ...parts("rateSensitivity(ravine, [", "], { budget: 20 })", '"adam"'),
  ...parts("explore({ objective: ravine, rules: [", "] })", '"adam"'),
  ...parts("rateMap([0.1, 2], { rule: ", " })", '"momentum"'),
  ...parts("rateSensitivity(ravine, ", ", { budget: 20 })", "adam"),
  ...parts("explore({ objective: ravine, rules: ", " })", "adam", "[]"),
  ...calls(whole, 'variant("adam", { id: "b", title: "B" })', 'variant({ id: "b", title: "B" }, adam)'),

  // an objective, and the order of both
  ...parts(
    "descend(",
    ", momentum, { start: [1], steps: 5 })",
    "(x) => x ** 2",
    "{ value: ([x]) => x ** 2 }",
  ),
  ...calls(
    (code) => swapped + code,
    'descend(momentum, "x^2", { start: [1], steps: 5 })',
    'descend("x^2", { start: [1], steps: 5 }, momentum)',
    "descend(undefined, momentum, { steps: 5 })",
    'descend("x^2", undefined, { start: [1], steps: 5 })',
  ),
  ...calls((code) => swapped + code, "tune(momentum, ravine, { steps: 5 })"),
  ...calls(
    (code) => `const [rule, objective, options] = [momentum, "x^2", { start: [1] }]; ${code}`,
    'compareRules(momentum, "x^2", nesterov, { start: [1] })',
  ),
  ...calls(
    whole,
    "objective((x) => x ** 2)",
    "objective()",
    'noisy("x^2", { size: 1 })',
    "noisy({ size: 1 }, ravine)",
  ),
  ...calls(whole, "miniBatch(ravine, { size: 4 })", "network()", "network(iris, { hidden: [8] })"),
  ...calls(whole, 'landscape("x^2 + y^2")', "landscape(adam)", "landscape()", 'surface("x^2 + y^2")'),
  ...calls((code) => `curves(${code})`, "curves()", "curves(ravine)", "curves([])"),
  ...calls(whole, "explore(ravine, [adam])", "table()", "table(3)", "table([1, 2])"),

  // options
  ...calls(
    (code) => `descend(ravine, momentum, ${code})`,
    "descend(ravine, momentum)",
    "descend(ravine, momentum, 20)",
  ),
  ...calls(
    (code) => `descend(ravine, momentum, { ${code}: 5 })`,
    "descend(ravine, momentum, { steps: 5, stpes: 3 })",
  ),
  ...calls((code) => `tune(ravine, momentum, ${code})`, "tune(ravine, momentum)"),
  ...calls((code) => `noisy(ravine, ${code})`, "noisy(ravine)", "noisy(ravine, 0.5)"),
  ...calls((code) => `noisy(ravine, { size: 1, ${code}: 3 })`, "noisy(ravine, { size: 1, sed: 3 })"),
  ...calls((code) => `quadratic([1, 2], { ${code}: [0, 0] })`, "quadratic([1, 2], { centre: [0, 0] })"),
  ...calls((code) => `objective("x^2", { ${code}: [1] })`, 'objective("x^2", { starts: [1] })'),
  ...calls((code) => `landscape(ravine, { ${code}: 300 })`, "landscape(ravine, { heigth: 300 })"),
  ...calls((code) => `landscape(ravine, ${code})`, "landscape(ravine, 300)"),
  ...calls((code) => `rateMap([0.1, 2], { ${code}: [0.1, 1] })`, "rateMap([0.1, 2], { lambda: [0.1, 1] })"),
  ...calls(
    (code) => `explore({ objective: ravine, rules: [adam], ${code}: 3 })`,
    "explore({ objective: ravine, rules: [adam], step: 3 })",
  ),
  ...calls(
    (code) => `compareRules(momentum, nesterov, ravine, { ${code}: 3 })`,
    "compareRules(momentum, nesterov, ravine, { step: 3 })",
  ),

  // where a descent starts, and how far it goes
  ...parts('descend("x^2", momentum, { steps: 5, ', " })", "", "start: 1", 'start: "1"', "start: [1, 2]"),
  ...parts('descend("x*y + z^2", momentum, { steps: 5, ', " })", "", "start: [1]", "start: [1, 2, NaN]"),
  ...parts(
    'descend("x^2 + y^2", momentum, { steps: 5, ',
    " })",
    "start: [NaN, 1]",
    "start: [1, Infinity]",
    "start: []",
  ),
  ...parts('descend("x^2 + y^2", momentum, { steps: 5, ', " })", 'start: ["1", "2"]'),
  ...parts('descend("log(x - 1)^2", momentum, { steps: 5, ', " })", "", "start: [1]", "start: [-1]"),
  ...parts('descend("sqrt(-x - 0.5) + y^2", gradientDescent, { steps: 5, ', " })", ""),
  ...parts(
    "descend({ value: ([x, y]) => x * x + y * y, gradient: ([x, y]) => [2 * x, 2 * y] }, momentum, { steps: 5, ",
    " })",
    "",
  ),
  ...parts("descend(ravine, momentum, { ", " })", "", "steps: 2.5", "steps: -1", 'steps: "20"', "steps: NaN"),
  ...parts("tune(ravine, momentum, { ", " })", "", "steps: 0.5"),
  ...parts("rateSensitivity(ravine, [momentum], { ", " })", "budget: 0", 'budget: "20"'),
  ...parts("tune(ravine, adam, { steps: 5, ", " })", "grid: [0.1]", "grid: [1, 0.1]", "grid: 0.1"),

  // numbers and schedules
  ...parts("descend(ravine, momentum, { steps: 5, ", " })", "lambda: 0.1", "learningRate: 0.1", "hyper: 0.1"),
  ...parts("descend(ravine, momentum, { steps: 5, ", " })", "hyper: { alpha: 1.2 }", "hyper: { alpha: NaN }"),
  ...parts("descend(ravine, momentum, { steps: 5, ", " })", 'hyper: { lambda: "0.1" }', "schedule: 0.1"),
  ...parts("descend(ravine, momentum, { steps: 5, hyper: { ", ": 0.1 } })", "lamda"),
  ...parts(
    "descend(ravine, momentum, { steps: 5, schedule: ",
    " })",
    '"cosine"',
    "schedules.warmUp",
    "schedules",
    "(t) => 1 / t",
    "{}",
  ),
  ...calls(whole, "schedules.step({ factor: 0.5, every: 0 })", "schedules.step({ factor: -1, every: 2 })"),
  ...calls(
    whole,
    "schedules.step({ factor: 0.5 })",
    "schedules.step(0.5, 10)",
    "schedules.exponential({ rate: 1 })",
  ),
  ...calls(
    whole,
    "schedules.inverseTime({ k: NaN })",
    "schedules.warmUp({ steps: 0 })",
    "schedules.cosine()",
  ),
  ...parts("descend(ravine, momentum, { steps: 5, ", " })", "tolerance: -1", "tolerance: NaN", "until: 5"),
  ...parts("descend(ravine, momentum, { steps: 5, ", " })", 'timeLimit: "soon"', 'record: "everything"'),
  ...parts(
    "descend(ravine, momentum, { steps: 5, ",
    " })",
    'record: { terms: ["m"], every: 0 }',
    "record: {}",
  ),
  ...parts(
    "descend(ravine, momentum, { steps: 5, ",
    " })",
    "project: { low: 1, high: 0 }",
    "project: { low: 0 }",
  ),
  ...parts('descend(ravine, momentum, { steps: 5, record: { terms: ["', '"] } })', "los"),

  // rules of one's own
  ...parts('defineRule({ id: "a", title: "A", ', " })", "", 'equations: "w - g"'),
  ...parts('defineRule({ title: "A", equations: { w: "w - g" }, ', " })", ""),
  ...parts('defineRule({ id: "a", equations: { w: "w - g" }, ', " })", ""),
  ...parts('defineRule({ id: "a", title: "A", equations: { ', " } })", "w: (w, g) => w"),
  ...calls((code) => `defineRule(${code})`, 'defineRule("w - g")'),
  ...calls(
    (code) => `defineRule({ id: "a", title: "A", ${code}: { w: "w - g" } })`,
    'defineRule({ id: "a", title: "A", equation: { w: "w - g" } })',
  ),
  ...parts(
    'defineRule({ id: "a", title: "A", hyperparameters: { lambda: hyper.positive({ tex: "l", ',
    ', meaning: "rate" }) }, equations: { w: "w - lambda*g" } })',
    "default: -1",
    "default: NaN",
  ),
  ...parts(
    'defineRule({ id: "a", title: "A", hyperparameters: { ',
    ' }, equations: { w: "w - lambda*g" } })',
    "lambda: 0.1",
    "lambda: hyper.positive",
    'lambda: hyper.positive({ tex: "l", default: "0.1", meaning: "rate" })',
  ),
  ...parts(
    'defineRule({ id: "a", title: "A", state: { ',
    ' }, equations: { m: "m + g", w: "w - m" } })',
    "m: 0",
  ),
  ...calls((code) => `variant(adam, ${code})`, "variant(adam)"),
  ...parts('variant(adam, { id: "b", title: "B", equations: { ', ': "m" } })', "mhat"),
  ...parts('variant(adam, { id: "b", title: "B", ', ': { w: "w - eta*g" } })', "equation"),
  ...parts('variant(adam, { id: "b", title: "B", hyperparameters: { ', " } })", "eta: 0.5"),

  // surfaces, theory, comparisons
  ...calls(whole, "quadratic()", "quadratic(2)", "quadratic([])", "quadratic([1, NaN])"),
  ...parts("quadratic([1, 2], { ", " })", 'angle: "45"', "center: [0]", "start: [NaN, 1]", "seed: 1.5"),
  ...parts("quadratic([1, 2, 3], { ", " })", "angle: 45"),
  ...parts('objective("x^2 + y^2", { ', " })", "start: [NaN, 1]", "minima: [0, 0]", "view: [-1, 1]"),
  ...parts("noisy(ravine, { ", " })", "size: -1", "size: NaN"),
  ...parts("noisy(ravine, { size: 1, ", " })", "seed: 0.5"),
  ...parts("miniBatch(network(iris()), { ", " })", "size: 0", "size: 500"),
  ...parts("iris({ ", " })", "raw: 1"),
  ...calls(whole, "randomSplit(iris(), [50, 50])", "randomSplit({ sizes: [50] })"),
  ...parts("randomSplit(iris(), { ", " })", "sizes: 50", "sizes: [100, 51]"),
  ...parts("randomSplit(iris(), { sizes: [50], ", " })", "seed: 0.5"),
  ...parts("network(iris(), { ", " })", "hidden: 8", "hidden: [0]", 'seed: "a"'),
  ...calls(whole, 'quadraticTheory("x^2")', "quadraticTheory([])", "quadraticTheory(ravine)"),
  ...calls(
    whole,
    "contractionFactor(2, 0.1)",
    'contractionFactor("2", { lambda: 0.1 })',
    "rateMap()",
    "rateMap([0.1, -2])",
  ),
  ...parts("rateMap([0.1, 2], { ", " })", "alphas: [0, 2]"),
  ...parts('convention("momentum", "', '")', "tourch"),
  ...parts("convention(", ', "torch")', "momentum"),
  ...parts("landscape(ravine, { ", " })", "height: 5", "title: 5"),
];

/** Wrong calls whose cure is in what is allowed, and not in one piece of code. */
export const refused: readonly string[] = [
  `${path}.at(99)`,
  `${path}.worked(0)`,
  `${path}.value("m", 99)`,
  `${path}.value("q", 1)`,
  `curves(${path}, { of: "momentum" })`,
  `curves(${path}, { scale: "log10" })`,
  `stepPicture(${path}, 11)`,
  `nesterovPicture(${path}, 2, { steps: 9 })`,
  "landscape(ravine, { view: [1, 2] })",
  "landscape(ravine, { coordinates: [0, 5] })",
  "descend({ value: ([x]) => x, gradient: ([x]) => 1 }, momentum, { start: [1], steps: 5 })",
  "descend({ value: ([x]) => 'a', gradient: ([x]) => [1] }, momentum, { start: [1], steps: 5 })",
  "tune(ravine, newton, { steps: 20 })",
  "exercise.write({})",
  'defineExercises("mine")',
];
