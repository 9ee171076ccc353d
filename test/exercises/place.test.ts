import {
  defineExercises,
  descend,
  exercise,
  gradientDescent,
  momentum,
  objective,
  ravine,
} from "fall-line/library";
import { describe, expect, test } from "vitest";
import { checkAnswer } from "../../src/exercises/check-answer.ts";
import { pictureOf } from "../../src/exercises/place/picture.ts";
import { proveExercise } from "../../src/exercises/prove.ts";

const start = [-8, 1.5] as const;
const heavy = { start, steps: 50, hyper: { lambda: 0.1, alpha: 0.9 } };
const parts = {
  title: "T",
  prompt: "P?",
  hints: ["h"] as [string],
  on: ravine,
  view: [
    [-9, 3],
    [-2, 2],
  ],
  ball: { rule: momentum, ...heavy, name: "the ball" },
  within: 0.4,
  right: "it rolls past the bottom",
  because: "So it is.",
} as const;

const bottom = { at: { x: 0 }, within: 0.3, what: "it stops at the bottom", reason: "It does not." };
const far = exercise.place({ ...parts, asks: "x", at: "largest", wrong: { bottom } });
const end = exercise.place({ ...parts, asks: "both" });

describe("a place", () => {
  test("is where the descent is: furthest, least far, or at its end", () => {
    const xs = descend(ravine, momentum, heavy).path.map((w) => w[0]!);
    expect(far.answer["x"]).toBe(Math.max(...xs));
    // The number in the lesson's prose.
    expect([far.step, far.answer["x"]!.toFixed(3)]).toEqual([35, "1.225"]);
    const least = exercise.place({ ...parts, asks: "y", at: "smallest" });
    expect(least.answer["y"]).toBe(Math.min(...descend(ravine, momentum, heavy).path.map((w) => w[1]!)));
    const [x, y] = descend(ravine, momentum, heavy).end.w;
    expect(end.answer).toEqual({ x, y });
  });

  test("is near or off, by so much in the picture's units, and never marked down", () => {
    const near = checkAnswer("a/b", far, 1);
    expect([near.outcome, near.credit]).toEqual(["right", undefined]);
    const off = checkAnswer("a/b", far, -1.5);
    expect([off.outcome, off.credit, off.mistakes]).toEqual(["otherwise", undefined, []]);
    expect(off.text).toContain("It is 2.73 away from where you said.");
    // 3, 4, 5: the way is measured along both.
    const aside = { x: end.answer["x"]! + 3, y: end.answer["y"]! - 4 };
    expect(checkAnswer("a/b", end, aside).text).toContain("It is 5 away");
  });

  test("that many expect has its name", () => {
    const { mistakes, text } = checkAnswer("a/b", far, 0.2);
    expect(mistakes).toEqual([{ id: "place: bottom", what: "it stops at the bottom" }]);
    expect(text).toContain("You expected that it stops at the bottom. It does not.");
  });

  test("is said with the coordinates that are asked for", () => {
    const mine = defineExercises("mine", { end });
    for (const odd of [3, "left", { x: 1 }, { x: 1, y: "far" }])
      expect(mine.check("mine/end", odd as never).outcome).toBe("note");
  });
});

test("what is in sight comes first in the picture, and what is foreseen last", () => {
  const known = [{ rule: gradientDescent, start, steps: 5, hyper: { lambda: 0.1 }, name: "plain" }];
  const { known: seen, truth } = pictureOf(exercise.place({ ...parts, known, asks: "x" }).picture);
  expect(seen.map(({ label, points }) => [label, points.length])).toEqual([["plain", 6]]);
  expect([truth.label, truth.points.length]).toEqual(["the ball", 51]);
});

test("a place outside of its picture, and a wrong one that is right, are told", () => {
  const narrow = exercise.place({
    ...parts,
    view: [
      [-9, 1],
      [-2, 2],
    ],
    asks: "x",
    at: "largest",
    wrong: { past: { ...bottom, at: { x: 1.2 } } },
  });
  const faults = proveExercise("a/b", narrow).join("\n");
  expect(faults).toContain("x = 1.22525 lies outside of its picture");
  expect(faults).toContain("the wrong place past is not found to be itself");
});

test("what is no coordinate, and a surface that is no map, are refused", () => {
  expect(() => exercise.place({ ...parts, asks: "z" })).toThrow(/asked for by a coordinate.*both, x, y/s);
  const line = objective("x^2");
  const ball = { ...parts.ball, start: [1] };
  expect(() => exercise.place({ ...parts, on: line, ball, asks: "x" })).toThrow(/two variables/);
});
