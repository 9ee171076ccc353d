import { InputError } from "../errors.ts";

/** What went wrong, in words for a reader: our own are; what a library throws on data that it does not expect is not. */
export function explained(error: unknown): Error {
  if (error instanceof InputError || (error instanceof Error && error.constructor === Error)) return error;
  const what =
    error instanceof RangeError
      ? "something in it is nested too deeply or too long"
      : "a part of it is not what a figure of its kind is made of";
  return new Error(what, { cause: error });
}
