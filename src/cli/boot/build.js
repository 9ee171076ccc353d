// @ts-check
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { run } from "../../system/process.js";
import { logFile } from "../../system/state.js";
import { Trouble } from "../../system/trouble.js";

/** @param {string} projectDir the note in dist/ that says from which sources it was built; written last */
const noteOf = (projectDir) => path.join(projectDir, "dist", ".built.json");

/**
 * Whether dist/ was built from the sources as they are now, and is whole.
 * @param {string} projectDir
 */
export function isBuilt(projectDir) {
  try {
    const { sources, products } = /** @type {{ sources: string, products: string[] }} */ (
      JSON.parse(fs.readFileSync(noteOf(projectDir), "utf8"))
    );
    return (
      sources === hashOfSources(projectDir) &&
      products.every((file) => fs.existsSync(path.join(projectDir, "dist", file)))
    );
  } catch {
    return false;
  }
}

/**
 * Builds the library, the command line, the kernel and the front end into dist/.
 * @param {string} projectDir
 * @param {import("../../system/progress.js").Progress} progress
 */
export async function build(projectDir, progress) {
  await progress.during("fall-line", "building", async (stage) => {
    const log = logFile(projectDir, "build.log");
    const { code, output } = await run(process.execPath, ["--import", "tsx", "src/cli/build.ts"], {
      cwd: projectDir,
      env: { ...process.env, TSX_DISABLE_CACHE: "1" },
      log,
      onLine: (line) => stage.note(line),
    });
    if (code !== 0) {
      throw new Trouble("The build failed", `Its whole output is in ${log}.`, beginning(output));
    }
  });
}

/**
 * Makes the products, and notes from which sources when all are there.
 * @param {string} projectDir
 * @param {() => Promise<unknown>} makeProducts
 */
export async function noting(projectDir, makeProducts) {
  const sources = hashOfSources(projectDir);
  fs.rmSync(noteOf(projectDir), { force: true });
  await makeProducts();
  // The kernel's start-up snapshots come and go with the Node that they fit.
  const products = filesOf(path.join(projectDir, "dist")).filter((file) => !file.endsWith(".blob"));
  fs.writeFileSync(noteOf(projectDir), JSON.stringify({ sources, products }));
}

/** @param {string} projectDir */
function hashOfSources(projectDir) {
  const hash = crypto.createHash("sha256");
  const files = ["package.json", "package-lock.json", "tsconfig.json"];
  const sources = filesOf(path.join(projectDir, "src")).map((name) => `src/${name}`);
  // Of the lessons only their exercises are built; their texts become notebooks.
  const exercises = filesOf(path.join(projectDir, "lessons")).filter((name) =>
    /(?<!\/lesson)\.ts$/.test(name),
  );
  for (const file of [...files, ...sources, ...exercises.map((name) => `lessons/${name}`)]) {
    const content = fs.readFileSync(path.join(projectDir, file));
    hash.update(`${file} ${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} folder */
function filesOf(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** A line of more letters than this is a bundle's. */
const LONGEST = 1000;

/**
 * How a failed build begins its account, which is where the mistake is. Its stack is of no use to anyone, nor is the line
 * of a bundle that Node shows with it, or the caret below that.
 * @param {string} output
 */
function beginning(output) {
  const lines = output
    .split(/\r?\n/)
    .filter((line) => line.length <= LONGEST && !/^\s+at |^\s*\^+\s*$/.test(line));
  return lines.slice(0, 12).join("\n").trimEnd();
}
