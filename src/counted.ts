/**
 * A number with its noun.
 * @example counted(1, "step") // "1 step"
 */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
