const interval = 20;

/**
 * Calls `exceeded` with the memory in use, in bytes, when it goes beyond the limit; again only when it has fallen below
 * or has grown by a tenth, so that what variables hold does not stop every cell after it.
 */
export function watchMemory(limit: number, exceeded: (used: number) => void): void {
  let bound = limit;
  setInterval(() => {
    const used = process.memoryUsage.rss();
    if (used < limit) bound = limit;
    if (used < bound) return;
    bound = used * 1.1;
    exceeded(used);
  }, interval).unref();
}

/** What a student is told whose cell is stopped for it, from bytes. */
export function tooMuchMemory(used: number, limit: number): string {
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  return (
    `the cell was stopped because it takes too much memory: ${gigabytes(used)} are in use, ` +
    `${gigabytes(limit)} are allowed; your variables are kept, and what they hold counts`
  );
}
