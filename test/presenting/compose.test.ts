import { describe, expect, test } from "vitest";
import type { ExecutedCell, Output } from "../../src/rendering/executed.ts";
import {
  asks,
  cell,
  drawn,
  explorer,
  finds,
  look,
  prose,
  said,
  sentence,
  shows,
  step,
  table,
  tableOf,
  wideStep,
} from "./cells.ts";
import { outlined } from "./outline.ts";

const [W, H] = ["rolling/where", "rolling/how-far"];

const title = cell("markdown", "# Rolling", "slide", { tags: ["title"] });
const found = (finding: string, words = "Here.") =>
  cell("markdown", `## Look\n\n${words}`, "slide", { "fall-line": { finding } });
const printed: Output = { output_type: "stream", name: "stdout", text: "1" };

type Case = readonly [what: string, cells: readonly ExecutedCell[], slides: readonly string[]];

describe("words and what comes after them", () => {
  test.each<Case>([
    [
      "stand beside a figure, with the code of all cells since the last",
      [look(), shows("a"), shows("b", drawn("fall"))],
      ["Look: beside; says Here.; shows figure fall; code a + b"],
    ],
    [
      "have the code that shows nothing more behind them",
      [look(), shows("b", drawn("fall")), shows("after")],
      ["Look: beside; says Here.; shows figure fall; code b + after"],
    ],
    [
      "are 35 at most beside it, in whole sentences; the rest is said",
      [look(`${sentence(20)} ${sentence(15)} ${sentence(2)}\n\n${sentence(3)}`), shows("a", drawn("f"))],
      ["Look: beside; says 20 words. 15 words.; shows figure f; code a; told 2 words.\n\n3 words."],
    ],
    [
      "are all said where the first sentence is longer, and the figure stands alone",
      [look(sentence(36)), shows("a", drawn("f"))],
      ["Look: figure; shows figure f; code a; told 36 words."],
    ],
    [
      "are 45 at most on a slide of their own",
      [look(`${sentence(40)} ${sentence(5)}\n\n${sentence(2)}`)],
      ["Look: words; says 40 words. 5 words.; told 2 words."],
    ],
    [
      "are 70 at most there with a list",
      [look(`${sentence(40)} ${sentence(28)}\n\n- ${sentence(2)}\n- ${sentence(2)}`)],
      ["Look: words; says 40 words. 28 words.\n\n- 2 words.; told - 2 words."],
    ],
    [
      "are no slide on the page to keep",
      [cell("markdown", "## Look\n\nHere", "slide", { tags: ["summary"] })],
      [],
    ],
    ["are never all said where nothing else is shown", [look(sentence(71))], ["Look: words; says 71 words."]],
    [
      "are said of what needs all of a slide",
      [look(), shows("a", tableOf(11, 60))],
      ["Look: figure; shows table 11; code a; told Here."],
    ],
    [
      "come one after another, but what is first on a slide",
      [
        cell("markdown", "## Look", "slide"),
        cell("markdown", "One", "fragment"),
        cell("markdown", "Two", "fragment"),
        shows("a", drawn("f")),
      ],
      ["Look: beside; says One + … Two; shows figure f; code a"],
    ],
    [
      "stand above what needs the whole width",
      [look(), shows("a", wideStep)],
      ["Look: stacked; says Here.; shows worked w; code a"],
    ],
    [
      "stand above what needs the whole width, with what has room there too",
      [look(), shows("a", wideStep, table(2), drawn("f"))],
      ["Look: stacked; says Here.; shows worked w + table 2; code a", "Look: figure; shows figure f"],
    ],
    [
      "stand beside code that is the point, and a table below it",
      [look(), cell("code", "const a = 1;", "-", { tags: ["code"], outputs: [table(2)] })],
      ["Look: beside; says Here.; shows code const a = 1; + table 2"],
    ],
    [
      "have what is printed beside them",
      [look(), shows("a", printed)],
      ["Look: beside; says Here.; shows text; code a"],
    ],
    [
      "of another section begin a slide of its own",
      [look(), shows("a", drawn("f")), cell("markdown", "## Next"), shows("b", table(2))],
      ["Look: beside; says Here.; shows figure f; code a", "Next: figure; shows table 2; code b"],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});

describe("findings", () => {
  test.each<Case>([
    [
      "are the headline: those of words before those of what they show",
      [found("W"), finds("F", "a", drawn("f"))],
      ['Look: beside, "W"; says Here.; shows figure f; code a'],
    ],
    [
      "are the first that words have, and that of what comes after it without one",
      [
        look(),
        cell("markdown", "More.", "-", { "fall-line": { finding: "W" } }),
        shows("a", drawn("f")),
        shows("b", drawn("g")),
      ],
      [
        'Look: beside, "W"; says Here. + More.; shows figure f; code a',
        'Look: figure, "W"; shows figure g; code b',
      ],
    ],
    ["of words alone are the headline", [found("W")], ['Look: words, "W"; says Here.']],
    [
      "of two figures are a headline each",
      [look(), finds("One", "a", drawn("f")), finds("Two", "b", drawn("g"))],
      [
        'Look: beside, "One"; says Here.; shows figure f; code a',
        'Look: figure, "Two"; shows figure g; code b',
      ],
    ],
    [
      "of two figures of one cell are one",
      [look(), finds("One", "a", drawn("f"), drawn("g"))],
      ['Look: beside, "One"; says Here.; shows figure f; code a', 'Look: figure, "One"; shows figure g'],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});

describe("what comes with nothing said before it", () => {
  test.each<Case>([
    [
      "is alone in the width of a slide, and more below it while it has room",
      [cell("markdown", "## Look", "slide"), shows("a", printed), shows("b", table(2)), shows("c", table(9))],
      ["Look: figure; shows text + table 2; code a + b", "Look: figure; shows table 9; code c"],
    ],
    [
      "is said, if it is a table of what the same cell shows, before it or after it",
      [look(), finds("It falls", "a", drawn("f"), table(9)), look(), shows("b", table(9), drawn("g"))],
      [
        'Look: beside, "It falls"; says Here.; shows figure f; code a; told table 9',
        "Look: beside; says Here.; shows figure g; code b; told table 9",
      ],
    ],
    [
      "stands after a figure, if it is a table of another cell",
      [look(), finds("One", "a", drawn("f")), finds("Two", "b", table(9))],
      [
        'Look: beside, "One"; says Here.; shows figure f; code a',
        'Look: figure, "Two"; shows table 9; code b',
      ],
    ],
    [
      "starts a slide after a title that has its opening",
      [title, cell("code", "o", "-", { tags: ["opening"], outputs: [drawn("one")] }), shows("a", table(2))],
      ["Rolling: title; shows figure one; code o", "Rolling: figure; shows table 2; code a"],
    ],
    [
      "is paired, if it is a short worked step after another",
      [look(), shows("a", step), shows("b", step), shows("c", step)],
      [
        "Look: stacked; says Here.; shows worked m w + worked m w; code a + b",
        "Look: figure; shows worked m w; code c",
      ],
    ],
    [
      "starts a slide after an idea, under its headline",
      [
        look(),
        cell("markdown", "The idea.", "-", { "fall-line": { idea: "momentum", finding: "Keep it" } }),
        shows("a", drawn("f")),
      ],
      [
        'Look: idea, "Keep it"; shows idea momentum; told Here.',
        'Look: figure, "Keep it"; shows figure f; code a',
      ],
    ],
    [
      "starts a slide after a title, if it is no opening",
      [title, shows("a", drawn("f"))],
      ["Rolling: title", "Rolling: figure; shows figure f; code a"],
    ],
    [
      "stands on the title, if it is the opening, and only the first of it",
      [title, cell("code", "o", "-", { tags: ["opening"], outputs: [drawn("one"), drawn("two")] })],
      ["Rolling: title; shows figure one; code o", "Rolling: figure; shows figure two"],
    ],
    [
      "starts a slide after an open question, under its section",
      [look(), asks(H, drawn("f")), shows("b", table(8))],
      [
        "Look: question, open; shows figure f; asks rolling/how-far; code ask; told Here.",
        "Look: figure; shows table 8; code b",
      ],
    ],
    [
      "stands with the answer to a question, where it has room",
      [look(), asks(H, step), shows("b", table(2))],
      ["Look: question, open; shows worked m w + table 2; asks rolling/how-far; code ask + b; told Here."],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});

describe("words with nothing to show after them", () => {
  test.each<Case>([
    [
      "stand below those before the figure, while they have room",
      [look(), shows("a", drawn("f")), said("So it is."), said(sentence(36))],
      ["Look: beside; says Here. + So it is.; shows figure f; code a; told 36 words."],
    ],
    [
      "stand beside a figure that had none",
      [cell("markdown", "## Look", "slide"), shows("a", drawn("f")), said("So it is.")],
      ["Look: beside; says So it is.; shows figure f; code a"],
    ],
    [
      "stand above something wide that had none",
      [cell("markdown", "## Look", "slide"), shows("a", wideStep), said("So it is.")],
      ["Look: stacked; says So it is.; shows worked w; code a"],
    ],
    [
      "are said of an explorer",
      [look(), shows("a", explorer), said("So it is.")],
      ["Look: figure; shows explorer; code a; told Here. + So it is."],
    ],
    ["stand alone after a title", [title, said("More.")], ["Rolling: title", "Rolling: words; says More."]],
    [
      "explain the answer after a question, as far as there is room with its reason",
      [look(), asks(W, prose("First.")), said(`${sentence(45)} ${sentence(12)}`), said("And so.")],
      [
        "Look: question, open; asks rolling/where; explains First.\n\n45 words.; code ask; told Here. + 12 words.\n\nAnd so.",
      ],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});

describe("an explorer", () => {
  test.each<Case>([
    [
      "stands alone, and the words before it are said",
      [look(), finds("Push", "a", explorer), shows("b", drawn("f"))],
      [
        'Look: figure, "Push"; shows explorer; code a; told Here.',
        'Look: figure, "Push"; shows figure f; code b',
      ],
    ],
    [
      "has a table after it",
      [look(), shows("a", explorer, table(2))],
      ["Look: figure; shows explorer; code a; told Here.", "Look: figure; shows table 2"],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});
