import { describe, expect, test } from "vitest";
import type { ExecutedCell } from "../../src/rendering/executed.ts";
import {
  asks,
  card,
  cell,
  drawn,
  explorer,
  finds,
  look,
  many,
  prose,
  step,
  table,
  tableOf,
  wideStep,
} from "./cells.ts";
import { outlined } from "./outline.ts";

const [W, H] = ["rolling/where", "rolling/how-far"];

const asksFound = (id: string, ...reveal: Parameters<typeof card>[1][]) =>
  finds("It stops", "ask", card(id, ...reveal));

type Case = readonly [what: string, cells: readonly ExecutedCell[], slides: readonly string[]];

describe("a question", () => {
  test.each<Case>([
    [
      "stands beside the words that lead to it",
      [look(), asks(W)],
      ["Look: question, open; says Here.; asks rolling/where; code ask"],
    ],
    [
      "comes after the words that have no room there",
      [look(many(600)), asks(W)],
      ["Look: words; says x×600", "Look: question, open; asks rolling/where; code ask"],
    ],
    [
      "may have no words before it, and another after it",
      [cell("markdown", "## Look", "slide"), asks(W), asks(H)],
      [
        "Look: question, open; asks rolling/where; code ask",
        "Look: question, open; asks rolling/how-far; code ask",
      ],
    ],
    [
      "has a short explanation with its answer, and its finding as the headline",
      [look(), asksFound(W, drawn("f"), prose("Because."))],
      [
        'Look: question, "It stops"; says Here.; shows figure f; asks rolling/where; explains Because.; code ask',
      ],
    ],
    [
      "with nothing to show has any explanation with its answer",
      [look(), asks(W, prose(`${many(900)}\n\n${many(900)}`))],
      ["Look: question, open; says Here.; asks rolling/where; explains x×900\n\nx×900; code ask"],
    ],
    [
      "shows its figure again beside a longer explanation, under the right choice",
      [look(), asks(W, drawn("f"), prose(many(400)))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says x×400; shows figure f',
      ],
    ],
    [
      "has a long explanation on slides of words",
      [look(), asks(W, drawn("f"), prose(`${many(700)}\n\n${many(701)}`))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: words, "At the bottom"; says x×700',
        'Look: words, "At the bottom"; says x×701',
      ],
    ],
    [
      "shows no small table again",
      [look(), asks(W, table(2), prose(many(400)))],
      [
        "Look: question, open; says Here.; shows table 2; asks rolling/where; code ask",
        'Look: words, "At the bottom"; says x×400',
      ],
    ],
    [
      "shows a larger table again",
      [look(), asks(W, table(3), prose(many(400)))],
      [
        "Look: question, open; says Here.; shows table 3; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says x×400; shows table 3',
      ],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});

describe("the evidence of a question", () => {
  test.each<Case>([
    [
      "beside choices is the figure, and the rest stands beside what explains it",
      [look(), asks(W, table(2), drawn("f"), prose("Because."))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says Because.; shows table 2',
      ],
    ],
    [
      "where there are no choices is a figure and a table of a row",
      [look(), asks(H, table(2), drawn("f"), prose("Because."))],
      [
        "Look: question, open; says Here.; shows figure f + table 2; asks rolling/how-far; explains Because.; code ask",
      ],
    ],
    [
      "where there are no choices is the figure alone, if the table is larger",
      [look(), asksFound(H, table(3), drawn("f"), prose("Because."))],
      [
        'Look: question, "It stops"; says Here.; shows figure f; asks rolling/how-far; code ask',
        'Look: beside, "It stops"; says Because.; shows table 3',
      ],
    ],
    [
      "is a worked step with a table below it",
      [look(), asks(W, table(3), step, prose("Because."))],
      [
        "Look: question, open; says Here.; shows worked m w + table 3; asks rolling/where; explains Because.; code ask",
      ],
    ],
    [
      "is never an explorer, which comes after it",
      [look(), asks(W, explorer, prose("Because."))],
      [
        "Look: question, open; says Here.; asks rolling/where; explains Because.; code ask",
        'Look: figure, "At the bottom"; shows explorer',
      ],
    ],
    [
      "stands with the explanation once more before an explorer",
      [look(), asks(W, explorer, drawn("f"), prose("Because."))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says Because.; shows figure f',
        'Look: figure, "At the bottom"; shows explorer',
      ],
    ],
    [
      "is nothing wideStep, which comes under the explanation",
      [look(), asks(W, tableOf(3, 60), drawn("f"), prose("Because."))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: stacked, "At the bottom"; says Because.; shows table 3',
      ],
    ],
    [
      "is a table that has no room beside the explanation, and then the figure has it",
      [look(), asks(W, tableOf(9, 42), drawn("f"), prose(many(612)))],
      [
        "Look: question, open; says Here.; shows table 9; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says x×612; shows figure f',
      ],
    ],
    [
      "is a table that has no room beside the explanation, and the figure neither: then the figure comes first",
      [look(), asks(W, tableOf(9, 42), drawn("f"), prose(many(700)))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: figure, "At the bottom"; shows table 9',
        'Look: words, "At the bottom"; says x×700',
      ],
    ],
    [
      "is one thing alone, where the explanation is long, and then what is left stands beside that",
      [look(), asks(W, table(3), step, prose(many(400)))],
      [
        "Look: question, open; says Here.; shows worked m w; asks rolling/where; code ask",
        'Look: beside, "At the bottom"; says x×400; shows table 3',
      ],
    ],
    [
      "may be so wide that the first paragraph stands with it, and a short one after it",
      [look(), asks(W, tableOf(9, 60), prose([100, 130].map(many).join("\n\n")))],
      [
        "Look: question, open; says Here.; asks rolling/where; code ask",
        'Look: stacked, "At the bottom"; says x×100; shows table 9',
        'Look: words, "At the bottom"; says x×130',
      ],
    ],
    [
      "may be so wide that only some of the explanation stands with it",
      [look(), asksFound(W, tableOf(9, 60), prose([100, 300, 300].map(many).join("\n\n")))],
      [
        'Look: question, "It stops"; says Here.; asks rolling/where; code ask',
        'Look: stacked, "It stops"; says x×100; shows table 9',
        'Look: words, "It stops"; says x×300\n\nx×300',
      ],
    ],
    [
      "may be so wide that the explanation comes after it, beside the figure",
      [look(), asks(W, tableOf(11, 60), drawn("f"), prose(many(500)))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: figure, "At the bottom"; shows table 11',
        'Look: beside, "At the bottom"; says x×500; shows figure f',
      ],
    ],
    [
      "may be so wide that the explanation comes after it, alone",
      [look(), asks(W, tableOf(11, 60), drawn("f"), prose(many(700)))],
      [
        "Look: question, open; says Here.; shows figure f; asks rolling/where; code ask",
        'Look: figure, "At the bottom"; shows table 11',
        'Look: words, "At the bottom"; says x×700',
      ],
    ],
    [
      "stands under the end of a long explanation",
      [look(), asks(W, step, wideStep, prose(`${many(700)}\n\n${many(701)}`))],
      [
        "Look: question, open; says Here.; shows worked m w; asks rolling/where; code ask",
        'Look: words, "At the bottom"; says x×700',
        'Look: stacked, "At the bottom"; says x×701; shows worked w',
      ],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});
