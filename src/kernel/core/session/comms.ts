import type { Content, Header } from "../channel.ts";
import { uniqueId } from "../unique.ts";
import type { Output } from "./output.ts";

/** One side of a conversation with something in the page. */
export interface Comm {
  readonly id: string;
  readonly target: string;
  /** Sends data to the other side. */
  send(data: unknown, buffers?: Uint8Array[]): void;
  /** Ends the conversation. */
  close(data?: unknown): void;
  /** Called with what the other side sends. */
  onMessage: ((data: unknown, buffers: Uint8Array[]) => void) | undefined;
  /** Called when the other side has ended the conversation. */
  onClose: ((data: unknown) => void) | undefined;
}

type Opened = (comm: Comm, data: unknown) => void;

/**
 * The comms of this kernel. Code in cells reaches them at `globalThis[Symbol.for("fall-line.comms")]`:
 * `register(target, (comm, data) => ...)` answers the page's openings, `open(target, data)` opens from this side.
 */
export class Comms {
  readonly #targets = new Map<string, Opened>();
  readonly #comms = new Map<string, Comm>();

  constructor(private readonly output: Output) {}

  /** Answers the page's openings of a target. */
  register(target: string, opened: Opened): void {
    this.#targets.set(target, opened);
  }

  /** Makes `register` and `open` known to cells. */
  install(): void {
    const value = Object.freeze({
      register: (target: string, opened: Opened) => this.register(target, opened),
      open: (target: string, data: unknown = {}) => this.#open(target, data),
    });
    Object.defineProperty(globalThis, Symbol.for("fall-line.comms"), { value, configurable: true });
  }

  /** Answers comm_info_request. */
  info(target: unknown): Content {
    const found = [...this.#comms.values()].filter((comm) => target === undefined || comm.target === target);
    return {
      status: "ok",
      comms: Object.fromEntries(found.map((comm) => [comm.id, { target_name: comm.target }])),
    };
  }

  /** Takes comm_open, comm_msg and comm_close of the page. */
  receive({ msg_type }: Header, content: Content, buffers: Uint8Array[]): void {
    const id = String(content["comm_id"]);
    const data = content["data"];
    const comm = this.#comms.get(id);
    if (msg_type === "comm_open") this.#opened(id, String(content["target_name"]), data);
    else if (msg_type === "comm_msg") comm?.onMessage?.(data, buffers);
    else if (comm) {
      this.#comms.delete(id);
      comm.onClose?.(data);
    }
  }

  #opened(id: string, target: string, data: unknown): void {
    const handler = this.#targets.get(target);
    // As the protocol asks: a target that nobody knows is closed at once.
    if (!handler) this.output.publish("comm_close", { comm_id: id, data: {} });
    else handler(this.#comm(id, target), data);
  }

  #open(target: string, data: unknown): Comm {
    const id = uniqueId();
    this.output.publish("comm_open", { comm_id: id, target_name: target, data });
    return this.#comm(id, target);
  }

  #comm(id: string, target: string): Comm {
    const comm: Comm = {
      id,
      target,
      send: (data, buffers) => this.output.publish("comm_msg", { comm_id: id, data }, buffers),
      close: (data = {}) => {
        if (this.#comms.delete(id)) this.output.publish("comm_close", { comm_id: id, data });
      },
      onMessage: undefined,
      onClose: undefined,
    };
    this.#comms.set(id, comm);
    return comm;
  }
}
