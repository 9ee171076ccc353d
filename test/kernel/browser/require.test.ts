import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { runModule } from "../../../src/kernel/browser/worker/module.ts";

test("a library is run as it is built, and what it exports is there under its names", async () => {
  const file = join(resolve(import.meta.dirname, "../../.."), "dist", "index.js");
  const exported = runModule(readFileSync(file, "utf8"));
  const asModule = (await import(file)) as object;
  expect(Object.keys(exported).sort()).toEqual(Object.keys(asModule).sort());
});

test("a name may be exported as another, and is read when it is asked for", () => {
  const module = runModule("let n = 1;\nfunction more() { n++; }\nexport {\n  more,\n  n as count\n};\n");
  (module["more"] as () => void)();
  expect(module["count"]).toBe(2);
});

test("what exports nothing is told as such", () => {
  expect(() => runModule("const a = 1;\n")).toThrow("the library exports nothing");
});
