import { expect, test } from "vitest";
import { descend, gradientDescent, nesterov, ravine } from "fall-line";
import { near, xOf } from "./numbers.ts";

test("on x^2 it passes .8, .496, .17792, and looks from .62, .2224, -.108352", () => {
  const path = descend("x^2", nesterov, { start: [1], steps: 4, hyper: { lambda: 0.1, alpha: 0.9 } });
  expect(xOf(path).slice(1, 4)).toEqual(near([0.8, 0.496, 0.17792], 12));
  const looks = path.term("lookahead").map((w) => w[0]!);
  expect(looks.slice(2)).toEqual(near([0.62, 0.2224, -0.108352], 12));
});

test("with alpha = 0 it is gradient descent", () => {
  const options = { start: [-8, 1.5], steps: 30 };
  const plain = descend(ravine, gradientDescent, { ...options, hyper: { lambda: 0.1 } });
  expect(descend(ravine, nesterov, { ...options, hyper: { lambda: 0.1, alpha: 0 } }).path).toEqual(
    plain.path,
  );
});
