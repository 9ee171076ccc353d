import type { Place } from "../source-map.ts";
import type { Span } from "./option-place.ts";

/**
 * Where the property is read of which an error speaks, in an engine that tells only where its statement begins; undefined
 * where that is not certain.
 */
export function propertyPlace(code: string, { line, column }: Place, message: string): Span | undefined {
  const name = /^can't access property "([\w$]+)"/.exec(message)?.[1];
  const text = code.split("\n")[line];
  if (name === undefined || text === undefined) return undefined;
  const at = text.indexOf(`.${name}`, column);
  if (at < 0 || text.includes(`.${name}`, at + 1)) return undefined;
  return { line, column: at + 1, length: 1 };
}
