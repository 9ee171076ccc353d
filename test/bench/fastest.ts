/** Each loop is repeated so often at least, and for so many seconds, so that the compiler has seen it. */
const REPETITIONS = 15;
const SECONDS = 0.3;

/** The least time of each of several programs, run in turn so that a busy moment does not hit one alone. */
export function fastest(programs: readonly (() => void)[]): number[] {
  const best = programs.map(() => Infinity);
  const start = performance.now();
  for (let i = 0; i < REPETITIONS || performance.now() - start < SECONDS * 1000; i++) {
    programs.forEach((program, k) => {
      const before = performance.now();
      program();
      best[k] = Math.min(best[k]!, (performance.now() - before) / 1000);
    });
  }
  return best;
}
