// @ts-check
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { makePrivateFolder } from "./folders.js";
import { UserError } from "./user-error.js";

// `.fall-line` holds everything that a start makes. What takes time to make is made in a place aside, with
// a name of its own, and moved in when it is complete. A process that was killed, or an installer that outlived
// it, leaves a folder aside that nobody looks at and the next set-up sweeps away. Nobody but its owner can look into it:
// logs hold the token that lets a browser in.

/**
 * Whether the course has been installed as a package: it lies among npm's others then, is whole, and stays as it is.
 * @param {string} projectDir
 */
export const isPackage = (projectDir) => /[\\/]node_modules[\\/]/.test(projectDir);

/**
 * Where `work/` and `.fall-line/` lie: in the project's folder, and for an installed course in the one where its command was given.
 * @param {string} projectDir
 */
export const homeOf = (projectDir) => (isPackage(projectDir) ? process.cwd() : projectDir);

/**
 * A path inside the `.fall-line` folder.
 * @param {string} projectDir
 * @param {readonly string[]} parts
 */
export function state(projectDir, ...parts) {
  return path.join(homeOf(projectDir), ".fall-line", ...parts);
}

/**
 * A folder inside it, made where it is not there.
 * @param {string} projectDir
 * @param {readonly string[]} parts
 */
export function stateFolder(projectDir, ...parts) {
  for (let depth = 0; depth <= parts.length; depth++)
    makePrivateFolder(state(projectDir, ...parts.slice(0, depth)));
  return state(projectDir, ...parts);
}

/**
 * Where a log lies.
 * @param {string} projectDir
 * @param {string} name
 */
export function logFile(projectDir, name) {
  return path.join(stateFolder(projectDir, "logs"), name);
}

/** @param {string} projectDir */
const aside = (projectDir) => state(projectDir, "aside");

/**
 * An empty folder aside.
 * @param {string} projectDir
 * @param {string} name
 */
export function freshPlace(projectDir, name) {
  return stateFolder(projectDir, "aside", `${name}-${crypto.randomBytes(4).toString("hex")}`);
}

/**
 * Moves what was made aside to where it belongs, in place of what is there.
 * @param {string} projectDir
 * @param {string} from
 * @param {string} to
 */
export async function swapIn(projectDir, from, to) {
  const old = path.join(freshPlace(projectDir, "old"), path.basename(to));
  if (fs.existsSync(to)) await move(to, old);
  await move(from, to);
}

/**
 * Renames a folder. On Windows a virus scanner may hold a new file for a moment.
 * @param {string} from
 * @param {string} to
 */
async function move(from, to) {
  for (let attempt = 1; ; attempt++) {
    try {
      fs.renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && "code" in error ? String(error.code) : "";
      if (!["EPERM", "EACCES", "EBUSY"].includes(code)) throw error;
      if (attempt === 10)
        throw new UserError(
          `${from} cannot be moved to ${to}`,
          "Close the programs that use it, see that the folder can be written to, and run the command again.",
        );
      await new Promise((resolve) => setTimeout(resolve, 100 * attempt));
    }
  }
}

/**
 * Removes what lies aside. An installer that is still running there may hold files; they go the next time.
 * @param {string} projectDir
 */
export function sweep(projectDir) {
  try {
    fs.rmSync(aside(projectDir), { recursive: true, force: true });
  } catch {
    // Next time.
  }
}
