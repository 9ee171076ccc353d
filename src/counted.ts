const TIMES = ["never", "once", "twice", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** How often, in words up to ten: "once", "four times". */
export const times = (count: number): string =>
  count <= 2 ? TIMES[count]! : `${TIMES[count] ?? String(count)} times`;

/**
 * A number with its noun.
 * @example counted(1, "step") // "1 step"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
