import type { Content } from "../channel.ts";

/** A cell: the session that it was run in, its number there, and what it was. */
export type Entry = readonly [session: number, line: number, source: string];

/** What is kept of the cells of all sessions, where something is. */
export interface KeptHistory {
  /** Those of earlier sessions, the oldest first. */
  readonly earlier: readonly Entry[];
  add(entry: Entry): void;
}

/** The inputs of this session and of those before it, as history_request asks for them. */
export class History {
  readonly #entries: Entry[];
  readonly #session: number;

  constructor(private readonly kept?: KeptHistory) {
    this.#entries = [...(kept?.earlier ?? [])];
    this.#session = this.#entries.reduce((last, [session]) => Math.max(last, session), 0) + 1;
  }

  add(count: number, source: string): void {
    const entry: Entry = [this.#session, count, source];
    this.#entries.push(entry);
    this.kept?.add(entry);
  }

  /** Answers a history_request (range, tail or search). */
  answer(request: Content): Content {
    const found = this.#select(request);
    return {
      status: "ok",
      history: request["output"] === true ? found.map(([s, n, source]) => [s, n, [source, null]]) : found,
    };
  }

  #select(request: Content): readonly Entry[] {
    const n = typeof request["n"] === "number" ? Math.max(0, request["n"]) : Infinity;
    const last = (entries: readonly Entry[]) => entries.slice(Math.max(0, entries.length - n));
    if (request["hist_access_type"] === "range") {
      const session = this.#sessionOf(request["session"]);
      const start = typeof request["start"] === "number" ? request["start"] : 0;
      const stop = typeof request["stop"] === "number" ? request["stop"] : Infinity;
      return this.#entries.filter(([of, line]) => of === session && line >= start && line < stop);
    }
    if (request["hist_access_type"] === "search") {
      const pattern = globToRegExp(typeof request["pattern"] === "string" ? request["pattern"] : "*");
      const matches = this.#entries.filter(([, , source]) => pattern.test(source));
      return last(request["unique"] === true ? lastOfEach(matches) : matches);
    }
    return last(this.#entries);
  }

  /** Sessions are counted; 0 is this one, and -1 the one before. */
  #sessionOf(asked: unknown): number {
    return typeof asked === "number" && asked > 0 ? asked : this.#session + (Number(asked) || 0);
  }
}

function lastOfEach(entries: readonly Entry[]): Entry[] {
  const latest = new Map(entries.map((entry) => [entry[2], entry]));
  return entries.filter((entry) => latest.get(entry[2]) === entry);
}

/** `*` stands for any text, `?` for one character, as in IPython. */
function globToRegExp(glob: string): RegExp {
  const escaped = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "su");
}
