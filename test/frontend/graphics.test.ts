import { describe, expect, test } from "vitest";
import { checkGraphics, isInSpace, lengthOf } from "../../src/frontend/graphics.ts";

/** What leaves a tenth of the second and a half that all may take together: 700 milliseconds for its axis, 700 for its numbers. */
const OTHERS = { type: "parcoords", dimensions: [{ values: new Float64Array(14_000) }] };
/** A quarter of a microsecond for each pixel, and a hundred milliseconds for all. */
const PIXELS = 400_000;
const isDrawn = (...traces: object[]): boolean => {
  try {
    checkGraphics(traces as never);
    return true;
  } catch {
    return false;
  }
};
const many = (count: number, of: (k: number) => unknown = () => 0) =>
  Array.from({ length: count }, (_, k) => of(k));

/** Whether beside the others so many are drawn, and one more is not. */
const endsAt = (count: number, trace: (count: number) => object): void => {
  expect([isDrawn(OTHERS, trace(count)), isDrawn(OTHERS, trace(count + 1))]).toEqual([true, false]);
};

describe("points that the graphics processor draws", () => {
  test.each([
    ["scattergl", 6],
    ["scatterpolargl", 6],
  ])("of %s are %d pixels wide where nothing else is said", (type, size) => {
    endsAt(Math.floor(PIXELS / size ** 2), (count) => ({
      type,
      mode: "markers",
      x: new Float64Array(count),
    }));
  });

  test("in space are 8 pixels wide, beside the 300 milliseconds of their scene", () => {
    const points = (count: number) => ({ type: "scatter3d", mode: "markers", x: new Float64Array(count) });
    const most = Math.floor((1500 - 300) / 0.00025 / 8 ** 2);
    expect([isDrawn(points(most)), isDrawn(points(most + 1))]).toEqual([true, false]);
  });

  test("are as wide as their trace says, one by one too, and never wider than 1000 pixels", () => {
    const points = { type: "scattergl", mode: "markers" };
    const list = (count: number) => new Float64Array(count);
    endsAt(PIXELS / 100, (count) => ({ ...points, y: list(count), marker: { size: 10 } }));
    endsAt(PIXELS / 100, (count) => ({ ...points, y: list(count), marker: { size: -10 } }));
    endsAt(PIXELS / 100, (count) => ({ ...points, y: [1], marker: { size: many(count, () => "10") } }));
    endsAt(Math.floor(PIXELS / 36), (count) => ({ ...points, y: list(count), marker: { size: "wide" } }));
    endsAt(0, (count) => ({ ...points, y: list(count), marker: { size: 1e9 } }));
  });

  test.each(["x", "y", "r", "theta"])("are counted by their `%s`", (name) => {
    endsAt(Math.floor(PIXELS / 36), (count) => ({
      type: "scattergl",
      mode: "markers",
      [name]: new Float64Array(count),
    }));
  });
});

describe("lines that the graphics processor draws", () => {
  const smooth = (count: number) => many(count, (k) => k);

  test("are two pixels wide and one long for each point, where they go on and on", () => {
    endsAt(PIXELS / 2, (count) => ({
      type: "scattergl",
      y: Float64Array.from({ length: count }, (_, k) => k),
    }));
  });

  test("are as wide as their trace says, one pixel at least", () => {
    const line = (width: unknown) => (count: number) => ({ type: "scattergl", y: Float64Array.from({ length: count }, (_, k) => k), line: { width } }); // prettier-ignore
    endsAt(PIXELS / 10, line(10));
    endsAt(PIXELS, line(0.1));
    endsAt(PIXELS / 2, line("thick"));
  });

  test.each(["x", "y", "z"])("cross the plot, 400 pixels, whenever their `%s` goes to and fro", (name) => {
    // A line of 501 points crosses 500 times.
    endsAt(501, (count) => ({
      type: "scattergl",
      x: smooth(count),
      [name]: many(count, (k) => k % 2),
    }));
  });

  test("pass over what is no number", () => {
    const holes = (count: number) => many(2 * count, (k) => (k % 2 === 0 ? k : NaN));
    expect(isDrawn({ type: "scattergl", y: holes(100_000) })).toBe(true);
    const zigzag = many(100_000, (k) => (k % 3 === 0 ? NaN : k % 3));
    expect(isDrawn({ type: "scattergl", y: zigzag })).toBe(false);
    expect(isDrawn({ type: "scattergl", y: many(1_000_000, () => 5) })).toBe(true);
  });

  test("have markers too where there are fewer than 20 points and nothing is said, or where it is said", () => {
    const large = { type: "scattergl", marker: { size: 1000 } };
    expect(isDrawn({ ...large, y: smooth(19) })).toBe(false);
    expect(isDrawn({ ...large, y: smooth(20) })).toBe(true);
    expect(isDrawn({ ...large, y: smooth(20), mode: "lines+markers" })).toBe(false);
    expect(isDrawn({ ...large, y: smooth(19), mode: "lines" })).toBe(true);
    const zigzag = many(100_000, (k) => k % 2);
    expect(isDrawn({ type: "scattergl", y: zigzag, mode: "lines+text" })).toBe(false);
    expect(isDrawn({ type: "scattergl", y: zigzag, mode: "text" })).toBe(true);
  });
});

describe("what is drawn in space", () => {
  test.each([
    ["surface", "z", 200_000],
    ["mesh3d", "i", 12_000],
    ["volume", "value", 24_000],
    ["isosurface", "value", 24_000],
    ["cone", "u", 6000],
    ["streamtube", "u", 6000],
    ["mesh3d", "x", 12_000],
  ])("a %s with a `%s` of %d numbers, and no more", (type, name, count) => {
    const trace = (length: number) => ({ type, [name]: new Float64Array(length) });
    expect([isDrawn(trace(count)), isDrawn(trace(count + 10))]).toEqual([true, false]);
  });

  test("takes 300 milliseconds a scene, counted once however many traces it has", () => {
    const scene = (name?: string) => ({ type: "cone", ...(name !== undefined && { scene: name }) });
    expect(isDrawn(...(many(5, (k) => scene(`scene${String(k)}`)) as object[]))).toBe(true);
    expect(isDrawn(...(many(6, (k) => scene(`scene${String(k)}`)) as object[]))).toBe(false);
    expect(isDrawn(...(many(9, () => scene()) as object[]))).toBe(true);
    expect(
      isDrawn(scene(), ...(many(4, (k) => scene(`scene${String(k)}`)) as object[]), scene("scene")),
    ).toBe(true);
  });

  test("can be turned", () => {
    expect(["scatter3d", "surface", "scattergl", "toString", undefined].map((type) => isInSpace({ type }))).toEqual([
      true, true, false, false, false,
    ]); // prettier-ignore
  });
});

test("parallel axes cost by their numbers and their count, and begin at 700 milliseconds", () => {
  const axes = (count: number, across: number) => ({
    type: "parcoords",
    dimensions: many(across, (k) => ({ values: new Float64Array(k === 0 ? count : 1) })),
  });
  const isAlone = (count: number, across: number): boolean => isDrawn(axes(count, across));
  expect([isAlone(8000, 2), isAlone(8001, 2), isAlone(4000, 4), isAlone(4001, 4)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  const twice = [axes(1, 1), axes(1, 1)];
  expect(isDrawn(...twice)).toBe(true);
  expect(isDrawn(...twice, axes(1, 1))).toBe(false);
});

test("a matrix of pairs costs by the square of its dimensions", () => {
  const pairs = (count: number, across: number) => ({
    type: "splom",
    dimensions: many(across, () => ({ values: new Float64Array(count) })),
  });
  endsAt(Math.floor(PIXELS / 36 / 100), (count) => pairs(count, 10));
  expect(isDrawn({ type: "splom", dimensions: [null, { values: 3 }] })).toBe(true);
});

test("all traces count together, and the error says how long and how to mend it", () => {
  const half = { type: "scattergl", mode: "markers", y: new Float64Array(100_000) };
  expect(isDrawn(half)).toBe(true);
  expect(() => checkGraphics([half, half])).toThrow(
    'got "about 1.8 seconds without a graphics processor"; allowed: 1.5 seconds',
  );
});

test.each([
  [[1, 2, 3], 3],
  [[[1, 2], [3]], 3],
  [[1, [2, 3]], 3],
  [Float64Array.of(1, 2), 2],
  ["abc", 0],
  [undefined, 0],
])("%j holds %d numbers", (list, count) => {
  expect(lengthOf(list)).toBe(count);
});
