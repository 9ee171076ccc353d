import { createServer } from "node:net";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { pythonOf } from "../../src/jupyter/venv.ts";
import { ask, eventually, root, withoutNetwork, workbench } from "./project.ts";

const bench = workbench();
const jupyter = pythonOf(join(root, ".fall-line", "venv"));

beforeAll(() => {
  if (!existsSync(jupyter)) throw new Error("the project's Jupyter is missing; run: npm test");
});
afterEach(() => bench.end(), 60_000);

/** `start` with the Jupyter that is there: what comes after the installation, in seconds. */
function start(project: string, args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}) {
  return bench.fallLine(project, ["start", "--no-browser", "--jupyter", jupyter, ...args], environment);
}

describe("fall-line start", { timeout: 60_000 }, () => {
  it("opens the first lesson behind a token, without the network, and ends whole at Ctrl-C", async () => {
    const project = bench.project();
    const program = start(project, [], withoutNetwork(bench.folder()));
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
    const project = bench.project();
    const first = start(project);
    const url = await first.url();
    const second = start(project);
    expect(await second.ended).toBe(0);
    expect(second.output).toContain("already serving");
    expect(second.output).toContain(url.href);
  });

  it("takes the server with it when it is killed, and starts again", async () => {
    const project = bench.project();
    const first = start(project);
    const url = await first.url();
    first.kill("SIGKILL");
    await eventually(async () => (await ask(url, "/api")) === undefined);
    await start(project).url();
  });

  it("keeps a lesson that was changed, and fetches back one that was deleted", async () => {
    const project = bench.project();
    const first = start(project);
    const url = await first.url();
    first.kill("SIGINT");
    await first.ended;
    const lesson = join(project, "work", decodeURIComponent(url.pathname.split("/").pop()!));
    const other = join(project, "work", "03-momentum.ipynb");
    writeFileSync(lesson, "mine");
    rmSync(other);
    await start(project).url();
    expect(readFileSync(lesson, "utf8")).toBe("mine");
    expect(existsSync(other)).toBe(true);
  });

  it("takes the next port when one is taken, but not when it was asked for by name", async () => {
    const project = bench.project();
    const blocker = createServer();
    const taken = await new Promise<number>((resolve) => {
      blocker.once("error", () => resolve(8888)); // Someone else's has the same effect.
      blocker.listen(8888, "127.0.0.1", () => resolve(8888));
    });
    const refused = start(project, ["--port", String(taken)]);
    expect(await refused.ended).toBe(1);
    expect(refused.output).toContain("Port 8888 is taken");
    expect(refused.output).toContain("leave --port out");
    const url = await start(project).url();
    expect(Number(url.port)).toBeGreaterThan(taken);
    blocker.close();
  });

  it("works in a folder of one's own", async () => {
    const project = bench.project();
    const folder = join(bench.folder(), "Übungen & more");
    await start(project, ["--dir", folder]).url();
    expect(existsSync(join(folder, "01-motivation.ipynb"))).toBe(true);
    expect(existsSync(join(project, "work"))).toBe(false);
  });

  it("is the kernel's and the extension's registrar for this folder and this Node only", async () => {
    const project = bench.project();
    await start(project).url();
    const spec = join(project, ".fall-line", "jupyter", "path", "kernels", "fall-line", "kernel.json");
    const { argv } = JSON.parse(readFileSync(spec, "utf8")) as { argv: string[] };
    expect(argv[0]).toBe(process.execPath);
    expect(argv.some((word) => word.startsWith(project))).toBe(true);
  });
});
