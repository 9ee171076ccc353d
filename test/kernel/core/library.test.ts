import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runLibrary } from "../../../src/kernel/core/session/library.ts";

test("a library is run as it is built, and what it exports is there under its names", async () => {
  const file = join(resolve(import.meta.dirname, "../../.."), "dist", "index.js");
  const exported = runLibrary(readFileSync(file, "utf8"), file);
  const asModule = (await import(file)) as object;
  expect(Object.keys(exported).sort()).toEqual(Object.keys(asModule).sort());
});

test("a name may be exported as another, and is read when it is asked for", () => {
  const module = runLibrary("let n=1;function more(){n++}export{more,n as count};\n", "library.js");
  (module["more"] as () => void)();
  expect(module["count"]).toBe(2);
});

test("what exports nothing is told as such", () => {
  expect(() => runLibrary("const a = 1;\n", "library.js")).toThrow("the library exports nothing");
});
