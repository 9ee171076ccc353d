import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Kernel } from "@jupyterlab/services";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchBrowser, openPage, ours, picture } from "../browser/harness/browser.ts";
import {
  type Account,
  canMakeAccounts,
  makeAccount,
  memoryOf,
  portsOf,
  processesOf,
  removeAccount,
  runAs,
} from "./hub/accounts.ts";
import { type Hub, startHub } from "./hub/hub.ts";
import { eventually, root } from "./project.ts";
import { PATIENCE } from "../patience.ts";

const LESSON = "03-momentum.ipynb";
const STUDENTS = 10;
const OTHER_LESSONS = ["01-motivation.ipynb", "02-gradient-descent.ipynb", "04-nesterov.ipynb"];
const KILLS = 5;
const RUNTIME = join(".local", "share", "jupyter", "runtime");

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
}

const codeOf = (file: string): string[] =>
  (JSON.parse(readFileSync(file, "utf8")) as Notebook).cells
    .filter(({ cell_type }) => cell_type === "code")
    .map(({ source }) => source.join(""));

/** Runs cells in a kernel; how the runs that failed have failed. */
async function run(kernel: Kernel.IKernelConnection, cells: readonly string[]): Promise<string[]> {
  const errors: string[] = [];
  for (const code of cells) {
    const { content } = await kernel.requestExecute({ code, stop_on_error: false }).done;
    if (content.status === "error") errors.push(`${content.ename}: ${content.evalue}`);
  }
  return errors;
}

// Users of the machine can be made by root alone, on Linux.
describe.runIf(canMakeAccounts)("a class on JupyterHub", () => {
  let hub: Hub;
  const accounts: Account[] = [];

  beforeAll(async () => {
    for (let count = 0; count < STUDENTS; count++) accounts.push(makeAccount());
    hub = await startHub(
      accounts.map(({ name }) => name),
      false,
    );
  });

  afterAll(async () => {
    await hub.end();
    accounts.forEach(removeAccount);
  });

  /** Runs cells in the kernel of a user's lesson; how those have failed that failed. */
  const runIn = async ({ name }: Account, cells: readonly string[], lesson = LESSON): Promise<string[]> => {
    const { kernel, leave } = hub.speakTo(name, await hub.openLesson(name, lesson));
    await eventually(() => kernel.connectionStatus === "connected");
    const failed = await run(kernel, cells);
    leave();
    return failed;
  };

  const countOf = ({ uid }: Account, part: string): number =>
    processesOf(uid).filter(({ command }) => partOf(command) === part).length;

  const told = (when: string): void =>
    void process.stdout.write(
      `PSS in MB, ${when}: ${JSON.stringify(accounts.map(({ uid }) => takenBy(uid)))}\n`,
    );

  /** A server with a kernel that has started. */
  const startWithKernel = async (account: Account): Promise<void> => {
    await hub.start(account.name);
    await hub.openLesson(account.name, LESSON);
    await eventually(() => countOf(account, "session") > 0);
  };

  const logIn = async (page: Page, name: string, next: string): Promise<void> => {
    await page.goto(`${hub.url}/hub/login?next=${encodeURIComponent(next)}`);
    await page.locator("#username_input").fill(name);
    await page.locator("#password_input").fill("any");
    await page.locator("#login_submit").click();
  };

  it("lays the lessons out and runs one in the browsers of three users, each with progress of their own", async () => {
    const browser = await launchBrowser();
    try {
      const three = accounts.slice(0, 3);
      const pages = await Promise.all(
        three.map(async ({ name }) => {
          const { page, errors } = await openPage(browser);
          await logIn(page, name, `/hub/spawn/${name}`);
          await page.waitForURL(/\/user\/.*\/lab/, { timeout: PATIENCE });
          await page.goto(`${hub.url}/user/${name}/lab/tree/${LESSON}`);
          return { page, errors, name };
        }),
      );
      for (const { page, errors, name } of pages) {
        await runAll(page);
        await picture(page, `hub-${three.findIndex((account) => account.name === name)}`);
        expect(ours(errors)).toEqual([]);
      }
    } finally {
      await browser.close();
    }
    for (const { uid, home } of accounts.slice(0, 3)) {
      const folder = join(home, "fall-line");
      expect(readdirSync(folder)).toContain(LESSON);
      expect(readdirSync(home)).not.toContain(".npm");
      for (const name of ["", LESSON]) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
      expect(statSync(join(folder, LESSON)).uid).toBe(uid);
    }
  });

  it("lets nobody read another's cells, progress or kernel", async () => {
    const [ada, ben] = accounts as [Account, Account];
    await hub.start(ada.name);
    const { home } = ada;
    const secret = `require("node:fs").writeFileSync("fall-line-progress.jsonl", "secret", { flag: "a" })`;
    expect(await runIn(ada, [secret])).toEqual([]);
    const sockets = join(home, RUNTIME);
    const socket = readdirSync(sockets).find((name) => name.endsWith("-ipc-1"))!;
    // The servers answer the hub alone; nothing of a kernel listens on a port.
    expect(portsOf(ada.uid)).toHaveLength(1);
    const tries: readonly [string, readonly string[]][] = [
      ["cat", [join(home, "fall-line", LESSON)]],
      ["cat", [join(home, "fall-line", "fall-line-progress.jsonl")]],
      ["ls", [sockets]],
      [
        "python3",
        [
          "-c",
          `import socket; socket.socket(socket.AF_UNIX).connect(${JSON.stringify(join(sockets, socket))})`,
        ],
      ],
    ];
    for (const [program, args] of tries) expect(runAs(ben, program, args)).toContain("Permission denied");
    expect(runAs(ada, "cat", [join(home, "fall-line", "fall-line-progress.jsonl")])).toContain("secret");
    const token = await hub.tokenOf(ben.name);
    for (const path of ["api/contents/03-momentum.ipynb", "api/kernels"])
      expect((await hub.ask(`/user/${ada.name}/${path}`, { token })).status).toBe(403);
    expect(runAs(ben, join(hub.prefix, "bin", "fall-line"), ["progress", "--dir", ben.home])).toContain(
      "Nothing has been answered yet",
    );
    const written = join(hub.prefix, "share", "jupyter", "fall-line");
    expect(runAs(ben, "touch", [join(written, "mine")])).toContain("Permission denied");
  }, 300_000);

  it("runs lesson 03 for ten users at once, and three lessons more for each, in the memory that the page names", async () => {
    await Promise.all(accounts.map(({ name }) => hub.start(name)));
    const cells = codeOf(join(root, "notebooks", LESSON));
    const failed = await Promise.all(accounts.map((account) => runIn(account, cells)));
    expect(failed.flat()).toEqual([]);
    told("as the last cell ends (the first three servers have served JupyterLab)");
    for (const account of accounts) {
      const taken = takenBy(account.uid);
      expect(taken["server"]).toBeLessThanOrEqual(105);
      expect(taken["session"]).toBeLessThanOrEqual(130);
    }
    const failedThere = async (account: Account): Promise<string[]> => {
      const all: string[] = [];
      for (const lesson of OTHER_LESSONS) all.push(...(await runIn(account, ["6 * 7"], lesson)));
      return all;
    };
    expect((await Promise.all(accounts.map(failedThere))).flat()).toEqual([]);
    told("with three lessons more, a cell run in each");
    for (const { uid } of accounts) {
      const all = Object.values(takenBy(uid)).reduce((sum, part) => sum + part);
      expect(all).toBeLessThanOrEqual(650);
    }
  }, 900_000);

  it("keeps the releases that kernels run from over three updates", async () => {
    const releases = join(hub.prefix, "share", "jupyter", "fall-line", "releases");
    const [first] = readdirSync(releases) as [string];
    const three = accounts.slice(0, 3);
    await Promise.all(three.map(({ name }) => hub.start(name)));
    const spoken = await Promise.all(
      three.map(async ({ name }) => hub.speakTo(name, await hub.openLesson(name, LESSON))),
    );
    const cellIn = async (cell: string): Promise<string[][]> =>
      Promise.all(spoken.map(({ kernel }) => run(kernel, [cell])));
    const none = three.map(() => []);
    expect(await cellIn("const kept = 41;")).toEqual(none);
    for (const update of ["first", "second", "third"]) {
      await hub.update(LESSON, `The ${update} update`);
      // The library and its types are read from the release.
      expect(await cellIn(`import { adam } from "fall-line"; if (kept !== 41 || adam.id !== "adam") throw 1;`)).toEqual(none); // prettier-ignore
    }
    expect(readdirSync(releases)).toHaveLength(4);
    expect(readdirSync(releases)).toContain(first);

    rmSync(join(releases, first), { recursive: true });
    const [{ kernel }] = spoken as [(typeof spoken)[number]];
    await expect.poll(async () => (await run(kernel, ["kept;"])).join(), { timeout: PATIENCE }).toContain("restart the kernel"); // prettier-ignore
    spoken.forEach(({ leave }) => leave());
    const [ada] = three as [Account];
    await hub.ask(`/user/${ada.name}/api/kernels/${kernel.id}/restart`, { method: "POST", body: {} });
    expect(await runIn(ada, [`import { adam } from "fall-line"; adam.id;`])).toEqual([]);
    await Promise.all(accounts.map(({ name }) => hub.stop(name)));
  }, 900_000);

  it("ends the kernels that nobody uses, and leaves each student the one in use", async () => {
    const three = accounts.slice(0, 3);
    await Promise.all(three.map(({ name }) => hub.start(name, { idle: 30 })));
    const used = await Promise.all(
      three.map(async (account) => {
        for (const lesson of OTHER_LESSONS) await hub.openLesson(account.name, lesson);
        return hub.speakTo(account.name, await hub.openLesson(account.name, LESSON));
      }),
    );
    const inUse = (cell: string) => Promise.all(used.map(({ kernel }) => run(kernel, [cell])));
    const none = three.map(() => []);
    expect(await inUse("const kept = 41;")).toEqual(none);
    const sessions = async (): Promise<number[]> => {
      expect(await inUse("if (kept !== 41) throw 1;")).toEqual(none);
      return three.map((account) => countOf(account, "session"));
    };
    await expect.poll(sessions, { timeout: PATIENCE, interval: 1000 }).toEqual(three.map(() => 1));
    told("once three of four kernels have ended (the first three students)");
    used.forEach(({ leave }) => leave());
    await Promise.all(three.map(({ name }) => hub.stop(name)));
  }, 900_000);

  it("leaves no process and no kernel's file behind when servers are stopped, culled or killed", async () => {
    const everybody = () => accounts.flatMap(({ uid }) => processesOf(uid));
    const nobody = () => everybody().length === 0;
    await Promise.all(accounts.map(startWithKernel));
    await hub.cull(nobody);

    await Promise.all(accounts.map(startWithKernel));
    const killed = accounts.slice(0, KILLS);
    for (const { pid, command } of killed.flatMap(({ uid }) => processesOf(uid)))
      if (partOf(command) === "server") process.kill(pid, "SIGKILL");
    await Promise.all(accounts.slice(KILLS).map(({ name }) => hub.stop(name)));
    await eventually(nobody);
    const left = accounts.flatMap(({ home }) => readdirSync(join(home, RUNTIME)));
    expect(left.filter((name) => name.startsWith("kernel-"))).toEqual([]);
  }, 900_000);
});

/** The memory of a student's processes in MB: servers, protocols and sessions. */
function takenBy(uid: number): Record<string, number> {
  const taken: Record<string, number> = {};
  for (const { pid, command } of processesOf(uid))
    taken[partOf(command)] = (taken[partOf(command)] ?? 0) + Math.round(memoryOf(pid));
  return taken;
}

/** What a process of a student's is. */
function partOf(command: string): string {
  if (command.includes("session.js")) return "session";
  if (command.includes("fall-line/main.js")) return "protocol";
  return command.includes("jupyterhub-singleuser") ? "server" : command.slice(0, 60);
}

/** The lesson is in the page, and its kernel has started. */
async function isReady(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Why does the ball crawl?" }).waitFor({ timeout: PATIENCE });
  await page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").waitFor({ timeout: PATIENCE });
}

async function runAll(page: Page): Promise<void> {
  await isReady(page);
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.locator(".lm-Menu-item", { hasText: /^Run All Cells/ }).click();
  // Cells run in their order: the last one has its number when all have run.
  const last = page.locator(".jp-CodeCell .jp-InputPrompt").last();
  await expect.poll(() => last.textContent(), { timeout: PATIENCE }).toMatch(/\[\d+\]/);
  await page.locator(".fall-line-chart:has(.main-svg)").first().waitFor();
}
