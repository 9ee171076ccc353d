import { describe, expect, test } from "vitest";
import { namespaceOf, onRequire } from "../../../../src/kernel/core/session/called.ts";

const esModule = { __esModule: true, default: 1, a: 2 };
const namespace = { [Symbol.toStringTag]: "Module", default: 3, a: 4 };
const noDefault = { [Symbol.toStringTag]: "Module", a: 4 };
const common = { a: 5 };
const withDefault = { default: 6 };
const make = () => 7;

describe("what cells import of a module", () => {
  const called = { guard: { wait: 1, each: 1 }, disposables: { use: 1 }, stacks: { throwing: 1 } };
  for (const object of Object.values(called))
    for (const name of Object.keys(object)) Object.assign(object, { [name]() { return [this, name]; } }); // prettier-ignore
  const hung = onRequire(called as never);

  test.each<[module: unknown, fallback: unknown, all: unknown]>([
    [esModule, 1, esModule],
    [namespace, 3, namespace],
    [noDefault, noDefault, noDefault],
    [common, common, { a: 5, default: common }],
    [withDefault, withDefault, withDefault],
    [{ [Symbol.toStringTag]: "Other" }, { [Symbol.toStringTag]: "Other" }, expect.objectContaining({ default: { [Symbol.toStringTag]: "Other" } })],
    [make, make, make],
    ["text", "text", "text"],
    [null, null, null],
  ])("%o", (module, fallback, all) => {
    expect(hung.default(module)).toEqual(fallback);
    expect(hung.namespace(module)).toEqual(all);
    if (module !== common) expect(namespaceOf(module) === module).toBe(all === module);
  }); // prettier-ignore

  test("hangs on `require`, with what waits, what disposes and what is told of throws", () => {
    const { wait, each, use, throwing } = hung as unknown as Record<string, () => unknown>;
    expect([wait!(), each!(), use!(), throwing!()]).toEqual([
      [called.guard, "wait"],
      [called.guard, "each"],
      [called.disposables, "use"],
      [called.stacks, "throwing"],
    ]);
  });
});
