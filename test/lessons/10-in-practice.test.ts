/** What lesson 10 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  descend,
  gradientDescent,
  iris,
  miniBatch,
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
import { readFileSync } from "node:fs";
import {
  bestOf as bestTry,
  entrants,
  result,
  type Result,
  searched,
  tasks,
} from "../../lessons/10-in-practice/experiment.ts";
import { byId, expectOnlyRight } from "./cards.ts";

const results = JSON.parse(
  readFileSync(new URL("../../lessons/10-in-practice/experiment.json", import.meta.url), "utf8"),
) as Result[];
const lesson = readFileSync(new URL("../../lessons/10-in-practice/lesson.ts", import.meta.url), "utf8");
const [GD, M, N, AG, RMS, ADAM] = [
  "Gradient descent",
  "Momentum",
  "Nesterov momentum",
  "AdaGrad",
  "RMSProp",
  "Adam",
] as const;
const SIX = [GD, M, N, AG, RMS, ADAM];
type Settings = Result["settings"];
const lossesIn = (
  part: number,
  task: string,
  steps: number,
  entrant: string,
  settings: Settings = "searched",
) =>
  results
    .find((r) => r.task === task && r.steps === steps && r.entrant === entrant && r.settings === settings)!
    .losses.map((row) => row[part]!);
const tested = (task: string, steps: number, entrant: string, settings?: Settings) =>
  lossesIn(2, task, steps, entrant, settings);
const mean = (xs: readonly number[]) => xs.reduce((sum, x) => sum + x, 0) / xs.length;
const errorOf = (xs: readonly number[]) =>
  Math.sqrt(xs.reduce((sum, x) => sum + (x - mean(xs)) ** 2, 0) / (xs.length - 1) / xs.length);
const minus = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x - b[i]!);
const isApart = (a: readonly number[], b: readonly number[]) =>
  Math.abs(mean(minus(a, b))) > 3 * errorOf(minus(a, b));
const words = (xs: readonly number[]) => `${mean(xs).toFixed(4)} ± ${errorOf(xs).toFixed(4)}`;
const pairsApart = (task: string, steps: number) =>
  SIX.flatMap((a, i) => SIX.slice(i + 1).map((b) => [a, b] as const)).filter(([a, b]) =>
    isApart(tested(task, steps, a), tested(task, steps, b)),
  );
const lowestOf = (task: string, steps: number) =>
  SIX.reduce((a, b) => (mean(tested(task, steps, b)) < mean(tested(task, steps, a)) ? b : a));

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

  test("a closer look: within two hundredths of AdaGrad's best rate its last loss falls to less than a hundredth", () => {
    const { rate, loss } = bestOf(adagrad);
    expect(rate).toBe(1.78);
    for (const rule of [gradientDescent, momentum, nesterov, rmsprop, adam])
      expect(bestOf(rule).loss).toBeGreaterThan(loss);
    expect(loss).toBeCloseTo(0.00087, 5);
    expect(Math.abs(1.753 / rate - 1)).toBeLessThan(0.02);
    const least = endOf(adagrad, 1.753).end.loss;
    expectOnlyRight(byId["in-practice/closer"].options, {
      little: least > 0.9 * loss,
      tens: least <= 0.9 * loss && least > 0.01 * loss,
      hundreds: least <= 0.01 * loss,
    });
  });

  test("the stored results are those of the experiment: a part of them, made again", () => {
    const again = [
      result("units", 50, entrants[3]!, "searched"),
      result("units", 50, entrants[7]!, "searched"),
      result("flowers", 50, entrants[4]!, "searched"),
      result("rare", 50, entrants[1]!, "default"),
    ];
    for (const made of again) {
      const { losses, ...same } = made;
      const stored = results.find((r) =>
        Object.entries(same).every(([k, v]) => JSON.stringify(r[k as keyof Result]) === JSON.stringify(v)),
      )!;
      losses.flat().forEach((loss, i) => {
        expect(Math.abs(loss - stored.losses.flat()[i]!)).toBeLessThan(1e-9);
      });
    }
  });

  test("a start's last digits move no reported loss of the flowers by 1e-6", () => {
    for (const settings of ["searched", "default"] as const)
      for (const { rule, title } of entrants.slice(0, 6)) {
        const { hyper, losses } = results.find(
          (r) => r.task === "flowers" && r.steps === 200 && r.entrant === title && r.settings === settings,
        )!;
        const [training, , onTest] = tasks.flowers.data.map((part) =>
          network(part, { hidden: [6], seed: 11 }),
        );
        const moved = descend(miniBatch(training!, { size: 10, seed: 11 }), rule, {
          start: training!.start.map((x, i) => x + (i % 2 === 0 ? 1e-12 : -1e-12)),
          steps: 200,
          hyper,
          record: "none",
        });
        expect(Math.abs(onTest!.value(moved.end.w) - losses[0]![2]), `${title}, ${settings}`).toBeLessThan(
          1e-6,
        );
      }
  });

  test("the tables of the lesson are the stored results", () => {
    for (const title of entrants.map((entrant) => entrant.title)) {
      const cells = ["flowers", "units", "rare"].map((task) => words(tested(task, 200, title)));
      expect(lesson).toContain(`  [${[title, ...cells].map((cell) => `"${cell}"`).join(", ")}],\n`);
    }
    const short: Record<string, string> = { [GD]: "plain descent", [N]: "Nesterov" };
    for (const task of ["flowers", "units", "rare"])
      for (const steps of [50, 200, 800]) {
        const lowest = lowestOf(task, steps);
        const others = SIX.filter((one) => one !== lowest);
        const apart = others.filter((one) => isApart(tested(task, steps, one), tested(task, steps, lowest)));
        const level = others.filter((one) => !apart.includes(one)).map((one) => short[one] ?? one);
        const orMaybe =
          level.length === 0
            ? "none"
            : apart.length === 0
              ? "all five"
              : apart.length === 1
                ? `all but ${short[apart[0]!] ?? apart[0]!}`
                : level.join(", ");
        const count = pairsApart(task, steps).length;
        expect(lesson).toContain(`  ["${task}", ${steps}, ${count}, "${lowest}", "${orMaybe}"],\n`);
      }
  });

  test("on the flowers three pairs are told apart, all with AdaGrad; Adam's mean is the highest", () => {
    const apart = pairsApart("flowers", 200);
    expect(apart).toEqual([
      [GD, AG],
      [M, AG],
      [N, AG],
    ]);
    expectOnlyRight(byId["in-practice/pairs"].options, {
      most: apart.length >= 12,
      half: apart.length >= 6 && apart.length <= 11,
      few: apart.length <= 5,
    });
    for (const one of SIX.slice(0, 5))
      expect(mean(tested("flowers", 200, one))).toBeLessThan(mean(tested("flowers", 200, ADAM)));
    const paired = errorOf(minus(tested("flowers", 200, M), tested("flowers", 200, GD)));
    expect(paired * 3).toBeLessThan(errorOf(tested("flowers", 200, M)));
  });

  test("no best rate stands at an end of the grid, on the flowers; Adam's share does", () => {
    const of = (title: string) =>
      results.find((r) => r.task === "flowers" && r.steps === 200 && r.entrant === title)!.hyper;
    for (const title of SIX) {
      const { lambda, eta } = of(title);
      expect(lambda ?? eta).toBeGreaterThan(0.0003);
      expect(lambda ?? eta).toBeLessThan(10);
    }
    expect(of(ADAM)["beta1"]).toBe(0.99);
    expect([of(M)["alpha"], of(N)["alpha"]]).toEqual([0.9, 0.9]);
    const { hyper } = bestTry(searched("flowers", entrants[3]!, 200));
    expect(hyper).toEqual(of(AG));
  });

  test("defaults: Adam's loss is more than twice as high, RMSProp's default is the grid's best, five lose much", () => {
    const times = SIX.map(
      (one) => mean(tested("flowers", 200, one, "default")) / mean(tested("flowers", 200, one)),
    );
    const adams = times[5]!;
    expectOnlyRight(byId["in-practice/defaults"].options, {
      same: adams <= 1.1,
      somewhat: adams > 1.1 && adams <= 2,
      twice: adams > 2,
    });
    expect(adams).toBeCloseTo(3, 0);
    expect(times[4]).toBe(1);
    for (const i of [0, 1, 2, 3, 5]) expect(times[i]!).toBeGreaterThan(1.6);
    expect(mean(tested("units", 200, RMS, "default")) / mean(tested("units", 200, RMS))).toBeGreaterThan(1.2);
  });

  test("the ranking turns: AdaGrad above plain descent on the flowers, below it on the others", () => {
    for (const [task, sign] of [
      ["flowers", 1],
      ["units", -1],
      ["rare", -1],
    ] as const) {
      const [a, b] = [tested(task, 200, AG), tested(task, 200, GD)];
      expect(isApart(a, b)).toBe(true);
      expect(Math.sign(mean(minus(a, b)))).toBe(sign);
    }
    const rare = minus(tested("rare", 200, AG), tested("rare", 200, GD));
    expect(words(rare)).toBe("-0.0165 ± 0.0024");
    expect(Math.abs(mean(rare))).toBeGreaterThan(6 * errorOf(rare));
    const apart = Math.abs(mean(rare)) > 3 * errorOf(rare);
    expectOnlyRight(byId["in-practice/rare"].options, {
      higher: apart && mean(rare) > 0,
      not: !apart,
      lower: apart && mean(rare) < 0,
    });
    for (const low of [AG, RMS, ADAM])
      for (const high of [GD, M, N]) {
        expect(isApart(tested("rare", 200, low), tested("rare", 200, high))).toBe(true);
        expect(mean(tested("rare", 200, low))).toBeLessThan(mean(tested("rare", 200, high)));
      }
    const units = SIX.map((one) => mean(tested("units", 200, one)));
    expect(units.indexOf(Math.max(...units))).toBe(0);
    expect(units.indexOf(Math.min(...units))).toBe(5);
    expect(lowestOf("flowers", 50)).toBe(ADAM);
    for (const steps of [50, 200])
      expect(
        pairsApart("flowers", steps).some((pair) => pair.includes(ADAM)),
        `${steps} steps`,
      ).toBe(false);
  });

  test("training is not testing: momentum halves the training loss on the rare features, and ends higher", () => {
    const [m, gd] = [lossesIn(0, "rare", 200, M), lossesIn(0, "rare", 200, GD)];
    for (const [i, loss] of m.entries()) expect(loss / gd[i]!).toBeCloseTo(0.48, 1);
    expect(isApart(tested("rare", 200, M), tested("rare", 200, GD))).toBe(true);
    expect(mean(tested("rare", 200, M))).toBeGreaterThan(mean(tested("rare", 200, GD)));
  });

  test("decay helps momentum on the rare features and harms Adam there; elsewhere ten seeds do not tell", () => {
    for (const task of ["flowers", "units", "rare"])
      for (const one of [M, ADAM]) {
        const [decayed, constant] = [tested(task, 200, `${one}, cosine decay`), tested(task, 200, one)];
        expect(isApart(decayed, constant), `${one} on ${task}`).toBe(task === "rare");
        if (task === "rare") expect(Math.sign(mean(minus(decayed, constant)))).toBe(one === M ? -1 : 1);
      }
  });

  test("in other units a tenth of η takes Adam's old path along that axis; plain descent needs a hundredth of λ", () => {
    const gap = (rule: Rule, plain: Record<string, number>, other: Record<string, number>) => {
      const a = descend(objective("0.05*x^2 + y^2"), rule, { start: [-8, 1.5], steps: 10, hyper: plain });
      const b = descend(objective("0.05*(10*x)^2 + y^2"), rule, {
        start: [-0.8, 1.5],
        steps: 10,
        hyper: other,
      });
      return Math.max(...a.path.map((w, t) => Math.abs(w[0]! - 10 * b.path[t]![0]!)));
    };
    expect(gap(adam, { eta: 0.5 }, { eta: 0.05 })).toBeLessThan(1e-7);
    expect(gap(gradientDescent, { lambda: 0.05 }, { lambda: 0.0005 })).toBeLessThan(1e-12);
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
