import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

type Parts = typeof import("../../../src/kernel/browser/worker/node-parts.ts");

describe("what tslab takes of Node's modules, in a page", () => {
  let parts: Parts;
  beforeAll(async () => {
    vi.stubGlobal("importScripts", () => undefined);
    parts = await import("../../../src/kernel/browser/worker/node-parts.ts");
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(globalThis, Symbol.for("fall-line.slot"));
  });

  test.each([
    [["/notebook", "a.ts"], "/notebook/a.ts"],
    [["/notebook/", "/a", "b.ts"], "/notebook/a/b.ts"],
    [["/notebook///a"], "/notebook/a"],
    [["a"], "a"],
  ])("join(%j) is %s", (given, joined) => {
    expect(parts.join(...given)).toBe(joined);
    expect(parts.default.join(...given)).toBe(joined);
  });

  test.each([
    ["/notebook", "/notebook/a.ts", "a.ts"],
    ["/notebook", "/notebook/a/b.ts", "a/b.ts"],
    ["/notebook", "/notebooks/a.ts", "..//notebooks/a.ts"],
    ["/notebook", "/fall-line/index.d.ts", "..//fall-line/index.d.ts"],
  ])("from %s to %s is %s", (from, to, path) => {
    expect(parts.default.relative(from, to)).toBe(path);
  });

  test.each([
    ["/notebook/a.ts", "/notebook"],
    ["/a.ts", ""],
    ["a.ts", ""],
  ])("%s lies in %j", (path, folder) => {
    expect(parts.default.dirname(path)).toBe(folder);
  });

  test("code is run, modules are none, and ids are never the same", () => {
    expect(parts.default.runInThisContext("1 + 1")).toBe(2);
    expect(parts.default.createRequire()).not.toThrow();
    expect(parts.default.major()).toBe(20);
    expect(parts.randomBytes().toString()).not.toBe(parts.randomBytes().toString());
    expect(parts.lastWriteDisplayData).toBeNull();
  });

  test("bytes are told in base 64, and nothing else is a buffer", () => {
    const bytes = Uint8Array.of(0, 1, 200, 255);
    expect(parts.Buffer.from(bytes).toString()).toBe(Buffer.from(bytes).toString("base64"));
    expect(() => (parts.Buffer as () => void)()).toThrow("there are no buffers in a page");
  });
});
