import { Flag } from "../../core/channel.ts";
import { familyOf, machineTime } from "../processes.ts";

/** How long (in seconds) a program that a cell has started has to end when the cell is stopped. */
const endTime = 1;

/** How often (in milliseconds) it is looked for such programs. */
const checkTime = 100;

/** The programs that cells have started. */
export class Programs {
  /** The programs that the latest interruption has asked to end. */
  #latest = new Set<number>();

  constructor(private readonly flags: Int32Array) {}

  /**
   * Ends the programs that the request of now has started, or starts until the session has heard of the interruption: as
   * Ctrl-C in a terminal does, and by force those that go on. It is called when the interruption is known to the session:
   * what a program says of its end is not to be told as the cell's error.
   * @param earlier programs that go on
   */
  end(earlier: readonly number[]): void {
    this.#latest = new Set();
    this.#go(earlier, this.#latest, machineTime());
  }

  #go(earlier: readonly number[], told: Set<number>, asked: number): void {
    const isHeard = this.#latest !== told || Atomics.load(this.flags, Flag.interrupt) === 0;
    const programs = familyOf(process.pid, earlier)
      .slice(1)
      .filter(({ pid }) => told.has(pid) || !isHeard);
    const isLate = machineTime() - asked > endTime;
    for (const { pid } of programs) {
      if (isLate || !told.has(pid)) endProcess(pid, isLate ? "SIGKILL" : "SIGINT");
      told.add(pid);
    }
    if (isHeard && programs.length === 0) return;
    setTimeout(() => this.#go(earlier, told, asked), checkTime).unref();
  }
}

function endProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
