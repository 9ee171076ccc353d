import { platform } from "../platform.ts";
import { ts, type TS } from "./typescript.ts";

interface Entry {
  stamp: string | undefined;
  file: TS.SourceFile;
}

/**
 * Parsed files by path, each good as long as the file on the disk is the same. Parsing the declarations of the
 * language, of Node and of the lesson library is most of what a start costs; a start-up snapshot carries this cache.
 */
export class SourceFiles {
  readonly #entries = new Map<string, Entry>();
  readonly #lasting = new Set<string>();
  /** Lasting files that were found unchanged, which is asked once a session. */
  readonly #checked = new Set<string>();

  /** The parsed file, or undefined when there is none. */
  get(
    path: string,
    options: TS.CreateSourceFileOptions,
    read: (path: string) => string | undefined,
  ): TS.SourceFile | undefined {
    const known = this.#entries.get(path);
    if (known && this.#checked.has(path)) return known.file;
    const stamp = platform.stampOf(path);
    if (this.#lasting.has(path)) this.#checked.add(path);
    if (known && stamp !== undefined && known.stamp === stamp) return known.file;
    const text = read(path);
    if (text === undefined) return undefined;
    if (stamp === undefined) return this.fromText(path, text, options);
    return this.#parse(path, text, stamp, options);
  }

  /** True for a file that was here before any cell was: a snapshot's, or one read while the compiler warmed up. */
  has(path: string): boolean {
    return this.#lasting.has(path);
  }

  /** Counts all files on the disk read so far as there for good. */
  settle(): void {
    for (const [path, { stamp }] of this.#entries) if (stamp !== undefined) this.#lasting.add(path);
  }

  /** The parsed file of a text that is not on the disk. */
  fromText(path: string, text: string, options: TS.CreateSourceFileOptions): TS.SourceFile {
    const known = this.#entries.get(path);
    if (known && known.file.text === text) return known.file;
    return this.#parse(path, text, undefined, options);
  }

  /** Forgets a file. */
  drop(path: string): void {
    this.#entries.delete(path);
  }

  #parse(
    path: string,
    text: string,
    stamp: string | undefined,
    options: TS.CreateSourceFileOptions,
  ): TS.SourceFile {
    const file = ts.createSourceFile(path, text, options);
    this.#entries.set(path, { stamp, file });
    return file;
  }
}
