import { UserError } from "./user-error.js";

/** The whole number that an option gives. @throws UserError where it gives none from `least` to `most` */
export function wholeOption(name: string, given: string, least: number, most: number, usual: number): number {
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new UserError(
    `--${name} must be a whole number from ${least} to ${most}, got ${given}`,
    `Example: --${name} ${usual}.`,
  );
}
