import { join } from "node:path";
import { startupSnapshot } from "node:v8";
import { flagCount, type ProtocolStart, type ToProtocol, type ToSession } from "../channel.ts";
import { CellConverter, warmUp } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/host.ts";
import { errorText } from "../errors/runTime.ts";
import { takeNote } from "../note.ts";
import { Paths } from "../paths.ts";
import { Stacks } from "../errors/stack.ts";
import { Cells } from "./cells.ts";
import { Comms } from "./comms.ts";
import { exerciseWhenIdle } from "./exercise.ts";
import { Input } from "./input.ts";
import { installLimits } from "./limits.ts";
import { memoryLimit } from "./memoryLimit.ts";
import { Output } from "./output.ts";
import { Parents } from "./parents.ts";
import { endProcess, protectSession } from "./protection.ts";
import { Turns } from "./turns.ts";
import { Requests } from "./requests.ts";

/** Starts the protocol thread at once and gets the compiler ready behind it. */
function main(): void {
  const [kernelDir, connectionFile] = process.argv.slice(-2) as [string, string];
  // A process started from a snapshot has no limit of its own, and so no stack traces.
  Error.stackTraceLimit = 50;
  // A snapshot must not hold this module: it is asked for here, when the process runs.
  const { MessageChannel, Worker } = process.getBuiltinModule("node:worker_threads");
  const flags = new SharedArrayBuffer(4 * flagCount);
  const note = takeNote(connectionFile);
  const inputs = new MessageChannel();
  const start: ProtocolStart = {
    connectionFile,
    flags,
    input: inputs.port2,
    note,
    memoryLimit: memoryLimit(),
  };
  const protocol = new Worker(join(kernelDir, "protocol.js"), {
    workerData: start,
    transferList: [inputs.port2],
  });
  const send = (message: ToProtocol) => protocol.postMessage(message);

  const words = new Int32Array(flags);
  const parents = new Parents();
  const turns = new Turns(words, parents);
  const output = new Output(send, parents);
  const paths = new Paths(kernelDir);
  const stacks = new Stacks(paths);
  const converter = new CellConverter(paths, stacks, () => {
    turns.throwIfInterrupted();
    turns.enterStudentCode();
  });
  if (!warm) warmUp(converter);
  const cells = new Cells({ converter, output, parents, turns, stacks, paths, note });
  const comms = new Comms(output);
  const input = new Input({ flags: words, port: inputs.port1, parents, send });
  const requests = new Requests({ cells, converter, comms, input, turns, send });
  stacks.install();
  installDisplayHost(output);
  comms.install();
  input.install();
  installLimits();
  takeOverOutput(output);
  protectSession(output, errorText);

  protocol.on("message", (message: ToSession) => {
    if (message.type === "request") void requests.answer(message);
    else if (message.type === "interrupt") {
      cells.interrupt(message.reason);
      send({ type: "interrupted" });
    } else endProcess(message.code);
  });
  turns.enterStudentCode();
  send({ type: "ready" });
  if (warm)
    exerciseWhenIdle(
      (index) => converter.practise(index),
      () => requests.isBusy,
    );
}

/** Sends what the process prints to the front end. */
function takeOverOutput(output: Output): void {
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = (chunk: Uint8Array | string, ...rest: unknown[]) => {
      output.print(name, typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
      const callback = rest.at(-1);
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
