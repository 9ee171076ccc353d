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

/** Not there on Windows, which has neither such links nor pipes in folders. */
const {
  O_RDONLY,
  O_NOFOLLOW = 0,
  O_NONBLOCK = 0,
} = constants as Partial<typeof constants> & typeof constants;

/** Opens a file, and nothing but a file: no link is followed, no pipe waited for. @throws Unreadable */
export function openFile(path: string): OpenFile {
  const fd = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
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
