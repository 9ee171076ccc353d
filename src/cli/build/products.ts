import { buildCommandLine, buildInstalledCommands } from "./cli.ts";
import { buildDeck } from "./deck.ts";
import { buildFrontend } from "./frontend.ts";
import { buildSandbox } from "./grading.ts";
import { buildKernel } from "./kernel.ts";
import { buildLibrary, buildTypesAndCourse } from "./library.ts";
import { buildPageKernel } from "./page-kernel.ts";
import { buildLite } from "./lite.ts";
import { describePackage } from "./package.ts";
import { buildPage } from "./page.ts";

/** Makes all that is in `dist/`, and throws the first error of any part, whatever the others still do. */
export async function buildProducts(projectDir: string): Promise<void> {
  // The bundlers read it beside what they write.
  await describePackage(projectDir);
  // A mistake in the library is told before the declarations, which take long.
  await buildLibrary(projectDir);
  await Promise.all([
    buildTypesAndCourse(projectDir),
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
