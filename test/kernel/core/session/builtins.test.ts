import { afterEach, expect, test } from "vitest";
import { Builtins } from "../../../../src/kernel/core/session/builtins.ts";

const builtins = new Builtins();
afterEach(() => void builtins.restore());

const methods: [name: string, of: object, key: PropertyKey][] = [
  ["Object.keys", Object, "keys"],
  ["Array.from", Array, "from"],
  ["JSON.parse", JSON, "parse"],
  ["Math.max", Math, "max"],
  ["Reflect.get", Reflect, "get"],
  ["Promise.all", Promise, "all"],
  ["Array.prototype.push", Array.prototype, "push"],
  ["Array.prototype.Symbol(Symbol.iterator)", Array.prototype, Symbol.iterator],
  ["Object.prototype.hasOwnProperty", Object.prototype, "hasOwnProperty"],
  ["Function.prototype.call", Function.prototype, "call"],
  ["String.prototype.slice", String.prototype, "slice"],
  ["Number.prototype.toFixed", Number.prototype, "toFixed"],
  ["RegExp.prototype.exec", RegExp.prototype, "exec"],
  ["Map.prototype.get", Map.prototype, "get"],
  ["Set.prototype.has", Set.prototype, "has"],
  ["WeakMap.prototype.set", WeakMap.prototype, "set"],
  ["Promise.prototype.then", Promise.prototype, "then"],
  ["Error.prototype.toString", Error.prototype, "toString"],
  ...["Object", "Array", "JSON", "Math", "Reflect", "Promise"].map((name) => [name, globalThis, name] as [string, object, string]),
  ...["Boolean", "console", "Date", "Error", "Function", "Map", "Number", "RegExp", "Set", "String", "Symbol"].map((name) => [name, globalThis, name] as [string, object, string]),
]; // prettier-ignore

test.each(methods)("%s, replaced by a cell, is put back as it was, and named once", (name, of, key) => {
  const before = Object.getOwnPropertyDescriptor(of, key)!;
  Object.defineProperty(of, key, { ...before, value: () => undefined });
  const names = builtins.restore();
  expect(Object.getOwnPropertyDescriptor(of, key)).toEqual(before);
  expect(names).toEqual([name]);
  expect(builtins.restore()).toEqual([]);
});

test("what was deleted is there again", () => {
  Reflect.deleteProperty(Array.prototype, "map");
  expect(builtins.restore()).toEqual(["Array.prototype.map"]);
  expect([1].map((x) => x + 1)).toEqual([2]);
});

test("what a cell adds of its own stays", () => {
  Object.defineProperty(Math, "half", { value: 1, configurable: true });
  expect([builtins.restore(), "half" in Math]).toEqual([[], true]);
  Reflect.deleteProperty(Math, "half");
});
