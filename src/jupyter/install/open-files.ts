import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { statSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { replaceFile } from "../../system/whole-file.js";

const FOLDER = 0o755;
const FILE = 0o644;
const PROGRAM = 0o755;

/** Files that every user can read, whatever the umask; it knows which folders it had to make. */
export class OpenFiles {
  readonly madeFolders: string[] = [];
  /** Whether anything is another than it was. */
  changed = false;

  /** Makes a folder, and those above it that are not there. */
  folder(path: string): void {
    if (existsSync(path)) return;
    this.folder(dirname(path));
    mkdirSync(path);
    chmodSync(path, FOLDER);
    this.madeFolders.push(path);
    this.changed = true;
  }

  /** Lets every user read a file. */
  open(path: string): void {
    chmodSync(path, FILE);
  }

  /** Writes a program that every user can run, in one step, if it is not as it should be. */
  writeProgram(path: string, content: string): void {
    this.write(path, content, PROGRAM);
  }

  /** Writes a file in one step, if it is not as it should be. */
  write(path: string, content: string, mode = FILE): void {
    const isThere = existsSync(path);
    if (isThere && readFileSync(path, "utf8") === content) return;
    this.folder(dirname(path));
    replaceFile(path, content, mode);
    this.changed = true;
  }

  /** The same as JSON. */
  writeJson(path: string, value: object): void {
    this.write(path, `${JSON.stringify(value, undefined, 2)}\n`);
  }

  /** Copies files into a folder that nobody uses yet, by their names there. */
  copyAll(files: ReadonlyMap<string, string>, folder: string): void {
    for (const [name, from] of files) {
      const to = `${folder}/${name}`;
      this.folder(dirname(to));
      copyFileSync(from, to);
      chmodSync(to, FILE);
      // In whole seconds, which is all that the layers of a container keep: by them a start-up snapshot knows what it fits.
      const seconds = Math.floor(statSync(from).mtimeMs / 1000);
      utimesSync(to, seconds, seconds);
    }
  }

  /** Puts a folder in the place of another of that name; what is open of the old one goes on to be read. */
  exchange(fresh: string, folder: string): void {
    const old = `${fresh}.old`;
    this.folder(dirname(folder));
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(fresh, folder);
    rmSync(old, { recursive: true, force: true });
    this.changed = true;
  }
}
