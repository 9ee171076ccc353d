import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../../system/user-error.js";

/** The home of a student. */
export interface Home {
  /** The name of its folder, which is that of the account. */
  readonly student: string;
  readonly path: string;
  /** The numbers of its owner and of the owner's group. */
  readonly uid: number;
  readonly gid: number;
}

/**
 * The homes in a folder, in the order of their names: the folders in it that are not root's.
 * @throws UserError where the folder cannot be read, there is none in it, or root cannot act with the rights of their owners
 */
export function homesIn(folder: string): Home[] {
  const homes = namesIn(folder).flatMap((student) => {
    const path = join(folder, student);
    const found = lstatSync(path);
    return found.isDirectory() && found.uid !== 0 ? [{ student, path, uid: found.uid, gid: found.gid }] : [];
  });
  if (homes.length > 0) {
    if (process.geteuid?.() === 0) tryRights();
    return homes;
  }
  throw new UserError(
    `There is no home in ${folder}`,
    "Name the folder that the homes of the class are in, such as --homes /home.",
  );
}

/** A Node that was built on a shared libuv, as Debian's own, gives root no other rights than its own. */
function tryRights(): void {
  try {
    process.setgroups!(process.getgroups!());
  } catch (error) {
    throw new UserError(
      `This Node cannot act with the rights of students: ${process.execPath} (${(error as Error).message})`,
      "Run the command with a Node from https://nodejs.org: PATH=/its/folder/bin:$PATH npx fall-line ...",
    );
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.startsWith("."))
      .sort();
  } catch (error) {
    throw new UserError(
      `--homes cannot be read: ${folder} (${String((error as NodeJS.ErrnoException).code)})`,
      "Name the folder that the homes of the class are in, such as --homes /home.",
    );
  }
}

/**
 * Does something in a home with the rights of its owner, where root does it: whatever lies there, as a link to elsewhere,
 * it reaches nothing that the student could not reach, and what is made is the student's.
 */
export function asOwner<T>({ uid, gid }: Home, action: () => T): T {
  if (process.geteuid?.() !== 0) return action();
  const groups = process.getgroups!();
  process.setgroups!([gid]);
  process.setegid!(gid);
  process.seteuid!(uid);
  try {
    return action();
  } finally {
    process.seteuid!(0);
    process.setegid!(0);
    process.setgroups!(groups);
  }
}

/** Why something could not be done in a home, in words. */
export function whyNot(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EACCES" && process.getuid?.() === 0) return "its owner has no right to it";
  return WORDS[code ?? ""] ?? message;
}

const WORDS: Readonly<Record<string, string>> = {
  EACCES: "it is closed to you: run the command as root",
  ENOSPC: "the disk is full",
  EDQUOT: "the student's share of the disk is full",
};
