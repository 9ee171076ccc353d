import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { moduleFile } from "../../kernel/core/compiler/paths.ts";
import { writeIfChanged } from "../../system/whole-file.js";
import { divideModules } from "./node-modules.ts";

const libraryReference = /^\/\/\/ <reference lib="([^"]+)" \/>/gm;
const pathReference = /^\/\/\/ <reference path="([^"]+)" \/>/gm;
const anyReference = /^\/\/\/ <reference .*$/gm;

/** What each Node has of the language beyond what the lessons are written in. */
const newer = {
  22: ["es2024", "esnext.array", "esnext.collection", "esnext.iterator"],
  24: ["es2024", "esnext"],
};

/** Not in any Node yet. */
const nowhere = new Set(["lib.esnext.decorators.d.ts"]);

/**
 * Declarations for the kernel's compiler: in one file, for each Node, what is global, of the language, of Node and of the
 * kernel; in a file for each, the modules of Node that nothing global speaks of. In one file, what several declare together
 * is put together when the file is read, and not anew for each cell; a module by itself is read when a cell asks for it.
 * `libraries` are those that the lessons are written in, which every Node has.
 */
export async function buildKernelTypes(folder: string, libraries: readonly string[]): Promise<void> {
  const require = createRequire(join(process.cwd(), "package.json"));
  const nodeDir = dirname(require.resolve("@types/node/package.json"));
  const undiciDir = dirname(
    createRequire(join(nodeDir, "package.json")).resolve("undici-types/package.json"),
  );
  const write = (name: string, text: string) => writeIfChanged(join(folder, name), text);
  const node = divideModules(await nodeTypes(nodeDir, undiciDir));
  for (const [name, text] of node.modules) write(join("node", moduleFile(name)), text);
  const writeGlobals = async (version: string, more: readonly string[]) => {
    const language = await languageTypes([...libraries, ...more]);
    write(
      `globals-${version}.d.ts`,
      [language, node.globals, await readFile(OWN_GLOBALS, "utf8")].join("\n"),
    );
  };
  await Promise.all([
    writeGlobals("20", []),
    ...Object.entries(newer).map(([version, more]) => writeGlobals(version, more)),
  ]);
}

/** The declarations of the language, in one file. */
export async function languageTypes(libraries: readonly string[]): Promise<string> {
  const dir = dirname(createRequire(join(process.cwd(), "package.json")).resolve("typescript"));
  const toPath = (name: string) => `lib.${name.toLowerCase()}.d.ts`;
  const parts = await collect(dir, libraries.map(toPath), libraryReference, toPath);
  const texts = parts
    .filter(({ path }) => !nowhere.has(path))
    .map(({ path, text }) => (isModule(text) ? asAmbientModule(path, text) : text));
  return `/// <reference no-default-lib="true"/>\n${texts.join("\n")}`;
}

/** What declares what is global in cells and lessons besides the language and Node. */
export const OWN_GLOBALS = "src/kernel/node/globals.d.ts";

/** Node's declarations, without their documentation, which takes more memory than the rest of them. */
async function nodeTypes(dir: string, undiciDir: string): Promise<string> {
  const files = await collect(dir, ["index.d.ts"], pathReference, (path) => path);
  const parts = files.map(({ path, text }) => {
    const bare = withoutComments(text);
    return isModule(bare) ? asAmbientModule(`@types/node/${path}`, bare) : bare;
  });
  return [...parts, ...(await ambientPackage("undici-types", undiciDir))].join("\n");
}

/** What a package declares, each of its files as a module by a name of its own. */
async function ambientPackage(name: string, dir: string): Promise<string[]> {
  const files = (await readdir(dir)).filter((file) => file.endsWith(".d.ts"));
  return Promise.all(
    files.map(async (file) => {
      const text = withoutComments(await readFile(join(dir, file), "utf8"));
      const full = file === "index.d.ts" ? name : `${name}/${file.slice(0, -".d.ts".length)}`;
      return asAmbientModule(
        full,
        text.replace(/(from\s+|import\()(['"])\.\/(.+?)(?:\.js)?\2/g, `$1"${name}/$3"`),
      );
    }),
  );
}

interface Part {
  path: string;
  text: string;
}

/** Files and all they refer to, each once, what is referred to first. */
async function collect(
  dir: string,
  first: readonly string[],
  reference: RegExp,
  toPath: (name: string) => string,
): Promise<Part[]> {
  const seen = new Set<string>();
  const parts: Part[] = [];
  const visit = async (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    const text = await readFile(join(dir, path), "utf8");
    for (const [, name] of text.matchAll(reference)) {
      const next = toPath(name!);
      await visit(next === name ? relative(dir, join(dir, dirname(path), next)) : next);
    }
    parts.push({ path, text: text.replace(anyReference, "") });
  };
  for (const path of first) await visit(path);
  return parts;
}

function isModule(text: string): boolean {
  return /^(import|export)\b/m.test(text);
}

function asAmbientModule(name: string, text: string): string {
  return `declare module ${JSON.stringify(name)} {\n${text.replace(/^(export )?declare /gm, "$1")}\n}`;
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/\n{2,}/g, "\n");
}
