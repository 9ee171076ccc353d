import { expect, test } from "vitest";
import { shortPath, stacksOf } from "../../src/presenting/groups.ts";
import { slidesOf } from "../../src/presenting/slides.ts";
import { CELLS } from "./invented-lesson.ts";
import { EXERCISES, outlineOf } from "./outline.ts";

const deck = (cells = CELLS): string[][] =>
  slidesOf(stacksOf(cells), EXERCISES).map((stack) => stack.map(outlineOf));

test("the deck of a lesson, slide by slide", () => {
  expect(deck()).toEqual([
    [
      "Rolling: where a ball & its speed go: title; shows figure opening; code race();; told Welcome.; minutes 2",
    ],
    [
      'A ball: beside, "It falls & stays"; says It rolls:\n\n$$v = \\lambda g.$$\n\nwhere $\\lambda$ is small. + … So it is.; ' +
        "shows figure fall; code const ball = 1; + fall(ball);; told Point at it. + In short.; minutes 5",
      "A ball: idea; shows idea momentum",
      "Two steps: stacked; says One after another.; shows worked m w + worked p; code worked(1); + worked(2);",
    ],
    [
      "Try it: figure; shows explorer; code explore();; told Let them. + Drag the ball.; minutes 3",
      'Try it: question, "It stops below"; shows figure stops; asks rolling/where; ' +
        'code ask("rolling/where");; told Where does it stop? + Speed goes:\n\n$$v = 0$$',
    ],
    [
      "Your turn: question, open; asks rolling/how-far; told table 2",
      "Your turn: question, open; asks rolling/where",
    ],
  ]);
});

test("its short path, in the order of the slides that it serves", () => {
  expect(deck(shortPath(CELLS))).toEqual([
    [
      "Rolling: where a ball & its speed go: title; told Welcome.",
      "Rolling: where a ball & its speed go: idea; shows idea momentum",
    ],
    [
      'A ball: beside, "It falls & stays"; says It rolls:\n\n$$v = \\lambda g.$$\n\nwhere $\\lambda$ is small.; ' +
        "shows figure fall; code fall(ball);; told Point at it. + In short.; minutes 1",
    ],
  ]);
});
