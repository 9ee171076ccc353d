import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import * as v from "valibot";
import { dirname, join } from "node:path";
import type { Entry, KeptHistory } from "../../core/protocol/history.ts";
import { userData } from "../user-data.ts";

/** As many cells are kept, and none longer than so many characters. */
const most = 2000;
const longest = 20_000;

/** Set to this, the variable asks that nothing is kept. */
const OFF = "off";
const VARIABLE = "FALL_LINE_HISTORY";

/** The cells of all sessions, in a file of one line each that only its owner reads. */
export class HistoryFile implements KeptHistory {
  readonly earlier: readonly Entry[];
  #length: number;
  #isBroken = false;

  private constructor(private readonly path: string) {
    this.#length = lines(path).length;
    this.earlier = read(path).slice(-most);
  }

  /** The file of this user; nothing where none is wanted. */
  static ofUser(environment = process.env, platform = process.platform): HistoryFile | undefined {
    if (environment[VARIABLE] === OFF) return undefined;
    return new HistoryFile(join(userData(environment, platform), "fall-line", "history.jsonl"));
  }

  add(entry: Entry): void {
    if (this.#isBroken || entry[2].length > longest) return;
    try {
      if (!existsSync(this.path)) mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
      else if (this.#length >= 2 * most) this.#shorten();
      this.#length++;
      appendFileSync(this.path, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    } catch (error) {
      this.#isBroken = true;
      console.error(`fall-line: the history is not kept: ${(error as Error).message}`);
    }
  }

  #shorten(): void {
    this.#length = most;
    const fresh = `${this.path}.${String(process.pid)}`;
    writeFileSync(fresh, lines(this.path).slice(-most).join("\n") + "\n", { mode: 0o600 });
    chmodSync(fresh, 0o600);
    renameSync(fresh, this.path);
  }
}

function lines(path: string): string[] {
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
}

/** What can be read of the file; a line that is damaged is passed over. */
function read(path: string): Entry[] {
  return lines(path).flatMap((line) => {
    const { success, output } = v.safeParse(LINE, line);
    return success ? [output] : [];
  });
}

const LINE = v.pipe(v.string(), v.parseJson(), v.strictTuple([v.number(), v.number(), v.string()]));
