import { mkdir } from "node:fs/promises";
import { noting } from "./boot/build.js";
import { buildCommandLine } from "./build/cli.ts";
import { buildDeck } from "./build/deck.ts";
import { buildFrontend } from "./build/frontend.ts";
import { buildKernel } from "./build/kernel.ts";
import { buildLibrary } from "./build/library.ts";
import { buildPage } from "./build/page.ts";

await mkdir("dist", { recursive: true });
await noting(process.cwd(), () =>
  Promise.all([buildLibrary(), buildCommandLine(), buildKernel(), buildFrontend(), buildPage(), buildDeck()]),
);
