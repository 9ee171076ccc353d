import { createServer } from "node:net";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { pythonOf } from "../../src/jupyter/venv.ts";
import { ask, eventually, root, withoutNetwork, workbench } from "./project.ts";

const bench = workbench();
const shared = workbench();
let project = "";
const jupyter = pythonOf(join(root, ".fall-line", "venv"));

beforeAll(() => {
  if (!existsSync(jupyter)) throw new Error("the project's Jupyter is missing; run: npm test");
  project = shared.project();
});
afterEach(() => bench.end());
afterAll(() => shared.end());

/** `start` with the Jupyter that is there: what comes after the installation, in seconds. */
function start(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  return bench.fallLine(project, ["start", "--no-browser", "--jupyter", jupyter, ...args], environment);
}

describe("fall-line start", () => {
  it("opens the first lesson behind a token, without the network, and ends whole at Ctrl-C", async () => {
    const program = start([], withoutNetwork(bench.folder()));
    const url = await program.url();
    expect(url.pathname).toMatch(/^\/lab\/tree\/\d\d-.*\.ipynb$/);
    const { content } = (await ask(url, "/api/contents")) as { content: { name: string }[] };
    expect(content.map(({ name }) => name)).toContain(decodeURIComponent(url.pathname.split("/").pop()!));
    expect((await fetch(new URL("/api/contents", url.origin))).status).toBe(403);
    expect(await ask(url, "/api/kernelspecs")).toMatchObject({
      kernelspecs: { "fall-line": { spec: { display_name: "TypeScript (fall-line)" } } },
    });
    program.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.output).toContain("JupyterLab has ended.");
    expect(await ask(url, "/api")).toBeUndefined();
  });

  it("says where the lessons are being served when it is called a second time", async () => {
    const first = start();
    const url = await first.url();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.output).toContain("already serving");
    expect(second.output).toContain(url.href);
  });

  it("takes the server with it when it is killed, and starts again", async () => {
    const first = start();
    const url = await first.url();
    first.kill("SIGKILL");
    await eventually(async () => (await ask(url, "/api")) === undefined);
    await start().url();
  });

  it("keeps a lesson that was changed, and fetches back one that was deleted", async () => {
    const first = start();
    const url = await first.url();
    first.kill("SIGINT");
    await first.ended;
    const lesson = join(project, "work", decodeURIComponent(url.pathname.split("/").pop()!));
    const other = join(project, "work", "03-momentum.ipynb");
    writeFileSync(lesson, "mine");
    rmSync(other);
    await start().url();
    expect(readFileSync(lesson, "utf8")).toBe("mine");
    expect(existsSync(other)).toBe(true);
  });

  it("takes the next port when one is taken, but not when it was asked for by name", async () => {
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) => {
      blocker.once("error", () => resolve(8888)); // Someone else's has the same effect.
      blocker.listen(8888, "127.0.0.1", () => resolve(8888));
    });
    const refused = start(["--port", String(taken)]);
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain("Port 8888 is taken");
    expect(refused.output).toContain("leave --port out");
    const url = await start().url();
    expect(Number(url.port)).toBeGreaterThan(taken);
    blocker.close();
  });

  it("works in a folder of one's own", async () => {
    rmSync(join(project, "work"), { recursive: true, force: true });
    const folder = join(bench.folder(), "Übungen & more");
    await start(["--dir", folder]).url();
    expect(existsSync(join(folder, "01-motivation.ipynb"))).toBe(true);
    expect(existsSync(join(project, "work"))).toBe(false);
  });

  it("opens the lesson in the browser, where there is a screen", async () => {
    const programs = bench.folder();
    writeFileSync(join(programs, "xdg-open"), `#!/bin/sh\necho "$1" > "${programs}/opened"\n`, {
      mode: 0o755,
    });
    const environment = { PATH: `${programs}:${process.env["PATH"]!}`, DISPLAY: ":7" };
    const program = bench.fallLine(project, ["start", "--jupyter", jupyter], environment);
    const url = await program.url();
    await eventually(() => existsSync(join(programs, "opened")));
    await eventually(() => readFileSync(join(programs, "opened"), "utf8") === `${url.href}\n`);
  });

  it("is the kernel's and the extension's registrar for this folder and this Node only", async () => {
    await start().url();
    const spec = join(project, ".fall-line", "jupyter", "path", "kernels", "fall-line", "kernel.json");
    const { argv } = JSON.parse(readFileSync(spec, "utf8")) as { argv: string[] };
    expect(argv[0]).toBe(process.execPath);
    expect(argv.some((word) => word.startsWith(project))).toBe(true);
  });
});

describe("fall-line start where there is no Python", () => {
  it("says so, and serves the lessons as pages that run their cells", async () => {
    const place = shared.project();
    const program = bench.fallLine(place, ["start", "--no-browser"], { PATH: bench.folder() });
    const [, url] = await program.says(/The lessons are at (http:\/\/127\.0\.0\.1:\d+\/)/);
    expect(program.output).toMatch(
      /Python was not found in any of the 1 folders of the PATH.*: the lessons open as pages/,
    );
    await program.says(/To have them in JupyterLab: Install it/);
    const lesson = await (await fetch(new URL("03-momentum.html", url))).text();
    expect(lesson).toContain("comes when you run them");
    expect(lesson).not.toContain("This lesson has been run");
    expect((await fetch(new URL("assets/kernel.js", url))).status).toBe(200);
    expect((await fetch(new URL("../package.json", url))).status).toBe(404);
    program.kill("SIGINT");
    expect(await program.ended).toBe(0);
    expect(program.output).toContain("no longer served");
  });
});
