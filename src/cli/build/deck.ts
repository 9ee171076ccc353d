import { build } from "esbuild";
import { writeIfChanged } from "./changed.ts";

/** The scripts that a deck has in it: `dist/deck.js`, reveal.js with keys and the speaker's view, and what draws figures. */
export async function buildDeck(): Promise<void> {
  await Promise.all([
    bundle("src/presenting/page/deck.ts", "dist/deck.js"),
    bundle("src/presenting/page/drawing.ts", "dist/deck-drawing.js"),
  ]);
}

async function bundle(entry: string, outfile: string): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    legalComments: "eof",
    logLevel: "warning",
  });
  await writeIfChanged(outfile, outputFiles[0]!.text);
}
