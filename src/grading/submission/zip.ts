import { closeSync } from "node:fs";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, fromFd, type Options, type ZipFile } from "yauzl";
import { openFile } from "./file.ts";
import { megabytes, Unreadable } from "./notebook.ts";

/** A file that was handed in. */
export interface Found {
  /** Where it lies; in a zip never absolute, never upward. */
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
  readonly read: (largest: number) => Promise<Buffer>;
}

/** How many entries of a zip are looked at: those of a class, of whom each handed in a folder. */
const MOST_ENTRIES = 200_000;

const OPTIONS: Options = { lazyEntries: true, autoClose: false };
const openFd = promisify<number, Options, ZipFile>(fromFd);
const openBuffer = promisify<Buffer, Options, ZipFile>(fromBuffer);

/**
 * Does something with each file of a zip whose name fits; the zip is closed behind it. Nothing is ever unpacked on the
 * disk. yauzl refuses names that lead out of the zip, and entries that are larger than they say.
 * @param zipped where it lies, or what is in it
 * @throws Unreadable
 */
export async function eachZipped(
  zipped: string | Buffer,
  fits: (name: string) => boolean,
  action: (file: Found) => Promise<void>,
): Promise<void> {
  const zip = await opened(zipped).catch((error: unknown) => {
    throw new Unreadable(`it is no zip that can be read: ${(error as Error).message}`);
  });
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new Unreadable(`it holds ${zip.entryCount} files; up to ${MOST_ENTRIES} are looked at`);
    for (let entry = await next(zip); entry !== undefined; entry = await next(zip)) {
      if (fits(entry.fileName) && isFile(entry)) await action(fileOf(zip, entry));
    }
  } finally {
    zip.close();
  }
}

async function opened(zipped: string | Buffer): Promise<ZipFile> {
  if (typeof zipped !== "string") return openBuffer(zipped, OPTIONS);
  const { fd } = openFile(zipped);
  return openFd(fd, OPTIONS).catch((error: unknown) => {
    closeSync(fd);
    throw error;
  });
}

function next(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const settle = (action: () => void): void => {
      zip.removeAllListeners("entry").removeAllListeners("end").removeAllListeners("error");
      action();
    };
    zip.once("entry", (entry: Entry) => settle(() => resolve(entry)));
    zip.once("end", () => settle(() => resolve(undefined)));
    zip.once("error", (error: Error) =>
      settle(() => reject(new Unreadable(`it is no zip that can be read: ${error.message}`))),
    );
    zip.readEntry();
  });
}

const KIND = 0o170000;
const FILE = 0o100000;

/** Not a folder, nor a link or a device, as Unix writes them into a zip; other systems write no kind. */
function isFile({ externalFileAttributes, fileName }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & KIND;
  return (kind === 0 || kind === FILE) && !fileName.endsWith("/");
}

function fileOf(zip: ZipFile, entry: Entry): Found {
  const { fileName: path, uncompressedSize: size } = entry;
  return { path, size, modified: entry.getLastModDate(), read: (largest) => readEntry(zip, entry, largest) };
}

async function readEntry(zip: ZipFile, entry: Entry, largest: number): Promise<Buffer> {
  if (entry.uncompressedSize > largest)
    throw new Unreadable(
      `it is ${megabytes(entry.uncompressedSize)} large; up to ${megabytes(largest)} are read`,
    );
  if (entry.isEncrypted()) throw new Unreadable("it is locked with a password");
  const open = promisify<Entry, Readable>(zip.openReadStream.bind(zip));
  try {
    return await buffer(await open(entry));
  } catch (error) {
    throw new Unreadable(`it cannot be unpacked: ${(error as Error).message}`);
  }
}
