import { Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";
import { Flag, type ProtocolStart, type ToProtocol, type ToSession } from "../channel.ts";
import { Interrupter } from "./interrupter.ts";
import { watchMemory } from "./memory.ts";
import { Server } from "./server.ts";
import { Sockets } from "./sockets.ts";

const start = workerData as ProtocolStart;
const session = parentPort!;
const flags = new Int32Array(start.flags);
const send = (message: ToSession) => session.postMessage(message);

const interrupter = new Interrupter(flags, (reason) => send({ type: "interrupt", reason }));
const server = new Server({
  sockets: new Sockets(start.connectionFile),
  send,
  interrupter,
  note: start.note,
  onInput: (value) => {
    start.input.postMessage(value);
    Atomics.store(flags, Flag.input, 1);
    Atomics.notify(flags, Flag.input);
  },
});

watchMemory(start.memoryLimit, (used) => {
  const gigabytes = (used / 1e9).toFixed(1);
  const limit = (start.memoryLimit / 1e9).toFixed(1);
  interrupter.interrupt(
    `the cell was stopped because it takes too much memory: ${gigabytes} GB of ${limit} GB are in use; your variables are kept`,
  );
});
session.on("message", (message: ToProtocol) => server.hear(message));
// The launcher holds the other end of our standard input: when it is gone, there is nobody left to serve.
new Socket({ fd: 0, readable: true, writable: false }).resume().on("close", () => server.end());
void server.start();
