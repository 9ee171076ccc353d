import { describe, expect, test } from "vitest";
import * as tslab from "tslab";
import { cellRequire } from "../../../src/kernel/browser/worker/require.ts";

type Require = ((id: unknown) => object) & {
  load(id: unknown): Promise<{ default?: unknown }>;
  count: () => number;
  pass: (error: unknown) => void;
  default(module: unknown): unknown;
};

describe("what cells of a page import", () => {
  const library = { descend: 1 };
  const passed: unknown[] = [];
  const lookout = { steps: 7, passed, count() { return this.steps; }, pass(error: unknown) { this.passed.push(error); } }; // prettier-ignore
  const called = {
    guard: { wait: () => "wait", each: () => "each" },
    disposables: { use: () => "use" },
    stacks: { throwing: () => "throwing" },
  };
  const require = cellRequire(library, lookout as never, called as never) as Require;

  test("is the library and what displays, and nothing else", async () => {
    const missing = "waves";
    expect(require("fall-line")).toBe(library);
    expect(require("tslab")).toBe(tslab);
    expect(() => require(missing)).toThrow('there is no module "waves" in a page');
    await expect(require.load("fall-line")).resolves.toEqual({ ...library, default: library });
    await expect(require.load(missing)).rejects.toThrow('there is no module "waves" in a page');
  });

  test("carries what counts, and lets pass what stops a cell", () => {
    const { count, pass } = require;
    expect(count()).toBe(7);
    pass("error");
    expect(passed).toEqual(["error"]);
    expect(require.default({ __esModule: true, default: 4 })).toBe(4);
  });
});
