// @ts-check
import { delimiter } from "node:path";
import { run } from "../system/process.js";
import { UserError } from "../system/user-error.js";

/**
 * @typedef {object} Python a Python that can carry the project's Jupyter
 * @property {string} executable
 * @property {string} version
 *
 * @typedef {Python & { venv: boolean, pip: boolean }} Found
 *   venv: whether it can make virtual environments with pip inside, pip: whether it has pip itself; Debian leaves out
 *   both unless asked for
 */

/** There is none. */
export class NoPython extends UserError {}

const LEAST = /** @type {const} */ ([3, 10]);
const NEWEST_KNOWN = 15;

/** Runs on Python 2 as well, to be able to name its version. */
const QUESTION = `
import sys
try:
    import venv, ensurepip
    has_venv = "yes"
except ImportError:
    has_venv = "no"
try:
    from importlib.util import find_spec
    has_pip = "yes" if find_spec("pip") else "no"
except ImportError:
    has_pip = "no"
version = ".".join(map(str, sys.version_info[:3]))
sys.stdout.write("|".join([sys.executable or "", version, has_venv, has_pip]))
`;

/**
 * The first Python on the PATH that is new enough and can make a virtual environment, or get what can, by its pip.
 * @param {NodeJS.ProcessEnv} [environment]
 * @param {boolean} [needsVenv]
 * @param {NodeJS.Platform} [platform]
 * @returns {Promise<Found>}
 */
export async function findPython(environment = process.env, needsVenv = true, platform = process.platform) {
  /** @type {Found[]} */
  const seen = [];
  for (const [command, ...args] of candidates(platform)) {
    const found = await ask(command, args, environment);
    if (!found) continue;
    seen.push(found);
    if (isNewEnough(found.version) && (found.venv || found.pip || !needsVenv)) return found;
  }
  throw refusal(seen, environment, platform);
}

/**
 * Names under which a Python is found, the usual one first.
 * @param {NodeJS.Platform} platform
 * @returns {[string, ...string[]][]}
 */
function candidates(platform) {
  if (platform === "win32") return [["python"], ["py", "-3"], ["python3"]];
  const minors = Array.from({ length: NEWEST_KNOWN - LEAST[1] + 1 }, (_, i) => NEWEST_KNOWN - i);
  return [["python3"], ["python"], ...minors.map((minor) => /** @type {[string]} */ ([`python3.${minor}`]))];
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} environment @returns {Promise<Found | undefined>} */
async function ask(command, args, environment) {
  const { code, output } = await run(command, [...args, "-c", QUESTION], { env: environment });
  const [executable, version, venv, pip] = (output.trim().split("\n").at(-1) ?? "").split("|");
  if (code !== 0 || !executable || !version) return undefined;
  return { executable, version, venv: venv === "yes", pip: pip === "yes" };
}

/** @param {string} version */
function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

/** @param {readonly Found[]} seen @param {NodeJS.ProcessEnv} environment @param {NodeJS.Platform} platform */
function refusal(seen, environment, platform) {
  const least = LEAST.join(".");
  const again = "and run the command again";
  const newEnough = seen.find(({ version }) => isNewEnough(version));
  if (newEnough) return withoutVenv(newEnough);
  const [old] = seen;
  if (old)
    return new NoPython(
      `Python ${least} or newer is needed, and the one found is Python ${old.version} (${old.executable})`,
      `Install a newer Python (${installation(platform)}) ${again}.`,
    );
  const places = (environment.PATH ?? "").split(delimiter).length;
  return new NoPython(
    `Python was not found in any of the ${places} folders of the PATH; ${least} or newer is needed for Jupyter`,
    `Install it (${installation(platform)}) ${again}.`,
  );
}

/**
 * A Python can make no virtual environment.
 * @param {Python} python
 */
export function withoutVenv({ version, executable }) {
  const minor = version.split(".").slice(0, 2).join(".");
  return new NoPython(
    `Python ${version} (${executable}) has no venv module`,
    `Install it (on Debian and Ubuntu: sudo apt install python${minor}-venv) and run the command again.`,
  );
}

/** @param {NodeJS.Platform} platform */
function installation(platform) {
  if (platform === "win32") return "from https://www.python.org, with 'Add python.exe to PATH' ticked";
  if (platform === "darwin") return "from https://www.python.org, or: brew install python";
  return "on Debian and Ubuntu: sudo apt install python3 python3-venv; else from https://www.python.org";
}
