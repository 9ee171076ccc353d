import { readFileSync, rmSync } from "node:fs";
import { Reply, Router, XPublisher } from "zeromq";
import type { Content, Header } from "../../core/channel.ts";
import type { Channel, Message, Transport } from "../../core/protocol/message.ts";
import { Wire } from "./wire.ts";

const PORTS = ["shell_port", "iopub_port", "stdin_port", "control_port", "hb_port"] as const;

interface Connection extends Record<(typeof PORTS)[number], number> {
  transport: string;
  ip: string;
  key: string;
}

type Receiver = (message: Message) => void;

/** Sends one after the other, as zeromq asks for. */
class Outbox {
  #last: Promise<unknown> = Promise.resolve();
  constructor(readonly socket: Router | XPublisher) {}
  /** Settles when all is sent. */
  get sent(): Promise<unknown> {
    return this.#last;
  }
  /** Does something when all before has been sent, and sends. */
  send(frames: (Uint8Array | string)[], before: () => void = () => undefined): void {
    this.#last = this.#last
      .then(() => {
        before();
        return this.socket.send(frames);
      })
      .catch(() => undefined);
  }
}

/** ZMQ_SUBSCRIBE. */
const SUBSCRIBE = 6;

/** Publishes to a front end from when it was welcomed: its subscription holds when it is taken, and not when it comes. */
class Publisher extends XPublisher {
  /** Takes the subscription that was received last. */
  take(subscription: string): void {
    this.setStringOption(SUBSCRIBE, subscription);
  }
}

/** The five sockets of a kernel, bound as the connection file says. */
export class Sockets implements Transport {
  readonly #connection: Connection;
  readonly #wire: Wire;
  readonly #iopub: Publisher;
  readonly #routers: Record<Channel, Router>;
  readonly #heartbeat = new Reply();
  readonly #outboxes: Record<Channel | "iopub", Outbox>;

  constructor(private readonly connectionFile: string) {
    this.#connection = JSON.parse(readFileSync(connectionFile, "utf8")) as Connection;
    this.#wire = new Wire(this.#connection.key);
    // What is printed is never dropped here, and what was said last still goes out when the sockets close.
    const options = { sendHighWaterMark: 0, linger: 1000 };
    this.#iopub = new Publisher({ ...options, verbosity: "allSubs", manual: true });
    // A client that comes back under its name, as after a lost network, is answered where it is now.
    const router = (): Router => new Router({ ...options, handover: true });
    this.#routers = { shell: router(), control: router(), stdin: router() };
    this.#outboxes = {
      shell: new Outbox(this.#routers.shell),
      control: new Outbox(this.#routers.control),
      stdin: new Outbox(this.#routers.stdin),
      iopub: new Outbox(this.#iopub),
    };
  }

  get ports(): Content {
    return Object.fromEntries(PORTS.map((port) => [port, this.#connection[port]]));
  }

  async bind(): Promise<void> {
    const { transport, ip } = this.#connection;
    const address = (port: number) =>
      transport === "ipc" ? `ipc://${ip}-${port}` : `${transport}://${ip}:${port}`;
    await Promise.all([
      this.#routers.shell.bind(address(this.#connection.shell_port)),
      this.#routers.control.bind(address(this.#connection.control_port)),
      this.#routers.stdin.bind(address(this.#connection.stdin_port)),
      this.#heartbeat.bind(address(this.#connection.hb_port)),
    ]);
    // Last, so that nobody is there yet to hear a status before the welcome.
    await this.#iopub.bind(address(this.#connection.iopub_port));
  }

  /** Receives until the sockets close. A message that is malformed or not signed with our key is logged and left. */
  listen(receivers: Record<Channel, Receiver>): void {
    for (const channel of ["shell", "control", "stdin"] as const)
      void this.#receive(this.#routers[channel], channel, receivers[channel]);
    void this.#welcome();
    void this.#beat();
  }

  publish(
    messageType: string,
    parent: Header | undefined,
    content: Content | string,
    buffers?: Uint8Array[],
  ): void {
    this.#outboxes.iopub.send(this.#wire.write([messageType], messageType, parent, content, buffers));
  }

  reply(
    channel: Channel,
    request: Message,
    messageType: string,
    content: Content | string,
    id?: string,
  ): void {
    const { identities, header } = request;
    this.#outboxes[channel].send(this.#wire.write(identities, messageType, header, content, [], id));
  }

  /** Closes when all is sent. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#outboxes).map((outbox) => outbox.sent));
    for (const socket of [this.#iopub, ...Object.values(this.#routers), this.#heartbeat]) socket.close();
  }

  /** Removes what a kernel leaves in Jupyter's runtime folder, when there is no Jupyter any more that does it. */
  removeRuntimeFiles(): void {
    const { transport, ip } = this.#connection;
    const sockets = transport === "ipc" ? PORTS.map((port) => `${ip}-${String(this.#connection[port])}`) : [];
    for (const file of [...sockets, this.connectionFile]) rmSync(file, { force: true });
  }

  async #receive(socket: Router, channel: Channel, receiver: Receiver): Promise<void> {
    for await (const frames of socket) {
      try {
        receiver(this.#wire.read(frames));
      } catch (error) {
        console.error(`fall-line: a message on ${channel} was ignored: ${(error as Error).message}`);
      }
    }
  }

  /** Tells each front end when it is heard: from then on it misses nothing. */
  async #welcome(): Promise<void> {
    for await (const [frame] of this.#iopub) {
      if (frame?.[0] !== 1) continue;
      const subscription = Buffer.from(frame.subarray(1)).toString();
      const frames = this.#wire.write([subscription], "iopub_welcome", undefined, { subscription });
      this.#outboxes.iopub.send(frames, () => this.#iopub.take(subscription));
      // It is the subscription that was received last as long as no other is received.
      await this.#outboxes.iopub.sent;
    }
  }

  async #beat(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }
}
