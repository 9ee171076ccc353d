import type { Content } from "../channel.ts";

type Entry = [session: number, line: number, source: string];

/** The inputs of this session, as history_request asks for them. */
export class History {
  readonly #entries: Entry[] = [];

  add(count: number, source: string): void {
    this.#entries.push([1, count, source]);
  }

  /** Answers a history_request (range, tail or search). */
  answer(request: Content): Content {
    const found = this.#select(request);
    return {
      status: "ok",
      history: request["output"] === true ? found.map(([s, n, source]) => [s, n, [source, null]]) : found,
    };
  }

  #select(request: Content): Entry[] {
    const n = typeof request["n"] === "number" ? request["n"] : Infinity;
    if (request["hist_access_type"] === "range") {
      const start = typeof request["start"] === "number" ? request["start"] : 0;
      const stop = typeof request["stop"] === "number" ? request["stop"] : Infinity;
      return this.#entries.filter(([, line]) => line >= start && line < stop);
    }
    if (request["hist_access_type"] === "search") {
      const pattern = globToRegExp(typeof request["pattern"] === "string" ? request["pattern"] : "*");
      let matches = this.#entries.filter(([, , source]) => pattern.test(source));
      if (request["unique"] === true) matches = lastOfEach(matches);
      return n === Infinity ? matches : matches.slice(-n);
    }
    return n === Infinity ? this.#entries : this.#entries.slice(-n);
  }
}

function lastOfEach(entries: Entry[]): Entry[] {
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
