import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isRunning } from "./is-running.ts";
import { stateFolder } from "./state.js";

/** A folder that a process has for itself, and that goes with it. */
export interface OwnFolder {
  readonly folder: string;
  readonly end: () => void;
}

/** An empty folder of this process alone inside of the project's own; what killed processes have left beside it is removed. */
export function ownFolder(projectDir: string, name: string): OwnFolder {
  const all = stateFolder(projectDir, name);
  const own = String(process.pid);
  for (const left of readdirSync(all)) if (left === own || !isRunning(Number(left))) remove(join(all, left));
  const folder = stateFolder(projectDir, name, own);
  return { folder, end: () => remove(folder) };
}

/** What cannot be removed now goes the next time. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Next time.
  }
}
