import { describe, expect, it } from "vitest";
import { decode, encode, type Names } from "../../src/grading/sandbox/codec.ts";

const there = (value: unknown): unknown => decode(encode(value));
const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe("through the wall go", () => {
  it("values nested twelve deep, and none deeper", () => {
    expect(there(nested(12))).toEqual(nested(12));
    expect(() => encode({ a: nested(12) })).toThrow(RangeError);
    expect(() => encode(nested(13))).toThrow(new RangeError("there is too much in what was returned"));
  });

  it("twenty thousand values, the list around them among them, and no more", () => {
    const list = (length: number): number[] => new Array<number>(length).fill(1);
    expect(there(list(19_999))).toHaveLength(19_999);
    expect(() => encode(list(20_000))).toThrow(RangeError);
    expect(() => encode([list(10_000), list(10_000)])).toThrow(RangeError);
    const record = (length: number): object => Object.fromEntries(list(length).map((one, i) => [i, one]));
    expect(Object.keys(there(record(19_999)) as object)).toHaveLength(19_999);
    expect(() => encode(record(20_000))).toThrow(RangeError);
    expect(() => encode(new Float64Array(20_000))).toThrow(RangeError);
  });

  it("the first two thousand letters of a text, and of a key", () => {
    const long = "x".repeat(2001);
    expect(there(long.slice(1))).toBe(long.slice(1));
    expect(there(long)).toBe(long.slice(1));
    expect(Object.keys(there({ [long]: 1 }) as object)).toEqual([long.slice(1)]);
  });

  it("functions and promises as what they are, and nothing of what is in them", () => {
    const [f, promise] = there([() => 3, Promise.resolve(4)]) as [() => unknown, { then: () => unknown }];
    expect(f()).toBeUndefined();
    expect(Object.keys(promise)).toEqual(["then"]);
    expect(promise.then()).toBeUndefined();
  });

  it("what has no text, by its type", () => {
    expect(there([Symbol("a"), 3n])).toEqual(["symbol", "bigint"]);
  });

  it("typed arrays as lists of numbers; a view without entries is an object", () => {
    expect(there(Int8Array.of(1, -2))).toEqual(Float64Array.of(1, -2));
    expect(there(new DataView(new ArrayBuffer(4)))).toEqual({});
  });

  it("objects that can be written to", () => {
    const back = there({ a: 1 }) as { a: number; b?: number };
    back.a = 2;
    expect(back).toEqual({ a: 2 });
    expect(Object.getOwnPropertyDescriptor(back, "a")).toEqual({
      value: 2,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  });

  it("what has a name on both sides, by its name", () => {
    const [list, f] = [[1], () => 2];
    const names: Names = {
      nameOf: (value) => (value === list ? "list" : value === f ? "f" : undefined),
      valueOf: (name) => ({ list, f })[name],
    };
    const back = decode(encode({ list, f, other: [1] }, names), names) as { list: unknown; f: unknown };
    expect(back.list).toBe(list);
    expect(back.f).toBe(f);
    expect(back).toMatchObject({ other: [1] });
  });

  it("nothing that the text does not know", () => {
    expect(decode('[1, "x"]')).toBeUndefined();
  });
});
