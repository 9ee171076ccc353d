import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { PATIENCE } from "../patience.ts";

/** What a killed program began may write for a moment longer: a folder is taken away when nobody writes there. */
const REMOVED = { recursive: true, force: true, maxRetries: 10, retryDelay: 500 };

/** The project that is under test. */
export const root = resolve(import.meta.dirname, "..", "..");

/** The PATH with the uv that the project has got for itself, where it has: pip takes ten times as long to make an environment. */
export const withUv = (): string =>
  [join(root, ".fall-line", "uv", "bin"), process.env["PATH"]].join(delimiter);

/** A closed port in the place of every package registry, and a home without caches: no network. */
export function withoutNetwork(home: string): NodeJS.ProcessEnv {
  return {
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: join(home, "npm"),
    PIP_INDEX_URL: "http://127.0.0.1:9/simple",
    PIP_FIND_LINKS: "",
    PIP_NO_CACHE_DIR: "1",
    UV_INDEX_URL: "http://127.0.0.1:9/simple",
    UV_OFFLINE: "1",
  };
}

/** Copies a folder whose files are replaced when they change, and never written into: links to them will do. */
export function copyByLinks(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [old, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyByLinks(old, copy);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(old), copy);
    else linkOrCopy(old, copy);
  }
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Another disk, or one without links.
    if (!["EXDEV", "EPERM", "EMLINK"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
    copyFileSync(from, to);
  }
}

/** Folders and programs that one test uses; `end` takes all of them away again. */
export function workbench() {
  const folders: string[] = [];
  const programs: Program[] = [];
  return {
    folder(name = "fall-line-"): string {
      const folder = mkdtempSync(join(tmpdir(), name));
      folders.push(folder);
      return folder;
    },
    /** A copy of the project, in a path as users have them, ready to start but without a Jupyter. */
    project({ built = true, installed = true } = {}): string {
      const project = join(this.folder(), "my lessons é");
      mkdirSync(project);
      const files = ["LICENSE", "package.json", "package-lock.json", "tsconfig.json"];
      const parts = [...files, "src", "notebooks", "lessons"];
      for (const part of built ? [...parts, "dist"] : parts) {
        // A start-up snapshot fits the folder that it was made in, and no other.
        const filter = (file: string) => !file.endsWith(".blob");
        cpSync(join(root, part), join(project, part), { recursive: true, filter });
      }
      if (installed) symlinkSync(join(root, "node_modules"), join(project, "node_modules"), "junction");
      return project;
    },
    /** The project as git has it: a fresh clone, in a path as users have them. */
    clone(): string {
      const project = join(this.folder(), "my lessons é");
      const files = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
      for (const file of files.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
        cpSync(join(root, file), join(project, file));
      }
      return project;
    },
    /** The command line of a project. */
    fallLine(project: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}): Program {
      return this.program(process.execPath, [join(project, "src", "cli", "bootstrap.cjs"), ...args], {
        cwd: project,
        env: { ...cleanEnvironment(), ...environment },
      });
    },
    /** A tool for development, as the scripts of package.json run it. */
    tool(project: string, ...args: readonly string[]): Program {
      return this.program(process.execPath, [join(project, "src", "cli", "boot", "tool.js"), ...args], {
        cwd: project,
        env: cleanEnvironment(),
      });
    },
    program(command: string, args: readonly string[], options: Parameters<typeof spawn>[2]): Program {
      const program = new Program(spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] }));
      programs.push(program);
      return program;
    },
    async end(): Promise<void> {
      for (const program of programs) program.kill("SIGTERM");
      await Promise.all(programs.map(({ ended }) => ended));
      for (const folder of folders) rmSync(folder, REMOVED);
      programs.length = folders.length = 0;
    },
  };
}

/** What the test run itself got from npm must not reach the programs that it tries. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(npm_|INIT_CWD|FALL_LINE_|VITEST|NODE_ENV|TEST|CI$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/** A program that is running. */
export class Program {
  output = "";
  /** Settles with the exit code. */
  readonly ended: Promise<number | null>;
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    this.#child = child;
    const take = (text: string) => (this.output += text);
    child.stdout?.setEncoding("utf8").on("data", take);
    child.stderr?.setEncoding("utf8").on("data", take);
    this.ended = new Promise((resolve) => {
      child.once("error", () => resolve(null));
      child.once("close", resolve);
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Waits until the output matches, and gives the match; fails when the program ends before. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const ended = this.ended.then(() => "ended");
    for (;;) {
      const pause = new Promise((resolve) => setTimeout(resolve, 20));
      const now = await Promise.race([ended, pause]);
      const match = pattern.exec(this.output);
      if (match) return match;
      if (now === "ended") throw new Error(`it ended without saying ${String(pattern)}:\n${this.output}`);
    }
  }

  /** Waits until JupyterLab's address is shown, and gives it. */
  async url(): Promise<URL> {
    const [url] = await this.says(/http:\/\/127\.0\.0\.1:\d+\/lab\S*token=\w+/);
    return new URL(url);
  }
}

/** How many processes have their working folder in this one; undefined where the system does not tell. */
export function workersIn(folder: string): number | undefined {
  if (process.platform !== "linux") return undefined;
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && placeOf(name).startsWith(folder)).length;
}

function placeOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // It has ended, or is another user's.
    return "";
  }
}

/** Asks a JupyterLab something; undefined when nobody answers. */
export async function ask(url: URL, path: string): Promise<unknown> {
  const token = url.searchParams.get("token") ?? "";
  try {
    const response = await fetch(new URL(`${path}?token=${token}`, url.origin));
    return await response.json();
  } catch {
    return undefined;
  }
}

/** Waits until a condition holds; fails after a while. */
export async function eventually(holds: () => unknown, milliseconds = PATIENCE): Promise<void> {
  const deadline = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`it did not come true in ${milliseconds / 1000} s: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
