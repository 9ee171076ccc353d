import { prepare, projectDir, settingUp } from "../../src/cli/boot/main.js";
import { PARTS } from "../../src/cli/boot/parts.js";
import { report } from "../../src/cli/boot/report.js";
import { endAll } from "../../src/system/process.js";
import { createProgress } from "../../src/system/progress.js";
import { runSuite } from "./suite.ts";

/** `npm test`, and with `--long` `npm run test:long`. */
const progress = createProgress();
const place = { projectDir, callerDir: projectDir, progress, settingUp: () => settingUp(progress) };

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => void endAll().then(() => process.exit(130)));

try {
  await prepare(place, { dev: true, parts: PARTS, jupyter: true });
  process.exitCode = (await runSuite(place, process.argv.includes("--long"))) ? 0 : 1;
} catch (error) {
  await endAll();
  report(error);
  process.exitCode = 1;
}
