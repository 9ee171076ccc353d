import { join } from "node:path";
import { startupSnapshot } from "node:v8";
import { Flag, flagCount, type ProtocolStart, type ToProtocol, type ToSession } from "../channel.ts";
import { CellConverter, warmUp } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/host.ts";
import { runTimeReport } from "../errors/runTime.ts";
import { Paths } from "../paths.ts";
import { Cells } from "./cells.ts";
import { Output } from "./output.ts";
import { Parents } from "./parents.ts";
import { endProcess, protectSession } from "./protection.ts";
import { Requests } from "./requests.ts";

/** Starts the protocol thread at once and gets the compiler ready behind it. */
function main(): void {
  const [kernelDir, connectionFile] = process.argv.slice(-2) as [string, string];
  // A process started from a snapshot has no limit of its own, and so no stack traces.
  Error.stackTraceLimit = 50;
  // A snapshot must not hold this module: it is asked for here, when the process runs.
  const { MessageChannel, Worker } = process.getBuiltinModule("node:worker_threads");
  const flags = new SharedArrayBuffer(4 * flagCount);
  const input = new MessageChannel();
  const start: ProtocolStart = { connectionFile, flags, input: input.port2, note: undefined };
  const protocol = new Worker(join(kernelDir, "protocol.js"), {
    workerData: start,
    transferList: [input.port2],
  });
  const send = (message: ToProtocol) => protocol.postMessage(message);

  const parents = new Parents();
  const output = new Output(send, parents);
  const paths = new Paths(kernelDir);
  const converter = new CellConverter(paths);
  if (!warm) warmUp(converter);
  const cells = new Cells({ converter, output, parents, paths });
  const requests = new Requests({ cells, converter, send });
  installDisplayHost(output);
  takeOverOutput(output);
  protectSession(output, (error) => runTimeReport(error).traceback.join("\n"));

  const words = new Int32Array(flags);
  protocol.on("message", (message: ToSession) => {
    if (message.type === "request") void requests.answer(message);
    else if (message.type === "interrupt") {
      Atomics.store(words, Flag.interrupt, 0);
      cells.interrupt(message.reason);
      send({ type: "interrupted" });
    } else endProcess(message.code);
  });
  Atomics.store(words, Flag.running, 1);
  send({ type: "ready" });
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
  warmUp(new CellConverter(new Paths(process.argv.at(-1)!)));
  warm = true;
  startupSnapshot.setDeserializeMainFunction(main);
} else main();
