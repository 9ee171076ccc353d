/** Random numbers by position: the same seed and place give the same number, in whatever order they are asked for. */

/** A uniform number in (0, 1) for a seed and a place given by whole numbers. */
export function uniform(seed: number, ...place: readonly number[]): number {
  let hash = mix(seed ^ 0x9e3779b9);
  for (const index of place) hash = mix(hash + 0x9e3779b9 + index);
  return (hash + 0.5) / 2 ** 32;
}

/** A standard normal number for a seed and a place (Box & Muller 1958). */
export function normal(seed: number, ...place: readonly number[]): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(seed, ...place, 1)));
  return radius * Math.cos(2 * Math.PI * uniform(seed, ...place, 2));
}

/** The whole numbers below `count` in an order given by a seed and a place (Fisher & Yates). */
export function shuffled(count: number, seed: number, ...place: readonly number[]): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(uniform(seed, ...place, i) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** The last step of MurmurHash3: every bit of a 32-bit number bears on every bit of the result. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
