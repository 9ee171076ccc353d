import { describe, expect, test } from "vitest";
import type { ExecutedCell } from "../../src/rendering/executed.ts";
import {
  asks,
  card,
  cell,
  drawn,
  explorer,
  finds,
  line,
  look,
  prose,
  sentence,
  shows,
  step,
  table,
  tableOf,
  wideStep,
  worked,
} from "./cells.ts";
import { outlined } from "./outline.ts";

const [W, H] = ["rolling/where", "rolling/how-far"];

const asksFound = (id: string, ...reveal: Parameters<typeof card>[1][]) =>
  finds("It stops", "ask", card(id, ...reveal));

type Case = readonly [what: string, cells: readonly ExecutedCell[], slides: readonly string[]];

test.each<Case>([
  [
    "what leads to it is said",
    [look(), asks(W)],
    ["Look: question, open; asks rolling/where; code ask; told Here."],
  ],
  [
    "it may have no words before it, and another after it",
    [cell("markdown", "## Look", "slide"), asks(W), asks(H)],
    [
      "Look: question, open; asks rolling/where; code ask",
      "Look: question, open; asks rolling/how-far; code ask",
    ],
  ],
  [
    "it has its finding as the headline, and an explanation with its answer",
    [look(), asksFound(H, drawn("f"), prose("Because."))],
    [
      'Look: question, "It stops"; shows figure f; asks rolling/how-far; explains Because.; code ask; told Here.',
    ],
  ],
  [
    "an explanation is said, where a picture and the reason of the right choice are there",
    [look(), asks(W, drawn("f"), prose("Because."))],
    ["Look: question, open; shows figure f; asks rolling/where; code ask; told Here. + Because."],
  ],
  [
    "of a longer explanation stands there what has room: 35 words, with the reason of the right choice",
    [look(), asks(W, table(3), prose(`${sentence(30)} ${sentence(2)}`))],
    [
      "Look: question, open; shows table 3; asks rolling/where; explains 30 words.; code ask; told Here. + 2 words.",
    ],
  ],
  [
    "and as many words as leave 35 with the answer where there are no choices",
    [look(), asks(H, drawn("f"), prose(`${sentence(30)} ${sentence(2)}`))],
    [
      "Look: question, open; shows figure f; asks rolling/how-far; explains 30 words.; code ask; told Here. + 2 words.",
    ],
  ],
  [
    "a figure of which nothing is said before it is looked at while it is asked",
    [cell("markdown", "## Look", "slide"), shows("a", drawn("f")), asksFound(W, drawn("g"))],
    ['Look: question, "It stops"; shows figure g; looks at figure f; asks rolling/where; code a + ask'],
  ],
  [
    "but a figure with words or a finding stands for itself",
    [look(), shows("a", drawn("f")), asks(W), finds("It falls", "b", drawn("g")), asks(H)],
    [
      "Look: beside; says Here.; shows figure f; code a",
      "Look: question, open; asks rolling/where; code ask",
      'Look: figure, "It falls"; shows figure g; code b',
      "Look: question, open; asks rolling/how-far; code ask",
    ],
  ],
  [
    "what stands behind its answer has a finding of its own where its cell says one",
    [
      look(),
      cell("code", "ask", "-", {
        outputs: [card(H, drawn("g"), drawn("f"), prose("Because."))],
        "fall-line": { finding: "It stops", then: "And stays" },
      }),
    ],
    [
      'Look: question, "It stops"; shows figure g; asks rolling/how-far; code ask; told Here.',
      'Look: beside, "And stays"; says Because.; shows figure f',
    ],
  ],
  [
    "the film of its evidence stops where its cell says",
    [look(), cell("code", "ask", "-", { outputs: [card(W, drawn("f"))], "fall-line": { stops: 4 } })],
    ["Look: question, open; shows figure f; stops at 4; asks rolling/where; code ask; told Here."],
  ],
])("of a question %s", (_, cells, slides) => {
  expect(outlined(...cells)).toEqual(slides);
});

describe("the evidence of a question", () => {
  const higher = worked(["g", "m", "w"].map((name) => line({ name })));
  test.each<Case>([
    [
      "is its figure, and numbers that it shows are said",
      [look(), asks(W, table(2), drawn("f"), prose("Because."))],
      ["Look: question, open; shows figure f; asks rolling/where; code ask; told Here. + Because. + table 2"],
    ],
    [
      "is its figure, and what else there is stands beside what explains it",
      [look(), asksFound(H, drawn("g"), drawn("f"), prose("Because."))],
      [
        'Look: question, "It stops"; shows figure g; asks rolling/how-far; code ask; told Here.',
        'Look: beside, "It stops"; says Because.; shows figure f',
      ],
    ],
    [
      "is nothing of one row, which says what the answer says",
      [look(), asks(W, table(2), prose("Because."))],
      ["Look: question, open; asks rolling/where; explains Because.; code ask; told Here. + table 2"],
    ],
    [
      "is a table, and another that has no room with it is said",
      [look(), asks(W, table(9), table(8), prose("Because."))],
      [
        "Look: question, open; shows table 9; asks rolling/where; explains Because.; code ask; told Here. + table 8",
      ],
    ],
    [
      "is a worked step with a table below it",
      [look(), asks(W, table(3), step, prose("Because."))],
      [
        "Look: question, open; shows worked m w + table 3; asks rolling/where; explains Because.; code ask; told Here.",
      ],
    ],
    [
      "is one worked step of two: the other comes after it, and neither before the answer",
      [look(), asksFound(H, higher, higher, prose("Because."))],
      [
        'Look: question, "It stops"; shows worked g m w; asks rolling/how-far; code ask; told Here.',
        'Look: stacked, "It stops"; says Because.; shows worked g m w',
      ],
    ],
    [
      "is never an explorer, which comes after it with what explains it said",
      [look(), asks(W, explorer, prose("Because."))],
      [
        "Look: question, open; asks rolling/where; code ask; told Here.",
        'Look: figure, "At the bottom"; shows explorer; told Because.',
      ],
    ],
    [
      "is nothing wide, which comes under the explanation",
      [look(), asks(W, tableOf(3, 60), prose("Because."))],
      [
        "Look: question, open; asks rolling/where; code ask; told Here.",
        'Look: stacked, "At the bottom"; says Because.; shows table 3',
      ],
    ],
    [
      "is followed by all that is left, one thing after another",
      [look(), asks(W, drawn("f"), drawn("g"), wideStep, prose("Because."))],
      [
        "Look: question, open; shows figure f; asks rolling/where; code ask; told Here.",
        'Look: beside, "At the bottom"; says Because.; shows figure g',
        'Look: figure, "At the bottom"; shows worked w',
      ],
    ],
  ])("%s", (_, cells, slides) => {
    expect(outlined(...cells)).toEqual(slides);
  });
});
