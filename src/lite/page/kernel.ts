import type { Content, Header } from "../../kernel/core/channel.ts";
import {
  type Channel,
  type Message,
  protocolVersion,
  type Transport,
} from "../../kernel/core/protocol/message.ts";
import { Server } from "../../kernel/core/protocol/server.ts";
import { uniqueId } from "../../kernel/core/unique.ts";
import { type Parts, WorkerSession } from "../../kernel/browser/page/worker-session.ts";
import type { Disposed, KernelOptions, LiteMessage } from "./jupyterlite.ts";

type Receivers = Record<Channel, (message: Message) => void>;

/** Carries messages between JupyterLite and one session. */
class LiteTransport implements Transport {
  readonly #send: (message: LiteMessage) => void;
  readonly #listening: Promise<Receivers>;
  #listen!: (receivers: Receivers) => void;
  /** JupyterLite drops what belongs to no front end: what answers nobody goes to the one that asked last. */
  #asker = "";

  constructor(send: (message: LiteMessage) => void) {
    this.#send = send;
    this.#listening = new Promise((resolve) => (this.#listen = resolve));
  }

  async hear(
    channel: Channel,
    { header, parent_header, metadata, content, buffers }: LiteMessage,
  ): Promise<void> {
    this.#asker = header.session;
    const parent = parent_header as Partial<Header>;
    const received = {
      identities: [],
      header,
      parent,
      metadata,
      content,
      buffers: (buffers ?? []).map(bytesOf),
    };
    (await this.#listening)[channel](received);
  }

  bind(): Promise<void> {
    return Promise.resolve();
  }

  listen(receivers: Receivers): void {
    this.#listen(receivers);
  }

  publish(
    type: string,
    parent: Header | undefined,
    content: Content | string,
    metadata: Content = {},
    buffers: Uint8Array[] = [],
  ): void {
    this.#say("iopub", type, parent, content, metadata, buffers);
  }

  reply(channel: Channel, { header }: Message, type: string, content: Content | string): void {
    this.#say(channel, type, header, content);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #say(
    channel: LiteMessage["channel"],
    type: string,
    parent: Header | undefined,
    content: Content | string,
    metadata: Content = {},
    buffers: readonly Uint8Array[] = [],
  ): void {
    const session = parent?.session ?? this.#asker;
    if (session === "") return;
    const header: Header = {
      msg_id: uniqueId(),
      msg_type: type,
      session,
      username: "student",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    const parsed = typeof content === "string" ? (JSON.parse(content) as Content) : content;
    this.#send({ channel, header, parent_header: parent ?? {}, metadata, content: parsed, buffers });
  }
}

function bytesOf(buffer: ArrayBuffer | ArrayBufferView): Uint8Array {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer)
    : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

/** The kernel of a page as JupyterLite knows kernels: the protocol of Jupyter here, a session in a worker. */
export class LiteKernel {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly ready = Promise.resolve();
  readonly disposed: Disposed;
  isDisposed = false;
  readonly #parts: Parts;
  readonly #send: (message: LiteMessage) => void;
  #session!: WorkerSession;
  #transport!: LiteTransport;

  /** @param disposed tells that it has ended */
  constructor({ id, name, location, sendMessage }: KernelOptions, parts: Parts, disposed: Disposed) {
    this.id = id;
    this.name = name;
    this.location = location;
    this.disposed = disposed;
    this.#parts = parts;
    this.#send = sendMessage;
    this.#begin();
  }

  /** Takes a message, and does not wait for its answer: cells that wait stand in the kernel's own queue. */
  async handleMessage(message: LiteMessage): Promise<void> {
    if (message.channel !== "iopub") await this.#transport.hear(message.channel, message);
  }

  /** Stops the cell that runs. */
  interrupt(): void {
    const header = { msg_id: uniqueId(), msg_type: "interrupt_request", session: "", username: "student" };
    const dated = { ...header, date: new Date().toISOString(), version: protocolVersion };
    void this.#transport.hear("control", {
      channel: "control",
      header: dated,
      parent_header: {},
      metadata: {},
      content: {},
    });
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.#session.end();
    this.disposed.emit(undefined);
  }

  /** A session that is lost is followed by another; who waited for it is told why it has ended. */
  #begin(note?: string): void {
    const transport = new LiteTransport(this.#send);
    const session: WorkerSession = new WorkerSession(this.#parts, {
      hear: (message) => server.hear(message),
      lost: (reason) => {
        server.sessionEnded(reason);
        if (!this.isDisposed) this.#begin(reason);
      },
    });
    const server: Server = new Server({ transport, session, runtime: "a page", note });
    void server.start();
    [this.#session, this.#transport] = [session, transport];
  }
}
