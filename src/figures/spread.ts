/** The room in which words stand one below the other, in pixels from the top. */
export interface Room {
  readonly top: number;
  readonly bottom: number;
  /** From one line of words to the next. */
  readonly gap: number;
}

/** Heights of words, from the top down, pushed apart as little as it takes for none to overlap. */
export function spreadApart(wanted: readonly number[], { top, bottom, gap }: Room): number[] {
  const apart = Math.min(gap, (bottom - top) / Math.max(1, wanted.length - 1));
  const ys: number[] = [];
  for (const [k, y] of wanted.entries()) ys.push(Math.max(y, (ys[k - 1] ?? top - apart) + apart));
  for (let k = ys.length - 1; k >= 0; k--) ys[k] = Math.min(ys[k]!, bottom - (ys.length - 1 - k) * apart);
  return ys;
}
