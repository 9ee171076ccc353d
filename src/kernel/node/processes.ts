import { existsSync, readdirSync, readFileSync } from "node:fs";

/** A process, as Linux tells of it. */
export interface Running {
  readonly pid: number;
  readonly parent: number;
  /** How long it has computed, in seconds. */
  readonly computed: number;
  /** Memory in bytes. */
  readonly memory: number;
}

/** Linux counts times in hundredths of a second, whatever the machine, and memory in pages. */
const ticks = 100;
const page = 4096;

/** Seconds since the machine was started, on the clock of `Running`. */
export function machineTime(): number {
  return existsSync("/proc/uptime") ? parseFloat(readFileSync("/proc/uptime", "utf8")) : 0;
}

/**
 * The programs that a process has started by itself; none where the system does not tell. Linux may leave some out of its
 * list while others end: what two readings agree on is whole.
 */
export function childrenOf(pid: number): number[] {
  const tasks = `/proc/${String(pid)}/task`;
  if (!existsSync(tasks)) return [];
  const read = (): string[] => readdirSync(tasks).map((task) => textOf(`${tasks}/${task}/children`));
  let children = read();
  for (let again = read(); again.join() !== children.join(); again = read()) children = again;
  return children.flatMap((list) => list.split(" ").filter(Boolean).map(Number));
}

/** What a file of a process holds; nothing when the process has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/**
 * A process, with all that have come of it; none where the system does not tell.
 * @param without programs that are left out, with all that have come of them
 */
export function familyOf(pid: number, without: readonly number[] = []): Running[] {
  if (!existsSync("/proc/self/stat")) return [];
  const all = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) && !without.includes(Number(name)) ? running(Number(name)) : [],
  );
  const family = all.filter((one) => one.pid === pid);
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid));
  return family;
}

function running(pid: number): Running[] {
  const stat = textOf(`/proc/${String(pid)}/stat`);
  if (stat === "") return [];
  // After the program's name, which may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const number = (index: number): number => Number(fields[index]);
  return [
    {
      pid,
      parent: number(1),
      computed: (number(11) + number(12)) / ticks,
      memory: number(21) * page,
    },
  ];
}
