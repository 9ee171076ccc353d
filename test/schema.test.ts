import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { InputError } from "../src/errors.ts";
import {
  FINITE,
  INTERVAL,
  listUpTo,
  parsed,
  recordOf,
  textsFor,
  textUpTo,
  wholeFrom,
} from "../src/schema.ts";

const CARD = v.strictObject({ title: textUpTo(3), colour: v.picklist(["red", "blue"]), no: v.literal(1) });
const card = { title: "abc", colour: "red", no: 1 };

describe("what comes from outside", () => {
  test.each<[v.GenericSchema, unknown]>([
    [CARD, card],
    [FINITE, -1.5],
    [wholeFrom(0, 5), 0],
    [wholeFrom(0, 5), 5],
    [wholeFrom(1), 1e9],
    [listUpTo(2, FINITE), [1, 2]],
    [recordOf(FINITE), { a: 1 }],
    [textsFor(2), ["a", "b"]],
    [INTERVAL, [-1, 1]],
  ])("is given back as it is where it is right, its bounds included", (schema, value) => {
    expect(parsed(schema, value, "it")).toEqual(value);
  });

  test.each<[v.GenericSchema, unknown, string]>([
    [CARD, 7, "it must be a record, got 7"],
    [CARD, { ...card, title: "abcd" }, 'title of it must be a text of up to 3 letters, got "abcd"'],
    [CARD, { ...card, title: 3 }, "title of it must be a text, got 3"],
    [CARD, { title: "a", no: 1 }, "colour of it must be there, got nothing"],
    [CARD, { ...card, colour: "green" }, 'colour of it must be "red" | "blue", got "green"'],
    [CARD, { ...card, no: 2 }, "no of it must be 1, got 2"],
    [CARD, { ...card, script: "x" }, "it has no field script"],
    [FINITE, Infinity, "it must be a finite number, got Infinity"],
    [FINITE, "1", 'it must be a number, got "1"'],
    [wholeFrom(0, 5), -1, "it must be a whole number from 0 to 5, got -1"],
    [wholeFrom(0, 5), 6, "got 6"],
    [wholeFrom(1), 1.5, "it must be a whole number of 1 or more, got 1.5"],
    [listUpTo(2, FINITE), [1, 2, 3], "it must be a list of up to 2, got [1, 2, 3]"],
    [listUpTo(2, FINITE), "ab", 'it must be a list, got "ab"'],
    [listUpTo(2, FINITE), [1, "b"], '1 of it must be a number, got "b"'],
    [textsFor(1), [], "it must be a list of 1 text, got []"],
    [recordOf(FINITE), [], "it must be a record, got []"],
    [recordOf(FINITE), null, "it must be a record, got null"],
    [recordOf(FINITE), { b: NaN }, "b of it must be a number, got NaN"],
    [recordOf(v.unknown()), { constructor: 1 }, "it must be a record of other names"],
    [recordOf(v.unknown()), JSON.parse('{ "__proto__": 1 }'), "it must be a record of other names"],
    [INTERVAL, [1, 1], "it must be two finite numbers, the lower first, got [1, 1]"],
    [INTERVAL, [-1e308, 1e308], "it must be two finite numbers"],
    [INTERVAL, [0, 1, 2], "it must be two finite numbers"],
    [INTERVAL, "01", 'got "01"'],
  ])("is refused in words: %#", (schema, value, says) => {
    expect(() => parsed(schema, value, "it")).toThrow(InputError);
    expect(() => parsed(schema, value, "it")).toThrow(says);
  });
});
