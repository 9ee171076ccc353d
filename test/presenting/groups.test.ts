import { expect, test } from "vitest";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { cell } from "./cells.ts";

/** The sources of the cells, by stack and slide. */
const sources = (cells: Parameters<typeof stacksOf>[0]) =>
  stacksOf(cells).map((stack) => stack.map((group) => group.cells.map(({ cell: { source } }) => source)));

test("slides begin at slide and subslide; skipped and raw cells are left out, and slides without a cell", () => {
  const raw = { ...cell("markdown", "raw", "slide"), type: "raw" as const };
  const cells = [
    cell("markdown", "a"),
    raw,
    cell("code", "b", "fragment"),
    cell("markdown", "c", "skip"),
    cell("markdown", "d", "subslide"),
    cell("markdown", " notes of d\n", "notes"),
    cell("markdown", "e", "slide"),
    cell("markdown", "only notes", "notes"),
  ];
  expect(sources(cells)).toEqual([[["a", "b"], ["d"]], [["e"]]]);
  const [[first, second] = []] = stacksOf(cells);
  expect(first!.cells.map(({ fragment }) => fragment)).toEqual([false, true]);
  expect(second!.notes).toEqual([{ minutes: 0, text: "notes of d" }]);
  expect(sources([cell("markdown", "notes", "notes")])).toEqual([]);
});

test("the short path is made of the cells that are tagged for it", () => {
  const tagged = cell("code", "a", "-", { tags: ["folded", "short-path"] });
  expect(shortPath([tagged, cell("code", "b")])).toEqual([tagged]);
});

test("the short path follows the deck's slides; what serves none stays behind what it follows", () => {
  const short = (source: string, type: string, ...tags: string[]) =>
    cell("markdown", source, type, { tags: ["short-path", ...tags] });
  const cells = [
    short("title", "slide"),
    short("the pink path", "subslide", "slide-9"),
    short("notes on it", "notes"),
    short("the idea", "slide", "slide-7"),
    short("by hand", "slide"),
  ];
  expect(shortPath(cells).map(({ source }) => source)).toEqual([
    "title",
    "the idea",
    "by hand",
    "the pink path",
    "notes on it",
  ]);
});

test("a fragment, or a note, begins no slide, unless it is the first; notes before the first subslide are its slide's", () => {
  expect(sources([cell("markdown", "a", "fragment"), cell("markdown", "b")])).toEqual([[["a", "b"]]]);
  expect(sources([cell("markdown", "a", "subslide"), cell("markdown", "b", "subslide")])).toEqual([
    [["a"], ["b"]],
  ]);
  const none = { ...cell("markdown", "c"), metadata: {} };
  expect(sources([cell("markdown", "a", "slide"), none])).toEqual([[["a", "c"]]]);
});

test("on the short path notes are kept behind what is kept, and only tagged ones name a time", () => {
  const note = (source: string, minutes: number, ...tags: string[]) =>
    cell("markdown", source, "notes", { tags, "fall-line": { minutes } });
  const tags = ["short-path"];
  const path = shortPath([
    cell("markdown", "kept", "slide", { tags }),
    note("long note", 5),
    note("short note", 2, "short-path"),
    cell("markdown", "left", "subslide"),
    note("left note", 4),
    cell("markdown", "kept too", "-", { tags }),
    note("second note", 3),
    cell("markdown", "left again", "slide"),
    note("tagged alone", 1, "short-path"),
  ]);
  expect(path.map(({ source, metadata }) => [source, metadata["fall-line"]?.minutes])).toEqual([
    ["kept", undefined],
    ["long note", undefined],
    ["short note", 2],
    ["kept too", undefined],
    ["second note", undefined],
    ["tagged alone", 1],
  ]);
});

test("a slide of the short path goes where its number says, with all of its cells; the opening stays with the title", () => {
  const short = (source: string, type: string, ...tags: string[]) =>
    cell("markdown", source, type, { tags: ["short-path", ...tags] });
  const path = shortPath([
    short("a", "-"),
    short("opening", "subslide", "slide-6", "opening"),
    short("eight", "slide", "slide-8", "slide-2"),
    short("with eight", "-"),
    short("nine", "subslide", "slide-9"),
    short("three", "slide", "slide-3"),
    short("with three", "fragment"),
    short("four", "slide", "slide-4"),
  ]);
  expect(path.map(({ source }) => source)).toEqual([
    "a",
    "opening",
    "three",
    "with three",
    "four",
    "eight",
    "with eight",
    "nine",
  ]);
});
