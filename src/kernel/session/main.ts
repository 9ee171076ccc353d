import { join } from "node:path";
import { startupSnapshot } from "node:v8";
import { MessageChannel, Worker } from "node:worker_threads";
import { Flag, flagCount, type ProtocolStart, type ToProtocol, type ToSession } from "../channel.ts";
import { CellConverter, warmUp } from "../compiler/converter.ts";
import { installDisplayHost } from "../display/host.ts";
import { Paths } from "../paths.ts";
import { Cells } from "./cells.ts";
import { Output } from "./output.ts";
import { Parents } from "./parents.ts";
import { Requests } from "./requests.ts";

const kernelDir = __dirname;

/** Starts the protocol thread at once and gets the compiler ready behind it. */
function main(): void {
  const connectionFile = process.argv.at(-1)!;
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
  warmUp(converter);
  const cells = new Cells({ converter, output, parents, paths });
  const requests = new Requests({ cells, converter, send });
  installDisplayHost(output);
  takeOverOutput(output);

  const words = new Int32Array(flags);
  protocol.on("message", (message: ToSession) => {
    if (message.type === "request") void requests.answer(message);
    else if (message.type === "interrupt") {
      Atomics.store(words, Flag.interrupt, 0);
      cells.interrupt(message.reason);
      send({ type: "interrupted" });
    } else process.exit(message.code);
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

void startupSnapshot;
main();
