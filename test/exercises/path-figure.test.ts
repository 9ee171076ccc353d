import { describe, expect, test } from "vitest";
import { gradientDescent, momentum, quadratic, schedules } from "fall-line";
import type { Block } from "../../src/exercises/blocks.ts";
import { pathBlocks } from "../../src/exercises/path-figure.ts";
import type { Probe } from "../../src/exercises/run/probe.ts";

const probe = (more: Partial<Probe> = {}): Probe => ({
  name: "a bowl",
  objective: quadratic([1], { name: "a bowl" }),
  start: [1],
  steps: 12,
  hyper: { lambda: 0.5 },
  schedule: schedules.constant(),
  firstT: 1,
  ...more,
});

/** x²/2 from 1 with λ = 0.5: the rule's steps halve x, and yours leave `share` of it. */
const path = (share: number, steps: number): number[][] =>
  Array.from({ length: steps }, (_, i) => [share ** (i + 1)]);

const rowsOf = (blocks: readonly Block[]): unknown =>
  blocks.flatMap((one) => (one.kind === "table" ? one.cells.rows : []));
const traceNames = (blocks: readonly Block[]): unknown =>
  blocks
    .flatMap((one) => (one.kind === "figure" ? one.figure.data.map(({ name }) => name) : []))
    .filter(Boolean);

describe("an answer beside the right rule", () => {
  test("is the lengths of some of its steps, in numbers and by how much they differ", () => {
    const [said, table] = pathBlocks(gradientDescent, probe(), path(0.75, 12));
    expect(said).toEqual({ kind: "text", text: "The length of each step on a bowl, and where it leads" });
    // Yours are 1/4·(3/4)^(t−1) long, the right ones 1/2^t.
    expect(table).toEqual({
      kind: "table",
      cells: {
        head: ["", "yours", "Gradient descent", ""],
        rows: [
          ["step 1", "0.25", "0.5", "× 0.5"],
          ["step 2", "0.188", "0.25", "× 0.75"],
          ["step 3", "0.141", "0.125", "× 1.13"],
          ["step 10", "0.0188", expect.stringMatching(/^9\.77|^0\.000977/), "× 19.2"],
        ],
      },
    });
  });

  test("lists no step behind the end of its path", () => {
    expect(rowsOf(pathBlocks(gradientDescent, probe(), path(0.75, 3)))).toHaveLength(3);
    expect(rowsOf(pathBlocks(gradientDescent, probe(), path(0.75, 2)))).toHaveLength(2);
  });

  test("lists none where all are as long as they should be, be they longer or shorter where not", () => {
    expect(rowsOf(pathBlocks(gradientDescent, probe(), path(0.5, 12)))).toEqual([]);
    expect(rowsOf(pathBlocks(gradientDescent, probe(), path(-0.5, 12)))).toHaveLength(4);
    expect(rowsOf(pathBlocks(gradientDescent, probe(), path(0.9, 12)))).toHaveLength(4);
  });

  test("passes over a step that is not finite, and one that should not move at all", () => {
    const broken = [[0.75], [Infinity], [NaN]];
    expect(rowsOf(pathBlocks(gradientDescent, probe(), broken))).toHaveLength(1);
    // With λ = 1e308 the right one ends there, and with λ = 1 it is at the bottom after one step, and stays there.
    expect(
      rowsOf(pathBlocks(gradientDescent, probe({ hyper: { lambda: 1e308 } }), path(0.75, 3))),
    ).toHaveLength(1);
    const there = probe({ hyper: { lambda: 1 } });
    expect(rowsOf(pathBlocks(gradientDescent, there, [[0.75], [0.5], [0.25]]))).toHaveLength(1);
  });

  test("follows the rate as it changes", () => {
    const shrinking = probe({ schedule: schedules.exponential({ k: Math.log(2) }) });
    // The rate is 0.5 and then 0.25: the steps are 0.5 and 0.25·0.5 long.
    expect(rowsOf(pathBlocks(gradientDescent, shrinking, path(0.75, 2)))).toEqual([
      ["step 1", "0.25", "0.5", "× 0.5"],
      ["step 2", "0.188", "0.125", "× 1.5"],
    ]);
    // In steps 3 and 4 it is 0.125 and then 0.0625.
    const late = { ...shrinking, firstT: 3 };
    expect(rowsOf(pathBlocks(gradientDescent, late, path(0.75, 2)))).toEqual([
      ["t = 3", "0.25", "0.125", "× 2"],
      ["t = 4", "0.188", "0.0547", "× 3.43"],
    ]);
  });
});

describe("the picture of it", () => {
  const figureOf = (one: Probe, points: readonly number[][]) =>
    pathBlocks(momentum, one, points).flatMap((block) => (block.kind === "figure" ? [block.figure] : []))[0];

  test("has the right path below, and yours above it from the same start", () => {
    const two = probe({ objective: quadratic([1, 3]), start: [2, 1], hyper: { lambda: 0.1, alpha: 0.5 } });
    const figure = figureOf(two, [
      [1.5, 0.25],
      [1.25, 0],
    ])!;
    const names = traceNames([{ kind: "figure", figure }]) as string[];
    expect(names.indexOf("Momentum")).toBeLessThan(names.indexOf("Your answer"));
    expect(names).toContain("Momentum");
    // No page can compute again what a student's function did.
    expect(figure.specification).toBeUndefined();
    const right = figure.data.find(({ name }) => name === "Momentum")!;
    // m is −λ·g at first, and half of it, less λ·g, in the second step.
    expect(Array.from(right["x"] as number[], (x) => Number(x.toFixed(9)))).toEqual([2, 1.8, 1.52]);
    const yours = figure.data.find(({ name }) => name === "Your answer")!;
    expect(Array.from(yours["x"] as number[])).toEqual([2, 1.5, 1.25]);
    expect(Array.from(yours["y"] as number[])).toEqual([1, 0.25, 0]);
  });

  test("is left out where there are more than two parameters, or no point that could be drawn", () => {
    const three = probe({
      objective: quadratic([1, 2, 3]),
      start: [1, 1, 1],
      hyper: { lambda: 0.1, alpha: 0.5 },
    });
    expect(figureOf(three, [[0.5, 0.5, 0.5]])).toBeUndefined();
    expect(figureOf(probe({ hyper: { lambda: 0.1, alpha: 0.5 } }), [[NaN]])).toBeUndefined();
    // Its square is no finite loss.
    expect(figureOf(probe({ hyper: { lambda: 0.1, alpha: 0.5 } }), [[1e200]])).toBeUndefined();
  });
});
