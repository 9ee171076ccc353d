/** A number as it is seen; while somebody writes, it has all its digits. */
export const short = (value: number): string => String(Number(value.toPrecision(5)));
