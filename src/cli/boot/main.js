// @ts-check
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { acquire } from "../../system/lock.js";
import { endAll } from "../../system/process.js";
import { createProgress } from "../../system/progress.js";
import { isPackage, stateFolder, sweep } from "../../system/state.js";
import { UserError } from "../../system/user-error.js";
import { parse } from "./arguments.js";
import { NoPython } from "../../jupyter/python.js";
import { ensureVenv } from "../../jupyter/venv.js";
import { build } from "./build.js";
import { install, isInstalled } from "./install.js";
import { PARTS, stale } from "./parts.js";
import { report } from "./report.js";

export const projectDir = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** @typedef {import("../command.ts").Session} Session */
/** @typedef {import("../command.ts").Stop} Stop */

/**
 * Makes the project ready for a command, then runs it.
 * @param {readonly string[]} args
 */
export async function main(args) {
  const progress = createProgress();
  /** @type {Stop} */
  const stop = { code: 130, farewell: "Stopped. What was not finished is done again the next time." };
  endWithChildren(progress, stop);
  try {
    process.exitCode = await obey(args, progress, stop);
  } catch (error) {
    // What ends because it was told to has nothing to report.
    if (stop.ending) return;
    await endAll();
    report(error);
    process.exitCode = 1;
  }
}

/** @param {readonly string[]} args @param {import("../../system/progress.js").Progress} progress @param {Stop} stop */
async function obey(args, progress, stop) {
  const invocation = parse(args, readCommands());
  if ("help" in invocation) {
    progress.line(invocation.help);
    return 0;
  }
  /** @type {Session} */
  const session = {
    projectDir,
    callerDir: callerDir(),
    progress,
    stop,
    settingUp: () => settingUp(progress),
    build: (parts) => prepare(session, { dev: false, parts }),
  };
  if (invocation.command.name === "start") {
    const { lock, holder } = await take("serving");
    if (holder) return alreadyServing(holder, progress);
    session.serving = lock;
  }
  const needs = needsOf(invocation);
  await prepare(session, needs);
  const isBuilt = needs.parts.length > 0 || isPackage(projectDir);
  const cli = await (isBuilt ? builtCommands() : sourceOfCommands());
  return cli.obey(invocation, session);
}

/**
 * @typedef {object} Needs what must be there before a command runs
 * @property {boolean} dev the packages for development too
 * @property {readonly string[]} parts of dist/, as the sources are now
 * @property {boolean} [jupyter] the project's own Jupyter; it is begun where other things are made, to be ready with them
 */

/** @param {import("./arguments.js").Invocation} invocation @returns {Needs} */
function needsOf({ command: { runs, parts = [], jupyter = false }, options }) {
  const named = typeof parts === "string" ? PARTS : [...ALWAYS, ...parts];
  return {
    dev: false,
    parts: runs === "from source" ? [] : [...named, ...(options.course === undefined ? [] : OF_A_COURSE)],
    jupyter: jupyter && options.jupyter === undefined,
  };
}

/** What every command runs from that is built. */
const ALWAYS = ["commands", "library"];

/** What a course of one's own is made with. */
const OF_A_COURSE = ["kernel"];

/** @returns {Promise<typeof import("../main.ts")>} */
const builtCommands = () => import(pathToFileURL(path.join(projectDir, "dist", "cli.js")).href);

/** For a command that writes sources: it needs no build, and one whose sources do not build stops it from nothing. */
async function sourceOfCommands() {
  process.env.TSX_DISABLE_CACHE = "1";
  const { register } = await import("tsx/esm/api");
  register({ tsconfig: path.join(projectDir, "tsconfig.json") });
  return import("../main.ts");
}

/** @returns {import("./arguments.js").Command[]} */
function readCommands() {
  const text = fs.readFileSync(path.join(projectDir, "src", "cli", "commands.json"), "utf8");
  const commands = /** @type {import("./arguments.js").Command[]} */ (JSON.parse(text));
  return commands.filter(({ project = false }) => !project || !isPackage(projectDir));
}

/**
 * Installs and builds what is needed and not there; what does not wait for the other is done beside it.
 * @param {Pick<Session, "progress" | "settingUp" | "serving">} session @param {Needs} needs
 */
export async function prepare(session, { dev, parts, jupyter = false }) {
  const isReady = () => isInstalled(projectDir, { dev }) && stale(projectDir, parts).length === 0;
  if (isPackage(projectDir) || isReady()) return;
  const done = await session.settingUp();
  const { progress } = session;
  const packages = async () => {
    if (!isInstalled(projectDir, { dev })) {
      if (!session.serving && !isInstalled(projectDir, { dev: false })) await refuseWhileServing();
      await install(projectDir, { dev }, progress);
    }
    await build(projectDir, parts, progress);
  };
  // Where no Python will do, the command says so when it wants one: start has another way then.
  const environment = () =>
    ensureVenv(projectDir, false, progress).catch((/** @type {unknown} */ error) => {
      if (!(error instanceof NoPython)) throw error;
    });
  try {
    await Promise.all([packages(), ...(jupyter ? [environment()] : [])]);
  } finally {
    done();
  }
}

/** @param {string} name */
async function take(name) {
  return acquire(stateFolder(projectDir, "locks"), name);
}

/**
 * Waits for the right to set this project up; gives the way to end it.
 * @param {import("../../system/progress.js").Progress} progress
 */
export async function settingUp(progress) {
  for (;;) {
    const { lock, holder } = await take("setting-up");
    if (lock) {
      sweep(projectDir);
      return () => {
        sweep(projectDir);
        lock.release();
      };
    }
    progress.line(`Process ${holder.pid} is setting this project up; waiting for it.`);
    await holder.gone;
  }
}

/** node_modules cannot be exchanged under a JupyterLab whose kernels run from it; it can be added to. */
async function refuseWhileServing() {
  const { lock, holder } = await take("serving");
  lock?.release();
  if (!holder) return;
  holder.leave();
  throw new UserError(
    `npm packages have to be installed, but process ${holder.pid} is serving lessons from them`,
    "End it (Ctrl-C where npm start runs), then run the command again.",
  );
}

/** @param {import("../../system/lock.js").Holder} holder @param {Pick<import("../../system/progress.js").Progress, "line">} progress */
export function alreadyServing({ pid, about, leave }, progress) {
  leave();
  progress.line(
    about.url
      ? `fall-line is already serving ${about.dir} (process ${pid}). Open ${about.url}`
      : `fall-line is already being started here (process ${pid}); it shows the address when it is ready.`,
  );
  return 0;
}

/** npm runs a package's scripts in the package's folder, and tells where the user was. */
export function callerDir({ npm_lifecycle_event: script, INIT_CWD: from } = process.env) {
  return (script && from) || process.cwd();
}

/**
 * Ctrl-C, a closed terminal and a polite kill end everything that was started.
 * @param {import("../../system/progress.js").Progress} progress
 * @param {Stop} stop
 */
function endWithChildren(progress, stop) {
  /** @type {NodeJS.Signals[]} */
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) {
    process.on(signal, () => {
      if (stop.ending) return;
      stop.ending = true;
      progress.farewell(stop.farewell);
      void endAll().then(() => process.exit(stop.code));
    });
  }
  process.stdout.on("error", () => undefined);
}
