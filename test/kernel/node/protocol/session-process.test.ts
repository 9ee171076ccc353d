import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { ToProtocol } from "../../../../src/kernel/core/channel.ts";
import { hookFlags, nodeFlags, snapshotPath } from "../../../../src/kernel/node/snapshot.ts";
import {
  type End,
  memoryKillsIn,
  SessionProcess,
} from "../../../../src/kernel/node/protocol/session-process.ts";
import { PATIENCE } from "../../../patience.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-session-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a session of these tests can do: say something, and hear what comes on a pipe. */
const PARTS = `
const { deserialize, serialize } = require("node:v8");
const { writeSync } = require("node:fs");
const { Socket } = require("node:net");
const say = (message) => {
  const body = serialize(message);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  writeSync(3, Buffer.concat([Buffer.from("\\0fall-line\\u0001", "latin1"), length, body]));
};
const hear = (fd, take) => new Socket({ fd, readable: true, writable: false }).on("data", take);
`;

function started(session: string, prepare: () => void = () => undefined) {
  writeFileSync(join(folder, "session.js"), PARTS + session);
  prepare();
  const heard: unknown[] = [];
  let end!: (end: End) => void;
  const ended = new Promise<End>((resolve) => (end = resolve));
  const process = new SessionProcess(folder, {
    hear: (message: ToProtocol) => heard.push(message),
    print: (...words) => heard.push(words),
    ended: end,
  });
  return { heard, ended, process };
}

/** Builds the start-up snapshot of these tests' session. */
function build(entry: string, flags: string[] = []): void {
  const snapshot = ["--snapshot-blob", snapshotPath(folder), "--build-snapshot", join(folder, entry)];
  execFileSync(process.execPath, [...flags, ...snapshot], { stdio: "ignore" });
}

describe("the process of a session", () => {
  test("hears requests as frames and interruptions as lines, and is heard", async () => {
    const { heard, ended, process } = started(`
      hear(5, (bytes) => { say(deserialize(bytes.subarray(15))); process.exit(7); });
      hear(4, (bytes) => { say(bytes.toString()); say("next"); });
    `);
    process.control({ type: "interrupt", request: 3 });
    await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: PATIENCE });
    process.send({ type: "exit" });
    expect(await ended).toMatchObject({ code: 7, how: "unexpected" });
    expect(heard).toEqual(['{"type":"interrupt","request":3,"earlier":[]}\n', "next", { type: "exit" }]);
  });

  test("ends when it is asked something and its files are gone", async () => {
    const { heard, ended, process } = started(`say("here"); hear(5, () => say("asked"));`);
    await vi.waitFor(() => expect(heard).toEqual(["here"]), { timeout: PATIENCE });
    rmSync(join(folder, "session.js"));
    process.send({ type: "request", id: 1 } as never);
    expect(await ended).toMatchObject({ how: "gone", began: true });
  });

  test("runs in its folder's code, with the settings of the kernel where there are none", async () => {
    vi.stubEnv("MALLOC_ARENA_MAX", "2");
    const { heard, ended } = started(`
      const { MALLOC_ARENA_MAX, UV_THREADPOOL_SIZE } = process.env;
      say([MALLOC_ARENA_MAX, UV_THREADPOOL_SIZE, process.argv.slice(2)]);
      say(process.execArgv);
      setTimeout(() => process.exit(), 10);
    `);
    await ended;
    vi.unstubAllEnvs();
    expect(heard[0]).toEqual(["2", "5", [folder]]);
    expect(heard[1]).toEqual(
      expect.arrayContaining([
        "--no-force-async-hooks-checks",
        "--disable-warning=ExperimentalWarning",
        "--max-semi-space-size=4",
      ]),
    );
  });

  test("gives on what programs print, by the stream they print to", async () => {
    const { heard, ended } = started(`process.stdout.write("out ∞"); process.stderr.write("bad");`);
    expect(await ended).toMatchObject({ code: 0, how: "unexpected" });
    expect(heard).toHaveLength(2);
    expect(heard).toEqual(expect.arrayContaining([["stdout", "out ∞"], ["stderr", "bad"]])); // prettier-ignore
  });

  test("that is killed from outside ends so", async () => {
    const { ended } = started(`process.kill(process.pid, "SIGKILL");`);
    expect(await ended).toMatchObject({ code: null, how: "killed" });
  });

  test.each(["FATAL ERROR: JavaScript heap out of memory", "Fatal error: invalid size error"])(
    "that has no memory ends so, and what Node says of it is not the student's: %s",
    async (words) => {
      const written: string[] = [];
      const write = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
      const { heard, ended } = started(
        `writeSync(2, ${JSON.stringify(words)}); process.kill(process.pid, "SIGKILL");`,
      );
      expect(await ended).toMatchObject({ code: null, how: "memory" });
      write.mockRestore();
      expect([written, heard]).toEqual([[words], []]);
    },
  );

  test("that is told to end is ended by force when it does not", async () => {
    const { heard, ended, process } = started(`
      hear(5, (bytes) => say(deserialize(bytes.subarray(15))));
      setInterval(() => undefined, 1000);
      say("here");
    `);
    await vi.waitFor(() => expect(heard).toEqual(["here"]), { timeout: PATIENCE });
    process.end();
    expect(await ended).toMatchObject({ code: null, how: "unexpected" });
    expect(heard).toEqual(["here", { type: "exit" }]);
  });

  test("that starts from its snapshot gives on what programs print, and ends as it does", async () => {
    const session = `
      require("node:v8").startupSnapshot.setDeserializeMainFunction(() => {
        const { Socket } = process.getBuiltinModule("node:net");
        new Socket({ fd: 5, readable: true, writable: false }).on("data", () => {
          process.stderr.write("bad", () => process.exit(3));
        });
        say("here");
      });`;
    const { heard, ended, process } = started(session, () =>
      build("session.js", [...nodeFlags, ...hookFlags]),
    );
    await vi.waitFor(() => expect(heard).toEqual(["here"]), { timeout: PATIENCE });
    process.send({ type: "exit" });
    expect(await ended).toMatchObject({ code: 3, how: "unexpected" });
    expect(heard).toEqual(["here", ["stderr", "bad"]]);
    rmSync(snapshotPath(folder));
  });

  test("that refuses its snapshot is started without it, and nothing is told of that", async () => {
    const { heard, ended } = started(`say("here"); setTimeout(() => process.exit(5), 10);`, () => {
      writeFileSync(join(folder, "other.js"), "");
      // One that was built for other flags than the kernel's.
      build("other.js");
    });
    expect(await ended).toMatchObject({ code: 5, how: "unexpected" });
    expect(heard).toEqual(["here"]);
  });
});

test.each([
  ["pgfault 12\noom_kill 3\nunevictable 4\n", 3],
  ["pgfault 12\noom_kill_other 3\n", 0],
  ["", 0],
])("Linux has ended processes for want of memory, by %j: %i", (vmstat, kills) => {
  expect(memoryKillsIn(vmstat)).toBe(kills);
});
