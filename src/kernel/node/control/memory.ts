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
