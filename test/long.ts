/** Whether the long suite runs, which holds the repetitions. */
export const isLong = process.env["FALL_LINE_LONG"] !== undefined;

/** All of a list in the long suite; of the others only the first. */
export const firstUnlessLong = <T>(all: readonly T[], count = 1): readonly T[] =>
  isLong ? all : all.slice(0, count);
