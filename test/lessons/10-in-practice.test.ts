/** What lesson 10 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  descend,
  gradientDescent,
  iris,
  momentum,
  nesterov,
  network,
  newton,
  objective,
  rmsprop,
  rosenbrock,
  type Rule,
  tune,
} from "fall-line";

const endOf = (rule: Rule, rate: number) =>
  descend(rosenbrock, rule, { steps: 100, hyper: { [rule.rate!]: rate }, record: "none" });
const bestOf = (rule: Rule) => tune(rosenbrock, rule, { steps: 100 });

describe("lesson 10", () => {
  test("one rate for all: momentum leads at 0.002, and at 0.2 the first three have exploded", () => {
    const at = (rate: number) =>
      [gradientDescent, nesterov, adagrad, rmsprop, adam].map((rule) => endOf(rule, rate).end.loss);
    expect(endOf(momentum, 0.00215).end.loss * 10).toBeLessThan(
      Math.min(...at(0.00215).filter((x) => x < 1e3)),
    );
    for (const rule of [gradientDescent, momentum, nesterov])
      expect(endOf(rule, 0.2).stop.reason).toBe("diverged");
    expect(endOf(rmsprop, 0.2).end.loss).toBeLessThan(0.1);
  });

  test("the other three bear rates a thousand times as large as those at which the first three explode", () => {
    for (const rule of [gradientDescent, momentum, nesterov])
      expect(endOf(rule, 0.007).stop.reason).toBe("diverged");
    for (const rule of [adagrad, rmsprop, adam]) expect(endOf(rule, 4.64).end.loss).toBeLessThan(100);
  });

  test("best against best: AdaGrad and RMSProp lowest, plain descent over a hundred times higher", () => {
    const best = Object.fromEntries(
      [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam].map((rule) => [rule.id, bestOf(rule)]),
    );
    const lowest = Math.max(best.adagrad!.loss, best.rmsprop!.loss);
    for (const id of ["gd", "momentum", "nesterov", "adam"]) expect(best[id]!.loss).toBeGreaterThan(lowest);
    expect(best.gd!.loss / lowest).toBeGreaterThan(100);
    const rates = Object.values(best).map(({ rate }) => rate);
    expect(Math.max(...rates) / Math.min(...rates)).toBeGreaterThan(900);
  });

  test("the network has 51 weights", () => {
    expect(network(iris(), { hidden: [6] }).dimension).toBe(51);
  });

  test("the table of invariances: who notices a scaled loss, scaled axes, rotated axes", () => {
    const s = Math.SQRT1_2;
    const plain = { f: "0.05*x^2 + y^2", start: [-8, 1.5] };
    const scaled = { f: "1000*(0.05*x^2 + y^2)", start: [-8, 1.5] };
    const turned = { f: "0.05*((x - y)/sqrt(2))^2 + ((x + y)/sqrt(2))^2", start: [s * -6.5, s * 9.5] };
    const end = ({ f, start }: typeof plain, rule: Rule, hyper: Record<string, number>) =>
      descend(objective(f), rule, { start, steps: 10, hyper }).end.w;
    const rows: [Rule, Record<string, number>, boolean, boolean][] = [
      [gradientDescent, { lambda: 0.0005 }, false, true],
      [momentum, { lambda: 0.0005 }, false, true],
      [adagrad, { lambda: 0.5 }, true, false],
      [rmsprop, { lambda: 0.1 }, true, false],
      [adam, { eta: 0.5 }, true, false],
      [newton, {}, true, true],
    ];
    for (const [rule, hyper, blindToLoss, blindToTurn] of rows) {
      const [x, y] = end(plain, rule, hyper);
      const [lx, ly] = end(scaled, rule, hyper);
      const [u, v] = end(turned, rule, hyper);
      expect(Math.hypot(lx! - x!, ly! - y!) < 1e-4, `${rule.id}, loss`).toBe(blindToLoss);
      expect(Math.hypot(s * (u! - v!) - x!, s * (u! + v!) - y!) < 1e-4, `${rule.id}, turn`).toBe(blindToTurn);
    }
  });
});
