import { mkdir } from "node:fs/promises";
import { buildKernel } from "./build/kernel.ts";
import { buildLibrary } from "./build/library.ts";

await mkdir("dist", { recursive: true });
await Promise.all([buildLibrary(), buildKernel()]);
