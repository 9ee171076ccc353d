import type { AnyFunction } from "./kind.ts";

/** A function as it is written, its lines moved to the left edge. A build keeps the text from before it was translated. */
export function codeOf(code: AnyFunction): string {
  const [first = "", ...rest] = (code.source ?? code.toString()).split("\n");
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)![0].length);
  const least = Math.min(...indents, Infinity);
  return [first, ...rest.map((line) => line.slice(least))].join("\n");
}
