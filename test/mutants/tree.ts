import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Mutant, mutated } from "./draw.ts";

/**
 * A checkout of the last commit, in which files are changed one at a time: the working tree is left alone, and what an
 * interrupted run left changed is put back by the next.
 */
export class Tree {
  readonly #folder: string;

  constructor(projectDir: string, folder: string) {
    this.#folder = folder;
    const commit = git(projectDir, "rev-parse", "HEAD").trim();
    if (!existsSync(folder)) {
      git(projectDir, "worktree", "prune");
      git(projectDir, "worktree", "add", "--detach", folder, commit);
      symlinkSync(join(projectDir, "node_modules"), join(folder, "node_modules"), "junction");
    }
    git(folder, "checkout", "--force", "--detach", commit);
    rmSync(join(folder, "dist"), { recursive: true, force: true });
    cpSync(join(projectDir, "dist"), join(folder, "dist"), { recursive: true });
  }

  /** Its programs: those of `src`, and all with which tests come to them. */
  programs(): string[] {
    const files = git(this.#folder, "ls-files", "src", "test", "lessons").trim().split("\n");
    return files.filter((file) => /\.[jt]s$/.test(file) && !file.endsWith(".d.ts"));
  }

  text(file: string): string {
    return readFileSync(join(this.#folder, file), "utf8");
  }

  /** Does something while a file is changed. @returns undefined where its code is no longer what the mutant changes */
  async during<T>(mutant: Mutant, work: () => Promise<T>): Promise<T | undefined> {
    const text = this.text(mutant.file);
    const changed = mutated(text, mutant);
    if (changed === undefined) return undefined;
    const path = join(this.#folder, mutant.file);
    writeFileSync(path, changed);
    try {
      return await work();
    } finally {
      writeFileSync(path, text);
    }
  }
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
