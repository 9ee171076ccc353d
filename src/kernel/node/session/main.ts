import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { startupSnapshot } from "node:v8";
import { flagCount, type ToProtocol, type ToSession } from "../../core/channel.ts";
import { CellConverter, warmUp } from "../../core/compiler/converter.ts";
import { errorText } from "../../core/errors/run-time.ts";
import { Stacks } from "../../core/errors/stack.ts";
import { installExercises } from "../../core/exercises.ts";
import type { Output } from "../../core/session/output.ts";
import { Timers } from "../../core/session/timers.ts";
import { type Library, runLibrary } from "../../core/session/library.ts";
import { openSession } from "../../core/session/session.ts";
import type { ControlStart } from "../control/main.ts";
import { memoryLimit } from "../control/memory-limit.ts";
import { Frames, toFrame } from "../frames.ts";
import { Paths } from "../paths.ts";
import { readFormerNames } from "../former-names.ts";
import { Pipe } from "../pipes.ts";
import { runOnNode } from "../platform.ts";
import { ProgressFile } from "../progress-file.ts";
import { Input } from "./input.ts";
import { installLimits } from "./limits.ts";
import { Modules } from "./modules.ts";
import { TrackedParents } from "./parents.ts";
import { endProcess, protectSession } from "./protection.ts";
import { cellRequire } from "./require.ts";
import { tellNodesOwn } from "./shown.ts";
import { replaceTimers } from "./timers.ts";
import { warmUpWhenIdle } from "./warm-up.ts";

declare const FALL_LINE_VERSION: string;

/** Starts the session: the cells' half of the kernel, with the compiler. */
function main(): void {
  const kernelDir = process.argv.at(-1)!;
  // A process started from a snapshot has no limit of its own, and so no stack traces.
  Error.stackTraceLimit = 50;
  // A snapshot must not hold these modules: they are asked for here, when the process runs.
  const { MessageChannel, Worker } = process.getBuiltinModule("node:worker_threads");
  const { Socket } = process.getBuiltinModule("node:net");
  const shared = new SharedArrayBuffer(4 * flagCount);
  const flags = new Int32Array(shared);
  const inputs = new MessageChannel();
  const send = (message: ToProtocol) => writeWhole(Pipe.toProtocol, toFrame(message));

  const places = new Paths(kernelDir);
  const parents = new TrackedParents();
  let modules: Modules;
  const timers = new Timers(parents);
  const input = new Input({ flags, port: inputs.port1, parents, send });
  const session = openSession({
    places,
    flags,
    parents,
    send,
    requireOf: (called, stacks) => {
      modules = new Modules(places, stacks, ready?.library);
      return cellRequire(join(process.cwd(), "notebook.ts"), modules, called);
    },
    refreshModules: () => modules.refresh(),
    writeModule: (path, text) => modules.write(path, text),
    stopTimers: (header) => timers.stop(header),
    allowInput: (header, allowed) => input.allow(header, allowed),
  });
  const { converter, output, requests } = session;
  if (!ready) warmUp(converter);
  tellNodesOwn();
  replaceTimers(timers);
  parents.install();
  input.install();
  installLimits();
  installExercises(
    {
      library: FALL_LINE_VERSION,
      // The folder is asked for each time: a cell may have changed it.
      append: (line) => new ProgressFile(process.cwd()).append(line),
      read: () => new ProgressFile(process.cwd()).read(),
    },
    readFormerNames(places.library.code),
  );
  takeOverOutput(output);
  // A Ctrl-C in a terminal reaches every process started there; the protocol process says what is to be stopped.
  process.on("SIGINT", () => undefined);
  protectSession(output, errorText);

  const frames = new Frames<ToSession>();
  const requestPipe = new Socket({ fd: Pipe.toSession, readable: true, writable: false });
  requestPipe.on("data", (chunk) => {
    for (const message of frames.push(chunk)) {
      if (message.type === "request") void requests.answer(message);
      else endProcess(0);
    }
  });
  send({ type: "ready" });
  const start: ControlStart = { flags: shared, input: inputs.port2, memoryLimit: memoryLimit() };
  const control = new Worker(join(kernelDir, "control.js"), {
    workerData: start,
    transferList: [inputs.port2],
  });
  control.on("message", (reason: string) => session.hearInterruption(reason));
  if (ready)
    warmUpWhenIdle(
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

/** What a process has that was started from a snapshot, where the compiler is warm. */
let ready: { readonly library: Library } | undefined;

runOnNode();
if (startupSnapshot.isBuildingSnapshot()) {
  const paths = new Paths(process.argv.at(-1)!);
  warmUp(
    new CellConverter(paths, new Stacks(paths), { beforeRun: () => undefined, writeModule: () => undefined }),
  );
  // Node 22 cannot write an error whose stack nobody has read; classes of the library have one as their prototype.
  Reflect.deleteProperty(Error, "stackTraceLimit");
  const { code } = paths.library;
  ready = { library: runLibrary(readFileSync(code, "utf8"), code) };
  startupSnapshot.setDeserializeMainFunction(main);
} else main();
