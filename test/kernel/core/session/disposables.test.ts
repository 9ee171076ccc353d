import { describe, expect, test } from "vitest";
import { Disposables } from "../../../../src/kernel/core/session/disposables.ts";

function disposing() {
  const log: string[] = [];
  const made = (name: string, fails = false) => ({
    name,
    [Symbol.dispose]() {
      log.push(this.name);
      if (fails) throw new Error(`no ${name}`);
    },
    async [Symbol.asyncDispose]() {
      await Promise.resolve();
      log.push(`${this.name}, waited`);
    },
  });
  return { log, made, disposables: new Disposables() };
}

describe("what is declared with `using`", () => {
  test("is given back, and disposed of once, the latest first", async () => {
    const { log, made, disposables } = disposing();
    const first = made("a");
    expect([disposables.use(first), disposables.use(made("b")).name]).toEqual([first, "b"]);
    expect([log, disposables.areWaiting]).toEqual([[], true]);
    await disposables.dispose();
    expect([log, disposables.areWaiting]).toEqual([["b", "a"], false]);
    await disposables.dispose();
    expect(log).toHaveLength(2);
  });

  test("is waited for where it was declared with `await using`, before the next is disposed of", async () => {
    const { log, made, disposables } = disposing();
    disposables.use(made("a"));
    disposables.use(made("b"), true);
    disposables.use({ [Symbol.dispose]: () => log.push("no other way") }, true);
    await disposables.dispose();
    expect(log).toEqual(["no other way", "b, waited", "a"]);
  });

  test("may be nothing, and must have the method that it is disposed of by", () => {
    const { disposables } = disposing();
    for (const nothing of [null, undefined]) expect(disposables.use<unknown>(nothing)).toBe(nothing);
    expect(disposables.areWaiting).toBe(false);
    for (const value of [0, "", {}, { [Symbol.dispose]: 1 }])
      expect(() => disposables.use(value)).toThrow(
        /^what is declared with `using` has no method .*; write `const` instead$/,
      );
    expect(() => disposables.use({ [Symbol.asyncDispose]: () => null })).toThrow(TypeError);
    expect(disposables.areWaiting).toBe(false);
  });

  test("has its turn after one that fails, and the first error is told", async () => {
    const { log, made, disposables } = disposing();
    disposables.use(made("a", true));
    disposables.use(made("b"));
    disposables.use(made("c", true));
    await expect(disposables.dispose()).rejects.toThrow("no c");
    expect(log).toEqual(["c", "b", "a"]);
  });
});
