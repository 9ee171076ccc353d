import { runInThisContext } from "node:vm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { countingTransformer } from "../../../src/kernel/core/cell/rounds.ts";
import { ts } from "../../../src/kernel/core/compiler/typescript.ts";
import type { Platform } from "../../../src/kernel/core/platform.ts";
import { tellSourceText } from "../../../src/kernel/browser/worker/source-text.ts";

describe("the quiet of a page", () => {
  let collectWhenQuiet: () => void;
  const counted: unknown[] = [];
  let isRefused = false;
  beforeAll(async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    vi.resetModules();
    ({ collectWhenQuiet } = await import("../../../src/kernel/browser/collecting.ts"));
    vi.stubGlobal("ArrayBuffer", function (size: number) {
      counted.push(size);
      if (isRefused) throw new RangeError("no");
    });
  });
  beforeEach(() => void (counted.length = 0));
  afterAll(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test("has the engine look for garbage two seconds after the last work, once", () => {
    collectWhenQuiet();
    vi.advanceTimersByTime(1999);
    collectWhenQuiet();
    vi.advanceTimersByTime(1999);
    expect(counted).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(counted).toEqual([2 ** 27]);
    vi.advanceTimersByTime(10_000);
    expect(counted).toHaveLength(1);
  });

  test("is no fault where so much memory cannot be had", () => {
    isRefused = true;
    collectWhenQuiet();
    expect(() => vi.advanceTimersByTime(2000)).not.toThrow();
    expect(counted).toHaveLength(1);
  });
});

describe("the core in a worker of a page", () => {
  let platform: Platform;
  let own: Platform;
  let files: Map<string, string>;
  const custom = Symbol.for("nodejs.util.inspect.custom");
  const marked = [Promise.prototype, Error.prototype, ...[new Map().entries(), new Set().values()].map((one) => Object.getPrototypeOf(one) as object)]; // prettier-ignore
  beforeAll(async () => {
    vi.resetModules();
    ({ platform } = await import("../../../src/kernel/core/platform.ts"));
    own = { ...platform };
    const { runInPage } = await import("../../../src/kernel/browser/worker/platform.ts");
    ({ files } = await import("../../../src/kernel/browser/worker/files.ts"));
    runInPage();
  });
  afterAll(() => {
    Object.assign(platform, own);
    for (const prototype of marked) Reflect.deleteProperty(prototype, custom);
  });
  afterEach(() => files.clear());

  test("has a folder, and knows the few files that there are", () => {
    files.set("/notebook/a.ts", "1");
    expect([platform.folder(), platform.pathOf("file:///notebook/a%20b.ts")]).toEqual(["/notebook", "/notebook/a%20b.ts"]); // prettier-ignore
    expect([platform.shortName("/notebook/a.ts"), platform.shortName("/other/a.ts")]).toEqual(["a.ts", "/other/a.ts"]); // prettier-ignore
    expect(platform.stampOf("/notebook/a.ts")).toBeDefined();
    expect(platform.stampOf("/notebook/b.ts")).toBeUndefined();
    expect(platform.countsRounds).toBe(true);
    expect(platform.words.keepingOutput).toBe("print less, or what you want to see last");
    expect(platform.inspect([1])).toBe("[ 1 ]");
  });

  test("does things in turns of their own, in order, and later", async () => {
    const done: string[] = [];
    await new Promise<void>((resolve) => {
      platform.later(() => done.push("later"), 0);
      platform.soon(() => done.push("one"));
      platform.soon(() => done.push("two"));
      void Promise.resolve().then(() => done.push("a promise"));
      done.push("now");
      const wait = (): void => (done.length === 5 ? resolve() : platform.soon(wait));
      wait();
    });
    expect(done.filter((one) => one !== "later")).toEqual(["now", "a promise", "one", "two"]);
  });
});

test("a function tells its text as it was written, without what counts in it", () => {
  const own = Function.prototype.toString; // oxlint-disable-line typescript/unbound-method
  const text = "function f(x) {\n    return x + 1;\n}";
  const { outputText } = ts.transpileModule(text, { transformers: { before: [countingTransformer] } });
  expect(outputText).not.toContain(text);
  const counting = runInThisContext(`(() => { ${outputText}\nreturn f; })()`) as () => unknown;
  tellSourceText();
  try {
    expect(String(counting)).toBe(text);
    expect(() => Function.prototype.toString.call({})).toThrow(TypeError);
  } finally {
    Function.prototype.toString = own;
  }
});
