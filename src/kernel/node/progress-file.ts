import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { closeToOthers } from "../../system/folders.js";

/** Name of the file in the working folder that keeps what was answered. */
export const progressFileName = "fall-line-progress.jsonl";

/**
 * An append-only file of JSON lines, which nobody else can read. A line is one write at the end of the file and is on
 * the disk before it counts, so several kernels may write at once, and one that is killed loses nothing that was
 * acknowledged. A record begins with a line break too: after a torn line the next one is whole again.
 */
export class ProgressFile {
  readonly path: string;

  constructor(folder: string) {
    this.path = join(folder, progressFileName);
  }

  /** Adds a line; it is on the disk when this returns. */
  append(line: string): void {
    const bytes = Buffer.from(`\n${line}\n`);
    const file = openSync(this.path, "a", 0o600);
    try {
      closeToOthers(this.path);
      const written = writeSync(file, bytes);
      if (written !== bytes.length) throw new Error(`${this.path}: the disk is full`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** All lines written so far, by whatever kernel. */
  read(): string[] {
    try {
      return readFileSync(this.path, "utf8")
        .split("\n")
        .filter((line) => line !== "");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
      throw error;
    }
  }
}
