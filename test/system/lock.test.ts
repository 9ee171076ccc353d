import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from "node:fs"; // prettier-ignore
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { acquire } from "../../src/system/lock.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

const module = resolve(import.meta.dirname, "../../src/system/lock.js");

/** A process that takes the lock when it can, says so, and holds it until it is killed. */
function holder(place = folder) {
  const program = `
    import { acquire } from ${JSON.stringify(module)};
    const { lock } = await acquire(${JSON.stringify(place)}, "test");
    console.log(lock ? "mine" : "not mine");
    if (lock) setInterval(() => undefined, 1000); else process.exit();
  `;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const said = new Promise<string>((done) =>
    child.stdout.once("data", (data: Buffer) => done(data.toString().trim())),
  );
  return { child, said };
}

describe("a lock", () => {
  it("is had by one, and tells the others about it", async () => {
    const { lock } = await acquire(folder, "test");
    lock!.tell({ url: "http://here" });
    const { holder: other } = await acquire(folder, "test");
    expect(other).toMatchObject({ pid: process.pid, about: { url: "http://here" } });
    other!.leave();
    lock!.release();
  });

  it("can be had again when it was given up, and who waits is told", async () => {
    const { lock } = await acquire(folder, "test");
    const { holder: other } = await acquire(folder, "test");
    lock!.release();
    await other!.gone;
    const again = await acquire(folder, "test");
    expect(again.lock).toBeDefined();
    again.lock!.release();
  });

  it("does not outlive a process that was killed", async () => {
    const { child, said } = holder();
    expect(await said).toBe("mine");
    const { holder: other } = await acquire(folder, "test");
    child.kill("SIGKILL");
    await other!.gone;
    const { lock } = await acquire(folder, "test");
    expect(lock).toBeDefined();
    lock!.release();
  });

  it("is had by exactly one of many that take over a dead one at once", async () => {
    const dead = holder();
    await dead.said;
    dead.child.kill("SIGKILL");
    await new Promise((done) => dead.child.once("exit", done));
    const many = Array.from({ length: 6 }, () => holder());
    const said = await Promise.all(many.map((one) => one.said));
    for (const { child } of many) child.kill("SIGKILL");
    expect(said.filter((word) => word === "mine")).toHaveLength(1);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("does not mistake the holder in the folder that this one was copied from for its own", async () => {
    const { lock } = await acquire(folder, "test");
    const copy = mkdtempSync(join(tmpdir(), "lock-"));
    cpSync(folder, copy, { recursive: true });
    const other = await acquire(copy, "test");
    expect(other.lock).toBeDefined();
    other.lock!.release();
    lock!.release();
    rmSync(copy, { recursive: true });
  });

  it("counts the number of its files, and only its own", async () => {
    for (const name of ["test.9", "test.10", "test.x", "tests.20", "other.30"])
      writeFileSync(join(folder, name), "{}");
    const { lock } = await acquire(folder, "test");
    expect(readdirSync(folder).sort()).toEqual(["other.30", "test.11", "test.x", "tests.20"]);
    const { lock: another, holder: none } = await acquire(folder, "other");
    expect(none).toBeUndefined();
    lock!.release();
    another!.release();
  });

  it("tells nothing to who does not know its secret", async () => {
    const { lock } = await acquire(folder, "test");
    lock!.tell({ url: "http://here" });
    const { port, secret } = JSON.parse(readFileSync(join(folder, "test.1"), "utf8")) as {
      port: number;
      secret: string;
    };
    const answerTo = async (word: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(port, "127.0.0.1", () => socket.write(word));
        socket.once("data", (data: Buffer) => {
          socket.destroy();
          resolve(data.toString());
        });
        socket.once("close", () => resolve("closed"));
      });
    expect(await answerTo("secret")).toBe("closed");
    expect(JSON.parse(await answerTo(secret))).toMatchObject({
      pid: process.pid,
      about: { url: "http://here" },
    });
    lock!.release();
  });

  it("is not held by a file without a meaning", async () => {
    writeFileSync(join(folder, "test.7"), "");
    const { lock } = await acquire(folder, "test");
    expect(lock).toBeDefined();
    lock!.release();
  });

  it("is held while its file is still being written", async () => {
    const { lock } = await acquire(folder, "test");
    const file = join(folder, "test.1");
    const card = readFileSync(file);
    writeFileSync(file, "");
    setTimeout(() => writeFileSync(file, card), 60);
    const { holder: other } = await acquire(folder, "test");
    expect(other?.pid).toBe(process.pid);
    other!.leave();
    lock!.release();
  });

  it("does not keep a process that has nothing else to do, though another waits for it", async () => {
    const program = `
      import { acquire } from ${JSON.stringify(module)};
      await acquire(${JSON.stringify(folder)}, "test");
      console.log("mine");
      process.stdin.resume();
    `;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    await new Promise((done) => child.stdout.once("data", done));
    const { holder: other } = await acquire(folder, "test");
    child.stdin.end();
    await other!.gone;
    expect(other!.pid).toBe(child.pid);
  });

  describe("whose port another program has", () => {
    let server: Server;
    afterEach(() => server.close());
    /** A program that says something to whoever comes, and keeps the line open. */
    async function stranger(says: string): Promise<{ visited: Promise<unknown> }> {
      server = createServer((socket) => void socket.unref().write(says));
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      const { port } = server.address() as AddressInfo;
      const card = { port, secret: "secret", place: realpathSync(folder) };
      writeFileSync(join(folder, "test.1"), JSON.stringify(card));
      return { visited: new Promise((visit) => server.once("connection", visit)) };
    }

    it.each(["hello", '{ "pid": 1, "about": {}, "place": "/elsewhere" }'])(
      "is had by who asks, whatever that says: %s",
      async (says) => {
        await stranger(says);
        const { lock } = await acquire(folder, "test");
        expect(lock).toBeDefined();
        lock!.release();
      },
    );

    it("is had after fifteen seconds by who asks, where that says nothing", async () => {
      const { visited } = await stranger("");
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      let isHad = false;
      const asked = acquire(folder, "test").then(({ lock }) => {
        isHad = true;
        lock!.release();
      });
      await visited;
      await vi.advanceTimersByTimeAsync(14_999);
      expect(isHad).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      await asked;
    });
  });

  it("is watched as long as it is held", async () => {
    const { lock } = await acquire(folder, "test");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { holder: other } = await acquire(folder, "test");
    expect(vi.getTimerCount(), "once it has answered it may be deaf").toBe(0);
    vi.useRealTimers();
    lock!.release();
    await other!.gone;
  });

  it.skipIf(process.platform === "win32")(
    "keeps its secret from the other users of the machine",
    async () => {
      const { lock } = await acquire(folder, "test");
      expect(statSync(join(folder, "test.1")).mode & 0o777).toBe(0o600);
      lock!.release();
    },
  );
});
