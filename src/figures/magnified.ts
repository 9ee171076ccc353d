/** One step as the magnifier shows it: arrows with the numbers that their terms have in the step's rows. */
import { dot, norm } from "../math/linear.ts";
import type { Trace } from "../trace/trace.ts";
import { motionOf, movingMoment } from "../trace/worked/hues.ts";
import { type Point, pointOf } from "./arrows.ts";
import { standardArrows } from "./nesterov-picture.ts";
import { ARROWS } from "./palette.ts";
import { planeOf } from "./plane.ts";
import { jumpOf, termOfRole } from "./step-arrows.ts";

export interface MagnifiedArrow {
  /** The number of its term; nothing for the first part of what has its number at its second. */
  readonly number: number | undefined;
  readonly name: string;
  readonly from: Point;
  readonly to: Point;
  readonly colour: { readonly color: string; readonly dark: string };
  /** An arrow that is no part of the step is dotted and thin; the one that is the whole step is the widest. */
  readonly kind: "part" | "dashed" | "whole" | "aside";
}

export interface Magnified {
  readonly arrows: readonly MagnifiedArrow[];
  /** Where a jump lands. */
  readonly landing?: Point;
  /** Half the sides of a box around the start whose sides are to one another as the rates of the coordinates are. */
  readonly rates?: Point;
}

/** Below this share of the step an arrow is nothing. */
const NOTHING = 1e-9;

/** What moves a descent on two parameters in step t; nothing where it stays or leaves the numbers. */
export function magnified(trace: Trace, t: number): Magnified | undefined {
  const { w, update, g } = trace.at(t);
  const from = trace.at(t - 1).w;
  const length = norm(update);
  if (!(length > 0 && Number.isFinite(length)) || !g.every(Number.isFinite)) return undefined;
  const arrow = (
    number: number | undefined,
    name: string,
    [start, end]: readonly [ArrayLike<number>, ArrayLike<number>],
    colour: MagnifiedArrow["colour"],
    kind: MagnifiedArrow["kind"],
  ): MagnifiedArrow => ({ number, name, from: pointOf(start), to: pointOf(end), colour, kind });
  /** Downhill along a vector, as long as the step. */
  const against = (vector: Float64Array): [Float64Array, Float64Array] => {
    const size = norm(vector) || 1;
    return [from, from.map((x, i) => x - (vector[i]! * length) / size)];
  };
  const slope = arrow(1, "slope", against(g), ARROWS.correction, "aside");
  const motion = motionOf(trace.rule);
  if (motion === "velocity") {
    const rate = trace.value("rate", t) as number;
    const jump = jumpOf(
      trace,
      t,
      g.map((x) => -rate * x),
    );
    const whole = arrow(3, "new velocity", [from, w], ARROWS.velocity, "whole");
    if (jump === undefined || norm(jump) < NOTHING * length) return { arrows: [whole] };
    const landing = from.map((x, i) => x + jump[i]!);
    return {
      arrows: [
        ...standardOf(trace, t),
        arrow(1, "jump", [from, landing], ARROWS.jump, "dashed"),
        arrow(2, "correction", [landing, w], ARROWS.correction, "part"),
        whole,
      ],
      landing: pointOf(landing),
    };
  }
  if (motion === "moment") {
    const mean = trace.value(movingMoment(trace.rule)!, t) as Float64Array;
    return {
      arrows: [
        slope,
        arrow(2, "mean", against(mean), ARROWS.moment, "dashed"),
        arrow(3, "update", [from, w], ARROWS.update, "whole"),
      ],
    };
  }
  if (motion === "slope") return { arrows: [arrow(1, "step", [from, w], ARROWS.correction, "part")] };
  const rates = ratesOf(trace, t, length);
  return {
    arrows: [slope, arrow(2, "step", [from, w], ARROWS.update, "whole")],
    ...(rates === undefined ? {} : { rates }),
  };
}

/** Below this cosine of their angle a correction brakes the jump, above the other it adds to it. */
const COSINE = { brakes: -0.25, adds: 0.6 };

/** What the step does, in a sentence; nothing of a rule without a velocity. */
export function stepInWords({ arrows }: Magnified, t: number): string | undefined {
  const [jump, correction, whole] = ["jump", "correction", "new velocity"].map((name) => {
    const arrow = arrows.find((one) => one.name === name);
    return arrow && Float64Array.of(arrow.to[0] - arrow.from[0], arrow.to[1] - arrow.from[1]);
  });
  if (whole === undefined) return undefined;
  if (jump === undefined || correction === undefined)
    return t === 1
      ? "No velocity yet: the first step is plain descent."
      : "Nothing is left of the old velocity: this step is plain descent.";
  const cosine = dot(jump, correction) / (norm(jump) * norm(correction));
  if (cosine < COSINE.brakes) return "The correction brakes the jump.";
  return cosine > COSINE.adds ? "The correction adds to the jump." : "The correction turns the jump.";
}

/** What standard momentum does from the same place, of a rule that takes its gradient ahead. */
function standardOf(trace: Trace, t: number): MagnifiedArrow[] {
  if (trace.rule.gradientAt === "w") return [];
  const plane = planeOf(trace.objective, [trace], [0, 1]);
  return standardArrows(trace, t, plane).map(({ from, to, colour }, k) => ({
    number: k === 0 ? 4 : undefined,
    name: "standard",
    from,
    to,
    colour,
    kind: "aside",
  }));
}

/** A rule that gives each coordinate a rate of its own, and moves by it alone. */
function ratesOf(trace: Trace, t: number, length: number): Point | undefined {
  if (termOfRole(trace, ["sum of squares", "second moment"]) === undefined) return undefined;
  const [x = NaN, y = NaN] = trace.effectiveRates(t).map(Math.abs);
  const size = (BOX * length) / Math.max(x, y);
  return Number.isFinite(size) ? [x * size, y * size] : undefined;
}

/** Half the longer side of the box of rates, as a share of the step. */
const BOX = 0.4;
