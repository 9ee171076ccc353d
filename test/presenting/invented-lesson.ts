import type { CourseLesson } from "../../src/rendering/course.ts";
import type { ExecutedCell } from "../../src/rendering/executed.ts";
import { card, cell, drawn, explorer, line, prose, step, table, worked } from "./cells.ts";

/** A small lesson as it is when it has been run: all that a deck and a handout are made of. */
export const LESSON: CourseLesson = {
  name: "11-rolling",
  number: "11",
  needs: [],
  title: "Rolling: where a ball & its speed go",
  short: "Rolling",
  minutes: 25,
  slides: "6 and 7",
  learn: "to *roll*.",
  rule: "momentum",
};

const short = ["short-path"];
const note = (source: string, minutes?: number, tags?: string[]) => ({
  id: source,
  source,
  ...(minutes === undefined ? {} : { minutes }),
  ...(tags === undefined ? {} : { tags }),
});
const part = (name: string) => ({ "fall-line": { exercise: name } });

export const CELLS: readonly ExecutedCell[] = [
  cell(
    "markdown",
    "# Rolling: where a ball & its speed go\n\n*Lesson 11.*\n\n**You will learn** to roll.",
    "slide",
    {
      tags: ["title", ...short],
      "fall-line": { notes: [note("Welcome.", 2)] },
    },
  ),
  cell("code", "race();", "subslide", { tags: ["opening"], outputs: [drawn("opening", "landscape")] }),
  cell("markdown", "■ **A place to stop.**", "-", { tags: ["stop"] }),
  cell("markdown", "## A ball\n\nIt rolls:\n\n$$v = \\lambda g.$$\n\nwhere $\\lambda$ is small.", "slide", {
    tags: ["slide-7", ...short],
    "fall-line": { notes: [note("Point at it.", 4), note("In short.", 1, short)] },
  }),
  cell("code", "const ball = 1;", "-", { title: "A ball to roll" }),
  cell("code", "fall(ball);", "-", {
    tags: short,
    outputs: [drawn("fall")],
    "fall-line": { finding: "It falls & stays" },
  }),
  cell("markdown", "<details><summary>More</summary>So it is.</details>", "fragment"),
  cell("code", "skipped();", "skip", { outputs: [drawn("skipped")] }),
  cell("markdown", "The idea.", "subslide", {
    tags: ["slide-6", ...short],
    "fall-line": { idea: "momentum" },
  }),
  cell("markdown", "### Two steps\n\nOne after another.", "subslide"),
  cell("code", "worked(1);", "-", { outputs: [step] }),
  cell("code", "worked(2);", "-", { outputs: [worked([line({ name: "p" })])] }),
  cell("markdown", "## Try it\n\nDrag the ball.", "slide", {
    "fall-line": { notes: [note("Let them.", 3)] },
  }),
  cell("code", "explore();", "-", { outputs: [explorer] }),
  cell("markdown", "Where does it stop?", "subslide"),
  cell("code", 'ask("rolling/where");', "-", {
    outputs: [card("rolling/where", drawn("stops"), prose("Speed goes:\n\n$$v = 0$$"))],
    "fall-line": { finding: "It stops below", marked: [1] },
  }),
  cell("markdown", "## In short\n\n$$v = 0$$\n\nA ball rolls.", "slide", { tags: ["summary", ...short] }),
  cell("markdown", "# Your turn\n\nTwo exercises.", "slide"),
  cell("markdown", "**1. How far does it get?**", "-", part("rolling/how-far")),
  cell("code", "let x = 0;", "-", { ...part("rolling/how-far"), nbgrader: { solution: true } }),
  cell("code", 'check("rolling/how-far", x);', "-", {
    ...part("rolling/how-far"),
    outputs: [card("rolling/how-far", table(2)), table(9)],
  }),
  cell("markdown", "**2. Where does it stop?**", "-", part("rolling/where")),
  cell("code", 'let where = "?";', "-", { ...part("rolling/where"), nbgrader: { solution: true } }),
  cell("code", 'check("rolling/where", where);', "-", {
    ...part("rolling/where"),
    outputs: [card("rolling/where")],
  }),
];
