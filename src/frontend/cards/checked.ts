/** Reads what may come out of an untrusted notebook: every part is checked, and strings stay strings. */
import * as v from "valibot";
import { InputError } from "../../errors.ts";

/** A card as it is stored, before it is read. */
export type StoredCard = Readonly<Record<string, unknown>>;

/** An output in several formats, by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

export const BUNDLE = v.custom<Bundle>((value) => typeof value === "object" && value !== null);

/** Lists of a card are short. */
export const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(40));

/** @throws InputError that says where the card is not as it should be */
export function checked<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const { success, issues, output } = v.safeParse(schema, value);
  if (success) return output;
  const path = v.getDotPath(issues[0]);
  throw new InputError({ what: `this card is damaged${path === null ? "" : ` at ${path}`}` });
}

const STORED = list(v.record(v.string(), v.unknown()));

export const textOf = (value: unknown): string => checked(v.string(), value);
export const numberOf = (value: unknown): number => checked(v.number(), value);
export const listOf = (value: unknown): readonly StoredCard[] => checked(STORED, value);
export const textsOf = (value: unknown): readonly string[] => checked(list(v.string()), value);
/** Places in a picture, one at least. */
export const placesOf = (value: unknown): readonly (readonly [number, number])[] =>
  checked(v.pipe(list(v.tuple([v.number(), v.number()])), v.minLength(1)), value);
export const recordOf = (value: unknown): StoredCard => checked(v.record(v.string(), v.unknown()), value);
export const numbersOf = (value: unknown): Readonly<Record<string, number>> =>
  checked(v.record(v.string(), v.number()), value);
