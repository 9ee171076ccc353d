/** What comes from outside is read by schemas, which say what it is as a type too. */
import * as v from "valibot";
import { isRecord } from "./arguments.ts";
import { counted } from "./counted.ts";
import { InputError } from "./errors.ts";

/** Schemas that several readers share. A message reads on after "must be". */
export const INTERVAL = v.custom<readonly [low: number, high: number]>((range) => {
  const [low, high] = Array.isArray(range) && range.length === 2 ? (range as unknown[]) : [];
  return typeof low === "number" && typeof high === "number" && low < high && Number.isFinite(high - low);
}, "two finite numbers, the lower first");
export const FINITE = v.pipe(v.number(), v.finite("a finite number"));

/** A record with these entries and no others. */
export const recordWith = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(v.custom<object>(isRecord, "a record"), v.strictObject(entries));

/** A text for each of so many. */
export const textsFor = (count: number) =>
  v.pipe(v.array(textUpTo(300)), v.length(count, `a list of ${counted(count, "text")}`));

export const recordOf = <S extends v.GenericSchema>(item: S) =>
  v.pipe(
    v.custom<object>(isRecord, "a record"),
    // `v.record` passes these over.
    v.check((record) => !INHERITED.some((name) => Object.hasOwn(record, name)), "a record of other names"),
    v.record(v.string(), item),
  );

const INHERITED = ["__proto__", "prototype", "constructor"];

export const textUpTo = (letters: number) =>
  v.pipe(v.string(), v.maxLength(letters, `a text of up to ${letters} letters`));

export const listUpTo = <S extends v.GenericSchema>(length: number, item: S) =>
  v.pipe(v.array(item), v.maxLength(length, `a list of up to ${length}`));

export const wholeFrom = (least: number, most = Infinity) =>
  v.custom<number>(
    (x) => Number.isInteger(x) && (x as number) >= least && (x as number) <= most,
    `a whole number ${most === Infinity ? `of ${least} or more` : `from ${least} to ${most}`}`,
  );

export const numberFrom = (least: number, most: number) =>
  v.custom<number>(
    (x) => typeof x === "number" && x >= least && x <= most,
    `a number from ${least} to ${most}`,
  );

/**
 * A value as its schema reads it.
 * @param what the value in words: "a stored figure"
 * @throws InputError that names the place, what was got and what must be there
 */
export function parsed<S extends v.GenericSchema>(schema: S, value: unknown, what: string): v.InferOutput<S> {
  const { success, issues, output } = v.safeParse(schema, value, { abortEarly: true, abortPipeEarly: true });
  if (success) return output;
  const [issue] = issues;
  const path = v.getDotPath(issue);
  if (issue.expected === "never") throw new InputError({ what: `${what} has no field ${path}` });
  const place = path === null ? what : `${path} of ${what}`;
  throw new InputError({ what: `${place} must be ${expectedBy(issue)}`, got: issue.input });
}

const KINDS: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "a record",
};

function expectedBy({ expected, message }: v.BaseIssue<unknown>): string {
  if (!message.startsWith("Invalid")) return message;
  const isMissing = expected !== null && message.startsWith("Invalid key");
  return isMissing
    ? "there"
    : (KINDS[expected ?? ""] ?? expected?.replaceAll(/^\(|\)$/g, "") ?? "of another kind");
}
