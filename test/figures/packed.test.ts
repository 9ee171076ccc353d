import { describe, expect, test } from "vitest";
import { beale, descend, landscape, momentum } from "fall-line";
import { bundleOf } from "../../src/display.ts";
import { packed } from "../../src/figures/packed.ts";

const numbers = Array.from({ length: 30 }, (_, k) => k / 7);

/** The numbers of a packed list, as plotly.js reads them. */
function unpacked({ bdata }: { bdata: string }): number[] {
  return [...new Float32Array(Uint8Array.from(Buffer.from(bdata, "base64")).buffer)];
}

describe("a figure in a notebook", () => {
  test("keeps every third of its heights, and those to seven digits, in less place", async () => {
    const figure = landscape(descend(beale, momentum, { steps: 40, hyper: { lambda: 0.005 } }));
    const stored = (await bundleOf(figure))["application/vnd.plotly.v1+json"] as { data: { z: never }[] };
    const third = <T>(all: readonly T[]): T[] => all.filter((_, k) => k % 3 === 0);
    const whole = third((figure.data[0] as unknown as { z: number[][] }).z).flatMap(third);
    expect(whole).toHaveLength(45 ** 2);
    for (const [k, number] of unpacked(stored.data[0]!.z).entries()) expect(number).toBeCloseTo(whole[k]!, 5);
    const saved = (data: unknown): number => JSON.stringify(data, undefined, 1).length;
    expect(saved(stored.data[0]!.z)).toBeLessThan(saved(figure.data[0]!["z"]) / 9);
  });

  test("marks what is missing, and says how many rows and columns a table has", () => {
    const { x, z } = packed({ x: [null, ...numbers], z: [numbers, numbers] }) as { x: never; z: object };
    expect(unpacked(x).slice(0, 2)).toEqual([NaN, 0]);
    expect(x).not.toHaveProperty("shape");
    expect(z).toMatchObject({ dtype: "f4", shape: "2, 30" });
  });

  test.each([
    ["short lists", [1, 2, 3]],
    ["words", numbers.map(String)],
    ["numbers that are too large", [...numbers, 1e300]],
    ["rows of different lengths", [numbers, [1]]],
    ["nothing", []],
  ])("leaves %s as they are", (_, x) => {
    expect(packed({ x })).toEqual({ x });
  });

  test("packs lists of 24 numbers and more, and tables of as many in all", () => {
    const list = (length: number, by = 0): number[] => Array.from({ length }, (_, k) => k + by);
    const isPacked = (given: object): boolean => "bdata" in (packed({ x: given }) as { x: object }).x;
    expect([23, 24].map((length) => isPacked(list(length)))).toEqual([false, true]);
    expect([11, 12].map((length) => isPacked([list(length), list(length)]))).toEqual([false, true]);
    expect(isPacked(list(24).map((one) => [one]))).toBe(true);
    expect([9e37, 1e38, -9e37, -1e38, NaN].map((item) => isPacked([...list(23), item]))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    const { x } = packed({ x: [list(12), list(11, 12).concat(-1)] }) as { x: never };
    expect(unpacked(x)).toEqual([...list(23), -1]);
  });

  test("has of heights at most 51 along an axis, where every second, third or so ends with the last", () => {
    const list = (length: number): number[] => Array.from({ length }, (_, k) => k);
    const numbersOf = (given: unknown): number[] =>
      Array.isArray(given) ? (given as number[]) : unpacked(given as never);
    const shapeOf = (across: number, up: number, type = "contour"): unknown => {
      const z = list(up).map((row) => list(across).map((column) => 100 * row + column));
      const made = packed({ type, x: list(across), y: list(up), z }) as Record<
        "x" | "y" | "z",
        { shape?: string }
      >;
      return [numbersOf(made.x).length, numbersOf(made.y).at(-1), made.z.shape];
    };
    expect(shapeOf(50, 50)).toEqual([50, 49, "50, 50"]);
    expect(shapeOf(51, 51)).toEqual([26, 50, "26, 26"]);
    expect(shapeOf(101, 61)).toEqual([101, 60, "61, 101"]);
    expect(shapeOf(121, 61)).toEqual([41, 60, "21, 41"]);
    expect(shapeOf(51, 52)).toEqual([51, 51, "52, 51"]);
    expect(shapeOf(52, 51)).toEqual([52, 50, "51, 52"]);
    expect(shapeOf(121, 61, "heatmap")).toEqual([121, 60, "61, 121"]);
  });

  test("keeps all else that a trace has", () => {
    expect(packed({ type: "scatter", name: "a", x: [1], ids: numbers })).toEqual({
      type: "scatter",
      name: "a",
      x: [1],
      ids: numbers,
    });
  });
});
