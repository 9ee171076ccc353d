import { describe, expect, test } from "vitest";
import { type Schedule, schedules } from "fall-line";
import { scheduleById } from "fall-line/tools";
import { compileSchedule } from "../../src/schedules/schedule.ts";

const rates = (schedule: Schedule): number[] => [1, 2, 3, 4, 5].map(compileSchedule(schedule, 0.1));
const near = (numbers: readonly number[]): unknown[] => numbers.map((x): unknown => expect.closeTo(x, 12));

describe("the rate at steps 1 to 5, from 0.1", () => {
  test.each([
    ["constant", schedules.constant(), [0.1, 0.1, 0.1, 0.1, 0.1]],
    ["step", schedules.step({ factor: 0.5, every: 2 }), [0.1, 0.1, 0.05, 0.05, 0.025]],
    ["exponential", schedules.exponential({ k: 0.5 }), [0, 1, 2, 3, 4].map((t) => 0.1 * Math.exp(-0.5 * t))],
    ["inverse-time", schedules.inverseTime({ k: 1 }), [0.1, 0.05, 0.1 / 3, 0.025, 0.02]],
    ["warm-up", schedules.warmUp({ steps: 4 }), [0.025, 0.05, 0.075, 0.1, 0.1]],
    [
      "cosine",
      schedules.cosine({ steps: 4 }),
      [0.1, 0.05 + 0.05 * Math.SQRT1_2, 0.05, 0.05 - 0.05 * Math.SQRT1_2, 0],
    ],
  ])("%s", (_id, schedule, expected) => {
    expect(rates(schedule)).toEqual(near(expected));
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
