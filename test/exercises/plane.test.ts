import { expect, test } from "vitest";
import { place } from "../../src/exercises/kinds/place.ts";
import { planeOf } from "../../src/exercises/place/plane.ts";
import { objective } from "../../src/objectives/objective.ts";
import { gradientDescent } from "../../src/rules/gradient-descent.ts";

const ball = { rule: gradientDescent, start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } };
const parts = {
  ...{ title: "t", prompt: "p", hints: ["h"], within: 1, right: "r", because: "b", asks: "x" },
  on: objective("0.05*x^2 + y^2"),
  view: [
    [-10, 10],
    [-4, 4],
  ],
  known: [{ ...ball, name: "the <red> ball" }],
  ball: { ...ball, steps: 20, name: "what happens" },
} satisfies Parameters<typeof place>[0];
const exercise = place(parts);
const plane = planeOf(exercise);

test("a still map is the plane from edge to edge, at least half as high as it is wide", () => {
  expect(plane).toMatchObject({ x: [-10, 10], y: [-4, 4], width: 358, height: 179, names: ["x", "y"] });
  expect(/viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/.exec(plane.svg)!.slice(3)).toEqual([
    "358",
    "179",
  ]);
});

test("on it the start is where its coordinates say, and what is foreseen is not", () => {
  const { svg } = planeOf(place({ ...parts, known: [] }));
  const [, left] = /viewBox="(-?[\d.]+) /.exec(svg)!;
  const [, x, y] = /translate\(([\d.]+) ([\d.]+)\)"[^>]*>○/.exec(svg)!;
  expect(Number(x) - Number(left)).toBeCloseTo((2 / 20) * 358, 0);
  expect(Number(y)).toBeCloseTo((2.5 / 8) * 179, 0);
  expect(plane.svg).toContain("the &lt;red&gt; ball");
  expect(plane.svg).not.toContain("○");
  expect(plane.svg + plane.alt).not.toContain("what happens");
  expect(plane.alt).toContain("It starts at (-8, 1.5).");
});

test("answered, it has what happens too, in the same frame, and no name on another", () => {
  const answered = planeOf(exercise, true);
  expect(answered).toMatchObject({ width: 358, height: 179 });
  expect(answered.svg).toContain("what happens");
  const places = [
    ...answered.svg.matchAll(/translate\(([\d.]+) ([\d.]+)\)" [^>]*font-size="13"[^>]*>([^<]+)/g),
  ];
  const boxes = places.map(([, x, y, text]) => [Number(x), Number(y), 0.66 * 13 * text!.length] as const);
  expect(boxes).toHaveLength(3);
  for (const [k, [x, y, width]] of boxes.entries())
    for (const [otherX, otherY, other] of boxes.slice(k + 1))
      expect(Math.abs(y - otherY) >= 17 || Math.abs(x - otherX) >= (width + other) / 2).toBe(true);
});
