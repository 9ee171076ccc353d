import { prepare, settingUp } from "../../src/cli/boot/main.js";
import { PARTS } from "../../src/cli/boot/parts.js";
import { setUpJupyter } from "../../src/cli/setup.ts";
import { ensureChromium } from "../suite/chromium.ts";
import { ownProduct } from "../../src/course/product.ts";
import { createProgress } from "../../src/system/progress.js";

const projectDir = process.cwd();
const progress = createProgress();
const session = { callerDir: projectDir, projectDir, progress, settingUp: () => settingUp(progress) };

/** Builds the project, if it is not built as its sources are now. */
export async function setUpBuild(): Promise<void> {
  await prepare(session, { dev: true, parts: PARTS });
}

/** Sets up the project's Jupyter and its kernel, and finds a browser, as `npm test` does. */
export async function setUpWhole(): Promise<void> {
  await setUpJupyter(session, ownProduct(projectDir), { tests: true });
  await ensureChromium(projectDir, progress);
}
