import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { scriptNames } from "../../../src/kernel/core/errors/calls.ts";

const evaluate = globalThis.eval;
/** The scripts that can be loaded, by address; the same that have been taken back. */
const scripts = new Map<string, string>();
const revoked: string[] = [];
let made = 0;

type RunCode = (code: string) => unknown;
/** Loads the module as in a browser whose `eval` and scripts are these. */
async function loaded(evaluated: RunCode, imported: RunCode): Promise<RunCode> {
  vi.resetModules();
  vi.stubGlobal("eval", evaluated);
  vi.stubGlobal("importScripts", (address: string) => void imported(scripts.get(address)!));
  const { runCode } = await import("../../../src/kernel/browser/worker/run-code.ts");
  return runCode;
}
const told = (code: string): unknown => evaluate(code);
/** As in Safari, whose stacks do not name what is evaluated. */
const untold = (code: string): unknown => evaluate(code.replace("sourceURL=fall-line-trial", ""));

beforeAll(() => {
  vi.stubGlobal("Blob", class { constructor(readonly parts: string[], readonly options: object) {} }); // prettier-ignore
});
const spyOnAddresses = (): void => {
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    const { parts, options } = blob as unknown as { parts: string[]; options: { type: string } };
    expect(options).toEqual({ type: "text/javascript" });
    scripts.set(`blob:${++made}`, parts.join(""));
    return `blob:${made}`;
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((address) => void revoked.push(address));
};
afterEach(() => {
  scriptNames.clear();
  scripts.clear();
  revoked.length = made = 0;
});
afterAll(() => {
  vi.unstubAllGlobals();
  Reflect.deleteProperty(globalThis, Symbol.for("fall-line.slot"));
});

describe("code in a page", () => {
  test("is evaluated where the engine tells its lines then", async () => {
    spyOnAddresses();
    const run = await loaded(told, () => expect.unreachable());
    expect(run("1 + 1")).toBe(2);
    expect(made).toBe(0);
  });

  test("is run as a script where it tells them only of scripts, under the name that it gives itself", async () => {
    spyOnAddresses();
    // The stack of such a script has its address.
    const run = await loaded(untold, (script) => {
      evaluate(script.replace("sourceURL=fall-line-trial", `sourceURL=blob:${made}`));
    });
    expect(made).toBe(1);
    expect(run("[1, 2]\n//# sourceURL=cell-4")).toEqual([1, 2]);
    expect(run("3")).toBe(3);
    expect(revoked).toEqual(["blob:1", "blob:2", "blob:3"]);
    const { scriptNames: names } = await import("../../../src/kernel/core/errors/calls.ts");
    expect([...names]).toEqual([["blob:1", "fall-line-trial"], ["blob:2", "cell-4"]]); // prettier-ignore
    const slot = (globalThis as Record<symbol, unknown>)[Symbol.for("fall-line.slot")];
    expect(slot).toEqual({ value: undefined });
    expect(() => run("(() => { throw new RangeError('mine') })()")).toThrow(RangeError);
    expect(revoked.at(-1)).toBe("blob:4");
  });

  test.each<[string, RunCode]>([
    ["names neither", untold],
    ["forbids scripts", () => { throw new Error("no"); }], // prettier-ignore
  ])("is evaluated where the engine %s", async (_, imported) => {
    spyOnAddresses();
    const run = await loaded(untold, imported);
    expect([run("1 + 1"), made]).toEqual([2, 1]);
  });
});

describe("what the compiler has of Node in a page", () => {
  let parts: typeof import("../../../src/kernel/browser/worker/node-parts.ts");
  beforeAll(async () => {
    vi.resetModules();
    vi.stubGlobal("importScripts", () => undefined);
    parts = await import("../../../src/kernel/browser/worker/node-parts.ts");
  });

  test("are paths, joined, taken apart and seen from a folder", () => {
    expect([parts.join("/a", "b", "c"), parts.join("/a/", "/b")]).toEqual(["/a/b/c", "/a/b"]);
    const { dirname, relative } = parts.default;
    expect(["/a/b/c.ts", "/a", "a"].map(dirname)).toEqual(["/a/b", "", ""]);
    expect([relative("/a", "/a/b/c"), relative("/a", "/ab/c")]).toEqual(["b/c", "..//ab/c"]);
  });

  test("are numbers that are never the same twice, and bytes in base 64", () => {
    const [one, two] = [parts.randomBytes().toString(), parts.randomBytes().toString()];
    expect(one).toMatch(/^[0-9a-f]{32}$/);
    expect(two).not.toBe(one);
    const bytes = Uint8Array.of(0, 127, 128, 255, 7);
    expect(parts.Buffer.from(bytes).toString()).toBe(Buffer.from(bytes).toString("base64"));
    expect(() => void parts.Buffer()).toThrow("there are no buffers in a page");
  });

  test("is a Node of today, and code that runs", () => {
    expect(parts.default.major()).toBeGreaterThanOrEqual(20);
    expect(parts.default.runInThisContext("1 + 1")).toBe(2);
    expect(parts.default.createRequire()).toBeTypeOf("function");
  });
});
