import { counted } from "../../counted.ts";
import { nameText } from "../../math/text.ts";
import { SHORT_BY_ONE } from "../earned.ts";
import type { Mistake } from "../mistake.ts";
import type { Case, Cases } from "../run/cases.ts";
import { describe } from "../run/describe.ts";
import { type Column, sameNumber } from "../search/columns.ts";
import { badEntry, noEntries, noList, ofForEach, quantityFault } from "./returned.ts";

/** What an answer gave as one quantity in one case; or as nothing. */
export type Returned = { readonly values: unknown; readonly missing?: boolean };

export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || ArrayBuffer.isView(value);

/** What is wrong with the entries of a quantity. */
export function faultOfQuantity(
  name: string,
  returned: readonly Returned[],
  { all, columns }: Cases,
  source: string,
  right: Column,
): Mistake | undefined {
  const shown = nameText(name);
  const lists = returned.map(({ values }) => values);
  const odd = lists.findIndex((values) => !isList(values));
  if (odd >= 0) {
    const values = lists[odd];
    if (values === undefined && /forEach/.test(source)) return ofForEach(name, shown);
    if (typeof values === "string")
      return quantityFault(
        name,
        "text",
        `${shown} is the text ${JSON.stringify(values.slice(0, 30))}: whole lists can't be added or subtracted`,
        "Go through the coordinates, for example with w.map((x, i) => ...).",
      );
    if (typeof values === "number" && Number.isNaN(values))
      return quantityFault(
        name,
        "NaN",
        `${shown} is NaN and no list: whole lists can't be added or multiplied`,
        "Go through the coordinates, for example with w.map((x, i) => ...).",
      );
    return noList(name, shown, describe(values));
  }
  const given = lists as ArrayLike<unknown>[];
  const due = columns.starts.slice(1).map((end, i) => right.subarray(columns.starts[i], end));
  return (
    noFirst(name, given) ??
    shortByOne(name, given, due) ??
    badLength(name, given, all) ??
    badEntries(name, given, source)
  );
}

function badLength(
  name: string,
  lists: readonly ArrayLike<unknown>[],
  all: readonly Case[],
): Mistake | undefined {
  const shown = nameText(name);
  const at = lists.findIndex((values, i) => values.length !== all[i]!.w.length);
  if (at < 0) return undefined;
  const lengths = new Set(lists.map(({ length }) => length));
  const numbers = (n: number): string => counted(n, "number");
  if (lengths.size === 1) {
    const [length] = lengths as unknown as [number];
    if (length === 0)
      return quantityFault(name, "empty", `${shown} is an empty list: nothing is put into it`);
    return quantityFault(
      name,
      `for ${length} coordinates`,
      `${shown} always has ${numbers(length)}, however many coordinates there are`,
      "It should have one for each coordinate.",
    );
  }
  const more = lists.every((values, i) => values.length === all[i]!.w.length + 1);
  if (more) {
    const what = `${shown} has one number too many`;
    // Past the end of a list there is no number, and before it there are some.
    const isPastTheEnd = lists.every(
      (values) => Array.from(values, Number).findIndex(Number.isNaN) === values.length - 1,
    );
    return isPastTheEnd
      ? quantityFault(name, "too long", `${what}: the loop goes one too far`, "The last index is length − 1: use < and not <=.") // prettier-ignore
      : quantityFault(name, "too long", what);
  }
  const isBehindOld = lists.every((values, i) => {
    const old = name === "w" ? all[i]!.w : (all[i]!.state[name] ?? []);
    return old.length > 0 && values.length === 2 * old.length && old.every((x, j) => values[j] === x);
  });
  if (isBehindOld)
    return quantityFault(
      name,
      "too long",
      `behind the old entries of ${shown} stand the new ones: begin with an empty list, []`,
    );
  return quantityFault(
    name,
    "length",
    `${shown} has ${numbers(lists[at]!.length)} where there ${all[at]!.w.length === 1 ? "is" : "are"} ${counted(all[at]!.w.length, "coordinate")}`,
  );
}

function badEntries(name: string, lists: readonly ArrayLike<unknown>[], source: string): Mistake | undefined {
  const shown = nameText(name);
  const entries = lists.flatMap((values) => Array.from(values));
  if (entries.every((entry) => typeof entry === "number")) return undefined;
  if (entries.every((entry) => entry === undefined)) {
    return /=>\s*\{/.test(source) || /function/.test(source)
      ? noEntries(name, shown)
      : quantityFault(name, "undefined entries", `every entry of ${shown} is undefined`);
  }
  const odd = entries.find((entry) => typeof entry !== "number" && entry !== undefined);
  if (typeof odd === "string") {
    const isNumeric = entries.every(
      (entry) => typeof entry === "string" && entry !== "" && Number.isFinite(Number(entry)),
    );
    return isNumeric
      ? quantityFault(
          name,
          "texts",
          `the entries of ${shown} are texts and no numbers: ${JSON.stringify(odd)}`,
          /toFixed|toPrecision/.test(source) ? "toFixed makes a text; leave it out." : undefined,
        )
      : quantityFault(
          name,
          "texts",
          `an entry of ${shown} is the text ${JSON.stringify(odd.slice(0, 30))} and no number`,
          odd.includes(",")
            ? "A list was added to a number: take one entry of it, with [i]."
            : /toFixed|toPrecision/.test(source)
              ? "toFixed makes a text, and + joins texts: leave it out."
              : undefined,
        );
  }
  return odd === undefined
    ? quantityFault(name, "holes", `some entries of ${shown} have no value`)
    : badEntry(name, shown, describe(odd));
}

const isFilled = (values: ArrayLike<unknown>): boolean => Array.from(values).every((x) => x !== undefined);

/** Lists that are right but for the last coordinate, or the first, which is not in them. */
function shortByOne(
  name: string,
  lists: readonly ArrayLike<unknown>[],
  due: readonly Column[],
): Mistake | undefined {
  const isRightFrom = (from: number): boolean =>
    lists.every(
      (values, i) =>
        values.length === due[i]!.length - 1 &&
        Array.from(values).every((x, j) => typeof x === "number" && sameNumber(x, due[i]![from + j]!)),
    );
  const isWithoutLast = lists.every(
    (values) => values[values.length - 1] === undefined && isFilled(Array.from(values).slice(0, -1)),
  );
  const shown = nameText(name);
  if (isWithoutLast && lists.every(({ length }, i) => length === due[i]!.length))
    return quantityFault(name, "holes", `the last entry of ${shown} has no value: nothing is put into it`);
  return isRightFrom(0)
    ? quantityFault(
        name,
        SHORT_BY_ONE,
        `the last coordinate of ${shown} is missing: it ends one entry too early`,
      )
    : isRightFrom(1)
      ? quantityFault(
          name,
          SHORT_BY_ONE,
          `the first coordinate of ${shown} is missing: its index is 0, and not 1`,
        )
      : undefined;
}

/** A loop that begins at the second coordinate. */
function noFirst(name: string, lists: readonly ArrayLike<unknown>[]): Mistake | undefined {
  const isLeftOut =
    lists.every((values) => values[0] === undefined) && lists.some((values) => values[1] !== undefined);
  return isLeftOut
    ? quantityFault(
        name,
        "holes",
        `the first entry of ${nameText(name)} has no value: the index of the first coordinate is 0, and not 1`,
      )
    : undefined;
}
