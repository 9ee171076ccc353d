import { join } from "node:path";
import { run } from "../../system/process.js";
import { NAME } from "../name.ts";
import { type Places, pythonOnPath } from "./places.ts";

const SITE_PACKAGES = `
import sysconfig
print("site-packages", sysconfig.get_path("purelib"))
`;

/**
 * The file by which papermill finds the kernel's parameters: of the one on the PATH for one user, of the one with the
 * same prefix for others. Undefined where there is none.
 */
export async function papermillLink({ commands }: Places): Promise<string | undefined> {
  const python = pythonOnPath("papermill", commands);
  const answer = python === undefined ? undefined : await run(python, ["-c", SITE_PACKAGES]);
  const folder = answer && /site-packages (.+)/.exec(answer.output)?.[1]?.trim();
  return folder ? join(folder, `${NAME}.pth`) : undefined;
}
