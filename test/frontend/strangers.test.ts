import { describe, expect, test } from "vitest";
import { InputError } from "../../src/errors.ts";
import { cleanFigure } from "../../src/frontend/clean.ts";
import { explained } from "../../src/frontend/explained.ts";
import { checkGraphics } from "../../src/frontend/graphics.ts";
import { isHarmlessPicture } from "../../src/frontend/picture.ts";

const many = <T>(count: number, of: (k: number) => T): T[] => Array.from({ length: count }, (_, k) => of(k));
const one = { y: [1, 2, 3] };
const base64 = (numbers: readonly number[]): string =>
  Buffer.from(Float32Array.from(numbers).buffer).toString("base64");

describe("cleanFigure(figure)", () => {
  test("keeps a usual figure as it is", () => {
    const figure = {
      data: [{ type: "bar", y: [1, null, 3], name: "a", marker: { color: "#d62728" } }],
      layout: { title: { text: "<b>Bars</b>" }, xaxis: { dtick: 1 }, yaxis: { tickformat: "03.2f" } },
    };
    expect(cleanFigure(figure)).toEqual({ ...figure, frames: [], config: {}, omitted: [] });
  });

  test("unpacks numbers, also as a table", () => {
    const z = { dtype: "f4", bdata: base64([1, 2, 3, 4, 5, 6]), shape: "2, 3" };
    const x = { dtype: "float32", bdata: base64([7, 8]) };
    const { data } = cleanFigure({ data: [{ type: "heatmap", z, x }] });
    expect(data[0]).toEqual({
      type: "heatmap",
      z: [Float32Array.of(1, 2, 3), Float32Array.of(4, 5, 6)],
      x: Float32Array.of(7, 8),
    });
  });

  test("says which pictures it leaves out", () => {
    const images = [{ source: "https://example.com/a.png" }];
    expect(cleanFigure({ data: [one], layout: { images } }).omitted).toEqual([
      expect.stringMatching(/^Pictures that lie elsewhere.* are left out\.$/),
    ]);
    expect(cleanFigure({ data: [one], layout: { images: [{ source: "" }] } }).omitted).toEqual([]);
  });

  test.each<[string, object, RegExp]>([
    ["many traces", { data: many(1001, () => one) }, /too many traces, got 1001; allowed: up to 1000/],
    ["many numbers", { data: [{ y: many(1_000_001, () => 1) }] }, /too many numbers, words and names/],
    [
      "long texts",
      { data: [one], layout: { title: { text: "x".repeat(4001) } } },
      /letters in one text, got 4001/,
    ],
    ["deep lists", { data: [JSON.parse("[".repeat(40) + "]".repeat(40))] }, /in one another, got 33/],
    [
      "wide numbers",
      { data: [one], layout: { xaxis: { tickformat: "1000d" } } },
      /places for one number, got 1000/,
    ],
    ["wide numbers in words", { data: [{ texttemplate: "%{y:>9999d}" }] }, /places for one number, got 9999/],
    ["packed numbers of a false shape", packed({ bdata: base64([1]), shape: "9, 9" }), /fill their shape/],
    ["packed numbers that are none", packed({ bdata: "?" }), /must be base64/],
    ["packed numbers cut short", packed({ bdata: "AAAA" }), /cut short, got "3 bytes"/],
    [
      "packed numbers of no kind",
      packed({ dtype: "toString", bdata: "AAAA" }),
      /no such kind of packed numbers/,
    ],
  ])("refuses %s in words", (_name, figure, words) => {
    expect(() => cleanFigure(figure)).toThrow(InputError);
    expect(() => cleanFigure(figure)).toThrow(words);
  });
});

function packed(numbers: object): object {
  return { data: [{ z: { dtype: "f4", ...numbers } }] };
}

describe("isHarmlessPicture(address)", () => {
  const png = (width: number, height: number): string => {
    const bytes = Buffer.alloc(24);
    bytes.write("\x89PNG\r\n\x1a\n", "latin1");
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return `data:image/png;base64,${bytes.toString("base64")}`;
  };
  test.each([
    [png(4000, 4000), true],
    [png(40_000, 40_000), false],
    ["data:image/jpeg;base64,AAAA", true],
    [`data:image/webp;base64,${"A".repeat(1_000_001)}`, false],
    ["data:image/svg+xml;base64,AAAA", false],
    ["data:image/svg+xml,<svg/>", false],
    ["http://example.com/a.png", false],
    ["//example.com/a.png", false],
  ])("%.60s: %s", (address, isHarmless) => {
    expect(isHarmlessPicture(address)).toBe(isHarmless);
  });
});

describe("checkGraphics(traces)", () => {
  const points = (count: number): number[] => many(count, (k) => Math.sin(k));
  test.each<[string, object]>([
    ["100,000 points", { type: "scattergl", mode: "markers", y: points(100_000) }],
    ["a smooth line of 100,000 points", { type: "scattergl", y: many(100_000, (k) => k) }],
    ["a surface", { type: "surface", z: many(200, () => points(200)) }],
    ["a million bars", { type: "bar", y: points(1_000_000) }],
    [
      "1000 lines over six axes",
      { type: "parcoords", dimensions: many(6, () => ({ values: points(1000) })) },
    ],
  ])("lets %s be drawn", (_name, trace) => {
    expect(() => checkGraphics([trace as never])).not.toThrow();
  });

  test.each<[string, object]>([
    [
      "100,000 large points",
      { type: "scattergl", mode: "markers", y: points(100_000), marker: { size: 20 } },
    ],
    [
      "points of many sizes",
      { type: "scattergl", mode: "markers", y: points(9), marker: { size: many(90_000, () => 99) } },
    ],
    ["a line up and down", { type: "scattergl", y: many(100_000, (k) => k % 2) }],
    ["a line in space", { type: "scatter3d", x: points(20_000), y: points(20_000), z: points(20_000) }],
    [
      "many lines over six axes",
      { type: "parcoords", dimensions: many(6, () => ({ values: points(9000) })) },
    ],
    ["many pairs", { type: "splom", dimensions: many(20, () => ({ values: points(1000) })) }],
  ])("refuses %s in words", (_name, trace) => {
    expect(() => checkGraphics([trace as never])).toThrow(
      /takes longer to draw .* without a graphics processor/,
    );
  });

  test("counts the plots in space", () => {
    const scenes = (count: number): object[] =>
      many(count, (k) => ({ type: "surface", scene: `scene${k + 1}` }));
    expect(() => checkGraphics(scenes(4) as never)).not.toThrow();
    expect(() => checkGraphics(scenes(6) as never)).toThrow(/takes longer to draw/);
  });
});

describe("explained(error)", () => {
  test("keeps our own words, and puts others into words", () => {
    const own = new InputError({ what: "too many" });
    expect(explained(own)).toBe(own);
    expect(explained(new TypeError("x is undefined")).message).toBe(
      "a part of it is not what a figure of its kind is made of",
    );
    expect(explained(new RangeError("call stack")).message).toMatch(/nested too deeply/);
  });
});
