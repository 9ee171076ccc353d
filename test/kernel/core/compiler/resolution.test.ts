import { describe, expect, test } from "vitest";
import { folderOf, moduleFile, moduleOfFile, nameOf } from "../../../../src/kernel/core/compiler/paths.ts";
import { Resolution } from "../../../../src/kernel/core/compiler/resolution.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";

test.each([
  ["/a/b/c.ts", "/a/b", "c.ts"],
  ["/c.ts", "", "c.ts"],
  ["c.ts", "", "c.ts"],
])("the folder of %s is %j, and its name %s", (path, folder, name) => {
  expect([folderOf(path), nameOf(path)]).toEqual([folder, name]);
});

test.each([
  ["node:sea", "node-sea.d.ts"],
  ["zlib", "zlib.d.ts"],
  ["fs/promises", "fs/promises.d.ts"],
])("the module %s of Node is declared in %s", (name, file) => {
  expect([moduleFile(name), moduleOfFile(file)]).toEqual([file, name]);
});

describe("what a file imports", () => {
  const disk = new Set(["/types/node/zlib.d.ts", "/types/node/node-sea.d.ts", "/work/own.ts"]);
  const asked: string[] = [];
  const host = {
    fileExists: (path: string) => (asked.push(path), disk.has(path)),
    readFile: () => undefined,
    directoryExists: () => true,
  };
  const options = { moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext };
  const made = () =>
    new Resolution(options, "/work", { globals: "/types/globals.d.ts", modules: "/types/node" });
  const found = (name: string, path = "/work/cell.ts", isLasting = false): string | undefined =>
    made().resolve(name, path, host, isLasting).resolvedModule?.resolvedFileName;

  test.each([
    ["zlib", "/types/node/zlib.d.ts"],
    ["node:sea", "/types/node/node-sea.d.ts"],
    ["./own", "/work/own.ts"],
    ["./zlib", undefined],
    ["none", undefined],
  ])("%s is found in %s", (name, file) => {
    expect(found(name)).toBe(file);
  });

  test("has the declarations that a package has beside what it exports", () => {
    const files = new Map([
      [
        "/work/node_modules/own/package.json",
        '{"name":"own","types":"./t.d.ts","exports":{"import":"./m.mjs"}}',
      ],
      ["/work/node_modules/own/t.d.ts", ""],
      ["/work/node_modules/own/m.mjs", ""],
    ]);
    const installed = {
      ...host,
      fileExists: (path: string) => files.has(path),
      readFile: (path: string) => files.get(path),
    };
    expect(made().resolve("own", "/work/cell.ts", installed, false).resolvedModule).toMatchObject({
      resolvedFileName: "/work/node_modules/own/t.d.ts",
      isExternalLibraryImport: true,
    });
  });

  test("is nothing for what is global, which names all that there are", () => {
    expect(found("zlib", "/types/globals.d.ts")).toBeUndefined();
  });

  test("is of Node below the folder of its modules", () => {
    const resolution = made();
    expect(
      ["/types/node/zlib.d.ts", "/types/nodes.d.ts", "/work/own.ts"].map((path) => resolution.isOfNode(path)),
    ).toEqual([true, false, false]);
    expect(resolution.resolve("zlib", "/work/cell.ts", host, false).resolvedModule).toMatchObject({
      extension: ".d.ts",
      isExternalLibraryImport: true,
    });
  });

  test("is looked up anew where it may come, once where it lasts, and once for each earlier cell", () => {
    const resolution = made();
    const cell = ts.createSourceFile("/work/__cell1__.d.ts", "", ts.ScriptTarget.ES2022);
    const next = ts.createSourceFile("/work/__cell2__.d.ts", "", ts.ScriptTarget.ES2022);
    const looks = (look: () => { resolvedModule?: unknown }): unknown => {
      asked.length = 0;
      const { resolvedModule } = look();
      return [resolvedModule !== undefined, asked.includes("/work/late.ts")];
    };
    const anew = () => resolution.resolve("./late", "/work/cell.ts", host, false);
    const lasting = () => resolution.resolve("./late", "/work/package.ts", host, true);
    const ofCell = (one: typeof cell) => () => resolution.resolveOfCell("./late", one, host);
    expect([anew, lasting, ofCell(cell)].map(looks)).toEqual(Array<unknown>(3).fill([false, true]));
    disk.add("/work/late.ts");
    expect([anew, lasting, ofCell(cell), ofCell(next)].map(looks)).toEqual([
      [true, true],
      [false, false],
      [false, false],
      [true, true],
    ]);
    expect(looks(ofCell(next))).toEqual([true, false]);
    disk.delete("/work/late.ts");
  });

  test("is also what it asks for without an import", () => {
    const text =
      'process.getBuiltinModule("zlib"); x.getBuiltinModule( `node:sea`); getBuiltinModule("none"); own("zlib")';
    expect(made().filesAskedFor(text, host)).toEqual(["/types/node/zlib.d.ts", "/types/node/node-sea.d.ts"]);
  });

  test("refers to Node's types in a file of ours, to others where they are", () => {
    const [node, other] = made().resolveTypes(["node", "none"], "/work/cell.ts", host);
    expect(node!.resolvedTypeReferenceDirective).toMatchObject({
      primary: true,
      resolvedFileName: "/types/globals.d.ts",
    });
    expect(other!.resolvedTypeReferenceDirective).toBeUndefined();
    const [reference] = made().resolveTypes([{ fileName: "node", pos: 0, end: 0 }], "/work/cell.ts", host);
    expect(reference!.resolvedTypeReferenceDirective).toMatchObject({
      resolvedFileName: "/types/globals.d.ts",
    });
  });
});
