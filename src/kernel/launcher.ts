import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { nodeFlags, snapshotPath } from "./snapshot.ts";

/**
 * What kernel.json names: starts the session from the start-up snapshot if there is one for this Node, else plainly,
 * and ends as the session ends. A Node that was replaced since the set-up so costs speed and nothing else.
 */
function launch(snapshot: string | undefined): void {
  const session = join(__dirname, "session.js");
  const entry = snapshot === undefined ? [...nodeFlags, session] : ["--snapshot-blob", snapshot];
  const started = Date.now();
  // The session reads from its standard input, which closes when this process dies, however that happens.
  const child = spawn(process.execPath, [...entry, __dirname, connectionFile], {
    stdio: ["pipe", "inherit", "inherit"],
    windowsHide: true,
  });
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  // A Ctrl-C in a terminal reaches the session too; whether it ends is for the session to say.
  process.on("SIGINT", () => undefined);
  child.on("exit", (code, signal) => {
    const refused = snapshot !== undefined && code === 1 && Date.now() - started < 1000;
    if (refused) launch(undefined);
    else process.exit(code ?? (signal === null ? 0 : 1));
  });
}

const connectionFile = process.argv[2] ?? "";
const snapshot = snapshotPath(__dirname);
launch(existsSync(snapshot) ? snapshot : undefined);
