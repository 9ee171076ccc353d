import type { TextPosition } from "../source-map.ts";
import type { Span } from "./option-place.ts";

/** What Firefox says, and Safari, with the property that was to be read. */
const SAYS = [
  /^can't access property "([\w$]+)"/,
  /^(?:undefined|null) is not an object \(evaluating '[^=]*\.([\w$]+)(?: = .*)?'\)$/,
];

/**
 * Where the property is read of which an error speaks, in an engine that tells only where its statement begins, or what
 * stands before it; undefined where that is not certain.
 */
export function propertyPlace(
  code: string,
  { line, column }: TextPosition,
  message: string,
): Span | undefined {
  const name = SAYS.map((says) => says.exec(message)?.[1]).find((found) => found !== undefined);
  const text = code.split("\n")[line];
  if (name === undefined || text === undefined) return undefined;
  const at = text.indexOf(`.${name}`, column);
  if (at < 0 || text.includes(`.${name}`, at + 1)) return undefined;
  return { line, column: at + 1, length: 1 };
}
