// @ts-check
// Runs a tool for development, `node tool.js oxlint`, and gets it first where only what lessons need is installed.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { createProgress } from "../../system/progress.js";
import { prepare, projectDir, settingUp } from "./main.js";
import { report } from "./report.js";

const [tool = "", ...args] = process.argv.slice(2);
const progress = createProgress();
try {
  await prepare({ progress, settingUp: () => settingUp(progress) }, { dev: true, parts: [] });
  const child = spawn(process.execPath, [programOf(tool), ...args], { stdio: "inherit" });
  child.once("exit", (code) => (process.exitCode = code ?? 1));
  // A Ctrl-C reaches the tool too, which ends in its own way.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", (signal) => child.kill(signal));
} catch (error) {
  report(error);
  process.exitCode = 1;
}

/** The file of a command that a package of this project brings. @param {string} name */
function programOf(name) {
  const { packages } = /** @type {{ packages: Record<string, Entry> }} */ (
    JSON.parse(fs.readFileSync(path.join(projectDir, "package-lock.json"), "utf8"))
  );
  const { dependencies, devDependencies } = packages[""] ?? {};
  const places = Object.keys({ ...dependencies, ...devDependencies }).map((one) => `node_modules/${one}`);
  const place = places.find((one) => packages[one]?.bin?.[name] !== undefined) ?? "";
  return path.join(projectDir, place, packages[place]?.bin?.[name] ?? name);
}

/**
 * @typedef {object} Entry a package in package-lock.json
 * @property {Record<string, string>} [bin] its commands, with their files
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 */
