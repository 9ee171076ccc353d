import { describe, expect, test } from "vitest";
import {
  curves,
  descend,
  errorByDirection,
  gradientDescent,
  landscape,
  momentum,
  objective,
  rateSensitivity,
  ravine,
} from "fall-line";
import { figureFromSpecification } from "fall-line/tools";
import { growing, growthOf } from "../../src/figures/growing.ts";
import type { Drawing } from "../../src/figures/plotly.ts";

interface Moment {
  readonly name: string;
  readonly traces: number[];
  readonly data: { readonly x: number[]; readonly y: number[] }[];
}

const start = [-8, 1.5];
const short = descend(ravine, gradientDescent, { start, steps: 8 });
const long = descend(ravine, momentum, { start, steps: 20 });
const film = (figure: Drawing): { data: Drawing["data"]; moments: Moment[] } => {
  const { data, frames } = growing(figure);
  return { data, moments: (frames ?? []) as unknown as Moment[] };
};
const lengths = ({ data }: Moment): number[] => data.map(({ x }) => x.length);

describe("a figure that plays", () => {
  test("grows its paths step by step, each as far as it goes, with a ball where it is", () => {
    const { data, moments } = film(landscape([short, long], { plays: true }));
    expect(moments.map(({ name }) => name)).toEqual(Array.from({ length: 21 }, (_, t) => String(t)));
    expect([0, 5, 20].map((t) => lengths(moments[t]!))).toEqual([
      [1, 1, 2],
      [6, 6, 2],
      [9, 21, 2],
    ]);
    expect(moments[5]!.traces).toEqual([1, 2, data.length - 1]);
    const [plain, heavy, balls] = moments[5]!.data;
    expect(balls).toEqual({ x: [plain!.x[5], heavy!.x[5]], y: [plain!.y[5], heavy!.y[5]] });
    const [x, y] = long.at(5).w;
    expect(balls!.x[1]).toBeCloseTo(x!, 3);
    expect(balls!.y[1]).toBeCloseTo(y!, 3);
  });

  test("has sixty moments or one more, the first and the last among them, however long it is", () => {
    const far = descend(ravine, momentum, { start, steps: 1500 });
    const { moments } = film(landscape([short, far], { plays: true }));
    expect(moments.length).toBeLessThanOrEqual(61);
    expect([moments[0]!.name, moments.at(-1)!.name]).toEqual(["0", "1500"]);
    expect(lengths(moments.at(-1)!)[0]).toBe(9);
  });

  test("grows curves along their axis, and leaves what is no path as it is", () => {
    const { moments } = film(curves([short, long], { of: "updateLength", plays: true }));
    expect([moments[0]!.name, moments.at(-1)!.name]).toEqual(["1", "20"]);
    const rates = [0.01, 0.1, 1];
    const tried = rateSensitivity(ravine, [gradientDescent, momentum], { budget: 5, rates, plays: true });
    const { moments: atRates } = film(tried);
    expect(atRates.map(({ name }) => name)).toEqual(["0.01", "0.1", "1"]);
    expect(lengths(atRates[1]!)).toEqual([2, 2, 2]);
    const slope = descend(objective("x^2"), gradientDescent, { start: [1], steps: 3 });
    expect(film(landscape(slope, { plays: true })).moments[2]!.traces).toHaveLength(2);
  });

  test("plays in a page too, where it is computed again; what has moments already is left as it is", () => {
    const again = figureFromSpecification(landscape([short], { plays: true }).specification);
    expect(film(again).moments).toHaveLength(9);
    const grown = growing(landscape([short], { plays: true }));
    expect(growing(grown)).toBe(grown);
  });

  test("is still where it is not asked to play, and where a stranger's says nonsense", () => {
    const still = landscape([short]);
    expect([growthOf(still.layout), growing(still)]).toEqual([undefined, still]);
    for (const meta of [null, [], { plays: true }, { plays: { counts: 3 } }])
      expect(growthOf({ meta })).toBeUndefined();
    const empty = {
      data: [{ type: "scatter", mode: "lines" }],
      layout: { meta: { plays: { counts: "a" } } },
    };
    expect(growing(empty)).toBe(empty);
  });

  test("is told when nothing in it grows", () => {
    const asked = { rule: momentum, steps: 5, plays: true };
    expect(() => errorByDirection([1, 2], asked)).toThrow(
      "nothing in this figure grows, so it does not play; leave plays out; landscape, curves, rateSensitivity and explore play",
    );
    expect(() => landscape(ravine, { plays: true })).toThrow(/nothing in this figure grows/);
    expect(() => curves(short, { plays: 1 } as object)).toThrow(
      "plays must be true or false, got 1; for example: plays: true",
    );
  });
});
