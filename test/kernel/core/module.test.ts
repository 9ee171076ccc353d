import { compileFunction } from "node:vm";
import typescript from "typescript";
import { describe, expect, test } from "vitest";
import { compileModule, moduleLoad, moduleMeta } from "../../../src/kernel/core/cell/module.ts";

const compiled = (text: string, path = "/here/waves.ts"): ReturnType<typeof compileModule> =>
  compileModule(path, text, { target: typescript.ScriptTarget.ES2022 });

/** Runs a module as the kernel does: as a function of what it may ask for. */
function run(
  text: string,
  meta: object = {},
  required: Record<string, unknown> = {},
): Record<string, unknown> {
  const exports = {};
  const load = (name: string): string => `loaded ${name}`;
  const module = compileFunction(compiled(text).code, ["exports", "require", moduleMeta, moduleLoad]);
  (module as (...given: unknown[]) => void)(exports, (name: string) => required[name], meta, load);
  return exports;
}

describe("a module beside the notebook", () => {
  test("knows where it is and what it loads, though it has become a function", () => {
    const text =
      "export const where: string = import.meta.dirname; export const later = () => import('./b.ts');";
    const made = run(text, { dirname: "/here" }) as { where: string; later: () => string };
    expect([made.where, made.later()]).toEqual(["/here", "loaded ./b.ts"]);
  });

  test("is handed what it imports, a default too, and gives on what it exports from elsewhere", () => {
    const text = "import start, { two } from 'a'; export * from 'b'; export const sum = start + two;";
    const required = { a: { default: 1, two: 2, __esModule: true }, b: { three: 3 } };
    expect(run(text, {}, required)).toEqual({ sum: 3, three: 3 });
    expect(run("import d from 'c'; export const e = d;", {}, { c: 5 })).toEqual({ e: 5 });
  });

  test("names what it imports, and says whether it awaits outside of its functions", () => {
    const { imports, awaits } = compiled("import 'a';\nexport { b } from 'b';\nexport const c = await 1;\n");
    expect([imports, awaits]).toEqual([["a", "b"], true]);
    const inside = compiled("const f = async () => await 1;\nexport { f };\nexport default 2;\n");
    expect([inside.imports, inside.awaits]).toEqual([[], false]);
  });

  test("is a function whatever its name says, and knows the lines it came from", () => {
    for (const path of ["/a.mts", "/a.cts", "/a.mjs", "/a.ts"]) {
      const { code, mappings } = compiled("export const a = 1;", path);
      expect(code).toContain("exports.a = 1;");
      expect(code).not.toContain("sourceMappingURL");
      expect(mappings).toMatch(/^[;,\w+/]+$/);
    }
  });
});
