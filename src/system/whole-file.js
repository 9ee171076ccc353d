// @ts-check
import fs from "node:fs";
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
