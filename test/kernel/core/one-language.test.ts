import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lessonOptions, sessionBuild } from "../../../src/cli/build/kernel.ts";
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
    compiler: "",
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
  const globals = ["globals", "web-globals"].map((name) => `src/kernel/node/${name}.d.ts`);
  const program = ts.createProgram([...globals, ...paths], options, {
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

describe("a cell and a lesson's source", { timeout: 120_000 }, () => {
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
});
