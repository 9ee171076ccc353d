import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { inject } from "vitest";
import { jupyterEnvironment, jupyterFolders } from "../../../src/jupyter/environment.js";
import { readExtension } from "../../../src/jupyter/extension.ts";
import { register } from "../../../src/jupyter/register.ts";
import { pythonOf } from "../../../src/jupyter/venv.js";
import { ask, eventually } from "../../setup/project.ts";
import { leaveSharedPages } from "./shared.ts";

const projectDir = resolve(import.meta.dirname, "../../..");

/** The project's Jupyter over a folder of its own, with settings and state of its own. */
export interface Jupyter {
  /** The folder that it shows. */
  readonly folder: string;
  /** An address on the server, with the token; what was open before is forgotten. */
  url(path: string): string;
  /** Writes a notebook into the folder; it is untrusted until it is trusted. */
  write(name: string, notebook: object): void;
  /** Signs a notebook, as the Trust button does. */
  trust(name: string): Promise<void>;
  /** Sets a user setting of JupyterLab, for example its theme. */
  set(plugin: string, settings: object): void;
  /** Ends its kernels, and takes away what was written and set. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

let shared: Promise<Jupyter> | undefined;

/** The Jupyter that the files of tests in this process share, one after another; stopped by one, it is as new for the next. */
export async function sharedJupyter(): Promise<Jupyter> {
  const jupyter = await (shared ??= startJupyter(inject("place")));
  return { ...jupyter, stop: () => leaveSharedPages().then(() => jupyter.clear()) };
}

/** Starts JupyterLab, Notebook and the slides on a free port. */
export async function startJupyter(within = tmpdir()): Promise<Jupyter> {
  const python = process.env["FALL_LINE_TEST_PYTHON"] ?? pythonOf(jupyterFolders(projectDir).venv);
  for (const [path, cure] of [
    [python, "npm test sets it up"],
    [join(projectDir, "dist/labextension/package.json"), "npm run build makes it"],
  ] as const) {
    if (!existsSync(path)) throw new Error(`the browser tests need ${path}; ${cure}`);
  }
  await register(projectDir);
  const place = mkdtempSync(join(within, "fall-line-jupyter-"));
  const folder = join(place, "work");
  const config = join(place, "config");
  const runtime = join(place, "runtime");
  for (const needed of [folder, runtime]) mkdirSync(needed);
  cpSync(jupyterFolders(projectDir).config, config, { recursive: true });
  const notebooks = join(projectDir, "notebooks");
  readExtension(projectDir, notebooks).layInto(join(place, "path/labextensions/fall-line"));
  const token = randomUUID();
  const environment = {
    ...jupyterEnvironment(projectDir),
    JUPYTER_CONFIG_DIR: config,
    JUPYTER_DATA_DIR: join(place, "data"),
    JUPYTER_RUNTIME_DIR: runtime,
    JUPYTER_PATH: [join(place, "path"), jupyterFolders(projectDir).path].join(delimiter),
    JUPYTER_TOKEN: token,
    FALL_LINE_LESSONS: notebooks,
  };
  const log = join(place, "jupyter.log");
  const logFile = openSync(log, "w");
  const server = spawn(
    python,
    [
      join(projectDir, "src/jupyter/serve.py"),
      `--ServerApp.root_dir=${folder}`,
      "--ServerApp.ip=127.0.0.1",
      "--ServerApp.port=0",
      "--ServerApp.open_browser=False",
      "--LabApp.expose_app_in_browser=True",
    ],
    { cwd: folder, env: environment, stdio: ["pipe", logFile, logFile] },
  );
  let stopping = false;
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  void ended.then(() => {
    if (!stopping) console.error(`JupyterLab has ended by itself:\n${readFileSync(log, "utf8")}`);
  });
  let port: string | undefined;
  await eventually(() => (port = portIn(runtime)));
  const url = (path: string): string => `http://127.0.0.1:${port!}/${path}?token=${token}&reset`;
  await eventually(() => ask(new URL(url("")), "/api/status"));
  return {
    folder,
    url,
    write: (name, notebook) => writeFileSync(join(folder, name), JSON.stringify(notebook)),
    trust: async (name) => {
      const { status } = await fetch(url(`api/contents/${name}/trust`), { method: "POST" });
      if (status !== 201) throw new Error(`Jupyter does not trust ${name}: ${status}`);
    },
    set: (plugin, settings) => {
      const [extension, name] = plugin.split(":");
      const path = join(config, "lab/user-settings", extension!);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, `${name!}.jupyterlab-settings`), JSON.stringify(settings));
    },
    clear: async () => {
      await endKernels(url);
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      rmSync(join(config, "lab"), { recursive: true, force: true });
    },
    stop: async () => {
      stopping = true;
      server.stdin!.end();
      await ended;
      rmSync(place, { recursive: true, force: true });
    },
  };
}

async function endKernels(url: (path: string) => string): Promise<void> {
  const kernels = (await (await fetch(url("api/kernels"))).json()) as { id: string }[];
  await Promise.all(kernels.map(({ id }) => fetch(url(`api/kernels/${id}`), { method: "DELETE" })));
}

/** The port that a server has told in its folder, when it has. */
function portIn(runtime: string): string | undefined {
  const told = readdirSync(runtime).find((file) => /^jpserver-\d+\.json$/.test(file));
  return told && /"port": (\d+)/.exec(readFileSync(join(runtime, told), "utf8"))?.[1];
}
