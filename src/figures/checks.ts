import { InputError } from "../errors.ts";

/** Checks of what comes from a stored figure or from plain JavaScript; each gives the value back, with its type. */

/** @throws InputError when it is no text, or a longer one than `most` letters */
export function checkText(value: unknown, what: string, most = 300): string {
  if (typeof value === "string" && value.length <= most) return value;
  throw new InputError({ what: `${what} must be text`, got: value, allowed: `up to ${most} letters` });
}

/** @throws InputError when it is no finite number */
export function checkNumber(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new InputError({ what: `${what} must be a finite number`, got: value });
}

/** @throws InputError when it is no whole number from `least` to `most` */
export function checkWhole(value: unknown, what: string, least: number, most: number): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  throw new InputError({
    what: `${what} must be a whole number`,
    got: value,
    allowed: `${least} to ${most}`,
  });
}

/** @throws InputError when it is no list, a longer one than `most`, or one of its items fails its own check */
export function checkList<T>(
  value: unknown,
  what: string,
  most: number,
  item: (value: unknown, what: string) => T,
): T[] {
  if (Array.isArray(value) && value.length <= most)
    return Array.from(value as unknown[], (one, k) => item(one, `${what}[${k}]`));
  throw new InputError({
    what: `${what} must be a list`,
    got: Array.isArray(value) ? `one of ${value.length}` : value,
    allowed: `up to ${most} of them`,
  });
}

/** @throws InputError when it is no record of values by name */
export function checkRecord(value: unknown, what: string): Readonly<Record<string, unknown>> {
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Readonly<Record<string, unknown>>;
  throw new InputError({ what: `${what} must be a record`, got: value });
}

/** @throws InputError when it is no record of finite numbers by name */
export function checkNumbers(value: unknown, what: string): Readonly<Record<string, number>> {
  const record = checkRecord(value, what);
  for (const [name, number] of Object.entries(record)) checkNumber(number, `${what}.${name}`);
  return record as Readonly<Record<string, number>>;
}

/** A range of an axis. @throws InputError when it is not two finite numbers in order */
export function checkInterval(interval: unknown, what: string): readonly [low: number, high: number] {
  const [low, high] = (Array.isArray(interval) ? interval : []) as unknown[];
  if (typeof low === "number" && typeof high === "number" && Number.isFinite(high - low) && low < high)
    return [low, high];
  throw new InputError({ what: `${what} must be two finite numbers, the lower first`, got: interval });
}
