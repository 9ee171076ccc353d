import { describe, expect, test } from "vitest";
import { intervals } from "fall-line/library";
import { figureFromSpecification } from "fall-line/tools";

const partOf = (name: string, rows: Record<string, number[]>) =>
  intervals(rows).data.find((part) => part["name"] === name) as {
    x: number[];
    y: number[];
    line: { dash: string };
  };

describe("intervals", () => {
  test("a row has its numbers, its mean, and the 99 % interval of scipy's t", () => {
    // scipy.stats.t.interval(0.99, 3, loc=mean(x), scale=sem(x)) of these four numbers
    const rows = { a: [0.3, 0.2, 0.4, 0.3] };
    expect(partOf("a", rows).x).toEqual([0.3, 0.2, 0.4, 0.3]);
    expect(partOf("a, mean", rows).x).toEqual([0.3]);
    expect(partOf("a, interval", rows).x).toEqual([expect.closeTo(0.061547, 4), expect.closeTo(0.538453, 4)]);
  });

  test("a row whose interval holds 0 is dotted, and said to; the first row is on top", () => {
    const rows = { apart: [-0.3, -0.2, -0.4, -0.3], not: [0.2, -0.1, 0.3, -0.2] };
    expect(partOf("apart, interval", rows).line.dash).toBe("solid");
    expect(partOf("not, interval", rows).line.dash).toBe("dot");
    expect(partOf("apart", rows).y[0]).toBeGreaterThan(partOf("not", rows).y[0]!);
    expect(intervals(rows).alt).toMatch(
      /apart: mean −0\.3.* does not hold 0; 4 numbers.*not: mean .* holds 0;/,
    );
  });

  test("a name begins where its interval does, and stays in the chart: of one at the right it ends there", () => {
    const rows = { left: [-0.3, -0.2, -0.4, -0.3], right: [0.3, 0.2, 0.4, 0.3] };
    const { annotations } = intervals(rows).layout as { annotations: Record<string, unknown>[] };
    expect(annotations).toMatchObject([
      { text: "left", xanchor: "left", x: partOf("left, interval", rows).x[0] },
      { text: "right", xanchor: "right", x: partOf("right, interval", rows).x[1] },
    ]);
  });

  test("the name of a row whose interval holds 0 begins at 0, beside its line", () => {
    const { annotations } = intervals({ not: [0.2, -0.1, 0.3, -0.2] }).layout as { annotations: object[] };
    expect(annotations).toMatchObject([{ text: "not", x: 0, xanchor: "left", xshift: 2 }]);
  });

  test("a name that would reach over 0 ends there", () => {
    const rows = { "just above": [0.01, 0.011, 0.012], below: [-1, -1.1, -0.9] };
    const { annotations } = intervals(rows).layout as { annotations: { readonly x: number }[] };
    expect(annotations).toMatchObject([{ x: 0, xanchor: "right" }, { xanchor: "left" }]);
    // scipy.stats.t.interval(0.99, 2, loc=-1, scale=0.1/sqrt(3))
    expect(annotations[1]!.x).toBeCloseTo(-1.573, 3);
  });

  test("its rows stay in their order where a file has sorted their names", () => {
    const figure = intervals({ second: [1, 2], first: [3, 4] });
    const { options, ...rest } = figure.specification as { options: { rows: Record<string, number[]> } };
    const sorted = { ...options, rows: { first: [3, 4], second: [1, 2] } };
    expect(figureFromSpecification({ ...rest, options: sorted }).data).toEqual(figure.data);
  });

  test.each<[string, unknown, RegExp]>([
    ["no row", {}, /needs a row or more/],
    ["one number", { a: [1] }, /a list of two numbers or more/],
    ["a text", { a: ["1", "2"] }, /must be a number/],
    ["what is not finite", { a: [1, Infinity] }, /a finite number/],
    ["no record", [1, 2], /must be a record/],
  ])("refuses %s", (_, rows, told) => {
    expect(() => intervals(rows as never)).toThrow(told);
  });
});
