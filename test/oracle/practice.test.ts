import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Result } from "../../lessons/10-in-practice/search.ts";

const read = (path: string): Result[] =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Result[];
const results = read("../../lessons/10-in-practice/experiment.json");
const repeated = read("practice.json");
const nameOf = ({ split, seed, batch, steps, rule, settings }: Result): string =>
  [`split ${split}`, `seed ${seed}`, `batch ${batch}`, `${steps} steps`, rule, settings].join(", ");

describe("lesson 10's experiment, repeated in PyTorch", () => {
  const byName = new Map(repeated.map((row) => [nameOf(row), row]));

  test("has the same rows", () => {
    expect(results.map(nameOf).sort()).toEqual([...byName.keys()].sort());
  });

  test("chooses the same tries, and they end at the same losses to 1e-6", () => {
    for (const row of results) {
      const torch = byName.get(nameOf(row))!;
      expect(torch.hyper, nameOf(row)).toEqual(row.hyper);
      for (const measure of ["validation", "test", "accuracy"] as const)
        expect(Math.abs(torch[measure] - row[measure]), nameOf(row)).toBeLessThan(1e-6);
    }
  });
});
