import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { AS_LIBRARY, bundleTypes } from "../../course/bundle.ts";
import { Declarations } from "../../course/declarations.ts";
import { librariesOf } from "./libraries.ts";
import { type Made, together } from "./made.ts";

const FOLDER = "dist/package";
const ENTRY = "src/index.ts";

/** What the project's package.json says of the library too; its scripts and dependencies are of no use to it. */
const SHARED = ["name", "version", "description", "keywords", "license", "type", "engines"];

/** What stands in the package as it does in the project. */
const COPIED = {
  LICENSE: "LICENSE",
  "CHANGELOG.md": "CHANGELOG.md",
  "src/pages/library/README.md": "README.md",
};

/**
 * What makes the library a package that needs no other, `npm pack ./dist/package`: modules, of which a bundler takes those
 * that are used, and one file of declarations.
 */
export async function make(projectDir: string): Promise<Made> {
  await rm(join(projectDir, FOLDER), { recursive: true, force: true });
  await mkdir(join(projectDir, FOLDER), { recursive: true });
  return together([describe(projectDir), copy(projectDir), code(projectDir), declarations(projectDir)]);
}

async function describe(projectDir: string): Promise<Made> {
  const project = JSON.parse(await readFile(join(projectDir, "package.json"), "utf8")) as Record<
    string,
    unknown
  >;
  const about = {
    ...Object.fromEntries(SHARED.map((field) => [field, project[field]])),
    sideEffects: false,
    main: "./index.js",
    types: "./index.d.ts",
    exports: { ".": { types: "./index.d.ts", default: "./index.js" }, "./package.json": "./package.json" },
  };
  const file = join(projectDir, FOLDER, "package.json");
  await writeFile(file, `${JSON.stringify(about, undefined, 2)}\n`);
  return { inputs: [], products: [file] };
}

async function copy(projectDir: string): Promise<Made> {
  const products = await Promise.all(
    Object.entries(COPIED).map(async ([from, to]) => {
      await copyFile(join(projectDir, from), join(projectDir, FOLDER, to));
      return join(FOLDER, to);
    }),
  );
  return { inputs: Object.keys(COPIED), products };
}

/** Each module that the library hands on is an entry of its own, so that what two of them share becomes a module too. */
async function code(projectDir: string): Promise<Made> {
  const options = { ...AS_LIBRARY, absWorkingDir: projectDir, outdir: FOLDER };
  const { metafile: read } = await build({ ...options, entryPoints: [ENTRY], write: false });
  const { metafile } = await build({
    ...options,
    entryPoints: [ENTRY, ...handedOn(read, ENTRY)],
    outbase: dirname(ENTRY),
    splitting: true,
    chunkNames: "shared/[hash]",
    sourcemap: true,
  });
  return { inputs: Object.keys(metafile.inputs), products: Object.keys(metafile.outputs) };
}

/** What a module imports, and what lists among it do. */
function handedOn(read: Metafile, module: string): string[] {
  const imported = read.inputs[module]!.imports.map(({ path }) => path).filter((path) =>
    path.startsWith("src/"),
  );
  return [
    ...new Set(
      imported.flatMap((path) => [path, ...(path.endsWith("/index.ts") ? handedOn(read, path) : [])]),
    ),
  ];
}

async function declarations(projectDir: string): Promise<Made> {
  const libraries = librariesOf(projectDir);
  const made = new Declarations(
    projectDir,
    libraries.map(({ entry }) => entry),
  );
  for (const library of libraries) await bundleTypes(library, made);
  await copyFile(join(projectDir, "dist/library.d.ts"), join(projectDir, FOLDER, "index.d.ts"));
  return {
    inputs: made.files,
    products: [...libraries.map(({ out }) => `${out}.d.ts`), `${FOLDER}/index.d.ts`],
  };
}
