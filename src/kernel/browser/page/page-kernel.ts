import type { ProgressEvent } from "../../../exercises/progress-event.ts";
import type { Content } from "../../core/channel.ts";
import type { Server } from "../../core/protocol/server.ts";
import { fromCodePoints, toCodePoints } from "../../core/session/positions.ts";
import { uniqueId } from "../../core/unique.ts";
import { PageComm } from "./comm.ts";
import { beginLine, type Line } from "./line.ts";
import type { KernelMessage } from "./transport.ts";
import type { Parts } from "./worker-session.ts";

/** What can stand in a place of a cell. */
export interface Completion {
  readonly matches: readonly string[];
  /** The part of the cell that a match stands for, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What each match is: "function", "instance", "property", "keyword", ... */
  readonly kinds: readonly string[];
}

interface Asked {
  readonly heard: (said: KernelMessage) => void;
  readonly answered: (content: Content) => void;
  answer: Content;
}

/** What a kernel tells its page. */
export interface KernelListeners {
  /**
   * The session has begun anew: all variables are gone. `reason` says why, unless the page has asked for it; `isTold`, whether
   * the cell that ran says so already.
   */
  readonly restarted?: (reason: string | undefined, isTold: boolean) => void;
}

/**
 * The kernel of a page: a session in a worker, and the protocol of Jupyter on this side of it. Cells run in the order in
 * which they are given; after one that fails those that wait already are not run.
 */
export class PageKernel {
  /** Requests that are not answered yet, and cells, of which something may come later. */
  readonly #asked = new Map<string, Asked>();
  readonly #waiting = new Set<Asked>();
  readonly #comms = new Map<string, PageComm>();
  #line: Line | undefined;
  /** What the student is to be told before anything else. */
  #note: string | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly listeners: KernelListeners = {},
  ) {
    this.#begin();
  }

  /**
   * Runs a cell.
   * @param heard is told all that comes of it, also when it has ended: `status` (busy, idle), `execute_input`, `stream`,
   * `display_data`, `update_display_data`, `execute_result`, `clear_output`, `error`
   * @returns `status` "ok", "error" or "aborted", and the number of the cell as `execution_count`
   */
  execute(code: string, heard: (said: KernelMessage) => void = () => undefined): Promise<Content> {
    return this.#ask(
      "execute_request",
      { code, silent: false, store_history: true, allow_stdin: false },
      heard,
    );
  }

  /** What can stand at a position of a cell (in UTF-16 units). */
  async complete(code: string, position: number): Promise<Completion> {
    const cursor_pos = toCodePoints(code, position);
    const content = await this.#ask("complete_request", { code, cursor_pos });
    const {
      matches = [],
      cursor_start,
      cursor_end,
      metadata,
    } = content as {
      matches?: string[];
      cursor_start?: number;
      cursor_end?: number;
      metadata?: { _jupyter_types_experimental?: { type: string }[] };
    };
    return {
      matches,
      start: fromCodePoints(code, cursor_start ?? cursor_pos),
      end: fromCodePoints(code, cursor_end ?? cursor_pos),
      kinds: (metadata?._jupyter_types_experimental ?? []).map(({ type }) => type),
    };
  }

  /** What is known of the name at a position of a cell, as text. */
  async inspect(code: string, position: number): Promise<string | undefined> {
    const { data } = await this.#ask("inspect_request", { code, cursor_pos: toCodePoints(code, position) });
    return (data as { "text/plain"?: string } | undefined)?.["text/plain"];
  }

  /** A conversation with something in the kernel, as cards open it. */
  createComm(target: string): PageComm {
    const id = uniqueId();
    const comm = new PageComm(id, target, async (type, content) => {
      if (type === "comm_close") this.#comms.delete(id);
      await this.#ask(type, content);
    });
    this.#comms.set(id, comm);
    return comm;
  }

  /** Tells the session of a line of the progress that was kept without it. */
  tellProgress(line: string): void {
    this.#line?.session.tellProgress(line);
  }

  /** Tells the room that cells have joined, if they have, of what has happened on a card of the page. */
  tellRoom(event: ProgressEvent): void {
    this.#line?.session.tellRoom(event);
  }

  /** Stops the cell that runs. A session that cannot be stopped is lost after three seconds, and begins anew. */
  interrupt(): void {
    this.#line?.transport.ask("control", "interrupt_request", {});
  }

  /** Begins anew: all variables are gone. */
  restart(): void {
    this.close();
    this.#begin();
    this.listeners.restarted?.(undefined, false);
  }

  /** Ends the session. What is asked next begins another. */
  close(): void {
    this.#line?.session.end();
    this.#line = undefined;
    for (const { answered } of this.#waiting) answered({ status: "aborted" });
    for (const comm of this.#comms.values()) comm.onClose();
    this.#waiting.clear();
    this.#asked.clear();
    this.#comms.clear();
  }

  #begin(): Line {
    const lost = this.#lost.bind(this);
    this.#line = beginLine(this.parts, this.#note, (said) => this.#hear(said), lost);
    this.#note = undefined;
    return this.#line;
  }

  /** Whoever waits is told why the session has ended; else who asks next is. One that did not come to its start begins when it is asked again. */
  #lost(server: Server, reason: string, wasReady: boolean): void {
    const waited = this.#waiting.size;
    server.sessionEnded(reason);
    const [first] = this.#waiting;
    const isTold = this.#waiting.size < waited || first !== undefined;
    if (this.#waiting.size === waited) first?.heard(failure(reason));
    this.close();
    this.#note = isTold ? undefined : reason;
    if (wasReady) this.#begin();
    this.listeners.restarted?.(reason, isTold);
  }

  #ask(type: string, content: Content, heard: Asked["heard"] = () => undefined): Promise<Content> {
    const { transport } = this.#line ?? this.#begin();
    return new Promise((answered) => {
      const asked: Asked = { heard, answered, answer: {} };
      const { msg_id } = transport.ask("shell", type, content);
      this.#asked.set(msg_id, asked);
      this.#waiting.add(asked);
    });
  }

  #hear(said: KernelMessage): void {
    const { type, parent, content } = said;
    if (type === "comm_msg" || type === "comm_close") this.#hearComm(type, content);
    const asked = parent && this.#asked.get(parent.msg_id);
    if (!asked) return;
    if (said.channel !== "iopub") {
      asked.answer = content;
      return;
    }
    asked.heard(said);
    if (type !== "status" || content["execution_state"] !== "idle") return;
    if (parent.msg_type !== "execute_request") this.#asked.delete(parent.msg_id);
    this.#waiting.delete(asked);
    asked.answered(asked.answer);
  }

  #hearComm(type: string, { comm_id, data }: Content): void {
    const comm = this.#comms.get(String(comm_id));
    if (type === "comm_msg") comm?.onMsg({ content: { data } });
    else if (this.#comms.delete(String(comm_id))) comm!.onClose();
  }
}

function failure(reason: string): KernelMessage {
  const content = { ename: "SessionEnded", evalue: reason, traceback: [`SessionEnded: ${reason}`] };
  return { channel: "iopub", type: "error", parent: undefined, content, buffers: [] };
}
