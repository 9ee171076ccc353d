import fc from "fast-check";
import { all, create } from "mathjs";
import { describe, expect, test } from "vitest";
import { compileMany, compileValue, placesOf } from "../../src/math/compile.ts";
import { parse } from "../../src/math/expression.ts";
import { Graph } from "../../src/math/graph.ts";

// Without tolerances, by which mathjs takes nearly equal numbers for equal.
const exact = create(all ?? {}, { relTol: 1e-16, absTol: 0 });

/** Random expressions in x and y, of the operations that stay finite. */
const expressions = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("x", "y", "2", "0.5", "pi"),
    fc
      .tuple(tie("tree"), fc.constantFrom("+", "-", "*"), tie("tree"))
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    tie("tree").map((a) => `-${a}`),
    tie("tree").map((a) => `(${a})^2`),
    tie("tree").map((a) => `(${a})/(1 + (${a})^2)`),
    fc.tuple(fc.constantFrom("sin", "cos", "tanh", "abs"), tie("tree")).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `max(${a}, ${b})`),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => `(${a} > ${b} ? ${c} : ${a})`),
  ),
})).tree;

const point = fc.tuple(
  fc.double({ min: -2, max: 2, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
);

describe("compiled expressions", () => {
  test("give what mathjs gives", () => {
    fc.assert(
      fc.property(expressions, point, (text, [x, y]) => {
        const expected = exact.evaluate(text, { x, y }) as number;
        const got = compileValue(parse(text), ["x", "y"])([x, y]);
        expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-12 * Math.max(1, Math.abs(expected)));
      }),
      { numRuns: 300 },
    );
  });

  test("several share their common parts and give the same numbers", () => {
    const texts = ["(x + y)^2", "(x + y)^3", "exp(x + y)"];
    const out = new Float64Array(3);
    const graph = new Graph();
    const roots = texts.map((text) => graph.expression(parse(text)));
    const write = compileMany(new Map(roots.map((root, i) => [root, [i]])), placesOf("w", ["x", "y"]));
    write(Float64Array.of(1, 0.5), out);
    expect([...out]).toEqual([2.25, 3.375, Math.exp(1.5)]);
  });
});
