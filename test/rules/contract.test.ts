import { describe, expect, test } from "vitest";
import {
  bowl,
  conventions,
  descend,
  gradientDescent,
  momentum,
  nesterov,
  qhm,
  ravine,
  type Rule,
  rules,
} from "fall-line";

const forms = Object.values(conventions).flatMap((methods) => Object.values(methods) as Rule[]);
const all = [...new Set([...rules, ...forms])];
const small = { lambda: 0.05, eta: 0.05 };

/** A rule's own rate, small enough for a bowl. */
function rateOf(rule: Rule): Record<string, number> {
  return rule.rate === undefined ? {} : { [rule.rate]: small[rule.rate as keyof typeof small] };
}

describe("every rule", () => {
  test("has an id of its own", () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  describe.each(all.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
    test("descends on a bowl", () => {
      const path = descend(bowl, rule, { start: [1, -0.8], steps: 400, hyper: rateOf(rule) });
      expect(path.stop.reason).toBe("steps");
      expect(path.end.loss).toBeLessThan(path.at(0).loss);
    });

    test("takes exactly the steps asked for, from a row 0 that is the start", () => {
      const path = descend(ravine, rule, { start: [-2, 1], steps: 7, hyper: rateOf(rule) });
      expect(path.recordedSteps).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      expect([...path.at(0).w]).toEqual([-2, 1]);
    });

    test("is deterministic, and leaves its inputs alone", () => {
      const start = Float64Array.of(-2, 1);
      const before = JSON.stringify(rule);
      const options = { start, steps: 10, hyper: rateOf(rule) };
      const [first, second] = [descend(ravine, rule, options), descend(ravine, rule, options)];
      expect(JSON.stringify(first)).toBe(JSON.stringify(second));
      expect([...start]).toEqual([-2, 1]);
      expect(JSON.stringify(rule)).toBe(before);
    });

    test("computes finite numbers for every term of every step", () => {
      for (const step of descend(ravine, rule, { start: [-2, 1], steps: 10, hyper: rateOf(rule) }).slice(1)) {
        for (const [name, value] of Object.entries(step)) {
          expect(
            [value]
              .flat()
              .every((x) => (typeof x === "number" ? Number.isFinite(x) : x.every(Number.isFinite))),
            name,
          ).toBe(true);
        }
      }
    });

    test("works in one dimension and in many", () => {
      const long = Array.from({ length: 7 }, (_, i) => `x${i}^2`).join(" + ");
      for (const on of ["x^2", long]) {
        const start = new Array<number>(on === long ? 7 : 1).fill(0.5);
        expect(descend(on, rule, { start, steps: 5, hyper: rateOf(rule) }).steps).toBe(5);
      }
    });

    test("says what each name means, and where the rule comes from", () => {
      expect(rule.source?.where).not.toBe("");
      for (const { meaning, tex } of Object.values(rule.hyperparameters)) {
        expect(meaning).not.toBe("");
        expect(tex).not.toBe("");
      }
      for (const { meaning } of Object.values(rule.state)) expect(meaning).not.toBe("");
    });

    test("writes every step out", () => {
      const path = descend(ravine, rule, { start: [-2, 1], steps: 3, hyper: rateOf(rule) });
      const { tex, text } = path.worked(3);
      expect(tex).not.toMatch(/undefined|NaN/);
      expect(text).not.toMatch(/undefined|NaN/);
      expect(path.worked(3, { coordinate: 1 }).lines).toHaveLength(path.worked(3).lines.length);
    });
  });
});

describe("limits", () => {
  const options = { start: [-8, 1.5], steps: 30 };
  const plain = descend(ravine, gradientDescent, { ...options, hyper: { lambda: 0.1 } });

  test.each([
    ["momentum", momentum],
    ["nesterov", nesterov],
  ])("%s with alpha = 0 is gradient descent", (_name, rule) => {
    const path = descend(ravine, rule, { ...options, hyper: { lambda: 0.1, alpha: 0 } });
    expect(path.path).toEqual(plain.path);
  });

  test("quasi-hyperbolic momentum with nu = 0 is gradient descent", () => {
    expect(descend(ravine, qhm, { ...options, hyper: { lambda: 0.1, nu: 0 } }).path).toEqual(plain.path);
  });
});
