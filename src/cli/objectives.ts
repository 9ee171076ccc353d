import { type ExpressionObjective, objectives as named } from "../index.ts";
import { formatNumber } from "../tools.ts";
import { listing } from "../system/lines.js";

/** The name of an objective as it is typed: lower case, hyphens between words. */
export function idOf({ name }: ExpressionObjective): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** `fall-line objectives`: the named objectives, with formula, usual start and minima. */
export function objectives(): Promise<number> {
  process.stdout.write(`${listing(named.flatMap(linesOf))}\n`);
  return Promise.resolve(0);
}

function linesOf(on: ExpressionObjective): (readonly [string, string])[] {
  const points = (list: readonly (readonly number[])[]): string =>
    list.map((point) => point.map(formatNumber).join(",")).join(" ");
  const minima = points(on.minima ?? []) || "none";
  return [
    [idOf(on), on.expression],
    ["", `start ${points([on.start ?? []])}; minima ${minima}`],
  ];
}
