import { nearest } from "../../../nearest.js";

/** The name that differs least from a mistyped one, if it differs little: one slip, or a third of its letters. */
export function mistyped(name: string, candidates: readonly string[]): string | undefined {
  const others = candidates.filter((candidate) => candidate !== name && alike(candidate, name));
  return nearest(name, others, name.length > 1 ? Math.max(1, Math.floor(name.length / 3)) : 0);
}

/** Of short names the first letter is seldom mistyped: `mine` is no slip for `line`. */
const short = 4;

/** `step` is no slip for `Set`: one is a value, the other a class. */
function alike(a: string, b: string): boolean {
  const isUpper = (name: string) => /^\p{Lu}/u.test(name);
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (a.length <= short && one[0] !== other[0] && one.slice(0, 2) !== other[1]! + other[0]!) return false;
  return isUpper(a) === isUpper(b) || one === other;
}
