import { rename, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { withRuleComments } from "./rule-comments.ts";

/** The library: one ES module without dependencies, and one flat declaration file. */
export async function buildLibrary(): Promise<void> {
  await Promise.all([bundleCode(), bundleTypes()]);
}

async function bundleCode(): Promise<void> {
  await build({
    entryPoints: ["src/index.ts"],
    outfile: "dist/index.js.new",
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2022",
    logLevel: "warning",
  });
  await rename("dist/index.js.new", "dist/index.js");
}

async function bundleTypes(): Promise<void> {
  const bundle = await rollup({ input: "src/index.ts", plugins: [dts()] });
  const { output } = await bundle.generate({ format: "es" });
  await bundle.close();
  // TypeScript 5.9 prints a type argument that typed arrays do not have in 5.0.
  const code = output[0].code.replaceAll("Float64Array<ArrayBufferLike>", "Float64Array");
  await writeFile("dist/index.d.ts.new", withRuleComments(withAllTypesExported(code)));
  await rename("dist/index.d.ts.new", "dist/index.d.ts");
}

/**
 * Declarations in which every type has an export. A notebook writes down the type of each variable for the next cell, and
 * can only do so with types that it can name.
 */
function withAllTypesExported(declarations: string): string {
  const declared = [...declarations.matchAll(/^(?:declare )?(?:interface|type) (\w+)/gm)].map(
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
