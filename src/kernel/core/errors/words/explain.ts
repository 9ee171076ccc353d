import type { Scene, Words } from "./scene.ts";

/** Puts an error in words, where it knows it. */
export type Explain = (scene: Scene) => Words | undefined;

/** What knows an error, by the compiler's codes. @param rows several codes, and what is asked of each, the first first */
export function byCodes(
  rows: readonly (readonly [codes: readonly number[], ...asked: Explain[]])[],
): ReadonlyMap<number, readonly Explain[]> {
  return new Map(rows.flatMap(([codes, ...asked]) => codes.map((code) => [code, asked] as const)));
}

/** What the first says that knows the error. */
export function firstWords(asked: readonly Explain[], scene: Scene): Words | undefined {
  for (const explain of asked) {
    const words = explain(scene);
    if (words) return words;
  }
  return undefined;
}
