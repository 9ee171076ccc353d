import { expect, test } from "vitest";
import {
  defineRule,
  descend,
  hyper,
  line,
  nesterov,
  newton,
  ravine,
  schedules,
  state,
  type Trace,
} from "fall-line";
import { stepReader } from "../../src/trace/reader.ts";

const at = (trace: Trace, t: number, name: string): number[] | undefined => {
  const found = stepReader(trace, t).read(name)?.numbers;
  return found === undefined ? undefined : [...found];
};

const rule = defineRule({
  id: "read",
  title: "Read",
  hyperparameters: {
    alpha: hyper.positive({ tex: "\\alpha", default: 3, meaning: "a number" }),
    lambda: hyper.positive({ tex: "\\lambda", default: 0.5, meaning: "rate" }),
  },
  rate: "lambda",
  state: { m: state.vector({ start: 1, meaning: "kept" }) },
  equations: { d: line.scalar("t*n"), m: "m + g", w: "w - lambda*m/alpha" },
});
const path = descend("x^2 + y^2", rule, {
  start: [1, 2],
  steps: 3,
  schedule: schedules.step({ factor: 0.5, every: 2 }),
});

test("a line reads the step, the number of parameters, what was chosen, and the rate in force", () => {
  expect([at(path, 3, "t"), at(path, 3, "n"), at(path, 3, "alpha")]).toEqual([[3], [2], [3]]);
  for (const name of ["lambda", "rate"])
    expect([1, 2, 3].map((t) => at(path, t, name))).toEqual([[0.5], [0.5], [0.25]]);
  const plain = descend(ravine, newton, { steps: 2, schedule: schedules.linear({ steps: 2 }) });
  expect([1, 2].map((t) => at(plain, t, "rate"))).toEqual([[1], [0.5]]);
  expect(at(descend(ravine, newton, { steps: 2 }), 2, "rate")).toEqual([1]);
  expect(at(path, 1, "nothing")).toBeUndefined();
});

test("the loss is the one before the step, the gradient that of the step, and a line's value its own", () => {
  expect(at(path, 2, "loss")).toEqual([path.at(1).loss]);
  expect(at(path, 2, "g")).toEqual([...path.at(2).g]);
  expect(at(path, 2, "d")).toEqual([4]);
});

test("what is remembered is the old one before its line is finished, and the new one after it", () => {
  const reader = stepReader(path, 2);
  expect([reader.read("m")!.numbers, reader.read("w")!.numbers]).toEqual([path.at(1).m, path.at(1).w]);
  expect([reader.now("m")!.numbers, reader.now("w")!.numbers]).toEqual([path.at(2).m, path.at(2).w]);
  reader.finish("m");
  expect([reader.read("m")!.numbers, reader.read("w")!.numbers]).toEqual([path.at(2).m, path.at(1).w]);
  reader.finish("w");
  expect(reader.read("w")).toEqual({ shape: "vector", numbers: path.at(2).w });
  expect(stepReader(path, 1).read("m")!.numbers).toEqual(Float64Array.of(1, 1));
});

test("the place of the gradient is w before the step, unless the rule looks ahead", () => {
  expect(at(path, 2, "lookahead")).toEqual([...path.at(1).w]);
  const ahead = descend(ravine, nesterov, { steps: 3 });
  expect(at(ahead, 2, "lookahead")).toEqual([...ahead.at(2).lookahead]);
});

test("what was not recorded has no value", () => {
  const some = descend("x^2 + y^2", rule, { start: [1, 2], steps: 4, record: { terms: ["m"], every: 2 } });
  expect(at(some, 2, "g")).toBeUndefined();
  expect(at(some, 3, "m")).toEqual([...some.at(2).m]);
  expect(at(some, 2, "m")).toBeUndefined();
  expect(stepReader(some, 2).now("m")!.numbers).toEqual(some.at(2).m);
  expect(at(some, 3, "loss")).toEqual([some.at(2).loss]);
});

test("a rate that watches the loss is the recorded one", () => {
  const watched = descend("abs(x) + 0*y", rule, {
    start: [1, 1],
    steps: 6,
    schedule: schedules.plateau({ factor: 0.5, patience: 1 }),
  });
  const rates = [1, 2, 3, 4, 5, 6].map((t) => watched.at(t).rate);
  expect(new Set(rates).size).toBeGreaterThan(1);
  expect([1, 2, 3, 4, 5, 6].map((t) => at(watched, t, "lambda"))).toEqual(rates.map((rate) => [rate]));
});
