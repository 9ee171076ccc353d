import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stateFolder } from "../system/state.js";

/** How many points of view a right answer is tried from besides those of every notebook. */
const COUNT = 3;

/**
 * Seeds that no student can know: made from the assignment's own words, or from a secret of this project that is drawn once,
 * so that grading again gives the same grades.
 */
export function privateSeeds(projectDir: string, words: string | undefined): number[] {
  const hash = createHash("sha256")
    .update(words ?? secretOf(projectDir))
    .digest();
  return Array.from({ length: COUNT }, (_, i) => 3 + (hash.readUInt32LE(4 * i) % 2 ** 30));
}

function secretOf(projectDir: string): string {
  const path = join(stateFolder(projectDir), "grading-secret");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(path, "utf8");
}
