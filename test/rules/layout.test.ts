import { describe, expect, test } from "vitest";
import { defineRule, line, state } from "fall-line";
import { recordLayout } from "../../src/rules/layout.ts";

const rule = defineRule({
  id: "all",
  title: "All shapes",
  state: { c: state.scalar({ meaning: "a number" }), m: state.vector({ meaning: "a vector" }) },
  equations: { c: "t", m: "g", E: line.matrix("2*H"), s: line.scalar("norm(g)"), w: "w - m" },
});

describe("recordLayout(rule, names)", () => {
  test("has the scalars first, then the vectors, then the matrices, each kind in the order of the names", () => {
    const layout = recordLayout(rule, ["w", "E", "loss", "m", "H", "s", "lookahead", "c"]);
    const places = (n: number): unknown[] =>
      ["loss", "s", "c", "w", "m", "lookahead", "E", "H"].map((name) =>
        Object.values(layout.place(name, n)!),
      );
    expect(places(1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((start) => [start, 1]));
    expect(places(3)).toEqual([
      ...[0, 1, 2].map((start) => [start, 1]),
      ...[3, 6, 9].map((start) => [start, 3]),
      ...[12, 21].map((start) => [start, 9]),
    ]);
    expect([1, 3].map((n) => layout.width(n))).toEqual([8, 30]);
  });

  test("knows the shapes in the order of the names, and no place for what is not recorded", () => {
    const layout = recordLayout(rule, ["g", "loss", "E", "update"]);
    expect([...layout.shapes]).toEqual([
      ["g", "vector"],
      ["loss", "scalar"],
      ["E", "matrix"],
      ["update", "scalar"],
    ]);
    expect(layout.place("w", 2)).toBeUndefined();
    expect(recordLayout(rule, []).width(5)).toBe(0);
  });
});
