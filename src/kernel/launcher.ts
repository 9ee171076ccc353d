import { spawn } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { notePath } from "./note.ts";
import { hookFlags, nodeFlags, snapshotPath } from "./snapshot.ts";

/** How Node ends when a snapshot was built by another Node, or for other flags. */
const snapshotRefused = 14;

/** It does so this soon (in milliseconds). */
const soon = 1000;

/**
 * What kernel.json names: starts the session from the start-up snapshot if there is one for this Node, else plainly,
 * and ends as the session ends. A Node that was replaced since the set-up so costs speed and nothing else.
 */
function launch(connectionFile: string, snapshot: string | undefined): void {
  const entry =
    snapshot === undefined ? [...hookFlags, join(__dirname, "session.js")] : ["--snapshot-blob", snapshot];
  const started = Date.now();
  let outOfMemory = false;
  // The session reads from its standard input, which closes when this process dies, however that happens.
  const child = spawn(
    process.execPath,
    [...process.execArgv, ...nodeFlags, ...entry, __dirname, connectionFile],
    {
      stdio: ["pipe", "inherit", "pipe"],
      windowsHide: true,
    },
  );
  child.stderr.on("data", (chunk: Buffer) => {
    outOfMemory ||= chunk.includes("out of memory");
    process.stderr.write(chunk);
  });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  process.on("SIGTERM", pass).on("SIGHUP", pass);
  child.on("exit", (code, signal) => {
    process.off("SIGTERM", pass).off("SIGHUP", pass);
    if (snapshot !== undefined && code === snapshotRefused && Date.now() - started < soon) {
      launch(connectionFile, undefined);
      return;
    }
    // What the system kills without being asked, it kills for memory.
    if (outOfMemory || signal === "SIGKILL") leaveNote(connectionFile);
    process.exit(code ?? 1);
  });
}

function leaveNote(connectionFile: string): void {
  writeFileSync(
    notePath(connectionFile),
    "The session before this one ended because memory ran out. All variables are gone: run the cells again from the first. " +
      "Is there a loop that keeps adding to an array?",
  );
}

// A Ctrl-C in a terminal reaches the session too; whether it ends is for the session to say.
process.on("SIGINT", () => undefined);
const snapshot = snapshotPath(__dirname);
launch(process.argv[2] ?? "", existsSync(snapshot) ? snapshot : undefined);
