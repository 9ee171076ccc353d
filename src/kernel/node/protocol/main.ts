import { watchParent } from "./parent.ts";
import { SessionProcess } from "./session-process.ts";
import { endings, ownFolder, whyNotBegun } from "./endings.ts";
import { HistoryFile } from "./history-file.ts";
import { leaveNote, takeNote } from "./note.ts";
import { Server } from "../../core/protocol/server.ts";
import { Sockets } from "./sockets.ts";

const connectionFile = process.argv[2];
if (connectionFile === undefined)
  throw new Error("no connection file: Jupyter starts this program, as kernel.json says");

const folder = ownFolder();

// The session takes longest to start, so it is started first.
const session: SessionProcess = new SessionProcess(__dirname, {
  hear: (message) => server.hear(message),
  print: (stream, text) => server.print(stream, text),
  ended(end) {
    if (!end.began) {
      server.sessionFailed(whyNotBegun(end, { folder, kernelDir: __dirname }));
      return;
    }
    const reason = endings[end.how];
    const isTold = server.sessionEnded(reason);
    if (end.how === "memory" || !isTold) leaveNote(connectionFile, reason);
    process.exitCode = end.code ?? 1;
  },
});
const sockets = new Sockets(connectionFile);
const server: Server = new Server({
  transport: sockets,
  runtime: `Node ${process.versions.node}`,
  session,
  note: takeNote(connectionFile),
  history: HistoryFile.ofUser(),
});
void server.start();
watchParent(() => {
  process.on("exit", () => sockets.removeRuntimeFiles());
  server.end();
});

for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.end());
// A Ctrl-C in a terminal reaches every process started there; Jupyter says what is to end.
process.on("SIGINT", () => undefined);
