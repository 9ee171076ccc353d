import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../src/system/process.js";
import { type Mutant, mutated } from "./draw.ts";

/**
 * A checkout of the last commit, in which files are changed one at a time: the working tree is left alone, and what an
 * interrupted run left changed is put back by the next.
 */
export class Tree {
  readonly #projectDir: string;
  readonly #folder: string;

  constructor(projectDir: string, folder: string) {
    this.#projectDir = projectDir;
    this.#folder = folder;
    const commit = git(projectDir, "rev-parse", "HEAD").trim();
    if (!existsSync(folder)) {
      git(projectDir, "worktree", "prune");
      git(projectDir, "worktree", "add", "--detach", folder, commit);
      symlinkSync(join(projectDir, "node_modules"), join(folder, "node_modules"), "junction");
    }
    git(folder, "checkout", "--force", "--detach", commit);
    this.#layProduct();
  }

  /** What is built of the sources, as the project has it. */
  #layProduct(): void {
    const dist = join(this.#folder, "dist");
    rmSync(dist, { recursive: true, force: true });
    cpSync(join(this.#projectDir, "dist"), dist, { recursive: true });
  }

  /** Its programs: those of `src`, and all with which tests come to them. */
  programs(): string[] {
    const files = git(this.#folder, "ls-files", "src", "test", "lessons").trim().split("\n");
    return files.filter((file) => /\.[jt]s$/.test(file) && !file.endsWith(".d.ts"));
  }

  text(file: string): string {
    return readFileSync(join(this.#folder, file), "utf8");
  }

  /**
   * Does something while a file is changed.
   * @param isBuilt whether what is built of it is changed too; a build that fails is left for the tests to find
   * @returns undefined where the file's code is no longer what the mutant changes
   */
  async during<T>(mutant: Mutant, isBuilt: boolean, work: () => Promise<T>): Promise<T | undefined> {
    const text = this.text(mutant.file);
    const changed = mutated(text, mutant);
    if (changed === undefined) return undefined;
    const path = join(this.#folder, mutant.file);
    writeFileSync(path, changed);
    try {
      if (isBuilt) await run(process.execPath, ["src/cli/bootstrap.cjs", "build"], { cwd: this.#folder });
      return await work();
    } finally {
      writeFileSync(path, text);
      if (isBuilt) this.#layProduct();
    }
  }
}

const git = (folder: string, ...args: string[]): string =>
  execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
