import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from "node:fs";
import { megabytes, Unreadable } from "./notebook.ts";

/** What lies at a place: of a link nothing is known, since what it leads to is not the student's; a device or a pipe is none of these. */
export function kindOf(path: string): "folder" | "file" | "link" | "other" | undefined {
  try {
    const found = lstatSync(path);
    if (found.isDirectory()) return "folder";
    if (found.isFile()) return "file";
    return found.isSymbolicLink() ? "link" : "other";
  } catch {
    return undefined;
  }
}

/** A file that is open; whoever opened it closes it. */
interface OpenFile {
  readonly fd: number;
  readonly size: number;
  readonly modified: Date;
}

/** To read, at once, what is no link; what a system does not know of these counts as 0. */
const HOW = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Opens a file, and nothing but a file: no link is followed, no pipe waited for. @throws Unreadable */
export function openFile(path: string): OpenFile {
  const fd = openSync(path, HOW);
  const found = fstatSync(fd);
  if (found.isFile()) return { fd, size: found.size, modified: found.mtime };
  closeSync(fd);
  throw new Unreadable("it is no file");
}

/** What is in a file. @throws Unreadable where that is more than `largest` bytes */
export function readFile(path: string, largest: number): Buffer {
  const { fd, size } = openFile(path);
  try {
    if (size > largest)
      throw new Unreadable(`it is ${megabytes(size)} large; up to ${megabytes(largest)} are read`);
    const bytes = Buffer.alloc(size);
    return bytes.subarray(0, readSync(fd, bytes, 0, size, 0));
  } finally {
    closeSync(fd);
  }
}
