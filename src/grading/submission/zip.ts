import { promisify } from "node:util";
import { type Entry, open, type Options, type ZipFile } from "yauzl";
import { Unreadable } from "./notebook.ts";

/** A file in a zip. */
export interface Zipped {
  /** Its path in the zip: never absolute, never upward. */
  readonly path: string;
  readonly size: number;
  readonly modified: Date;
  readonly read: (largest: number) => Promise<string>;
}

/** How many entries of a zip are looked at, and how large all that is read of it may be. */
const MOST_ENTRIES = 50_000;

const openZip = promisify<string, Options, ZipFile>(open);

/**
 * Does something with each file of a zip whose name fits; the zip is closed behind it. Nothing is ever unpacked on the
 * disk. yauzl refuses names that lead out of the zip, and entries that are larger than they say.
 * @throws Unreadable
 */
export async function eachZipped(
  path: string,
  fits: (name: string) => boolean,
  action: (file: Zipped) => Promise<void>,
): Promise<void> {
  const zip = await openZip(path, { lazyEntries: true, autoClose: false }).catch((error: unknown) => {
    throw new Unreadable(`it is no zip that can be read: ${(error as Error).message}`);
  });
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new Unreadable(`it holds ${zip.entryCount} files; up to ${MOST_ENTRIES} are looked at`);
    for (let entry = await next(zip); entry !== undefined; entry = await next(zip)) {
      if (fits(entry.fileName) && !isLink(entry)) await action(zipped(zip, entry));
    }
  } finally {
    zip.close();
  }
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

/** A symbolic link, as Unix writes one into a zip. */
function isLink({ externalFileAttributes }: Entry): boolean {
  return ((externalFileAttributes >>> 16) & 0o170000) === 0o120000;
}

function zipped(zip: ZipFile, entry: Entry): Zipped {
  const { fileName: path, uncompressedSize: size } = entry;
  return { path, size, modified: entry.getLastModDate(), read: (largest) => readEntry(zip, entry, largest) };
}

async function readEntry(zip: ZipFile, entry: Entry, largest: number): Promise<string> {
  if (entry.uncompressedSize > largest)
    throw new Unreadable(
      `it is ${megabytes(entry.uncompressedSize)} large; up to ${megabytes(largest)} are read`,
    );
  if (entry.isEncrypted()) throw new Unreadable("it is locked with a password");
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      const refuse = (fault: Error): void =>
        reject(new Unreadable(`it cannot be unpacked: ${fault.message}`));
      if (error !== null) {
        refuse(error);
        return;
      }
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("error", refuse);
      stream.once("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    });
  });
}

/** A size in words. */
export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 1 : 0)} MB`;
}
