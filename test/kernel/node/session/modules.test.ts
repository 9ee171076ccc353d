import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { platform, type Places } from "../../../../src/kernel/core/platform.ts";
import { Stacks } from "../../../../src/kernel/core/errors/stack.ts";
import { runOnNode } from "../../../../src/kernel/node/platform.ts";
import { Modules } from "../../../../src/kernel/node/session/modules.ts";

const folder = mkdtempSync(join(tmpdir(), "fall-line-modules-"));
const notebook = join(folder, "notebook.ts");
const was = { ...platform };
beforeAll(() => runOnNode());
afterAll(() => {
  Object.assign(platform, was);
  rmSync(folder, { recursive: true, force: true });
});

const LIBRARY = { default: "the library" };
let modules: Modules;
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const places = {
    library: { code: join(folder, "library.js"), types: "" },
    compiler: join(folder, "kernel", "session.js"),
  } as Places;
  modules = new Modules(places, new Stacks(places), LIBRARY);
});

let time = 1000;
function lay(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, ++time, time);
  return path;
}
const ask = (id: string): Record<string, unknown> =>
  modules.requireOf(notebook)(id) as Record<string, unknown>;

describe("what a cell asks for", () => {
  test.each([
    ["./part.ts", "part.ts"],
    ["./part", "part.ts"],
    ["./part.js", "part.ts"],
    ["./part.mjs", "part.mts"],
    ["./part.cjs", "part.cts"],
    ["./part", "part.tsx"],
    ["./part", "part.js"],
    ["./part", "part/index.ts"],
    ["./part/", "part/index.js"],
    [".", "index.ts"],
    ["./inner/../part", "part.mjs"],
  ])("%s is found in %s", (id, name) => {
    lay(name, "export const n = 5;");
    expect(ask(id)["n"]).toBe(5);
  });

  test("is TypeScript before JavaScript, and a file before a folder", () => {
    lay("part/index.ts", "export const n = 'folder';");
    lay("part.js", "export const n = 'js';");
    expect(ask("./part")["n"]).toBe("js");
    modules.refresh();
    lay("other.ts", "export const n = 'ts';");
    lay("other.js", "export const n = 'js';");
    expect([ask("./other")["n"], ask("./other.js")["n"]]).toEqual(["ts", "js"]);
  });

  test("may be data, the library, or a module of Node", () => {
    lay("data.json", '{"n": 6}');
    expect(ask("./data.json")).toEqual({ n: 6 });
    expect(ask("fall-line")).toBe(LIBRARY);
    expect(ask("node:path")["join"]).toBe(join);
    expect(modules.requireOf(notebook).resolve("fall-line")).toBe(join(folder, "library.js"));
  });

  test.each(["path", "data.json/a", ".hidden"])("%s is no file beside the notebook", (id) => {
    lay(`${id}.ts`, "export const n = 5;");
    lay("node_modules/own/index.js", "exports.n = 6;");
    if (id === "path") expect(ask(id)["join"]).toBe(join);
    else expect(() => ask(id)).toThrow(expect.objectContaining({ code: "MODULE_NOT_FOUND" }) as Error);
    expect([ask("own")["n"], ask("./node_modules/own")["n"]]).toEqual([6, 6]);
  });

  test("that is nowhere is told by Node", () => {
    expect(() => ask("./none")).toThrow(expect.objectContaining({ code: "MODULE_NOT_FOUND" }) as Error);
  });

  test("may have been written in a cell, and is that before the file", () => {
    const path = lay("part.ts", "export const n = 1;");
    expect(ask("./part")["n"]).toBe(1);
    modules.write(path, "export const n: number = 2;");
    modules.refresh();
    expect(ask("./part")["n"]).toBe(2);
  });
});

describe("an installed package", () => {
  const layPackage = (name: string, about: object, code: string): void => {
    lay(
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", type: "module", ...about }),
    );
    lay(`node_modules/${name}/main.js`, code);
  };

  test.each<[what: string, about: object, code: string]>([
    [
      "is for `import` alone",
      { exports: { ".": { types: "./main.d.ts", import: "./main.js" } } },
      "export const n = 7;",
    ],
    ["awaits at its top", { exports: "./main.js" }, "export const n = await Promise.resolve(7);"],
    ["is as ever", { exports: "./main.js" }, "export const n = 7;"],
  ])("that %s is there once it was waited for", async (what, about, code) => {
    const name = what.replace(/\W/g, "");
    layPackage(name, about, code);
    lay("part.ts", `import { n } from "${name}"; export const twice = 2 * n;`);
    await modules.ready([name, "./part"], notebook);
    expect(ask(name)["n"]).toBe(7);
    expect(ask("./part")["twice"]).toBe(14);
    expect(await modules.import(name, notebook)).toMatchObject({ n: 7 });
  });

  test("that fails, or is not there, is told where it is asked for", async () => {
    layPackage("failing", { exports: "./main.js" }, "throw new Error('no');");
    await modules.ready(["failing", "nowhere", "node:fs", "fall-line", "tslab"], notebook);
    expect(() => ask("failing")).toThrow("no");
    expect(() => ask("nowhere")).toThrow("Cannot find module 'nowhere'");
  });
});

describe("a module", () => {
  test("is run once while it stays as it is, and anew with its importers when it has changed", () => {
    lay("inner.ts", "export const n = 1;");
    lay("outer.ts", 'import { n } from "./inner"; export const made = { n };');
    lay("apart.ts", "export const made = {};");
    const [outer, apart] = [ask("./outer")["made"], ask("./apart")["made"]];
    modules.refresh();
    expect(ask("./outer")["made"]).toBe(outer);
    lay("inner.ts", "export const n = 2;");
    expect(ask("./outer")["made"]).toBe(outer);
    modules.refresh();
    expect(ask("./outer")["made"]).toEqual({ n: 2 });
    expect(ask("./apart")["made"]).toBe(apart);
  });

  test("may import one that imports it", () => {
    lay("a.ts", 'import { b } from "./b"; export const a = "a"; export const both = () => a + b();');
    lay("b.ts", 'import { a } from "./a"; export const b = () => a + "b";');
    expect((ask("./a")["both"] as () => string)()).toBe("aab");
  });

  test("that fails is run again the next time", () => {
    const counter = globalThis as { trial?: number };
    counter.trial = 0;
    lay(
      "part.ts",
      "const g = globalThis as any; if (g.trial++ === 0) throw new Error('no'); export const n = g.trial;",
    );
    expect(() => ask("./part")).toThrow("no");
    expect(ask("./part")["n"]).toBe(2);
    delete counter.trial;
  });

  test("that awaits at its top is waited for, with those that it imports", async () => {
    lay("slow.ts", "export const n = await Promise.resolve(3);");
    lay("outer.ts", 'import { n } from "./slow"; export const twice = 2 * n;');
    expect(() => ask("./slow")).toThrow(
      /awaits something at its top.*write: import \.\.\. from "\.\/.*slow\.ts"/,
    );
    await modules.ready(["./outer"], notebook);
    expect(ask("./outer")["twice"]).toBe(6);
    expect(await modules.import("./slow", notebook)).toMatchObject({ n: 3 });
  });

  test("that awaits is run once, also where two import it and each other, and anew with its importers", async () => {
    lay("a.ts", 'import { b } from "./b"; export const a = () => b;');
    lay(
      "b.ts",
      'import type { a } from "./a"; import "./a"; import data from "./data.json"; export const b = await Promise.resolve(data);',
    );
    lay("data.json", "[1]");
    await modules.ready(["./a", "./b", "node:fs", "./none"], notebook);
    const { a } = ask("./a");
    expect((a as () => unknown)()).toEqual([1]);
    await modules.ready(["./a"], notebook);
    expect(ask("./a")["a"]).toBe(a);
    lay("data.json", "[2]");
    modules.refresh();
    await modules.ready(["./a"], notebook);
    expect((ask("./a")["a"] as () => unknown)()).toEqual([2]);
  });

  test("that awaits and fails says so, and is forgotten", async () => {
    lay("slow.ts", "await null; throw new Error('no');");
    await expect(modules.ready(["./slow"], notebook)).rejects.toThrow("no");
    lay("slow.ts", "await null; export const n = 4;");
    await modules.ready(["./slow"], notebook);
    expect(ask("./slow")["n"]).toBe(4);
  });

  test("that cannot be read, or is no data, is told with its place", async () => {
    lay("broken.ts", "export const a = 1;\nexport function twice(x: number) {\n  return 2 * x;\n");
    const said = /broken\.ts, line 2: this `{` is not closed; write `}` where it ends$/;
    expect(() => ask("./broken")).toThrow(said);
    await expect(modules.import("./broken.ts", notebook)).rejects.toThrow(said);
    lay("rates.json", '{"rate": 0.1, }');
    expect(() => ask("./rates.json")).toThrow(/rates\.json: .* in JSON at position 14/);
  });

  test("knows its place", () => {
    const path = lay("inner/part.ts", "export const [dir, url] = [import.meta.dirname, import.meta.url];");
    expect(ask("./inner/part")).toMatchObject({ dir: dirname(path), url: pathToFileURL(path).href });
    const meta = modules.metaOf(notebook);
    expect([meta.dirname, meta.filename]).toEqual([folder, notebook]);
    expect(meta.resolve("fall-line")).toBe(pathToFileURL(join(folder, "library.js")).href);
  });
});
