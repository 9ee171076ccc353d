import { mkdir } from "node:fs/promises";
import { acquire } from "../system/lock.js";
import { state } from "../system/state.js";
import { noting } from "./boot/build.js";
import { buildCommandLine } from "./build/cli.ts";
import { buildDeck } from "./build/deck.ts";
import { buildFrontend } from "./build/frontend.ts";
import { buildKernel } from "./build/kernel.ts";
import { buildLibrary } from "./build/library.ts";
import { buildPage } from "./build/page.ts";
import { together } from "../course/together.ts";

const projectDir = process.cwd();
await mkdir("dist", { recursive: true });
await takeTurn();
await noting(projectDir, () =>
  together([
    buildLibrary(projectDir),
    buildCommandLine(),
    buildKernel(),
    buildFrontend(),
    buildPage(),
    buildDeck(),
  ]),
);

/** Only one builds at a time. A start that was killed may have left its build behind, still writing. */
async function takeTurn(): Promise<void> {
  const folder = state(projectDir, "locks");
  await mkdir(folder, { recursive: true });
  for (;;) {
    const { holder } = await acquire(folder, "building");
    if (holder === undefined) return;
    await holder.gone;
  }
}
