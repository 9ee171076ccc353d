import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { ask, eventually, root, withoutNetwork, workbench, type Program } from "./project.ts";

const bench = workbench();
afterEach(() => bench.end());

/** A home and a temporary folder where everything that is written shows; only the caches are the real ones. */
function emptyHome() {
  const home = bench.folder("home-");
  const temporary = bench.folder("tmp-");
  const environment = {
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TEMP: temporary,
    npm_config_cache: process.env["npm_config_cache"] ?? join(homedir(), ".npm"),
    // pip asks rustc for its version, and rustup's stand-in for rustc makes itself a folder where there is none.
    RUSTUP_HOME: process.env["RUSTUP_HOME"] ?? join(homedir(), ".rustup"),
    UV_CACHE_DIR: process.env["UV_CACHE_DIR"] ?? join(homedir(), ".cache", "uv"),
    PIP_CACHE_DIR: process.env["PIP_CACHE_DIR"] ?? join(homedir(), ".cache", "pip"),
  };
  return { home, temporary, environment };
}

const start = (project: string, environment: NodeJS.ProcessEnv = {}): Program =>
  bench.fallLine(project, ["start", "--no-browser"], environment);

async function stop(program: Program): Promise<void> {
  program.kill("SIGINT");
  expect(await program.ended).toBe(0);
}

describe("a fresh clone", () => {
  it("starts, writes nothing outside itself, and starts again without the network", async () => {
    const project = bench.clone();
    const { home, temporary, environment } = emptyHome();
    const first = start(project, environment);
    expect(await ask(await first.url(), "/api/status")).toBeDefined();
    await stop(first);
    expect(readdirSync(home)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    const folders = new Set(readdirSync(project));
    for (const name of [".fall-line", "dist", "node_modules", "work"]) folders.delete(name);
    expect([...folders].filter((name) => !existsSync(join(root, name)))).toEqual([]);

    const lesson = join(
      project,
      "work",
      readdirSync(join(project, "work"))
        .sort()
        .find((name) => name.endsWith(".ipynb"))!,
    );
    writeFileSync(lesson, "mine");
    const second = start(project, { ...environment, ...withoutNetwork(bench.folder()) });
    await second.url();
    expect(second.output).not.toMatch(/install|build/i);
    expect(readFileSync(lesson, "utf8")).toBe("mine");
    await stop(second);
    expect(readdirSync(home)).toEqual([]);
  });

  it("serves once when it is started twice at once, and the other says so", async () => {
    const project = bench.clone();
    const both = [start(project), start(project)];
    const loser = await Promise.race(both.map((program) => program.ended.then(() => program)));
    expect(loser.output).toMatch(/already being started here \(process \d+\)/);
    const [winner] = both.filter((program) => program !== loser);
    await winner!.url();
    const third = start(project);
    expect(await third.ended).toBe(0);
    expect(third.output).toContain("already serving");
  });

  it("starts where it was moved or copied to, without the network, while the old one is serving", async () => {
    const project = bench.clone();
    const first = start(project);
    await first.url();
    const copy = join(bench.folder(), "copy");
    cpSync(project, copy, { recursive: true, verbatimSymlinks: true });
    const offline = withoutNetwork(bench.folder());
    const second = start(copy, offline);
    const url = await second.url();
    expect(second.output).not.toMatch(/installing/);
    const { kernelspecs } = (await ask(url, "/api/kernelspecs")) as {
      kernelspecs: Record<string, { spec: { argv: string[] } }>;
    };
    expect(kernelspecs["fall-line"]!.spec.argv.join("\n")).toContain(copy);
    await stop(second);
    await stop(first);
    const moved = join(bench.folder(), "moved");
    renameSync(project, moved);
    await start(moved, offline).url();
  });
});

describe("a first start that is killed", () => {
  const moments: [string, RegExp, number][] = [
    ["as it begins", /^/, 0.1],
    ["while npm installs", /npm packages: installing/, 1.5],
    ["while it builds", /fall-line: building/, 0.8],
    ["while the environment is made", /Jupyter: installing/, 1],
    ["while pip installs", /Jupyter: installing/, 6],
    ["as pip comes to its end", /Jupyter: done/, 0],
    ["while the kernel is prepared", /Kernel: preparing/, 0.5],
    ["while JupyterLab starts", /JupyterLab: starting/, 0.5],
    ["while it serves", /Ctrl-C ends it/, 0.5],
  ];

  it.each(moments)("%s, starts again", async (_, said, seconds) => {
    const project = bench.clone();
    const first = start(project);
    await first.says(said);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    first.kill("SIGKILL");
    await first.ended;
    const second = start(project);
    const url = await second.url();
    expect(await ask(url, "/api/kernelspecs")).toMatchObject({ kernelspecs: { "fall-line": {} } });
    await eventually(
      () =>
        !existsSync(join(project, ".fall-line", "aside")) ||
        readdirSync(join(project, ".fall-line", "aside")).length === 0,
    );
    await stop(second);
  });
});

describe("the same clone with another Node", () => {
  it("has its kernel run by the Node that started it", async () => {
    const project = bench.clone();
    const first = start(project);
    await first.url();
    await stop(first);
    const folder = join(project, ".fall-line", "jupyter", "path", "kernels", "fall-line");
    const text = readFileSync(join(folder, "kernel.json"), "utf8");
    writeFileSync(join(folder, "kernel.json"), text.replace(process.execPath, "/gone/bin/node"));
    for (const file of readdirSync(join(project, "dist", "kernel"))) {
      // The snapshot of another Node has another name.
      if (file.endsWith(".blob"))
        renameSync(join(project, "dist", "kernel", file), join(project, "dist", "kernel", "snapshot-0.blob"));
    }
    const second = start(project, withoutNetwork(bench.folder()));
    await second.url();
    expect(second.output).toContain("Kernel: preparing");
    expect(readFileSync(join(folder, "kernel.json"), "utf8")).toBe(text);
  });
});
