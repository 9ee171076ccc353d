import { describe, expect, test } from "vitest";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";

const parse = (body: string) => parseLesson("99-example", LESSON_HEADER + body);

const EXAMPLE = `
// %% [markdown] slideshow={"slide_type": "slide"}
// # The example
//
// Some *prose*, it's short.

// %% The opening tags=["opening"]
import { display } from "fall-line";

display(1);

// %% [markdown]
// More prose.
`;

describe("parseLesson(name, source)", () => {
  test("reads titles, types, slides, tags and sources", () => {
    const lesson = parse(EXAMPLE);
    expect(lesson.name).toBe("99-example");
    expect(lesson.title).toBe("The example");
    expect(lesson.cells).toEqual([
      {
        key: "the-example",
        type: "markdown",
        title: "",
        slide: "slide",
        tags: [],
        source: "# The example\n\nSome *prose*, it's short.",
      },
      {
        key: "the-opening",
        type: "code",
        title: "The opening",
        tags: ["opening"],
        source: 'import { display } from "fall-line";\n\ndisplay(1);',
      },
      { key: "the-opening-2", type: "markdown", title: "", tags: [], source: "More prose." },
    ]);
  });

  test("keeps every other key when a cell is added to one section", () => {
    const longer = EXAMPLE.replace("// %% The opening", "// %%\nlet a = 1;\n\n// %% The opening");
    const keys = parse(longer).cells.map((cell) => cell.key);
    expect(keys).toEqual(["the-example", "the-example-2", "the-opening", "the-opening-2"]);
  });

  test("reads a source with Windows line breaks alike", () => {
    expect(parseLesson("99-example", (LESSON_HEADER + EXAMPLE).replaceAll("\n", "\r\n"))).toEqual(
      parse(EXAMPLE),
    );
  });

  test("names a cell by the first forty letters of its title", () => {
    const title = "How far the ball gets before it turns around again";
    const [, cell] = parse(`// %% [markdown]\n// # A\n\n// %% ${title} points=0\n1;\n`).cells;
    expect(cell).toMatchObject({ key: "how-far-the-ball-gets-before-it-turns-ar", title, points: 0 });
  });

  test("takes an empty line within prose for an empty line of prose", () => {
    expect(parse("// %% [markdown]\n// # A\n\n// b\n").cells[0]?.source).toBe("# A\n\nb");
  });

  test.each([
    [
      "code in a markdown cell",
      "// %% [markdown]\n// # A\nlet a;",
      /line 15: a markdown cell holds comment lines/,
    ],
    ["text before the first cell", "let a;\n// %% [markdown]\n// # A", /line 13: text before the first cell/],
    ["two cells of one name", "// %% [markdown]\n// # A\n// %% A 2\n// %% A\n", /two cells are called "a-2"/],
    ["no heading", "// %%\n1;", /no heading/],
    ["an unknown key", "// %% tag=1\n1;", /line 13: unknown key "tag"; allowed: slideshow, tags, points/],
    ["a value that is not JSON", "// %% tags=[opening]\n1;", /line 13: tags must be JSON, got \[opening\]/],
    [
      "an unknown slide type",
      '// %% slideshow={"slide_type": "page"}\n1;',
      /slideshow must be .*slide, subslide/,
    ],
    ["a tag with a comma", '// %% tags=["a,b"]\n1;', /tags must be words without commas/],
    ["negative points", "// %% points=-1\n1;", /points must be a number of at least 0, got -1/],
    ["something that is not key=value", '// %% tags=["a"] b\n1;', /expected key=value, got "b"/],
  ])("refuses %s and says where", (_, body, message) => {
    expect(() => parse(body)).toThrow(message);
  });

  test("refuses a source without the header and shows it", () => {
    expect(() => parseLesson("99-example", "// %%\n")).toThrow(/begins with this header:\n\/\/ ---/);
  });
});
