import { expect, test } from "vitest";
import { descend, radam } from "fall-line";
import { near, xOf } from "./numbers.ts";

test("with beta2 = .999 trusts its second moment from step 6 on; before, it steps by the corrected gradient", () => {
  const path = descend("3*x", radam, { start: [0], steps: 6, hyper: { eta: 1, epsilon: 0 } });
  expect(path.at(1).rhoMax).toBeCloseTo(1999, 8);
  expect(xOf(path).slice(0, 6)).toEqual(near([0, -3, -6, -9, -12, -15], 12));
  expect(path.at(5).rho).toBeGreaterThan(4);
  expect(path.at(5).rho).toBeLessThan(5);
  expect([path.at(5).r, path.at(6).r > 0]).toEqual([0, true]);
  expect(path.at(6).rho).toBeGreaterThan(5);
});

test("then the length of its memory scales the step: beta2 = 9/10 at t = 6", () => {
  const path = descend("3*x", radam, { start: [0], steps: 6, hyper: { eta: 1, beta2: 0.9, epsilon: 0 } });
  const rho = 19 - (12 * 0.9 ** 6) / (1 - 0.9 ** 6);
  const r = Math.sqrt(((rho - 4) * (rho - 2) * 19) / (15 * 17 * rho));
  expect(path.at(6).r).toBeCloseTo(r, 12);
  expect(path.at(6).update[0]).toBeCloseTo(-r, 12);
});
