import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { report } from "../../src/cli/boot/report.js";
import { bundle } from "../../src/cli/build/bundle.ts";
import { writeIfChanged } from "../../src/system/whole-file.js";
import { copyTypeface } from "../../src/cli/build/frontend.ts";
import { languageTypes } from "../../src/cli/build/kernel-types.ts";
import { divideModules } from "../../src/cli/build/node-modules.ts";
import { buildScript } from "../../src/cli/build/script.ts";
import { UserError } from "../../src/system/user-error.js";

const place = mkdtempSync(join(tmpdir(), "build-parts-"));
afterAll(() => rmSync(place, { recursive: true }));

test("a product is written whole, and left as it is where it is the same", () => {
  const path = join(place, "product.js");
  writeIfChanged(path, "one");
  const { ino } = statSync(path);
  writeIfChanged(path, "one");
  expect(statSync(path).ino).toBe(ino);
  writeIfChanged(path, "two");
  expect([readFileSync(path, "utf8"), existsSync(`${path}.new`)]).toEqual(["two", false]);
});

test("the typeface of headings is there, with each font that its sheet names, when its copying ends", async () => {
  const folder = join(place, "type");
  await copyTypeface(folder);
  const sheet = readFileSync(join(folder, "type.css"), "utf8");
  const fonts = Array.from(sheet.matchAll(/url\(([^)]+)\)/g), ([, font]) => font!);
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts)
    expect(readFileSync(join(folder, font)).subarray(0, 4).toString(), font).toBe("wOF2");
});

describe("Node's declarations are divided", () => {
  const NODE = `/// <reference lib="es5" />
interface Console { log(text: string, to: import("node:string_decoder").To): void }
interface Told { name: "punycode" }
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
declare module "string_decoder" { export { Far } from "node:far"; }
declare module "node:string_decoder" { export * from "string_decoder"; import type { To } from "only"; }
declare module "node:only" { const only: 1; }
declare module "far" { import type { Farther } from "farther"; }
declare module "farther" { const name: "fs"; }
declare module "punycode" { const host: URL; }
namespace Globals { const here: Told; }
`;
  const { globals, modules } = divideModules(NODE);

  test("into what is global, with every module that it speaks of, by either of its names", () => {
    const speaksOf = ["string_decoder", "node:string_decoder", "far", "farther", "node:only"];
    for (const name of ["url", "dns", "net", "process", "tty", ...speaksOf])
      expect(globals, name).toContain(`declare module "${name}"`);
    expect(globals).toContain("interface Told");
    expect(globals).toContain("namespace Globals");
    expect(globals).toMatch(/^\/\/\/ <reference lib="es5" \/>\ninterface Console/);
  });

  test("and each other module, whole: a list of all modules speaks of none", () => {
    expect([...modules.keys()]).toEqual(["fs", "node:fs", "events", "node:events", "zlib", "punycode"]);
    expect(modules.get("fs")!.trim()).toBe(NODE.split("\n")[3]);
    expect(modules.get("zlib")!.trim().split(/\n+/)).toEqual(
      NODE.split("\n").filter((line) => line.includes('"zlib" {')),
    );
    expect(globals).not.toContain('declare module "fs"');
  });
});

describe("a program is bundled", () => {
  const entry = join(place, "entry.ts");
  writeFileSync(join(place, "part.ts"), "export const part: number = 41;");
  writeFileSync(entry, 'import { part } from "./part.ts"; console.log(part + 1, WHERE);');
  const out = join(place, "out.js");
  const said = (program: string): unknown[] => {
    const words: unknown[] = [];
    runInNewContext(program, { console: { log: (...more: unknown[]) => words.push(...more) } });
    return words;
  };

  test("into one file, with what is asked for, which stays where it is the same", async () => {
    await bundle(entry, out, { format: "iife", define: { WHERE: '"here"' } });
    expect(said(readFileSync(out, "utf8"))).toEqual([42, "here"]);
    const { ino } = statSync(out);
    await bundle(entry, out, { format: "iife", define: { WHERE: '"here"' } });
    expect(statSync(out).ino).toBe(ino);
    await bundle(entry, out, { format: "iife", define: { WHERE: '"there"' } });
    expect(said(readFileSync(out, "utf8"))).toEqual([42, "there"]);
  });

  test("for a page: a classic script, in one line", async () => {
    await buildScript(entry, out, { define: { WHERE: '"a page"' } });
    const program = readFileSync(out, "utf8");
    expect(said(program)).toEqual([42, "a page"]);
    expect(program.trim().split("\n")).toHaveLength(1);
    expect(program).toMatch(/^("use strict";)?\(\(\)/);
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
    expect(told(new UserError("It is torn.", "Mend it.", "one\ntwo"))).toBe(
      "\nfall-line: It is torn.\n  | one\n  | two\nMend it.\n",
    );
    for (const detail of [undefined, ""])
      expect(told(new UserError("a.ts is torn", "Mend it.", detail))).toBe(
        "\nfall-line: a.ts is torn.\nMend it.\n",
      );
  });

  test("in lines that fit, but for a path, which can be copied", () => {
    const word = "x".repeat(60);
    expect(told(new UserError(`${word} ${word}`, `${word} ${word}`))).toBe(
      `\nfall-line: ${word}\n${word}.\n${word}\n${word}\n`,
    );
    expect(told(new UserError(`${word} /${word}`, `${word} C:\\${word}`))).toBe(
      `\nfall-line: ${word} /${word}.\n${word} C:\\${word}\n`,
    );
  });

  test("with its stack where nobody foresaw it", () => {
    expect(told(new RangeError("too deep"))).toMatch(/^\nfall-line: RangeError: too deep\n +at /);
    expect(told("no error")).toBe("\nfall-line: no error\n");
  });
});
