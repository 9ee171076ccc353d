import { counted } from "../../counted.ts";
import { nameText } from "../../math/text.ts";
import { SHORT_BY_ONE } from "../earned.ts";
import type { Mistake } from "../mistake.ts";
import type { Case, Cases } from "../run/cases.ts";
import { describe, isList } from "../run/describe.ts";
import { type Column, sameNumber } from "../search/columns.ts";
import { badEntry, noEntries, noList, ofForEach, quantityFault } from "./returned.ts";

/** What an answer gave as one quantity in one case; or as nothing. */
export type Returned = { readonly values: unknown; readonly missing?: boolean };

/** A quantity by its name and as it is called, and how a fault of it is said. */
interface Quantity {
  readonly name: string;
  readonly shown: string;
  readonly fault: (id: string, sentence: string, cure?: string) => Mistake;
}

/** What is wrong with the entries of a quantity. */
export function faultOfQuantity(
  name: string,
  returned: readonly Returned[],
  { all, columns }: Cases,
  source: string,
  right: Column,
): Mistake | undefined {
  const quantity: Quantity = {
    name,
    shown: nameText(name),
    fault: (...said) => quantityFault(name, ...said),
  };
  const lists = returned.map(({ values }) => values);
  const odd = lists.findIndex((values) => !isList(values));
  if (odd >= 0) return notAList(quantity, lists[odd], source);
  const given = lists as ArrayLike<unknown>[];
  const due = columns.starts.slice(1).map((end, i) => right.subarray(columns.starts[i], end));
  return (
    noFirst(quantity, given) ??
    shortByOne(quantity, given, due) ??
    badLength(quantity, given, all) ??
    badEntries(quantity, given, source)
  );
}

function notAList({ name, shown, fault }: Quantity, value: unknown, source: string): Mistake {
  const cure = "Go through the coordinates, for example with w.map((x, i) => ...).";
  if (value === undefined && /forEach/.test(source)) return ofForEach(name, shown);
  if (typeof value === "string")
    return fault("text", `${shown} is the text ${JSON.stringify(value.slice(0, 30))}: whole lists can't be added or subtracted`, cure); // prettier-ignore
  return Number.isNaN(value)
    ? fault("NaN", `${shown} is NaN and no list: whole lists can't be added or multiplied`, cure)
    : noList(name, shown, describe(value));
}

function badLength(
  { name, shown, fault }: Quantity,
  lists: readonly ArrayLike<unknown>[],
  all: readonly Case[],
): Mistake | undefined {
  const at = lists.findIndex((values, i) => values.length !== all[i]!.w.length);
  if (at < 0) return undefined;
  const [length, ...others] = new Set(lists.map((values) => values.length));
  if (length === 0 && others.length === 0)
    return fault("empty", `${shown} is an empty list: nothing is put into it`);
  if (others.length === 0)
    return fault(`for ${length!} coordinates`, `${shown} always has ${counted(length!, "number")}, however many coordinates there are`, "It should have one for each coordinate."); // prettier-ignore
  if (lists.every((values, i) => values.length === all[i]!.w.length + 1)) {
    const what = `${shown} has one number too many`;
    // Past the end of a list there is no number, and before it there are some.
    const isPastTheEnd = lists.every(
      (values) => Array.from(values, Number).findIndex(Number.isNaN) === values.length - 1,
    );
    return isPastTheEnd
      ? fault("too long", `${what}: the loop goes one too far`, "The last index is length − 1: use < and not <=.") // prettier-ignore
      : fault("too long", what);
  }
  const isBehindOld = lists.every((values, i) => {
    const old = name === "w" ? all[i]!.w : (all[i]!.state[name] ?? []);
    return old.length > 0 && values.length === 2 * old.length && old.every((x, j) => values[j] === x);
  });
  if (isBehindOld)
    return fault("too long", `behind the old entries of ${shown} stand the new ones: begin with an empty list, []`); // prettier-ignore
  const count = all[at]!.w.length;
  return fault("length", `${shown} has ${counted(lists[at]!.length, "number")} where there ${count === 1 ? "is" : "are"} ${counted(count, "coordinate")}`); // prettier-ignore
}

function badEntries(
  { name, shown, fault }: Quantity,
  lists: readonly ArrayLike<unknown>[],
  source: string,
): Mistake | undefined {
  const entries = lists.flatMap((values) => Array.from(values));
  if (entries.every((entry) => typeof entry === "number")) return undefined;
  if (entries.every((entry) => entry === undefined))
    return /=>\s*\{|function/.test(source)
      ? noEntries(name, shown)
      : fault("undefined entries", `every entry of ${shown} is undefined`);
  const odd = entries.find((entry) => typeof entry !== "number" && entry !== undefined);
  if (odd === undefined) return fault("holes", `some entries of ${shown} have no value`);
  if (typeof odd !== "string") return badEntry(name, shown, describe(odd));
  const isRounded = /toFixed|toPrecision/.test(source);
  const isNumeric = entries.every(
    (entry) => typeof entry === "string" && entry !== "" && Number.isFinite(Number(entry)),
  );
  if (isNumeric)
    return fault("texts", `the entries of ${shown} are texts and no numbers: ${JSON.stringify(odd)}`, isRounded ? "toFixed makes a text; leave it out." : undefined); // prettier-ignore
  const cure = odd.includes(",")
    ? "A list was added to a number: take one entry of it, with [i]."
    : isRounded
      ? "toFixed makes a text, and + joins texts: leave it out."
      : undefined;
  return fault("texts", `an entry of ${shown} is the text ${JSON.stringify(odd.slice(0, 30))} and no number`, cure); // prettier-ignore
}

const isFilled = (values: readonly unknown[]): boolean => values.every((x) => x !== undefined);

/** Lists that are right but for the last coordinate, or the first, which is not in them. */
function shortByOne(
  { shown, fault }: Quantity,
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
    (values, i) =>
      values.length === due[i]!.length &&
      values[values.length - 1] === undefined &&
      isFilled(Array.from(values).slice(0, -1)),
  );
  if (isWithoutLast) return fault("holes", `the last entry of ${shown} has no value: nothing is put into it`);
  if (isRightFrom(0))
    return fault(SHORT_BY_ONE, `the last coordinate of ${shown} is missing: it ends one entry too early`);
  return isRightFrom(1)
    ? fault(SHORT_BY_ONE, `the first coordinate of ${shown} is missing: its index is 0, and not 1`)
    : undefined;
}

/** A loop that begins at the second coordinate. */
function noFirst({ shown, fault }: Quantity, lists: readonly ArrayLike<unknown>[]): Mistake | undefined {
  const isLeftOut =
    lists.every((values) => values[0] === undefined) && lists.some((values) => values[1] !== undefined);
  return isLeftOut
    ? fault("holes", `the first entry of ${shown} has no value: the index of the first coordinate is 0, and not 1`) // prettier-ignore
    : undefined;
}
