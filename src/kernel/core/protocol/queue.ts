import type { Content, Header } from "../channel.ts";
import type { Message, Transport } from "./message.ts";

/** Requests that the session thread answers; it gets one at a time. */
const sessionRequests = new Set([
  "execute_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "comm_info_request",
  "comm_open",
  "comm_msg",
  "comm_close",
]);

const silent = new Set(["comm_open", "comm_msg", "comm_close"]);

interface Job {
  id: number;
  request: Message;
}

/** What the queue gives on. */
interface Takers {
  /** Answers what needs no code to run, at once. */
  answer(request: Message): void;
  /** Hands to the session what it is to answer. */
  hand(id: number, request: Message): void;
  /** Answers what the session would, where there is none and none will come. */
  refuse(request: Message): void;
  /** The answer to a cell that is not run, as one before it has failed. */
  aborted(): Content;
}

/** What is asked on the shell, in order and with its status; the session gets the next request when it has answered the last. */
export class Queue {
  readonly #waiting: Message[] = [];
  #active: Job | undefined;
  #latest: Header | undefined;
  #ready = false;
  /** True when there is no session, and none will come. */
  #closed = false;
  /** True until the session has heard of an interruption; what comes after is not meant by it. */
  #interrupting = false;
  #jobs = 0;

  constructor(
    private readonly transport: Transport,
    private readonly takers: Takers,
  ) {}

  /** The request that the session answers now. */
  get active(): Message | undefined {
    return this.#active?.request;
  }

  /** Its number; 0 when there is none. */
  get activeId(): number {
    return this.#active?.id ?? 0;
  }

  /** What a text that nobody claims belongs to: what runs now, or else the latest cell. */
  get current(): Header | undefined {
    return this.active?.header ?? this.#latest;
  }

  add(request: Message): void {
    this.#waiting.push(request);
    this.#next();
  }

  /** The session is there to hear. */
  open(): void {
    this.#ready = true;
    this.#next();
  }

  /** There is no session, and none will come. */
  close(): void {
    this.#closed = true;
    this.#next();
  }

  /** An interruption is under way. */
  hold(): void {
    this.#interrupting = true;
  }

  /** The session has heard of the interruption. */
  release(): void {
    this.#interrupting = false;
    this.#next();
  }

  /** Ends a job, if it is the one that is active, with the session's answer. */
  finish(id: number, status: unknown, content: Content | string): void {
    if (this.#active?.id === id) this.#end(this.#active.request, status, content);
  }

  /** Ends the job that is active, if there is one: the session will not answer any more. */
  giveUp(content: Content): void {
    if (this.#active) this.#end(this.#active.request, "error", content);
  }

  /** Does what a request asks for, and tells that it is being done. */
  during(request: Message, action: () => void): void {
    this.#status("busy", request);
    action();
    this.#status("idle", request);
  }

  #next(): void {
    while (!this.#active) {
      const request = this.#waiting[0];
      if (!request) return;
      const forSession = sessionRequests.has(request.header.msg_type);
      if (forSession && !this.#closed && (!this.#ready || this.#interrupting)) return;
      this.#waiting.shift();
      if (forSession && this.#closed) this.#refuse(request);
      else if (forSession) this.#hand(request);
      else this.during(request, () => this.takers.answer(request));
    }
  }

  #refuse(request: Message): void {
    this.during(request, () => this.takers.refuse(request));
    if (request.header.msg_type === "execute_request") this.#abortWaiting();
  }

  #hand(request: Message): void {
    this.#status("busy", request);
    const id = ++this.#jobs;
    this.#active = { id, request };
    if (request.header.msg_type === "execute_request") this.#latest = request.header;
    this.takers.hand(id, request);
  }

  #end(request: Message, status: unknown, content: Content | string): void {
    this.#active = undefined;
    const type = request.header.msg_type;
    if (!silent.has(type)) this.transport.reply("shell", request, replyType(type), content);
    this.#status("idle", request);
    if (type === "execute_request" && status === "error" && request.content["stop_on_error"] !== false)
      this.#abortWaiting();
    this.#next();
  }

  /** After an error the cells that wait already are not run. */
  #abortWaiting(): void {
    for (const request of this.#waiting.splice(0)) {
      if (request.header.msg_type === "execute_request")
        this.during(request, () =>
          this.transport.reply("shell", request, "execute_reply", this.takers.aborted()),
        );
      else this.#waiting.push(request);
    }
  }

  #status(state: "busy" | "idle", request: Message): void {
    this.transport.publish("status", request.header, { execution_state: state });
  }
}

export function replyType(requestType: string): string {
  return requestType.replace(/_request$/, "_reply");
}
