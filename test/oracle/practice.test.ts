import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Result } from "../../lessons/10-in-practice/experiment.ts";

type Repeated = Pick<Result, "task" | "steps" | "entrant" | "settings" | "losses"> &
  Readonly<Record<"rate", number>> & { readonly alpha?: number; readonly beta1?: number };

const read = <T>(path: string): T[] =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as T[];
const results = read<Result>("../../lessons/10-in-practice/experiment.json");
const repeated = read<Repeated>("practice.json");
const nameOf = ({ task, steps, entrant, settings }: Result | Repeated): string =>
  [task, steps, entrant, settings].join(", ");

describe("lesson 10's experiment, repeated in numpy", () => {
  const byName = new Map(repeated.map((row) => [nameOf(row), row]));

  test("has the same rows", () => {
    expect(results.map(nameOf).sort()).toEqual([...byName.keys()].sort());
  });

  test("chooses the same settings of the grid", () => {
    for (const row of results.filter(({ settings }) => settings === "searched")) {
      const { rate, alpha, beta1 } = byName.get(nameOf(row))!;
      const { lambda, eta, ...shares } = row.hyper;
      expect([lambda ?? eta, shares], nameOf(row)).toEqual([
        rate,
        { ...(alpha === undefined ? {} : { alpha }), ...(beta1 === undefined ? {} : { beta1 }) },
      ]);
    }
  });

  test("ends at the same losses to 1e-6, in every reported run", () => {
    for (const row of results) {
      const numpy = byName.get(nameOf(row))!.losses.flat();
      const parting = row.losses.flat().map((loss, i) => Math.abs(loss - numpy[i]!));
      expect(parting).toHaveLength(30);
      expect(Math.max(...parting), nameOf(row)).toBeLessThan(1e-6);
    }
  });
});
