import { describe, expect, test } from "vitest";
import { PathStory } from "../../src/figures/path-story.ts";
import type { StopReason } from "../../src/trace/stop.ts";

type Point = readonly [number, number];

const views = [
  [-10, 10],
  [-5, 5],
] as const;

/** A descent along the x axis with its minimum at 0; its loss is the square of x. */
function along(xs: readonly number[], stop: StopReason = "steps", minima: readonly Point[] = [[0, 0]]) {
  const points = xs.map((x): Point => [x, 0]);
  return new PathStory({ points, losses: xs.map((x) => x * x), stop }, { minima, views });
}

describe("a walk that leaves the map more than once", () => {
  const walk = (...xs: number[]): PathStory => along(xs, "steps", []);

  test("is told by the last time, and counted from the first", () => {
    const story = walk(0, 20, 0, 0, 30, 0, 0);
    expect(story.leftAt).toBe(1);
    expect(story.at(3).words).toEqual(["left the map at step 1, came back at step 2"]);
    expect(story.at(4).words).toEqual(["left the map at step 4"]);
    expect(story.at(6).words).toEqual(["left the map at step 4, came back at step 5"]);
    expect(story.events.map(({ step, kind }) => [step, kind])).toEqual([
      [1, "left"],
      [2, "returned"],
      [4, "left"],
      [5, "returned"],
    ]);
  });

  test("and ends outside never returns", () => {
    const story = walk(0, 20, 20);
    expect(story.events).toEqual([{ step: 1, kind: "left" }]);
    expect([story.isOnMap(0), story.isOnMap(1), story.isOnMap(2)]).toEqual([true, false, false]);
  });
});

describe("the story of a path", () => {
  test("tells loss and distance from the minimum", () => {
    expect(along([8, 5.98]).sentence(1)).toBe("loss 35.8, 5.98 from the minimum");
  });

  test("measures to the nearest of several minima, and to none where none is known", () => {
    const two: readonly Point[] = [
      [0, 0],
      [9, 0],
    ];
    expect(along([8, 7], "steps", two).sentence(1)).toBe("loss 49, 2 from the nearest minimum");
    expect(along([8, 7], "steps", []).sentence(1)).toBe("loss 49");
  });

  test("tells of a pass only once it is over, and of nothing that is still to come", () => {
    const story = along([3, 0.05, 2, 1]);
    expect([0, 1, 2, 3].map((t) => story.sentence(t))).toEqual([
      "loss 9, 3 from the minimum",
      "loss 0.0025, within 0.1 at step 1",
      "loss 4, 2 from the minimum, passed within 0.1 at step 1, left again",
      "loss 1, 1 from the minimum, passed within 0.1 at step 1, left again",
    ]);
  });

  test("names the steps of a longer pass, the latest of several", () => {
    const story = along([3, 0.05, 2, 0.06, 0.07, 1]);
    expect(story.sentence(5)).toBe(
      "loss 1, 1 from the minimum, passed within 0.1 at steps 3 to 4, left again",
    );
  });

  test("says that it stays only at the last step", () => {
    const story = along([3, 1, 0.05, 0.04, 0.05]);
    expect(story.sentence(3)).toBe("loss 0.0016, within 0.1 since step 2");
    expect(story.sentence(4)).toBe("loss 0.0025, within 0.1 from step 2 on");
    expect(along([3, 0.05]).sentence(1)).toBe("loss 0.0025, within 0.1 at step 1");
  });

  test("takes the narrower word where it is that near", () => {
    expect(along([3, 0.05, 0.004, 0.003]).sentence(3)).toBe("loss 9·10⁻⁶, within 0.01 from step 2 on");
  });

  test("has no number for a path that is off the map, and says when it came back", () => {
    const story = along([8, -5, 20, -1e200, 4, 3]);
    expect([1, 2, 3, 4].map((t) => story.sentence(t))).toEqual([
      "loss 25, 5 from the minimum",
      "left the map at step 2",
      "left the map at step 2",
      "loss 16, 4 from the minimum, left the map at step 2, came back at step 4",
    ]);
    expect([1, 2, 3, 4].map((t) => story.isOnMap(t))).toEqual([true, false, false, true]);
    expect(story.leftAt).toBe(2);
  });

  test("says where the numbers ended, from there on", () => {
    const story = along([8, 3, 2], "diverged");
    expect(story.sentence(1)).toBe("loss 9, 3 from the minimum");
    for (const t of [2, 3, 50])
      expect(story.sentence(t)).toBe("loss 4, 2 from the minimum, stopped at step 2");
    expect(along([8, 30], "diverged").sentence(9)).toBe("left the map at step 1, stopped at step 1");
    expect(along([8, 3], "singular").sentence(1)).toContain(
      "stopped at step 1: the Hessian is singular there",
    );
  });

  test("lists what happened, in order", () => {
    expect(along([8, 0.05, 20, 3, 0.01, 0], "diverged").events).toEqual([
      { step: 1, kind: "near" },
      { step: 2, kind: "left" },
      { step: 3, kind: "returned" },
      { step: 4, kind: "near" },
      { step: 5, kind: "stopped" },
    ]);
  });
});
