import { read } from "node:fs";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { anyTurn, Flag, type ToControl } from "../../core/channel.ts";
import { Lines } from "../lines.ts";
import { Interrupter } from "./interrupter.ts";
import { tooMuchMemory, watchMemory } from "./memory.ts";
import { Pipe } from "../pipes.ts";
import { Programs } from "./programs.ts";

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
const programs = new Programs(words);
const lines = new Lines<ToControl>();

listen();

watchMemory(memoryLimit, (used) => {
  // The turn of now: when it has ended before it hears, the next one is not to suffer for it.
  interrupter.interrupt(tooMuchMemory(used, memoryLimit), Atomics.load(words, Flag.turn));
});

/** Reads the pipe as a file (see `lines.ts`). */
function listen(): void {
  read(Pipe.toControl, (error, count, chunk) => {
    // The protocol process holds the other end: when it is gone, there is nobody left to serve.
    if (error || count === 0) process.kill(process.pid, "SIGKILL");
    else {
      lines.push(chunk.subarray(0, count)).forEach(receive);
      listen();
    }
  });
}

function receive(message: ToControl): void {
  if (message.type === "interrupt") {
    interrupter.interrupt("", anyTurn, message.request);
    if (message.request !== 0) programs.end(message.earlier ?? []);
  } else {
    input.postMessage(message.value);
    Atomics.store(words, Flag.input, 1);
    Atomics.notify(words, Flag.input);
  }
}
