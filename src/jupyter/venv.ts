import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines, run } from "../system/process.js";
import type { Progress, Stage } from "../system/progress.js";
import { freshPlace, logFile, swapIn } from "../system/state.js";
import { Trouble } from "../system/trouble.js";
import { jupyterEnvironment, jupyterFolders } from "./environment.ts";
import { findPython, type Python } from "./python.ts";
import { RENEW_SCRIPTS } from "./scripts.ts";

/** The note inside a virtual environment, written when it is complete: what it holds and where it was put. */
interface Note {
  readonly place: string;
  readonly version: string;
  readonly python: string;
  readonly requirements: string;
  /** The test requirements that are installed on top, if they are. */
  readonly tests?: string;
  /** Those of JupyterLite, likewise. */
  readonly lite?: string;
}

const UNREACHABLE =
  /NewConnectionError|ConnectTimeoutError|Failed to establish a new connection|Name or service not known|name resolution|Connection refused|Network is unreachable|Could not connect|error sending request|dns error|ProxyError|Read timed out/i;

/** The Python inside a virtual environment. */
export function pythonOf(venv: string): string {
  return process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}

/**
 * The project's own Jupyter: a virtual environment with the pinned requirements, for `npm test` with those of the
 * tests on top. Nothing is done when it is as it should be; a moved or copied one is put right where it is; anything
 * else (killed, other requirements, its Python gone) is made anew, aside, and moved in when complete.
 * @returns its Python
 */
export async function ensureVenv(projectDir: string, tests: boolean, progress: Progress): Promise<string> {
  const { venv } = jupyterFolders(projectDir);
  const wanted = hashOf(join(projectDir, "src", "jupyter", "requirements.txt"));
  const note = await readNote(venv);
  if (note?.requirements !== wanted) {
    await progress.during("Jupyter", "installing", (stage) => create(projectDir, wanted, stage));
  } else if (note.place !== venv) {
    await progress.during("Jupyter", "moving to this folder", () => settle(venv, note));
  }
  if (tests) await ensureOnTop(projectDir, progress, TESTS);
  return pythonOf(venv);
}

/** Makes the project's own Jupyter, which is there, one that can make JupyterLite sites. @returns its Python */
export async function ensureLite(projectDir: string, progress: Progress): Promise<string> {
  await ensureOnTop(projectDir, progress, LITE);
  return pythonOf(jupyterFolders(projectDir).venv);
}

/** The note, if the environment is whole and its Python is still the one that it was made with. */
async function readNote(venv: string): Promise<Note | undefined> {
  if (!existsSync(noteIn(venv))) return undefined;
  const note = JSON.parse(readFileSync(noteIn(venv), "utf8")) as Note;
  const { output } = await run(pythonOf(venv), ["-c", "import sys; print(sys.version.split()[0])"]);
  const minor = (version: string) => version.trim().split(".").slice(0, 2).join(".");
  return minor(output) === minor(note.version) ? note : undefined;
}

async function create(projectDir: string, requirements: string, stage: Stage): Promise<void> {
  const { venv } = jupyterFolders(projectDir);
  const uv = await hasUv();
  const python = await findPython(process.env, !uv);
  const place = freshPlace(projectDir, "venv");
  const [command, ...args] = uv
    ? [
        "uv",
        "venv",
        "--python",
        python.executable,
        "--no-python-downloads",
        "--seed",
        "--allow-existing",
        place,
      ]
    : [python.executable, "-m", "venv", place];
  const log = logFile(projectDir, "venv.log");
  stage.note(`Python ${python.version}`);
  const { code, output } = await run(command, args, { log, env: jupyterEnvironment(projectDir) });
  if (code !== 0) throw noVenv(python, output, log);
  await install(projectDir, pythonOf(place), ["src/jupyter/requirements.txt"], stage);
  const note = { place, version: python.version, python: python.executable, requirements };
  writeNote(place, note);
  await swapIn(projectDir, place, venv);
  await settle(venv, note);
}

function noVenv(python: Python, output: string, log: string): Trouble {
  const unreachable = UNREACHABLE.test(output);
  return new Trouble(
    `Python ${python.version} (${python.executable}) could not make a virtual environment`,
    unreachable ? "Connect to the internet and run the command again." : `Its whole output is in ${log}.`,
    lastLines(output),
  );
}

/** Puts an environment right that has come to another place: its scripts name the place where they are. */
async function settle(venv: string, note: Note): Promise<void> {
  await run(note.python, ["-m", "venv", "--without-pip", venv]);
  await run(pythonOf(venv), ["-c", RENEW_SCRIPTS]);
  writeNote(venv, { ...note, place: venv });
}

/** What is installed on top of the project's own Jupyter when it is first wanted. */
interface OnTop {
  readonly key: "tests" | "lite";
  readonly title: string;
  readonly file: string;
}

const TESTS: OnTop = { key: "tests", title: "Test tools", file: "test/requirements.txt" };
const LITE: OnTop = { key: "lite", title: "JupyterLite", file: "src/lite/requirements.txt" };

async function ensureOnTop(
  projectDir: string,
  progress: Progress,
  { key, title, file }: OnTop,
): Promise<void> {
  const { venv } = jupyterFolders(projectDir);
  const wanted = hashOf(join(projectDir, file));
  const note = await readNote(venv);
  if (!note || note[key] === wanted) return;
  await progress.during(title, "installing", async (stage) => {
    // Every package of the project's own Jupyter is pinned, so those that are there stay as they are: a JupyterLab may
    // be running from them.
    await install(projectDir, pythonOf(venv), ["src/jupyter/requirements.txt", file], stage);
    writeNote(venv, { ...note, [key]: wanted });
  });
}

async function install(
  projectDir: string,
  python: string,
  files: readonly string[],
  stage: Stage,
): Promise<void> {
  const log = logFile(projectDir, "pip.log");
  const requirements = files.flatMap((file) => ["-r", join(projectDir, file)]);
  const [command, ...args] = (await hasUv())
    ? ["uv", "pip", "install", "--python", python, ...requirements]
    : [
        python,
        "-m",
        "pip",
        "install",
        "--retries=2",
        "--no-input",
        "--disable-pip-version-check",
        ...requirements,
      ];
  const { code, output } = await run(command, args, {
    log,
    env: jupyterEnvironment(projectDir),
    onLine: (line) => stage.note(line),
  });
  if (code === 0) return;
  if (UNREACHABLE.test(output)) {
    throw new Trouble(
      "pip could not reach the Python package index; the first start needs the network",
      "Connect to the internet (behind a proxy: set HTTPS_PROXY) and run the command again.",
    );
  }
  throw new Trouble("pip could not install Jupyter", `Its whole output is in ${log}.`, lastLines(output));
}

async function hasUv(): Promise<boolean> {
  return (await run("uv", ["--version"])).code === 0;
}

function noteIn(venv: string): string {
  return join(venv, "fall-line.json");
}

function writeNote(venv: string, note: Note): void {
  writeFileSync(`${noteIn(venv)}.new`, JSON.stringify(note, undefined, 2));
  renameSync(`${noteIn(venv)}.new`, noteIn(venv));
}

function hashOf(file: string): string {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
