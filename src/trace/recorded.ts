import type { Shape } from "../math/operation.ts";
import type { Objective } from "../objectives/objective.ts";
import type { Rule } from "../rules/rule.ts";
import type { Schedule } from "../schedules/schedule.ts";
import type { Evaluations } from "./evaluations.ts";
import type { Recording } from "./recording.ts";
import type { Stop } from "./stop.ts";

/** What a trace is made of. */
export interface TraceParts {
  readonly rule: Rule;
  readonly objective: Objective;
  readonly hyper: Readonly<Record<string, number>>;
  readonly schedule?: Schedule;
  readonly repeatable: boolean;
  readonly recording: Pick<Recording, "every" | "layout" | "width" | "rows">;
  readonly dimension: number;
  /** The last point and its loss, recorded or not. */
  readonly end: { readonly w: Float64Array; readonly loss: number };
  readonly evaluations: Readonly<Evaluations>;
  readonly stop: Stop;
}

/** A trace as those read it who show it, write it down or work its steps out. */
export interface Recorded extends Omit<TraceParts, "recording" | "schedule"> {
  readonly schedule: Schedule | undefined;
  readonly names: readonly string[];
  readonly recordedSteps: readonly number[];
  shapeOf(name: string): Shape;
  value(name: string, t: number): number | Float64Array;
}
