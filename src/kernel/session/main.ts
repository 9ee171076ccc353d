import { writeSync } from "node:fs";
import { join } from "node:path";
import { startupSnapshot } from "node:v8";
import { flagCount, Pipe, type ToProtocol, type ToSession } from "../channel.ts";
import { CellConverter, warmUp } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/host.ts";
import { errorText } from "../errors/run-time.ts";
import type { ControlStart } from "../control/main.ts";
import { Frames, toFrame } from "../frames.ts";
import { Paths } from "../paths.ts";
import { Stacks } from "../errors/stack.ts";
import { readFormerNames } from "../exercises/former-names.ts";
import { installExercises } from "../exercises/install.ts";
import { Cells } from "./cells.ts";
import { Comms } from "./comms.ts";
import { exerciseWhenIdle } from "./exercise.ts";
import { Input } from "./input.ts";
import { installLimits } from "./limits.ts";
import { memoryLimit } from "../control/memory-limit.ts";
import { Modules } from "./modules.ts";
import { Output } from "./output.ts";
import { Parents } from "./parents.ts";
import { endProcess, protectSession } from "./protection.ts";
import { Turns } from "./turns.ts";
import { Requests } from "./requests.ts";

/** Starts the session: the cells' half of the kernel, with the compiler. */
function main(): void {
  const kernelDir = process.argv.at(-1)!;
  // A process started from a snapshot has no limit of its own, and so no stack traces.
  Error.stackTraceLimit = 50;
  // A snapshot must not hold these modules: they are asked for here, when the process runs.
  const { MessageChannel, Worker } = process.getBuiltinModule("node:worker_threads");
  const { Socket } = process.getBuiltinModule("node:net");
  const flags = new SharedArrayBuffer(4 * flagCount);
  const inputs = new MessageChannel();
  const words = new Int32Array(flags);
  const send = (message: ToProtocol) => writeWhole(Pipe.toProtocol, toFrame(message));

  const parents = new Parents();
  const turns = new Turns(words, parents);
  const output = new Output(send, parents);
  const paths = new Paths(kernelDir);
  const stacks = new Stacks(paths);
  const modules = new Modules(paths);
  const converter = new CellConverter(paths, stacks, (compiled) => {
    for (const { path, data } of compiled) modules.take(path, data);
    turns.throwIfInterrupted();
    turns.enterStudentCode();
  });
  if (!warm) warmUp(converter);
  const cells = new Cells({ converter, output, parents, turns, stacks, modules });
  const comms = new Comms(output);
  const input = new Input({ flags: words, port: inputs.port1, parents, send });
  const requests = new Requests({ cells, converter, comms, input, turns, send });
  parents.install();
  stacks.install();
  installDisplayHost(output);
  comms.install();
  input.install();
  installLimits();
  installExercises(readFormerNames(paths.library.code));
  takeOverOutput(output);
  protectSession(output, errorText);

  const frames = new Frames<ToSession>();
  const requestPipe = new Socket({ fd: Pipe.toSession, readable: true, writable: false });
  requestPipe.on("data", (chunk) => {
    for (const message of frames.push(chunk)) {
      if (message.type === "request") void requests.answer(message);
      else endProcess(0);
    }
  });
  turns.enterStudentCode();
  send({ type: "ready" });
  const start: ControlStart = { flags, input: inputs.port2, memoryLimit: memoryLimit() };
  const control = new Worker(join(kernelDir, "control.js"), {
    workerData: start,
    transferList: [inputs.port2],
  });
  control.on("message", (reason: string) => {
    if (turns.hearInterruption()) cells.interrupt(reason);
    send({ type: "interrupted" });
  });
  if (warm)
    exerciseWhenIdle(
      (index) => converter.practise(index),
      () => requests.isBusy,
    );
}

/** Writes all bytes before it returns: what was said is on its way, whatever the cell does next. */
function writeWhole(fd: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) written += writeSync(fd, bytes, written);
}

/** Sends what the process prints to the front end. */
function takeOverOutput(output: Output): void {
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
      output.print(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      const callback = rest.at(-1) as (() => void) | undefined;
      if (typeof callback === "function") callback();
      return true;
    };
  }
}

/** True in a process that was started from a snapshot, where the compiler is warm. */
let warm = false;

if (startupSnapshot.isBuildingSnapshot()) {
  const paths = new Paths(process.argv.at(-1)!);
  warmUp(new CellConverter(paths, new Stacks(paths), () => undefined));
  warm = true;
  startupSnapshot.setDeserializeMainFunction(main);
} else main();
