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
    cell("markdown", "notes of d", "notes"),
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

test("the short path follows the deck's slides; what serves none stays behind what it follows, the page to keep is last", () => {
  const short = (source: string, type: string, ...tags: string[]) =>
    cell("markdown", source, type, { tags: ["short-path", ...tags] });
  const cells = [
    short("title", "slide"),
    short("the pink path", "subslide", "slide-9"),
    short("notes on it", "notes"),
    short("the idea", "slide", "slide-7"),
    short("by hand", "slide"),
    short("to keep", "slide", "summary"),
  ];
  expect(shortPath(cells).map(({ source }) => source)).toEqual([
    "title",
    "the idea",
    "by hand",
    "the pink path",
    "notes on it",
    "to keep",
  ]);
});
