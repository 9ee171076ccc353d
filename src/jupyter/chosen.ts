import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { run } from "../system/process.js";
import { UserError } from "../system/user-error.js";
import { jupyterEnvironment } from "./environment.js";

/** The JupyterLab that the front-end extension and the opening of a lesson were tried with. */
const MAJOR = 4;

const QUESTION = `
from importlib.metadata import version
print("JupyterLab", version("jupyterlab"))
`;

/**
 * The Python of a Jupyter that the user chose: given as its folder (a virtual or conda environment), its Python, or
 * its jupyter command.
 */
export async function pythonOfChosen(path: string, projectDir: string): Promise<string> {
  if (!existsSync(path))
    throw new UserError(
      `--jupyter: there is nothing at ${path}`,
      "Give the path that `which jupyter` prints.",
    );
  const python = pythonBeside(realpathSync(path), path);
  const answer = python && (await run(python, ["-c", QUESTION], { env: jupyterEnvironment(projectDir) }));
  const version = answer ? /JupyterLab (\S+)/.exec(answer.output)?.[1] : undefined;
  const cure =
    "Give the path of a Jupyter with JupyterLab 4, or leave --jupyter out: fall-line brings its own.";
  if (!python || version === undefined)
    throw new UserError(`--jupyter: there is no JupyterLab in ${path}`, cure);
  if (parseInt(version, 10) !== MAJOR)
    throw new UserError(`--jupyter: JupyterLab 4 is needed, and ${path} has JupyterLab ${version}`, cure);
  return python;
}

/** The Python of an environment, of a Python itself or of one of its programs; its real path, and the one that was given. */
export function pythonBeside(real: string, given: string): string | undefined {
  if (statSync(real).isDirectory())
    return firstThere([
      join(real, "bin", "python"),
      join(real, "Scripts", "python.exe"),
      join(real, "python.exe"),
    ]);
  // A virtual environment's python is a link to the system's, which knows nothing of the environment.
  if (/^python[\d.]*(\.exe)?$/.test(basename(given))) return given;
  const folder = dirname(real);
  const names = ["python", "python3", "python.exe", join("..", "python.exe")];
  return interpreterOf(real) ?? firstThere(names.map((name) => join(folder, name)));
}

/** The Python that a script names in its first line. */
function interpreterOf(script: string): string | undefined {
  const [first = ""] = readFileSync(script, "latin1").slice(0, 500).split("\n");
  const named = /^#!\s*(\S*python[\d.]*)\s*$/.exec(first)?.[1];
  return named !== undefined && existsSync(named) ? named : undefined;
}

function firstThere(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path));
}
