import { build, type BuildOptions } from "esbuild";
import { writeIfChanged } from "../../system/whole-file.js";
import type { Made } from "./made.ts";

/** One program, with all that it needs in it, as one file, which is written where it is another than before. */
export async function bundle(entry: string, outfile: string, options: BuildOptions): Promise<Made> {
  const { outputFiles, metafile } = await build({
    bundle: true,
    logLevel: "warning",
    ...options,
    entryPoints: [entry],
    outfile,
    metafile: true,
    write: false,
  });
  writeIfChanged(outfile, outputFiles[0]!.text);
  return { inputs: Object.keys(metafile.inputs), products: [outfile] };
}
