// @ts-check
/**
 * Something outside the program's power went wrong: what, in one sentence, and the cure.
 * The command line prints both, without a stack, and ends with a non-zero code.
 */
export class UserError extends Error {
  /**
   * @param {string} what one sentence
   * @param {string} cure what to do about it
   * @param {string} [detail] the last lines of a program's output, when they help
   */
  constructor(what, cure, detail) {
    super(what);
    this.name = "UserError";
    this.cure = cure;
    this.detail = detail;
  }
}

/**
 * Does `action`, turning a refusal of the file system into a sentence that names the folder.
 * @template T
 * @param {string} path what is being written
 * @param {() => T} action
 * @returns {T}
 */
export function writing(path, action) {
  try {
    return action();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EACCES" || code === "EPERM" || code === "EROFS")
      throw new UserError(
        `The folder cannot be written to: ${path}`,
        "Change its permissions, or put the project in a folder of your own, and run the command again.",
      );
    if (code === "EEXIST" || code === "ENOTDIR")
      throw new UserError(
        `A file is where a folder is needed: ${placeOf(error) ?? path}`,
        "Rename that file, or choose another folder, and run the command again.",
      );
    if (code === "EISDIR")
      throw new UserError(
        `A folder is where a file is needed: ${placeOf(error) ?? path}`,
        "Rename that folder, or choose another name, and run the command again.",
      );
    if (code === "ENOSPC" || code === "EDQUOT")
      throw new UserError(
        `The disk is full: ${path}`,
        "Free some space (1 GB is enough) and run the command again.",
      );
    if (error instanceof Error && "syscall" in error)
      throw new UserError(
        `Nothing can be written here: ${path} (${String(code)})`,
        "Choose another folder, and run the command again.",
      );
    throw error;
  }
}

/** @param {unknown} error */
function placeOf(error) {
  if (!(error instanceof Error)) return undefined;
  // What is renamed is in nobody's way.
  if ("dest" in error) return String(error.dest);
  return "path" in error ? String(error.path) : undefined;
}
