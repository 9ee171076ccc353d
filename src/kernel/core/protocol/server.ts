import type { Content, ToControl, ToProtocol, ToSession } from "../channel.ts";
import { Executions } from "./executions.ts";
import type { KeptHistory } from "./history.ts";
import { kernelInfo } from "./kernel-info.ts";
import type { Channel, Message, Transport } from "./message.ts";
import { Questions } from "./questions.ts";
import { Queue, replyType } from "./queue.ts";
import { Streams } from "./streams.ts";

/** The session, as the server sees it. */
interface SessionLink {
  /** Sends to the session, which hears when it is not busy. */
  send(message: ToSession): void;
  /** Sends to what controls the session, which always hears. */
  control(message: ToControl): void;
  /** Ends it, by force if it does not end by itself. */
  end(): void;
  /** What it takes of the machine, where that can be told. */
  usage?(): Content;
}

/** What the protocol is served with. */
interface ServerParts {
  readonly transport: Transport;
  readonly session: SessionLink;
  /** What cells run on, with its version. */
  readonly runtime: string;
  readonly note: string | undefined;
  /** What is kept of the cells of earlier sessions. */
  readonly history?: KeptHistory | undefined;
}

/** The protocol: answers what needs no code to run, gives the rest to the session thread, and publishes what that says. */
export class Server {
  readonly #executions: Executions;
  readonly #queue: Queue;
  readonly #streams: Streams;
  readonly #questions: Questions;
  /** The latest request that the session has been given. */
  #handed: Extract<ToSession, { type: "request" }> | undefined;
  #ending = false;
  /** Why there is no session, when none has begun. */
  #failure: string | undefined;

  constructor(private readonly parts: ServerParts) {
    this.#executions = new Executions(this.parts.transport, parts.note, parts.history);
    this.#queue = new Queue(this.parts.transport, {
      answer: (request) => this.#answer("shell", request),
      hand: (id, request) => this.#hand(id, request),
      refuse: (request) => this.#refuse(request, this.#failure!),
      aborted: () => ({ status: "aborted", execution_count: this.#executions.count }),
    });
    this.#streams = new Streams((parent, content) => this.parts.transport.publish("stream", parent, content));
    this.#questions = new Questions(this.parts.transport, (answer) => this.parts.session.control(answer));
  }

  /** Binds the transport and serves. */
  async start(): Promise<void> {
    await this.parts.transport.bind();
    this.parts.transport.listen({
      shell: (message) => {
        if (isUrgent(message)) this.#queue.during(message, () => this.#answer("shell", message));
        else this.#queue.add(message);
      },
      control: (message) => this.#queue.during(message, () => this.#answer("control", message)),
      stdin: (message) => this.#questions.hear(message),
    });
    this.parts.transport.publish("status", undefined, { execution_state: "starting" });
  }

  /** Takes what the session thread says. */
  hear(message: ToProtocol): void {
    switch (message.type) {
      case "ready":
        this.#queue.open();
        break;
      case "reply":
        this.#streams.flush();
        this.#queue.finish(message.id, message.status, message.json);
        break;
      case "print":
        this.#streams.add(message.name, message.parent, message.text);
        break;
      case "publish":
        this.#streams.flush();
        this.parts.transport.publish(message.messageType, message.parent, message.json, message.buffers);
        break;
      case "input":
        this.#ask(message.prompt, message.password);
        break;
      case "begun":
        // What the session has not begun was lost with what was terminated, or is on its way: it takes each once.
        if (this.#queue.activeId > message.request) this.parts.session.send(this.#handed!);
        break;
      case "interrupted":
        this.#queue.release();
        break;
    }
  }

  /** Publishes what a program printed that a cell has started. */
  print(stream: "stdout" | "stderr", text: string): void {
    this.#streams.add(stream, this.#queue.current, text);
  }

  /** Ends the session; when it has ended, the transport closes and the process with it. */
  end(): void {
    this.#ending = true;
    if (this.#failure === undefined) this.parts.session.end();
    else void this.parts.transport.close();
  }

  /**
   * Tells the front end why no answer comes any more, unless it asked for the end, and closes the transport.
   * @returns whether there is nothing left to tell
   */
  sessionEnded(reason: string): boolean {
    this.#streams.flush();
    const request = this.#queue.active;
    const isTold = !this.#ending && request?.header.msg_type === "execute_request";
    if (isTold) this.#queue.giveUp(this.#report(request, "SessionEnded", reason));
    void this.parts.transport.close();
    return isTold || this.#ending;
  }

  /** There will be no session: what is asked of it is answered with the reason, until the front end asks for a new kernel. */
  sessionFailed(reason: string): void {
    this.#failure = reason;
    if (this.#ending) void this.parts.transport.close();
    else this.#queue.close();
  }

  #refuse(request: Message, reason: string): void {
    const type = request.header.msg_type;
    if (!type.endsWith("_request")) return;
    this.parts.transport.reply(
      "shell",
      request,
      replyType(type),
      this.#report(request, "SessionNotBegun", reason),
    );
  }

  /** What is replied to a request that the session will not answer; of a cell it is shown, too. */
  #report(request: Message, ename: string, reason: string): Content {
    const report = { ename, evalue: reason, traceback: [`${ename}: ${reason}`] };
    if (request.header.msg_type === "execute_request")
      this.parts.transport.publish("error", request.header, report);
    return { status: "error", execution_count: this.#executions.count, ...report };
  }

  #hand(id: number, request: Message): void {
    const { header, content, buffers } = request;
    if (header.msg_type === "execute_request") this.#executions.begin(request);
    const count = this.#executions.count;
    this.#handed = { type: "request", id, header, content, buffers, count };
    this.parts.session.send(this.#handed);
  }

  #answer(channel: Channel, request: Message): void {
    const type = request.header.msg_type;
    const reply = (content: Content) =>
      this.parts.transport.reply(channel, request, replyType(type), content);
    switch (type) {
      case "kernel_info_request":
        reply(kernelInfo(this.parts.runtime, this.#executions.note));
        break;
      case "history_request":
        reply(this.#executions.history(request.content));
        break;
      case "interrupt_request":
        this.#queue.hold();
        this.#questions.giveUp();
        this.parts.session.control({ type: "interrupt", request: this.#queue.activeId });
        reply({ status: "ok" });
        break;
      case "usage_request":
        reply(this.parts.session.usage?.() ?? {});
        break;
      case "connect_request":
        reply({ status: "ok", ...this.parts.transport.ports });
        break;
      case "shutdown_request":
        reply({ status: "ok", restart: request.content["restart"] === true });
        this.#shutdown(request);
        break;
      default:
        if (type.endsWith("_request")) reply(unknown(request));
        else console.error(`fall-line: no such message: ${type}`);
    }
  }

  #shutdown(request: Message): void {
    this.parts.transport.publish("shutdown_reply", request.header, {
      status: "ok",
      restart: request.content["restart"] === true,
    });
    setTimeout(() => this.end(), 20);
  }

  #ask(prompt: string, password: boolean): void {
    const request = this.#queue.active;
    if (!request) return;
    this.#streams.flush();
    this.#questions.ask(request, prompt, password);
  }
}

/** What does not wait for the cell that runs: some front ends, as VS Code, ask for it on the shell. */
function isUrgent({ header }: Message): boolean {
  return ["interrupt_request", "shutdown_request"].includes(header.msg_type);
}

/** The answer to what this kernel does not do; a debugger's protocol has one of its own. */
function unknown({ header, content }: Message): Content {
  const message = `this kernel does not answer ${header.msg_type}`;
  if (header.msg_type !== "debug_request")
    return { status: "error", ename: "UnknownRequest", evalue: message, traceback: [] };
  const { seq, command } = content;
  return { type: "response", request_seq: seq, success: false, command, message };
}
