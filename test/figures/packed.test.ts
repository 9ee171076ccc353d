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
});
