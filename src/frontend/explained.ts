import { InputError } from "../errors.ts";

/** What went wrong, in words for a reader. Ours are; what a library says of data that it does not expect is not. */
export function explained(error: unknown): InputError {
  if (error instanceof InputError) return error;
  const what =
    error instanceof RangeError
      ? "something in it is nested too deeply, or is too large"
      : "a part of it is not what a figure of its kind is made of";
  return Object.assign(new InputError({ what }), { cause: error });
}
