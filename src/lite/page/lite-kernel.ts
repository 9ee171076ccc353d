import type { Header } from "../../kernel/core/channel.ts";
import type { Server } from "../../kernel/core/protocol/server.ts";
import { beginLine, type Line } from "../../kernel/browser/page/line.ts";
import { newHeader, type KernelMessage, type PageTransport } from "../../kernel/browser/page/transport.ts";
import type { Parts } from "../../kernel/browser/page/worker-session.ts";
import type { Disposed, KernelOptions, LiteMessage } from "./jupyterlite.ts";

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
  #line: Line | undefined;
  /** What the student is to be told before anything else. */
  #note: string | undefined;
  /** JupyterLite drops what belongs to no front end: what answers nobody goes to the one that asked last. */
  #asker: string | undefined;

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
  handleMessage({
    channel,
    header,
    parent_header,
    metadata,
    content,
    buffers = [],
  }: LiteMessage): Promise<void> {
    if (channel !== "iopub") {
      this.#asker = header.session;
      const parent = parent_header as Partial<Header>;
      const message = { identities: [], header, parent, metadata, content, buffers: buffers.map(bytesOf) };
      (this.#line?.transport ?? this.#begin()).hand(channel, message);
    }
    return Promise.resolve();
  }

  /** Stops the cell that runs. */
  interrupt(): void {
    this.#line?.transport.ask("control", "interrupt_request", {});
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.#line?.session.end();
    this.disposed.emit(undefined);
  }

  /**
   * A session that is lost is followed by another; who waited for it is told why it has ended. One that did not come to its
   * start is followed when something is asked again.
   */
  #begin(): PageTransport {
    const lost = (server: Server, reason: string, wasReady: boolean): void => {
      server.sessionEnded(reason);
      this.#line = undefined;
      this.#note = reason;
      if (wasReady && !this.isDisposed) this.#begin();
    };
    this.#line = beginLine(this.#parts, this.#note, (said) => this.#say(said), lost);
    this.#note = undefined;
    return this.#line.transport;
  }

  #say({ channel, type, parent, content, buffers }: KernelMessage): void {
    const session = parent?.session ?? this.#asker;
    if (session === undefined) return;
    const header = newHeader(type, session);
    this.#send({ channel, header, parent_header: parent ?? {}, metadata: {}, content, buffers });
  }
}

function bytesOf(buffer: ArrayBuffer | ArrayBufferView): Uint8Array {
  return buffer instanceof ArrayBuffer
    ? new Uint8Array(buffer)
    : new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}
