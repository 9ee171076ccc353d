import { GREEK } from "../math/greek.ts";
import { numberText } from "../math/numerals.ts";
import type { Trace } from "../trace/trace.ts";

/**
 * What each of several descents is called: its number where they are numbered, else its rule, and the hyperparameters, the
 * schedule and the start in which it differs from another run of the same rule.
 * For two paths of one rule: `["Gradient descent, λ = 0.1", "Gradient descent, λ = 1"]`.
 */
export function labelsOf(
  traces: readonly Trace[],
  { numbered = false }: { readonly numbered?: boolean } = {},
): string[] {
  if (numbered) return traces.map((_, k) => String(k + 1));
  return traces.map((trace) => {
    const rivals = traces.filter((other) => other.rule.title === trace.rule.title);
    const differs = (by: (trace: Trace) => unknown): boolean =>
      rivals.some((rival) => by(rival) !== by(trace));
    const settings = Object.entries(trace.hyper)
      .filter(([name]) => differs(({ hyper }) => hyper[name]))
      .map(([name, value]) => `${letter(name)} = ${numberText(value)}`);
    const start = startOf(trace);
    return [
      trace.rule.title,
      ...settings,
      ...(differs(scheduleOf) ? [`schedule ${scheduleOf(trace)}`] : []),
      ...(start !== undefined && differs(startOf) ? [`from ${start}`] : []),
    ].join(", ");
  });
}

/** Names in pieces, without the first where all of them have it. */
export function withoutShared(names: readonly (readonly string[])[]): (readonly string[])[] {
  const [first] = names;
  const isShared = names.length > 1 && names.every((one) => one.length > 1 && one[0] === first![0]);
  return isShared ? names.map((one) => one.slice(1)) : [...names];
}

function scheduleOf({ schedule }: Trace): string {
  return schedule?.id ?? "constant";
}

const MOST = 4;

/** Nothing where no points were recorded. */
function startOf(trace: Trace): string | undefined {
  if (!trace.names.includes("w")) return undefined;
  const start = Array.from(trace.value("w", 0) as Float64Array);
  return `(${start.slice(0, MOST).map(numberText).join(", ")}${start.length > MOST ? ", ..." : ""})`;
}

/** A name as it is written in a picture: `alpha` is α, `beta1` is β1, `vHat` is v̂. */
export function letter(name: string): string {
  return name.replace(/Hat$/, "\u0302").replace(/^[a-z]+/, (word) => GREEK[word] ?? word);
}
