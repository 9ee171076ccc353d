import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import ts from "typescript";
import type { CellConverter } from "../../../src/kernel/core/compiler/converter.ts";
import { compilerForTslab, latestCompilation } from "../../../src/kernel/core/compiler/for-tslab.ts";
import { Stacks } from "../../../src/kernel/core/errors/stack.ts";
import { Paths } from "../../../src/kernel/node/paths.ts";
import { runOnNode } from "../../../src/kernel/node/platform.ts";

const root = resolve(import.meta.dirname, "../../..");

/** Loads what takes in tslab, with tslab on the project's compiler, as the build of the kernel arranges it. */
export async function onOurCompiler<T>(make: (places: Paths) => Promise<T>): Promise<T> {
  runOnNode();
  const { cache, resolve: find } = createRequire(import.meta.url);
  const asked = find("@tslab/typescript-for-tslab");
  const { getExecutingFilePath, getCurrentDirectory } = ts.sys; // oxlint-disable-line typescript/unbound-method
  const path = join(root, "lessons", "tsconfig.json");
  const { config } = ts.readConfigFile(path, (of) => readFileSync(of, "utf8")) as {
    config: { compilerOptions: object };
  };
  cache[asked] = { id: asked, filename: asked, loaded: true, exports: compilerForTslab } as NodeJS.Module;
  Object.assign(globalThis, { LESSON_OPTIONS: config.compilerOptions });
  try {
    return await make(new Paths(join(root, "dist", "kernel")));
  } finally {
    Object.assign(ts.sys, { getExecutingFilePath, getCurrentDirectory });
    Reflect.deleteProperty(cache, asked);
    Reflect.deleteProperty(globalThis, "LESSON_OPTIONS");
  }
}

let shared: Promise<CellConverter> | undefined;

/** The converter of cells that files of tests share which are in one process, one after another. */
export const sharedConverter = (): Promise<CellConverter> => (shared ??= makeConverter());

function makeConverter(): Promise<CellConverter> {
  return onOurCompiler(async (places) => {
    const { CellConverter } = await import("../../../src/kernel/core/compiler/converter.ts");
    const hooks = { beforeRun: () => undefined, writeModule: () => undefined };
    return new CellConverter(places, new Stacks(places), hooks);
  });
}

/**
 * What is said of a cell that the compiler rejects: under each caret the reason and the cure; the lines of the cell too,
 * where it has more than one.
 */
export function saidOf(converter: CellConverter, code: string): string {
  converter.count++;
  converter.convert("", code);
  if (latestCompilation().diagnostics.length === 0) return "  nothing";
  const lines = converter.rejection().traceback.map((line) => stripVTControlCharacters(line));
  const said = lines.filter((line) => !/^$|^TypeScriptError/.test(line));
  if (code.includes("\n")) return said.join("\n");
  return said
    .filter((line) => !/^ +\d+ \|/.test(line))
    .join("\n")
    .replace(/^ {4}\| /gm, "  ");
}
