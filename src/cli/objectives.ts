import { type ExpressionObjective, objectives as named } from "../index.ts";
import { formatNumber } from "../tools.ts";
import type { Invocation } from "./boot/arguments.js";
import { columns } from "./columns.ts";

/** The name of an objective as it is typed: lower case, hyphens between words. */
export function idOf({ name }: ExpressionObjective): string {
  return name.toLowerCase().replaceAll(" ", "-");
}

/** `fall-line objectives`: the named objectives, with formula, usual start and minima. */
export function objectives({ options }: Invocation): Promise<number> {
  const text = options["json"] === true ? JSON.stringify(named.map(dataOf)) : columns(named.map(rowOf));
  process.stdout.write(`${text}\n`);
  return Promise.resolve(0);
}

function rowOf(on: ExpressionObjective): Record<string, string> {
  const minima = (on.minima ?? []).map((point) => point.map(formatNumber).join(","));
  return {
    objective: idOf(on),
    start: (on.start ?? []).join(","),
    minima: minima.join(" ") || "none",
    formula: on.expression,
  };
}

function dataOf(on: ExpressionObjective): object {
  const { expression, variables, start, minima, localMinima, least, source } = on;
  return { id: idOf(on), expression, variables, start, minima, localMinima, least, source };
}
