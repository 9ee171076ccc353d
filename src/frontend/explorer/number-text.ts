/** A number as it is seen; while somebody writes, it has all its digits. */
export const short = (value: number): string => String(Number(value.toPrecision(5)));

/** The number that was typed, with a comma or a point and either minus; NaN where it is none. */
export function typedNumber(text: string): number {
  const typed = text.trim().replace(",", ".").replace("−", "-");
  return typed === "" ? NaN : Number(typed);
}
