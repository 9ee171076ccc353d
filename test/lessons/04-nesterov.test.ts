/** What lesson 04 says in numbers, computed again. */
import { describe, expect, test } from "vitest";
import {
  contractionFactor,
  convention,
  defineRule,
  descend,
  gradientDescent,
  hyper,
  momentum,
  nesterov,
  nesterovRewritten,
  objective,
  parabola,
  quadratic,
  quadraticTheory,
  type Rule,
  schedules,
  state,
} from "fall-line";
import { byId, expectOnlyRight } from "./cards.ts";
import { heavyAt, lookingAt, stepsPerDigit } from "./ravine.ts";

const looking = lookingAt(0.3, 0.9);

describe("lesson 04", () => {
  test("along the valley a swing becomes a tenth in 44 steps and in 34, across it in 44 and in 5", () => {
    const steps = (h: number, form: "momentum" | "nesterov") =>
      stepsPerDigit(contractionFactor(h, { lambda: 0.3, alpha: 0.9 }, form));
    expect(steps(0.1, "momentum")).toBeCloseTo(44, -0.5);
    expect(steps(2, "momentum")).toBeCloseTo(44, -0.5);
    expect(steps(0.1, "nesterov")).toBeCloseTo(34, 0);
    expect(steps(2, "nesterov")).toBeCloseTo(4.5, 1);
    expect(steps(0.1, "nesterov") / steps(0.1, "momentum"), "a quarter fewer").toBeCloseTo(3 / 4, 1);
    const about = (number: number) => Math.abs(steps(0.1, "nesterov") - number) < 2;
    const isTrue = { few: about(5), half: about(15), some: about(35), same: about(44) };
    expectOnlyRight(byId["nesterov/along"].options, isTrue);
    expect(0.86, "what a step would leave").toBeCloseTo(0.1 ** (1 / 15), 2);
    expect(contractionFactor(0.1, { lambda: 0.3, alpha: 0.9 }, "nesterov")).toBeCloseTo(0.934, 3);
    expect(contractionFactor(2, { lambda: 0.3, alpha: 0.9 }, "nesterov")).toBeCloseTo(0.6, 12);
  });

  test("what is left of the swings says the same: over 40 steps a little less along, next to nothing across", () => {
    const [green, pink] = [heavyAt(0.3, 0.9, 150), lookingAt(0.3, 0.9, 150)];
    const widest = ({ path }: typeof green, i: number, from: number) =>
      Math.max(...path.slice(from).map((w) => Math.abs(w[i]!)));
    const left = (ball: typeof green, i: number) => widest(ball, i, 60) / widest(ball, i, 20);
    expect(left(green, 0)).toBeCloseTo(0.949 ** 40, 1);
    expect(left(pink, 0)).toBeCloseTo(0.934 ** 40, 1);
    for (const from of [20, 40, 60]) expect(widest(pink, 0, from)).toBeLessThan(widest(green, 0, from));
    expect(widest(pink, 1, 20)).toBeLessThan(1e-4 * widest(green, 1, 20));
  });

  test("the losses after one step are an accident: 4,700 times at step 49, twice at step 44", () => {
    const ratio = (t: number) => heavyAt(0.3, 0.9).at(t).loss / looking.at(t).loss;
    expect(ratio(49) / 4700).toBeCloseTo(1, 1);
    expect(ratio(44)).toBeCloseTo(2, 1);
    expect(Math.abs(looking.at(49).w[0]!), "the pink ball passes the bottom").toBeLessThan(0.01);
  });

  test("step 2 by hand: it looks at 0.62 and ends at 0.496, where momentum ends at 0.46", () => {
    const hyper = { lambda: 0.1, alpha: 0.9 };
    const ball = (rule: typeof nesterov) => descend(parabola, rule, { start: [1], steps: 2, hyper });
    const { ahead, x } = byId["nesterov/second"].fields;
    const [first, second] = [ball(nesterov).at(1), ball(nesterov).at(2)];
    expect(first.w[0]! + 0.9 * first.m[0]!).toBeCloseTo(ahead.answer, 12);
    expect(second.w[0]).toBeCloseTo(x.answer, 12);
    expect(ball(momentum).at(2).w[0]).toBeCloseTo(0.46, 12);
  });

  test("the jump of step 2 lands at -0.21, red points back there, blue a step later; green ends nearer to the floor", () => {
    const [before, after] = [looking.at(1), looking.at(2)];
    expect([before.w[1], before.m[1]]).toEqual([expect.closeTo(0.6, 12), expect.closeTo(-0.9, 12)]);
    expect(before.w[1]! + 0.9 * before.m[1]!).toBeCloseTo(-0.21, 12);
    const push = (run: typeof looking, t: number) => -0.3 * run.at(t).g[1]!;
    expect([1, 2, 3].map((t) => push(heavyAt(0.3, 0.9), t) > 0)).toEqual([false, false, true]);
    expect([1, 2, 3].map((t) => push(looking, t) > 0)).toEqual([false, true, true]);
    expect(push(looking, 2), "not nearly 0").toBeGreaterThan(0.1);
    const blue = before.w[1]! + 0.9 * before.m[1]! - 0.3 * 2 * before.w[1]!;
    expect(Math.abs(after.w[1]!)).toBeLessThan(Math.abs(blue));
    expect(Math.hypot(...looking.at(3).g)).toBeGreaterThan(Math.hypot(...after.g));
  });

  test("0.873 of the velocity is kept along and 0.36 across, and momentum with 0.36 takes the same steps", () => {
    expect(0.9 * (1 - 0.3 * 0.1)).toBeCloseTo(0.873, 12);
    expect(0.9 * (1 - 0.3 * 2)).toBeCloseTo(0.36, 12);
    const run = (rule: typeof nesterov | typeof momentum, alpha: number) =>
      descend(quadratic([2]), rule, { start: [1.5], steps: 5, hyper: { lambda: 0.3, alpha } });
    const [ahead, weak] = [run(nesterov, 0.9), run(momentum, 0.36)];
    for (const t of [1, 2, 3, 4, 5]) expect(ahead.at(t).w[0]).toBeCloseTo(weak.at(t).w[0]!, 12);
  });

  test("the limit is about 1.36 at alpha 0.9, in the ravine at a rate of 0.68", () => {
    const limit = quadraticTheory([1]).nesterov.stableBelow(0.9);
    expect(limit).toBeCloseTo(1.36, 2);
    expect(limit / 2).toBeCloseTo(0.68, 2);
    expect(lookingAt((0.99 * limit) / 2, 0.9, 400).end.loss).toBeLessThan(1);
    expect(lookingAt((1.01 * limit) / 2, 0.9, 400).end.loss).toBeGreaterThan(1);
    expect(quadraticTheory([1]).momentum.stableBelow(0.9)).toBeCloseTo(3.8, 12);
    // above it: it looks further out than it stands, on the same side, and is thrown past the bottom, further out
    const away = descend(quadratic([2]), nesterov, {
      start: [1.5],
      steps: 30,
      hyper: { lambda: 0.7, alpha: 0.9 },
    });
    for (const t of [10, 20, 29]) {
      const [w, m, next] = [away.at(t).w[0]!, away.at(t).m[0]!, away.at(t + 1).w[0]!];
      expect((w + 0.9 * m) / w).toBeGreaterThan(2.5);
      expect(next / w).toBeLessThan(-1.05);
    }
  });

  test("at its best pair it leaves 0.744 of the error a step in the ravine, momentum 0.635", () => {
    const { nesterov: best, momentum: heavy } = quadraticTheory([0.1, 2]);
    const root = Math.sqrt(3 * 20 + 1);
    expect(best.lambda).toBeCloseTo(4 / (3 * 2 + 0.1), 12);
    expect(best.alpha).toBeCloseTo((root - 2) / (root + 2), 12);
    const worse = (lambda: number, alpha: number) =>
      Math.max(...[0.1, 2].map((h) => contractionFactor(h, { lambda, alpha }, "nesterov")));
    expect(worse(best.lambda, best.alpha)).toBeCloseTo(best.rate, 6);
    expect(best.rate).toBeCloseTo(1 - 2 / root, 12);
    expect(best.rate).toBeCloseTo(0.744, 3);
    expect(heavy.rate).toBeCloseTo(0.635, 3);
    for (let alpha = 0; alpha < 1; alpha += 0.01)
      for (let lambda = 0.01; lambda < 1; lambda += 0.01)
        expect(worse(lambda, alpha)).toBeGreaterThan(best.rate - 1e-9);
    expect(heavy.lambda / best.lambda, "its best rate is half of momentum's").toBeCloseTo(2, 1);
    expect(stepsPerDigit(heavy.rate)).toBeCloseTo(5, 0);
    expect(stepsPerDigit(19 / 21)).toBeCloseTo(23, 0);
    const about = (number: number) => Math.abs(stepsPerDigit(best.rate) - number) < 1;
    const isTrue = { fewer: about(3), same: about(5), more: about(8), plain: about(23) };
    expectOnlyRight(byId["nesterov/best"].options, isTrue);
    expect(0.1 ** (1 / 3), "what a step would leave").toBeCloseTo(0.46, 2);
    expect(best.lambda, "smaller than plain descent's").toBeLessThan(2 / 2.1);
    const digits = (theory: { readonly rate: number }) => stepsPerDigit(theory.rate);
    const narrow = quadraticTheory([1, 1e6]);
    expect(digits(narrow.nesterov) / digits(narrow.momentum)).toBeCloseTo(Math.sqrt(3), 2);
  });

  test("with 0.9 it is the calmer one in the ravine while lambda h is about 1.3 across; from 1.36 on it runs away", () => {
    const worse = (lambda: number, form: "momentum" | "nesterov") =>
      Math.max(...[0.1, 2].map((h) => contractionFactor(h, { lambda, alpha: 0.9 }, form)));
    for (let lambda = 0.03; lambda < 0.66; lambda += 0.01)
      expect(worse(lambda, "nesterov"), String(lambda)).toBeLessThan(worse(lambda, "momentum"));
    for (const lambda of [0.68, 0.7, 1, 1.89]) {
      expect(worse(lambda, "nesterov"), String(lambda)).toBeGreaterThan(worse(lambda, "momentum"));
      expect(worse(lambda, "nesterov")).toBeGreaterThan(1);
      expect(worse(lambda, "momentum")).toBeLessThan(1);
    }
  });

  test("at lambda h = 1 across, critical damping along is enough for exercise 5, and what is given is not", () => {
    const alpha = 0.634;
    expect(0.95 * (1 + alpha) ** 2).toBeCloseTo(4 * alpha, 2);
    const { losses } = lookingAt(0.5, alpha, 20);
    expect(losses.at(-1)).toBeLessThan(0.005);
    expect(Math.min(...lookingAt(0.1, 0.9, 20).losses)).toBeGreaterThan(0.005);
    const best = quadraticTheory([0.1, 2]).nesterov;
    expect(lookingAt(best.lambda, best.alpha, 20).end.loss).toBeLessThan(0.005);
  });

  test("in the flattest direction no alpha gives a smaller factor than 1 - sqrt(lambda h)", () => {
    for (const lambda of [0.2, 0.5, 0.65, 0.9]) {
      const factors = Array.from({ length: 999 }, (_, k) =>
        contractionFactor(0.1, { lambda, alpha: k / 1000 }, "nesterov"),
      );
      expect(Math.min(...factors)).toBeGreaterThan(1 - Math.sqrt(0.1 * lambda) - 1e-9);
      expect(Math.min(...factors)).toBeLessThan(1 - Math.sqrt(0.1 * lambda) + 0.02);
    }
  });

  test("the lines of the optional page hold: p1 = -3 pn, r = 2 alpha/(1 + alpha), and both roots are of that size", () => {
    for (const Q of [2, 20, 1500]) {
      const { lambda, alpha, rate } = quadraticTheory([1, Q]).nesterov;
      const [p1, pn] = [1 - lambda, 1 - lambda * Q];
      expect(p1).toBeCloseTo(-3 * pn, 12);
      expect((1 + alpha) ** 2 * p1).toBeCloseTo(4 * alpha, 12);
      expect((2 * alpha) / (1 + alpha)).toBeCloseTo(rate, 12);
      expect(rate ** 2 + (1 + alpha) * pn * rate + alpha * pn).toBeCloseTo(0, 12);
      expect(1 - p1).toBeCloseTo(4 / (3 * Q + 1), 12);
    }
  });

  test("Keras and PyTorch store the look-ahead point; after a cut at step 3 PyTorch parts from it", () => {
    const how = { start: [1], steps: 4, hyper: { lambda: 0.1, alpha: 0.9 } };
    const torch = convention("nesterov", "torch");
    const three = (options: typeof how & { schedule?: ReturnType<typeof schedules.step> }, t: number) => {
      const slide8 = descend(parabola, nesterov, options).at(t);
      const keras = descend(parabola, nesterovRewritten, options).at(t).w[0]!;
      return [slide8.w[0]! + 0.9 * slide8.m[0]!, keras, descend(parabola, torch, options).at(t).w[0]!];
    };
    for (const t of [1, 2, 3, 4]) {
      const [next, keras, pytorch] = three(how, t);
      expect(keras).toBeCloseTo(next!, 12);
      expect(pytorch).toBeCloseTo(next!, 12);
      expect(descend(parabola, nesterov, how).at(t).w[0]).not.toBeCloseTo(next!, 3);
    }
    const [next, keras, pytorch] = three({ ...how, schedule: schedules.step({ factor: 0.1, every: 2 }) }, 3);
    expect(keras).toBeCloseTo(next!, 12);
    expect(next).toBeCloseTo(-0.0323, 4);
    expect(pytorch).toBeCloseTo(0.1893, 4);
    const before = three(how, 2)[1]!;
    const [ofKeras, ofTorch] = [Math.abs(keras! - before), Math.abs(pytorch! - before)];
    expectOnlyRight(byId["nesterov/cut"].options, {
      keras: ofKeras > 1.01 * ofTorch,
      torch: ofTorch > 1.01 * ofKeras,
      same: Math.abs(ofTorch / ofKeras - 1) < 0.01,
    });
  });

  test("where lambda h is 1 it lands in one step and stays, for any alpha and any velocity", () => {
    const { one, two } = byId["nesterov/moving"].fields;
    for (const [alpha, velocity] of [
      [0.9, 0.5],
      [0.3, -2],
      [0.99, 7],
    ] as const) {
      const m1 = alpha * velocity - (1 + alpha * velocity);
      const x1 = 1 + m1;
      const m2 = alpha * m1 - (x1 + alpha * m1);
      expect([x1, x1 + m2]).toEqual([expect.closeTo(one.answer, 12), expect.closeTo(two.answer, 12)]);
      // As the library steps: a rate of a half gives it a velocity, and then the rate is 1.
      const { path } = descend(quadratic([1]), nesterov, {
        start: [1],
        steps: 2,
        hyper: { lambda: 0.5, alpha },
        schedule: schedules.step({ factor: 2, every: 1 }),
      });
      expect([path[1]![0], path[2]![0]]).toEqual([0.5, expect.closeTo(0, 12)]);
    }
  });

  describe("on the bent bowl", () => {
    const kink = (at: number) => `(x - ${at})*sqrt((x - ${at})^2 + 1e-9)`;
    const bent = objective(`12.5*x^2 - 12*x + 18 - 6*${kink(1)} + 6*${kink(2)} + y^2/2`);
    const { momentum: heavy, nesterov: ahead } = quadraticTheory([1, 25]);
    const endsAt = (rule: Rule, { lambda, alpha }: { lambda: number; alpha?: number }, x: number) => {
      const settings = {
        start: [x, 5],
        steps: 400,
        hyper: { lambda, ...(alpha === undefined ? {} : { alpha }) },
      };
      return descend(bent, rule, { ...settings, record: "none" }).end.w;
    };

    test("its slope is 25x, x + 24, 25x - 24, and y across", () => {
      const slope = (x: number, y: number) => {
        const g = new Float64Array(2);
        bent.gradient(Float64Array.of(x, y), g, 1);
        return [...g];
      };
      const about = (...numbers: number[]) => numbers.map((number) => expect.closeTo(number, 6) as number);
      expect([slope(-1, 3), slope(0.5, 0), slope(1.5, -1), slope(4, 2)]).toEqual([
        about(-25, 3),
        about(12.5, 0),
        about(25.5, -1),
        about(76, 2),
      ]);
    });

    test("momentum at its best pair goes round -1.80, 2.12, 0.65 from (3.3, 5); Nesterov at its own arrives", () => {
      const run = descend(bent, momentum, {
        start: [3.3, 5],
        steps: 3000,
        hyper: { lambda: heavy.lambda, alpha: heavy.alpha },
      });
      const last = run.path.slice(-3).map((w) => w[0]!);
      expect(last.sort((a, b) => a - b)).toEqual(
        [-1.8, 0.65, 2.12].map((x) => expect.closeTo(x, 2) as number),
      );
      const [x, y] = endsAt(nesterov, ahead, 3.3);
      expect(Math.hypot(x!, y!)).toBeLessThan(1e-6);
      expectOnlyRight(byId["nesterov/bent"].options, {
        sooner: false,
        later: Math.hypot(...run.end.w) < 0.1,
        round: last.every((place) => Math.abs(place) > 0.5),
        away: Math.hypot(...run.end.w) > 10,
      });
    });

    test("that round is exact and draws in what is near: on curvature 25 each step leaves two thirds", () => {
      // w' = (1 + alpha - 25 lambda) w - alpha w_before + 24 lambda above 2; solved for a round of three by iteration
      const [p, q] = [1 + 4 / 9 - 25 / 9, -4 / 9];
      let round = [-1.8, 2.1, 0.6];
      for (let k = 0; k < 200; k++) {
        const [a, b, c] = round as [number, number, number];
        const next = p * c + q * b;
        const second = p * next + q * c;
        round = [next, second, p * second + q * next + 24 / 9];
        expect(a).toBeLessThan(1);
        expect(b).toBeGreaterThan(2);
      }
      expect(round.map((x) => x.toFixed(2))).toEqual(["-1.80", "2.12", "0.65"]);
      expect(contractionFactor(25, { lambda: heavy.lambda, alpha: heavy.alpha })).toBeCloseTo(2 / 3, 6);
      expect([heavy.lambda, heavy.alpha]).toEqual([expect.closeTo(1 / 9, 12), expect.closeTo(4 / 9, 12)]);
    });

    test("of many starts about one in ten leads into the round, and none with Nesterov, plain descent or a smaller rate", () => {
      const starts = Array.from({ length: 401 }, (_, k) => k / 20 - 10 + 0.001);
      const circling = (rule: Rule, pair: { lambda: number; alpha?: number }) =>
        starts.filter((x) => Math.hypot(...endsAt(rule, pair, x)) > 0.1).length / starts.length;
      expect(circling(momentum, heavy)).toBeCloseTo(0.1, 1);
      expect(circling(momentum, heavy)).toBeGreaterThan(0.05);
      expect(circling(nesterov, ahead)).toBe(0);
      expect(circling(gradientDescent, { lambda: 2 / 26 })).toBe(0);
      expect(circling(momentum, { lambda: 0.9 * heavy.lambda, alpha: heavy.alpha })).toBe(0);
    });
  });

  describe("the promise", () => {
    const growing = defineRule({
      id: "nesterov-growing",
      title: "Nesterov, growing",
      hyperparameters: {
        lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }),
      },
      rate: "lambda",
      state: { m: state.vector({ meaning: "velocity" }) },
      gradientAt: "w + (t - 2)/(t + 1)*m",
      equations: { m: "(t - 2)/(t + 1)*m - lambda*g", w: "w + m" },
    });

    test("holds on convex functions of many kinds, with 1/t for plain descent, and both to the letter", () => {
      const flat = Array.from({ length: 21 }, (_, k) => 10 ** (-k / 5));
      const functions = [
        { on: objective("x^4/12"), start: [1], h: 1, least: 0 },
        { on: objective("x^10/90"), start: [1], h: 1, least: 0 },
        { on: objective("log(exp(x) + exp(-x))"), start: [5], h: 1, least: Math.log(2) },
        { on: objective("sqrt(1 + x^2)"), start: [-20], h: 1, least: 1 },
        { on: objective("0.05*x^2 + y^2"), start: [-8, 1.5], h: 2, least: 0 },
        { on: quadratic(flat), start: flat.map(() => 1), h: 1, least: 0 },
      ];
      for (const { on, start, h, least } of functions) {
        const R2 = start.reduce((sum, x) => sum + x * x, 0);
        const settings = { start, steps: 1000, hyper: { lambda: 1 / h } };
        const [plain, ahead] = [gradientDescent, growing].map(
          (rule: Rule) => descend(on, rule, settings).losses,
        );
        for (let t = 1; t <= 1000; t++) {
          expect(plain![t]! - least).toBeLessThanOrEqual((h * R2) / (2 * t));
          expect(ahead![t]! - least).toBeLessThanOrEqual((2 * h * R2) / (t + 1) ** 2);
        }
      }
    });

    test("is nearly used up by a slope that bends only at its end, as the worst convex function has it", () => {
      // Slope c, and a bowl of curvature 1 below |x| = c: the worst cases that Drori and Teboulle's programs find.
      const bending = (c: number) => ({
        value: ([x]: Float64Array) => (Math.abs(x!) < c ? x! ** 2 / 2 : c * Math.abs(x!) - c ** 2 / 2),
        gradient: ([x]: Float64Array) => [Math.max(-c, Math.min(c, x!))],
      });
      for (const t of [3, 18, 100]) {
        const after = (rule: Rule, worst: number) =>
          descend(bending(2 * worst), rule, { start: [1], steps: t, hyper: { lambda: 1 } }).end.loss / worst;
        const ofPlain = 1 / (4 * t + 2);
        const ofGrowing = 2 / ((t + 2) * (t + 3));
        expect([after(gradientDescent, ofPlain), after(growing, ofGrowing)]).toEqual([
          expect.closeTo(1, 9),
          expect.closeTo(1, 9),
        ]);
        expect(ofPlain).toBeLessThan(1 / (2 * t));
        expect(ofGrowing).toBeLessThan(2 / (t + 1) ** 2);
      }
    });

    test("on the ever flatter bowl: a tenth, a tenth and a hundredth from step 100 to 1000", () => {
      const flatter = Array.from({ length: 61 }, (_, k) => 10 ** (-k / 10));
      const run = (rule: Rule, more: object = {}) =>
        descend(quadratic(flatter), rule, {
          start: flatter.map(() => 1),
          steps: 1000,
          hyper: { lambda: 1, ...more },
        }).losses;
      const plain = run(gradientDescent);
      expect([plain[100], plain[1000]]).toEqual([expect.closeTo(0.0108, 4), expect.closeTo(0.00108, 5)]);
      const constant = run(nesterov, { alpha: 0.9 });
      expect(constant[100]).toBeCloseTo(0.0011, 4);
      const left = constant[1000]! / constant[100]!;
      const about = (share: number) => Math.abs(Math.log10(left / share)) < 0.3;
      expectOnlyRight(byId["nesterov/flatter"].options, {
        tenth: about(0.1),
        hundredth: about(0.01),
        thousandth: about(0.001),
      });
      const grown = run(growing);
      expect(Math.log10(grown[1000]! / grown[100]!)).toBeCloseTo(-2, 0);
      expect(flatter[1]! / flatter[0]!, "about a fifth flatter").toBeCloseTo(0.8, 1);
    });

    test("a constant alpha is in the end, where it is flat, plain descent at the rate lambda/(1 - alpha)", () => {
      const h = 1e-7;
      for (const alpha of [0.5, 0.9, 0.99]) {
        const factor = contractionFactor(h, { lambda: 1, alpha }, "nesterov");
        expect((1 - factor) / (h / (1 - alpha)), String(alpha)).toBeCloseTo(1, 2);
      }
    });
  });
});
