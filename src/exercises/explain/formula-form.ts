import { counted } from "../../counted.ts";
import type { Mistake } from "../mistake.ts";
import { describe, isList, isPromise } from "../run/describe.ts";
import { nothingReturned } from "./nothing.ts";
import { returnFault } from "./returned.ts";

/** What a function returned for many arguments, as numbers as far as it can be, and what is wrong in how it is given. */
export interface Values {
  readonly values: readonly (readonly number[])[] | undefined;
  readonly faults: readonly Mistake[];
}

/** Read what was returned, where one number is asked for, or a list of some. */
export function readValues(
  results: readonly unknown[],
  count: number,
  single: boolean,
  source: string,
): Values {
  const none = (fault: Mistake): Values => ({ values: undefined, faults: [fault] });
  if (results.every((value) => value === undefined)) return none(nothingReturned(source));
  if (isPromise(results[0]))
    return none(
      returnFault("promise", "your function returns a promise and no number", "It is computed at once: take out async and await."), // prettier-ignore
    );
  const read = results.map((value) => (single ? readOne(value, source) : readList(value, count, source)));
  const values = read.map(({ numbers }) => numbers);
  return {
    values: values.every((numbers) => numbers !== undefined) ? values : undefined,
    faults: read.flatMap(({ fault }) => fault ?? []).slice(0, 1),
  };
}

interface Read {
  readonly numbers?: readonly number[] | undefined;
  readonly fault?: Mistake;
}

const BRACKETS = "A list stands in square brackets: [a, b].";

const isNumbers = (entries: readonly unknown[]): entries is number[] =>
  entries.every((entry) => typeof entry === "number");

function readOne(value: unknown, source: string): Read {
  if (typeof value === "number") return { numbers: [value] };
  if (typeof value === "string") return ofTexts([value], source);
  if (!isList(value)) return other(value, "one number", source);
  const entries = Array.from(value);
  const isOne = entries.length === 1;
  return {
    numbers: isOne && isNumbers(entries) ? entries : undefined,
    fault: returnFault("list", `your function returns ${describe(value)}, and one number is asked for`, isOne ? "Take the brackets away." : undefined), // prettier-ignore
  };
}

function readList(value: unknown, count: number, source: string): Read {
  if (isList(value)) return readEntries(Array.from(value), count, source);
  if (typeof value === "number")
    return { fault: returnFault("one number", `your function returns one number, and a list of ${count} is asked for`, BRACKETS) }; // prettier-ignore
  if (typeof value !== "object" || value === null) return other(value, `a list of ${count} numbers`, source);
  const entries: unknown[] = Object.values(value);
  return {
    numbers: entries.length === count && isNumbers(entries) ? entries : undefined,
    fault: returnFault("object", `your function returns ${describe(value)}, and a list is asked for`, BRACKETS), // prettier-ignore
  };
}

function readEntries(entries: readonly unknown[], count: number, source: string): Read {
  if (entries.length === count && isNumbers(entries)) return { numbers: entries };
  if (entries.length > 0 && entries.every((entry) => typeof entry === "string"))
    return ofTexts(entries, source);
  if (entries.length === count && entries.every((entry) => isList(entry) && entry.length === 1))
    return {
      numbers: entries.map((entry) => (entry as number[])[0]!),
      fault: returnFault("lists in a list", "each number stands in a list of its own", `Return one list of ${count} numbers.`), // prettier-ignore
    };
  const numbers = entries.filter((entry) => typeof entry === "number");
  const what =
    entries.length === numbers.length
      ? `your list has ${counted(entries.length, "number")}, and ${count} are asked for`
      : `your function returns ${describe(entries)}, and ${count} numbers are asked for`;
  return {
    numbers: numbers.length > count ? numbers.slice(0, count) : undefined,
    fault: returnFault(`${entries.length} numbers`, what),
  };
}

function other(value: unknown, wanted: string, source: string): Read {
  if (value === undefined) return { fault: nothingReturned(source) };
  const isFunction = typeof value === "function";
  const returned = isFunction ? "a function that is not called" : describe(value);
  return {
    fault: returnFault(isFunction ? "function" : "no number", `your function returns ${returned}, and ${wanted} is asked for`), // prettier-ignore
  };
}

function ofTexts(texts: readonly string[], source: string): Read {
  const numbers = texts.map(Number);
  const cure = /toFixed|toPrecision/.test(source)
    ? "toFixed makes a text; leave it out."
    : "+ between a text and a number joins them as texts.";
  return {
    numbers: numbers.every(Number.isFinite) ? numbers : undefined,
    fault: returnFault("text", `your function returns the text ${JSON.stringify(texts[0]!.slice(0, 30))} and no number`, cure), // prettier-ignore
  };
}
