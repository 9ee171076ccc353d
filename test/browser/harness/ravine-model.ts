/** Runs in a page. */
import { Model } from "../../../src/frontend/explorer/model.ts";
import type { Runner, Settings } from "../../../src/frontend/explorer/settings.ts";
import { gradientDescent, momentum, ravine } from "../../../src/index.ts";

/** A model of the ravine 0.05 x² + y² from (−8, 1.5), as most views are tried on it. */
export function modelOf(lambda: number, more: Partial<Settings> = {}): Model {
  const runner = (rule: unknown, hyper: Runner["hyper"]): Runner => ({ rule: rule as Runner["rule"], hyper, on: true }); // prettier-ignore
  return new Model({
    objective: ravine,
    start: [-8, 1.5],
    steps: 20,
    runners: [runner(gradientDescent, { lambda }), runner(momentum, { lambda: 0.1, alpha: 0.9 })],
    ...more,
  });
}
