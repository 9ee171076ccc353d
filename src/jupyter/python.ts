import { delimiter } from "node:path";
import { run } from "../system/process.js";
import { Trouble } from "../system/trouble.js";

/** A Python that can carry the project's Jupyter. */
export interface Python {
  readonly executable: string;
  readonly version: string;
}

/** There is none. */
export class NoPython extends Trouble {}

interface Found extends Python {
  /** Whether it can make virtual environments with pip inside; Debian leaves that out unless asked for. */
  readonly venv: boolean;
}

const LEAST = [3, 10] as const;
const NEWEST_KNOWN = 15;

/** Runs on Python 2 as well, to be able to name its version. */
const QUESTION = `
import sys
try:
    import venv, ensurepip
    has_venv = "yes"
except ImportError:
    has_venv = "no"
sys.stdout.write("|".join([sys.executable or "", ".".join(map(str, sys.version_info[:3])), has_venv]))
`;

/** The first Python on the PATH that is new enough and can make a virtual environment. */
export async function findPython(
  environment: NodeJS.ProcessEnv = process.env,
  needsVenv = true,
  platform = process.platform,
): Promise<Python> {
  const seen: Found[] = [];
  for (const [command, ...args] of candidates(platform)) {
    const found = await ask(command, args, environment);
    if (!found) continue;
    seen.push(found);
    if (isNewEnough(found.version) && (found.venv || !needsVenv)) return found;
  }
  throw refusal(seen, environment, platform);
}

/** Names under which a Python is found, the usual one first. */
function candidates(platform: NodeJS.Platform): [string, ...string[]][] {
  if (platform === "win32") return [["python"], ["py", "-3"], ["python3"]];
  const minors = Array.from({ length: NEWEST_KNOWN - LEAST[1] + 1 }, (_, i) => NEWEST_KNOWN - i);
  return [["python3"], ["python"], ...minors.map((minor): [string] => [`python3.${minor}`])];
}

async function ask(
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
): Promise<Found | undefined> {
  const { code, output } = await run(command, [...args, "-c", QUESTION], { env: environment });
  const [executable, version, venv] = (output.trim().split("\n").at(-1) ?? "").split("|");
  if (code !== 0 || !executable || !version) return undefined;
  return { executable, version, venv: venv === "yes" };
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1]);
}

function refusal(
  seen: readonly Found[],
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): NoPython {
  const least = LEAST.join(".");
  const again = "and run the command again";
  const withoutVenv = seen.find(({ version }) => isNewEnough(version));
  if (withoutVenv) {
    const minor = withoutVenv.version.split(".").slice(0, 2).join(".");
    return new NoPython(
      `Python ${withoutVenv.version} (${withoutVenv.executable}) has no venv module`,
      `Install it (on Debian and Ubuntu: sudo apt install python${minor}-venv) ${again}.`,
    );
  }
  const [old] = seen;
  if (old) {
    return new NoPython(
      `Python ${least} or newer is needed, and the one found is Python ${old.version} (${old.executable})`,
      `Install a newer Python (${installation(platform)}) ${again}.`,
    );
  }
  const places = (environment["PATH"] ?? "").split(delimiter).length;
  return new NoPython(
    `Python was not found in any of the ${places} folders of the PATH; ${least} or newer is needed for Jupyter`,
    `Install it (${installation(platform)}) ${again}.`,
  );
}

function installation(platform: NodeJS.Platform): string {
  if (platform === "win32") return "from https://www.python.org, with 'Add python.exe to PATH' ticked";
  if (platform === "darwin") return "from https://www.python.org, or: brew install python";
  return "on Debian and Ubuntu: sudo apt install python3 python3-venv; else from https://www.python.org";
}
