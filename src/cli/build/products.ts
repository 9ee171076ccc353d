import { together } from "../../course/together.ts";
import { buildCommandLine, buildInstalledCommands } from "./cli.ts";
import { buildDeck } from "./deck.ts";
import { buildFrontend } from "./frontend.ts";
import { buildSandbox } from "./grading.ts";
import { buildKernel } from "./kernel.ts";
import { buildLibrary } from "./library.ts";
import { buildPageKernel } from "./page-kernel.ts";
import { buildLite } from "./lite.ts";
import { describePackage } from "./package.ts";
import { buildPage } from "./page.ts";

/** Makes all that is in `dist/`. */
export async function buildProducts(projectDir: string): Promise<void> {
  // The bundlers read it beside what they write.
  await describePackage(projectDir);
  await together([
    buildLibrary(projectDir),
    buildCommandLine(),
    buildInstalledCommands(),
    buildKernel(),
    buildFrontend(),
    buildPage(),
    buildPageKernel(),
    buildDeck(),
    buildLite(),
    buildSandbox(),
  ]);
}
