import { linkTo } from "../../frontend/explorer/link.ts";
import type { Runner } from "../../frontend/explorer/settings.ts";
import type { Trace } from "../../trace/trace.ts";
import { type Scene, STEPS } from "./map.ts";

/**
 * The address of an explorer that shows a rule as it is drawn, beside gradient descent.
 * @param own the recipe of the explorer that lies in the page of that address
 */
export function explorerLink(
  own: unknown,
  page: string,
  trace: Trace,
  { surface, start, plain }: Scene,
): string {
  const runnerOf = ({ rule, hyper }: Trace): Runner => ({ rule, hyper, on: true });
  const runners = (trace.rule.id === plain.rule.id ? [trace] : [trace, plain]).map(runnerOf);
  return linkTo({ objective: surface, start, steps: STEPS, runners }, own, page);
}
