import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../../system/folders.js";
import { UserError, writing } from "../../system/user-error.js";
import type { Home } from "./homes.ts";
import { isWanted, type Taken, type Wanted } from "./in-home/take.ts";

/** What was taken out of a home. */
export interface Collected {
  readonly student: string;
  readonly files: readonly string[];
  /** What was not taken, and why: sentences. */
  readonly faults: readonly string[];
}

/**
 * Copies the lessons of all students into a new folder, one folder a student, with a receipt each; nothing in a home is
 * changed. The folder is there whole, or not at all.
 * @param out what `grade` reads
 * @throws UserError where `out` is there already, or cannot be written
 */
export function collect(homes: readonly Home[], wanted: Wanted, out: string, now = new Date()): Collected[] {
  if (existsSync(out))
    throw new UserError(
      `There is something at --out already: ${out}`,
      "What was collected once is never written over. Choose a name that is free.",
    );
  makeFolder(dirname(out));
  const fresh = `${out}.${process.pid}.new`;
  try {
    return writing(out, () => {
      mkdirSync(fresh, { mode: 0o700 });
      const all = homes.map((home) => collectHome(home, wanted, fresh, now));
      renameSync(fresh, out);
      return all;
    });
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
}

function collectHome({ student, do: inHome }: Home, wanted: Wanted, out: string, now: Date): Collected {
  const outcome = inHome("take", wanted);
  if ("fault" in outcome) return { student, files: [], faults: [outcome.fault] };
  const { faults } = outcome.answer;
  const taken = outcome.answer.files.filter(({ name }) => isWanted(wanted, name));
  if (taken.length > 0) {
    const place = join(out, student);
    mkdirSync(place);
    for (const { name, content, saved } of taken) {
      writeFileSync(join(place, name), content);
      utimesSync(join(place, name), saved, saved);
    }
    writeFileSync(join(place, "receipt.txt"), receiptOf(student, taken, now));
  }
  return { student, files: taken.map(({ name }) => name), faults };
}

function receiptOf(student: string, taken: readonly Taken[], now: Date): string {
  const lines = taken.map(
    ({ name, content, saved }) =>
      `${name}\n  saved ${saved.toISOString()}, ${content.length} bytes\n  SHA-256 ${createHash("sha256").update(content).digest("hex")}\n`,
  );
  return `Collected of ${student} at ${now.toISOString()}\n\n${lines.join("")}`;
}
