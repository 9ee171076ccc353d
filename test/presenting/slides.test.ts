import { describe, expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { ideaToHtml } from "../../src/presenting/idea-html.ts";
import type { Slide } from "../../src/presenting/slide.ts";
import { slidesOf } from "../../src/presenting/slides.ts";
import { card, cell, figure, shown, table } from "./cells.ts";

const exercises = lessonExercises.all;
const slides = (...cells: Parameters<typeof stacksOf>[0]): Slide[] =>
  slidesOf(stacksOf(cells), exercises).flat();
const layouts = (...cells: Parameters<typeof stacksOf>[0]): string[] =>
  slides(...cells).map(({ layout, exhibits }) => [layout, ...exhibits.map(({ kind }) => kind)].join(" "));
const found = (finding: string) => ({ "fall-line": { finding } });

test("slides and subslides stack, fragments come later, what is to be skipped is left out", () => {
  const [first, ...rest] = slidesOf(
    stacksOf([
      cell("markdown", "# A lesson\n\nOne", "slide"),
      cell("markdown", "Two", "fragment"),
      cell("markdown", "Three", "subslide"),
      cell("markdown", "Never", "skip"),
      cell("markdown", "## Next\n\nFour", "slide"),
    ]),
    exercises,
  );
  expect(first!.map(({ words }) => words.map(({ source, fragment }) => [source, fragment]))).toEqual([
    [
      ["One", false],
      ["Two", true],
    ],
    [["Three", false]],
  ]);
  expect(rest[0]!.map(({ section, headline }) => [section, headline])).toEqual([["Next", "Next"]]);
});

test("notes go with all slides of their cells, and their minutes count once", () => {
  const notes = { "fall-line": { notes: [{ id: "point", source: "Point.", minutes: 3 }] } };
  const all = slides(
    cell("markdown", "## Look\n\nHere", "slide", notes),
    cell("code", "display(e)", "-", { outputs: [explorer] }),
    cell("code", "display(f)", "-", { outputs: [figure] }),
  );
  expect(all.map(({ minutes }) => minutes)).toEqual([3, 0]);
  expect(all.every(({ notes: [first] }) => first!.text === "Point.")).toBe(true);
});

const explorer = shown({ "application/vnd.fall-line+json": { format: 1, kind: "explorer" } });

describe("the layout of a slide", () => {
  test("is the title over its figure", () => {
    const title = cell("markdown", "# Momentum: a heavy ball", "slide", { tags: ["title"] });
    const opening = cell("code", "f", "subslide", { outputs: [figure], tags: ["opening"] });
    expect(layouts(title, opening)).toEqual(["title figure"]);
  });

  test("is the idea, where a rule's formula is named", () => {
    const idea = cell("markdown", "## The idea\n\nMany words.", "slide", {
      "fall-line": { idea: "momentum", finding: "Keep most of it" },
    });
    expect(layouts(idea)).toEqual(["idea"]);
    const [slide] = slides(idea);
    expect(slide).toMatchObject({ idea: "momentum", headline: "Keep most of it", section: "The idea" });
  });

  test("is words beside what comes after them, whether figure or table, and what explains it below them", () => {
    const look = cell("markdown", "## Look\n\nHere", "slide");
    expect(layouts(look, cell("code", "f", "-", { outputs: [figure] }))).toEqual(["beside figure"]);
    const shows = cell("code", "t", "-", { outputs: [table(3)], ...found("It falls") });
    const [slide] = slides(look, shows, cell("markdown", "So it is."));
    expect(slide!.words).toHaveLength(2);
    expect(slide).toMatchObject({ layout: "beside", headline: "It falls", code: [{ id: "t", source: "t" }] });
  });

  test("is a figure alone for an explorer: few words before it are said", () => {
    const [slide] = slides(
      cell("markdown", "## Push it\n\nDrag the ball.", "slide"),
      cell("code", "e", "-", { outputs: [explorer] }),
    );
    expect(slide).toMatchObject({ layout: "figure", words: [], notes: [{ text: "Drag the ball." }] });
  });

  test("shows code where it is the point", () => {
    const code = cell("code", "const a = 1;", "-", { tags: ["code"] });
    expect(layouts(cell("markdown", "## Names\n\nLike this:", "slide"), code)).toEqual(["beside code"]);
  });
});

describe("a question", () => {
  const lead = cell("markdown", "## By hand\n\nWhere?", "slide");
  const asked = (id: string, finding: string | undefined, ...reveal: ReturnType<typeof shown>[]) =>
    slides(
      lead,
      cell("code", "ask", "-", {
        outputs: [card(id, ...reveal)],
        ...(finding === undefined ? {} : found(finding)),
      }),
    );
  const explanation = (words: number) => shown({ "text/markdown": "word ".repeat(words) });

  test("has its answer beside its evidence; what leads to it is said", () => {
    const [slide, ...rest] = asked("momentum/crossing", undefined, figure);
    expect(rest).toEqual([]);
    expect(slide).toMatchObject({ layout: "question", headline: "", words: [], notes: [{ text: "Where?" }] });
    expect(slide!.exhibits.map(({ kind }) => kind)).toEqual(["figure"]);
    expect(slide!.question!.title).toBe("When does the ball pass the bottom?");
  });

  test("has its finding with the answer, and what is left after it", () => {
    const all = asked("momentum/flip", "It swings", figure, figure, explanation(80));
    expect(all.map(({ layout, headline }) => [layout, headline])).toEqual([
      ["question", "It swings"],
      ["figure", "It swings"],
    ]);
  });

  test("takes a short explanation onto its own slide", () => {
    const [slide, ...rest] = asked("momentum/flip", undefined, table(3), explanation(10));
    expect(rest).toEqual([]);
    expect(slide!.question!.explanation).toContain("word");
  });

  test("of an exercise holds the code that is looked at; remarks for those who read alone are left out", () => {
    const late = { "fall-line": { exercise: "momentum/late" } };
    const all = slides(
      cell("markdown", "■ **A place to stop.**", "-", { tags: ["stop"] }),
      cell("markdown", "# Your turn\n\nSix exercises.", "slide"),
      cell("markdown", "**1. Find the bug.**", "-", late),
      cell("code", "const late = () => 1;", "-", { ...late, nbgrader: { solution: true } }),
      cell("code", 'display(check("momentum/late", late));', "-", {
        ...late,
        outputs: [card("momentum/late"), table(1)],
      }),
    );
    expect(all.map(({ layout }) => layout)).toEqual(["question"]);
    expect(all[0]!.question).toMatchObject({
      id: "momentum/late",
      task: { given: { lines: ["const late = () => 1;"] } },
    });
  });

  test("that the course does not have is told by its id", () => {
    expect(() => slides(cell("code", "c", "slide", { outputs: [card("nobody/knows")] }))).toThrow(
      /nobody\/knows/,
    );
  });
});

test("sentences with which a lesson begins are told over its opening figure", () => {
  const title = cell("markdown", "# Rolling", "slide", { tags: ["title"] });
  const opening = cell("code", "o", "-", { tags: ["opening"], outputs: [figure] });
  const recalled = cell("code", "r", "slide", { tags: ["recall"], outputs: [card("momentum/flip")] });
  const problem = (source: string) => cell("markdown", `## The problem\n\n${source}`, "slide");
  const begun = (source: string) => slides(title, opening, recalled, problem(source), problem("Then."));
  const layouts = (source: string) => begun(source).map(({ layout }) => layout);
  expect(layouts("It crawls.")).toEqual(["title", "question", "words"]);
  expect(begun("It crawls.")[0]!.notes).toEqual([{ minutes: 0, text: "It crawls." }]);
  expect(layouts("$$x$$")).toEqual(["title", "question", "words", "words"]);
  expect(slides(title, problem("It crawls."), recalled)).toHaveLength(3);
});

test("sentences that lead to what shows more of their section are told with it", () => {
  const lead = (source: string) => cell("markdown", `## Look\n\n${source}`, "slide");
  const seen = cell("code", "f", "subslide", { outputs: [figure] });
  const [only, ...rest] = slides(lead("Here."), seen);
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ layout: "figure", headline: "Look", notes: [{ minutes: 0, text: "Here." }] });
  expect(layouts(lead("- Here."), seen)).toEqual(["words", "figure figure"]);
  expect(layouts(lead("Here."), cell("markdown", "## Next\n\nThere.", "slide"), seen)).toEqual([
    "words",
    "figure figure",
  ]);
});

test("a table of what a figure of the same cell shows has no slide", () => {
  const look = cell("markdown", "## Look\n\nHere", "slide");
  const both = cell("code", "f", "-", { outputs: [figure, table(8)] });
  expect(layouts(look, both)).toEqual(["beside figure"]);
});

test("an idea names the parts of a formula in the rule's own words", () => {
  const html = ideaToHtml("momentum");
  for (const words of ["share of the old velocity that is kept", "learning rate", "velocity"])
    expect(html).toContain(words);
  expect(ideaToHtml("adam.w").match(/class="formula-row"/g)).toHaveLength(1);
  expect(() => ideaToHtml("nobody")).toThrow(/nobody/);
  expect(() => ideaToHtml("adam.q")).toThrow(/has no line q/);
});

test("the short path takes what is tagged, and the notes that follow it", () => {
  const tags = ["short-path"];
  const told = { "fall-line": { notes: [{ id: "n", source: "Say it.", minutes: 4 }] } };
  const cells = [
    cell("markdown", "## A", "slide", { tags }),
    cell("code", "f", "-", { outputs: [figure], tags, ...told }),
    cell("markdown", "left out", "slide"),
  ];
  const [only, ...rest] = slidesOf(stacksOf(shortPath(cells)), exercises).flat();
  expect(rest).toEqual([]);
  expect(only).toMatchObject({ minutes: 0, notes: [{ minutes: 0, text: "Say it." }] });
});
