import { cpus, freemem, hostname, totalmem } from "node:os";
import type { Content } from "../../core/channel.ts";
import { familyOf, machineTime } from "../processes.ts";

/** What the kernel and its machine take, as `usage_request` asks: memory in bytes, computing in percent since it was asked last. */
export class Usage {
  #kernel: { readonly time: number; readonly computed: number } | undefined;
  #machine = machineWork();

  /** @param pid of the process that all of the kernel has come of */
  content(pid = process.pid): Content {
    const family = familyOf(pid);
    const now = { time: machineTime(), computed: family.reduce((sum, { computed }) => sum + computed, 0) };
    const { time = now.time, computed = 0 } = this.#kernel ?? {};
    this.#kernel = now;
    const share = now.time > time ? Math.max(0, (now.computed - computed) / (now.time - time)) : 0;
    const before = this.#machine;
    this.#machine = machineWork();
    const spent = this.#machine.all - before.all;
    const [total, free] = [totalmem(), freemem()];
    return {
      hostname: hostname(),
      pid,
      ...(family.length > 0 && {
        kernel_cpu: 100 * share,
        kernel_memory: family.reduce((sum, { memory }) => sum + memory, 0),
      }),
      host_cpu_percent: spent > 0 ? (100 * (this.#machine.busy - before.busy)) / spent : 0,
      cpu_count: cpus().length,
      host_virtual_memory: {
        ...{ total, available: free, used: total - free, free },
        percent: (100 * (total - free)) / total,
      },
    };
  }
}

function machineWork(): { busy: number; all: number } {
  const times = cpus().flatMap(({ times: { idle, ...rest } }) => [
    { idle, busy: Object.values(rest).reduce((sum, one) => sum + one, 0) },
  ]);
  const busy = times.reduce((sum, one) => sum + one.busy, 0);
  return { busy, all: busy + times.reduce((sum, { idle }) => sum + idle, 0) };
}
