import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { NodeProgram } from "../../kernel/node/snapshot.ts";
import { run } from "../../system/process.js";
import { UserError } from "../../system/user-error.js";
import { closedToOthers } from "./others.ts";

/** The oldest Node that the kernel runs on. */
const LEAST = [20, 19] as const;

/** Where systems install a Node for everybody. */
const USUAL = ["/usr/bin/node", "/usr/local/bin/node", "/opt/homebrew/bin/node"];

/**
 * The Node that is to run the kernels: the one that was named, or the one that runs this.
 * @param forOthers whether users must be able to run it that are not this one
 */
export async function nodeFor(asked: string | undefined, forOthers: boolean): Promise<NodeProgram> {
  const path = asked === undefined ? process.execPath : resolve(asked);
  if (!existsSync(path))
    throw new UserError(`--node: there is no program at ${path}`, "Give the path that `which node` prints.");
  const version = await versionOf(path);
  const closed = forOthers ? closedToOthers(path) : undefined;
  if (closed === undefined) return { path, version };
  throw new UserError(
    `Other users may not run ${path}: ${closed.path} is closed to them (permissions ${closed.mode})`,
    await cure(path),
  );
}

async function versionOf(path: string): Promise<string> {
  const { output } = await run(path, ["-p", `"version " + process.version`]);
  const [, version, major = 0, minor = 0] = /version (v(\d+)\.(\d+)\.\S+)/.exec(output) ?? [];
  const [least, leastMinor] = LEAST;
  if (version !== undefined && (+major > least || (+major === least && +minor >= leastMinor))) return version;
  throw new UserError(
    version === undefined
      ? `--node: ${path} is no Node that runs`
      : `--node: Node ${LEAST.join(".")} or newer is needed, and ${path} is Node ${version.slice(1)}`,
    "Name a Node of today: https://nodejs.org.",
  );
}

/** What can be done about a Node that is one user's own: another that is there, or one for everybody. */
async function cure(path: string): Promise<string> {
  for (const other of USUAL) {
    if (other === path || !existsSync(other) || closedToOthers(other) !== undefined) continue;
    if (await versionOf(other).catch(() => undefined)) return `Name one that they may: --node ${other}`;
  }
  return "Install Node for the whole machine (https://nodejs.org), and name it: --node PATH";
}
