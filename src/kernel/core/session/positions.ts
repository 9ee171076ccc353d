/** The protocol counts code points, JavaScript UTF-16 units. A cursor that is not given is at the end. */
export function fromCodePoints(text: string, position: unknown): number {
  if (typeof position !== "number") return text.length;
  return Array.from(text).slice(0, position).join("").length;
}

/** The number of code points before a position in UTF-16 units. */
export function toCodePoints(text: string, position: number): number {
  return Array.from(text.slice(0, position)).length;
}
