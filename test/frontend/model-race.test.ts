import { describe, expect, test } from "vitest";
import { beale, momentum, newton, ravine, saddle, schedules, tune } from "fall-line";
import { Model } from "../../src/frontend/explorer/model.ts";

const runner = (rule: unknown, hyper: Record<string, number>) => ({ rule, hyper, on: true }) as never;

describe("a race of all in the explorer", () => {
  const race = () =>
    new Model({
      objective: beale,
      start: [1, 1],
      steps: 30,
      tuned: true,
      runners: [runner(momentum, { lambda: 0.01, alpha: 0.5 }), runner(newton, {})],
    });
  const best = (start: number[]) => tune(ravine, momentum, { start, steps: 30, hyper: { alpha: 0.5 } }).rate;
  const hyper = (made: Model) => made.settings.runners.map((one) => one.hyper);

  test("searches the rates anew on another surface and from another start, and keeps the other numbers", () => {
    const made = race();
    made.change({ objective: ravine, start: [-8, 1.5] });
    expect(hyper(made)).toEqual([{ lambda: best([-8, 1.5]), alpha: 0.5 }, {}]);
    made.change({ start: [-2, 3] });
    expect(hyper(made)).toEqual([{ lambda: best([-2, 3]), alpha: 0.5 }, {}]);
  });

  test("searches once the start is let go, and not while it is dragged", () => {
    const made = race();
    made.change({ objective: ravine, start: [-8, 1.5] });
    made.move("start", true);
    made.change({ start: [-2, 3] });
    expect(hyper(made)[0]).toEqual({ lambda: best([-8, 1.5]), alpha: 0.5 });
    made.move("start", false);
    expect(hyper(made)[0]).toEqual({ lambda: best([-2, 3]), alpha: 0.5 });
  });

  test("leaves the numbers to a hand that sets one, and to a surface without a bottom", () => {
    const made = race();
    made.change({ objective: saddle });
    expect(hyper(made)[0]).toEqual({ lambda: 0.01, alpha: 0.5 });
    expect(made.settings.tuned).toBe(true);
    made.changeRunner(0, { hyper: { lambda: 0.3, alpha: 0.9 } });
    expect(made.settings.tuned).toBe(false);
    made.change({ objective: ravine });
    expect(hyper(made)[0]).toEqual({ lambda: 0.3, alpha: 0.9 });
  });

  test("takes the steps for what they are, none too, and ends its search where the steps stop moving", () => {
    const made = race();
    made.change({ objective: ravine, start: [-8, 1.5], steps: 0 });
    expect(made.runs[0]!.trace.steps).toBe(0);
    expect(hyper(made)[0]).toEqual({ lambda: 0.01, alpha: 0.5 });
    made.move("steps", true);
    const settings = made.settings;
    made.move("steps", false);
    expect(made.settings).toBe(settings);
  });

  test("goes on when a rule is switched off, and is refused where a search would hold up the page", () => {
    const made = race();
    made.change({ objective: ravine, start: [-8, 1.5] });
    made.changeRunner(1, { on: false });
    expect(made.settings.tuned).toBe(true);
    const heavy = race();
    expect(() => heavy.change({ steps: 12_000 })).toThrow(/more computing than a page should do/);
    expect(heavy.settings.steps).toBe(30);
    heavy.change({ steps: 12_000, tuned: false });
    expect(heavy.settings.steps).toBe(12_000);
  });

  test("searches with the schedule that is on", () => {
    const made = race();
    const schedule = schedules.exponential({ k: 0.5 });
    made.change({ objective: ravine, start: [-8, 1.5], schedule });
    const scheduled = tune(ravine, momentum, {
      start: [-8, 1.5],
      steps: 30,
      hyper: { alpha: 0.5 },
      schedule,
    });
    expect(scheduled.rate).not.toBe(best([-8, 1.5]));
    expect(hyper(made)[0]).toEqual({ lambda: scheduled.rate, alpha: 0.5 });
  });

  test("is offered only where the figure begins as a race", () => {
    const made = new Model({ objective: ravine, start: [1, 1], steps: 3, runners: [runner(newton, {})] });
    made.changeRunner(0, { hyper: {} });
    expect(made.settings).not.toHaveProperty("tuned");
  });
});
