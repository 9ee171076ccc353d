import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleTypes } from "../../course/bundle.ts";
import { Declarations } from "../../course/declarations.ts";
import { librariesOf } from "./libraries.ts";
import { type Made, together } from "./made.ts";

interface Package {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly [field: string]: unknown;
}

/** What the project's package.json says of the library too; its scripts and dependencies are of no use to it. */
const SHARED = ["name", "version", "description", "license", "type", "engines", "main", "types", "exports"];

/** What makes the library in `dist/` a package that needs no other: `npm pack ./dist`. */
export async function make(projectDir: string): Promise<Made> {
  const libraries = librariesOf(projectDir);
  const declarations = new Declarations(
    projectDir,
    libraries.map(({ entry }) => entry),
  );
  return together([
    describePackage(projectDir),
    ...libraries.map(async (library) => {
      await bundleTypes(library, declarations);
      return { inputs: declarations.files, products: [`${library.out}.d.ts`] };
    }),
  ]);
}

async function describePackage(projectDir: string): Promise<Made> {
  const dist = join(projectDir, "dist");
  const text = await readFile(join(projectDir, "package.json"), "utf8");
  const project = JSON.parse(text.replaceAll('"./dist/', '"./')) as Package;
  const files = Object.values(project.exports).flatMap((entry) =>
    typeof entry === "string" ? [] : Object.values(entry),
  );
  const shared = Object.fromEntries(SHARED.map((field) => [field, project[field]]));
  await writeFile(join(dist, "package.json"), `${JSON.stringify({ ...shared, files }, undefined, 2)}\n`);
  await copyFile(join(projectDir, "LICENSE"), join(dist, "LICENSE"));
  return { inputs: ["LICENSE"], products: ["dist/package.json", "dist/LICENSE"] };
}
