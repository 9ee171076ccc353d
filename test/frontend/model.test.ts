import { describe, expect, test } from "vitest";
import { adam, beale, gradientDescent, momentum, newton, quadratic, saddle, schedules } from "fall-line";
import { type Change, Model } from "../../src/frontend/explorer/model.ts";

const objective = quadratic([0.1, 2]) as never;
const runner = (rule: unknown, hyper: Record<string, number>) => ({ rule, hyper, on: true }) as never;

function model() {
  const runners = [runner(gradientDescent, { lambda: 0.1 }), runner(momentum, { lambda: 0.1, alpha: 0.9 })];
  const made = new Model({ objective, start: [1, 1], steps: 20, runners });
  const changes: Change[] = [];
  made.onChange((change) => changes.push(change));
  return { made, changes };
}

describe("the explorer's model", () => {
  test("begins at the end, and goes no further than from 0 to there", () => {
    const { made } = model();
    expect(made.t).toBe(20);
    for (const [asked, got] of [
      [3.4, 3],
      [-5, 0],
      [99, 20],
    ] as const) {
      made.goTo(asked);
      expect(made.t).toBe(got);
    }
  });

  test("stays at its step when the descents change, and at the end when it was there", () => {
    const { made, changes } = model();
    made.change({ steps: 40 });
    expect(made.t).toBe(40);
    made.goTo(39);
    made.change({ steps: 50 });
    expect(made.t).toBe(39);
    made.change({ steps: 10, start: [2, 2] });
    expect(made.t).toBe(10);
    made.change({ objective: made.settings.objective });
    expect(changes).toEqual(["descents", "step", "descents", "descents", "surface"]);
  });

  test("descends anew with what is changed: from (1, 1) by 0.2 times the slopes 0.1 and 2", () => {
    const { made } = model();
    made.changeRunner(0, { hyper: { lambda: 0.2 } });
    const [x, y] = made.runs[0]!.trace.at(1).w;
    expect(x).toBeCloseTo(1 - 0.2 * 0.1, 12);
    expect(y).toBeCloseTo(1 - 0.2 * 2, 12);
  });

  test("leaves out a rule that is switched off, keeps the looks of the others, and has no run of it while it is chosen", () => {
    const { made } = model();
    const look = made.runs[1]!.look;
    made.choose(1);
    expect(made.chosen?.runner.rule).toBe(momentum);
    made.changeRunner(0, { on: false });
    expect(made.runs.map(({ runner: { rule } }) => rule)).toEqual([momentum]);
    expect(made.runs[0]!.look).toEqual(look);
    made.choose(0);
    expect([made.place, made.chosen]).toEqual([0, undefined]);
  });

  test("looks at a single step from when that is wanted until something moves or all begins anew", () => {
    const { made } = model();
    const seen = [made.isSingle];
    const look = (act: () => void): void => {
      act();
      seen.push(made.isSingle);
    };
    look(() => made.goTo(4, true));
    look(() => made.goTo(9));
    look(() => made.move("steps", true));
    look(() => made.move("steps", false));
    look(() => made.goTo(4, true));
    look(() => made.move("start", true));
    look(() => made.goTo(4, true));
    look(() => void made.reset());
    expect(seen).toEqual([false, true, true, false, false, true, false, true, false]);
  });

  test("stays as it was when a change is not possible", () => {
    const { made, changes } = model();
    const { settings, runs } = made;
    expect(() => made.change({ runners: [runner(adam, { nothing: 1 })] })).toThrow(/nothing/);
    expect(made.settings).toBe(settings);
    expect(made.runs).toBe(runs);
    expect(changes).toEqual([]);
  });

  test("goes back to how it began", () => {
    const { made, changes } = model();
    made.choose(1);
    made.change({ steps: 5, start: [2, 2] });
    made.goTo(1);
    made.reset();
    expect(made.settings).toMatchObject({ steps: 20, start: [1, 1] });
    expect([made.t, made.chosen?.runner.rule]).toEqual([20, gradientDescent]);
    expect(changes.at(-2)).toBe("surface");
  });
});

describe("the explorer's model, further", () => {
  test("lets another rule of the library take part, with numbers that suit the surface, and chooses it", () => {
    const { made } = model();
    made.add(adam);
    expect(made.runs).toHaveLength(3);
    expect(made.chosen?.runner).toMatchObject({ rule: adam, on: true });
    // From (1, 1) by its usual 0.001 a step, twenty steps end at 0.98.
    expect(made.chosen!.trace.end.loss).toBeLessThan(0.1 * made.chosen!.trace.losses[0]!);
    made.change({ objective: saddle });
    made.add(adam);
    expect(made.chosen?.runner.hyper).toMatchObject({ eta: 0.001 });
  });

  test("undoes a reset", () => {
    const { made } = model();
    made.choose(1);
    made.change({ steps: 5, start: [2, 2] });
    made.goTo(3);
    const before = made.reset();
    made.restore(before);
    expect(made.settings).toMatchObject({ steps: 5, start: [2, 2] });
    expect([made.t, made.chosen?.runner.rule]).toEqual([3, momentum]);
  });

  test("moves while anything does, and says when it begins and ends", () => {
    const { made, changes } = model();
    made.move("start", true);
    made.move("steps", true);
    made.move("start", false);
    expect(made.isMoving).toBe(true);
    made.move("steps", false);
    expect(made.isMoving).toBe(false);
    expect(changes).toEqual(["motion", "motion", "motion", "motion"]);
  });

  test("keeps what is seen of the surface until another is taken", () => {
    const { made } = model();
    const { ground } = made;
    made.change({ start: [0.5, -0.5] });
    expect(made.ground).toBe(ground);
    made.change({ objective: made.settings.objective });
    expect(made.ground).not.toBe(ground);
  });
});

describe("the explorer's model, at its bounds", () => {
  test("has no last step without a rule", () => {
    const { made } = model();
    made.add(adam);
    made.changeRunner(2, { on: false });
    expect(made.chosen).toBeUndefined();
    expect(made.last).toBe(20);
    made.changeRunner(0, { on: false });
    made.changeRunner(1, { on: false });
    expect([made.chosen, made.last, made.t]).toEqual([undefined, 0, 0]);
  });

  test("lasts as long as the longest of its runs", () => {
    const { made } = model();
    made.change({ steps: 1000 });
    made.changeRunner(0, { hyper: { lambda: 3000 } });
    const steps = made.runs.map(({ trace }) => trace.steps);
    expect(steps[0]).toBeLessThan(steps[1]!);
    expect(made.last).toBe(Math.max(...steps));
  });

  test("goes to a whole step, the nearer one", () => {
    const { made } = model();
    made.goTo(3.6);
    expect(made.t).toBe(4);
  });

  test("tells that something moves once, and that it rests once", () => {
    const { made, changes } = model();
    made.move("steps", true);
    made.move("steps", true);
    expect(made.isDragged).toBe(false);
    made.move("steps", false);
    made.move("steps", false);
    expect(changes).toEqual(["motion", "motion"]);
    made.move("start", true);
    expect(made.isDragged).toBe(true);
  });

  test("resets to a step that is asked for, the start too", () => {
    const { made } = model();
    made.choose(1);
    const before = made.reset(0);
    expect([made.t, made.chosen?.runner.rule]).toEqual([0, gradientDescent]);
    expect([before.t, before.chosen]).toEqual([20, 1]);
  });

  test("refuses more work than a page can bear, and counts only the rules that take part", () => {
    const heavy = () => objective as typeof beale;
    const many = (count: number, on: boolean) =>
      Array.from({ length: count }, () => ({ rule: newton, hyper: {}, on }) as never);
    const big = (runners: never[]) => new Model({ objective: heavy(), start: [1, 1], steps: 1e7, runners });
    expect(() => big(many(1, true))).toThrow(/more computing than a page should do/);
    expect(() => big(many(1, false))).not.toThrow();
  });

  test("gives a schedule only to rules with a rate", () => {
    const schedule = schedules.exponential({ k: 0.5 });
    const runners = [runner(newton, {}), runner(gradientDescent, { lambda: 0.1 })];
    const { runs } = new Model({ objective, start: [1, 1], steps: 3, schedule, runners });
    expect(runs[1]!.trace.value("rate", 2)).toBeLessThan(0.1);
    expect(runs[0]!.trace.end.loss).toBeLessThan(1e-12);
    expect(runs.map(({ trace }) => trace.schedule)).toEqual([undefined, schedule]);
  });

  test("shows the start, the minima and the paths that stay; what runs away does not widen the ground", () => {
    const groundOf = (...runners: never[]) =>
      new Model({ objective, start: [1, 1], steps: 30, runners }).ground;
    const calm = groundOf(runner(gradientDescent, { lambda: 0.1 }));
    const wild = groundOf(
      runner(gradientDescent, { lambda: 0.1 }),
      runner(momentum, { lambda: 9, alpha: 0.9 }),
    );
    expect(wild).toEqual(calm);
    expect(calm.minima).toEqual([[0, 0]]);
    for (const [low, high] of calm.views) expect([low < 0, high > 1]).toEqual([true, true]);
    const alone = groundOf(runner(momentum, { lambda: 9, alpha: 0.9 }));
    for (const [low, high] of alone.views) expect([low < 0, high > 1]).toEqual([true, true]);
    // With a rate of 2/h, for h = 2, each step goes to the other side: as high as the start.
    const [, swinging] = groundOf(runner(gradientDescent, { lambda: 1 })).views;
    expect(swinging[0]).toBeLessThan(-1);
  });

  test("tells how a run ended", () => {
    const runners = [runner(momentum, { lambda: 1e9, alpha: 0.9 })];
    const made = new Model({ objective, start: [1, 1], steps: 100, runners });
    expect(made.runs[0]!.trace.stop.reason).toBe("diverged");
    expect(made.runs[0]!.story.sentence(made.last)).toMatch(/stopped at step 16$/);
  });
});
