import type { Lock } from "../system/lock.js";
import type { Progress } from "../system/progress.js";
import type { Invocation } from "./boot/arguments.js";

/** A command: does what was asked and gives the exit code. */
export type Command = (invocation: Invocation, session: Session) => Promise<number>;

/** What a command is given, beside its words and options. */
export interface Session {
  projectDir: string;
  /** Where the user is: paths on the command line start there. */
  callerDir: string;
  progress: Progress;
  stop: Stop;
  /** Waits for the right to set the project up; gives the way to end it. */
  settingUp: () => Promise<() => void>;
  /** Builds parts of `dist/` that are wanted only now. */
  build: (parts: readonly string[]) => Promise<void>;
  /** Held by `start` as long as it lives. */
  serving?: Lock;
}

/** How the program ends when it is told to stop; a command changes it as it goes. */
export interface Stop {
  code: number;
  farewell: string;
  ending?: boolean;
}
