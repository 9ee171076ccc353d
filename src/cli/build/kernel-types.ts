import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { writeIfChanged } from "./changed.ts";

const libraryReference = /^\/\/\/ <reference lib="([^"]+)" \/>/gm;
const pathReference = /^\/\/\/ <reference path="([^"]+)" \/>/gm;
const anyReference = /^\/\/\/ <reference .*$/gm;

/**
 * Declarations for the kernel's compiler, each in one file: what belongs to the language, and Node's. In one file, what
 * several declare together is put together when the file is read, and not anew for each cell.
 */
export async function buildKernelTypes(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const require = createRequire(join(process.cwd(), "package.json"));
  const fromTslab = createRequire(require.resolve("tslab/package.json"));
  const compilerDir = dirname(require.resolve("@tslab/typescript-for-tslab"));
  const nodeDir = dirname(fromTslab.resolve("@types/node/package.json"));
  const fromNode = createRequire(join(nodeDir, "package.json"));
  const undiciDir = dirname(fromNode.resolve("undici-types/package.json"));
  await Promise.all([
    languageTypes(compilerDir).then((text) => writeIfChanged(join(folder, "lib.d.ts"), text)),
    nodeTypes(nodeDir, undiciDir).then((text) => writeIfChanged(join(folder, "node.d.ts"), text)),
    readFile("src/kernel/core/globals.d.ts", "utf8").then((text) =>
      writeIfChanged(join(folder, "globals.d.ts"), text),
    ),
  ]);
}

async function languageTypes(dir: string): Promise<string> {
  const parts = await collect(dir, "lib.es2022.d.ts", libraryReference, (name) => `lib.${name}.d.ts`);
  return `/// <reference no-default-lib="true"/>\n${parts.map(({ text }) => text).join("\n")}`;
}

/** Node's declarations, without their documentation, which takes more memory than the rest of them. */
async function nodeTypes(dir: string, undiciDir: string): Promise<string> {
  const files = await collect(dir, "index.d.ts", pathReference, (path) => path);
  const parts = files.map(({ path, text }) => {
    const bare = withoutComments(text);
    return /^(import|export)\b/m.test(bare) ? asAmbientModule(`@types/node/${path}`, bare) : bare;
  });
  return [...parts, asAmbientModule("undici-types", withoutComments(await flat(undiciDir)))].join("\n");
}

/** What a package declares, as one module. */
async function flat(dir: string): Promise<string> {
  const bundle = await rollup({ input: join(dir, "index.d.ts"), plugins: [dts()], onwarn: () => undefined });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  return output[0].code;
}

interface Part {
  path: string;
  text: string;
}

/** A file and all it refers to, each once, what is referred to first. */
async function collect(
  dir: string,
  first: string,
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
  await visit(first);
  return parts;
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
