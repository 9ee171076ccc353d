import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sessionBuild } from "../../../src/cli/build/kernel.ts";
import { lessonOptions } from "../../../src/cli/build/lesson-options.ts";
import { buildKernelTypes } from "../../../src/cli/build/kernel-types.ts";
import type { checkCells, Found } from "./checker.ts";
import { SNIPPETS } from "./snippets.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-language-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the kernel has against each snippet as a cell. */
async function asCells(): Promise<Found[][]> {
  const { lib } = await lessonOptions();
  await buildKernelTypes(folder, lib);
  await build({
    ...(await sessionBuild()),
    bundle: true,
    minify: false,
    entryPoints: ["test/kernel/core/checker.ts"],
    outfile: join(folder, "checker.cjs"),
  });
  const library = join(folder, "library.d.ts");
  writeFileSync(library, "export {};\n");
  const checker = createRequire(import.meta.url)(join(folder, "checker.cjs")) as {
    checkCells: typeof checkCells;
  };
  return checker.checkCells(SNIPPETS, {
    library: { code: "", types: library },
    types: { globals: join(folder, "globals-20.d.ts"), modules: join(folder, "node") },
    tslabTypes: library,
    compiler: join(folder, "typescript.js"),
  });
}

/** What the compiler has against each snippet as the source of a lesson. */
function asLessons(): Found[][] {
  const config = ts.readConfigFile("lessons/tsconfig.json", (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(
    { ...(config.config as object), include: [] },
    ts.sys,
    "lessons",
  );
  const paths = SNIPPETS.map((_, i) => join(process.cwd(), "lessons", `snippet-${String(i)}.ts`));
  const host = ts.createCompilerHost(options);
  const onDisk = host.getSourceFile.bind(host);
  const program = ts.createProgram(["src/kernel/node/globals.d.ts", ...paths], options, {
    ...host,
    fileExists: (path) => paths.includes(path) || ts.sys.fileExists(path),
    getSourceFile(path, language) {
      const index = paths.indexOf(path);
      // A cell's first line is the kernel's.
      return index < 0
        ? onDisk(path, language)
        : ts.createSourceFile(path, `export {};\n${SNIPPETS[index]!}`, language, true);
    },
  });
  return paths.map((path) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map(({ code, start, messageText }) => ({
      code,
      start,
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    })),
  );
}

describe("a cell and a lesson's source", () => {
  let cells: Found[][];
  let lessons: Found[][];
  beforeAll(async () => {
    cells = await asCells();
    lessons = asLessons();
  }, 120_000);

  test("are judged alike, word for word, a hundred times", () => {
    expect(SNIPPETS.length).toBeGreaterThanOrEqual(100);
    const both = (found: Found[][]) => SNIPPETS.map((snippet, i) => ({ snippet, found: found[i] }));
    expect(both(cells)).toEqual(both(lessons));
  });

  test("are judged: a third of the snippets is in order", () => {
    const good = lessons.filter((found) => found.length === 0).length;
    expect(good).toBeGreaterThan(25);
    expect(good).toBeLessThan(50);
  });

  const declared = (name: string): string => readFileSync(join(folder, name), "utf8");

  test.each([
    ["20", []],
    ["22", ["withResolvers", "fromAsync", "isSubsetOf", "lib.esnext.iterator"]],
    [
      "24",
      [
        "withResolvers",
        "fromAsync",
        "isSubsetOf",
        "lib.esnext.iterator",
        "Float16Array",
        "captureStackTrace(",
      ],
    ],
  ])("know what Node %s has of the language: %j", (version, has) => {
    const text = declared(`globals-${version}.d.ts`);
    const language = text.slice(0, text.indexOf("@types/node/globals.typedarray"));
    for (const name of ["withResolvers", "fromAsync", "isSubsetOf", "lib.esnext.iterator", "Float16Array"])
      expect(language.includes(name), name).toBe(has.includes(name));
  });

  test("know what is global: the language, Node, and what the kernel has besides", () => {
    const text = declared("globals-20.d.ts");
    for (const line of [
      "interface PromiseConstructor {",
      "declare var process: NodeJS.Process;",
      "declare function prompt(message?: string, initial?: string): string | null;",
      'declare module "@types/node/web-globals/abortcontroller.d.ts" {',
      'declare module "undici-types" {',
      'declare module "undici-types/agent" {',
      'import Pool from "undici-types/pool"',
    ])
      expect(text).toContain(line);
    expect(text).not.toMatch(/<reference (?!no-default-lib)/);
    expect(text).not.toMatch(/from ['"]\.\//);
  });

  test("know each module of Node, in a few words: without what is said about it", () => {
    expect(declared("node/zlib.d.ts")).toMatch(
      /^\s*declare module "zlib" \{\n {4}import \{ NonSharedBuffer \}/,
    );
    expect(declared("node/node-zlib.d.ts")).toMatch(
      /^\s*declare module "node:zlib" \{\n {4}export \* from "zlib";/,
    );
    expect(declared("node/path/posix.d.ts")).toContain('declare module "path/posix" {');
    for (const name of ["zlib", "http2", "repl"])
      expect(declared(`node/${name}.d.ts`)).not.toMatch(/\/\*|^\s*\/\//m);
    expect(declared("node/zlib.d.ts")).toMatch(/function createGzip\(.*\n.*/);
  });
});
