/** What lesson 00 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import { beale, descend, gradientDescent } from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";

const onBeale = (lambda: number) =>
  descend(beale, gradientDescent, { start: [1, 1], steps: 100, hyper: { lambda } });

describe("lesson 00", () => {
  test("the ball starts at 14.2 and is below 1 after ten steps", () => {
    expect(onBeale(0.02).losses[0]).toBeCloseTo(14.2, 1);
    const height = onBeale(0.02).losses[10]!;
    expectOnlyRight(byId["start-here/wager"].options, {
      high: height > 10,
      half: Math.abs(height - 7) < 2,
      low: height < 1,
    });
  });

  test("with 0.03 the path ends nearer, with 0.3 it flies off after a few steps", () => {
    expect(onBeale(0.03).end.loss).toBeLessThan(onBeale(0.02).end.loss);
    expect(onBeale(0.3).stop.reason).toBe("diverged");
    expect(onBeale(0.3).steps).toBeLessThan(5);
  });
});
