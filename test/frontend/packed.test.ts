import { describe, expect, test } from "vitest";
import { cleanFigure } from "../../src/frontend/clean.ts";
import { isPacked, unpacked } from "../../src/frontend/packed.ts";
import { isHarmlessPicture } from "../../src/frontend/picture.ts";

const base64 = (numbers: ArrayBufferView): string =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString("base64");

describe("unpacked({ dtype, bdata, shape })", () => {
  test.each([
    ["f4", "float32", Float32Array.of(1.5, -2)],
    ["f8", "float64", Float64Array.of(1.1, -2)],
    ["i1", "int8", Int8Array.of(-1, 127)],
    ["i2", "int16", Int16Array.of(-1, 300)],
    ["i4", "int32", Int32Array.of(-1, 70_000)],
    ["u1", "uint8", Uint8Array.of(0, 255)],
    ["u1c", "uint8c", Uint8ClampedArray.of(0, 255)],
    ["u2", "uint16", Uint16Array.of(0, 65_535)],
    ["u4", "uint32", Uint32Array.of(0, 4_000_000_000)],
  ])("reads %s, which is %s", (short, long, numbers) => {
    for (const dtype of [short, long])
      expect(unpacked({ dtype, bdata: base64(numbers) })).toStrictEqual(numbers);
  });

  const six = base64(Uint8Array.of(1, 2, 3, 4, 5, 6));

  test("makes rows of what has a shape, and rows of rows", () => {
    const u1 = (shape: unknown) => unpacked({ dtype: "u1", bdata: six, shape });
    expect(u1("6")).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(u1(6)).toEqual(Uint8Array.of(1, 2, 3, 4, 5, 6));
    expect(u1("3, 2")).toEqual([Uint8Array.of(1, 2), Uint8Array.of(3, 4), Uint8Array.of(5, 6)]);
    expect(u1("1,2,3")).toEqual([[Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5, 6)]]);
    const none = (shape: string) => unpacked({ dtype: "u1", bdata: "", shape });
    expect([none("0"), none("0, 3"), none("2, 0")]).toEqual([
      new Uint8Array(),
      [],
      [new Uint8Array(), new Uint8Array()],
    ]);
  });

  test.each(["2, 2", "0, 6", "-1, -6", "1.5, 4", "1,1,2,3", "six", "", "-1,-1,6"])(
    "refuses the shape %j",
    (shape) => {
      expect(() => unpacked({ dtype: "u1", bdata: six, shape })).toThrow(
        "allowed: 6 numbers in up to 3 directions",
      );
    },
  );

  test("names what is cut short by its bytes, and what kinds there are", () => {
    expect(() => unpacked({ dtype: "f8", bdata: six })).toThrow('got "6 bytes"; allowed: 8 bytes a number');
    expect(() => unpacked({ dtype: "f2", bdata: six })).toThrow("f4, f8, i1, i2, i4, u1, u1c, u2, u4");
    expect(() => unpacked({ dtype: "u1", bdata: "#" })).toThrow('must be base64, got "#"');
  });

  test("is only for what has its numbers as a text", () => {
    expect([isPacked({ bdata: "" }), isPacked({ bdata: 1 }), isPacked({})]).toEqual([true, false, false]);
  });
});

test("packed numbers count as parts of a figure before they are unpacked", () => {
  const bdata = "A".repeat(8_000_004);
  expect(() => cleanFigure({ data: [{ y: { dtype: "f8", bdata } }] })).toThrow(
    /too many numbers.*got 10000\d\d; allowed: up to 1000000/,
  );
});

describe("isHarmlessPicture(address)", () => {
  const png = (width: number, height: number, kind = "png"): string => {
    const bytes = Buffer.alloc(24);
    bytes.write("\x89PNG\r\n\x1a\n", "latin1");
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    return `data:image/${kind};base64,${bytes.toString("base64")}`;
  };
  const gif = (width: number, height: number): string => {
    const bytes = Buffer.alloc(24);
    bytes.write("GIF89a", "latin1");
    bytes.writeUInt16LE(width, 6);
    bytes.writeUInt16LE(height, 8);
    return `data:image/gif;base64,${bytes.toString("base64")}`;
  };
  const letters = (kind: string, count: number): string => `data:image/${kind};base64,${"A".repeat(count)}`;

  test.each([
    ["16 million points", png(16_000, 1000), true],
    ["more in its height", png(1000, 16_001), false],
    ["more in its width", png(16_001, 1000), false],
    ["the same in capitals", png(16_001, 1000, "PNG"), false],
    ["a GIF of 16 million points", gif(4000, 4000), true],
    ["a GIF that is too wide", gif(40_000, 401), false],
    ["a GIF that is too high", gif(401, 40_000), false],
    ["a million letters of JPEG", letters("jpeg", 1_000_000), true],
    ["a letter more", letters("jpeg", 1_000_001), false],
    ["more letters of PNG, which says how large it is", png(4, 4) + "A".repeat(1_000_001), true],
    ["too few bytes to say", letters("png", 8), true],
    ["a line break within", "data:image/png;base64,AA\nAA", true],
    ["another kind", letters("svg+xml", 8), false],
    ["text", "data:text/html;base64,AAAA", false],
    ["no base64", "data:image/png,AAAA", false],
    ["an address before", " data:image/png;base64,AAAA", false],
  ])("%s", (_, address, isHarmless) => {
    expect(isHarmlessPicture(address)).toBe(isHarmless);
  });
});
