import { describe, expect, test } from "vitest";
import type { Header } from "../../../../src/kernel/core/channel.ts";
import { Disposables } from "../../../../src/kernel/core/session/disposables.ts";
import { Guard } from "../../../../src/kernel/core/session/guard.ts";
import { LatestParents } from "../../../../src/kernel/core/session/parents.ts";

const [one, other] = [{ msg_id: "1" } as Header, { msg_id: "2" } as Header];
const never = new Promise<never>(() => undefined);
const unplaced = { reached: () => undefined };

function guarded() {
  const parents = new LatestParents();
  parents.resume(one);
  return { parents, guard: new Guard(parents, unplaced) };
}

describe("what a cell waits for", () => {
  test("comes to it as it is, a value or an error, on behalf of the cell that waited", async () => {
    const { parents, guard } = guarded();
    const waits = [guard.wait(3), guard.wait(Promise.reject(new Error("no"))).catch((e: unknown) => e)];
    parents.resume(other);
    const after = waits[0]!.then(() => parents.current);
    expect(await after).toBe(one);
    expect(await Promise.all(waits)).toEqual([3, new Error("no")]);
  });

  test("is given up when that cell is interrupted, and not when another is", async () => {
    const { parents, guard } = guarded();
    const first = guard.wait(never);
    parents.resume(other);
    const second = guard.wait(Promise.resolve("on"));
    expect(guard.interrupt(one)).toBe(true);
    await expect(first).rejects.toThrow("the cell was stopped");
    expect(await second).toBe("on");
  });

  test("of all cells is given up when none is named, of those without a cell too", async () => {
    const parents = new LatestParents();
    const guard = new Guard(parents, unplaced);
    const nobodys = guard.wait(never);
    parents.resume(one);
    const ones = guard.wait(never);
    expect(guard.interrupt()).toBe(true);
    await expect(nobodys).rejects.toThrow("stopped");
    await expect(ones).rejects.toThrow("stopped");
  });

  test("is given up also when something else that it waits for has come", async () => {
    const { guard } = guarded();
    const waits = guard.wait(never);
    await guard.wait(1);
    expect(guard.interrupt(one)).toBe(true);
    await expect(waits).rejects.toThrow("stopped");
  });

  test("is nothing any more once it has come", async () => {
    const { guard } = guarded();
    await guard.wait(1);
    await expect(guard.wait(Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect([guard.interrupt(one), guard.interrupt()]).toEqual([false, false]);
  });

  test.each([one, undefined])(
    "comes twenty times more after an interruption, and then no more: %j",
    async (cell) => {
      const parents = new LatestParents();
      const guard = new Guard(parents, unplaced);
      if (cell !== undefined) parents.resume(cell);
      const waits = guard.wait(never);
      guard.interrupt();
      await expect(waits).rejects.toThrow("stopped");
      const come = (value: unknown) =>
        Promise.race([guard.wait(value), new Promise((done) => setImmediate(done, "nothing"))]);
      for (let i = 0; i < 20; i++) expect(await come(i)).toBe(i);
      expect(await come(20)).toBe("nothing");
    },
  );
});

describe("an asynchronous loop", () => {
  test("goes through lists and what comes, waiting for each, and closes what it leaves", async () => {
    const { guard } = guarded();
    const seen: unknown[] = [];
    for await (const x of guard.each([Promise.resolve(1), 2] as Iterable<unknown>)) seen.push(x);
    async function* coming() {
      try {
        yield await Promise.resolve("a");
        yield "b";
      } finally {
        seen.push("closed");
      }
    }
    for await (const x of guard.each(coming())) {
      seen.push(x);
      break;
    }
    expect(seen).toEqual([1, 2, "a", "closed"]);
  });

  test("that waits ends when its cell is interrupted, and closes what it goes through", async () => {
    const { guard } = guarded();
    let isClosed = false;
    const silent: AsyncIterator<never> = {
      next: () => never,
      return: () => ((isClosed = true), Promise.resolve({ done: true, value: undefined })),
    };
    const loop = guard.each({ [Symbol.asyncIterator]: () => silent }).next();
    expect(guard.interrupt(one)).toBe(true);
    await expect(loop).rejects.toThrow("stopped");
    expect(isClosed).toBe(true);
  });

  test("goes on when what it goes through is closed, which may take a while, and hears what goes wrong there", async () => {
    const { guard } = guarded();
    const said: string[] = [];
    const slow = (fails: boolean): AsyncIterable<number> => ({
      [Symbol.asyncIterator]: () => ({
        next: () => Promise.resolve({ done: false, value: 1 }),
        return: async () => {
          await new Promise((resolve) => setImmediate(resolve));
          said.push("closed");
          if (fails) throw new Error("it does not close");
          return { done: true, value: undefined };
        },
      }),
    });
    const first = async (fails: boolean): Promise<number | undefined> => {
      for await (const one of guard.each(slow(fails))) return one;
      return undefined;
    };
    expect(await first(false)).toBe(1);
    said.push("goes on");
    expect(said).toEqual(["closed", "goes on"]);
    await expect(first(true)).rejects.toThrow("it does not close");
  });
});

describe("what is declared with `using`", () => {
  test("is disposed of, the latest first, once; the first error is thrown when all had their turn", async () => {
    const disposables = new Disposables();
    const ended: string[] = [];
    const thing = (name: string, error?: Error) => ({
      [Symbol.dispose]() {
        ended.push(name);
        if (error) throw error;
      },
    });
    expect(disposables.areWaiting).toBe(false);
    const first = thing("first");
    expect(disposables.use(first)).toBe(first);
    disposables.use(thing("second", new Error("second")));
    disposables.use(thing("third", new Error("third")));
    for (const none of [null, undefined]) expect(disposables.use<unknown>(none)).toBe(none);
    expect(disposables.areWaiting).toBe(true);
    await expect(disposables.dispose()).rejects.toThrow("third");
    expect(ended).toEqual(["third", "second", "first"]);
    expect(disposables.areWaiting).toBe(false);
    await disposables.dispose();
    expect(ended).toHaveLength(3);
  });

  test("ends in its asynchronous way only where it may wait, on itself, and must have a way", async () => {
    const disposables = new Disposables();
    const ended: unknown[] = [];
    const both = {
      [Symbol.dispose]() {
        ended.push("at once", this);
      },
      async [Symbol.asyncDispose]() {
        await Promise.resolve();
        ended.push("later", this);
      },
    };
    disposables.use(both);
    disposables.use(both, true);
    disposables.use({ [Symbol.dispose]: () => ended.push("only") }, true);
    await disposables.dispose();
    expect(ended).toEqual(["only", "later", both, "at once", both]);
    expect(() => disposables.use({ close: 1 })).toThrow("no method [Symbol.dispose]");
    expect(() => disposables.use({ async [Symbol.asyncDispose]() {} })).toThrow("no method");
  });
});
