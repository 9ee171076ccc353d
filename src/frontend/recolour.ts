import { isObject, type PlainObject } from "./clean.ts";

/** A part of a figure in which each colour that has a counterpart has become it; what `except` names stays. */
export function recoloured(value: unknown, pairs: PlainObject, except?: string): unknown {
  if (typeof value === "string") return Object.hasOwn(pairs, value) ? pairs[value] : value;
  if (Array.isArray(value)) {
    return typeof value.at(-1) === "number" ? value : value.map((item) => recoloured(item, pairs));
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, key === except ? item : recoloured(item, pairs)]),
  );
}
