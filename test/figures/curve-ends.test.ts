import { describe, expect, test } from "vitest";
import { rules } from "fall-line";
import { endNames, exitWords, nameColours, type NamedCurve, rangeFor } from "../../src/figures/curve-ends.ts";
import { scaleOf } from "../../src/figures/scale.ts";
import { TOKENS } from "../../src/tokens.ts";
import { contrast } from "./contrast.ts";

const colours = { color: "#d62728", dark: "#ff7b72" };
const curve = (values: readonly number[], name = "one"): NamedCurve => ({
  name,
  colours,
  steps: values.map((_, k) => 2 * k),
  values,
});
const linear = scaleOf("linear", []);
const log = scaleOf("log", [1, 1000]);

describe("the range of a vertical axis", () => {
  test.each([
    ["holds all values, and 6 % of them besides", [1, 11], linear, undefined, [0.4, 11.6]],
    ["ends at a limit", [1, 11], linear, 6, [0.7, 6.3]],
    ["does not end below the lowest value", [1, 11], linear, 0.5, [0, 2]],
    ["of one value has room around it", [3, 3], linear, undefined, [2, 4]],
    ["of logarithms counts exponents", [1, 1000], log, undefined, [-0.18, 3.18]],
    ["of logarithms has no limit that is not above 0", [1, 1000], log, -1, [-0.18, 3.18]],
    ["passes over what has no place on it", [1, NaN, Infinity, 11], linear, undefined, [0.4, 11.6]],
    ["of nothing is from 0 to 1", [NaN], linear, undefined, [-0.06, 1.06]],
  ])("%s", (_, values, scale, limit, range) => {
    expect(rangeFor([curve(values)], scale, limit)).toEqual(range);
  });
});

describe("the names at the ends of curves", () => {
  /** On a plot of 320 pixels: what is at 300 stands 20 below its top. */
  const range = [0, 320] as const;

  test("stand at the last value that there is, from the top down, and below Plotly's buttons", () => {
    const { words, room } = endNames(
      [
        curve([9, 50, NaN], "low"),
        curve([9, 400], "gone"),
        curve([9, -1], "under"),
        curve([9, 300], "top"),
        curve([9, 100], "mid"),
      ],
      linear,
      range,
    );
    expect(words.map(({ text, y, yshift }) => [text, y, yshift])).toEqual([
      ["top", 300, -8],
      ["mid", 100, 0],
      ["low", 50, 0],
    ]);
    // 3 letters of 13 pixels, of which each takes two thirds, and 16 pixels beside.
    expect(room).toBe(42);
  });

  test("stand at both ends of the range, and have no room where there is none", () => {
    const { words } = endNames([curve([320]), curve([0])], linear, range);
    expect(words.map(({ y }) => y)).toEqual([320, 0]);
    expect(endNames([], linear, range)).toEqual({ words: [], room: 16 });
  });

  test("of more than twenty letters are set in lines, with more room between them", () => {
    const name = (letters: number): string => `${"a".repeat(letters - 7)}, b = 1`;
    expect(endNames([curve([160], name(20))], linear, range).words[0]!["text"]).toBe(name(20));
    const { words } = endNames([curve([160], name(21)), curve([160], name(21))], linear, range);
    expect(words.map(({ text, yshift }) => [text, yshift])).toEqual([
      [name(21).replace(", ", ",<br>"), 0],
      [name(21).replace(", ", ",<br>"), -38],
    ]);
  });

  test("stay within the plot, and two pixels below it at most", () => {
    const { words } = endNames([curve([0]), curve([0])], linear, range);
    // The lower one's middle is at 314 pixels of 320, and it is 16 high.
    expect(words.map(({ yshift }) => yshift)).toEqual([22, 6]);
  });

  test("of curves that end together are in the order in which these come there, and say whose they are", () => {
    const { words } = endNames([curve([10, 160], "low"), curve([300, 160.4], "high"), curve([320, 150], "last")], linear, range); // prettier-ignore
    expect(words.map(({ name }) => name)).toEqual(["high", "low", "last"]);
  });

  test("of one line stand 16 pixels apart", () => {
    const { words } = endNames([curve([160]), curve([160])], linear, range);
    expect(words.map(({ yshift }) => yshift)).toEqual([0, -16]);
  });

  test("can be read on a light page and on a dark one", () => {
    for (const { look } of rules) {
      const { color, dark } = nameColours(look!);
      expect(contrast(color, TOKENS.paper[0]), color).toBeGreaterThanOrEqual(4.5);
      expect(contrast(dark, TOKENS.paper[1]), dark).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("the words for curves that leave the chart", () => {
  const told = (...values: (readonly number[])[]): unknown[][] =>
    exitWords(
      values.map((all, k) => curve(all, `c${k}`)),
      linear,
      [0, 10],
    ).map(({ text, x, y, yshift }) => [text, x, y, (yshift as number) + 0]);

  test("name the first step above it, one line below the other", () => {
    expect(told([1, 5, 20, 3], [1, 1, 1], [1, Infinity])).toEqual([
      ["<b>▲</b> c0: off the chart at step 4", 4, 10, 0],
      ["<b>▲</b> c2: off the chart at step 2", 2, 10, -16],
    ]);
  });

  test.each([
    ["stays in it, at its top too", [1, 10]],
    ["begins above it", [20, 1, 30]],
    ["has no number", [1, NaN, 2]],
    ["falls out of it", [1, -Infinity]],
  ])("leave out what %s", (_, values) => {
    expect(told(values)).toEqual([]);
  });
});
