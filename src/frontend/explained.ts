import { InputError } from "../errors.ts";

/**
 * What went wrong, in words for a reader. Ours are; what a library says of data that it does not expect is not. Each script of
 * a page has a class of its own for ours, so they are known by their complaint.
 */
export function explained(error: unknown): InputError {
  if (error instanceof Error && "complaint" in error) return error as InputError;
  const what =
    error instanceof RangeError
      ? "something in it is nested too deeply, or is too large"
      : "a part of it is not what a figure of its kind is made of";
  return Object.assign(new InputError({ what }), { cause: error });
}
