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

  test("who notices a scaled loss, scaled axes, turned axes", () => {
    const s = Math.SQRT1_2;
    const rules: [Rule, Record<string, number>][] = [
      [gradientDescent, { lambda: 0.0005 }],
      [momentum, { lambda: 0.0005 }],
      [adagrad, { lambda: 0.5 }],
      [rmsprop, { lambda: 0.1 }],
      [adam, { eta: 0.5 }],
      [newton, {}],
    ];
    const blind = (f: string, start: number[], back: (x: number, y: number) => [number, number]) =>
      rules.map(([rule, hyper]) => {
        const run = (on: string, from: number[]) =>
          descend(objective(on), rule, { start: from, steps: 10, hyper }).path;
        const plain = run("0.05*x^2 + y^2", [-8, 1.5]);
        const gaps = run(f, start).map(([u, v], t) => {
          const [x, y] = back(u!, v!);
          return Math.hypot(x - plain[t]![0]!, y - plain[t]![1]!);
        });
        const gap = Math.max(...gaps);
        expect(gap < 5e-5 || gap > 1e-2, `${rule.id}, ${f}`).toBe(true); // far from the lesson's mark, 1e-4
        return gap < 1e-4;
      });
    const is = (who: readonly boolean[], ...expected: readonly boolean[]) =>
      who.every((x, i) => x === expected[i]);
    const loss = blind("1000*(0.05*x^2 + y^2)", [-8, 1.5], (x, y) => [x, y]);
    const units = blind("0.05*(10*x)^2 + y^2", [-0.8, 1.5], (x, y) => [10 * x, y]);
    const askew = "0.05*((x - y)/sqrt(2))^2 + ((x + y)/sqrt(2))^2";
    const turn = blind(askew, [-6.5 * s, 9.5 * s], (x, y) => [s * (x - y), s * (x + y)]);
    const groups = (who: readonly boolean[]) => ({
      first: is(who, true, true, false, false, false, false),
      scaled: is(who, false, false, true, true, true, false),
      scaledAndNewton: is(who, false, false, true, true, true, true),
      firstAndNewton: is(who, true, true, false, false, false, true),
      newton: is(who, false, false, false, false, false, true),
      none: is(who, false, false, false, false, false, false),
    });
    for (const [card, who] of [
      [byId["in-practice/scaled"], loss],
      [byId["in-practice/units"], units],
      [byId["in-practice/turn"], turn],
    ] as const) {
      const isTrue = groups(who);
      const asked = Object.keys(card.options) as (keyof typeof isTrue)[];
      expectOnlyRight(card.options, Object.fromEntries(asked.map((name) => [name, isTrue[name]])));
    }
  });

  test("of 135 comparisons of ten alike differences two pass three standard errors by luck", () => {
    // Student's t with nine degrees of freedom: its density without the factor, integrated by Simpson's rule
    const density = (t: number) => (1 + (t * t) / 9) ** -5;
    const integral = (from: number, to: number, parts = 20_000) => {
      const h = (to - from) / parts;
      let sum = density(from) + density(to);
      for (let i = 1; i < parts; i++) sum += density(from + i * h) * (i % 2 === 1 ? 4 : 2);
      return (sum * h) / 3;
    };
    const beyond = integral(3, 300) / integral(0, 300);
    expect(beyond).toBeCloseTo(0.015, 3);
    expect(9 * 15).toBe(135);
    expect(135 * beyond).toBeCloseTo(2, 1);
  });

  test("the ends of the grid are far worse, on any machine: a start's last digits change nothing that is shown", () => {
    for (const { rule, title, memory } of entrants.slice(0, 6)) {
      const best = bestTry(
        searched(
          "flowers",
          entrants.find((one) => one.title === title)!,
          200,
        ),
      ).loss;
      const end = (rate: number, moved: number) =>
        Math.min(
          ...(memory === undefined ? [undefined] : [0.5, 0.9, 0.99]).map((share) => {
            const hyper = { [rule.rate!]: rate, ...(share === undefined ? {} : { [memory!]: share }) };
            return mean(
              [1, 2, 3].map((seed) => {
                const [training, onValidation] = tasks.flowers.data.map((part) =>
                  network(part, { hidden: [6], seed }),
                );
                const start = training!.start.map((x, i) => x + (i % 2 === 0 ? moved : -moved));
                const on = miniBatch(training!, { size: 10, seed });
                const run = descend(on, rule, { start, steps: 200, hyper, record: "none" });
                return run.stop.reason === "diverged" ? Infinity : onValidation!.value(run.end.w);
              }),
            );
          }),
        );
      for (const moved of [0, 1e-13, 1e-12]) {
        expect(end(10, moved) / best, title).toBeGreaterThan(11);
        expect(Math.abs(end(0.0003, moved) - end(0.0003, 0))).toBeLessThan(1e-9);
        expect(end(0.0003, 0) / best).toBeGreaterThan(3);
      }
    }
  });

  test("the tables in Rosenbrock's valley hang on no last digit", () => {
    const end = (rule: Rule, rate: number, moved: number) =>
      descend(rosenbrock, rule, {
        start: [-1.2 + moved, 1 - moved],
        steps: 100,
        hyper: { [rule.rate!]: rate },
      }).end.loss;
    for (const rule of [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam]) {
      const { rate, loss } = bestOf(rule);
      expect(Math.abs(end(rule, rate, 1e-12) / loss - 1)).toBeLessThan(1e-8);
    }
    expect(end(adagrad, 1.753, 1e-12) / end(adagrad, 1.753, 0)).toBeCloseTo(1, 6);
  });
});
