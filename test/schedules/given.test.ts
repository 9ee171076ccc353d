import { describe, expect, test } from "vitest";
import { descend, gradientDescent, InputError, adam, newton, type Schedule, schedules } from "fall-line";
import { scheduleById } from "fall-line/tools";
import {
  checkScheduleGiven,
  compileSchedule,
  nameOfSchedule,
  scheduleIds,
} from "../../src/schedules/schedule.ts";

/** Each schedule: its name as code, its parameters with their least values, and an example. */
const KINDS = [
  ["constant", "constant", {}, "schedules.constant()"],
  ["step", "step", { factor: 0, every: 1 }, "schedules.step({ factor: 0.5, every: 10 })"],
  ["exponential", "exponential", { k: 0 }, "schedules.exponential({ k: 0.1 })"],
  ["inverse-time", "inverseTime", { k: 0 }, "schedules.inverseTime({ k: 0.1 })"],
  ["warm-up", "warmUp", { steps: 1 }, "schedules.warmUp({ steps: 10 })"],
  ["linear", "linear", { steps: 1 }, "schedules.linear({ steps: 20 })"],
  ["cosine", "cosine", { steps: 1 }, "schedules.cosine({ steps: 20 })"],
  ["warm-up-cosine", "warmUpCosine", { warm: 1, steps: 1 }, "schedules.warmUpCosine({ warm: 5, steps: 20 })"],
  ["wsd", "wsd", { warm: 1, decay: 1, steps: 1 }, "schedules.wsd({ warm: 5, decay: 5, steps: 20 })"],
  ["plateau", "plateau", { factor: 0, patience: 1 }, "schedules.plateau({ factor: 0.5, patience: 10 })"],
] as const;

test("there are these schedules, each under its id and its name", () => {
  expect(scheduleIds).toEqual(KINDS.map(([id]) => id));
  expect(Object.keys(schedules)).toEqual(KINDS.map(([, name]) => name));
});

describe.each(KINDS)("the schedule %s", (id, name, least, example) => {
  const parameters = least as Readonly<Record<string, number>>;
  const names = Object.keys(parameters);
  const allowed = names.join(" and ") || "none";
  const make = schedules[name] as unknown as (given: unknown) => Schedule;
  const shown = id === "constant" ? {} : parameters;

  test("takes its least parameters, and keeps them", () => {
    expect(scheduleById(id, parameters)).toMatchObject({ id, parameters });
    expect(nameOfSchedule(scheduleById(id, parameters))).toBe(name);
    expect(make(shown)).toEqual(scheduleById(id, parameters));
  });

  test("refuses less, what is no number, one that is missing and one too many", () => {
    for (const one of names) {
      for (const wrong of [parameters[one]! - 0.001, NaN, Infinity, "1"])
        expect(() => scheduleById(id, { ...parameters, [one]: wrong as number })).toThrow(
          new RegExp(
            `^${one} of the schedule ${id} must be a finite number of ${parameters[one]!} or more, got `,
          ),
        );
      const others = Object.fromEntries(Object.entries(parameters).filter(([other]) => other !== one));
      expect(() => scheduleById(id, others)).toThrow(
        `the schedule ${id} needs ${one}; allowed: ${allowed}; for example: ${example}`,
      );
    }
    expect(() => scheduleById(id, { ...parameters, q: 1, r: 1 })).toThrow(
      `the schedule ${id} has no parameter q; allowed: ${allowed}; for example: ${example}`,
    );
    expect(() => scheduleById(id, 3 as never)).toThrow(
      `the schedule ${id} takes its parameters by name, got 3; allowed: ${allowed}; for example: ${example}`,
    );
  });

  test("is not its name, nor the function that makes it", () => {
    expect(() => checkScheduleGiven(id)).toThrow(`this is no schedule, got "${id}"; make one: ${example}`);
    expect(() => checkScheduleGiven(schedules[name])).toThrow(`make one: ${example}`);
  });
});

test("an id that there is not is refused, with the nearest", () => {
  expect(() => scheduleById("warmup", {})).toThrow(
    /there is no such schedule, got "warmup"; allowed: constant, step, .*, plateau; did you mean warm-up\?/,
  );
  expect(() => scheduleById("toString", {})).toThrow("there is no such schedule");
});

test("a schedule of one's own has no name among them", () => {
  const mine: Schedule = { id: "mine", factor: "1/t", parameters: {} };
  expect(nameOfSchedule(mine)).toBeUndefined();
  expect(nameOfSchedule({ ...mine, id: "step" })).toBeUndefined();
  expect(nameOfSchedule({ ...mine, id: "toString" })).toBeUndefined();
  expect(() => checkScheduleGiven(mine)).not.toThrow();
});

describe("where a schedule is wanted", () => {
  test.each<[unknown, unknown, string]>([
    [gradientDescent, 0.3, "a rate that stays as it is stands in hyper, as in: hyper: { lambda: 0.3 }"],
    [adam, 0.3, "a rate that stays as it is stands in hyper, as in: hyper: { eta: 0.3 }"],
    [newton, 0.3, "as in: hyper: { lambda: 0.3 }"],
    [gradientDescent, 0, "this is no schedule, got 0; make one: schedules.step({ factor: 0.5, every: 10 })"],
    [gradientDescent, -1, "make one: schedules.step("],
    [gradientDescent, "decay", 'this is no schedule, got "decay"; make one: schedules.step('],
    [gradientDescent, { factor: "1" }, "make one: schedules.step("],
    [gradientDescent, { factor: 1, parameters: {} }, "make one: schedules.step("],
    [gradientDescent, (t: number) => t, "make one: schedules.step("],
    [gradientDescent, null, "this is no schedule, got null"],
  ])("%# is refused", (rule, schedule, message) => {
    const run = (): unknown =>
      descend("x^2", rule as typeof adam, { start: [1], steps: 1, schedule: schedule as Schedule });
    expect(run).toThrow(InputError);
    expect(run).toThrow(message);
  });
});

test("a schedule by hand is checked: its parameters, and the names in its factor", () => {
  const hand = (factor: string, k: number): Schedule => ({ id: "mine", factor, parameters: { k } });
  expect(compileSchedule(hand("k", 0), 2)(1)).toBe(0);
  for (const k of [-0.1, NaN, Infinity])
    expect(() => compileSchedule(hand("k", k), 1)).toThrow(
      `k of the schedule mine must be a finite number of 0 or more, got ${k}`,
    );
  expect(() => compileSchedule(hand("k*s", 1), 1)).toThrow("s is not defined here");
  const two: Schedule = { id: "mine", factor: "a*b", parameters: { a: -1, b: NaN } };
  expect(() => compileSchedule(two, 1)).toThrow(
    "a of the schedule mine must be a finite number of 0 or more, got -1",
  );
  expect(() => compileSchedule(hand("k*plateaus", 1), 1)).toThrow("plateaus is not defined here");
});

test("a plateau that is not told the loss counts each step as one without a new lowest", () => {
  const rateAt = compileSchedule(schedules.plateau({ factor: 0.5, patience: 2 }), 1);
  expect([1, 2, 3, 4, 5].map((t) => rateAt(t))).toEqual([1, 0.5, 0.5, 0.25, 0.25]);
  const jumps = compileSchedule(schedules.plateau({ factor: 0.5, patience: 2 }), 1);
  // After 1, the losses 5 and 4 are no lowest ones, though 4 is lower than 5.
  expect([1, 5, 4, 0.5, 3].map((loss, i) => jumps(i + 1, loss))).toEqual([1, 1, 0.5, 0.5, 0.5]);
});
