import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/** `dist/deck.js`, the classic script that a deck has in it: reveal.js, what draws figures, keys and the speaker's view. */
export async function buildDeck(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: ["src/presenting/page/deck.ts"],
    outfile: "dist/deck.js",
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    logLevel: "warning",
  });
  await writeIfChanged("dist/deck.js", outputFiles[0]!.text);
}
