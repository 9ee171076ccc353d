/** A library as it is handed out: one ES module without dependencies, and one flat declaration file. */
import { build, type BuildOptions } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { writeIfChanged } from "../system/whole-file.js";
import { Declarations } from "./declarations.ts";
import { packageSources, pathsOf } from "./package-sources.ts";
import { withComments } from "./rule-comments.ts";
import { keepSources } from "./sources.ts";

export interface Bundle {
  readonly projectDir: string;
  readonly entry: string;
  /** What is written: `OUT.js` and `OUT.d.ts`. */
  readonly out: string;
  /** The folders of the lessons whose exercises are put in. */
  readonly lessons: readonly string[];
}

/** A module for Node and for pages, with all that it needs in it. */
export const AS_LIBRARY = {
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "es2022",
  logLevel: "warning",
  metafile: true,
} satisfies BuildOptions;

/** The code of a library. @returns the files that it was made from */
export async function bundleCode({ projectDir, entry, out, lessons }: Bundle): Promise<string[]> {
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outfile: `${out}.js`,
    write: false,
    absWorkingDir: projectDir,
    ...AS_LIBRARY,
    // What is smaller is read sooner; names stay, as they are seen in errors.
    minifyWhitespace: true,
    // Node prints the line of an error that nobody catches.
    lineLimit: 200,
    alias: packageSources(projectDir),
    plugins: [keepSources(lessons)],
  });
  writeIfChanged(outputFiles[0]!.path, outputFiles[0]!.text);
  return Object.keys(metafile.inputs);
}

/** The declarations of a library; those of its sources may be made for others too. */
export async function bundleTypes(
  { projectDir, entry, out }: Bundle,
  declarations = new Declarations(projectDir, [entry]),
): Promise<void> {
  const compilerOptions = { paths: pathsOf(packageSources(projectDir)) };
  const input = entry.replace(/\.ts$/, ".d.ts");
  const bundle = await rollup({ input, plugins: [declarations.plugin, dts({ compilerOptions })] });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  // TypeScript 5.9 prints a type argument that typed arrays do not have in 5.0.
  const code = output[0].code.replaceAll("Float64Array<ArrayBufferLike>", "Float64Array");
  writeIfChanged(`${out}.d.ts`, withComments(withAllTypesExported(code)));
}

/**
 * Declarations in which every type has an export. A notebook writes down the type of each variable for the next cell, and
 * can only do so with types that it can name.
 */
function withAllTypesExported(declarations: string): string {
  const declared = [...declarations.matchAll(/^(?:declare )?(?:interface|type) ([\w$]+)/gm)].map(
    ([, name]) => name!,
  );
  const exported = new Set(
    [...declarations.matchAll(/^export (?:type )?\{([^}]*)\}/gm)].flatMap(([, names]) =>
      names!.split(",").map((name) => name.trim()),
    ),
  );
  const missing = [...new Set(declared)].filter((name) => !exported.has(name));
  return missing.length === 0 ? declarations : `${declarations}export type { ${missing.join(", ")} };\n`;
}
