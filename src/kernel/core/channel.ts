/**
 * What the parts of the kernel say to each other. The protocol owns the line to the front ends; the session runs cells on a
 * thread of its own and is controlled, also when that thread is stuck in a loop, by another.
 */

/** A Jupyter message header. */
export interface Header {
  msg_id: string;
  msg_type: string;
  session: string;
  username: string;
  date: string;
  version: string;
}

/** Content of a message: plain JSON. */
export type Content = Record<string, unknown>;

/** From the protocol process to the session. */
export type ToSession =
  | { type: "request"; id: number; header: Header; content: Content; buffers: Uint8Array[]; count: number }
  | { type: "exit" };

/** From the protocol process to the control thread of the session process. */
export type ToControl =
  /**
   * `request` is the one that the session answers or is about to get; 0 if there is none. `earlier` are the programs (their
   * processes' numbers) that ran before it, and go on.
   */
  { type: "interrupt"; request: number; earlier?: readonly number[] } | { type: "input"; value: string };

/** From the session to the protocol process; `json` is the content of a message, ready to be sent. */
export type ToProtocol =
  | { type: "ready" }
  | { type: "reply"; id: number; status: unknown; json: string }
  | { type: "print"; name: string; text: string; parent: Header | undefined }
  | {
      type: "publish";
      messageType: string;
      parent: Header | undefined;
      json: string;
      buffers?: Uint8Array[];
    }
  | { type: "input"; prompt: string; password: boolean }
  /** Said of an interruption before it is heard: the latest request that the session has begun. */
  | { type: "begun"; request: number }
  | { type: "interrupted" };

/** Indexes into the words that both threads of the session process see at once. */
export const Flag = {
  /** 1 while code of the student's may be running. */
  running: 0,
  /** 1 from when an interruption is asked for until the session has heard of it. */
  interrupt: 1,
  /** 0 while input is awaited, 1 when it has come, 2 when it will not come. */
  input: 2,
  /** The turn of the student's code that runs, or ran last: they are counted. */
  turn: 3,
  /** The turn that the interruption is for, or `anyTurn`. */
  target: 4,
  /** The request that must have come before the interruption is heard: it is meant by it, and may be on its way. */
  request: 5,
  /** 1 while what runs may be about to be terminated: from when that is considered until it has come to pass, or will not. */
  terminating: 6,
} as const;

export const flagCount = 7;

/** A student who interrupts means what runs, whatever it is. */
export const anyTurn = -1;

/** True when the turn that runs now is the one that an interruption is for. */
export function isMeant(flags: Int32Array): boolean {
  const target = Atomics.load(flags, Flag.target);
  return target === anyTurn || target === Atomics.load(flags, Flag.turn);
}
