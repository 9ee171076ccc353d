/** What a kernel may put on `globalThis` for exercises. In a page and on a terminal there is none of it. */

/** Where the lines of the progress file are kept. */
export interface ProgressFile {
  /** Version of the library that writes. */
  readonly library?: string;
  /** Add a line; it is on the disk when this returns. */
  append(line: string): void;
  /** All lines written so far, by this kernel or another. */
  read(): readonly string[];
}

interface Limits {
  /** Run something, and throw an error named `TimeLimitExceeded` when it has not ended in time. */
  runWithTimeLimit<T>(action: () => T, milliseconds: number): T;
}

interface Hosts {
  [LIMITS]?: Limits;
  [PROGRESS]?: ProgressFile;
}

const LIMITS = Symbol.for("fall-line.limits");
const PROGRESS = Symbol.for("fall-line.progress");

/** Run something with a time limit where there is one; without a kernel, simply run it. */
export function withTimeLimit<T>(action: () => T, milliseconds: number): T {
  const limits = (globalThis as Hosts)[LIMITS];
  return limits === undefined ? action() : limits.runWithTimeLimit(action, milliseconds);
}

/** The kernel's progress file, if there is a kernel. */
export function progressFile(): ProgressFile | undefined {
  return (globalThis as Hosts)[PROGRESS];
}
