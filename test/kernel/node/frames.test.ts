import { serialize } from "node:v8";
import { describe, expect, test } from "vitest";
import { Frames, toFrame } from "../../../src/kernel/node/frames.ts";
import { Lines, toLine } from "../../../src/kernel/node/lines.ts";

const messages = [{ n: 1, bytes: Uint8Array.of(1, 2, 3) }, "zwei ∞ 😀", [3, null], "x".repeat(70_000)];

/** The same bytes in pieces of a length. */
const pieces = (bytes: Buffer, length: number): Buffer[] =>
  Array.from({ length: Math.ceil(bytes.length / length) }, (_, i) =>
    bytes.subarray(i * length, (i + 1) * length),
  );

describe("a frame", () => {
  test("is a mark, the length of the message in four bytes, the lowest first, and the message", () => {
    const body = serialize("x".repeat(300));
    const frame = toFrame("x".repeat(300));
    const mark = frame.subarray(0, 11);
    expect(mark.toString("latin1")).toBe("\0fall-line\u0001");
    expect([...frame.subarray(11, 15)]).toEqual([body.length & 255, body.length >> 8, 0, 0]);
    expect(frame.subarray(15).equals(body)).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 7, 64, 65_536, 1e6])("is put together from pieces of %i bytes", (length) => {
    const frames = new Frames<unknown>();
    const bytes = Buffer.concat(messages.map(toFrame));
    expect(pieces(bytes, length).flatMap((piece) => frames.push(piece))).toEqual(messages);
    expect(frames.push(toFrame("more"))).toEqual(["more"]);
  });

  test("is given when its last byte has come", () => {
    const frames = new Frames<unknown>();
    const frame = toFrame("whole");
    expect(frames.push(frame.subarray(0, -1))).toEqual([]);
    expect(frames.push(Buffer.concat([frame.subarray(-1), toFrame("next").subarray(0, 2)]))).toEqual([
      "whole",
    ]);
    expect(frames.push(toFrame("next").subarray(2))).toEqual(["next"]);
  });
});

test.each([1, 3, 8, 1e6])(
  "what is no frame between frames is passed over, in pieces of %i bytes",
  (length) => {
    const garbage = ["", "x", "garbage that a cell has written\0fall-lin", "\0\0fall-line", "é".repeat(5000)];
    const bytes = Buffer.concat(garbage.flatMap((text, i) => [Buffer.from(text), toFrame(i)]));
    const frames = new Frames<unknown>();
    expect(pieces(bytes, length).flatMap((piece) => frames.push(piece))).toEqual([0, 1, 2, 3, 4]);
  },
);

describe("a line", () => {
  const plain = [{ n: 1 }, "zwei ∞ 😀\n", [3, null]];

  test("is JSON and a line break", () => expect(toLine({ a: "b\nc" })).toBe('{"a":"b\\nc"}\n'));

  test.each([1, 2, 3, 5, 1000])("is put together from pieces of %i bytes", (length) => {
    const lines = new Lines<unknown>();
    const bytes = Buffer.from(plain.map(toLine).join(""));
    expect(pieces(bytes, length).flatMap((piece) => lines.push(piece))).toEqual(plain);
  });

  test("is given when its line break has come", () => {
    const lines = new Lines<unknown>();
    expect(lines.push(Buffer.from("1"))).toEqual([]);
    expect(lines.push(Buffer.from("2\n3"))).toEqual([12]);
    expect(lines.push(Buffer.from("\n"))).toEqual([3]);
  });
});
