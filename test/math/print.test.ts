import fc from "fast-check";
import { all, create, type MathNode } from "mathjs";
import { describe, expect, test } from "vitest";
import { computationOf } from "../../src/math/evaluate.ts";
import { parse } from "../../src/math/expression.ts";
import { toSource } from "../../src/math/source.ts";

const math = create(all ?? {});

/** Random expressions in x and y, with parentheses around everything. */
const expressions = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("x", "y", "2", "0.5", "100000", "0.0001", "pi"),
    fc
      .tuple(tie("tree"), fc.constantFrom(..."+ - * / ^ < >= == != and or".split(" ")), tie("tree"))
      .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    tie("tree").map((a) => `(-(${a}))`),
    fc.tuple(fc.constantFrom("sin", "tanh", "abs", "sec"), tie("tree")).map(([f, a]) => `${f}(${a})`),
    fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => `max(${a}, ${b})`),
    fc.tuple(tie("tree"), tie("tree"), tie("tree")).map(([a, b, c]) => `((${a}) ? (${b}) : (${c}))`),
  ),
})).tree;

const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as unknown as { content: MathNode }).content) : node.map(bare);

const coordinate = fc.double({ min: -2, max: 2, noNaN: true });
const values = fc.record({ x: coordinate, y: coordinate });

describe("an expression printed as", () => {
  test("text of its own language is the same expression when it is parsed again", () => {
    fc.assert(
      fc.property(expressions, values, (text, point) => {
        const printed = toSource(bare(parse(text)));
        const [value, again] = [text, printed].map((one) => computationOf(one)(point) as number);
        if (!Number.isFinite(value) || Math.abs(value!) > 1e9) return; // differences of rounding may decide there
        expect(Math.abs(again! - value!), printed).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(value!)));
      }),
      { numRuns: 500 },
    );
  });
});

describe("text of the expression language is as mathjs prints it", () => {
  test.each([
    ..."a*(b/c); a+(b-c); a-(b+c); -(a*b); 2^(-k); (a^b)^c; a^(b^c); (a>b)+c; a>b?c:d; (a?b:c)+d; a/(b*c)".split(
      "; ",
    ),
    ..."a/(b/c); (a/b)*c; a*(-b); a/(-b); a+(-b); a-(-b); (a and b) or c; a and (b or c); 100000*x; 0.0001*x; (-a)^2".split(
      "; ",
    ),
    ..."a?(b?c:d):e; a?b:(c?d:e); -(a/b); a==b and c; max(a, b - c)/3; 0.001 + 99999; 1e-7*x; 123456.5*x".split(
      "; ",
    ),
  ])("%s", (text) => {
    expect(toSource(parse(text))).toBe(math.parse(text).toString());
    expect(toSource(bare(parse(text)))).toBe(
      bare(math.parse(text)).toString({ parenthesis: "auto", implicit: "show" }),
    );
  });

  test("but for a product without a sign, and a comparison in a comparison, which could not be read again", () => {
    expect(toSource(parse("2 x"))).toBe("2 * x");
    expect(toSource(bare(parse("(a > b) == c")))).toBe("(a > b) == c");
  });
});
