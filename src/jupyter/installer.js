// @ts-check
import { existsSync } from "node:fs";
import { join } from "node:path";
import { lastLines, run } from "../system/process.js";
import { toldLines } from "../system/progress.js";
import { freshPlace, logFile, state, swapIn } from "../system/state.js";
import { UserError } from "../system/user-error.js";
import { jupyterEnvironment } from "./environment.js";
import { inWordsOfUv, pipSettings, pipVariables } from "./pip-settings.js";
import { withoutVenv } from "./python.js";

/** @typedef {import("../system/progress.js").Stage} Stage */
/** @typedef {import("./python.js").Found} Python */

const UNREACHABLE =
  /NewConnectionError|ConnectTimeoutError|Failed to establish a new connection|Name or service not known|name resolution|Connection refused|Network is unreachable|Could not connect|error sending request|dns error|ProxyError|Read timed out/i;

/** What TLS refuses is reached; pip may know the certificate. */
const REFUSED = /certificate/i;

const isUnreachable = (/** @type {string} */ output) => UNREACHABLE.test(output) && !REFUSED.test(output);

/** The Python inside a virtual environment. @param {string} venv */
export function pythonOf(venv) {
  return process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}

/** Whether a uv is on the PATH. */
export const hasUv = async () => (await run("uv", ["--version"])).code === 0;

/**
 * Makes environments and installs into them: uv where it can be had, which takes seconds, else pip. What pip's files and
 * variables say of indexes, proxies and certificates holds for both.
 */
export class Installer {
  #projectDir;
  #stage;
  #env;

  /** @param {string} projectDir @param {Stage} stage */
  constructor(projectDir, stage) {
    this.#projectDir = projectDir;
    this.#stage = stage;
    this.#env = jupyterEnvironment(projectDir);
  }

  /**
   * An environment with what requirements ask for, and with pip.
   * @param {Python} python
   * @param {string} place an empty folder
   * @param {readonly string[]} files
   */
  async make(python, place, files) {
    const own = pythonOf(place);
    // A Python without pip, as Debian's, has it in an environment.
    const byVenv = !python.pip && !(await hasUv());
    if (byVenv) await this.#venv(python, place);
    const uv = await this.#uv(byVenv ? own : python.executable);
    if (uv !== undefined) {
      const options = ["--python", python.executable, "--no-python-downloads", "--allow-existing", place];
      const isMade = byVenv || (await this.#run([uv.program, "venv", ...options], "venv.log")).code === 0;
      if (isMade && (await this.#withUv(uv, own, files))) return;
    }
    if (!byVenv) await this.#venv(python, place);
    await this.#withPip(own, files);
  }

  /**
   * Puts what requirements ask for into an environment.
   * @param {string} python that of the environment
   * @param {readonly string[]} files
   */
  async add(python, files) {
    const uv = await this.#uv(python);
    if (uv !== undefined && (await this.#withUv(uv, python, files))) return;
    await this.#withPip(python, files);
  }

  /** @param {Python} python @param {string} place */
  async #venv(python, place) {
    if (!python.venv) throw withoutVenv(python);
    const { code, output } = await this.#run([python.executable, "-m", "venv", place], "venv.log");
    if (code === 0) return;
    throw new UserError(
      `Python ${python.version} (${python.executable}) could not make a virtual environment`,
      UNREACHABLE.test(output)
        ? "Connect to the internet and run the command again."
        : `Its whole output is in ${logFile(this.#projectDir, "venv.log")}.`,
      lastLines(output),
    );
  }

  /**
   * The uv on the PATH, or one that pip gets, and what it is told; nothing where there is none to be had.
   * @param {string} python one that has pip, if any has
   */
  async #uv(python) {
    const settings = (await pipSettings(python, this.#env)) ?? pipVariables(this.#env);
    const told = inWordsOfUv(settings, this.#env);
    if (told.unknown.length > 0) {
      this.#stage.say(
        `only pip knows its setting ${told.unknown.join(", ")}, so pip installs, which takes longer`,
      );
      return undefined;
    }
    const program = (await hasUv()) ? "uv" : await this.#ownUv(python);
    if (program === undefined) this.#stage.say("uv cannot be had here, so pip installs, which takes longer");
    return program === undefined ? undefined : { program, ...told };
  }

  /** The project's own uv. @param {string} python */
  async #ownUv(python) {
    const requirement = join(this.#projectDir, "src", "jupyter", "uv.txt");
    if (!existsSync(requirement)) return undefined;
    const home = state(this.#projectDir, "uv");
    const program = join(home, "bin", process.platform === "win32" ? "uv.exe" : "uv");
    if ((await run(program, ["--version"])).code === 0) return program;
    const place = freshPlace(this.#projectDir, "uv");
    const options = ["--target", place, "--no-deps", "--only-binary=:all:", ...PIP_OPTIONS];
    const words = [python, "-m", "pip", "install", ...options, "-r", requirement];
    const { code, output } = await this.#run(words, "uv.log");
    if (code !== 0 && isUnreachable(output)) throw unreachable();
    if (code !== 0) return undefined;
    await swapIn(this.#projectDir, place, home);
    return (await run(program, ["--version"])).code === 0 ? program : undefined;
  }

  /**
   * @param {{ program: string, variables: Record<string, string>, options: string[] }} uv
   * @param {string} python
   * @param {readonly string[]} files
   * @returns {Promise<boolean>} whether it is done; it is not where pip may do better
   */
  async #withUv({ program, variables, options }, python, files) {
    const words = [
      "pip",
      "install",
      "--python",
      python,
      ...options,
      "pip",
      ...requirements(this.#projectDir, files),
    ];
    const { code, output } = await this.#run([program, ...words], "pip.log", variables);
    if (code === 0) return true;
    if (isUnreachable(output)) throw unreachable();
    this.#stage.say(
      `uv could not install it (${lastLines(output, 1).trim()}), so pip tries, which takes longer`,
    );
    return false;
  }

  /** @param {string} python @param {readonly string[]} files */
  async #withPip(python, files) {
    const words = ["-m", "pip", "install", ...PIP_OPTIONS, ...requirements(this.#projectDir, files)];
    const { code, output } = await this.#run([python, ...words], "pip.log");
    if (code === 0) return;
    if (UNREACHABLE.test(output)) throw unreachable();
    const log = logFile(this.#projectDir, "pip.log");
    throw new UserError("pip could not install Jupyter", `Its whole output is in ${log}.`, lastLines(output));
  }

  /** @param {string[]} command @param {string} [log] @param {Record<string, string>} [variables] */
  #run([program = "", ...args], log, variables) {
    return run(program, args, {
      env: { ...this.#env, ...variables },
      ...(log && { log: logFile(this.#projectDir, log) }),
      onLine: toldLines(this.#stage, UNREACHABLE),
      onSilence: (seconds) => this.#stage.silent(seconds),
    });
  }
}

const PIP_OPTIONS = ["--retries=2", "--no-input", "--disable-pip-version-check"];

/** @param {string} projectDir @param {readonly string[]} files */
const requirements = (projectDir, files) => files.flatMap((file) => ["-r", join(projectDir, file)]);

const unreachable = () =>
  new UserError(
    "pip could not reach the Python package index; the first start needs the network",
    "Connect to the internet (behind a proxy: set HTTPS_PROXY) and run the command again.",
  );
