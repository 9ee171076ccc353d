import { describe, expect, test } from "vitest";
import { parseOptions } from "../../src/notebook/cell-options.ts";

describe("what stands on a cell's mark", () => {
  test.each<[string, object]>([
    ["", { type: "code", title: "", tags: [] }],
    ["A title", { type: "code", title: "A title", tags: [] }],
    ["A title [markdown]", { type: "markdown", title: "A title", tags: [] }],
    ["[md] A title", { type: "markdown", title: "A title", tags: [] }],
    ["[raw]", { type: "raw", title: "", tags: [] }],
    ['Two words tags=["a", "b-c"]', { type: "code", title: "Two words", tags: ["a", "b-c"] }],
    ['tags="one"', { type: "code", title: "", tags: ["one"] }],
    ['slideshow={"slide_type": "-"}', { type: "code", title: "", tags: [], slide: "-" }],
    ["points=0 minutes=2.5", { type: "code", title: "", tags: [], points: 0, minutes: 2.5 }],
    ['exercise="waves/Two-2"', { type: "code", title: "", tags: [], exercise: "waves/Two-2" }],
    ['exercise="why"', { type: "code", title: "", tags: [], exercise: "why" }],
    [
      '[markdown] finding="It falls = fast" idea="adam.w"',
      { type: "markdown", title: "", tags: [], finding: "It falls = fast", idea: "adam.w" },
    ],
    ["marked=[1]", { type: "code", title: "", tags: [], marked: [1] }],
    ["marked=[2, 3]", { type: "code", title: "", tags: [], marked: [2, 3] }],
    ["stops=4", { type: "code", title: "", tags: [], stops: 4 }],
    ["rows=[]", { type: "code", title: "", tags: [], rows: [] }],
    ["rows=[1, 6] columns=[2]", { type: "code", title: "", tags: [], rows: [1, 6], columns: [2] }],
  ])("%j is read", (mark, options) => {
    expect(parseOptions(mark)).toEqual(options);
  });

  test.each([
    [
      "size=1",
      'unknown key "size"; allowed: slideshow, tags, exercise, minutes, points, marked, rows, columns, finding, then, stops, idea',
    ],
    ["points=1 and", 'expected key=value, got "and"'],
    ["points=one", "points must be JSON, got one"],
    ['points="1"', 'points must be a number of at least 0, got "1"'],
    ["minutes=-1", "minutes must be a number of at least 0, got -1"],
    [
      'slideshow="slide"',
      'slideshow must be {"slide_type": one of slide, subslide, fragment, skip, notes, -}, got "slide"',
    ],
    ['tags=["a b"]', 'tags must be words without commas, such as ["opening"], got ["a b"]'],
    ["tags=[1]", "got [1]"],
    ['exercise="a/b/c"', 'exercise must be an id, such as "momentum/rule", got "a/b/c"'],
    ['finding=" "', 'finding must be text in quotes, got " "'],
    ["[markdown] idea=3", "idea must be text in quotes, got 3"],
    ["marked=[0]", "marked must be [row] or [row, column], from 1, got [0]"],
    ["marked=[1.5]", "got [1.5]"],
    ["marked=[]", "got []"],
    ["marked=[2, 0]", "got [2, 0]"],
    ["marked=[1, 2, 3]", "got [1, 2, 3]"],
    ["marked=2", "got 2"],
    [
      "A [markdown] marked=[1]",
      "marked is said of what a code cell shows, got a markdown cell; move it to the cell that it is about, or take it away",
    ],
    ["A [md] rows=[1]", "rows is said of what a code cell shows, got a markdown cell"],
    ["A [raw] columns=[1]", "columns is said of what a code cell shows, got a raw cell"],
    ["A [markdown] stops=3", "stops is said of what a code cell shows, got a markdown cell"],
    ['A idea="adam"', "idea is said of what a markdown cell shows, got a code cell"],
    ["rows=[0]", "rows must be places from 1, such as [1, 3, 6], or [] for none, got [0]"],
    ["columns=[0]", "columns must be places from 1, such as [1, 3, 6], got [0]"],
  ])("%j is refused in words", (mark, says) => {
    expect(() => parseOptions(mark)).toThrow(says);
  });
});
