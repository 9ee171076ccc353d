import { existsSync, readFileSync, rmSync } from "node:fs";

/** Where a session that ended badly leaves word for the one that Jupyter starts in its place. */
export function notePath(connectionFile: string): string {
  return `${connectionFile}.note`;
}

/** Takes the note of the session before, if there is one. */
export function takeNote(connectionFile: string): string | undefined {
  const path = notePath(connectionFile);
  if (!existsSync(path)) return undefined;
  const note = readFileSync(path, "utf8");
  rmSync(path, { force: true });
  return note;
}
