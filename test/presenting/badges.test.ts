import { expect, it } from "vitest";
import { isNumbered, withBadges } from "../../src/presenting/page/badges.ts";
import type { PlainFigure, PlainObject } from "../../src/presenting/page/plain-figure.ts";

const line = (name: string): PlainObject => ({
  type: "scatter",
  mode: "lines",
  name,
  line: { color: "#c00" },
});

/** Three curves that are together at first; a plot of 100 by 100 shows 0 to 10 both ways. */
const film = (names: readonly string[], yaxis: PlainObject = {}, ends = [5, 5, 9.5]): PlainFigure => {
  const moment = (x: number, y: readonly number[]): PlainObject => ({
    name: String(x),
    traces: [0, 1, 2, 3],
    data: [...y.map((one) => ({ x: [x], y: [one] })), { x: y.map(() => x), y }],
  });
  return {
    data: [...names.map(line), { type: "scatter", mode: "markers" }],
    layout: { xaxis: { range: [0, 10] }, yaxis: { range: [0, 10], ...yaxis } },
    frames: [moment(0, [5, 5, 5]), moment(4, ends)],
  };
};
const plot = { width: 100, height: 100 };
const badged = (...more: Parameters<typeof film>): readonly (readonly PlainObject[])[] =>
  withBadges(film(...more), plot).frames!.map(({ data }) => (data as PlainObject[]).slice(4));

it("badges are for films of curves that have numbers for names", () => {
  expect(isNumbered(film(["1", "2", "3"]))).toBe(true);
  expect(isNumbered(film(["1", "2", "Adam"]))).toBe(false);
  expect(isNumbered({ ...film(["1", "2", "3"]), frames: [] })).toBe(false);
  expect(isNumbered({ data: [line("1")], layout: {} })).toBe(false);
});

it("badges stand beside their balls, from the top down as these do, and 21 pixels apart", () => {
  const [first, last] = badged(["1", "2", "3"]);
  // A pixel is a tenth; a badge 28 pixels from its ball.
  expect(first![1]!["x"]).toEqual([0, 1, 2].map(() => expect.closeTo(2.8, 12) as unknown));
  expect(first![1]!["y"]).toEqual([5, 2.9, 1].map((y) => expect.closeTo(y, 0) as unknown));
  const [a, b, c] = last![1]!["y"] as number[];
  expect([a! - b!, c]).toEqual([expect.closeTo(2.1, 12), 9]);
  expect(last![0]).toEqual({ x: [0, 1, 2].flatMap((): unknown[] => [4, expect.closeTo(6.8, 12), null]), y: [5, a, null, 5, b, null, 9.5, c, null] });
}); // prettier-ignore

it("values are those of the last moment, and none before", () => {
  const [first, last] = badged(["1", "2", "3"], {}, [0.12345, 5, 9.5]);
  expect(first![2]!["text"]).toEqual(["", "", ""]);
  expect(last![2]!["text"]).toEqual(["0.12", "5", "9.5"]);
});

it("at rest all is as in the last moment", () => {
  const { data, frames } = withBadges(film(["1", "2", "3"]), plot);
  expect(data).toHaveLength(7);
  expect(frames![1]!["traces"]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  for (const [k, own] of (frames![1]!["data"] as PlainObject[]).slice(4).entries())
    expect(data[4 + k]).toMatchObject(own);
  expect(data[5]).toMatchObject({ mode: "markers+text", text: ["<b>1</b>", "<b>2</b>", "<b>3</b>"] });
});

it("on an axis of logarithms they are apart as far; a ball without a height has no badge", () => {
  const [, last] = badged(["1", "2", "3"], { type: "log" }, [1e5, 1e5, 0]);
  const [a, b, c] = last![1]!["y"] as number[];
  expect([Math.log10(a!), Math.log10(a! / b!), c]).toEqual([expect.closeTo(5, 12), expect.closeTo(2.1, 12), null]);
}); // prettier-ignore
