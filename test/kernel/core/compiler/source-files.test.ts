import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { SourceFiles } from "../../../../src/kernel/core/compiler/source-files.ts";
import { ts } from "../../../../src/kernel/core/compiler/typescript.ts";
import { platform } from "../../../../src/kernel/core/platform.ts";

const before = { ...platform };
afterAll(() => Object.assign(platform, before));

describe("parsed files", () => {
  const disk = new Map<string, { text: string; stamp: string }>();
  let asked: string[];
  let read: string[];
  let files: SourceFiles;
  beforeEach(() => {
    disk.clear();
    [asked, read, files] = [[], [], new SourceFiles()];
    platform.stampOf = (path) => (asked.push(path), disk.get(path)?.stamp);
  });
  const textOf = (path: string): string | undefined => (read.push(path), disk.get(path)?.text);
  const get = (path: string, from = textOf) =>
    files.get(path, { languageVersion: ts.ScriptTarget.ES2022 }, from);
  const write = (path: string, text: string, stamp: string): void => void disk.set(path, { text, stamp });

  test("are read once as long as the file on the disk is the same, and anew when it has changed", () => {
    write("/a.ts", "let a = 1;", "1");
    const first = get("/a.ts")!;
    expect([first.text, first.fileName]).toEqual(["let a = 1;", "/a.ts"]);
    expect(get("/a.ts")).toBe(first);
    write("/a.ts", "let a = 2;", "2");
    expect(get("/a.ts")!.text).toBe("let a = 2;");
    expect(read).toEqual(["/a.ts", "/a.ts"]);
    expect(asked).toHaveLength(3);
  });

  test("are none where there is no file, also where there was one", () => {
    expect(get("/none.ts")).toBeUndefined();
    write("/a.ts", "1", "1");
    get("/a.ts");
    disk.delete("/a.ts");
    expect(get("/a.ts")).toBeUndefined();
  });

  test("that are not on the disk are parsed anew when their text is another", () => {
    const first = get("/cell.ts", () => "1");
    expect(get("/cell.ts", () => "1")).toBe(first);
    expect(get("/cell.ts", () => "2")!.text).toBe("2");
  });

  test("are forgotten when they are dropped", () => {
    write("/a.ts", "1", "1");
    const first = get("/a.ts");
    files.drop("/a.ts");
    expect(get("/a.ts")).not.toBe(first);
  });

  test("that were here when all settled are there for good: it is asked once whether they have changed", () => {
    write("/a.ts", "1", "1");
    get("/a.ts");
    get("/cell.ts", () => "of a cell");
    files.settle();
    expect(["/a.ts", "/cell.ts", "/b.ts"].map((path) => files.has(path))).toEqual([true, false, false]);
    asked.length = 0;
    write("/a.ts", "2", "2");
    const second = get("/a.ts")!;
    expect([second.text, asked]).toEqual(["2", ["/a.ts"]]);
    write("/a.ts", "3", "3");
    expect(get("/a.ts")).toBe(second);
    expect(asked).toEqual(["/a.ts"]);
    write("/b.ts", "1", "1");
    get("/b.ts");
    get("/b.ts");
    expect(asked).toEqual(["/a.ts", "/b.ts", "/b.ts"]);
  });
});
