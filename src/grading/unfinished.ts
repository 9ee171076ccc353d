import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { writing } from "../system/user-error.js";
import { type Graded, notGradedIn } from "./grade.ts";
import type { Submission } from "./submission/find.ts";

/** What stands in the first line. */
const HEAD = v.pipe(v.string(), v.parseJson(), v.object({ standard: v.string(), replaces: v.boolean() }));

/**
 * What a batch has graded so far, in a file beside its table: one that was broken off goes on from there, and the file goes
 * with the end of the batch. It counts only for the same standard and for submissions that have not changed since.
 */
export class Unfinished {
  readonly #path: string;
  readonly #standard: string;
  readonly #before = new Map<string, Graded>();
  /** Whether the batch replaces the table of one that was finished: that one stays until the new one is whole. */
  readonly replaces: boolean;

  /** @param table the table of the batch @param standard all that grades depend on besides the submissions */
  constructor(table: string, standard: unknown) {
    this.#path = `${table}.unfinished`;
    this.#standard = digest(JSON.stringify(standard));
    const [first, ...lines] = existsSync(this.#path) ? readFileSync(this.#path, "utf8").split("\n") : [];
    const before = v.safeParse(HEAD, first);
    this.replaces = before.success ? before.output.replaces : existsSync(table);
    if (!before.success || before.output.standard !== this.#standard) {
      const head = { standard: this.#standard, replaces: this.replaces };
      writeFileSync(this.#path, `${JSON.stringify(head)}\n`);
      return;
    }
    for (const line of lines) {
      const kept = keptIn(line);
      if (kept !== undefined) this.#before.set(kept.key, kept.graded);
    }
    // Half a line may stand at the end, where it was broken off.
    appendFileSync(this.#path, "\n");
  }

  /** What was graded of a submission before. */
  of(submission: Submission): Graded | undefined {
    return this.#before.get(keyOf(submission, this.#standard));
  }

  /** Keeps what was graded; what could not be is tried again. */
  add(submission: Submission, graded: Graded): void {
    if (notGradedIn(graded).length > 0) return;
    const line = `${JSON.stringify({ key: keyOf(submission, this.#standard), graded })}\n`;
    writing(this.#path, () => appendFileSync(this.#path, line));
  }

  /** The batch is finished. */
  end(): void {
    rmSync(this.#path, { force: true });
  }
}

function keptIn(line: string): { readonly key: string; readonly graded: Graded } | undefined {
  try {
    const read = JSON.parse(line) as { key?: unknown; graded?: unknown } | null;
    return typeof read?.key === "string" ? (read as { key: string; graded: Graded }) : undefined;
  } catch {
    return undefined;
  }
}

const digest = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The same as long as no file of it has another size or time, and it is graded by the same standard. */
function keyOf({ student, path, within = "" }: Submission, standard: string): string {
  return digest(JSON.stringify([standard, student, path, within, stateOf(path)]));
}

function stateOf(path: string, depth = 0): unknown {
  try {
    const found = lstatSync(path);
    if (!found.isDirectory() || depth > 4) return [found.size, found.mtimeMs];
    return readdirSync(path)
      .sort()
      .map((name) => [name, stateOf(join(path, name), depth + 1)]);
  } catch (error) {
    // Whoever reads it tells what is wrong with it.
    return (error as NodeJS.ErrnoException).code;
  }
}
