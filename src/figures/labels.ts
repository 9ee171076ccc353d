import { formatNumber } from "../math/tex.ts";
import type { Trace } from "../trace/trace.ts";

const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  epsilon: "ε",
  eta: "η",
  kappa: "κ",
  lambda: "λ",
  zeta: "ζ",
};

/**
 * What each of several descents is called: its rule, and the hyperparameters and the start in which it differs from
 * another run of the same rule.
 * @example labelsOf([slow, fast]) // ["Gradient descent, λ = 0.1", "Gradient descent, λ = 1"]
 */
export function labelsOf(traces: readonly Trace[]): string[] {
  return traces.map((trace) => {
    const rivals = traces.filter((other) => other.rule.title === trace.rule.title);
    const settings = Object.entries(trace.hyper)
      .filter(([name, value]) => rivals.some((rival) => rival.hyper[name] !== value))
      .map(([name, value]) => `${letter(name)} = ${formatNumber(value)}`);
    const start = startOf(trace);
    const from = rivals.some((rival) => startOf(rival) !== start) ? [`from ${start}`] : [];
    return [trace.rule.title, ...settings, ...from].join(", ");
  });
}

function startOf({ path }: Trace): string {
  return `(${Array.from(path[0]!, formatNumber).join(", ")})`;
}

function letter(name: string): string {
  return name.replace(/^[a-z]+/, (word) => GREEK[word] ?? word);
}
