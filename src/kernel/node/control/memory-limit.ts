import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";

/**
 * The memory, in bytes, at which a cell is stopped: well before V8 would end the process, which happens without a
 * chance to say why, and before the machine has none left.
 */
export function memoryLimit(): number {
  const machine = process.constrainedMemory() || totalmem();
  const { rss, heapTotal } = process.memoryUsage();
  const heap = rss - heapTotal + 0.7 * getHeapStatistics().heap_size_limit;
  return Math.min(heap, 0.8 * Math.min(machine, totalmem()));
}
