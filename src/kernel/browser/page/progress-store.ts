import { Database, done } from "./database.ts";

/** Keeps the student's progress: lines of JSON that are only ever added. */
export interface ProgressStore {
  /** All lines, the oldest first. */
  read(): Promise<string[]>;
  /** Adds a line; it is kept for good when this is done. Fails with a reason for the student. */
  append(line: string): Promise<void>;
}

const lines = "lines";

/** Progress in the browser's own database, under a name; all tabs of a site write into one. */
export class DatabaseProgress implements ProgressStore {
  readonly #database: Database;

  constructor(name = "fall-line-progress") {
    this.#database = new Database(name, 1, (fresh) =>
      fresh.createObjectStore(lines, { autoIncrement: true }),
    );
  }

  read(): Promise<string[]> {
    return this.#database.during([lines], "readonly", (store) =>
      done(store(lines).getAll() as IDBRequest<string[]>),
    );
  }

  async append(line: string): Promise<void> {
    await this.#database.during([lines], "readwrite", (store) => done(store(lines).add(line)));
  }
}
