import { InputError } from "../errors.ts";

/** Curvatures, or a quadratic with them. */
export type Curved = readonly number[] | { readonly curvatures: readonly number[] };

/**
 * The curvatures that a figure is given.
 * @param call how the figure is called, such as `rateMap([0.1, 2])`
 * @throws InputError when there is none, or one is not above 0
 */
export function curvaturesOf(on: Curved, call: string): readonly number[] {
  const given: unknown = Array.isArray(on)
    ? on
    : (on as { readonly curvatures?: unknown } | null)?.curvatures;
  const curvatures = Array.isArray(given) ? (given as readonly number[]) : [];
  if (curvatures.length > 0 && curvatures.every((h) => Number.isFinite(h) && h > 0)) return curvatures;
  throw new InputError({
    what: "curvatures must be finite numbers above 0",
    got: given,
    cure: `for example: ${call}`,
  });
}
