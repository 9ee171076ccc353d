import { describe, expect, test } from "vitest";
import { namePlaces } from "../../src/frontend/explorer/curve-names.ts";
import { besideExit } from "../../src/frontend/explorer/exit-words.ts";
import type { Pixels } from "../../src/frontend/explorer/strokes.ts";

const box = { left: 44, right: 600, top: 2, bottom: 162 };

describe("names at the ends of curves", () => {
  const placesOf = (...ends: number[]): (Pixels | undefined)[] => {
    const curves = ends.map((y): { places: Pixels[] } => ({ places: [[44, 50], [600, y]] })); // prettier-ignore
    const names = namePlaces(curves, box, 10);
    return curves.map((curve) => names.get(curve));
  };

  test("stand 8 pixels beside the end, with their middle at its height", () => {
    expect(placesOf(80)).toEqual([[608, 84]]);
  });

  test("stay above the knob, which may stand at the last step", () => {
    expect(placesOf(160)).toEqual([[608, 162 - 10 - 6 + 4]]);
  });

  test("are 16 pixels apart at least, in the order of the ends", () => {
    const [low, high, far] = placesOf(82, 80, 120) as [Pixels, Pixels, Pixels];
    expect([high[1], low[1], far[1]]).toEqual([84, 100, 124]);
  });

  test("are left out where a curve has left the chart at its top", () => {
    expect(placesOf(1.9, 2)).toEqual([undefined, [608, 6]]);
  });

  test("stand where the last height is that a curve has", () => {
    expect(placesOf(NaN)).toEqual([[608, 54]]);
    const none = { places: [[44, NaN]] as Pixels[] };
    expect(namePlaces([none], box, 10).has(none)).toBe(false);
  });
});

describe("words beside the place where a path left the map", () => {
  const map = { left: 0, right: 680, top: 0, bottom: 452 };

  test.each<[Pixels, "right" | "left", Pixels]>([
    [[0, 100], "right", [16, 86]],
    [[340, 100], "right", [356, 86]],
    [[341, 100], "left", [325, 86]],
    [[680, 100], "left", [664, 86]],
    [[340, 0], "right", [356, 6]],
    [[340, 452], "right", [356, 404]],
  ])("of %j stand to its %s, at %j, towards the middle and inside", (exit, side, place) => {
    expect(besideExit(exit, map)).toEqual({ place, side });
  });
});
