import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isInstalled } from "../../src/cli/boot/install.js";
import { pythonOf } from "../../src/jupyter/venv.js";
import { ask, copyByLinks, eventually, type Program, root, workbench } from "./project.ts";

const bench = workbench();
const TOOLS = ["plotly", "pytest-timeout", "pytest-xdist"];

let project = "";
let serving: Program;
let url: URL;
/** Whether an installation that was killed has left packages. */
let leftBehind: boolean;
const venv = () => join(project, ".fall-line", "venv");

/** A project as a student has it who starts the lessons: with a Jupyter, without what only tests need. */
beforeAll(async () => {
  project = bench.project({ installed: false });
  const jupyter = join(root, ".fall-line", "venv");
  if (!existsSync(jupyter)) throw new Error("the project's Jupyter is missing; run: npm test");
  const packages = join(jupyter, "lib");
  const filter = (file: string) => file !== packages;
  cpSync(jupyter, venv(), { recursive: true, verbatimSymlinks: true, filter });
  copyByLinks(packages, join(venv(), "lib"));
  const note = join(venv(), "fall-line.json");
  const { tests, ...rest } = JSON.parse(readFileSync(note, "utf8")) as Record<string, string>;
  expect(tests).toBeDefined();
  writeFileSync(note, JSON.stringify(rest));
  const { ended } = bench.program(pythonOf(venv()), ["-m", "pip", "uninstall", "--yes", ...TOOLS], {});
  expect(await ended).toBe(0);
  const killed = bench.fallLine(project, ["start", "--no-browser"]);
  await killed.says(/npm packages: installing/);
  await eventually(hasPackages);
  killed.kill("SIGKILL");
  await killed.ended;
  leftBehind = existsSync(join(project, "node_modules"));
  serving = bench.fallLine(project, ["start", "--no-browser"]);
  url = await serving.url();
  // Until then the kernel's start-up snapshot is being written.
  await serving.says(/Set up in/);
});
afterAll(() => bench.end());

/** Whether npm has begun to write packages, aside. */
function hasPackages(): boolean {
  const aside = join(project, ".fall-line", "aside");
  return (
    existsSync(aside) && readdirSync(aside).some((name) => existsSync(join(aside, name, "node_modules")))
  );
}

/** The smallest suite that has a test in every part. */
function writeSuite(): void {
  cpSync(join(root, "test", "requirements.txt"), join(project, "test", "requirements.txt"));
  const config = ["unit", "sessions", "lessons", "setup", "browser"].map((name) => ({
    test: { name, include: [`test/${name}.test.ts`] },
  }));
  writeFileSync(
    join(project, "vitest.config.ts"),
    `export default ${JSON.stringify({ test: { projects: config } })};`,
  );
  for (const { test } of config) {
    const program = 'import { expect, test } from "vitest"; test("adds", () => expect(1 + 1).toBe(2));';
    writeFileSync(join(project, test.include[0]!), program);
  }
  mkdirSync(join(project, "test", "jupyter"));
  for (const file of ["kernel.py", "conftest.py", "pytest.ini"]) {
    cpSync(join(root, "test", "jupyter", file), join(project, "test", "jupyter", file));
  }
  const program = 'def test_adds(kernel):\n    assert kernel.value("1 + 1") == "2"\n';
  writeFileSync(join(project, "test", "jupyter", "test_adds.py"), program);
}

/** Every file in a folder, with what would tell that it was written again. */
function filesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const { ino, mtimeMs, size } = statSync(join(parentPath, name));
      return [join(parentPath, name), `${ino} ${mtimeMs} ${size}`];
    }),
  );
}

async function startKernel(): Promise<string> {
  const response = await fetch(new URL("/api/kernels", url), {
    method: "POST",
    headers: { Authorization: `token ${url.searchParams.get("token")!}` },
    body: JSON.stringify({ name: "fall-line" }),
  });
  return ((await response.json()) as { id: string }).id;
}

/** What a kernel of the running JupyterLab prints for a cell. */
async function printed(kernel: string, cell: string): Promise<string> {
  const program = `
import sys
from jupyter_client import BlockingKernelClient
client = BlockingKernelClient(connection_file=sys.argv[1])
client.load_connection_file()
client.start_channels()
client.wait_for_ready(timeout=60)
client.execute_interactive(sys.argv[2], timeout=60)
`;
  const connection = join(project, ".fall-line", "jupyter", "runtime", `kernel-${kernel}.json`);
  const client = bench.program(pythonOf(venv()), ["-c", program, connection, cell], {});
  expect(await client.ended, client.output).toBe(0);
  return client.output;
}

describe("npm start after one that was killed while it installed", () => {
  it("finds no node_modules, installs them whole, and serves the lessons", () => {
    expect(leftBehind).toBe(false);
    expect(serving.output).toContain("npm packages: done");
    expect(isInstalled(project, { dev: false })).toBe(true);
  });
});

/** What gets more than lessons need: all that tests need, of Python too. */
async function getMore(): Promise<void> {
  writeSuite();
  const more = bench.fallLine(project, ["test"]);
  expect(await more.ended, more.output).toBe(0);
  expect(more.output).toContain("npm packages: done");
  expect(more.output).toContain("Test tools: done");
  expect(more.output).toContain("6 passed, 0 failed");
}

describe("what is asked for beside a running npm start", () => {
  it("gets what it needs, and lets the lessons, their kernels and new ones run on", async () => {
    const kernel = await startKernel();
    expect(await printed(kernel, 'const before = "kept"; console.log(before)')).toBe("kept\n");
    const folders = ["node_modules", "dist", join(".fall-line", "venv", "lib")];
    const before = folders.flatMap((folder) => [...filesOf(join(project, folder))]);

    await getMore();

    const after = new Map(folders.flatMap((folder) => [...filesOf(join(project, folder))]));
    const list = join(project, "node_modules", ".package-lock.json");
    expect(before.filter(([file, state]) => file !== list && after.get(file) !== state)).toEqual([]);
    for (const one of [kernel, await startKernel()]) {
      const cell = 'import { momentum } from "fall-line"; console.log(momentum.id)';
      expect(await printed(one, cell)).toBe("momentum\n");
    }
    expect(await printed(kernel, "console.log(before)")).toBe("kept\n");
    expect(await ask(url, "/api/status")).toMatchObject({ kernels: 2 });
  });

  it("is nothing to a second npm start, which says where the lessons are", async () => {
    const second = bench.fallLine(project, ["start", "--no-browser"]);
    expect(await second.ended).toBe(0);
    expect(second.output).toContain(`already serving ${join(project, "work")}`);
    expect(second.output).toContain(url.href);
  });

  it("refuses in one sentence when packages that the lessons run from have become others", async () => {
    const list = join(project, "package-lock.json");
    const lock = JSON.parse(readFileSync(list, "utf8")) as { packages: Record<string, { version: string }> };
    lock.packages["node_modules/zeromq"]!.version = "0.0.0";
    writeFileSync(list, JSON.stringify(lock));
    const tests = bench.fallLine(project, ["test"]);
    expect(await tests.ended).toBe(1);
    expect(tests.output.replace(/\s+/g, " ")).toMatch(
      /packages have to be installed, but process \d+ is serving lessons from them/,
    );
    expect(await ask(url, "/api/status")).toBeDefined();
  });
});
