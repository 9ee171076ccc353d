import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Database, done } from "../../../../src/kernel/browser/page/database.ts";
import { DatabaseProgress } from "../../../../src/kernel/browser/page/progress-store.ts";

interface Asked {
  result?: unknown;
  error?: DOMException | null;
  onsuccess?: () => void;
  onerror?: () => void;
  onupgradeneeded?: () => void;
}

/** Answers a request of a database when its asker has said what it is to call. */
function answered(request: Asked, how: keyof Asked = "onsuccess"): Asked {
  queueMicrotask(() => (request[how] as () => void)());
  return request;
}

/** A browser's database of numbered lines, which ends transactions as it is told. */
function fakeDatabase() {
  const lines: unknown[] = [];
  const opened: unknown[][] = [];
  const transactions: unknown[][] = [];
  const made: unknown[][] = [];
  const how = { opens: undefined as DOMException | undefined, aborts: undefined as DOMException | null | undefined };
  const store = {
    add: (line: unknown) => answered({ result: lines.push(line) }),
    getAll: () => answered({ result: [...lines] }),
    fail: () => answered({ error: new DOMException("wrong key", "DataError") }, "onerror"),
  };
  const databases: { closed: number; onversionchange: () => void; onclose: () => void }[] = [];
  const open = (...given: unknown[]) => {
    opened.push(given);
    if (how.opens) return answered({ error: how.opens }, "onerror");
    const database = {
      closed: 0,
      onversionchange: () => undefined,
      onclose: () => undefined,
      close: () => database.closed++,
      createObjectStore: (...named: unknown[]) => void made.push(named),
      transaction(...asked: unknown[]) {
        transactions.push(asked);
        const ended = { error: how.aborts, oncomplete: () => undefined, onabort: () => undefined, objectStore: (name: string) => ({ name, ...store }) };
        setTimeout(() => (how.aborts === undefined ? ended.oncomplete() : ended.onabort()));
        return ended;
      },
    };
    databases.push(database);
    const request: Asked = { result: database };
    queueMicrotask(() => {
      if (databases.length === 1) request.onupgradeneeded!();
      request.onsuccess!();
    });
    return request;
  };
  vi.stubGlobal("indexedDB", { open });
  return { lines, opened, transactions, made, how, databases };
} // prettier-ignore

type Store = { name: string; fail: () => IDBRequest } & IDBObjectStore;

let fake: ReturnType<typeof fakeDatabase>;
beforeEach(() => void (fake = fakeDatabase()));
afterEach(() => vi.unstubAllGlobals());

describe("the student's progress in the browser", () => {
  test("is kept in the order in which it came, in a store that is made once", async () => {
    const progress = new DatabaseProgress();
    await progress.append("one");
    await progress.append("two");
    expect(await progress.read()).toEqual(["one", "two"]);
    expect(fake.opened).toEqual([["fall-line-progress", 1]]);
    expect(fake.made).toEqual([["lines", { autoIncrement: true }]]);
    const strict = { durability: "strict" };
    expect(fake.transactions).toEqual([
      [["lines"], "readwrite", strict],
      [["lines"], "readwrite", strict],
      [["lines"], "readonly", strict],
    ]);
    await new DatabaseProgress("other").read();
    expect(fake.opened[1]).toEqual(["other", 1]);
  });

  test("is not kept where the browser has no room, which is said", async () => {
    fake.how.aborts = new DOMException("no more", "QuotaExceededError");
    await expect(new DatabaseProgress().append("one")).rejects.toThrow(
      /^the browser's storage for this site is full$/,
    );
  });
});

describe("a database of the browser", () => {
  const database = (): Database => new Database("name", 3, () => undefined);
  const work = (store: (name: string) => IDBObjectStore) =>
    Promise.resolve((store("a") as Store).name);

  test("is written to when all is kept, and gives what the work gives", async () => {
    let isKept = false;
    const ended = database().during(["a"], "readwrite", work).then((result) => [result, isKept]);
    setTimeout(() => (isKept = true));
    expect(await ended).toEqual(["a", true]);
  });

  test.each([
    [null, "the browser's storage refuses: no reason is given"],
    [new DOMException("it is blocked", "AbortError"), "the browser's storage refuses: it is blocked"],
  ])("says why it refuses: %s", async (error, reason) => {
    fake.how.aborts = error;
    await expect(database().during(["a"], "readwrite", work)).rejects.toThrow(new Error(reason));
  });

  test("says what is wrong with a request, and lets errors of the work through", async () => {
    const failing = (store: (name: string) => IDBObjectStore) => done((store("a") as Store).fail());
    await expect(database().during(["a"], "readonly", failing)).rejects.toThrow("the browser's storage refuses: wrong key");
    const thrown = (error: Error) => database().during(["a"], "readonly", () => Promise.reject(error));
    await expect(thrown(new DOMException("gone", "InvalidStateError"))).rejects.toThrow("the browser's storage refuses: gone");
    const own = new TypeError("of the work");
    await expect(thrown(own)).rejects.toBe(own);
  });

  test("that cannot be opened says so, and is opened anew the next time", async () => {
    const one = database();
    fake.how.opens = new DOMException("denied", "SecurityError");
    await expect(one.during(["a"], "readonly", work)).rejects.toThrow("the browser's storage refuses: denied");
    fake.how.opens = undefined;
    expect(await one.during(["a"], "readonly", work)).toBe("a");
    expect(fake.opened).toEqual([["name", 3], ["name", 3]]);
  });

  test("is opened once, and anew when another tab has wanted it or the browser has closed it", async () => {
    const one = database();
    const times = async (): Promise<number> => {
      await one.during(["a"], "readonly", work);
      return fake.opened.length;
    };
    expect([await times(), await times()]).toEqual([1, 1]);
    fake.databases[0]!.onversionchange();
    expect([await times(), fake.databases[0]!.closed]).toEqual([2, 1]);
    fake.databases[1]!.onclose();
    expect([await times(), fake.databases[1]!.closed]).toEqual([3, 0]);
  });
}); // prettier-ignore
