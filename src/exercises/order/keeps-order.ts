/**
 * Whether lines stand in a right order: all of them and no other, each after those that must stand before it.
 * @param before the lines, each with those that must stand before it
 */
export function keepsOrder(
  before: Readonly<Record<string, readonly string[]>>,
  order: readonly string[],
): boolean {
  const follows = (name: string, i: number): boolean =>
    Object.hasOwn(before, name) && before[name]!.every((other) => order.slice(0, i).includes(other));
  return order.length === Object.keys(before).length && order.every(follows);
}
