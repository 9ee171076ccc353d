/** JupyterHub with an installation of the project, on this machine alone. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { type Kernel, KernelManager, ServerConnection } from "@jupyterlab/services";
import { ownProduct } from "../../../src/course/product.ts";
import { install } from "../../../src/jupyter/install/install.ts";
import { nodeFor } from "../../../src/jupyter/install/node.ts";
import { prefixPlaces } from "../../../src/jupyter/install/places.ts";
import { eventually, root } from "../project.ts";

const PROXY = "configurable-http-proxy@5.3.0";

/** A Python and a Node that every user may run. */
const PYTHON = process.env["FALL_LINE_HUB_PYTHON"] ?? "/usr/bin/python3";
const NODE = process.env["FALL_LINE_HUB_NODE"] ?? process.execPath;

export interface Hub {
  readonly url: string;
  /** The prefix that fall-line is installed into. */
  readonly prefix: string;
  /** Asks the hub, or a server behind it, as the tests' own service or with another token. */
  ask(path: string, options?: { method?: string; body?: object; token?: string }): Promise<Response>;
  /** Starts a user's server, and waits until it answers; `idle` is after how many seconds an idle kernel ends. */
  start(user: string, options?: { readonly idle?: number }): Promise<void>;
  stop(user: string): Promise<void>;
  /** Starts the kernel of a notebook, as JupyterLab does when it opens one. */
  openLesson(user: string, path: string): Promise<Kernel.IModel>;
  /** Speaks to a kernel, until `leave`. */
  speakTo(user: string, kernel: Kernel.IModel): { kernel: Kernel.IKernelConnection; leave: () => void };
  /** A token of a user's own. */
  tokenOf(user: string): Promise<string>;
  /** Stops servers that nobody has used for a second, as the service of the hub does after an hour. */
  cull(until: () => boolean): Promise<void>;
  /** Installs the project again, with a lesson to which words were added. */
  update(lesson: string, words: string): Promise<void>;
  log(): string;
  end(): Promise<void>;
}

/** Installs everything into a folder that every user can read, and starts the hub. Needs the network. */
export async function startHub(users: readonly string[], snapshot: boolean): Promise<Hub> {
  const place = mkdtempSync(join(tmpdir(), "fall-line-hub-"));
  chmodSync(place, 0o755);
  const prefix = join(place, "jupyter");
  const python = join(prefix, "bin", "python");
  execFileSync(PYTHON, ["-m", "venv", "--without-pip", prefix]);
  pip(python, ["-r", join(root, "src", "hub", "requirements.txt")]);
  execFileSync("npm", ["install", "--prefix", join(place, "proxy"), "--no-audit", "--no-fund", PROXY], {
    stdio: "ignore",
  });
  const node = await nodeFor(NODE, true);
  const installFrom = (notebooks: string): Promise<unknown> =>
    install({
      ...{ projectDir: root, product: { ...ownProduct(root), notebooks } },
      ...{ places: prefixPlaces(prefix), node, snapshot },
    });
  await installFrom(join(root, "notebooks"));

  const leftOut = readFileSync(join(root, "src", "hub", "left-out.txt"), "utf8")
    .trim()
    .split("\n");
  execFileSync(join(prefix, "bin", "jupyter"), ["labextension", "disable", ...leftOut], { stdio: "ignore" });

  const port = 20_000 + 10 * Math.floor(Math.random() * 3000);
  const token = randomBytes(16).toString("hex");
  const state = join(place, "state");
  mkdirSync(state, { mode: 0o700 });
  const environment = {
    ...process.env,
    PATH: [join(prefix, "bin"), "/usr/local/bin", "/usr/bin", "/bin"].join(delimiter),
    HUB_CONFIG: join(root, "src", "hub", "jupyterhub_config.py"),
    HUB_PLACE: state,
    HUB_PORT: String(port),
    HUB_PROXY: join(place, "proxy", "node_modules", ".bin", "configurable-http-proxy"),
    HUB_TOKEN: token,
  };
  const log = join(state, "hub.log");
  const logFile = openSync(log, "w");
  const hub = spawn(
    join(prefix, "bin", "jupyterhub"),
    ["-f", join(root, "test", "setup", "hub", "hub_config.py")],
    { cwd: state, env: environment, stdio: ["ignore", logFile, logFile] },
  );
  const url = `http://127.0.0.1:${port}`;
  const ask: Hub["ask"] = (path, { method = "GET", body, token: other = token } = {}) =>
    askAlone(`${url}${path}`, method, other, body);
  const answers = (path: string) =>
    ask(path).then(
      ({ ok }) => ok,
      () => false,
    );
  await eventually(() => answers("/hub/api/"));
  for (const user of users) await ask(`/hub/api/users/${user}`, { method: "POST" });
  return {
    url,
    prefix,
    ask,
    async start(user, body = {}) {
      const isRunning = () => answers(`/user/${user}/api/status`);
      // While the one before is still being stopped, the hub refuses.
      const isAccepted = async () =>
        (await ask(`/hub/api/users/${user}/server`, { method: "POST", body })).ok || (await isRunning());
      await eventually(isAccepted);
      await eventually(isRunning);
    },
    async stop(user) {
      await ask(`/hub/api/users/${user}/server`, { method: "DELETE" });
      await eventually(async () => !(await answers(`/user/${user}/api/status`)));
    },
    async openLesson(user, path) {
      const body = { path, name: path, type: "notebook", kernel: { name: "fall-line" } };
      const answer = await ask(`/user/${user}/api/sessions`, { method: "POST", body });
      return ((await answer.json()) as { kernel: Kernel.IModel }).kernel;
    },
    speakTo(user, model) {
      const serverSettings = ServerConnection.makeSettings({
        baseUrl: `${url}/user/${user}/`,
        wsUrl: `${url.replace("http", "ws")}/user/${user}/`,
        token,
        appendToken: true,
      });
      const manager = new KernelManager({ serverSettings, standby: "never" });
      const kernel = manager.connectTo({ model });
      const leave = (): void => {
        kernel.dispose();
        manager.dispose();
      };
      return { kernel, leave };
    },
    async tokenOf(user) {
      const answer = await ask(`/hub/api/users/${user}/tokens`, { method: "POST", body: {} });
      return ((await answer.json()) as { token: string }).token;
    },
    async cull(until) {
      const culler = spawn(python, ["-m", "jupyterhub_idle_culler", "--timeout=1", "--cull-every=1"], {
        env: {
          ...environment,
          JUPYTERHUB_API_TOKEN: token,
          JUPYTERHUB_API_URL: `http://127.0.0.1:${port + 1}/hub/api`,
        },
        stdio: ["ignore", logFile, logFile],
      });
      await eventually(until).finally(() => culler.kill());
    },
    async update(lesson, words) {
      const notebooks = join(place, "notebooks");
      cpSync(join(root, "notebooks"), notebooks, { recursive: true });
      const file = join(notebooks, lesson);
      const { cells, ...rest } = JSON.parse(readFileSync(file, "utf8")) as { cells: object[] };
      const added = { cell_type: "markdown", id: "added", metadata: {}, source: [words] };
      writeFileSync(file, JSON.stringify({ ...rest, cells: [...cells, added] }));
      await installFrom(notebooks);
    },
    log: () => readFileSync(log, "utf8"),
    async end() {
      await ended(hub);
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** On a socket of its own: the proxy closes those that nobody has used for a while. */
async function askAlone(url: string, method: string, token: string, body?: object): Promise<Response> {
  const sent = request(url, { method, agent: false, headers: { Authorization: `token ${token}` } });
  sent.end(body && JSON.stringify(body));
  const [answer] = (await once(sent, "response")) as [IncomingMessage];
  return new Response((await text(answer)) || null, { status: answer.statusCode! });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** The packages for a Python that needs no pip of its own. */
function pip(python: string, args: readonly string[]): void {
  const ours = join(root, ".fall-line", "venv", "bin", "python");
  if (!existsSync(ours)) throw new Error(`the test of the hub needs ${ours}; npm test sets it up`);
  execFileSync(ours, [
    "-m",
    "pip",
    "--python",
    python,
    "install",
    "--quiet",
    "--disable-pip-version-check",
    ...args,
  ]);
}
