import type { MessagePort } from "node:worker_threads";

/** What the two threads of the kernel say to each other: the protocol thread owns the sockets, the session thread runs cells. */

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

/** From the protocol thread to the session thread. */
export type ToSession =
  | { type: "request"; id: number; header: Header; content: Content; buffers: Uint8Array[]; count: number }
  | { type: "interrupt"; reason: string }
  | { type: "exit"; code: number };

/** From the session thread to the protocol thread. */
export type ToProtocol =
  | { type: "ready" }
  | { type: "reply"; id: number; content: Content }
  | {
      type: "publish";
      messageType: string;
      parent: Header | undefined;
      content: Content;
      metadata?: Content;
      buffers?: Uint8Array[];
    }
  | { type: "input"; parent: Header; prompt: string; password: boolean }
  | { type: "interrupted" };

/** What the protocol thread is given when it starts. */
export interface ProtocolStart {
  connectionFile: string;
  /** See {@link Flag}: the words both threads see at once, also while one of them is stuck in a loop. */
  flags: SharedArrayBuffer;
  /** Where what the student types in answer to `prompt` goes. */
  input: MessagePort;
  /** Why the session before this one ended, if it ended badly. */
  note: string | undefined;
  /** The memory in bytes at which a cell is stopped. */
  memoryLimit: number;
}

/** Indexes into the shared flags. */
export const Flag = {
  /** 1 while code of the student's may be running on the session thread. */
  running: 0,
  /** 1 while the session thread must not start or go on with the cell at hand. */
  interrupt: 1,
  /** Counts turns of the session's event loop, so that a stuck one is told from a waiting one. */
  answered: 2,
  /** 0 while input is awaited, 1 when it has come, 2 when it will not come. */
  input: 3,
} as const;

export const flagCount = 8;
