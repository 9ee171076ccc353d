// @ts-check
import { delimiter, join } from "node:path";
import { state } from "../system/state.js";

/**
 * Where the project's own Jupyter keeps what: everything inside `<project>/.fall-line`.
 * @param {string} projectDir
 */
export function jupyterFolders(projectDir) {
  const inJupyter = (/** @type {string} */ name) => state(projectDir, "jupyter", name);
  return {
    venv: state(projectDir, "venv"),
    config: inJupyter("config"),
    data: inJupyter("data"),
    runtime: inJupyter("runtime"),
    /** The JUPYTER_PATH: our kernel and our front-end extension. */
    path: inJupyter("path"),
  };
}

/**
 * What makes papermill know the kernel, for any Python that finds packages there.
 * @param {string} projectDir
 */
export function papermillFolder(projectDir) {
  return join(projectDir, "src", "jupyter", "papermill");
}

/**
 * What would lead the project's Python or Jupyter to other packages and other people's settings, or have it compile its
 * packages at every start.
 */
const FOREIGN =
  /^(PYTHONHOME|PYTHONPATH|PYTHONSTARTUP|PYTHONDONTWRITEBYTECODE|VIRTUAL_ENV|JUPYTER.*|JPY_.*|INIT_CWD|npm_.*)$/i;

/**
 * The whole environment in which to run a Jupyter for this project: it reads and writes the project's own folders
 * and nothing of the user's.
 * @param {string} projectDir
 * @param {{ readonly base?: Readonly<Record<string, string | undefined>>, readonly kernels?: string | undefined }} [options]
 *   kernels: a folder whose kernels come before the project's
 * @returns {Record<string, string>}
 */
export function jupyterEnvironment(projectDir, { base = process.env, kernels } = {}) {
  const folders = jupyterFolders(projectDir);
  /** @type {Record<string, string>} */
  const environment = {};
  for (const [name, value] of Object.entries(base)) {
    if (value !== undefined && !FOREIGN.test(name)) environment[name] = value;
  }
  return {
    ...environment,
    JUPYTER_CONFIG_DIR: folders.config,
    JUPYTER_DATA_DIR: folders.data,
    JUPYTER_RUNTIME_DIR: folders.runtime,
    JUPYTER_PATH: kernels === undefined ? folders.path : [kernels, folders.path].join(delimiter),
    IPYTHONDIR: join(folders.data, "ipython"),
    MPLCONFIGDIR: join(folders.data, "matplotlib"),
    PYTHONPATH: papermillFolder(projectDir),
    PYTHONNOUSERSITE: "1",
    PYTHONUTF8: "1",
  };
}
