import { describe, expect, test } from "vitest";
import type { About } from "../../src/about.ts";
import { LESSON_HEADER, parseLesson } from "../../src/notebook/lesson.ts";

const about: About = { title: "The example", short: "Example", minutes: 9, learn: "to read." };
const parse = (body: string) => parseLesson("99-example", LESSON_HEADER + body, about);

const EXAMPLE = `
// %% [markdown] slideshow={"slide_type": "slide"}
// ## The problem
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
    expect(lesson.about).toBe(about);
    expect(lesson.cells.slice(1)).toEqual([
      {
        key: "the-problem",
        place: "99-example/lesson.ts:14",
        type: "markdown",
        title: "",
        slide: "slide",
        tags: [],
        source: "## The problem\n\nSome *prose*, it's short.",
      },
      {
        key: "the-opening",
        place: "99-example/lesson.ts:19",
        type: "code",
        title: "The opening",
        tags: ["opening"],
        source: 'import { display } from "fall-line";\n\ndisplay(1);',
      },
      {
        key: "the-opening-2",
        place: "99-example/lesson.ts:24",
        type: "markdown",
        title: "",
        tags: [],
        source: "More prose.",
      },
    ]);
  });

  test("begins with what the lesson says of itself", () => {
    const whole: About = {
      ...about,
      remark: "or less",
      slides: "7 to 9",
      need: "lesson [98](98-past.ipynb).",
    };
    const opening = '// %% tags=["opening","short-path"]\n1;\n// %% [markdown] tags=["stop"]\n// ■ Stop.';
    const { cells } = parseLesson("99-example", LESSON_HEADER + opening, whole);
    const [title, , aims] = cells;
    expect(title).toMatchObject({ key: "the-example", slide: "slide", tags: ["short-path", "title"] });
    expect(title?.source).toBe(`# The example

*Lesson 99 · slides 7 to 9 of the deck · about 9 minutes, or less*`);
    expect(aims).toMatchObject({ key: "what-you-will-learn", slide: "skip", tags: [] });
    expect(aims?.source).toBe(`**You will learn** to read.

**You need** lesson [98](98-past.ipynb).

One place to stop and come back is marked ■.`);
    expect(parse("// %%\n1;").cells[0]).toEqual({
      key: "the-example",
      place: "99-example/about.ts",
      type: "markdown",
      title: "",
      slide: "slide",
      tags: ["title"],
      source: "# The example\n\n*Lesson 99 · about 9 minutes*\n\n**You will learn** to read.",
    });
  });

  test("says what one learns below an opening and its words, before the first heading", () => {
    const opening = '// %% Film tags=["opening"]\n1;\n// %% [markdown]\n// Words.\n';
    const keys = (rest: string): string[] => parse(opening + rest).cells.map(({ key }) => key);
    expect(keys("// %% [markdown]\n// ## Hills\n")).toEqual([
      ...["the-example", "film", "film-2", "what-you-will-learn", "hills"],
    ]);
    expect(keys("")).toEqual(["the-example", "film", "what-you-will-learn", "what-you-will-learn-2"]);
  });

  test("keeps every other key when a cell is added to one section", () => {
    const longer = EXAMPLE.replace("// %% The opening", "// %%\nlet a = 1;\n\n// %% The opening");
    const keys = parse(longer).cells.map((cell) => cell.key);
    expect(keys).toEqual(["the-example", "the-problem", "the-problem-2", "the-opening", "the-opening-2"]);
  });

  test("reads a source with Windows line breaks alike", () => {
    expect(parseLesson("99-example", (LESSON_HEADER + EXAMPLE).replaceAll("\n", "\r\n"), about)).toEqual(
      parse(EXAMPLE),
    );
  });

  test("names a cell by the first forty letters of its title", () => {
    const title = "How far the ball gets before it turns around again";
    const cell = parse(`// %% [markdown]\n// # A\n\n// %% ${title} points=0\n1;\n`).cells.at(-1);
    expect(cell).toMatchObject({ key: "how-far-the-ball-gets-before-it-turns-ar", title, points: 0 });
  });

  test("takes an empty line within prose for an empty line of prose", () => {
    expect(parse("// %% [markdown]\n// # A\n\n// b\n").cells[1]?.source).toBe("# A\n\nb");
  });

  test.each([
    [
      "code in a markdown cell",
      "// %% [markdown]\n// # A\nlet a;",
      /99-example\/lesson\.ts:15: a markdown cell holds comment lines/,
    ],
    [
      "text before the first cell",
      "let a;\n// %% [markdown]\n// # A",
      /lesson\.ts:13: text before the first cell/,
    ],
    ["text and no cell at all", "\n\nlet a;", /lesson\.ts:15: text before the first cell/],
    ["two cells of one name", "// %% [markdown]\n// # A\n// %% A 2\n// %% A\n", /two cells are called "a-2"/],
    [
      "an unknown key",
      "// %% tag=1\n1;",
      /lesson\.ts:13: unknown key "tag"; allowed: slideshow, tags, exercise, minutes, points/,
    ],
    [
      "a value that is not JSON",
      "// %% tags=[opening]\n1;",
      /lesson\.ts:13: tags must be JSON, got \[opening\]/,
    ],
    [
      "an unknown slide type",
      '// %% slideshow={"slide_type": "page"}\n1;',
      /slideshow must be .*slide, subslide/,
    ],
    ["a tag with a comma", '// %% tags=["a,b"]\n1;', /tags must be words without commas/],
    ["an exercise that is no id", '// %% exercise="the rule"\n1;', /exercise must be an id/],
    ["minutes in words", '// %% minutes="two"\n1;', /minutes must be a number of at least 0, got "two"/],
    ["negative points", "// %% points=-1\n1;", /points must be a number of at least 0, got -1/],
    ["something that is not key=value", '// %% tags=["a"] b\n1;', /expected key=value, got "b"/],
  ])("refuses %s and says where", (_, body, message) => {
    expect(() => parse(body)).toThrow(message);
  });

  test("refuses a source without the header and shows it", () => {
    expect(() => parseLesson("99-example", "// %%\n", about)).toThrow(
      /^99-example\/lesson\.ts:1: a lesson begins with this header:\n\/\/ ---/,
    );
  });
});
