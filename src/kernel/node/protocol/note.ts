import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** Leaves word of why a session ended, for the kernel that Jupyter starts in its place, with the same connection file. */
export function leaveNote(connectionFile: string, note: string): void {
  writeFileSync(notePath(connectionFile), note);
}

/** Takes the note of the session before, if there is one. */
export function takeNote(connectionFile: string): string | undefined {
  const path = notePath(connectionFile);
  if (!existsSync(path)) return undefined;
  const note = readFileSync(path, "utf8");
  rmSync(path, { force: true });
  return note;
}

function notePath(connectionFile: string): string {
  return `${connectionFile}.note`;
}
