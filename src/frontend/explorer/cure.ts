import { letter } from "../../figures/labels.ts";
import type { RateLimit } from "../../figures/rate-limit.ts";
import { numeral } from "../../math/numerals.ts";
import type { Trace } from "../../trace/trace.ts";
import { html } from "../elements.ts";
import { hasBottom, type Model, type Run } from "./model.ts";
import type { Runner } from "./settings.ts";

/** Why a rule has run away or could go no further, and the numbers that bring it back, where there are such. */
export interface Cure {
  readonly why: readonly (Node | string)[];
  readonly press?: { readonly words: string; readonly hyper: () => Runner["hyper"] };
}

/**
 * The cure of a rule at the step shown; nothing where it needs none, or where nobody knows one.
 * @param limit the limit of its rate that theory knows
 */
export function cureOf(model: Model, run: Run, limit: RateLimit | undefined): Cure | undefined {
  const { t, settings } = model;
  const { trace, story, runner } = run;
  const { rule, hyper } = runner;
  const stop = trace.stop.reason === "diverged" && t >= trace.steps ? [stopOf(trace)] : [];
  const hasLeft = !story.isOnMap(Math.min(t, story.last));
  const { rate } = rule;
  if (rate !== undefined && limit !== undefined && hyper[rate]! >= limit.below)
    return hasLeft ? tooFast(rate, limit, [...stop, ...growth(trace, t)], hyper) : undefined;
  if (stop.length === 0) return undefined;
  if (trace.steps === 0 || rate === undefined) return { why: [...stop, "Try another start."] };
  if (!hasBottom(settings.objective))
    return { why: [...stop, "This surface has no lowest place: downhill it goes on without an end."] };
  return {
    why: [...stop, `A smaller ${letter(rate)} keeps steps short.`],
    press: { words: "Try numbers that suit this surface", hyper: () => model.suitable(rule) },
  };
}

function tooFast(
  rate: string,
  { below, formula, curvature }: RateLimit,
  before: Cure["why"],
  hyper: Runner["hyper"],
): Cure {
  const sign = letter(rate);
  const safe = Number((0.9 * below).toPrecision(2));
  const from = formula === undefined ? "" : ` (${formula}, with h = ${numeral(curvature)})`;
  return {
    why: [...before, `On this surface ${sign} has to stay below ${numeral(below)}${from}.`],
    press: { words: `Set ${sign} to ${safe}`, hyper: () => ({ ...hyper, [rate]: safe }) },
  };
}

function stopOf({ steps }: Trace): string {
  return steps === 0
    ? "The slope at the start is no finite number, so no step can be taken. "
    : `Step ${steps + 1} led to no finite number and was not taken. `;
}

/** How much longer the step shown is than the one before. */
function growth(trace: Trace, t: number): (Node | string)[] {
  const step = Math.min(t, trace.steps);
  if (step === 0) return [];
  const times = trace.updateLength(step) / trace.updateLength(step - 1);
  if (!(times > 1.005 && times < Infinity)) return [];
  const longer = html("strong", {}, `${numeral(times, 2)} times as long`);
  return ["This step is ", longer, " as the last. "];
}
