/** What the search for an explanation computes with. */
import { describe, expect, test } from "vitest";
import { adam, defineRule, hyper, momentum, nesterov, type Rule, state } from "fall-line";
import {
  Columns,
  explains,
  firstDifference,
  hasNumbers,
  sameNumber,
  sameNumbers,
} from "../../src/exercises/search/columns.ts";
import { otherForms } from "../../src/exercises/search/forms.ts";
import { linesOf, outcomeOf } from "../../src/exercises/search/lines.ts";
import {
  apply,
  filled,
  keyOf,
  mapped,
  name,
  namesIn,
  number,
  placesIn,
  show,
  sizeOf,
  treeOf,
} from "../../src/exercises/search/tree.ts";

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe("numbers are the same", () => {
  test.each([
    [1, 1, true],
    [1, 1 + 5e-7, true],
    [1, 1 + 5e-6, false],
    [1e6, 1e6 + 0.5, true],
    [1e6, 1e6 + 5, false],
    [0, 5e-9, true],
    [0, 5e-8, false],
    [0, -0, true],
    [NaN, NaN, true],
    [NaN, 1, false],
    [Infinity, Infinity, true],
    [Infinity, -Infinity, false],
    [Infinity, 1e300, false],
    [1, Infinity, false],
  ])("%d and %d: %s", (a, b, same) => {
    expect([sameNumber(a, b), sameNumber(b, a)]).toEqual([same, same]);
  });

  test("throughout a list, or up to a place", () => {
    expect(sameNumbers([1, 2], column(1, 2))).toBe(true);
    for (const other of [[1], [1, 2, 3], [1, 3]]) expect(sameNumbers([1, 2], other)).toBe(false);
    expect([
      firstDifference(column(1, 2, 3), column(1, 2, 3)),
      firstDifference(column(1, 2, 3), column(1, 0, 0)),
    ]).toEqual([-1, 1]);
  });
});

describe("numbers that came", () => {
  test("are to be explained where there are five at least, of those that are looked at", () => {
    expect(hasNumbers(column(1, 2, 3, 4, NaN))).toBe(false);
    expect(hasNumbers(column(1, 2, 3, 4, NaN, 5))).toBe(true);
    expect(hasNumbers(column(1, 2, 3, 4, 5, 6), column(1, 1, 1, 1, 0, 0))).toBe(false);
  });

  test("are explained by the same ones; in three places at most by none", () => {
    const got = column(1, 2, 3, 4, 5);
    expect(explains(got, got)).toBe(true);
    expect(explains(column(1, 2, 3, 4, 6), got)).toBe(false);
    expect(explains(column(NaN, Infinity, NaN, 4, 5), got)).toBe(true);
    expect(explains(column(NaN, NaN, NaN, NaN, 5), got)).toBe(false);
    expect(explains(got, column(1, 2, 3, 4, NaN))).toBe(false);
    expect(explains(column(1, 2, 3, 4, Infinity), column(1, 2, 3, 4, NaN))).toBe(false);
    expect(explains(column(1, 2, 3, 4, 6), got, column(1, 1, 1, 1, 0))).toBe(true);
  });
});

describe("columns compute", () => {
  // A case of two coordinates with H = (2 1; 1 4), and one of one with H = −3.
  const H = [column(2, 1, 1, 4), column(-3)];
  const tools = {
    hessian: (index: number) => H[index]!,
    gradient: (index: number, at: Float64Array) => at.map((x) => 10 * (index + 1) * x),
  };
  const columns = new Columns([0, 2, 3], new Map([["x", column(3, 7, 6)], ["y", column(1, 0, 2)]]), tools); // prettier-ignore
  const computed = (op: string, ...args: Parameters<typeof apply>[1][]): number[] =>
    [...columns.compute(apply(op, ...args))].map((x) => Math.round(x * 1e9) / 1e9);
  const x = name("x");

  test.each<[string, number[]]>([
    ["mul", [13, 31, -18]],
    ["solve", [5 / 7, 11 / 7, -2]],
    ["solveDown", [1.5, 1.375, -2]],
    ["solveEntries", [8.5, 4.75, -2]],
    ["gradient", [30, 70, 120]],
  ])("of all coordinates of each case: %s", (op, due) => {
    computed(op, x).forEach((value, i) => expect(value).toBeCloseTo(due[i]!, 8));
  });

  test("with something added on the diagonal of H, and nothing where no step solves", () => {
    // (4 1; 1 6)⁻¹(3, 7) and −1⁻¹·6.
    const lifted = [...columns.compute(apply("solveLifted", number(2), x))];
    [11 / 23, 25 / 23, -6].forEach((due, i) => expect(lifted[i]).toBeCloseTo(due, 8));
    expect([...columns.compute(apply("solveLifted", number(3), x))].at(-1)).toBeNaN();
    expect(() => columns.compute(apply("nothing", x))).toThrow("nothing computes nothing");
  });

  test("number by number, of one, two and three quantities, and nothing of a name that there is not", () => {
    expect(computed("add", x, name("y"))).toEqual([4, 7, 8]);
    expect(computed("where", name("y"), x, number(5))).toEqual([3, 5, 6]);
    expect([...columns.compute(name("z"))]).toEqual([NaN, NaN, NaN]);
    expect([...columns.compute(number(2))]).toEqual([2, 2, 2]);
  });

  test("one case by itself, with its own tools, and others with other quantities", () => {
    const second = columns.only(1);
    expect([second.length, second.starts]).toEqual([1, [0, 1]]);
    expect([second.compute(apply("mul", x)), second.compute(apply("gradient", x))]).toEqual([
      column(-18),
      column(120),
    ]);
    const more = columns.with(new Map([["x", column(1, 1, 1)]]));
    expect([more.value("x"), more.value("y"), columns.value("x")![0]]).toEqual([
      column(1, 1, 1),
      column(1, 0, 2),
      3,
    ]);
  });
});

describe("a tree", () => {
  test.each([
    ["w - a*g", "w − a·g", 5, ["w", "a", "g"]],
    ["-(a + b)*c", "−(a + b)·c", 6, ["a", "b", "c"]],
    ["a - (b - c)", "a − (b − c)", 5, ["a", "b", "c"]],
    ["x^2/sqrt(kappa + 1)", "x² / √(κ + 1)", 8, ["x", "kappa"]],
    ["solve(H, g)", "H⁻¹g", 2, ["g"]],
    ["mul(H, w)", "Hw", 2, ["w"]],
    ["3", "3", 1, []],
  ])("of %s reads %s, and knows its size and its names", (formula, text, size, names) => {
    const tree = treeOf(formula);
    expect([show(tree), sizeOf(tree), [...namesIn(tree)]]).toEqual([text, size, names]);
    expect(treeOf(formula)).toBe(tree);
  });

  test.each([
    [apply("multiply", name("a"), number(-2)), "a·(−2)"],
    [apply("first", apply("add", name("a"), name("b"))), "(a + b)[0]"],
    [apply("last", name("g")), "g[n − 1]"],
    [apply("add", apply("cbrt", name("a")), name("n")), "∛a + the number of coordinates"],
    [apply("cbrt", apply("add", name("a"), number(1))), "∛(a + 1)"],
    [apply("where", apply("above", name("t"), number(5)), name("a"), name("b")), "(a where t > 5, else b)"],
    [apply("unaryMinus", apply("add", name("a"), name("b"))), "−(a + b)"],
    [name("curvature"), "H[i][i]"],
  ])("that no rule may have reads so too: %#", (tree, text) => {
    expect(show(tree)).toBe(text);
  });

  test("is changed in one place, by names, or everywhere from the inside, and else is what it was", () => {
    const tree = treeOf("a*(b + a)");
    expect(placesIn(tree).map(({ node, index, size }) => [keyOf(node), index, size])).toEqual([
      ["multiply(a,add(b,a))", 0, 5],
      ["a", 0, 1],
      ["add(b,a)", 1, 3],
      ["b", 0, 1],
      ["a", 1, 1],
    ]);
    expect(keyOf(placesIn(tree)[4]!.put(number(7)))).toBe("multiply(a,add(b,7))");
    expect(keyOf(filled(tree, new Map([["a", name("c")]])))).toBe("multiply(c,add(b,c))");
    expect(keyOf(filled(tree, new Map([["a", name("c")]]), "add"))).toBe("multiply(c,add(b,a))");
    expect(filled(tree, new Map([["z", name("c")]]))).toBe(tree);
    const seen: string[] = [];
    mapped(tree, (node) => (seen.push(keyOf(node)), node));
    expect(seen).toEqual(["a", "b", "a", "add(b,a)", "multiply(a,add(b,a))"]);
  });
});

describe("the lines of a rule", () => {
  test("have what stands between them put in, and old states where those were used", () => {
    const keys = (rule: Rule): string[] => [...linesOf(rule).states.values(), linesOf(rule).w].map(show);
    expect(keys(momentum)).toEqual(["α·m − λ·g", "w + m"]);
    expect(keys(nesterov)).toEqual(["α·m − λ·gradient(w + α·m)", "w + m"]);
    expect(keys(adam).at(-1)).toBe("w − η·(m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)");
    expect(linesOf(momentum)).toBe(linesOf(momentum));
  });

  test("have the rate by its name, and what a state was where it is used before its line", () => {
    const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" });
    const rule = defineRule({
      id: "own",
      title: "Own",
      hyperparameters: { lambda },
      rate: "lambda",
      state: { m: state.vector({ meaning: "sum" }) },
      equations: { d: "2*m", m: "m + g", w: "w - rate*(d + m)" },
    });
    expect([show(linesOf(rule).states.get("m")!), show(linesOf(rule).w)]).toEqual([
      "m + g",
      "w − λ·(2·(old m) + m)",
    ]);
    const bare = defineRule({ id: "bare", title: "Bare", equations: { w: "w - rate*g" } });
    expect(show(linesOf(bare).w)).toBe("w − rate·g");
  });

  test("make of some cases what they compute, the new state before w", () => {
    const cases = new Columns(
      [0, 1],
      new Map(["w", "mOld", "g", "alpha", "lambda"].map((one, i) => [one, column(i + 1)])),
    );
    const { w, states } = outcomeOf(linesOf(momentum), cases);
    expect([[...states.get("m")!], [...w]]).toEqual([[4 * 2 - 5 * 3], [1 + 4 * 2 - 5 * 3]]);
  });

  test("are written otherwise where that is one slip the less, and each way once", () => {
    const lines = { states: new Map([["m", treeOf("a*m + (1 - a)*g")]]), w: treeOf("w*(1 - b) - c*m/d") };
    expect(otherForms(lines).map(({ states, w }) => [...states.values(), w].map(show))).toEqual([
      ["m + (1 − a)·(g − m)", "w − w·b − c·m / d"],
      ["a·m + (1 − a)·g", "w·(1 − b) − (c / d)·m"],
    ]);
    for (const text of ["a*m + (1 - b)*g", "a^2 + (1 - a)*g", "a*m - (1 - a)*g", "a*m + (1 - a)/g"])
      expect(otherForms({ states: new Map([["m", treeOf(text)]]), w: treeOf("w + m") }), text).toEqual([]);
    for (const text of ["a + (b - c)", "a/(b + c)", "a/b*c", "a*(b/c)"])
      expect(otherForms({ states: new Map(), w: treeOf(text) }), text).toEqual([]);
    expect(otherForms({ states: new Map(), w: treeOf("a*(b + 1)") }).map(({ w }) => show(w))).toEqual([
      "a·b + a",
    ]);
  });
});
