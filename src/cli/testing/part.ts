import type { ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { start } from "../../system/process.js";
import { type Counts, judged } from "./counts.ts";

/** One part of the suite: a program that runs tests and reports on them in a file. */
export interface Part {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly report: string;
  readonly countsOf: (report: string) => Counts;
}

/** Runs a part to its end. */
export function runPart(part: Part, projectDir: string): Promise<Counts> {
  return endOf(part, begun(part, projectDir, "inherit"));
}

/** So much of what a part says is kept, at most, until it is to be seen. */
const KEPT = 64 * 2 ** 20; // bytes

/**
 * Begins a part beside something else.
 * @returns shows what it has said meanwhile and goes on to say, until it ends
 */
export function partBeside(part: Part, projectDir: string): () => Promise<Counts> {
  const colours = process.stdout.isTTY && process.stdout.hasColors() ? { FORCE_COLOR: "1" } : {};
  const child = begun({ ...part, environment: { ...part.environment, ...colours } }, projectDir, "pipe");
  const counts = endOf(part, child);
  const said = new PassThrough({ highWaterMark: KEPT });
  for (const output of [child.stdout!, child.stderr!]) output.pipe(said, { end: false });
  child.once("close", () => said.end());
  return async () => {
    await pipeline(said, process.stdout, { end: false });
    return counts;
  };
}

function begun(part: Part, projectDir: string, output: "inherit" | "pipe"): ChildProcess {
  return start(part.command, part.args, {
    cwd: projectDir,
    env: part.environment,
    stdio: ["ignore", output, output],
  });
}

async function endOf(part: Part, child: ChildProcess): Promise<Counts> {
  const code = await new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
  const none = { passed: 0, failed: 0, skipped: 0 };
  return judged(existsSync(part.report) ? part.countsOf(readFileSync(part.report, "utf8")) : none, code);
}
