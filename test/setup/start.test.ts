import { createServer } from "node:net";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pythonOf } from "../../src/jupyter/venv.js";
import { ask, eventually, type Program, root, withoutNetwork, workbench } from "./project.ts";

const shared = workbench();
let project = "";
const jupyter = pythonOf(join(root, ".fall-line", "venv"));

beforeAll(() => {
  if (!existsSync(jupyter)) throw new Error("the project's Jupyter is missing; run: npm test");
  project = shared.project();
});
afterAll(() => shared.end());

/** `start` with the Jupyter that is there: what comes after the installation, in seconds. */
function start(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  return shared.fallLine(project, ["start", "--no-browser", "--jupyter", jupyter, ...args], environment);
}

/** The file of the lesson that an address opens. */
const lessonOf = (url: URL) => decodeURIComponent(url.pathname.split("/").pop()!);

describe("fall-line start", () => {
  let first: Program;
  let url: URL;
  beforeAll(async () => {
    first = start([], withoutNetwork(shared.folder()));
    url = await first.url();
  });

  it("opens the first lesson behind a token, without the network", async () => {
    expect(url.pathname).toMatch(/^\/lab\/tree\/\d\d-.*\.ipynb$/);
    const { content } = (await ask(url, "/api/contents")) as { content: { name: string }[] };
    expect(content.map(({ name }) => name)).toContain(lessonOf(url));
    expect((await fetch(new URL("/api/contents", url.origin))).status).toBe(403);
    expect(await ask(url, "/api/kernelspecs")).toMatchObject({
      kernelspecs: { "fall-line": { spec: { display_name: "TypeScript (fall-line)" } } },
    });
  });

  it("is the kernel's and the extension's registrar for this folder and this Node only", () => {
    const spec = join(project, ".fall-line", "jupyter", "path", "kernels", "fall-line", "kernel.json");
    const { argv } = JSON.parse(readFileSync(spec, "utf8")) as { argv: string[] };
    expect(argv[0]).toBe(process.execPath);
    expect(argv.some((word) => word.startsWith(project))).toBe(true);
  });

  it("says where the lessons are being served when it is called a second time", async () => {
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.output).toContain("already serving");
    expect(second.output).toContain(url.href);
  });

  it("ends whole at Ctrl-C", async () => {
    first.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(first.output).toContain("JupyterLab has ended.");
    expect(await ask(url, "/api")).toBeUndefined();
  });
});

describe("fall-line start where one has worked before, and port 8888 is taken", () => {
  const blocker = createServer();
  let lesson = "";
  let other = "";
  let again: Program;
  let url: URL;
  beforeAll(async () => {
    const work = join(project, "work");
    lesson = join(work, "01-motivation.ipynb");
    other = join(work, "03-momentum.ipynb");
    mkdirSync(work, { recursive: true });
    writeFileSync(lesson, "mine");
    rmSync(other, { force: true });
    await new Promise<void>((resolve) => {
      blocker.once("error", () => resolve()); // Someone else's has the same effect.
      blocker.listen(8888, "127.0.0.1", resolve);
    });
    again = start();
    url = await again.url();
  });
  afterAll(() => blocker.close());

  it("keeps a lesson that was changed, and fetches back one that was deleted", () => {
    expect(readFileSync(lesson, "utf8")).toBe("mine");
    expect(existsSync(other)).toBe(true);
  });

  it("takes the next port", () => {
    expect(Number(url.port)).toBeGreaterThan(8888);
  });

  it("takes the server with it when it is killed", async () => {
    again.kill("SIGKILL");
    await eventually(async () => (await ask(url, "/api")) === undefined);
  });

  it("takes no other port than the one that was asked for by name", async () => {
    const refused = start(["--port", "8888"]);
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain("Port 8888 is taken");
    expect(refused.output).toContain("leave --port out");
  });
});

describe("fall-line start after it was killed, with a folder of one's own and a screen", () => {
  let folder = "";
  let programs = "";
  let url: URL;
  beforeAll(async () => {
    rmSync(join(project, "work"), { recursive: true, force: true });
    folder = join(shared.folder(), "Übungen & more");
    programs = shared.folder();
    writeFileSync(join(programs, "xdg-open"), `#!/bin/sh\necho "$1" > "${programs}/opened"\n`, {
      mode: 0o755,
    });
    const environment = { PATH: `${programs}:${process.env["PATH"]!}`, DISPLAY: ":7" };
    const words = ["start", "--jupyter", jupyter, "--dir", folder];
    url = await shared.fallLine(project, words, environment).url();
  });

  it("works in that folder", () => {
    expect(existsSync(join(folder, "01-motivation.ipynb"))).toBe(true);
    expect(existsSync(join(project, "work"))).toBe(false);
  });

  it("opens the lesson in the browser", async () => {
    await eventually(() => existsSync(join(programs, "opened")));
    await eventually(() => readFileSync(join(programs, "opened"), "utf8") === `${url.href}\n`);
  });
});
