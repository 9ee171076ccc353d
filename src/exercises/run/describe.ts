/** Something to wait for, where a result was due at once. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function"
  );
}

/** A result as it is; of a promise nobody is told that it came to nothing. */
export function unheard<T>(result: T): T {
  if (isPromise(result)) result.then(undefined, () => undefined);
  return result;
}

/** An array, typed or not. */
export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/** A value in a few words: "an array of 3 numbers", "the text "abc"", "undefined". */
export function describe(value: unknown): string {
  if (typeof value === "number") return `the number ${value}`;
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 40))}`;
  if (typeof value === "function") return "a function";
  if (isList(value)) {
    const entries = Array.from(value);
    const strange = entries.find((entry) => typeof entry !== "number");
    const what = strange === undefined ? "numbers" : `values, one of them ${describeShort(strange)}`;
    return `an array of ${entries.length} ${entries.length === 1 ? what.replace("numbers", "number") : what}`;
  }
  if (typeof value === "object" && value !== null) {
    const names = Object.keys(value);
    return names.length === 0 ? "an empty object" : `an object with ${names.slice(0, 6).join(", ")}`;
  }
  return String(value);
}

function describeShort(value: unknown): string {
  return Array.isArray(value)
    ? "an array"
    : typeof value === "object" && value !== null
      ? "an object"
      : String(value);
}
