import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test, vi } from "vitest";
import { report } from "../../src/cli/boot/report.js";
import { writeIfChanged } from "../../src/cli/build/changed.ts";
import { languageTypes } from "../../src/cli/build/kernel-types.ts";
import { divideModules } from "../../src/cli/build/node-modules.ts";
import { Trouble } from "../../src/system/trouble.js";

const place = mkdtempSync(join(tmpdir(), "build-parts-"));
afterAll(() => rmSync(place, { recursive: true }));

test("a product is written whole, and left as it is where it is the same", async () => {
  const path = join(place, "product.js");
  await writeIfChanged(path, "one");
  const { ino } = statSync(path);
  await writeIfChanged(path, "one");
  expect(statSync(path).ino).toBe(ino);
  await writeIfChanged(path, "two");
  expect([readFileSync(path, "utf8"), existsSync(`${path}.new`)]).toEqual(["two", false]);
});

describe("Node's declarations are divided", () => {
  const NODE = `/// <reference lib="es5" />
interface Console { log(text: string): void }
declare module "fs" { import { Abortable } from "node:events"; export function read(): Abortable; }
declare module "node:fs" { export * from "fs"; }
declare module "events" { export interface Abortable {} }
declare module "node:events" { export * from "events"; }
declare module "url" { import dns = require("dns"); global { interface URL { host: string } } }
declare module "dns" { export type Of = import("node:net").Socket; }
declare module "net" { export interface Socket {} }
declare module "process" {
  global { namespace NodeJS { interface BuiltInModule { zlib: typeof import("zlib") } interface Process { exit(): import("tty").Stream } } }
}
declare module "tty" { export { Socket as Stream } from "net"; }
declare module "zlib" { const name: "fs"; }
declare module "zlib" { const more: "tty"; }
`;
  const { globals, modules } = divideModules(NODE);

  test("into what is global, with every module that it speaks of, by either of its names", () => {
    for (const name of ["url", "dns", "net", "process", "tty"])
      expect(globals, name).toContain(`declare module "${name}"`);
    expect(globals).toMatch(/^\/\/\/ <reference lib="es5" \/>\ninterface Console/);
  });

  test("and each other module, whole: a list of all modules speaks of none", () => {
    expect([...modules.keys()]).toEqual(["fs", "node:fs", "events", "node:events", "zlib"]);
    expect(modules.get("fs")!.trim()).toBe(NODE.split("\n")[2]);
    expect(modules.get("zlib")!.trim().split(/\n+/)).toEqual(NODE.trim().split("\n").slice(-2));
    expect(globals).not.toContain('declare module "fs"');
  });
});

test("the declarations of the language are one file, each library once, what it needs before it", async () => {
  const [twice, once] = await Promise.all(
    [["ES2015.Promise", "ES2015"], ["ES2015"]].map((libraries) => languageTypes(libraries)),
  );
  expect(once!.startsWith('/// <reference no-default-lib="true"/>\n')).toBe(true);
  expect(once!.match(/<reference /g)).toHaveLength(1);
  expect(twice).toHaveLength(once!.length);
  expect(once!.indexOf("interface Array<T> {")).toBeLessThan(once!.indexOf("interface PromiseConstructor {"));
});

test("and what no Node has yet is none of them", async () => {
  const text = await languageTypes(["ESNext"]);
  expect(text).toContain("type DecoratorMetadata");
  expect(text).not.toContain("readonly metadata: unique symbol");
});

describe("what went wrong is said on standard error", () => {
  const told = (error: unknown): string => {
    let text = "";
    vi.spyOn(process.stderr, "write").mockImplementation((more) => ((text += String(more)), true));
    report(error);
    vi.restoreAllMocks();
    return text;
  };

  test("in a sentence, with the cure, and the end of a program's output marked as such", () => {
    expect(told(new Trouble("It is torn.", "Mend it.", "one\ntwo"))).toBe(
      "\nfall-line: It is torn.\n  | one\n  | two\nMend it.\n",
    );
    for (const detail of [undefined, ""])
      expect(told(new Trouble("a.ts is torn", "Mend it.", detail))).toBe(
        "\nfall-line: a.ts is torn.\nMend it.\n",
      );
  });

  test("in lines that fit, but for a path, which can be copied", () => {
    const word = "x".repeat(60);
    expect(told(new Trouble(`${word} ${word}`, `${word} ${word}`))).toBe(
      `\nfall-line: ${word}\n${word}.\n${word}\n${word}\n`,
    );
    expect(told(new Trouble(`${word} /${word}`, `${word} C:\\${word}`))).toBe(
      `\nfall-line: ${word} /${word}.\n${word} C:\\${word}\n`,
    );
  });

  test("with its stack where nobody foresaw it", () => {
    expect(told(new RangeError("too deep"))).toMatch(/^\nfall-line: RangeError: too deep\n +at /);
    expect(told("no error")).toBe("\nfall-line: no error\n");
  });
});
