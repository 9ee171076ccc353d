/** Homes of a class, as a machine with accounts has them. */
import { chmodSync, lchownSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../src/cli/build/bundle.ts";

/** Root makes homes for others; anybody else has them for himself. */
export const isRoot = process.getuid?.() === 0;
export const owner = isRoot ? 54_321 : process.getuid!();

/** When the files of a home were saved. */
export const SAVED = new Date("2026-03-01T10:00:00Z");

/** What runs in homes as their owners, built into a folder. @returns its path */
export async function buildProgram(folder: string): Promise<string> {
  const program = join(folder, "in-home.js");
  await bundle(join(import.meta.dirname, "../../src/hub/homes/in-home/main.ts"), program, {
    format: "cjs",
    platform: "node",
  });
  return program;
}

/** Gives something to a student, as far as that can be done; a link itself, and not what it leads to. */
export function give(path: string, whose = owner): void {
  if (isRoot) lchownSync(path, whose, whose);
}

/** A home that is closed to others, with files in its lessons' folder. @returns that folder */
export function makeHome(
  homes: string,
  student: string,
  files: Readonly<Record<string, string>>,
  whose = owner,
): string {
  const path = join(homes, student);
  const folder = join(path, "fall-line");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, name), text, { mode: 0o600 });
    utimesSync(join(folder, name), SAVED, SAVED);
    give(join(folder, name), whose);
  }
  for (const one of [folder, path]) {
    chmodSync(one, 0o700);
    give(one, whose);
  }
  return folder;
}
