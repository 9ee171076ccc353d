/** A database of the browser, which all tabs of a site share. */
export class Database {
  #opened: Promise<IDBDatabase> | undefined;

  /** `upgrade` makes its stores, when it is opened for the first time in this version. */
  constructor(
    private readonly name: string,
    private readonly version: number,
    private readonly upgrade: (database: IDBDatabase) => void,
  ) {}

  /**
   * Reads and writes in one transaction; what was written is kept for good when this is done.
   * @throws Error with a reason for the student, when the browser refuses
   */
  async during<T>(
    stores: readonly string[],
    mode: IDBTransactionMode,
    work: (store: (name: string) => IDBObjectStore) => Promise<T>,
  ): Promise<T> {
    const database = await this.#open();
    const transaction = database.transaction(stores, mode, { durability: "strict" });
    const committed = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(refusal(transaction.error));
    });
    // What fails in `work` aborts the transaction, and is told by it or by `work`.
    committed.catch(() => undefined);
    try {
      const result = await work((name) => transaction.objectStore(name));
      await committed;
      return result;
    } catch (error) {
      throw error instanceof DOMException ? refusal(error) : error;
    }
  }

  /** Opens it once; when that has failed, it is tried again. */
  #open(): Promise<IDBDatabase> {
    this.#opened ??= this.#openNow().catch((error: unknown) => {
      this.#opened = undefined;
      throw error instanceof DOMException ? refusal(error) : error;
    });
    return this.#opened;
  }

  async #openNow(): Promise<IDBDatabase> {
    const request = indexedDB.open(this.name, this.version);
    request.onupgradeneeded = () => this.upgrade(request.result);
    const database = await done(request);
    // Another tab may want to delete it, or the browser may close it: it is opened again when it is needed.
    database.onversionchange = () => {
      database.close();
      this.#opened = undefined;
    };
    database.onclose = () => (this.#opened = undefined);
    return database;
  }
}

/** What a request to a database gives. */
export function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(refusal(request.error));
  });
}

function refusal(error: DOMException | null): Error {
  if (error?.name === "QuotaExceededError") return new Error("the browser's storage for this site is full");
  return new Error(`the browser's storage refuses: ${error?.message ?? "no reason is given"}`);
}
