import { watchParent } from "./parent.ts";
import { SessionProcess } from "./session-process.ts";
import { leaveNote, takeNote } from "./note.ts";
import { Server } from "../../core/protocol/server.ts";
import { Sockets } from "./sockets.ts";

const again = "all variables are gone: run the cells again from the first";
const endings = {
  memory: `the session ended because memory ran out; ${again}. Is there a loop that keeps adding to an array?`,
  killed: `the session was ended from outside, by another program or by the system; ${again}`,
  unexpected: `the session ended unexpectedly; ${again}`,
};

const connectionFile = process.argv[2];
if (connectionFile === undefined)
  throw new Error("no connection file: Jupyter starts this program, as kernel.json says");

// The session takes longest to start, so it is started first.
const session: SessionProcess = new SessionProcess(__dirname, {
  hear: (message) => server.hear(message),
  print: (stream, text) => server.print(stream, text),
  ended({ code, how }) {
    if (how === "memory") leaveNote(connectionFile, endings.memory);
    server.sessionEnded(endings[how]);
    process.exitCode = code ?? 1;
  },
});
const server: Server = new Server({
  transport: new Sockets(connectionFile),
  runtime: `Node ${process.versions.node}`,
  session,
  note: takeNote(connectionFile),
});
void server.start();
watchParent(() => server.end());

for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.end());
// A Ctrl-C in a terminal reaches every process started there; Jupyter says what is to end.
process.on("SIGINT", () => undefined);
