/** Reads what may come out of an untrusted notebook: every part is checked, and strings stay strings. */
import * as v from "valibot";
import { isRecord } from "../../arguments.ts";
import { InputError } from "../../errors.ts";
import type { Specification } from "../../figures/recipe.ts";

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

/** What lies in a card as a list, each with its name, by these names. */
export const byName = <E extends v.ObjectEntries>(entries: E) =>
  v.pipe(
    list(v.looseObject({ name: v.string() })),
    v.transform((all) => Object.fromEntries(all.map(({ name, ...one }) => [name, one]))),
    v.record(v.string(), v.object(entries)),
  );

export const TEXTS = list(v.string());
export const NUMBERS = v.record(v.string(), v.number());
/** What a figure is drawn from: it is checked where it is. */
export const PICTURE = v.custom<Specification>(isRecord);
