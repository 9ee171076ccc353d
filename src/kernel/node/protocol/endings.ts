import { existsSync } from "node:fs";
import { join } from "node:path";
import { type End, ENTRY } from "./session-process.ts";

const again = "all variables are gone: run the cells again from the first";
const restart = "restart the kernel (Kernel > Restart Kernel)";

/** Why a session has ended, as the student is told. */
export const endings: Readonly<Record<End["how"], string>> = {
  memory: `the session ended because memory ran out; ${again}. Is there a loop that keeps adding to an array?`,
  gone: `the session ended because its files are gone: a newer version was installed, or this one was removed; ${restart}, if it does not start again by itself; ${again}`,
  killed: `the session was ended from outside, by another program or by the system; ${again}`,
  unexpected: `the session ended unexpectedly; ${again}`,
};

/** Where a session is to begin. */
export interface Beginning {
  /** The folder of the notebook; nothing when it was gone already. */
  readonly folder: string | undefined;
  readonly kernelDir: string;
}

/** Why a session has ended before it had begun, and what to do. */
export function whyNotBegun({ code, how, said }: End, { folder, kernelDir }: Beginning): string {
  const could = "the session could not begin";
  if (folder === undefined || !existsSync(folder))
    return `${could}: the folder of the notebook is gone${folder === undefined ? "" : ` (${folder})`}; put it back, or open the notebook from where it is now, then ${restart}`;
  if (!existsSync(join(kernelDir, ENTRY)))
    return `${could}: the kernel's own files are gone (${kernelDir}); set it up again, by npm start or fall-line kernel install, then ${restart}`;
  if (how === "memory")
    return `${could}: the machine has too little memory left; close other notebooks or programs, then ${restart}`;
  if (how === "killed")
    return `${could}: another program, or the system, has ended it as it started; ${restart}`;
  const words = errorIn(said);
  return `${could}: ${words ?? `Node ${process.version} has ended with code ${String(code)}`}; ${restart}, and where that does not help set it up again, by npm start or fall-line kernel install`;
}

/** The line of what Node has said that names an error. */
function errorIn(said: string): string | undefined {
  const lines = said.split("\n").map((line) => line.trim());
  return lines.find((line) => /\b\w*Error\b.*:|bad option|not allowed|ENOENT|EACCES/.test(line));
}

/** The folder that the kernel was started in; nothing when it is gone. */
export function ownFolder(): string | undefined {
  try {
    return process.cwd();
  } catch {
    return undefined;
  }
}
