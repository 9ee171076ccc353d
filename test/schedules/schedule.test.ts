import { describe, expect, test } from "vitest";
import { descend, gradientDescent, noisy, quadratic, type Schedule, schedules } from "fall-line";
import { scheduleById } from "fall-line/tools";
import { compileSchedule } from "../../src/schedules/schedule.ts";

const rates = (schedule: Schedule): number[] => {
  const rateAt = compileSchedule(schedule, 0.1);
  return [1, 2, 3, 4, 5].map((t) => rateAt(t));
};
const near = (numbers: readonly number[]): unknown[] => numbers.map((x): unknown => expect.closeTo(x, 12));

describe("the rate at steps 1 to 5, from 0.1", () => {
  test.each([
    ["constant", schedules.constant(), [0.1, 0.1, 0.1, 0.1, 0.1]],
    ["step", schedules.step({ factor: 0.5, every: 2 }), [0.1, 0.1, 0.05, 0.05, 0.025]],
    ["exponential", schedules.exponential({ k: 0.5 }), [0, 1, 2, 3, 4].map((t) => 0.1 * Math.exp(-0.5 * t))],
    ["inverse-time", schedules.inverseTime({ k: 1 }), [0.1, 0.05, 0.1 / 3, 0.025, 0.02]],
    ["warm-up", schedules.warmUp({ steps: 4 }), [0.025, 0.05, 0.075, 0.1, 0.1]],
    ["linear", schedules.linear({ steps: 4 }), [0.1, 0.075, 0.05, 0.025, 0]],
    [
      "cosine",
      schedules.cosine({ steps: 4 }),
      [0.1, 0.05 + 0.05 * Math.SQRT1_2, 0.05, 0.05 - 0.05 * Math.SQRT1_2, 0],
    ],
    ["warm-up-cosine", schedules.warmUpCosine({ warm: 2, steps: 4 }), [0.05, 0.1, 0.1, 0.05, 0]],
    ["warm-up-cosine", schedules.warmUpCosine({ warm: 9, steps: 4 }), [1, 2, 3, 4, 5].map((t) => t / 90)],
    ["wsd", schedules.wsd({ warm: 2, decay: 2, steps: 4 }), [0.05, 0.1, 0.1, 0.05, 0]],
    ["wsd", schedules.wsd({ warm: 1, decay: 4, steps: 8 }), [0.1, 0.1, 0.1, 0.1, 0.1]],
    ["wsd", schedules.wsd({ warm: 5, decay: 5, steps: 5 }), [0.02, 0.04, 0.06, 0.04, 0.02]],
  ])("%s", (_id, schedule, expected) => {
    expect(rates(schedule)).toEqual(near(expected));
  });
});

describe("on a plateau", () => {
  const told = (losses: readonly number[], factor: number, patience: number): number[] => {
    const rateAt = compileSchedule(schedules.plateau({ factor, patience }), 1);
    return losses.map((loss, i) => rateAt(i + 1, loss));
  };

  test("the rate is cut when the loss was for so many steps no lower than ever, and then it is waited anew", () => {
    // Keras's ReduceLROnPlateau with min_delta = 0, by hand: the losses 3, 3, 4 are two waits after the 3 that was new.
    expect(told([5, 3, 3, 4, 2, 2, 2, 2, 2], 0.5, 2)).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0.25, 0.25, 0.125]);
    expect(told([5, 4, 3, 2, 1], 0.5, 1)).toEqual([1, 1, 1, 1, 1]);
    expect(told([1, 1, 1, 1], 0.1, 1)).toEqual(
      [1, 0.1, 0.1 ** 2, 0.1 ** 3].map((x): unknown => expect.closeTo(x, 15)),
    );
  });

  test("a descent is told its own loss, can be repeated, and its steps can be worked out", () => {
    const run = () =>
      descend(noisy(quadratic([1]), { size: 1, seed: 1 }), gradientDescent, {
        start: [3],
        steps: 200,
        hyper: { lambda: 0.5 },
        schedule: schedules.plateau({ factor: 0.5, patience: 10 }),
      });
    const path = run();
    const { losses } = path;
    expect(path.term("rate").slice(1)).toEqual(told(losses.slice(0, -1), 0.5, 10).map((rate) => 0.5 * rate));
    expect(path.at(200).rate).toBeLessThan(0.05);
    expect(run().term("rate").slice(1)).toEqual(path.term("rate").slice(1));
    const { rate, w, g } = path.at(200);
    expect(w[0]).toBeCloseTo(path.at(199).w[0]! - rate * g[0]!, 15);
    expect(path.worked(200).text).toContain("λ");
  });

  test("a schedule of one's own can watch the loss too", () => {
    const mine: Schedule = { id: "mine", factor: "1/(1 + plateaus)", parameters: { patience: 1 } };
    const rateAt = compileSchedule(mine, 1);
    expect([4, 4, 4].map((loss, i) => rateAt(i + 1, loss))).toEqual([1, 1 / 2, 1 / 3]);
    expect(() => compileSchedule({ ...mine, parameters: {} }, 1)).toThrow("plateaus");
  });
});

test("a cosine stays at 0 once it is there, and a warm-up at the whole rate", () => {
  expect(rates(schedules.cosine({ steps: 2 }))).toEqual(near([0.1, 0.05, 0, 0, 0]));
  expect(rates(schedules.warmUp({ steps: 1 }))).toEqual(near([0.1, 0.1, 0.1, 0.1, 0.1]));
});

describe("scheduleById", () => {
  test("gives the schedule of that id", () => {
    expect(scheduleById("exponential", { k: 0.1 })).toEqual(schedules.exponential({ k: 0.1 }));
  });

  test.each([
    ["exponental", {}, "did you mean exponential?"],
    ["exponential", {}, "the schedule exponential needs k"],
    ["step", { factor: 0.5, evry: 2 }, "the schedule step needs every"],
    ["constant", { k: 1 }, "the schedule constant has no parameter k"],
  ])("%s with %o is refused", (id, parameters: Record<string, number>, message) => {
    expect(() => scheduleById(id, parameters)).toThrow(message);
  });

  test("a parameter of 0 is used, and one below 0 refused, also in a schedule that was written by hand", () => {
    expect(rates(schedules.exponential({ k: 0 }))).toEqual(near([0.1, 0.1, 0.1, 0.1, 0.1]));
    const ofHand = (k: number): Schedule => ({ id: "mine", factor: "1 + k*t", parameters: { k } });
    expect(compileSchedule(ofHand(0), 0.1)(3)).toBe(0.1);
    expect(() => compileSchedule(ofHand(-1), 1)).toThrow(
      "k of the schedule mine must be a finite number of 0 or more",
    );
  });
});
