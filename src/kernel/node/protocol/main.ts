import { SessionProcess } from "./session-process.ts";
import { leaveNote, takeNote } from "./note.ts";
import { Server } from "../../core/protocol/server.ts";
import { Sockets } from "./sockets.ts";

const memoryRanOut =
  "the session ended because memory ran out; all variables are gone: run the cells again from the first. " +
  "Is there a loop that keeps adding to an array?";

const connectionFile = process.argv[2];
if (connectionFile === undefined)
  throw new Error("no connection file: Jupyter starts this program, as kernel.json says");

// The session takes longest to start, so it is started first.
const session: SessionProcess = new SessionProcess(
  __dirname,
  (message) => server.hear(message),
  ({ code, outOfMemory }) => {
    if (outOfMemory) leaveNote(connectionFile, memoryRanOut);
    server.sessionEnded(
      outOfMemory ? memoryRanOut : "the session ended unexpectedly; all variables are gone",
    );
    process.exitCode = code ?? 1;
  },
);
const server: Server = new Server({
  transport: new Sockets(connectionFile),
  runtime: `Node ${process.versions.node}`,
  session,
  note: takeNote(connectionFile),
});
void server.start();

for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.end());
// A Ctrl-C in a terminal reaches every process started there; Jupyter says what is to end.
process.on("SIGINT", () => undefined);
