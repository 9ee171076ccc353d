import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { endAll, lastLines, run, start } from "../../src/system/process.js";

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
    const program = `process.stdout.write("  one\\ntw"); process.stdout.write("o\\r\\n\\n50 %\\r100 %\\n"); process.exitCode = 3`;
    const { code, output } = await node(program, { log, onLine: (line) => lines.push(line) });
    expect(code).toBe(3);
    expect(output).toBe("  one\ntwo\r\n\n50 %\r100 %\n");
    expect(lines).toEqual(["one", "two", "50 %", "100 %"]);
    expect(readFileSync(log, "utf8")).toBe(output);
  });

  it("takes what is said on standard error, too", async () => {
    expect((await node(`console.error("no")`)).output).toBe("no\n");
  });

  it("has no code when there is no such program, and says so", async () => {
    const { code, output } = await run(join(folder, "none"), []);
    expect(code).toBeNull();
    expect(output).toContain("ENOENT");
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
    await expect.poll(() => existsSync(join(folder, "alive")), { timeout: 30_000 }).toBe(true);
    await endAll();
    await closed;
    expect(child.signalCode).toBe("SIGTERM");
  });
});

describe("lastLines(output, count)", () => {
  it("gives the end, where programs say what went wrong", () => {
    expect(lastLines("a\r\nb\nc\n\n", 2)).toBe("b\nc");
    expect(lastLines("a", 2)).toBe("a");
  });
});
