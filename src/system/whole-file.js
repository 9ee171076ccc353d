// @ts-check
import fs from "node:fs";
import path from "node:path";
import { makeFolder } from "./folders.js";
import { writing } from "./user-error.js";

/**
 * Writes a file so that it is either as it was or whole, whenever the program is ended or the disk is full.
 * @param {string} file
 * @param {string} text
 * @throws UserError where it cannot be written
 */
export function writeWhole(file, text) {
  const beside = `${file}.new`;
  try {
    writing(file, () => {
      fs.writeFileSync(beside, text);
      fs.renameSync(beside, file);
    });
  } catch (error) {
    fs.rmSync(beside, { force: true });
    throw error;
  }
}

/** For its owner alone. */
const PRIVATE = 0o600;

/**
 * Puts a new file in the place of what is there, whole or not at all; no link is followed.
 * @param {string} file
 * @param {string | Uint8Array} content
 * @param {number} [mode] its permissions, whatever the umask takes
 */
export function replaceFile(file, content, mode = PRIVATE) {
  const fresh = `${file}.new`;
  fs.rmSync(fresh, { force: true });
  try {
    // Nothing is there now; a link that comes in between is refused.
    fs.writeFileSync(fresh, content, { flag: "wx", mode: PRIVATE });
    if (mode !== PRIVATE) fs.chmodSync(fresh, mode);
    fs.renameSync(fresh, file);
  } catch (error) {
    fs.rmSync(fresh, { force: true });
    throw error;
  }
}

/**
 * The same as `writeWhole`, in a folder that is made where it is not there. A file that says so already is not touched: by when it was written
 * is known whether what was made from it is good.
 * @param {string} file
 * @param {string} text
 */
export function writeIfChanged(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  makeFolder(path.dirname(file));
  writeWhole(file, text);
}
