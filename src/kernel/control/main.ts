import { Socket } from "node:net";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { Flag, Pipe, type ToControl } from "../channel.ts";
import { Frames } from "../frames.ts";
import { Interrupter } from "./interrupter.ts";
import { watchMemory } from "./memory.ts";

/** What the control thread is given when it starts. */
export interface ControlStart {
  flags: SharedArrayBuffer;
  /** Where what the student types in answer to `prompt` goes. */
  input: MessagePort;
  /** The memory, in bytes, at which a cell is stopped. */
  memoryLimit: number;
}

const { flags, input, memoryLimit } = workerData as ControlStart;
const words = new Int32Array(flags);
const interrupter = new Interrupter(words, (reason) => parentPort!.postMessage(reason));
const frames = new Frames<ToControl>();

// The protocol process holds the other end: when it is gone, there is nobody left to serve.
new Socket({ fd: Pipe.toControl, readable: true, writable: false })
  .on("data", (chunk) => frames.push(chunk).forEach(receive))
  .on("close", () => process.kill(process.pid, "SIGKILL"));

watchMemory(memoryLimit, (used) => {
  // The turn of now: when it has ended before it hears, the next one is not to suffer for it.
  const turn = Atomics.load(words, Flag.turn);
  const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
  interrupter.interrupt(
    `the cell was stopped because it takes too much memory: ${gigabytes(used)} are in use, ${gigabytes(memoryLimit)} are allowed; ` +
      "your variables are kept, and what they hold counts",
    turn,
  );
});

function receive(message: ToControl): void {
  if (message.type === "interrupt") interrupter.interrupt(message.reason);
  else {
    input.postMessage(message.value);
    Atomics.store(words, Flag.input, 1);
    Atomics.notify(words, Flag.input);
  }
}
