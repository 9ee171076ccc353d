// @ts-check
import fs from "node:fs";
import path from "node:path";
import { writing } from "./user-error.js";

/** What only its owner can look into: a folder, and a file. */
const FOLDER = 0o700;
const FILE = 0o600;

/**
 * Makes a folder, and those that it lies in, where they are not there. Node's own way to do so goes round for ever in a
 * place that takes no folders, such as /proc.
 * @param {string} folder
 * @param {number} [mode] the permissions of those that are made
 * @throws UserError where none can be made
 */
export function makeFolder(folder, mode = 0o777) {
  writing(folder, () => makeWithin(path.resolve(folder), mode));
}

/** @param {string} folder @param {number} mode */
function makeWithin(folder, mode) {
  if (isFolder(folder)) return;
  const parent = path.dirname(folder);
  if (parent !== folder) makeWithin(parent, mode);
  try {
    fs.mkdirSync(folder, { mode });
  } catch (error) {
    // Another process may have been quicker.
    if (!isFolder(folder)) throw error;
  }
}

/** @param {string} place */
function isFolder(place) {
  try {
    return fs.statSync(place).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Makes a folder for its owner alone; one that is there and ours is closed to others.
 * @param {string} folder
 */
export function makePrivateFolder(folder) {
  makeFolder(folder, FOLDER);
  closeToOthers(folder);
}

/**
 * Opens a file anew, in a folder for its owner alone as it is itself.
 * @param {string} file
 * @returns {number} its descriptor
 */
export function openPrivateFile(file) {
  makePrivateFolder(path.dirname(file));
  const opened = writing(file, () => fs.openSync(file, "w", FILE));
  closeToOthers(file);
  return opened;
}

/**
 * Takes from all but its owner what they may do with a file or a folder; what is another user's stays as it is.
 * @param {string} place
 * @returns {boolean} whether there was something to take
 */
export function closeToOthers(place) {
  const { mode, uid } = fs.statSync(place);
  if (process.getuid?.() !== uid || (mode & 0o077) === 0) return false;
  try {
    fs.chmodSync(place, mode & 0o7700);
  } catch (error) {
    // The file system keeps no permissions, as that of a memory stick.
    if (error instanceof Error && "code" in error && /^(EPERM|ENOTSUP|EROFS)$/.test(String(error.code)))
      return false;
    throw error;
  }
  return true;
}
