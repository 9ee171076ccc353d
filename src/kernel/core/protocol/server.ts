import type { Content, Header, ToControl, ToProtocol, ToSession } from "../channel.ts";
import { History } from "./history.ts";
import { kernelInfo } from "./kernel-info.ts";
import type { Channel, Message, Transport } from "./message.ts";
import { Questions } from "./questions.ts";
import { Streams } from "./streams.ts";

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

/** The session, as the server sees it. */
interface SessionLink {
  /** Sends to the session, which hears when it is not busy. */
  send(message: ToSession): void;
  /** Sends to what controls the session, which always hears. */
  control(message: ToControl): void;
  /** Ends it, by force if it does not end by itself. */
  end(): void;
}

interface Job {
  id: number;
  request: Message;
}

/** The protocol: answers what needs no code to run, queues the rest for the session thread, keeps order and status. */
export class Server {
  readonly #transport: Transport;
  readonly #session: SessionLink;
  readonly #runtime: string;
  readonly #history = new History();
  readonly #queue: Message[] = [];
  readonly #streams: Streams;
  readonly #questions: Questions;
  /** What the student must be told before anything else. */
  #note: string | undefined;
  #active: Job | undefined;
  #latest: Header | undefined;
  #ready = false;
  /** True until the session has heard of an interruption; what comes after is not meant by it. */
  #interrupting = false;
  #jobs = 0;
  #count = 0;
  #ending = false;

  constructor(options: {
    transport: Transport;
    session: SessionLink;
    /** What cells run on, with its version. */
    runtime: string;
    note: string | undefined;
  }) {
    this.#transport = options.transport;
    this.#runtime = options.runtime;
    this.#session = options.session;
    this.#note = options.note;
    this.#streams = new Streams((parent, content) => this.#transport.publish("stream", parent, content));
    this.#questions = new Questions(this.#transport, (answer) => this.#session.control(answer));
  }

  /** Binds the transport and serves. */
  async start(): Promise<void> {
    await this.#transport.bind();
    this.#transport.listen({
      shell: (message) => this.#enqueue(message),
      control: (message) => this.#control(message),
      stdin: (message) => this.#questions.hear(message),
    });
    this.#transport.publish("status", undefined, { execution_state: "starting" });
  }

  /** Takes what the session thread says. */
  hear(message: ToProtocol): void {
    switch (message.type) {
      case "ready":
        this.#ready = true;
        this.#next();
        break;
      case "reply":
        this.#finish(message.id, message.status, message.json);
        break;
      case "print":
        this.#streams.add(message.name, message.parent, message.text);
        break;
      case "publish":
        this.#streams.flush();
        this.#transport.publish(
          message.messageType,
          message.parent,
          message.json,
          message.metadata,
          message.buffers,
        );
        break;
      case "input":
        this.#ask(message.prompt, message.password);
        break;
      case "interrupted":
        this.#interrupting = false;
        this.#next();
        break;
    }
  }

  /** Publishes what a program printed that a cell has started. */
  print(stream: "stdout" | "stderr", text: string): void {
    const parent = this.#active?.request.header ?? this.#latest;
    this.#streams.add(stream, parent, text);
  }

  #enqueue(message: Message): void {
    this.#queue.push(message);
    this.#next();
  }

  #next(): void {
    while (!this.#active) {
      const request = this.#queue[0];
      if (!request) return;
      const forSession = sessionRequests.has(request.header.msg_type);
      if (forSession && (!this.#ready || this.#interrupting)) return;
      this.#queue.shift();
      this.#status("busy", request);
      if (forSession) this.#hand(request);
      else {
        this.#answer("shell", request);
        this.#status("idle", request);
      }
    }
  }

  #hand(request: Message): void {
    const { header, content, buffers } = request;
    if (header.msg_type === "execute_request") this.#beforeExecution(request);
    const id = ++this.#jobs;
    this.#active = { id, request };
    if (header.msg_type === "execute_request") this.#latest = header;
    this.#session.send({ type: "request", id, header, content, buffers, count: this.#count });
  }

  #beforeExecution({ header, content }: Message): void {
    const code = typeof content["code"] === "string" ? content["code"] : "";
    const quiet = content["silent"] === true;
    if (!quiet && content["store_history"] !== false) this.#history.add(++this.#count, code);
    if (quiet) return;
    this.#transport.publish("execute_input", header, { code, execution_count: this.#count });
    if (this.#note !== undefined)
      this.#transport.publish("stream", header, { name: "stderr", text: `Before this: ${this.#note}\n` });
    this.#note = undefined;
  }

  #finish(id: number, status: unknown, content: Content | string): void {
    const job = this.#active;
    if (job?.id !== id) return;
    this.#streams.flush();
    this.#active = undefined;
    const { request } = job;
    const type = request.header.msg_type;
    if (!silent.has(type)) this.#transport.reply("shell", request, replyType(type), content);
    this.#status("idle", request);
    if (type === "execute_request" && status === "error" && request.content["stop_on_error"] !== false)
      this.#abortQueued();
    this.#next();
  }

  /** After an error the cells that wait already are not run. */
  #abortQueued(): void {
    const waiting = this.#queue.splice(0);
    for (const request of waiting) {
      if (request.header.msg_type === "execute_request") {
        this.#status("busy", request);
        this.#transport.reply("shell", request, "execute_reply", {
          status: "aborted",
          execution_count: this.#count,
        });
        this.#status("idle", request);
      } else this.#queue.push(request);
    }
  }

  #control(request: Message): void {
    this.#status("busy", request);
    this.#answer("control", request);
    this.#status("idle", request);
  }

  #answer(channel: Channel, request: Message): void {
    const type = request.header.msg_type;
    const reply = (content: Content) => this.#transport.reply(channel, request, replyType(type), content);
    switch (type) {
      case "kernel_info_request":
        reply(kernelInfo(this.#runtime, this.#note));
        break;
      case "history_request":
        reply(this.#history.answer(request.content));
        break;
      case "interrupt_request":
        this.#interrupting = true;
        this.#questions.giveUp();
        this.#session.control({ type: "interrupt", reason: "" });
        reply({ status: "ok" });
        break;
      case "shutdown_request":
        reply({ status: "ok", restart: request.content["restart"] === true });
        this.#shutdown(request);
        break;
      default:
        console.error(`fall-line: no such request: ${type}`);
    }
  }

  #shutdown(request: Message): void {
    this.#transport.publish("shutdown_reply", request.header, {
      status: "ok",
      restart: request.content["restart"] === true,
    });
    setTimeout(() => this.end(), 20);
  }

  /** Ends the session; when it has ended, the transport closes and the process with it. */
  end(): void {
    this.#ending = true;
    this.#session.end();
  }

  /** Tells the front end why no answer comes any more, unless it asked for the end, and closes the transport. */
  sessionEnded(reason: string): void {
    this.#streams.flush();
    const request = this.#active?.request;
    if (!this.#ending && request?.header.msg_type === "execute_request") {
      const report = { ename: "SessionEnded", evalue: reason, traceback: [`SessionEnded: ${reason}`] };
      this.#transport.publish("error", request.header, report);
      this.#finish(this.#jobs, "error", { status: "error", execution_count: this.#count, ...report });
    }
    void this.#transport.close();
  }

  #ask(prompt: string, password: boolean): void {
    const request = this.#active?.request;
    if (!request) return;
    this.#streams.flush();
    this.#questions.ask(request, prompt, password);
  }

  #status(state: "busy" | "idle", request: Message): void {
    this.#transport.publish("status", request.header, { execution_state: state });
  }
}

function replyType(requestType: string): string {
  return requestType.replace(/_request$/, "_reply");
}
