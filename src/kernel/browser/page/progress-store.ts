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
  readonly #name: string;
  #opened: Promise<IDBDatabase> | undefined;

  constructor(name = "fall-line-progress") {
    this.#name = name;
  }

  async read(): Promise<string[]> {
    const store = await this.#store("readonly");
    return (await done(store.getAll())) as string[];
  }

  async append(line: string): Promise<void> {
    const store = await this.#store("readwrite");
    store.add(line);
    await committed(store.transaction);
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    const database = await (this.#opened ??= this.#open());
    return database.transaction(lines, mode, { durability: "strict" }).objectStore(lines);
  }

  async #open(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.#name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(lines, { autoIncrement: true });
    const database = await done(request);
    // Another tab may want to delete it, or the browser may close it: it is opened again when it is needed.
    const forget = (): void => (this.#opened = undefined);
    database.onversionchange = () => {
      database.close();
      forget();
    };
    database.onclose = forget;
    return database;
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(refusal(request.error));
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refusal(transaction.error));
  });
}

function refusal(error: DOMException | null): Error {
  if (error?.name === "QuotaExceededError") return new Error("the browser's storage for this site is full");
  return new Error(`the browser's storage refuses: ${error?.message ?? "no reason is given"}`);
}
