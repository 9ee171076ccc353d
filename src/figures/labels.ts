import { formatNumber } from "../math/tex.ts";
import type { Trace } from "../trace/trace.ts";

const GREEK: Readonly<Record<string, string>> = {
  alpha: "α",
  beta: "β",
  gamma: "γ",
  delta: "δ",
  epsilon: "ε",
  zeta: "ζ",
  eta: "η",
  kappa: "κ",
  lambda: "λ",
  mu: "μ",
  nu: "ν",
  psi: "ψ",
  rho: "ρ",
};

/**
 * What each of several descents is called: its rule, and the hyperparameters in which it differs from another run of
 * the same rule.
 * @example labelsOf([slow, fast]) // ["Gradient descent, λ = 0.1", "Gradient descent, λ = 1"]
 */
export function labelsOf(traces: readonly Pick<Trace, "rule" | "hyper">[]): string[] {
  return traces.map(({ rule, hyper }) => {
    const rivals = traces.filter((other) => other.rule.title === rule.title);
    const differing = Object.entries(hyper).filter(([name, value]) =>
      rivals.some((rival) => rival.hyper[name] !== value),
    );
    return [rule.title, ...differing.map(([name, value]) => `${letter(name)} = ${formatNumber(value)}`)].join(
      ", ",
    );
  });
}

/** A name as it is written in a picture: `alpha` is α, `beta1` is β1, `vHat` is v̂. */
export function letter(name: string): string {
  return name.replace(/Hat$/, "\u0302").replace(/^[a-z]+/, (word) => GREEK[word] ?? word);
}
