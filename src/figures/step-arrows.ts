import { dot, norm } from "../math/linear.ts";
import { numberText } from "../math/numerals.ts";
import type { Trace } from "../trace/trace.ts";
import type { Arrow } from "./arrows.ts";
import { letter } from "./labels.ts";
import { ARROWS } from "./palette.ts";
import type { Plane } from "./plane.ts";
import { rounded } from "./view.ts";

/** The name of the rule's term that plays one of these roles, the first that there is. */
export function termOfRole({ rule, names }: Trace, roles: readonly string[]): string | undefined {
  const entries = Object.entries(rule.equations);
  return roles
    .map((role) => entries.find(([name, line]) => line.role === role && names.includes(name))?.[0])
    .find((name) => name !== undefined);
}

/** The vectors of one step as arrows, chosen by what the rule has: a look-ahead, a velocity, a first moment. */
export function stepArrows(trace: Trace, t: number, plane: Plane): Arrow[] {
  const { w: to, update, g } = trace.at(t);
  const from = trace.at(t - 1).w;
  const draw = (
    label: string,
    start: Float64Array,
    vector: Float64Array,
    colour: Arrow["colour"],
    rest: Partial<Arrow> = {},
  ): Arrow => ({
    label,
    from: plane.place(start),
    to: plane.place(plus(start, vector)),
    colour,
    ...rest,
  });
  const gradient = scaled(g, norm(update), rateOf(trace, t));
  const jump = jumpOf(trace, t, gradient.vector);
  const velocity = termOfRole(trace, ["velocity"]);
  const before = velocity === undefined ? undefined : (trace.value(velocity, t - 1) as Float64Array);
  const moment = termOfRole(trace, ["corrected first moment", "first moment"]);
  const hasJump = jump !== undefined && norm(jump) > 1e-9 * norm(update);
  return [
    ...(before === undefined
      ? []
      : [
          draw(`velocity ${letter(velocity!)} before`, from, before, ARROWS.velocity, {
            dash: "dot",
            width: 2,
          }),
        ]),
    ...(hasJump ? [draw("jump", from, jump, ARROWS.jump)] : []),
    ...(hasJump
      ? [
          draw(
            `correction ${gradient.label}`,
            plus(from, jump),
            minus(minus(to, from), jump),
            ARROWS.correction,
          ),
        ]
      : [draw(gradient.label, from, gradient.vector, ARROWS.correction)]),
    ...(moment === undefined ? [] : [momentArrow(trace, t, moment, draw)]),
    draw(velocity === undefined ? "update" : `update, new ${letter(velocity)}`, from, update, ARROWS.update),
  ];
}

function momentArrow(
  trace: Trace,
  t: number,
  name: string,
  draw: (label: string, start: Float64Array, vector: Float64Array, colour: Arrow["colour"]) => Arrow,
): Arrow {
  const { update } = trace.at(t);
  const { vector, label } = scaled(
    trace.value(name, t) as Float64Array,
    norm(update),
    rateOf(trace, t),
    name,
  );
  return draw(label, trace.at(t - 1).w, vector, ARROWS.moment);
}

/**
 * What the step adds besides the gradient's share: the way to the look-ahead point, or what is left of the update when
 * that share is taken away, where it points along the velocity. Nothing where the update has no such parts.
 */
export function jumpOf(trace: Trace, t: number, gradientShare: Float64Array): Float64Array | undefined {
  const { update, lookahead } = trace.at(t);
  if (trace.rule.gradientAt !== "w") return minus(lookahead, trace.at(t - 1).w);
  const velocity = termOfRole(trace, ["velocity"]);
  if (velocity === undefined) return undefined;
  const before = trace.value(velocity, t - 1) as Float64Array;
  const left = minus(update, gradientShare);
  const sine = 1 - dot(left, before) / (norm(left) * norm(before));
  return sine < 1e-9 ? left : undefined;
}

function rateOf(trace: Trace, t: number): { name: string; value: number } | undefined {
  const { rate } = trace.rule;
  return rate === undefined ? undefined : { name: letter(rate), value: trace.value("rate", t) as number };
}

const NEAR = { least: 0.05, most: 6 };

/** A vector turned downhill at a length that can be seen beside the update, and a label that says by what factor. */
function scaled(
  vector: Float64Array,
  reference: number,
  rate: { readonly name: string; readonly value: number } | undefined,
  name = "g",
): { vector: Float64Array; label: string } {
  const times = (factor: number): Float64Array => vector.map((x) => -factor * x);
  const length = norm(vector);
  if (rate !== undefined) {
    const share = (rate.value * length) / reference;
    if (share > NEAR.least && share < NEAR.most)
      return { vector: times(rate.value), label: `−${rate.name}${letter(name)}` };
  }
  const factor = length === 0 ? 1 : rounded(reference / length, 1) || 1;
  return { vector: times(factor), label: `−${factor === 1 ? "" : `${numberText(factor)}·`}${letter(name)}` };
}

function plus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x + b[i]!);
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((x, i) => x - b[i]!);
}
