import { build, type BuildOptions } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/** One program, with all that it needs in it, as one file, which is written where it is another than before. */
export async function bundle(entry: string, outfile: string, options: BuildOptions): Promise<void> {
  const { outputFiles } = await build({
    bundle: true,
    logLevel: "warning",
    ...options,
    entryPoints: [entry],
    outfile,
    write: false,
  });
  await writeIfChanged(outfile, outputFiles[0]!.text);
}
