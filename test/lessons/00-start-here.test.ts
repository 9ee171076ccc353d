/** What lesson 00 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import { beale, descend, gradientDescent } from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";

const onBeale = (lambda: number) =>
  descend(beale, gradientDescent, { start: [0, 0], steps: 100, hyper: { lambda } });

describe("lesson 00", () => {
  test("the ball starts at 14.2 and is below 2 after ten steps", () => {
    expect(onBeale(0.02).losses[0]).toBeCloseTo(14.2, 1);
    const height = onBeale(0.02).losses[10]!;
    expectOnlyRight(byId["start-here/wager"].options, {
      high: height > 10,
      half: Math.abs(height - 7) < 2,
      quarter: Math.abs(height - 4) < 1,
      low: height < 2,
    });
    expect(height).toBeCloseTo(1.8, 1);
    const [fifth, sixth] = onBeale(0.02).losses.slice(5, 7) as [number, number];
    expect(fifth > 4 && sixth < 4, "it passes 4 between them").toBe(true);
  });

  test("with 0.03 the path ends nearer, with 0.3 it flies off after a few steps", () => {
    expect(onBeale(0.03).end.loss).toBeLessThan(onBeale(0.02).end.loss);
    expect(onBeale(0.3).stop.reason).toBe("diverged");
    expect(onBeale(0.3).steps).toBeLessThan(5);
  });

  test("a step knows the gradient that led to it; the start knows none", () => {
    const { path } = onBeale(0.02);
    const felt = new Float64Array(2);
    beale.gradient(path[2]!, felt, 3);
    expect([...onBeale(0.02).at(3).g]).toEqual([...felt]);
    expect([...onBeale(0.02).at(0).g]).toEqual([NaN, NaN]);
  });

  test("with braces and no return nothing comes out", () => {
    const [bare, braced] = ["(at) => { 2 * at; }", "(at) => { return 2 * at; }"].map(
      // oxlint-disable-next-line typescript/no-implied-eval
      (code) => (new Function(`return ${code}`) as () => (at: number) => unknown)(),
    );
    expect(braced!(3)).toBe(6);
    const out = bare!(3);
    expectOnlyRight(byId["start-here/braces"].options, {
      six: out === 6,
      nothing: out === undefined,
      error: false,
    });
  });
});
