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

interface Places {
  /** "line 3 of cell 4": where a line of a function stands; nothing where that is not certain. */
  placeOfLine(whole: string, line: string): string | undefined;
}

/** Why the compiler refuses the cell that an answer is from. */
export interface Refusal {
  /** "cell 4, line 2: there is no `m` here" */
  readonly why: string;
  /** "did you mean `w`?" */
  readonly cure?: string;
}

interface Refusals {
  /** Nothing where the compiler has nothing against it. */
  refusalOf(answer: unknown): Refusal | undefined;
}

interface Modules {
  /**
   * Puts what tells so in the place of what cells have of modules, which are not available in grading, and of some other values;
   * returns what puts it back.
   * @param end ends the trial for which it is, where that is stopped in the midst and cannot do so itself
   */
  withhold(others: ReadonlyMap<unknown, string>, end: () => void): () => void;
}

interface Hosts {
  [LIMITS]?: Limits;
  [MODULES]?: Modules;
  [PLACES]?: Places;
  [PROGRESS]?: ProgressFile;
  [REFUSALS]?: Refusals;
}

const LIMITS = Symbol.for("fall-line.limits");
const MODULES = Symbol.for("fall-line.modules");
const PLACES = Symbol.for("fall-line.places");
const PROGRESS = Symbol.for("fall-line.progress");
const REFUSALS = Symbol.for("fall-line.refusals");

/** What Node has without being imported, since a page has none of it. */
interface Node {
  readonly process?: {
    readonly getBuiltinModule?: (name: "node:vm") => {
      readonly Script: new (code: string) => {
        runInThisContext(options: { timeout: number; displayErrors: boolean }): unknown;
      };
    };
  };
}

const ACTION = Symbol.for("fall-line.action");

/** The time limit that Node has by itself. */
function nodeLimits(): Limits | undefined {
  const vm = (globalThis as Node).process?.getBuiltinModule?.("node:vm");
  if (vm === undefined) return undefined;
  const call = new vm.Script(`globalThis[Symbol.for("fall-line.action")]()`);
  return {
    runWithTimeLimit<T>(action: () => T, milliseconds: number): T {
      const slot = globalThis as { [ACTION]?: (() => unknown) | undefined };
      const outer = slot[ACTION];
      slot[ACTION] = action;
      try {
        return call.runInThisContext({ timeout: milliseconds, displayErrors: false }) as T;
      } catch (error) {
        if ((error as { code?: unknown } | null)?.code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
        throw Object.assign(new Error(`not finished after ${milliseconds} ms`), {
          name: "TimeLimitExceeded",
        });
      } finally {
        slot[ACTION] = outer;
      }
    },
  };
}

let ownLimits: Limits | undefined;

/** What runs something with a time limit: the kernel's, or Node's own; in a page, which has none, it is simply run. */
export function timeLimit(): Limits["runWithTimeLimit"] {
  const limits = (globalThis as Hosts)[LIMITS] ?? (ownLimits ??= nodeLimits());
  return (action, milliseconds) =>
    limits === undefined ? action() : limits.runWithTimeLimit(action, milliseconds);
}

/** Withholds what cells have of modules, and other values, where there is a kernel; returns what gives it back. */
export function withholdFromCells(others: ReadonlyMap<unknown, string>, end: () => void): () => void {
  return (globalThis as Hosts)[MODULES]?.withhold(others, end) ?? (() => undefined);
}

/** The kernel's progress file, if there is a kernel. */
export function progressFile(): ProgressFile | undefined {
  return (globalThis as Hosts)[PROGRESS];
}

/** Where in a notebook a line of a student's function stands: "line 3 of cell 4". */
export function placeOfLine(whole: string, line: string): string | undefined {
  return (globalThis as Hosts)[PLACES]?.placeOfLine(whole, line);
}

/** Why the compiler refuses the cell that an answer is from, with its place; nothing where it does not. */
export function refusalOf(answer: unknown): Refusal | undefined {
  return (globalThis as Hosts)[REFUSALS]?.refusalOf(answer);
}
