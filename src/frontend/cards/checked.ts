/** Reads what may come out of an untrusted notebook: every part is checked, and strings stay strings. */
import { InputError } from "../../errors.ts";

/** A card as it is stored, before it is read. */
export type StoredCard = Readonly<Record<string, unknown>>;

/** An output in several formats, by MIME type. */
export type Bundle = Readonly<Record<string, unknown>>;

export function textOf(value: unknown): string {
  if (typeof value !== "string") throw damaged("a text");
  return value;
}

export function numberOf(value: unknown): number {
  if (typeof value !== "number") throw damaged("a number");
  return value;
}

export function listOf<T = StoredCard>(value: readonly T[] | undefined): readonly T[];
export function listOf(value: unknown): readonly StoredCard[];
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value) || value.length > 40) throw damaged("a list");
  return value as readonly unknown[];
}

export function bundleOf(value: unknown): Bundle {
  if (typeof value !== "object" || value === null) throw damaged("an output");
  return value as Bundle;
}

export function damaged(part: string): InputError {
  return new InputError({ what: `this card is damaged: ${part} is missing` });
}
