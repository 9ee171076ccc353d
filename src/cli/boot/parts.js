// @ts-check
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { writeWhole } from "../../system/whole-file.js";

/** The parts of dist/, each made by the module of its name in src/cli/build; those that take longest are begun first. */
export const PARTS = /** @type {const} */ ([
  ...["library", "course", "types", "frontend", "kernel", "commands"],
  ...["pages", "decks", "package", "lite", "sandbox", "installed", "course-package"],
]);

/** What must be there before a part is made: declarations are those of the course as it was built. @type {Readonly<Record<string, readonly string[]>>} */
export const AFTER = {
  types: ["course"],
  "course-package": PARTS.filter((part) => part !== "course-package"),
};

/** What everything that is built depends on. */
const FOR_ALL = ["package.json", "package-lock.json", "tsconfig.json"];

/**
 * The note in dist/ that says from which sources a part was made; written last.
 * @param {string} projectDir @param {string} part
 */
const fileOf = (projectDir, part) => path.join(projectDir, "dist", ".built", `${part}.json`);

/** @typedef {{ sources: string, inputs: string[], products: string[] }} Note */

/** @param {string} projectDir @param {string} part @returns {Note} */
export const noteOf = (projectDir, part) => JSON.parse(fs.readFileSync(fileOf(projectDir, part), "utf8"));

/**
 * The parts that are not whole, or were not made from the sources as they are now.
 * @param {string} projectDir
 * @param {readonly string[]} parts
 */
export function stale(projectDir, parts) {
  const contents = new Contents(projectDir);
  return parts.filter((part) => {
    try {
      const note = noteOf(projectDir, part);
      const isWhole = note.products.every((file) => fs.existsSync(path.join(projectDir, file)));
      return !isWhole || note.sources !== contents.hashOf(note.inputs);
    } catch {
      return true;
    }
  });
}

/**
 * Makes a part, and notes from what when all of it is there.
 * @param {string} projectDir
 * @param {string} part
 * @param {() => Promise<import("../build/made.ts").Made>} make
 */
export async function noting(projectDir, part, make) {
  const note = fileOf(projectDir, part);
  fs.rmSync(note, { force: true });
  const made = await make();
  const own = (/** @type {string} */ file) =>
    path.relative(projectDir, path.resolve(projectDir, file)).replaceAll("\\", "/");
  const inputs = [...new Set([...FOR_ALL, ...made.inputs.map(own)])]
    .filter((file) => !/^\.\.|(^|\/)node_modules\/|:/.test(file))
    .sort();
  // The kernel's start-up snapshots come and go with the Node that they fit.
  const products = made.products
    .flatMap((file) => filesIn(projectDir, own(file)))
    .filter((file) => !file.endsWith(".blob"));
  const sources = new Contents(projectDir).hashOf(inputs);
  fs.mkdirSync(path.dirname(note), { recursive: true });
  writeWhole(note, JSON.stringify({ sources, inputs, products }));
}

/** The hashes of files, each read once. */
class Contents {
  #projectDir;
  /** @type {Map<string, string>} */
  #known = new Map();

  /** @param {string} projectDir */
  constructor(projectDir) {
    this.#projectDir = projectDir;
  }

  /** @param {readonly string[]} files */
  hashOf(files) {
    const hash = crypto.createHash("sha256");
    for (const file of files) hash.update(`${file} ${this.#one(file)}\n`);
    return hash.digest("hex");
  }

  /** Of a folder only which files are in it counts. @param {string} file */
  #one(file) {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const place = path.join(this.#projectDir, file);
    const isFolder = fs.statSync(place, { throwIfNoEntry: false })?.isDirectory();
    const content =
      isFolder === undefined
        ? "none"
        : isFolder
          ? filesIn(this.#projectDir, file).join("\n")
          : fs.readFileSync(place);
    const hash = crypto.createHash("sha256").update(content).digest("hex");
    this.#known.set(file, hash);
    return hash;
  }
}

/** A file, or those in a folder and in its folders. @param {string} projectDir @param {string} place */
function filesIn(projectDir, place) {
  const whole = path.join(projectDir, place);
  if (!fs.statSync(whole).isDirectory()) return [place];
  return fs
    .readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
