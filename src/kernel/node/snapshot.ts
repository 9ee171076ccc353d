import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, statSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Pipe } from "./pipes.ts";

/**
 * Where the start-up snapshot lies that fits this Node, this folder, this build of the kernel and this lesson library. Its name
 * tells: a snapshot of another Node or build has another name, and is never started.
 */
export function snapshotPath(kernelDir: string): string {
  // What a snapshot is made from: the session, and the declarations that it has read.
  const parts = ["session.js", "../index.d.ts", "types/globals-20.d.ts"];
  const stamps = parts.map((part) => {
    const stat = statSync(join(kernelDir, part), { throwIfNoEntry: false });
    return stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : "";
  });
  const fits = [process.version, process.platform, process.arch, kernelDir, ...stamps, ...nodeFlags];
  const name = createHash("sha256").update(fits.join("\n")).digest("hex").slice(0, 16);
  return join(kernelDir, `snapshot-${name}.blob`);
}

/**
 * Builds the start-up snapshot of a built kernel, if the fitting one is not there: the compiler, loaded, with the
 * declarations of the language, of Node and of the lesson library read and checked. Without it the kernel starts as
 * well, only slower: one that does not start here, as there are versions of Node where something of it fails, is not
 * kept.
 */
export async function buildSnapshot(kernelDir: string): Promise<void> {
  const path = snapshotPath(kernelDir);
  if (existsSync(path)) return;
  const temporary = `${path}.${String(process.pid)}`;
  const args = [
    ...nodeFlags,
    ...hookFlags,
    "--snapshot-blob",
    temporary,
    "--build-snapshot",
    join(kernelDir, "session.js"),
    kernelDir,
  ];
  await promisify(execFile)(process.execPath, args, { cwd: kernelDir });
  if (!(await starts(temporary, kernelDir))) return rm(temporary);
  const old = (await readdir(kernelDir)).filter((name) => /^snapshot-\w+\.blob$/.test(name));
  await rename(temporary, path);
  await Promise.all(old.map((name) => rm(join(kernelDir, name), { force: true })));
}

/** How long (in milliseconds) a snapshot may take to start, also on a machine that is busy. */
const trialTime = 20_000;

/** Tries a snapshot: the session's control thread, which starts last, ends the process when nobody speaks to it. */
async function starts(path: string, kernelDir: string): Promise<boolean> {
  // A process that ends itself by force says nothing of it on Windows.
  if (process.platform === "win32") return true;
  const child = spawn(process.execPath, [...nodeFlags, "--snapshot-blob", path, kernelDir], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe", "pipe"],
    timeout: trialTime,
  });
  child.stdio[Pipe.toControl]!.destroy();
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return signal === "SIGKILL";
}

/**
 * What Node must be told for the kernel: to keep new objects in little memory, to collect garbage before the heap is
 * twice what is in use (each cell leaves a compiled program behind), and to say nothing in a student's cell of what is
 * experimental in Node.
 */
export const nodeFlags = [
  "--max-semi-space-size=4",
  "--heap-growing-percent=50",
  "--disable-warning=ExperimentalWarning",
];

/**
 * Without this, terminating a loop in a promise ends the process. A snapshot keeps it from when it was built, and to
 * say it again would undo it.
 */
export const hookFlags = ["--no-force-async-hooks-checks"];
