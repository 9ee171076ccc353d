import { describe, expect, test } from "vitest";
import {
  adam,
  descend,
  gradientDescent,
  InputError,
  momentum,
  nesterov,
  noisy,
  objective,
  objectives,
  ravine,
  schedules,
  Trace,
} from "fall-line";

const path = descend(ravine, momentum, { start: [-8, 1.5], steps: 5, hyper: { lambda: 0.1 } });
const json = (change: object): unknown => JSON.parse(JSON.stringify({ ...path.toJSON(), ...change }));
const again = (trace: Trace): Trace => Trace.fromJSON(JSON.parse(JSON.stringify(trace)));

describe("a trace comes back from JSON", () => {
  test.each(objectives.map((on) => [on.name, on] as const))("with the landmarks of %s", (_name, on) => {
    const back = again(descend(on, gradientDescent, { steps: 1, hyper: { lambda: 1e-6 } })).objective;
    const { name, dimension, minima, localMinima, least, start, view, source } = on;
    expect(back).toMatchObject({ name, dimension, minima, least, start, view, source });
    expect(back.localMinima).toEqual(localMinima);
    expect(back).toMatchObject({ expression: on.expression, variables: on.variables });
  });

  test("with its schedule, evaluations, stop, end, hyperparameters and repeatability", () => {
    const before = descend("x^2", adam, {
      start: [1],
      steps: 4,
      hyper: { eta: 0.1 },
      schedule: schedules.linear({ steps: 9 }),
      tolerance: 0,
    });
    const { schedule, evaluations, stop, end, hyper, repeatable, names, recordedSteps } = before;
    expect(again(before)).toMatchObject({
      schedule,
      evaluations,
      stop,
      end,
      hyper,
      repeatable,
      names,
      recordedSteps,
    });
    expect(again(descend("x^2", adam, { start: [1], steps: 4, until: () => false })).repeatable).toBe(false);
    expect(again(path).schedule).toBeUndefined();
    expect("schedule" in path.toJSON()).toBe(false);
  });

  test("with the noise of its objective, of the same name", () => {
    const rough = { ...noisy(ravine, { size: 1, seed: 7 }), name: "my ravine" };
    const back = again(descend(rough, adam, { steps: 1 })).objective;
    expect(back.name).toBe("my ravine");
    const [one, two] = [new Float64Array(2), new Float64Array(2)];
    for (const t of [1, 5]) {
      rough.gradient(Float64Array.of(1, 2), one, t);
      back.gradient(Float64Array.of(1, 2), two, t);
      expect(two).toEqual(one);
    }
  });

  test("when every so many steps, terms, norms or nothing were recorded, and when it stopped early", () => {
    const options = { start: [-8, 1.5], steps: 7 };
    for (const record of ["none", "path", { terms: ["m"], every: 3 }, { terms: ["lookahead"] }] as const) {
      const before = descend(ravine, nesterov, { ...options, record });
      const after = again(before);
      expect([after.names, after.recordedSteps, after.end]).toEqual([
        before.names,
        before.recordedSteps,
        before.end,
      ]);
      expect(JSON.stringify(after)).toBe(JSON.stringify(before));
    }
    const cut = descend(ravine, nesterov, { ...options, until: (t) => t > 3 });
    expect(again(cut).path).toEqual(cut.path);
    expect(cut.toJSON().rows.length / (cut.steps + 1)).toBe(cut.toJSON().rows.length / 4);
    expect(cut.recordedSteps).toEqual([0, 1, 2, 3]);
    const large = descend(objective("x^2"), gradientDescent, {
      start: [1],
      steps: 600_000,
      hyper: { lambda: 0.1 },
      until: (t) => t > 2,
    });
    expect(large.names).toContain("updateLength");
    expect(again(large).updateLength(1)).toBeCloseTo(0.2, 12);
  });

  test("keeps what is no finite number, in rows, end and landmarks", () => {
    const rows = path.toJSON().rows.slice();
    [rows[0], rows[1], rows[2], rows[3]] = ["Infinity", "-Infinity", "NaN", "-0"];
    const back = Trace.fromJSON(json({ rows, end: { w: ["-0", 2], loss: "-Infinity" } }));
    expect([back.at(0).loss, back.at(0).rate, back.at(0).w[0]]).toEqual([Infinity, -Infinity, NaN]);
    expect(Object.is(back.at(0).w[1], -0)).toBe(true);
    expect([Object.is(back.end.w[0], -0), back.end.loss]).toEqual([true, -Infinity]);
    expect(JSON.stringify(back)).toBe(
      JSON.stringify(json({ rows, end: { w: ["-0", 2], loss: "-Infinity" } })),
    );
  });
});

describe("a function in JSON", () => {
  const mine = {
    name: "mine",
    value: () => 0,
    gradient: () => [0],
    hessian: (_w: Float64Array, H: Float64Array) => void (H[0] = 1),
  };
  const back = again(descend(mine, momentum, { start: [1], steps: 1 })).objective;

  test("keeps its name, and can't be computed", () => {
    expect(back.name).toBe("mine");
    const message = "mine was a function, which JSON can't hold; descend again with the function itself";
    expect(() => back.value(Float64Array.of(1))).toThrow(message);
    expect(() => {
      back.gradient(Float64Array.of(1), Float64Array.of(1), 1);
    }).toThrow(message);
  });
});

describe("Trace.fromJSON refuses", () => {
  const stop = path.stop;
  test.each<[string, unknown, string]>([
    ["text", "trace", "this is not a trace of format 1"],
    ["a rule alone", momentum, "rule of this trace must be there, got nothing"],
    ["names that the rule has not", json({ names: ["loss", "q"] }), "names must be quantities of the rule"],
    ["names as text", json({ names: "loss" }), 'names of this trace must be a list, got "loss"'],
    [
      "rows of every half step",
      json({ every: 0.5 }),
      "every of this trace must be a whole number of 1 or more",
    ],
    ["rows of no step", json({ every: 0 }), "every of this trace must be a whole number of 1 or more"],
    [
      "rows of every second step that are not",
      json({ every: 2 }),
      "rows must have one row of numbers for every recorded step",
    ],
    [
      "a step below 0",
      json({ stop: { ...stop, step: -1 } }),
      "stop.step of this trace must be a whole number of 0 or more, got -1",
    ],
    [
      "half a step",
      json({ stop: { ...stop, step: 1.5 } }),
      "stop.step of this trace must be a whole number of 0 or more, got 1.5",
    ],
    [
      "a reason of the language",
      json({ stop: { ...stop, reason: "toString" } }),
      'stop.reason of this trace must be "steps" | "converged"',
    ],
    [
      "no sentence",
      json({ stop: { ...stop, sentence: 3 } }),
      "stop.sentence of this trace must be a text, got 3",
    ],
    ["one step more than rows", json({ stop: { ...stop, step: 6 } }), "rows must have one row of numbers"],
    [
      "evaluations as text",
      json({ evaluations: { value: "6" } }),
      'evaluations.value of this trace must be a number, got "6"',
    ],
    ["an end as text", json({ end: { w: "1,2", loss: 0 } }), 'end.w of this trace must be a list, got "1,2"'],
    [
      "an end with text",
      json({ end: { w: [1, "two"], loss: 0 } }),
      'end.w.1 of this trace must be a number, got "two"',
    ],
    [
      "a loss that is text",
      json({ end: { ...path.toJSON().end, loss: "low" } }),
      'end.loss of this trace must be a number, got "low"',
    ],
    [
      "a row with nothing in it",
      json({ rows: path.toJSON().rows.map(() => null) }),
      "rows.0 of this trace must be a number, got null",
    ],
    [
      "another dimension",
      json({ objective: { ...path.toJSON().objective, dimension: 3 } }),
      "the objective must fit the end point",
    ],
    [
      "an objective without a name",
      json({ objective: { ...path.toJSON().objective, name: 1 } }),
      "objective.name of this trace must be a text, got 1",
    ],
    [
      "a formula that is code",
      json({ objective: { ...path.toJSON().objective, expression: "alert(x) + y" } }),
      "there is no function alert",
    ],
    [
      "noise below 0",
      json({ objective: { ...path.toJSON().objective, noise: { size: -1, seed: 1 } } }),
      "size must be 0 or more",
    ],
    [
      "a least loss that is text",
      json({ objective: { ...path.toJSON().objective, least: "low" } }),
      'objective.least of this trace must be a number, got "low"',
    ],
    [
      "a schedule without an id",
      json({ schedule: { factor: "1", parameters: {} } }),
      "schedule.id of this trace must be there",
    ],
    [
      "a schedule without a factor",
      json({ schedule: { id: "a", parameters: {} } }),
      "schedule.factor of this trace must be there",
    ],
    [
      "a schedule with text",
      json({ schedule: { id: "a", factor: "1", parameters: { k: "1" } } }),
      'schedule.parameters.k of this trace must be a number, got "1"',
    ],
    [
      "a schedule of unknown names",
      json({ schedule: { id: "a", factor: "q*t", parameters: {} } }),
      "q is not defined here",
    ],
    [
      "a schedule with less than 0",
      json({ schedule: { id: "a", factor: "k", parameters: { k: -1 } } }),
      "k of the schedule a must be a finite number of 0 or more",
    ],
    [
      "a hyperparameter too many",
      json({ hyper: { ...path.hyper, beta: 1 } }),
      "Momentum has no hyperparameter beta",
    ],
  ])("%s", (_title, data, message) => {
    expect(() => Trace.fromJSON(data)).toThrow(InputError);
    expect(() => Trace.fromJSON(data)).toThrow(message);
  });
});
