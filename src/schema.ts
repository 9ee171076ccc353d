/** What comes from outside is read by schemas, which say what it is as a type too. */
import * as v from "valibot";
import { isRecord } from "./arguments.ts";
import { InputError } from "./errors.ts";

/** Schemas that several readers share. A message reads on after "must be". */
export const FINITE = v.pipe(v.number(), v.finite("a finite number"));

export const recordOf = <S extends v.GenericSchema>(item: S) =>
  v.pipe(v.custom<object>(isRecord, "a record"), v.record(v.string(), item));

export const textUpTo = (letters: number) =>
  v.pipe(v.string(), v.maxLength(letters, `a text of up to ${letters} letters`));

export const listUpTo = <S extends v.GenericSchema>(length: number, item: S) =>
  v.pipe(v.array(item), v.maxLength(length, `a list of up to ${length}`));

export const wholeFrom = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.check((x) => Number.isInteger(x) && x >= least && x <= most, `a whole number from ${least} to ${most}`),
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
