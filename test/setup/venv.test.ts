import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { ensureVenv, pythonOf } from "../../src/jupyter/venv.js";
import { run } from "../../src/system/process.js";
import { createProgress } from "../../src/system/progress.js";
import { isLong } from "../long.ts";
import { eventually, type Program, withoutNetwork, withUv, workbench } from "./project.ts";

const bench = workbench();
let parent = "";
let project = "";
let said = "";
const progress = createProgress({ write: (text) => (said += text) }, {});

/** A project whose Jupyter is an empty environment: what is tried here is how environments are kept. */
beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "venv-"));
  project = join(parent, "my lessons é");
  mkdirSync(join(project, "src", "jupyter"), { recursive: true });
  requireOnly("# nothing");
  vi.stubEnv("PATH", withUv());
  await ensure();
  said = "";
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await bench.end();
  said = "";
});
afterAll(() => rmSync(parent, { recursive: true, force: true }));

function requireOnly(requirements: string): void {
  writeFileSync(join(project, "src", "jupyter", "requirements.txt"), `${requirements}\n`);
}

const ensure = () => ensureVenv(project, false, progress);

/** A program that ensures the environment, to be killed. */
function ensuring({ tests }: { tests: boolean }, environment: NodeJS.ProcessEnv = {}): Program {
  const program = `
    const { ensureVenv } = await import(${JSON.stringify(resolve("src/jupyter/venv.js"))});
    const { createProgress } = await import(${JSON.stringify(resolve("src/system/progress.js"))});
    await ensureVenv(${JSON.stringify(project)}, ${tests}, createProgress());
  `;
  const args = ["--input-type=module", "-e", program];
  return bench.program(process.execPath, args, { env: { ...process.env, ...environment } });
}

const venv = () => join(project, ".fall-line", "venv");
const note = () => JSON.parse(readFileSync(join(venv(), "fall-line.json"), "utf8")) as Record<string, string>;

/** Whether the environment is the one that was there when this was called. */
function marked(): () => boolean {
  writeFileSync(join(venv(), "mark"), "");
  return () => existsSync(join(venv(), "mark"));
}

describe("the project's virtual environment", () => {
  it("is left as it is when it is as it should be, and needs no network then", async () => {
    const same = marked();
    for (const [name, value] of Object.entries(withoutNetwork(parent))) vi.stubEnv(name, value);
    vi.stubEnv("PATH", "");
    expect(await ensure()).toBe(pythonOf(venv()));
    expect(said).toBe("");
    expect(same()).toBe(true);
  });

  it("names the place where it is in its commands", async () => {
    const pip = join(venv(), "bin", "pip");
    expect((await run(pip, ["--version"])).output).toContain(venv());
  });

  it("goes with a folder that is moved, without the network", async () => {
    const same = marked();
    const old = project;
    project = join(parent, "moved");
    renameSync(old, project);
    for (const [name, value] of Object.entries(withoutNetwork(parent))) vi.stubEnv(name, value);
    await ensure();
    expect(said).toContain("moving to this folder");
    expect(same()).toBe(true);
    expect(note()["place"]).toBe(venv());
    expect(readFileSync(join(venv(), "bin", "pip"), "utf8")).not.toContain(old);
    expect(readFileSync(join(venv(), "bin", "activate"), "utf8")).not.toContain(old);
    expect((await run(join(venv(), "bin", "pip"), ["--version"])).output).toContain(venv());
  });

  it("stays as it is when installing what tests need is killed: lessons may be running from it", async () => {
    const same = marked();
    mkdirSync(join(project, "test"), { recursive: true });
    writeFileSync(join(project, "test", "requirements.txt"), "never-comes==1.0\n");
    const index = createServer();
    await new Promise<void>((listening) => index.listen(0, "127.0.0.1", listening));
    const url = `http://127.0.0.1:${(index.address() as AddressInfo).port}/simple`;
    const asked = once(index, "connection") as Promise<[Socket]>;
    const installing = ensuring({ tests: true }, { PIP_INDEX_URL: url, UV_INDEX_URL: url });
    const [connection] = await asked;
    installing.kill("SIGKILL");
    await installing.ended;
    connection.destroy();
    index.close();
    expect(await ensure()).toBe(pythonOf(venv()));
    expect(said).toBe("");
    expect(same()).toBe(true);
  });

  // Each of these makes an environment anew. `test/jupyter-setup/venv.test.ts` tries them with a stand-in for Python.
  if (!isLong) return;

  it("is made anew when the requirements change; killed meanwhile it is as it was, and the next time new and whole", async () => {
    const same = marked();
    requireOnly("# something else");
    const making = ensuring({ tests: false });
    await eventually(() => existsSync(join(project, ".fall-line", "aside")));
    making.kill("SIGKILL");
    await making.ended;
    expect(same()).toBe(true);
    await ensure();
    expect(same()).toBe(false);
  });

  it("says that the network is needed when a package cannot be had", async () => {
    const same = marked();
    requireOnly("jupyterlab==4.5.11");
    for (const [name, value] of Object.entries(withoutNetwork(parent))) vi.stubEnv(name, value);
    await expect(ensure()).rejects.toMatchObject({
      message: "pip could not reach the Python package index; the first start needs the network",
      cure: expect.stringContaining("Connect to the internet") as string,
    });
    expect(said).toContain("Jupyter: failed");
    expect(same()).toBe(true);
  });

  it("shows pip's own words when a package cannot be installed for another reason", async () => {
    requireOnly("fall-line @ file:///nowhere/at/all.whl");
    await expect(ensure()).rejects.toMatchObject({
      message: "pip could not install Jupyter",
      detail: expect.stringContaining("all.whl") as string,
    });
  });
});
