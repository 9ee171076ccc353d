import { describe, expect, test } from "vitest";
import { files, places } from "../../../src/kernel/browser/worker/files.ts";
import { wordsOfPage } from "../../../src/kernel/browser/worker/words.ts";

describe("what is told of a page", () => {
  test.each([
    ["document", "cells run in a worker beside the page, and see nothing of it"],
    ["process", "cells run in a page, not in Node"],
    ["window", "cells run in a page, not in Node"],
  ])("where there is no %s", (name, words) => {
    expect(wordsOfPage.whyAbsent(name)).toBe(words);
  });

  test.each(["./mine", "../mine", "/mine", "file:///mine"])("where the file %s is missing", (name) => {
    expect(wordsOfPage.missingModule(name)).toEqual({
      reason: `there is no file "${name}"`,
      help: "there are no files in a page: declare what you need in a cell",
    });
  });

  test.each(["lodash", "node:fs", ".mine", "https://esm.sh/mine", "npm:mine"])(
    "where the package %s is missing",
    (name) => {
      expect(wordsOfPage.missingModule(name)).toEqual({
        reason: `there is no package "${name}" here`,
        help: 'in a page there is "fall-line", and no other',
      });
    },
  );

  test("where something of the language is missing", () => {
    expect(wordsOfPage.newer("Array.fromAsync", 22)).toEqual({
      reason: "`Array.fromAsync` is too new: not every browser has it",
      help: "write it with what is older",
    });
  });
});

test("the compiler of a page has a place for each of its files, and none is filled before the start", () => {
  const { library, types, tslabTypes, compiler } = places;
  const all = [library.code, library.types, types.globals, types.modules, tslabTypes, compiler];
  expect(new Set(all).size).toBe(6);
  expect(all.filter((path) => files.has(path))).toEqual([]);
});
