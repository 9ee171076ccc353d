import { counted } from "../../counted.ts";
import type { Mistake } from "../mistake.ts";
import { describe, isPromise } from "../run/describe.ts";
import { isList } from "./faulty-quantity.ts";
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
  const [first] = results;
  if (results.every((value) => value === undefined))
    return { values: undefined, faults: [nothingReturned(source)] };
  if (isPromise(first)) {
    return {
      values: undefined,
      faults: [
        returnFault(
          "promise",
          "your function returns a promise and no number",
          "It is computed at once: take out async and await.",
        ),
      ],
    };
  }
  const read = results.map((value) => (single ? readOne(value) : readList(value, count)));
  const odd = read.find(({ fault }) => fault !== undefined);
  const values = read.map(({ numbers }) => numbers);
  const faults = odd?.fault === undefined ? [] : [odd.fault(source)];
  return { values: values.every((numbers) => numbers !== undefined) ? values : undefined, faults };
}

interface Read {
  readonly numbers?: readonly number[];
  readonly fault?: (source: string) => Mistake;
}

function readOne(value: unknown): Read {
  if (typeof value === "number") return { numbers: [value] };
  if (typeof value === "string") return { ...numeric([value]), fault: (source) => textFault(value, source) };
  if (isList(value)) {
    const entries = Array.from(value);
    const [only] = entries;
    return {
      ...(entries.length === 1 && typeof only === "number" ? { numbers: [only] } : {}),
      fault: () =>
        returnFault(
          "list",
          `your function returns ${describe(value)}, and one number is asked for`,
          entries.length === 1 ? "Take the brackets away." : undefined,
        ),
    };
  }
  return other(value, "one number");
}

function readList(value: unknown, count: number): Read {
  if (isList(value)) {
    const entries = Array.from(value);
    if (entries.length === count && entries.every((entry) => typeof entry === "number"))
      return { numbers: entries };
    if (entries.length > 0 && entries.every((entry) => typeof entry === "string")) {
      return { ...numeric(entries), fault: (source) => textFault(String(entries[0]), source) };
    }
    if (entries.length === count && entries.every((entry) => isList(entry) && entry.length === 1)) {
      const inner = entries.map((entry) => (entry as number[])[0]!);
      return {
        numbers: inner,
        fault: () =>
          returnFault(
            "lists in a list",
            "each number stands in a list of its own",
            `Return one list of ${count} numbers.`,
          ),
      };
    }
    const numbers = entries.filter((entry) => typeof entry === "number");
    const fault = (): Mistake =>
      returnFault(
        `${entries.length} numbers`,
        entries.length === numbers.length
          ? `your list has ${counted(entries.length, "number")}, and ${count} are asked for`
          : `your function returns ${describe(value)}, and ${count} numbers are asked for`,
      );
    return { ...(numbers.length > count ? { numbers: numbers.slice(0, count) } : {}), fault };
  }
  if (typeof value === "number") {
    return {
      fault: () =>
        returnFault(
          "one number",
          `your function returns one number, and a list of ${count} is asked for`,
          "A list stands in square brackets: [a, b].",
        ),
    };
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.values(value);
    const isNumbers = entries.length === count && entries.every((entry) => typeof entry === "number");
    return {
      ...(isNumbers ? { numbers: entries } : {}),
      fault: () =>
        returnFault(
          "object",
          `your function returns ${describe(value)}, and a list is asked for`,
          "A list stands in square brackets: [a, b].",
        ),
    };
  }
  return other(value, `a list of ${count} numbers`);
}

function other(value: unknown, wanted: string): Read {
  return {
    fault: (source) => {
      if (value === undefined) return nothingReturned(source);
      const returned = typeof value === "function" ? "a function that is not called" : describe(value);
      return returnFault(
        typeof value === "function" ? "function" : "no number",
        `your function returns ${returned}, and ${wanted} is asked for`,
      );
    },
  };
}

function numeric(texts: readonly string[]): Read {
  const numbers = texts.map(Number);
  return numbers.every(Number.isFinite) ? { numbers } : {};
}

function textFault(value: string, source: string): Mistake {
  return returnFault(
    "text",
    `your function returns the text ${JSON.stringify(value.slice(0, 30))} and no number`,
    /toFixed|toPrecision/.test(source)
      ? "toFixed makes a text; leave it out."
      : "+ between a text and a number joins them as texts.",
  );
}
