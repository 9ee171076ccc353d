/** What lesson 10 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  adagrad,
  adam,
  beale,
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
  lossesOf,
  MEMORIES,
  RATES,
  REPORT_SEEDS,
  result,
  type Result,
  searched,
  settingsOf,
  tasks,
} from "../../lessons/10-in-practice/experiment.ts";
import { firstUnlessLong } from "../long.ts";
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

  test("AdaGrad and Adam bear rates a thousand times as large as those that explode, RMSProp is not cut off there", () => {
    for (const rule of [gradientDescent, momentum, nesterov])
      expect(endOf(rule, 0.007).stop.reason).toBe("diverged");
    const rates = Array.from({ length: 31 }, (_, k) => Number((10 ** ((k - 24) / 6)).toPrecision(3)));
    const large = rates.filter((rate) => rate > 6.8);
    expect(large).toHaveLength(2);
    for (const rate of large) {
      for (const rule of [adagrad, adam]) expect(endOf(rule, rate).end.loss).toBeLessThan(24.2); // at the start
      expect(endOf(rmsprop, rate).stop.reason).toBe("steps");
      expect(endOf(rmsprop, rate).end.loss).toBeGreaterThan(5000);
    }
    const good = (rule: Rule) => rates.filter((rate) => endOf(rule, rate).end.loss < 1).length;
    expect([gradientDescent, momentum, adam].map(good)).toEqual([2, 5, 4]);
  });

  test("a closer look: within two percent of AdaGrad's best rate its last loss falls to less than a hundredth", () => {
    const { rate, loss } = bestOf(adagrad);
    expect(rate).toBe(1.78);
    for (const rule of [gradientDescent, momentum, nesterov, rmsprop, adam])
      expect(bestOf(rule).loss).toBeGreaterThan(loss);
    expect(loss).toBeCloseTo(0.00087, 5);
    const near = Array.from({ length: 71 }, (_, i) => (1745 + i) / 1000);
    expect(Math.max(...near.map((one) => Math.abs(one / rate - 1)))).toBeLessThan(0.02);
    const least = Math.min(...near.map((one) => endOf(adagrad, one).end.loss));
    expect(endOf(adagrad, 1.753).end.loss).toBe(least);
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

  test("on the flowers no pair is told apart, at no budget; Adam's mean is the highest after 200 steps", () => {
    for (const steps of [50, 200, 800]) expect(pairsApart("flowers", steps)).toEqual([]);
    const apart = pairsApart("flowers", 200);
    expectOnlyRight(byId["in-practice/pairs"].options, {
      most: apart.length >= 12,
      half: apart.length >= 6 && apart.length <= 11,
      few: apart.length <= 5,
    });
    const means = SIX.map((one) => [mean(tested("flowers", 200, one)), one] as const);
    expect(means.toSorted(([a], [b]) => a - b).map(([, one]) => one)).toEqual([N, M, GD, AG, RMS, ADAM]);
    const paired = errorOf(minus(tested("flowers", 200, M), tested("flowers", 200, GD)));
    expect(paired * 3).toBeLessThan(errorOf(tested("flowers", 200, M)));
  });

  test("every rule has fifty tries, and plain descent's reach as far as any velocity that was chosen", () => {
    for (const entrant of entrants) {
      const settings = settingsOf(entrant);
      expect(new Set(settings.map((hyper) => JSON.stringify(hyper))).size).toBe(50);
      expect(settings.map(({ lambda, eta }) => lambda ?? eta!)).toEqual(expect.arrayContaining(RATES));
    }
    for (const { hyper } of results.filter(({ settings }) => settings === "searched"))
      if (hyper["alpha"] !== undefined) expect(hyper["lambda"]! / (1 - hyper["alpha"])).toBeLessThan(25);
  });

  test("no best rate stands at an end of the grid, on any task; a share at an end is 0, or nearly 1 in one line", () => {
    const found = results.filter(({ settings }) => settings === "searched");
    for (const { hyper } of found) {
      const { lambda, eta } = hyper;
      expect(lambda ?? eta).toBeGreaterThan(0.00075);
      expect(lambda ?? eta).toBeLessThan(10);
    }
    const most = found.filter(({ hyper }) => (hyper["alpha"] ?? hyper["beta1"]) === MEMORIES.at(-1));
    expect(most.map(({ task, steps, entrant }) => [task, steps, entrant])).toEqual([["rare", 50, ADAM]]);
    const of = (title: string) => found.find((r) => r.entrant === title && r.steps === 200)!.hyper;
    expect(of(ADAM)["beta1"]).toBe(0);
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
    const isDefault = (title: string, hyper: Record<string, number>) =>
      results.filter(
        (r) =>
          r.entrant === title &&
          r.settings === "searched" &&
          Object.entries(hyper).every(([k, v]) => r.hyper[k] === v),
      ).length;
    expect(isDefault(RMS, { lambda: 0.01 })).toBe(2);
    expect(isDefault(M, { lambda: 0.01, alpha: 0.9 })).toBe(3);
    expect(isDefault(ADAM, { eta: 0.001 })).toBe(0);
    const etas = results
      .filter((r) => r.entrant === ADAM && r.settings === "searched")
      .map((r) => r.hyper["eta"]!);
    expect([Math.min(...etas), Math.max(...etas)]).toEqual([0.003, 0.3]);
  });

  test("on the rare features AdaGrad ends below plain descent, told apart; on the flowers it is not", () => {
    expect(isApart(tested("flowers", 200, AG), tested("flowers", 200, GD))).toBe(false);
    const rare = minus(tested("rare", 200, AG), tested("rare", 200, GD));
    expect(words(rare)).toBe("-0.0234 ± 0.0024");
    expect(Math.abs(mean(rare))).toBeGreaterThan(9 * errorOf(rare));
    const trained = [GD, AG].map((one) => mean(lossesIn(0, "rare", 200, one)).toFixed(4));
    expect(trained).toEqual(["0.0137", "0.0136"]);
    const apart = Math.abs(mean(rare)) > 3 * errorOf(rare);
    expectOnlyRight(byId["in-practice/rare"].options, {
      higher: apart && mean(rare) > 0,
      not: !apart,
      lower: apart && mean(rare) < 0,
    });
    for (const steps of [50, 200, 800])
      for (const low of [AG, RMS, ADAM])
        for (const high of [GD, M, N]) {
          expect(isApart(tested("rare", steps, low), tested("rare", steps, high))).toBe(true);
          expect(mean(tested("rare", steps, low))).toBeLessThan(mean(tested("rare", steps, high)));
        }
    const units = SIX.map((one) => mean(tested("units", 200, one)));
    expect(units.indexOf(Math.max(...units))).toBe(0);
    expect(units.indexOf(Math.min(...units))).toBe(5);
  });

  /** 1 where a ends above b, -1 where below, 0 where the two are not told apart. */
  const verdict = (task: string, steps: number, a: string, b: string) => {
    const [x, y] = [tested(task, steps, a), tested(task, steps, b)];
    return isApart(x, y) ? Math.sign(mean(minus(x, y))) : 0;
  };

  test("decay is told apart on the rare features only: after 200 steps it helps momentum and harms Adam, after 800 it harms momentum", () => {
    const decayed = (task: string, one: string) =>
      [50, 200, 800].map((steps) => verdict(task, steps, `${one}, cosine decay`, one));
    for (const task of ["flowers", "units"])
      for (const one of [M, ADAM]) expect(decayed(task, one)).toEqual([0, 0, 0]);
    expect([decayed("rare", M), decayed("rare", ADAM)]).toEqual([
      [0, -1, 1],
      [1, 1, 0],
    ]);
  });

  test("a ranking turns with the task; with the budget only that of plain descent and itself, at another rate", () => {
    expect([verdict("units", 200, RMS, N), verdict("rare", 200, RMS, N)]).toEqual([1, -1]);
    for (const task of ["units", "rare"]) expect(pairsApart(task, 200).length).toBeGreaterThan(7);
    const counts = [50, 200, 800].map((steps) => pairsApart("units", steps).length);
    expect(counts).toEqual([3, 13, 8]);
    for (const task of ["flowers", "units", "rare"])
      for (const [i, a] of SIX.entries())
        for (const b of SIX.slice(i + 1)) {
          const verdicts = [50, 200, 800].map((steps) => verdict(task, steps, a, b));
          const turns = verdicts.includes(1) && verdicts.includes(-1);
          expect(turns, `${task}, ${a}, ${b}`).toBe(task === "rare" && a === GD && b === M);
        }
  });

  test("what is told apart on the rare features are rates", () => {
    const hyperOf = (steps: number, entrant: string) =>
      results.find(
        (r) => r.task === "rare" && r.steps === steps && r.entrant === entrant && r.settings === "searched",
      )!.hyper;
    expect(hyperOf(800, M)).toEqual({ lambda: 0.3, alpha: 0 });
    expect(hyperOf(800, GD)).toEqual({ lambda: 0.375 });
    const known = new Map<string, number[]>();
    const testOf = (rate: number, steps: number): number[] => {
      const made = known.get(`${rate} ${steps}`) ?? trained(rate, steps);
      known.set(`${rate} ${steps}`, made);
      return made;
    };
    const trained = (rate: number, steps: number) =>
      REPORT_SEEDS.map((seed) => lossesOf("rare", entrants[0]!, { lambda: rate }, seed, steps)[2]);
    expect(testOf(0.3, 800)).toEqual(tested("rare", 800, M));
    const two = minus(tested("rare", 800, M), tested("rare", 800, GD));
    expect(Math.floor(Math.abs(mean(two)) / errorOf(two))).toBe(13);
    // Plain descent at momentum's λ/(1 - α), and half of it, which is how far a cosine lets it walk
    const decayed = `${M}, cosine decay`;
    for (const title of [M, decayed]) expect(hyperOf(200, title)).toEqual({ lambda: 1, alpha: 0.5 });
    expect(mean(testOf(2, 200))).toBeCloseTo(mean(tested("rare", 200, M)), 3);
    for (const twice of [testOf(2, 200), tested("rare", 200, M)])
      expect(mean(twice).toFixed(3)).toBe("0.474");
    expect(mean(testOf(1, 200)).toFixed(3)).toBe("0.464");
    expect(mean(tested("rare", 200, decayed)).toFixed(3)).toBe("0.465");
    const scaling = Math.max(...[AG, RMS, ADAM].map((one) => mean(tested("rare", 200, one))));
    const rates = settingsOf(entrants[0]!).flatMap(({ lambda }) => (lambda! >= 0.1 ? [lambda!] : []));
    // Those that are nearest to the best come first.
    rates.sort((a, b) => Math.abs(Math.log(a)) - Math.abs(Math.log(b)));
    for (const rate of firstUnlessLong(rates, 3))
      expect(mean(testOf(rate, 200)), `${rate}`).toBeGreaterThan(scaling);
  });

  test("training is not testing: on the flowers Adam trains better with every seed, and its mean test loss is not lower", () => {
    const [m, adams] = [lossesIn(0, "flowers", 200, M), lossesIn(0, "flowers", 200, ADAM)];
    expect([Math.min(...adams).toFixed(3), Math.max(...adams).toFixed(3)]).toEqual(["0.012", "0.024"]);
    expect([Math.min(...m).toFixed(3), Math.max(...m).toFixed(3)]).toEqual(["0.027", "0.047"]);
    expect(mean(tested("flowers", 200, ADAM))).toBeGreaterThan(mean(tested("flowers", 200, M)));
    expect(verdict("flowers", 200, ADAM, M)).toBe(0);
  });

  test("exercise 5 wants the share, too: on Beale no rate tried reaches the mark with 0.9, a quarter does with 0.8", () => {
    const count = (alpha: number) => {
      const rates = Array.from({ length: 43 }, (_, k) => 0.001 * 1.1 ** k);
      return rates.filter((lambda) => {
        const { losses } = descend(beale, momentum, { start: [1, 1], steps: 100, hyper: { lambda, alpha } });
        return losses.length === 101 && Math.max(...losses.slice(-2)) < 1e-4;
      }).length;
    };
    expect([count(0.9), count(0.8)]).toEqual([0, 11]);
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
