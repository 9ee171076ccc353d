import { expect, test } from "vitest";
import { lessonExercises } from "fall-line";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { withOneLive } from "../../src/presenting/one-live.ts";
import type { Slide } from "../../src/presenting/slide.ts";
import { slidesOf } from "../../src/presenting/slides.ts";
import { card, cell, figure, shown, table } from "./cells.ts";

const exercises = lessonExercises.all;
const slides = (...cells: Parameters<typeof stacksOf>[0]): Slide[][] => slidesOf(stacksOf(cells), exercises);
const kinds = (...cells: Parameters<typeof stacksOf>[0]): string[] =>
  slides(...cells)
    .flat()
    .map(({ kind }) => kind);

test("slides and subslides stack, fragments come later, what is to be skipped is left out", () => {
  const [first, second, ...rest] = slides(
    cell("markdown", "# A lesson\n\nOne", "slide"),
    cell("markdown", "Two", "fragment"),
    cell("markdown", "Three", "subslide"),
    cell("markdown", "Never", "skip"),
    cell("markdown", "## Next\n\nFour", "slide"),
  );
  expect(rest).toEqual([]);
  expect(first!.map(({ heading, isContinued }) => [heading, isContinued])).toEqual([
    ["A lesson", false],
    ["A lesson", true],
  ]);
  expect(first![0]!.parts.map(({ fragment }) => fragment)).toEqual([false, true]);
  expect(second!.map(({ heading }) => heading)).toEqual(["Next"]);
});

test("notes go with all slides of their cells, and their minutes count once", () => {
  const [stack] = slides(
    cell("markdown", "## Look\n\nHere", "slide"),
    cell("code", "display(f)", "-", {
      outputs: [figure],
      "fall-line": { notes: [{ id: "point", source: "Point.", minutes: 3 }] },
    }),
  );
  expect(stack!.map(({ minutes, notes }) => [minutes, notes[0]!.text])).toEqual([
    [3, "Point."],
    [0, "Point."],
  ]);
});

test("a figure has a slide of its own, with its code; a small table stays with its words", () => {
  const [[words, picture]] = slides(
    cell("markdown", "## Look\n\nHere", "slide"),
    cell("code", "display(t)", "-", { outputs: [table(3)] }),
    cell("code", "display(f)", "-", { outputs: [figure] }),
  ) as [Slide[]];
  expect(words).toMatchObject({ kind: "text", code: ["display(t)"] });
  expect(words!.parts).toHaveLength(2);
  expect(picture).toMatchObject({ kind: "figure", heading: "Look", isContinued: true, code: ["display(f)"] });
});

test("what has no room goes on to another slide, split between cells and between paragraphs", () => {
  const long = Array.from({ length: 12 }, () =>
    "A sentence that fills a good part of a line. ".repeat(4),
  ).join("\n\n");
  const split = slides(cell("markdown", `## Long\n\n${long}`, "slide")).flat();
  expect(split.length).toBeGreaterThan(2);
  expect(
    split.flatMap(({ parts }) => parts.map((part) => (part as { source: string }).source)).join("\n\n"),
  ).toBe(long.trim());
  expect(
    kinds(cell("markdown", "## A\n\nb", "slide"), cell("code", "t", "-", { outputs: [table(12)] })),
  ).toEqual(["text", "text"]);
});

test("a card becomes a question on the slide that leads to it; its answer shows what the card reveals", () => {
  const all = slides(
    cell("markdown", "## By hand\n\n**Prediction.** Where?", "slide"),
    cell("code", 'display(ask("momentum/crossing"))', "-", {
      outputs: [card("momentum/crossing", table(1), figure)],
    }),
  ).flat();
  expect(all.map(({ kind }) => kind)).toEqual(["question", "figure"]);
  expect(all[0]!.question!.title).toBe("When does the ball pass the bottom?");
  expect(all[0]!.parts).toHaveLength(1);
  expect(all[0]!.revealed).toHaveLength(1);
});

test("exercises become questions one after another; remarks for those who read alone are left out", () => {
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
  ).flat();
  expect(all.map(({ kind }) => kind)).toEqual(["section", "question"]);
  expect(all[1]!.question).toMatchObject({ id: "momentum/late", given: "const late = () => 1;" });
});

test("a card of an exercise that the course does not have is told by its id", () => {
  expect(() => slides(cell("code", "c", "slide", { outputs: [card("nobody/knows")] }))).toThrow(
    /nobody\/knows/,
  );
});

test("the short path takes what is tagged, with one figure alive", () => {
  const tags = ["short-path"];
  const cells = [
    cell("markdown", "## A", "slide", { tags }),
    cell("code", "f", "-", { outputs: [figure], tags }),
    cell("markdown", "left out", "slide"),
    cell("code", "g", "-", { outputs: [figure], tags }),
  ];
  const live = withOneLive(slidesOf(stacksOf(shortPath(cells)), exercises))
    .flat()
    .flatMap(({ parts }) => parts)
    .map((part) => JSON.stringify(part).includes("plotly"));
  expect(live).toEqual([true, false]);
});

test("what explains an answer is shown with it where there is room, else after the evidence", () => {
  const explanation = (words: number): ReturnType<typeof shown> =>
    shown({ "text/markdown": "word ".repeat(words), "text/plain": "words" });
  const asked = (words: number): Slide[] =>
    slides(
      cell("markdown", "## Guess", "slide"),
      cell("code", "ask", "-", {
        outputs: [card("momentum/furthest", table(1), figure, explanation(words))],
      }),
    )[0]!;
  expect(asked(10).map(({ kind, revealed }) => [kind, revealed.length])).toEqual([
    ["question", 2],
    ["figure", 0],
  ]);
  expect(asked(300).map(({ kind, revealed }) => [kind, revealed.length])).toEqual([
    ["question", 1],
    ["figure", 0],
    ["text", 0],
  ]);
});
