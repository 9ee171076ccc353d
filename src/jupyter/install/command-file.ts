/** The command that an installation brings for students: a script that runs the release's own program. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const ABOUT = "The commands of fall-line for those who work with the lessons";

/** Where it lies in a folder of commands. */
export function commandFile(folder: string, platform = process.platform): string {
  return join(folder, platform === "win32" ? "fall-line.cmd" : "fall-line");
}

export function commandText(node: string, program: string, platform = process.platform): string {
  if (platform === "win32") return `@rem ${ABOUT}\r\n@"${node}" "${program}" %*\r\n`;
  const quoted = [node, program].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  return `#!/bin/sh\n# ${ABOUT}\nexec ${quoted.join(" ")} "$@"\n`;
}

/** Whether a file in its place is such a script. */
export function isOurs(path: string): boolean {
  try {
    return readFileSync(path, "utf8").includes(ABOUT);
  } catch {
    return false;
  }
}
