import { randomBytes } from "node:crypto";
import { closeSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openPrivateFile } from "../system/folders.js";
import { endTree, lastLines, start } from "../system/process.js";
import { logFile } from "../system/state.js";
import { UserError } from "../system/user-error.js";
import { jupyterEnvironment } from "./environment.js";
import { choosePort } from "./ports.ts";

/** A JupyterLab that answers. */
export interface LabServer {
  /** The address of its start page or of a file in it, with the token that lets the browser in. */
  readonly urlOf: (file: string) => string;
  /** Settles when the server has ended. */
  readonly ended: Promise<void>;
}

/** Which JupyterLab to run, where. */
export interface LabOptions {
  readonly projectDir: string;
  readonly python: string;
  /** The folder that it shows. */
  readonly folder: string;
  /** The lessons as they are handed out: notebooks that say what these do are trusted. */
  readonly lessons: string;
  /** Where Jupyter finds the kernel of a course of its own. */
  readonly kernels?: string | undefined;
  /** The port to serve on, and no other; without it, the first free one. */
  readonly asked: string | undefined;
  /** What this machine is called besides: requests by any other name are refused. */
  readonly hosts?: readonly string[];
}

const PATIENCE = 60_000;
const ATTEMPTS = 5;

/** What JupyterLab says when it ends because its port is taken. */
const TAKEN = /port \d+ is (already in use|not available)/i;

/**
 * Starts JupyterLab on this machine's own address, behind a token, and waits until it answers. It ends with this
 * process, however this process ends.
 */
export async function startServer(options: LabOptions): Promise<LabServer> {
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(options.asked);
    try {
      return await serveOn(port, options);
    } catch (error) {
      // Between finding a port free and listening on it, another program may take it: then the next one will do.
      const taken = error instanceof UserError && TAKEN.test(error.detail ?? "");
      if (options.asked !== undefined || !taken || attempt === ATTEMPTS) throw error;
    }
  }
}

async function serveOn(
  port: number,
  { projectDir, python, folder, lessons, kernels, hosts = [] }: LabOptions,
): Promise<LabServer> {
  const token = randomBytes(24).toString("hex");
  const log = logFile(projectDir, "jupyter.log");
  const output = openPrivateFile(log);
  const child = start(
    python,
    [
      join(projectDir, "src", "jupyter", "serve.py"),
      `--ServerApp.root_dir=${folder}`,
      "--ServerApp.ip=127.0.0.1",
      `--ServerApp.port=${port}`,
      "--ServerApp.port_retries=0",
      "--ServerApp.open_browser=False",
      ...(hosts.length > 0 ? [`--ServerApp.local_hostnames=${JSON.stringify(["localhost", ...hosts])}`] : []),
    ],
    {
      cwd: folder,
      env: {
        ...jupyterEnvironment(projectDir, { kernels }),
        JUPYTER_TOKEN: token,
        FALL_LINE_LESSONS: lessons,
      },
      // Standard input is the line on which the server hears that we are gone.
      stdio: ["pipe", output, output],
    },
  );
  closeSync(output);
  const ended = new Promise<void>((resolve) => {
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });
  const base = `http://127.0.0.1:${port}`;
  if (!(await answers(`${base}/api/status?token=${token}`, ended))) {
    endTree(child);
    await ended;
    throw new UserError(
      "JupyterLab did not start",
      `Its whole output is in ${log}.`,
      lastLines(readFileSync(log, "utf8")),
    );
  }
  const urlOf = (file: string) =>
    `${base}/lab${file === "" ? "" : `/tree/${encodeURIComponent(file)}`}?token=${token}`;
  return { urlOf, ended };
}

/**
 * Asks until the server lets us in; false when it has ended, or has taken too long. Another server that was quicker to
 * take the port does not know our token: ours will end.
 */
async function answers(url: string, ended: Promise<void>): Promise<boolean> {
  const gone = ended.then(() => false);
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const answer = fetch(url).then(
      ({ ok }) => ok || undefined,
      () => undefined,
    );
    const result = await Promise.race([answer, gone]);
    if (result !== undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
