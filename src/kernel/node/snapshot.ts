import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, statSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Pipe } from "./pipes.ts";

/** A Node: its program, and the version that it says it is (`v20.20.2`). */
export interface NodeProgram {
  readonly path: string;
  readonly version: string;
}

const thisNode: NodeProgram = { path: process.execPath, version: process.version };

/**
 * Where the start-up snapshot lies that fits this Node, this folder, this build of the kernel and this lesson library.
 * Its name tells: a snapshot of another Node or build has another name, and is never started.
 */
export function snapshotPath(kernelDir: string, version = process.version): string {
  // What a snapshot is made from: the session, the library that it has run, and the declarations that it has read.
  const parts = ["session.js", "../index.js", "../index.d.ts", "types/globals-20.d.ts"];
  const stamps = parts.map((part) => {
    const stat = statSync(join(kernelDir, part), { throwIfNoEntry: false });
    return stat ? `${String(stat.mtimeMs)} ${String(stat.size)}` : "";
  });
  const fits = [version, process.platform, process.arch, kernelDir, ...stamps, ...nodeFlags];
  const name = createHash("sha256").update(fits.join("\n")).digest("hex").slice(0, 16);
  return join(kernelDir, `snapshot-${name}.blob`);
}

/**
 * Builds the start-up snapshot of a built kernel, if the fitting one is not there: the compiler, loaded, with the
 * declarations of the language, of Node and of the lesson library read and checked, and the library, run. Without it
 * the kernel starts as well, only slower: there are versions of Node that cannot write it, or do not start it, and it is
 * not kept there.
 * @returns whether there is one now
 */
export async function buildSnapshot(kernelDir: string, node: NodeProgram = thisNode): Promise<boolean> {
  const path = snapshotPath(kernelDir, node.version);
  if (existsSync(path)) return true;
  // Until it is tried it has no snapshot's name; a snapshot's ending it has, by which releases leave it out.
  const temporary = path.replace(/blob$/, `${String(process.pid)}.blob`);
  const args = [
    ...nodeFlags,
    ...hookFlags,
    "--snapshot-blob",
    temporary,
    "--build-snapshot",
    join(kernelDir, "session.js"),
    kernelDir,
  ];
  const isWritten = await promisify(execFile)(node.path, args, { cwd: kernelDir }).then(
    () => true,
    () => false,
  );
  if (!isWritten || !(await starts(temporary, kernelDir, node))) {
    await rm(temporary, { force: true });
    return false;
  }
  const old = snapshotsIn(kernelDir);
  await rename(temporary, path);
  await Promise.all(old.map((snapshot) => rm(snapshot, { force: true })));
  return true;
}

/** The start-up snapshots of a kernel, for whichever Node. */
export function snapshotsIn(kernelDir: string): string[] {
  return readdirSync(kernelDir)
    .filter((name) => /^snapshot-\w+\.blob$/.test(name))
    .map((name) => join(kernelDir, name));
}

/** How long (in milliseconds) a snapshot may take to start, also on a machine that is busy. */
const trialTime = 20_000;

/** Tries a snapshot: the session's control thread, which starts last, ends the process when nobody speaks to it. */
async function starts(path: string, kernelDir: string, node: NodeProgram): Promise<boolean> {
  // A process that ends itself by force says nothing of it on Windows.
  if (process.platform === "win32") return true;
  const child = spawn(node.path, [...nodeFlags, "--snapshot-blob", path, kernelDir], {
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
