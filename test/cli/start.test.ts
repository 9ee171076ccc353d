import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Command } from "../../src/cli/command.ts";
import { lessons } from "../../src/cli/lay-lessons.ts";
import { lite } from "../../src/cli/lite.ts";
import { progress } from "../../src/cli/progress.ts";
import { setUpJupyter } from "../../src/cli/setup.ts";
import { start } from "../../src/cli/start.ts";
import { snapshotPath } from "../../src/kernel/node/snapshot.ts";
import { endAll } from "../../src/system/process.js";
import { typedIn } from "./session.ts";
import { standIn } from "./stand-in.ts";

const project = standIn();
const { callerDir, projectDir } = project;
const work = join(projectDir, "work");
afterAll(async () => {
  await endAll();
  project.end();
});

const run = (command: Command, ...line: string[]) => typedIn(project, command, ...line);

/** A command that serves until its server ends, which it is told to when its address has been said and it has answered. */
async function served(command: Command, ...line: string[]) {
  const told: object[] = [];
  const addresses: string[] = [];
  const answered: string[] = [];
  const end = async (url: string): Promise<void> => {
    await fetch(url);
    answered.push(url);
    await fetch(new URL(`/end${new URL(url).search}`, url)).catch(() => undefined);
  };
  const heard = (text: string): void => {
    const [, url] = /\*(http:[^*]+)\*/.exec(text) ?? [];
    if (url === undefined) return;
    addresses.push(url);
    void end(url);
  };
  const serving = { tell: (about: object) => told.push(about), release: () => undefined };
  const came = await typedIn({ ...project, serving, heard }, command, ...line);
  expect(answered, "it serves until the server ends").toEqual(addresses);
  return { ...came, told, url: new URL(addresses[0]!) };
}

/** Which folder a JupyterLab was told to show last, and where its kernels are. */
const lastServed = (): string => project.asked().findLast((line) => line.includes("serve.py"))!;

/** What was opened in the browser, by a program in its place. */
function browser(): () => string[] {
  const programs = join(callerDir, "programs");
  mkdirSync(programs, { recursive: true });
  const opened = join(programs, "opened");
  for (const name of ["xdg-open", "open"])
    writeFileSync(join(programs, name), `#!/bin/sh\necho "$1" >> "${opened}"\n`, { mode: 0o755 });
  vi.stubEnv("PATH", `${programs}:${process.env["PATH"]!}`);
  vi.stubEnv("DISPLAY", ":7");
  return () => (existsSync(opened) ? readFileSync(opened, "utf8").trimEnd().split("\n") : []);
}
afterEach(() => {
  vi.unstubAllEnvs();
});

/** A port that another program listens on. */
async function taken(): Promise<{ port: string; end: () => void }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { port: String((server.address() as { port: number }).port), end: () => server.close() };
}

describe("fall-line start", () => {
  test("lays the lessons, serves them, opens the first one, and ends with the server", async () => {
    const opened = browser();
    const quiet = await served(start, "start", "--no-browser");
    const { code, said, done, told, stop, url } = await served(start, "start");
    expect([quiet.code, code]).toEqual([0, 0]);
    expect(readdirSync(work).filter((name) => !name.startsWith("."))).toEqual([
      "11-waves.ipynb",
      "12-tides.ipynb",
    ]);
    expect(url.pathname).toBe("/lab/tree/11-waves.ipynb");
    expect(said).toEqual([`\nThe lessons are in ${work}\nJupyterLab is at *${url.href}*\nCtrl-C ends it.`]);
    expect(done).toEqual(["JupyterLab: starting"]);
    expect(told).toEqual([{ url: url.href, dir: work }]);
    expect(stop).toEqual({ code: 0, farewell: "JupyterLab has ended." });
    expect(lastServed()).toContain(`${work} `);
    await expect.poll(opened).toEqual([url.href]);
  });

  test("opens the lesson that was worked in last, by its present name, and says so", async () => {
    const folder = join(callerDir, "stopped");
    mkdirSync(folder);
    const [tides, waves] = [
      { lesson: "tides", exercise: "ebb" },
      { lesson: "waves", exercise: "top" },
    ].map((of) => `${JSON.stringify({ v: 2, time: "2026-11-26T10:00:00Z", ...of, event: "hint" })}\n`);
    const opens = async (...events: string[]) => {
      writeFileSync(join(folder, "fall-line-progress.jsonl"), events.join(""));
      const { url, said } = await served(start, "start", "--no-browser", "--dir", "stopped");
      return [url.pathname, said.find((line) => line.includes("stopped:"))];
    };
    const said = "\nIt opens where you stopped: 12-tides.ipynb";
    expect(await opens(waves!, tides!)).toEqual(["/lab/tree/12-tides.ipynb", said]);
    expect(await opens(tides!, waves!)).toEqual([
      "/lab/tree/11-waves.ipynb",
      said.replace("12-tides", "11-waves"),
    ]);
    expect(await opens('{ "torn')).toEqual(["/lab/tree/11-waves.ipynb", undefined]);
  });

  test("works in a folder where the user is, on a port, and says what was laid beside", async () => {
    const { port, end } = await taken();
    const before = project.asked().length;
    await expect(run(start, "start", "--port", port)).rejects.toThrow(`Port ${port} is taken`);
    expect(project.asked(), "it is told before any work").toHaveLength(before);
    end();
    const folder = join(callerDir, "my work");
    mkdirSync(folder);
    writeFileSync(join(folder, "11-waves.ipynb"), "mine");
    const { said, told, url } = await served(
      start,
      "start",
      "--no-browser",
      "--dir",
      "my work",
      "--port",
      port,
    );
    expect(url.port).toBe(port);
    expect(told).toMatchObject([{ dir: folder }]);
    expect(said[0]).toMatch(/^11-waves\.ipynb was changed by you and stays/);
    expect(readFileSync(join(folder, "11-waves.ipynb"), "utf8")).toBe("mine");
  });

  test.each(["", "notebooks"])("refuses the project's own folder: %j", async (name) => {
    const folder = join(projectDir, name);
    await expect(run(start, "start", "--dir", folder)).rejects.toMatchObject({
      message: expect.stringMatching(/^--dir must not be a folder of the project itself, got/) as string,
    });
  });

  test("takes a Jupyter that is chosen, from where the user is", async () => {
    await expect(run(start, "start", "--jupyter", "none")).rejects.toThrow(
      `--jupyter: there is nothing at ${join(callerDir, "none")}`,
    );
  });
});

test("fall-line lite makes the site in a folder where the user is, and leaves one with other things as it is", async () => {
  const { code, said } = await run(lite, "lite");
  expect(code).toBe(0);
  expect(said).toEqual([
    `\n${join(callerDir, "lite/lab/index.html")}\nIt needs a web server, any static one; no server computes.`,
  ]);
  expect(project.asked().join("\n")).toContain(
    `${join(projectDir, ".fall-line/lite")} -m jupyterlite_core build`,
  );
  expect(readFileSync(join(callerDir, "lite/.fall-line-export.json"), "utf8")).toContain('"kind": "lite"');
  mkdirSync(join(callerDir, "full"));
  writeFileSync(join(callerDir, "full/thesis.txt"), "");
  const before = project.asked().length;
  await expect(run(lite, "lite", "--out", "full")).rejects.toThrow("is left as it is");
  expect(project.asked()).toHaveLength(before);
});

describe("fall-line lessons and fall-line progress", () => {
  test("work in work/, or in a folder where the user is", async () => {
    rmSync(work, { recursive: true, force: true });
    expect((await run(lessons, "lessons")).said).toEqual([`The lessons are in ${work}`]);
    expect(existsSync(join(work, "11-waves.ipynb"))).toBe(true);
    const folder = join(callerDir, "course");
    mkdirSync(folder);
    writeFileSync(join(folder, "12-tides.ipynb"), "mine");
    const { code, said } = await run(lessons, "lessons", "--dir", "course");
    expect(code).toBe(0);
    expect(said).toEqual([
      expect.stringMatching(/^12-tides\.ipynb was changed by you/),
      `The lessons are in ${folder}`,
    ]);
  });

  test("show what was done, by the present names of exercises", async () => {
    let printed = "";
    vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed += String(text)), true));
    try {
      mkdirSync(join(callerDir, "done"), { recursive: true });
      const event = {
        v: 2,
        time: "2026-11-26T10:00:00Z",
        lesson: "waves",
        exercise: "top",
        event: "attempt",
      };
      writeFileSync(
        join(callerDir, "done/fall-line-progress.jsonl"),
        `${JSON.stringify({ ...event, picked: "top" })}\n`,
      );
      expect((await run(progress, "progress", "--dir", "done")).code).toBe(0);
      expect(printed).toMatch(/^11 Waves +● +1 of 1, 1 right\n/);
      printed = "";
      await run(progress, "progress");
      expect(printed.replace(/\s+/g, " ")).toContain(join(work, "fall-line-progress.jsonl"));
    } finally {
      vi.restoreAllMocks();
    }
  });
});

test("what is wrong with a lesson is told, keeps no other from being used, and is the exit code", async () => {
  let told = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((told += String(text)), true));
  project.write("lessons/13-waves/lesson.ts", "");
  try {
    expect((await run(lessons, "lessons")).code).toBe(1);
    expect((await run(lite, "lite")).code).toBe(1);
    expect(told).toMatch(
      /^(fall-line: 13-waves\/lesson\.ts: 11-waves\/lesson\.ts has the name waves too.*\n){2}$/,
    );
  } finally {
    vi.restoreAllMocks();
    rmSync(join(projectDir, "lessons/13-waves"), { recursive: true });
  }
});

describe("what the Jupyter needs", () => {
  const kernel = join(projectDir, "dist/kernel");
  const said: string[] = [];
  let locked = 0;
  const setUp = (more: object = {}) =>
    setUpJupyter(
      {
        projectDir,
        callerDir,
        settingUp: () => {
          locked += 1;
          return Promise.resolve(() => void (locked -= 1));
        },
        progress: {
          line: (text: string) => said.push(text),
          during: (_: string, __: string, act: (s: object) => unknown) => act({}),
        },
      } as never,
      { kernel },
      more,
    );
  beforeEach(() => void (said.length = 0));

  test("is left where it is ready, and others may set up again afterwards", async () => {
    expect(await setUp()).toBe(join(projectDir, ".fall-line/venv/bin/python"));
    expect([said, locked]).toEqual([[], 0]);
    const spec = join(projectDir, ".fall-line/jupyter/path/kernels/fall-line/kernel.json");
    expect(readFileSync(spec, "utf8")).toContain(kernel);
  });

  test("is a snapshot of the kernel, and where there can be none that is said", async () => {
    rmSync(snapshotPath(kernel));
    await setUp();
    expect(said).toEqual([
      `Kernel: Node ${process.version} writes no start-up snapshot; a notebook starts slower.`,
    ]);
    const registered = join(projectDir, ".fall-line/jupyter");
    rmSync(registered, { recursive: true });
    await expect(setUp({ chosen: "none" })).rejects.toThrow(`there is nothing at ${join(callerDir, "none")}`);
    expect(existsSync(registered), "a Jupyter that is none is not made ready").toBe(false);
    expect(locked).toBe(0);
    writeFileSync(snapshotPath(kernel), "");
  });
});
