/** Whether the long suite runs, which holds the repetitions. */
export const isLong = process.env["FALL_LINE_LONG"] !== undefined;

/** All of a list in the long suite; else only the first. */
export const firstUnlessLong = <T>(all: readonly T[], count = 1): readonly T[] =>
  isLong ? all : all.slice(0, count);

/** All of a list in the long suite; else every so many-th, from all of its length. */
export const someUnlessLong = <T>(all: readonly T[], every: number): readonly T[] =>
  isLong ? all : all.filter((_, i) => i % every === 0);
