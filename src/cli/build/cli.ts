import { rename } from "node:fs/promises";
import { basename } from "node:path";
import { build, type Plugin } from "esbuild";

/** What runs before the build runs from source, and the command line shares it instead of having a second copy. */
const shared: Plugin = {
  name: "shared",
  setup(builder) {
    builder.onResolve({ filter: /\/system\/\w+\.js$/ }, ({ path }) => ({
      path: `../src/system/${basename(path)}`,
      external: true,
    }));
  },
};

/** The command line: one ES module. */
export async function buildCommandLine(): Promise<void> {
  await build({
    entryPoints: ["src/cli/main.ts"],
    outfile: "dist/cli.js.new",
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    plugins: [shared],
    logLevel: "warning",
  });
  await rename("dist/cli.js.new", "dist/cli.js");
}
