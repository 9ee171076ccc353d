import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { files, places } from "../../../src/kernel/browser/worker/files.ts";
import { ts } from "../../../src/kernel/core/compiler/typescript.ts";

const { sys } = ts;
let system: typeof sys;
beforeAll(async () => {
  await import("../../../src/kernel/browser/worker/system.ts");
  system = ts.sys;
  ts.setSys(sys);
});
afterEach(() => files.clear());
afterAll(() => ts.setSys(sys));

test("the compiler reads files in memory, and no others", () => {
  files.set("/fall-line/node/zlib.d.ts", "declare module 'zlib';");
  files.set("/fall-line/node/fs/promises.d.ts", "");
  files.set("/fall-line/index.d.ts", "export {};");
  expect(system.readFile("/fall-line/node/zlib.d.ts")).toBe("declare module 'zlib';");
  expect([system.readFile("/a.ts"), system.readFile("package.json")]).toEqual([undefined, undefined]);
  const there = ["/fall-line/index.d.ts", "/fall-line/node/fs/promises.d.ts", "/fall-line", import.meta.dirname];
  expect(there.map((path) => system.fileExists(path))).toEqual([true, true, false, false]);
  const folders = ["/notebook", "/fall-line", "/fall-line/node/fs", "/fall", "/fall-line/index.d.ts", "/"];
  expect(folders.map((path) => system.directoryExists(path))).toEqual([true, true, true, false, false, false]);
  expect(system.readDirectory("/fall-line/node")).toEqual(["/fall-line/node/zlib.d.ts", "/fall-line/node/fs/promises.d.ts"]);
  expect(system.getDirectories("/fall-line")).toEqual([]);
}); // prettier-ignore

test("the compiler knows where it is, and tells large letters from small ones", () => {
  expect([system.getCurrentDirectory(), system.getExecutingFilePath()]).toEqual(["/notebook", places.compiler]);
  expect(system.resolvePath("/notebook/../a")).toBe("/notebook/../a");
  expect([system.newLine, system.useCaseSensitiveFileNames, system.args]).toEqual(["\n", true, []]);
}); // prettier-ignore

test.each(["write", "writeFile", "createDirectory", "exit"] as const)(
  "the compiler is not to %s in a page",
  (name) => {
    expect(() => (system[name] as (what: string) => void)("a")).toThrow("the compiler writes no files here");
  },
);
