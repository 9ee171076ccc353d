import fs, { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { endAll, endTree, lastLines, run, start } from "../../src/system/process.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "process-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const node = (program: string, options: Parameters<typeof run>[2] = {}) =>
  run(process.execPath, ["-e", program], options);

describe("run(command, args)", () => {
  it("gives the code and the whole output, and tells each line as it comes, without those that are blank", async () => {
    const lines: string[] = [];
    const log = join(folder, "logs", "run.log");
    const program = `process.stdout.write("  one\\ntw"); process.stdout.write("o\\r\\n\\n50 %\\r100 %\\n  \\n"); process.exitCode = 3`;
    const { code, output } = await node(program, { log, onLine: (line) => lines.push(line) });
    expect(code).toBe(3);
    expect(output).toBe("  one\ntwo\r\n\n50 %\r100 %\n  \n");
    expect(lines).toEqual(["one", "two", "50 %", "100 %"]);
    expect(readFileSync(log, "utf8")).toBe(output);
  });

  it("tells a line whole that comes in parts, letters of two bytes too", async () => {
    const lines: string[] = [];
    const program = `const parts = ["on", "e\\nt", Buffer.from([0xc3]), Buffer.from([0xa9]), "\\n"];
      const next = () => { const part = parts.shift(); if (part) process.stdout.write(part, () => setTimeout(next, 20)); };
      next();`;
    const { output } = await node(program, { onLine: (line) => lines.push(line) });
    expect([output, lines]).toEqual(["one\nté\n", ["one", "té"]]);
  });

  it("runs in a folder, with an environment and nothing to read", async () => {
    const program = `process.stdout.write([process.cwd(), process.env.A, process.env.HOME].join("|")); process.stdin.on("data", () => 0).on("end", () => process.stdout.write("|end"))`;
    const { output } = await node(program, { cwd: folder, env: { A: "b" } });
    expect(output).toBe(`${realpathSync(folder)}|b||end`);
  });

  it("has no code when it was killed", async () => {
    expect(await node("process.kill(process.pid, 'SIGKILL')")).toEqual({ code: null, output: "" });
  });

  it("writes its log anew", async () => {
    const log = join(folder, "run.log");
    await node("console.log('a long first run')", { log });
    await node("console.log('b')", { log });
    expect(readFileSync(log, "utf8")).toBe("b\n");
  });

  it("takes what is said on standard error, too", async () => {
    expect((await node(`console.error("no")`)).output).toBe("no\n");
  });

  it("has no code when there is no such program, and says so, and closes its log once", async () => {
    const close = vi.spyOn(fs, "closeSync");
    const { code, output } = await run(join(folder, "none"), [], { log: join(folder, "log") });
    expect(code).toBeNull();
    expect(output).toContain("ENOENT");
    await node("");
    expect(close).toHaveBeenCalledTimes(1);
    close.mockRestore();
  });
});

describe.skipIf(process.platform === "win32")("endAll()", () => {
  it("ends every child and what that has started", async () => {
    const inner = `setInterval(() => require("fs").writeFileSync(${JSON.stringify(join(folder, "alive"))}, ""), 10)`;
    const outer = `require("child_process").spawn(process.execPath, ["-e", ${JSON.stringify(inner)}], { stdio: "inherit" });
      setInterval(() => undefined, 1000)`;
    const child = start(process.execPath, ["-e", outer]);
    // Both hold the pipe: it closes when the last of them has gone.
    const closed = new Promise((resolve) => child.stdout!.resume().once("close", resolve));
    await expect.poll(() => existsSync(join(folder, "alive"))).toBe(true);
    await endAll();
    await closed;
    expect(child.signalCode).toBe("SIGTERM");
  });
});

describe.skipIf(process.platform === "win32")("a child that does not end when it is asked to", () => {
  afterEach(() => void vi.useRealTimers());

  it("is ended all the same after eight seconds, and not before", async () => {
    const child = start(process.execPath, [
      "-e",
      "process.on('SIGTERM', () => console.log('asked')); console.log('ready'); setInterval(() => 0, 1000)",
    ]);
    const gone = new Promise((resolve) => child.once("exit", resolve));
    const said = () => new Promise((resolve) => child.stdout!.once("data", (text) => resolve(String(text))));
    await said();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const asked = said();
    const ending = endAll();
    expect(await Promise.race([asked, gone])).toBe("asked\n");
    await vi.advanceTimersByTimeAsync(7999);
    expect(child.signalCode).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    await ending;
    await gone;
    expect(child.signalCode).toBe("SIGKILL");
  });

  it("is nothing to end where it never began", async () => {
    const child = start(join(folder, "none"), []);
    await new Promise((resolve) => child.once("error", resolve));
    expect(() => endTree(child)).not.toThrow();
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const waits = new Promise((resolve) => setImmediate(() => resolve("waits for it")));
    expect(await Promise.race([endAll(), waits])).toBeUndefined();
  });
});

describe("lastLines(output, count)", () => {
  it("gives the end, where programs say what went wrong", () => {
    expect(lastLines("a\r\nb\nc\n\n", 2)).toBe("b\nc");
    expect(lastLines("a", 2)).toBe("a");
    const many = Array.from({ length: 13 }, (_, k) => k);
    expect(lastLines(many.join("\n"))).toBe(many.slice(1).join("\n"));
  });
});
