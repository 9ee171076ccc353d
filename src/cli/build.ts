import { mkdir } from "node:fs/promises";
import { buildCommandLine } from "./build/cli.ts";
import { buildKernel } from "./build/kernel.ts";
import { buildLibrary } from "./build/library.ts";

await mkdir("dist", { recursive: true });
await Promise.all([buildLibrary(), buildCommandLine(), buildKernel()]);
