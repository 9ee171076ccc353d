import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type * as TS from "typescript";
import { EarlierCells } from "../../../../src/kernel/core/compiler/earlier.ts";
import { type Builder, CellProgram, modulesOf } from "../../../../src/kernel/core/compiler/program.ts";
import { SourceFiles } from "../../../../src/kernel/core/compiler/source-files.ts";
import { localsOf, ts } from "../../../../src/kernel/core/compiler/typescript.ts";
import { platform } from "../../../../src/kernel/core/platform.ts";

const before = { ...platform };
afterAll(() => Object.assign(platform, before));

const [cell, prev] = ["/work/__cell__.ts", "/work/__prev__.d.ts"];
const disk = new Map<string, string>();
const virtual = new Map<string, string>();

/** A program that is watched, in a system whose timers are run by hand. */
function watched() {
  const watchers = new Map<string, () => void>();
  const waiting = new Map<number, () => void>();
  const builders: Builder[] = [];
  const emitted: unknown[][] = [];
  let made!: { host: TS.CompilerHost; last: () => TS.Program | undefined };
  let timers = 0;
  const system = {
    getCurrentDirectory: () => "/work",
    readFile: (path: string) => virtual.get(path) ?? disk.get(path),
    fileExists: (path: string) => virtual.has(path) || disk.has(path),
    directoryExists: (path: string) => path === "/work",
    getDirectories: (path: string) => [`${path}/inner`],
    readDirectory: (...given: unknown[]) => given,
    realpath: (path: string) => `real${path}`,
    watchFile: (path: string, changed: () => void) => void watchers.set(path, changed),
    setTimeout(action: () => void, time: number) {
      expect(time).toBe(0);
      waiting.set(++timers, action);
      return timers;
    },
    clearTimeout: (timer: number) => void waiting.delete(timer),
  };
  const files = new SourceFiles();
  const earlier = new EarlierCells();
  const program = new CellProgram(
    {
      rootFiles: [cell, prev, "/globals.d.ts"],
      options: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, noLib: true, types: [] },
      system: system as unknown as TS.System,
      nodeTypes: { globals: "/globals.d.ts", modules: "/types/node" },
      emit: (...given) => (emitted.push(given), "emitted") as never,
      hostMade: (host, last) => (made = { host, last }),
      afterProgramCreate: (builder) => builders.push(builder),
    },
    files,
    earlier,
  ); // prettier-ignore
  const run = (): void => {
    for (const action of waiting.values()) action();
    waiting.clear();
  };
  const write = (text: string): Builder => {
    virtual.set(cell, text);
    watchers.get(cell)!();
    run();
    return builders.at(-1)!;
  };
  return { program, watchers, waiting, builders, emitted, files, earlier, made, run, write };
}

beforeEach(() => {
  disk.clear();
  virtual.clear();
  virtual.set(cell, "let first = 1;\nexport {};").set(prev, "");
  disk.set("/globals.d.ts", "declare const all: 1;").set("/types/node/zlib.d.ts", 'declare module "zlib" {}');
  Object.assign(platform, { folder: () => "/work", stampOf: (path: string) => disk.get(path) });
});

describe("the program of a cell", () => {
  test("is made when it is asked for, once, of all files", () => {
    const { builders, made } = watched();
    expect([builders.length, made.last()]).toEqual([1, undefined]);
    const program = builders[0]!.getProgram();
    expect([builders[0]!.getProgram(), made.last()]).toEqual([program, program]);
    expect(program.getRootFileNames()).toEqual([cell, prev, "/globals.d.ts"]);
    expect(program.getSourceFiles().map(({ fileName }) => fileName).sort()).toEqual([cell, prev, "/globals.d.ts"].sort());
  }); // prettier-ignore

  test("is built anew when the cell has changed, once for all changes", () => {
    const { watchers, waiting, builders, run, write } = watched();
    expect([...watchers.keys()]).toEqual([cell, prev]);
    for (const changed of watchers.values()) changed();
    expect([waiting.size, builders.length]).toEqual([1, 1]);
    run();
    expect(builders).toHaveLength(2);
    const one = write("let second = 1;").getProgram();
    const two = write("let third = 1;").getProgram();
    expect([one, two].map((program) => program.getSourceFile(cell)!.text)).toEqual(["let second = 1;", "let third = 1;"]);
    expect(one.getSourceFile("/globals.d.ts")).toBe(two.getSourceFile("/globals.d.ts"));
    expect((two as { structureIsReused?: number }).structureIsReused).toBeGreaterThan(0);
    const same = write("let third = 1;").getProgram();
    expect(same.getSourceFile(cell)).not.toBe(two.getSourceFile(cell));
  }); // prettier-ignore

  test("takes further files, each once", () => {
    const { program, builders, run } = watched();
    disk.set("/work/more.ts", "");
    program.updateRootFileNames(["/work/more.ts", cell, "/work/more.ts"]);
    expect(builders).toHaveLength(1);
    run();
    expect(builders[1]!.getProgram().getRootFileNames()).toEqual([cell, prev, "/globals.d.ts", "/work/more.ts"]);
    expect(() => program.close()).not.toThrow();
  }); // prettier-ignore

  test("has the modules of Node that are asked for without an import, and what earlier cells declared", () => {
    const { earlier, write } = watched();
    earlier.add("declare const old: 1;", ts.ScriptTarget.ES2022);
    const roots = write('process.getBuiltinModule("zlib");').getProgram().getRootFileNames();
    expect(roots).toEqual([cell, prev, "/globals.d.ts", "/work/__cell1__.d.ts", "/types/node/zlib.d.ts"]);
  });

  test("gives files before it is made, with their names, and after", () => {
    const { builders, earlier } = watched();
    const [builder] = builders;
    expect([...localsOf(builder!.getSourceFile(cell)!).keys()]).toEqual(["first"]);
    expect(builder!.getSourceFile("/none.ts")).toBeUndefined();
    expect(builder!.getSourceFile(prev)!.parent).toBeUndefined();
    earlier.add("declare const old: 1;", ts.ScriptTarget.ES2022);
    expect(builder!.getSourceFile(prev)!.parent).toBe(earlier.latest);
    const program = builder!.getProgram();
    expect(builder!.getSourceFile(cell)).toBe(program.getSourceFile(cell));
    expect(builder!.getAllDependencies({ fileName: "/a.ts" } as never)).toEqual(["/a.ts"]);
  });

  test("emits as its host does", () => {
    const { builders, emitted } = watched();
    const given = [{ fileName: "file" }, () => undefined] as never;
    expect(builders[0]!.emit(...(given as Parameters<Builder["emit"]>))).toBe("emitted");
    expect(emitted).toEqual([[builders[0]!.getProgram(), given]]);
  });

  test("has names as they are written in what the converter exports", () => {
    const { write } = watched();
    const text = "let __a, b;\nexport { __global, ___a, b }";
    expect(write(text).getSourceFile(cell)!.text).toBe("let __a, b;\nexport { __a, b }");
    expect(write("1;\nexport { __global }").getSourceFile(cell)!.text).toBe("1;\nexport {  }");
    expect(write("1;\nexport { ___a };\n2").getSourceFile(cell)!.text).toBe("1;\nexport { ___a };\n2");
    disk.set("/work/own.ts", "let __a;\nexport { ___a }");
    expect(write("1").getSourceFile("/work/own.ts")!.text).toBe("let __a;\nexport { ___a }");
  });
});

describe("the host of the programs", () => {
  test("reads the system's files, and those of earlier cells; the language is declared elsewhere", () => {
    const { made: { host }, earlier } = watched(); // prettier-ignore
    earlier.add("declare const old: 1;", ts.ScriptTarget.ES2022);
    const read = (path: string) => host.getSourceFile(path, ts.ScriptTarget.ES2022)?.text;
    for (const name of ["es5", "es2022", "es2015.core", "decorators", "decorators.legacy"])
      expect(read(`/node_modules/typescript/lib/lib.${name}.d.ts`)).toBe("");
    for (const path of ["/l/lib.dom.d.ts", "/l/mylib.es5.d.ts", "/l/lib.es5.ts"]) {
      expect(read(path)).toBeUndefined();
      disk.set(path, "1;");
      expect(read(path)).toBe("1;");
    }
    expect(read("/work/__cell1__.d.ts")).toContain("declare const old: 1;");
    expect(["/work/__cell1__.d.ts", "/work/__cell2__.d.ts", cell].map((path) => host.fileExists(path))).toEqual([true, false, true]);
  }); // prettier-ignore

  test("asks the system for the rest, and writes nothing", () => {
    const { host } = watched().made;
    expect([host.getCurrentDirectory(), host.getNewLine(), host.getCanonicalFileName("/A.ts")]).toEqual(["/work", "\n", "/A.ts"]);
    expect([host.useCaseSensitiveFileNames(), host.directoryExists!("/work"), host.directoryExists!("/a")]).toEqual([true, true, false]);
    expect([host.readFile("/globals.d.ts"), host.getDirectories!("/a")]).toEqual(["declare const all: 1;", ["/a/inner"]]);
    expect(host.readDirectory!("/a", [".ts"], [], ["*"], 1)).toEqual(["/a", [".ts"], [], ["*"], 1]);
    expect(host.realpath!("/a")).toBe("real/a");
    expect(() => host.writeFile("/a", "", false)).not.toThrow();
    expect(host.getDefaultLibFileName({})).toBe(ts.getDefaultLibFileName({}));
  }); // prettier-ignore

  test("looks anew for what the cell and the student's files import, and once for what others do", () => {
    const { made: { host }, files, earlier } = watched(); // prettier-ignore
    earlier.add("declare const old: 1;", ts.ScriptTarget.ES2022);
    disk.set("/work/old.ts", "1;");
    files.get("/work/old.ts", { languageVersion: ts.ScriptTarget.ES2022 }, (path) => disk.get(path));
    files.settle();
    const paths = [cell, "/work/own.ts", "/node_modules/a/index.d.ts", "/work/old.ts", "/types/node/zlib.d.ts", "/work/__cell1__.d.ts"]; // prettier-ignore
    expect(paths.map((path) => host.hasInvalidatedResolutions!(path as TS.Path))).toEqual([true, true, false, false, false, false]);
    const found = (path: string): unknown =>
      host.resolveModuleNameLiterals!([{ text: "./late" } as never], path, undefined, {}, undefined as never, undefined)[0]!.resolvedModule?.resolvedFileName;
    expect(paths.map(found)).toEqual(Array(6).fill(undefined));
    for (const folder of ["/work", "/node_modules/a", "/types/node"]) disk.set(`${folder}/late.ts`, "");
    expect(paths.map(found)).toEqual(["/work/late.ts", "/work/late.ts", undefined, undefined, undefined, undefined]);
  }); // prettier-ignore

  test("knows where Node's types are", () => {
    const { host } = watched().made;
    const [found] = host.resolveTypeReferenceDirectiveReferences!(["node"], cell, undefined, {}, undefined, undefined); // prettier-ignore
    expect(found!.resolvedTypeReferenceDirective!.resolvedFileName).toBe("/globals.d.ts");
  });
});

test("the student's own modules of a cell are those that it imports, directly or not, each once", () => {
  const { write } = watched();
  disk.set("/work/a.ts", "export * from './b'; export const a = 1;");
  disk.set("/work/b.ts", "import './a'; import './c'; export const b = 1;");
  disk.set("/work/c.ts", "export {};").set("/work/d.d.ts", "export declare const d: 1;");
  disk.set("/work/node_modules/p/index.ts", "export const p = 1;");
  const program = write("import { a } from './a'; import 'none'; import './d'; import './node_modules/p/index'; const x = 1; export { x };").getProgram();
  const names = (path: string) => modulesOf(program, program.getSourceFile(path)!).map(({ fileName }) => fileName);
  expect(names(cell)).toEqual(["/work/a.ts", "/work/b.ts", "/work/c.ts"]);
}); // prettier-ignore
