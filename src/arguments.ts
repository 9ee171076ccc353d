/** Checks of what the library's functions are given, for those who write without types. */
import { didYouMean, InputError } from "./errors.ts";

/** The names of all options of a function: the compiler says when one is missing. */
export type Names<Options> = Readonly<Record<keyof Options & string, true>>;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/**
 * Checks that options are a record in which every name means something.
 * @param example a record that could stand here, as code
 * @param cureFor what to do instead with a name that is none, where this is known
 */
export function checkNames(
  options: unknown,
  taker: string,
  names: Readonly<Record<string, true>>,
  example: string,
  cureFor?: (name: string) => string | undefined,
): void {
  if (!isRecord(options))
    throw new InputError({
      what: `${taker} takes its options by name`,
      got: options,
      cure: `for example: ${example}`,
    });
  const unknown = Object.keys(options).find((name) => !Object.hasOwn(names, name));
  if (unknown === undefined) return;
  const allowed = Object.keys(names);
  const cure = cureFor?.(unknown);
  throw new InputError({
    what: `${taker} has no option ${unknown}`,
    allowed: allowed.join(", "),
    ...(cure === undefined ? (didYouMean(unknown, allowed) ?? { cure: "leave it out" }) : { cure }),
  });
}

/** @throws InputError when a value, where one is given, is no finite number of at least `least` */
export function checkAtLeast(value: unknown, name: string, least: number, example: number): void {
  if (value === undefined || (typeof value === "number" && Number.isFinite(value) && value >= least)) return;
  throw new InputError({
    what: `${name} must be a number of ${least} or more`,
    got: value,
    cure: `for example: ${name}: ${example}`,
  });
}

/** @throws InputError when a value, where one is given, is no whole number: a seed */
export function checkSeed(seed: unknown): void {
  if (seed === undefined || Number.isSafeInteger(seed)) return;
  throw new InputError({ what: "seed must be a whole number", got: seed, cure: "for example: seed: 1" });
}

/** @throws InputError when a value, where one is given, is neither true nor false */
export function checkFlag(value: unknown, name: string): void {
  if (value === undefined || typeof value === "boolean") return;
  throw new InputError({
    what: `${name} must be true or false`,
    got: value,
    cure: `for example: ${name}: true`,
  });
}
