import type { Shape } from "../math/operation.ts";
import { compileSchedule, schedules } from "../schedules/schedule.ts";
import type { Recorded } from "./recorded.ts";

/** A value with its shape. */
export interface Quantity {
  readonly shape: Shape;
  readonly numbers: Float64Array;
}

/** Reads a step the way its equations do: a remembered quantity is the old one until its line is finished. */
export interface StepReader {
  /** The value that a line reads under this name, or nothing where it was not recorded. */
  read(name: string): Quantity | undefined;
  /** The value that the line of this name computes. */
  now(name: string): Quantity | undefined;
  /** From here on `name` means its new value. */
  finish(name: string): void;
}

/** A reader of step t of a trace, before its first line. */
export function stepReader(trace: Recorded, t: number): StepReader {
  const { rule, hyper, schedule } = trace;
  const watches = schedule !== undefined && "patience" in schedule.parameters;
  const done = new Set<string>();
  const recorded = new Set(trace.names);
  const rows = new Set(trace.recordedSteps);
  const rate = (): number =>
    compileSchedule(schedule ?? schedules.constant(), rule.rate === undefined ? 1 : hyper[rule.rate]!)(t);

  const recordedAt = (name: string, step: number): Quantity | undefined => {
    const derived = name === "lookahead" && rule.gradientAt === "w" ? "w" : name;
    const row = derived === name ? step : step - 1;
    if (!recorded.has(derived) || !rows.has(row)) return undefined;
    const value = trace.value(derived, row);
    return typeof value === "number" ? scalar(value) : { shape: trace.shapeOf(derived), numbers: value };
  };

  return {
    read(name) {
      if (name === "t") return scalar(t);
      if (name === "n") return scalar(trace.dimension);
      if (name === "rate" || name === rule.rate) return watches ? recordedAt("rate", t) : scalar(rate());
      if (Object.hasOwn(rule.hyperparameters, name)) return scalar(hyper[name]!);
      if (name === "loss") return recordedAt("loss", t - 1);
      const remembered = name === "w" || Object.hasOwn(rule.state, name);
      return recordedAt(name, remembered && !done.has(name) ? t - 1 : t);
    },
    now: (name) => recordedAt(name, t),
    finish: (name) => void done.add(name),
  };
}

const scalar = (value: number): Quantity => ({ shape: "scalar", numbers: Float64Array.of(value) });
