import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type * as TS from "typescript";
import {
  compilerForTslab,
  forgetCompilation,
  latestCompilation,
  setting,
  sharedScope,
} from "../../../../src/kernel/core/compiler/for-tslab.ts";
import type { WatchHost } from "../../../../src/kernel/core/compiler/program.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";
import { platform } from "../../../../src/kernel/core/platform.ts";

interface ForTslab {
  __esModule: boolean;
  createSourceFile: unknown;
  getDefaultTypeRoots(): unknown[];
  getNullTransformationContext(): unknown;
  createWatchCompilerHost(roots: string[], options: TS.CompilerOptions, system: unknown): WatchHost;
  getPreEmitDiagnosticsOfFiles(program: TS.Program, files: TS.SourceFile[]): TS.Diagnostic[];
  getQuickInfoAtPosition(file: TS.SourceFile, checker: TS.TypeChecker, _: unknown, position: number): TS.QuickInfo;
  Completions: { getCompletionsAtPositionForTslab(...given: unknown[]): TS.CompletionInfo };
  transpileModule(text: string): TS.TranspileOutput;
} // prettier-ignore

const forTslab = compilerForTslab as ForTslab;
const before = [{ ...setting }, { ...platform }] as const;
beforeAll(() => {
  Object.assign(platform, { folder: () => "/work", countsRounds: false });
  setting.options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, noLib: true, types: [], declaration: true, sourceMap: true }; // prettier-ignore
  setting.declarations = ["/globals.d.ts"];
  setting.nodeTypes = { globals: "/globals.d.ts", modules: "/types/node" };
});
afterAll(() => {
  Object.assign(setting, before[0]);
  Object.assign(platform, before[1]);
  for (const name of sharedScope.changing) if (name.startsWith("changed")) sharedScope.changing.delete(name);
});
afterEach(() => forgetCompilation());

const watchHost = () =>
  forTslab.createWatchCompilerHost(["/cell.ts"], { rootDir: "/r", outDir: "/o", allowJs: true, jsx: ts.JsxEmit.Preserve, noLib: false }, "system"); // prettier-ignore

function programOf(code: string): { program: TS.Program; file: TS.SourceFile; host: TS.CompilerHost } {
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, ts.ScriptTarget.ES2022, true);
  const host = { ...ts.createCompilerHost(setting.options), getSourceFile: (path: string) => (path === "cell.ts" ? file : undefined), fileExists: () => false, readDirectory: () => [] }; // prettier-ignore
  return { program: ts.createProgram(["cell.ts"], setting.options, host), file, host };
}

/** What is written when a cell is emitted, by the end of the file's name. */
function emitted(code: string, transformers?: TS.CustomTransformers): Record<string, string> {
  const { program, file } = programOf(code);
  const written: Record<string, string> = {};
  const write: TS.WriteFileCallback = (path, text) => (written[path.replace("cell.", "")] = text);
  watchHost().emit(program, [file, write, undefined, undefined, transformers]);
  expect(latestCompilation().file).toBe(file);
  return written;
}

describe("the compiler for tslab", () => {
  test("is ours, with what only its own build has", () => {
    expect([forTslab.__esModule, forTslab.createSourceFile]).toEqual([true, ts.createSourceFile]);
    expect([forTslab.getDefaultTypeRoots(), forTslab.getNullTransformationContext()]).toEqual([[], undefined]);
    expect(forTslab.transpileModule("text")).toEqual({ outputText: "text" });
  });

  test("has programs of the cell and what is declared, with options of ours", () => {
    const { rootFiles, options, system, nodeTypes } = watchHost();
    expect([rootFiles, system, nodeTypes]).toEqual([["/cell.ts", "/globals.d.ts"], "system", setting.nodeTypes]);
    expect(options).toEqual({ ...setting.options, rootDir: "/r", outDir: "/o", allowJs: true, jsx: ts.JsxEmit.Preserve });
  });
}); // prettier-ignore

describe("what is emitted of a cell", () => {
  test("is its code without what marks a module, and its declarations; the map is kept apart", () => {
    const { js, ...rest } = emitted("let a = 1;\nexport { a };");
    expect(js).toBe("__scope.a = 1;\n");
    expect(rest).toEqual({ "d.ts": "export {};\ndeclare let a: number;\nexport { a };\n" });
    expect(latestCompilation().sourceMap).toMatch(/^;?[\w;,+/]+$/);
    forgetCompilation();
    expect(latestCompilation()).toEqual({ program: undefined, diagnostics: [], isTried: false, cell: "", file: undefined, sourceMap: "" }); // prettier-ignore
  });

  test.each([
    ["", ";"],
    ["// words", ";"],
    ["type A = 1;", ";"],
    ["'export {};'; 1;", "'export {};';\n__scope.__last = 1;\n"],
    ["'//# sourceMappingURL=a'; 1;", "'//# sourceMappingURL=a';\n__scope.__last = 1;\n"],
  ])("%j is %j", (code, js) => {
    expect(emitted(code)["js"]).toBe(js);
  });

  test("is declared plainly where the compiler makes no declarations", () => {
    const written = emitted("const f = (() => { class A { private x = 1; } return A; })(); export { f };");
    expect(written["d.ts"]).toBe("declare let f: typeof A;\n");
    expect(emitted("const f = 1; export { f };")["d.ts"]).toContain("declare const f = 1;\n");
  });

  test("goes through what tslab does with declarations", () => {
    const seen: string[] = [];
    emitted("1;", { afterDeclarations: [() => (node) => (seen.push("seen"), node)] });
    expect(seen).toEqual(["seen"]);
  });

  test("counts rounds where nothing else can stop it", () => {
    const loop = "for (let i = 0; ;) { i; }";
    expect(emitted(loop)["js"]).not.toContain("__kernel.count");
    Object.assign(platform, { countsRounds: true });
    expect(emitted(loop)["js"]).toContain("__kernel.count");
    Object.assign(platform, { countsRounds: false });
  });

  test("keeps no name in a loop that a function of this or an earlier cell assigns", () => {
    emitted("let changed1 = 0; function f() { changed1++; } let other2 = 0;");
    expect([sharedScope.changing.has("changed1"), sharedScope.changing.has("other2")]).toEqual([true, false]);
  });
});

test("what is said against a cell is kept: all that has a place, but that it asks for a module with require", () => {
  const { program, file } = programOf('import x = require("m"); let a: Missing;');
  const said = forTslab.getPreEmitDiagnosticsOfFiles(program, [file]);
  expect(said.map(({ code }) => code)).toEqual([2792, 2304]);
  expect(latestCompilation()).toMatchObject({ program, diagnostics: said, cell: "cell.ts" });
});

test("what is known at a position is of the name there, else of the call around it", () => {
  const { program, file, host } = programOf("/** Rolls. */ declare function roll(time: 1): void; roll; roll( ");
  watchHost().hostMade(host, () => program);
  const textAt = (position: number) =>
    forTslab.getQuickInfoAtPosition(file, program.getTypeChecker(), undefined, position).displayParts!.map(({ text }) => text).join("");
  expect(textAt(file.text.indexOf("roll;"))).toBe("function roll(time: 1): void");
  expect(textAt(file.text.length)).toBe("roll(\u001b[1mtime: 1\u001b[22m): void");
}); // prettier-ignore

test("what can be imported are Node's modules too, by the names of their files", () => {
  const { program, file, host } = programOf('import x from "');
  watchHost().hostMade(host, () => program);
  const files = ["zlib", "node-sea", "fs/promises"].map((name) => `/types/node/${name}.d.ts`);
  const read = vi.spyOn(ts.sys, "readDirectory").mockReturnValue(files);
  const { entries } = forTslab.Completions.getCompletionsAtPositionForTslab(undefined, program, undefined, file, file.end); // prettier-ignore
  expect(entries.map(({ name }) => name).sort()).toEqual(["fs/promises", "node:sea", "zlib"]);
  expect(read).toHaveBeenCalledWith("/types/node", [".d.ts"]);
});
