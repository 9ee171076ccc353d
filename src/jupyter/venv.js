// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../system/process.js";
import { freshPlace, swapIn } from "../system/state.js";
import { writeWhole } from "../system/whole-file.js";
import { jupyterEnvironment, jupyterFolders } from "./environment.js";
import { hasUv, Installer, pythonOf } from "./installer.js";
import { findPython } from "./python.js";
import { RENEW_SCRIPTS } from "./scripts.js";

/** @typedef {import("../system/progress.js").Progress} Progress */
/** @typedef {import("../system/progress.js").Stage} Stage */

export { pythonOf };

/**
 * @typedef {object} Note inside a virtual environment, written when it is complete: what it holds and where it was put
 * @property {string} place
 * @property {string} version
 * @property {string} python
 * @property {string} requirements
 * @property {string} [tests] the test requirements that are installed on top, if they are
 * @property {string} [lite] those of JupyterLite, likewise
 */

/** From the project's folder: what the project's own Jupyter is made of. */
const REQUIREMENTS = "src/jupyter/requirements.txt";

/**
 * The project's own Jupyter: a virtual environment with the pinned requirements, for `npm test` with those of the
 * tests on top. Nothing is done when it is as it should be; a moved or copied one is put right where it is; anything
 * else (killed, other requirements, its Python gone) is made anew, aside, and moved in when complete.
 * @param {string} projectDir
 * @param {boolean} tests
 * @param {Progress} progress
 * @returns {Promise<string>} its Python
 */
export async function ensureVenv(projectDir, tests, progress) {
  const { venv } = jupyterFolders(projectDir);
  const wanted = hashOf(join(projectDir, REQUIREMENTS));
  const note = await readNote(venv);
  if (note?.requirements !== wanted) {
    await progress.during("Jupyter", "installing", (stage) => create(projectDir, wanted, stage));
  } else if (note.place !== venv)
    await progress.during("Jupyter", "moving to this folder", () => settle(venv, note));
  if (tests) await ensureOnTop(projectDir, progress, TESTS);
  return pythonOf(venv);
}

/**
 * Makes the project's own Jupyter, which is there, one that can make JupyterLite sites.
 * @param {string} projectDir
 * @param {Progress} progress
 * @returns {Promise<string>} its Python
 */
export async function ensureLite(projectDir, progress) {
  await ensureOnTop(projectDir, progress, LITE);
  return pythonOf(jupyterFolders(projectDir).venv);
}

/**
 * The note, if the environment is whole and its Python is still the one that it was made with.
 * @param {string} venv
 * @returns {Promise<Note | undefined>}
 */
async function readNote(venv) {
  if (!existsSync(noteIn(venv))) return undefined;
  const note = /** @type {Note} */ (JSON.parse(readFileSync(noteIn(venv), "utf8")));
  const { output } = await run(pythonOf(venv), ["-c", "import sys; print(sys.version.split()[0])"]);
  const minor = (/** @type {string} */ version) => version.trim().split(".").slice(0, 2).join(".");
  return minor(output) === minor(note.version) ? note : undefined;
}

/** @param {string} projectDir @param {string} requirements @param {Stage} stage */
async function create(projectDir, requirements, stage) {
  const { venv } = jupyterFolders(projectDir);
  const python = await findPython(process.env, !(await hasUv()));
  const place = freshPlace(projectDir, "venv");
  stage.note(`Python ${python.version}`);
  await new Installer(projectDir, stage).make(python, place, [REQUIREMENTS]);
  const note = { place, version: python.version, python: python.executable, requirements };
  writeNote(place, note);
  await swapIn(projectDir, place, venv);
  await settle(venv, note);
  // What a server loads is compiled when it is first loaded: here npm still leaves time for it.
  await run(pythonOf(venv), ["-c", "import jupyterlab.labapp"], { env: jupyterEnvironment(projectDir) });
}

/**
 * Puts an environment right that has come to another place: its scripts name the place where they are.
 * @param {string} venv @param {Note} note
 */
async function settle(venv, note) {
  await run(note.python, ["-m", "venv", "--without-pip", venv]);
  await run(pythonOf(venv), ["-c", RENEW_SCRIPTS]);
  writeNote(venv, { ...note, place: venv });
}

/**
 * @typedef {object} OnTop what is installed on top of the project's own Jupyter when it is first wanted
 * @property {"tests" | "lite"} key
 * @property {string} title
 * @property {string} file
 */

/** @type {OnTop} */
const TESTS = { key: "tests", title: "Test tools", file: "test/requirements.txt" };
/** @type {OnTop} */
const LITE = { key: "lite", title: "JupyterLite", file: "src/lite/requirements.txt" };

/** @param {string} projectDir @param {Progress} progress @param {OnTop} onTop */
async function ensureOnTop(projectDir, progress, { key, title, file }) {
  const { venv } = jupyterFolders(projectDir);
  const wanted = hashOf(join(projectDir, file));
  const note = await readNote(venv);
  if (!note || note[key] === wanted) return;
  await progress.during(title, "installing", async (stage) => {
    // Every package of the project's own Jupyter is pinned, so those that are there stay as they are: a JupyterLab may
    // be running from them.
    await new Installer(projectDir, stage).add(pythonOf(venv), [REQUIREMENTS, file]);
    writeNote(venv, { ...note, [key]: wanted });
  });
}

/** @param {string} venv */
function noteIn(venv) {
  return join(venv, "fall-line.json");
}

/** @param {string} venv @param {Note} note */
function writeNote(venv, note) {
  writeWhole(noteIn(venv), JSON.stringify(note, undefined, 2));
}

/** @param {string} file */
function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
